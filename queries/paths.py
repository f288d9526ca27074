"""How two entities are connected.

What ties them directly comes first (`bycn.queries.between`), else the best chains. A chain is as long as its ties, and
two more for each passage from one entity to another through a place or body that holds both. The graph is fetched layer
by layer from both ends: entities are one step from whom they are tied to, and one from what holds them. Both engines
give the same layers, and what is chosen among them is chosen here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.queries.filters import Filters, filtered

LONGEST = 8
"""Longer chains say nothing."""
MOST = 10_000
"""How many chains of a length are looked at."""
PLACES = frozenset({"country", "oblast", "province", "city", "district", "economic_zone"})
"""What is passed through by lying in it; all else by belonging to it."""
_FAR = LONGEST + 1


class Rules(NamedTuple):
    """What chains may run through."""

    with_events: bool = False
    no_places: bool = False
    through_countries: bool = False


class Holder(NamedTuple):
    """A place, body or event that holds others; `depth` says how many hold it."""

    id: str
    name: str
    type: str
    depth: int


class Tie(NamedTuple):
    """A fact between two entities, with our words for parties that the source leaves unnamed."""

    plan: bool
    near: str | None
    far: str | None


class Within(NamedTuple):
    """The way through a holder, which is a step by itself."""

    holder: str


Node = str | Within
Distances = dict[Node, int]


class Hop(NamedTuple):
    """From one entity to the next: by ties, or through what holds both."""

    near: str
    far: str
    holder: Holder | None
    near_name: str
    far_name: str

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of both entities."""
        return self.near, self.far

    @property
    def length(self) -> int:
        """One for a tie, two for a passage."""
        return 2 if self.holder else 1

    def turned(self) -> "Hop":
        """The same from its end."""
        return Hop(self.far, self.near, self.holder, self.far_name, self.near_name)


Chain = tuple[Hop, ...]


class Search:
    """The chains from any of `starts` to any of `ends`, neither of which lie on their way.

    The two have no entity in common. Which is which makes no difference to the order of the chains. The graph is
    fetched as far as the lengths that are asked for demand.
    """

    def __init__(
        self,
        engine: Engine,
        starts: Collection[str],
        ends: Collection[str],
        *,
        filters: Filters | None = None,
        rules: Rules | None = None,
    ):
        self.network = Network(engine, {*starts, *ends}, filters, rules or Rules())
        self._turned = bool(starts and ends) and min(starts) > min(ends)
        self._starts, self._ends = map(frozenset, (ends, starts) if self._turned else (starts, ends))
        self.network.meet(self._starts | self._ends)  # both at once
        self._radius = [0, 0]
        self._reached = [self.network.spread(side, 0) for side in (self._starts, self._ends)]

    def shortest(self) -> int | None:
        """How long the shortest chains are; None where none of at most `LONGEST` is there."""
        for length in range(1, LONGEST + 1):
            self._fetch(length)
            back = self.network.spread(self._ends, length)
            if any(start in back for start in self._starts):
                return length
        return None

    def chains(self, length: int) -> list[Chain]:
        """The chains of a length, at most `MOST`, best first.

        Those with a firm fact on every hop go first, then those that don't run through an unnamed party that differs
        from hop to hop, those with more facts, those whose names are first.
        """
        self._fetch(length)
        back = self.network.spread(self._ends, length)
        found = (
            chain
            for start in sorted(self._starts)
            if back.get(start, _FAR) <= length
            for chain in self._walk((start,), length, back)
        )
        ranked = sorted((self._chain(entities) for entities in islice(found, MOST)), key=self._rank)
        return [tuple(hop.turned() for hop in reversed(chain)) for chain in ranked] if self._turned else ranked

    def _fetch(self, length: int) -> None:
        """Fetch all that chains of a length run through.

        They meet where what was reached from one side touches what was reached from the other. What an entity lies in
        is known when it is met, so a holder at the border needs no look at all that it holds, unless another follows.
        """
        while sum(self._radius) < length:
            waiting = [self._waiting(side) for side in (0, 1)]
            if 0 in waiting:  # all of one side is known
                return
            self._radius[waiting[0] > waiting[1]] += 1
            ahead, behind = self._radius
            self._reached[0] = self.network.spread(self._starts, ahead, ahead if behind > 1 else ahead - 1, fetch=True)
            self._reached[1] = self.network.spread(self._ends, behind, behind - 1, fetch=True)

    def _waiting(self, side: int) -> int:
        """How much would be looked at next on a side."""
        return sum(
            distance == self._radius[side] or (isinstance(node, Within) and node.holder not in self.network.entered)
            for node, distance in self._reached[side].items()
        )

    def _walk(self, done: tuple[str, ...], left: int, back: Distances) -> Iterator[tuple[str, ...]]:
        reachable = (hop for hop in self.network.hops(done[-1]) if back.get(hop[0], _FAR) <= left - hop[1])
        for there, cost in sorted(reachable):
            if there in self._ends:
                if cost == left:
                    yield (*done, there)
            elif there not in self._starts and there not in done:
                yield from self._walk((*done, there), left - cost, back)

    def _chain(self, entities: Sequence[str]) -> Chain:
        names = self.network.names
        return tuple(
            Hop(near, far, self.network.holder_between(near, far), names[near], names[far])
            for near, far in pairwise(entities)
        )

    def _rank(self, chain: Chain) -> tuple[object, ...]:
        ties = [list(self.network.ties[hop.near].get(hop.far, {}).values()) for hop in chain]
        firm = [sum(not tie.plan for tie in hop) for hop in ties]
        rests_on_plan = any(hop and not count for hop, count in zip(ties, firm, strict=True))
        names = [(hop.far_name, hop.far) for hop in chain]
        return rests_on_plan, _is_blurred(ties), -sum(firm), chain[0].near_name, chain[0].near, names


