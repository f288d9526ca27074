"""What is known of the graph while chains are sought in it (`bycn.queries.paths`), fetched by layers from both ends.

Entities are one step from whom they are tied to, and one from what holds them, so that a passage from one to another
through what holds both is two. Where the two sides are a step apart, only what joins them is fetched, from the side
that has less.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import product
from typing import NamedTuple

from bycn.graph_model.vocabulary import SITES
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.queries.filters import Filters, filtered


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


class Passage(NamedTuple):
    """The way through a holder, which is a step by itself."""

    holder: str


Node = str | Passage
Distances = dict[Node, int]


class Border(NamedTuple):
    """What is farthest from one side: entities and what holds those before them; `entering` hold some of the entities.

    Not all whom they hold are known.
    """

    entities: list[str]
    rooms: list[str]
    entering: list[str]


class Network:
    """What is known of the graph: ties, and what holds whom. It is fetched as far as it is asked for."""

    def __init__(self, engine: Engine, asked: Collection[str], filters: Filters, rules: Rules):
        self._engine, self._filters, self._rules, self._asked = engine, filters, rules, frozenset(asked)
        self.names: dict[str, str] = {}
        self.holders: dict[str, Holder] = {}
        self.ties: dict[str, dict[str, dict[str, Tie]]] = defaultdict(dict)
        """The ties between two entities by the ids of their facts, from either side."""
        self.rooms: dict[str, set[str]] = {}
        """What holds entities, of that which chains may pass through."""
        self.held: dict[str, set[str]] = defaultdict(set)
        """Whom holders hold, as far as they are known."""
        self.entered: set[str] = set()
        """The holders all of whose entities are known."""
        self._types: dict[str, str] = {}
        self._degrees: dict[str, int] = {}
        self._degrees_inside: dict[str, int] = {}
        self._walked: set[str] = set()
        self._greeted: set[str] = set()
        self._compared: set[tuple[str, str]] = set()

    def spread(self, ends: Iterable[str], radius: int, *, fetch: bool = False) -> Distances:
        """How far each node is that can be reached from `ends` within a radius.

        With `fetch`, ties are fetched on the way, and what the holders hold that are farther than a step from the last.
        """
        frontier: set[Node] = set(ends)
        distances: Distances = dict.fromkeys(frontier, 0)
        self.meet(ends)
        for distance in range(radius):
            if fetch:
                self._walk(node for node in frontier if isinstance(node, str))
                self._enter(node.holder for node in frontier if isinstance(node, Passage) and distance < radius - 1)
            frontier = {there for node in frontier for there in self._around(node)} - distances.keys()
            distances |= dict.fromkeys(frontier, distance + 1)
        return distances

    def border(self, reached: Distances, radius: int) -> Border:
        """What lies a radius away."""
        last = [node for node, distance in reached.items() if distance == radius]
        rooms = [node.holder for node in last if isinstance(node, Passage)]
        before = [node.holder for node, far in reached.items() if isinstance(node, Passage) and far == radius - 1]
        entities = [node for node in last if isinstance(node, str)]
        return Border(entities, *([room for room in ids if room not in self.entered] for ids in (rooms, before)))

    def degree(self, border: Border) -> int:
        """How many relationships the entities at a border have, those that holders before it hold included."""
        if new := sorted({*border.entering} - self._degrees_inside.keys()):
            records = self._engine.run(statement("lookups/degrees"), {"holders": new})
            self._degrees_inside |= {record["id"]: record["relationships"] for record in records}
        inside = sum(self._degrees_inside[holder] for holder in border.entering)
        return sum(self._degrees[entity] for entity in border.entities) + inside

    def join(self, one: Border, other: Border) -> None:
        """Fetch what joins two borders."""
        self.meet(self._guests({*one.entering, *one.rooms, *other.entering, *other.rooms}))
        self.meet(self._shared(one.entering, [*other.entering, *other.rooms]))
        self.meet(self._shared(other.entering, one.rooms))
        near, far = sorted((one, other), key=self.degree)
        if not (any(near) and any(far)):
            return
        inside = self._engine.run(statement("lookups/held"), {"holders": near.entering}) if near.entering else []
        asked = {*self._at(near), *(record["id"] for record in inside)} - self._walked
        self._tie(sorted(asked), among=sorted(self._at(far) - self._walked), into=far.entering)

    def leads_on(self, one: str, between: str, other: str) -> bool:
        """Whether two passages in a row lead where one doesn't.

        Where the first leads through a region and the second through a city of it, the city is between them: that the
        same is true of all that lies in it would say nothing more.
        """
        rooms = self.rooms
        ways = product(rooms[one] & rooms[between], rooms[between] & rooms[other])
        return not rooms[one] & rooms[other] and any(
            between in (first, second) or not (first in rooms[second] or second in rooms[first])
            for first, second in ways
        )

    def holder_between(self, one: str, other: str) -> Holder | None:
        """What holds two that aren't tied, a district rather than the region around it."""
        if other in self.ties[one]:
            return None
        shared = (self.holders[room] for room in self.rooms[one] & self.rooms[other])
        return min(shared, key=lambda holder: (-holder.depth, holder.name, holder.id))

    def _around(self, node: Node) -> Iterator[Node]:
        if isinstance(node, Passage):
            yield from filter(self._is_open, self.held[node.holder])
        else:
            yield from filter(self._is_open, self.ties[node])
            yield from map(Passage, self.rooms[node])

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
        return not (self._rules.no_places and holder.type in SITES)

    def _at(self, border: Border) -> set[str]:
        """The entities at a border, those in the holders before it as far as they are known."""
        return {*border.entities}.union(*(self.held[holder] for holder in border.entering))

    def _walk(self, entities: Iterable[str]) -> None:
        """Fetch the ties of entities."""
        new = set(entities) - self._walked
        self._walked.update(new)
        self._tie(sorted(new), among=None, into=None)

    def _tie(self, entities: list[str], **others: list[str] | None) -> None:
        """Fetch the ties of entities to others."""
        if not entities or not (others["among"] is None or any(others.values())):
            return
        facts = self._engine.run(*filtered(statement("lookups/ties"), self._filters, near=entities, **others))
        for fact in facts:
            near, far, ours, theirs = fact["near"], fact["far"], fact["near_unnamed"], fact["far_unnamed"]
            self.ties[near].setdefault(far, {})[fact["fact"]] = Tie(fact["plan"], ours, theirs)
            self.ties[far].setdefault(near, {})[fact["fact"]] = Tie(fact["plan"], theirs, ours)
        self.meet(fact[end] for fact in facts for end in ("near", "far"))

    def _enter(self, holders: Iterable[str]) -> None:
        """Fetch what holders hold."""
        if not (new := sorted(set(holders) - self.entered)):
            return
        self.entered.update(new)
        held = self._engine.run(statement("lookups/held"), {"holders": new})
        self.meet([*(record["id"] for record in held), *self._guests(new)])

    def _guests(self, holders: Iterable[str]) -> list[str]:
        """Who lies in places across a border, and the parties of events and bodies."""
        if not (ids := sorted({*holders} - self._greeted)):
            return []
        self._greeted.update(ids)
        guests = self._engine.run(statement("lookups/guests"), {"holders": ids})
        parties = self._gatherings(ids, parties=True)
        return [*(record["id"] for record in guests), *(record["other"] for record in parties)]

    def _shared(self, holders: list[str], others: list[str]) -> list[str]:
        """Whom one of some holders holds and one of others, where neither of the two holds the other."""
        self.meet([*holders, *others])
        new = {*product(holders, others)} - self._compared
        self._compared |= {pair for one, other in new for pair in ((one, other), (other, one))}
        apart = [(one, other) for one, other in new if one not in self.rooms[other] and other not in self.rooms[one]]
        if not apart:
            return []
        # The search begins at the one of each two that has less.
        pairs = sorted(sorted(pair, key=lambda holder: (self._degrees[holder], holder)) for pair in apart)
        less, more = map(list, zip(*pairs, strict=True))
        return [record["id"] for record in self._engine.run(statement("lookups/shared"), {"near": less, "far": more})]

    def meet(self, entities: Iterable[str]) -> None:
        """Fetch who entities are, and what holds them."""
        if not (new := sorted(set(entities) - self.rooms.keys())):
            return
        self.rooms |= {entity: set() for entity in new}
        for record in self._engine.run(statement("lookups/holders"), {"ids": new}):
            self.names[record["id"]], self._types[record["id"]] = record["name"], record["type"]
            self._degrees[record["id"]] = record["relationships"]
            holder = Holder(record["holder"], record["holder_name"], record["holder_type"], record["depth"])
            self._put_inside(record["id"], holder)
        for record in self._gatherings(new, parties=False):
            self._put_inside(record["id"], Holder(record["other"], record["name"], record["type"], record["depth"]))

    def _put_inside(self, entity: str, holder: Holder) -> None:
        if self._is_room(holder):
            self.holders.setdefault(holder.id, holder)
            self.rooms[entity].add(holder.id)
            self.held[holder.id].add(entity)

    def _gatherings(self, ids: list[str], *, parties: bool) -> list[Record]:
        if not self._rules.with_events:
            return []
        query = filtered(statement("lookups/gatherings"), self._filters, ids=ids, parties=parties)
        return self._engine.run(*query)