class Network:
    """What is known of the graph: ties, and what holds whom. It is fetched as far as it is asked for."""

    def __init__(self, engine: Engine, asked: Collection[str], filters: Filters | None, rules: Rules):
        self._engine, self._filters, self._rules, self._asked = engine, filters, rules, frozenset(asked)
        self.names: dict[str, str] = {}
        self.holders: dict[str, Holder] = {}
        self.ties: dict[str, dict[str, dict[str, Tie]]] = defaultdict(dict)
        """The ties between two entities by the ids of their facts, from either side."""
        self.entered: set[str] = set()
        """The holders all of whose entities are known."""
        self._types: dict[str, str] = {}
        self._rooms: dict[str, set[str]] = {}
        self._held: dict[str, set[str]] = defaultdict(set)
        self._walked: set[str] = set()

    def spread(self, ends: Iterable[str], radius: int, entering: int = LONGEST, *, fetch: bool = False) -> Distances:
        """How far each node is that can be reached from `ends` within a radius.

        With `fetch`, ties are fetched on the way, and what the holders hold that are nearer than `entering`.
        """
        frontier: set[Node] = set(ends)
        distances: Distances = dict.fromkeys(frontier, 0)
        self.meet(ends)
        for distance in range(radius):
            if fetch:
                self._walk(node for node in frontier if isinstance(node, str))
                self._enter(node.holder for node in frontier if isinstance(node, Within) and distance < entering)
            frontier = {there for node in frontier for there in self._around(node)} - distances.keys()
            distances |= dict.fromkeys(frontier, distance + 1)
        return distances

    def hops(self, entity: str) -> set[tuple[str, int]]:
        """Where a chain may go on from an entity, and how long that is: nobody passes to whom it is tied."""
        tied = self.ties[entity].keys()
        beside = {there for room in self._rooms[entity] for there in self._held[room]} - tied - {entity}
        return {(there, 1) for there in tied if self._is_open(there)} | {
            (there, 2) for there in beside if self._is_open(there)
        }

    def holder_between(self, one: str, other: str) -> Holder | None:
        """What holds two that aren't tied, a district rather than the region around it."""
        if other in self.ties[one]:
            return None
        shared = (self.holders[room] for room in self._rooms[one] & self._rooms[other])
        return min(shared, key=lambda holder: (-holder.depth, holder.name, holder.id))

    def _around(self, node: Node) -> Iterator[Node]:
        if isinstance(node, Within):
            yield from filter(self._is_open, self._held[node.holder])
        else:
            yield from filter(self._is_open, self.ties[node])
            yield from map(Within, self._rooms[node])

    def _is_open(self, entity: str) -> bool:
        """Whether chains may run through an entity, or end at it."""
        kind = self._types[entity]
        closed = (kind == "country" and not self._rules.through_countries) or (
            kind == "event" and not self._rules.with_events
        )
        return not closed or entity in self._asked

    def _is_room(self, holder: Holder) -> bool:
        if holder.type == "event":
            return self._rules.with_events
        if holder.type == "country" and not self._rules.through_countries:
            return False
        return not (self._rules.no_places and holder.type in PLACES)

    def _walk(self, entities: Iterable[str]) -> None:
        """Fetch the ties of entities."""
        if not (new := sorted(set(entities) - self._walked)):
            return
        self._walked.update(new)
        facts = self._engine.run(*filtered(statement("lookups/ties"), self._filters, near=new, into=None))
        for fact in facts:
            near, far, ours, theirs = fact["near"], fact["far"], fact["near_unnamed"], fact["far_unnamed"]
            self.ties[near].setdefault(far, {})[fact["fact"]] = Tie(fact["plan"], ours, theirs)
            self.ties[far].setdefault(near, {})[fact["fact"]] = Tie(fact["plan"], theirs, ours)
        self.meet(fact["far"] for fact in facts)

    def _enter(self, holders: Iterable[str]) -> None:
        """Fetch what holders hold."""
        if not (new := sorted(set(holders) - self.entered)):
            return
        self.entered.update(new)
        held = self._engine.run(statement("lookups/held"), {"holders": new})
        self.meet([*(record["id"] for record in held), *(r["other"] for r in self._gatherings(new, parties=True))])

    def meet(self, entities: Iterable[str]) -> None:
        """Fetch who entities are, and what holds them."""
        if not (new := sorted(set(entities) - self._rooms.keys())):
            return
        self._rooms |= {entity: set() for entity in new}
        for record in self._engine.run(statement("lookups/holders"), {"ids": new}):
            self.names[record["id"]], self._types[record["id"]] = record["name"], record["type"]
            holder = Holder(record["holder"], record["holder_name"], record["holder_type"], record["depth"])
            self._put_inside(record["id"], holder)
        for record in self._gatherings(new, parties=False):
            self._put_inside(record["id"], Holder(record["other"], record["name"], record["type"], record["depth"]))

    def _put_inside(self, entity: str, holder: Holder) -> None:
        if self._is_room(holder):
            self.holders.setdefault(holder.id, holder)
            self._rooms[entity].add(holder.id)
            self._held[holder.id].add(entity)

    def _gatherings(self, ids: list[str], *, parties: bool) -> list[Record]:
        if not self._rules.with_events:
            return []
        query = filtered(statement("lookups/gatherings"), self._filters, ids=ids, parties=parties)
        return self._engine.run(*query)


def _is_blurred(hops: list[list[Tie]]) -> bool:
    """Whether a chain runs through an unnamed party, which may be another on the next hop even by the same words."""
    return any(
        before and after and not (any(tie.far is None for tie in before) and any(tie.near is None for tie in after))
        for before, after in pairwise(map(_best, hops))
    )


def _best(ties: list[Tie]) -> list[Tie]:
    """The firm ones, where there are any."""
    return [tie for tie in ties if not tie.plan] or ties
