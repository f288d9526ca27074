"""How two entities are connected.

What ties them directly comes first (`bycn.queries.between`), else the best chains. A chain is as long as its ties, and
two more for each passage from one entity to another through a place or body that holds both. Both engines give the same
layers of the graph (`bycn.queries.layers`), and what is chosen among them is chosen here.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from bycn.loaders.engine import Engine
from bycn.queries.filters import NO_FILTERS, Filters
from bycn.queries.layers import Border, Holder, Network, Rules, Tie

LONGEST = 8
"""Longer chains say nothing."""
MOST = 10_000
"""How many chains of a length are looked at."""
_FAR = LONGEST + 1


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

    The two have no entity in common; `asked` are those of them that were named. Which is which makes no difference to
    the order of the chains. The graph is fetched as far as the lengths that are asked for demand.
    """

    def __init__(
        self,
        engine: Engine,
        starts: Collection[str],
        ends: Collection[str],
        *,
        filters: Filters = NO_FILTERS,
        rules: Rules | None = None,
        asked: Collection[str] = (),
    ):
        self._asked = frozenset(asked)
        self.network = Network(engine, {*starts, *ends}, filters, rules or Rules())
        self._turned = bool(starts and ends) and min(starts) > min(ends)
        self._starts, self._ends = map(frozenset, (ends, starts) if self._turned else (starts, ends))
        self.network.meet(self._starts | self._ends)  # both at once
        self._fetched = 0
        self._radius = [0, 0]
        self._reached = [self.network.spread(side, 0) for side in self._sides]

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
        from hop to hop, those from and to what was named, not what lies in it, those with more facts, those whose names
        are first. Of those that begin or end alike with a passage, through the same holder, only that of what was named
        is there, where it passes so itself.
        """
        self._fetch(length)
        ties, rooms, held = self.network.ties, self.network.rooms, self.network.held
        ahead, back = (self.network.spread(side, length) for side in self._sides)

        @cache
        def passed_to(room: str, farthest: int) -> set[str]:
            return {there for there in held[room] if back.get(there, _FAR) <= farthest}

        @cache
        def onward(entity: str) -> list[tuple[str, int]]:
            """Where a chain may go on, and how long that is: nobody passes to whom it is tied."""
            left = length - ahead[entity]
            tied = {there for there in ties[entity] if back.get(there, _FAR) < left}
            beside = set[str]().union(*(passed_to(room, left - 2) for room in rooms[entity]))
            beside -= ties[entity].keys() | {entity}
            return sorted([*((there, 1) for there in tied), *((there, 2) for there in beside)])

        def walk(done: tuple[str, ...], left: int) -> Iterator[tuple[str, ...]]:
            passed = len(done) > 1 and done[-1] not in ties[done[-2]]
            for there, cost in onward(done[-1]):
                rest = left - cost
                if rest < back[there] or there in self._starts or there in done:
                    continue
                at_end = there in self._ends
                if (at_end and rest) or (passed and cost > 1 and not self.network.leads_on(done[-2], done[-1], there)):
                    continue
                if at_end:
                    yield (*done, there)
                else:
                    yield from walk((*done, there), rest)

        starts = sorted(self._starts & back.keys())
        found = (way for start in starts for way in walk((start,), length) if not self._says_less(way))
        ranked = sorted((self._chain(entities) for entities in islice(found, MOST)), key=self._rank)
        return [tuple(hop.turned() for hop in reversed(chain)) for chain in ranked] if self._turned else ranked

    def _says_less(self, way: Sequence[str]) -> bool:
        """Whether an end of a way passes on as what was named, which holds it, does itself."""
        return any(self._passes_like_the_named(*end) for end in (way[:3], way[:-4:-1]))

    def _passes_like_the_named(self, end: str, there: str, *beyond: str) -> bool:
        known, holder = self.network, self.network.holder_between(end, there)
        if holder is None or end in self._asked:
            return False
        named = self._asked & (self._starts if end in self._starts else self._ends)
        return any(
            holder.id in known.rooms[one]
            and known.holder_between(one, there) == holder
            and all(other in known.ties[there] or known.leads_on(one, there, other) for other in beyond)
            for one in named
        )

    @property
    def _sides(self) -> tuple[frozenset[str], frozenset[str]]:
        return self._starts, self._ends

    def _fetch(self, length: int) -> None:
        """Fetch all that chains of a length run through: both sides until they are one step apart, then that step.

        What an entity lies in is known when it is met, so no look is needed at all that a holder at the border holds.
        """
        if length <= self._fetched:
            return
        while sum(self._radius) < length - 1:
            borders = self._borders()
            if not all(map(any, borders)):  # all of one side is known
                self._fetched = LONGEST
                return
            degrees = [self.network.degree(border) for border in borders]
            side = degrees[0] > degrees[1]
            self._radius[side] += 1
            self._reached[side] = self.network.spread(self._sides[side], self._radius[side], fetch=True)
        self.network.join(*self._borders())
        self._fetched = length

    def _borders(self) -> list[Border]:
        return [self.network.border(*side) for side in zip(self._reached, self._radius, strict=True)]

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
        others = len({chain[0].near, chain[-1].far} - self._asked)
        return rests_on_plan, _is_blurred(ties), others, -sum(firm), chain[0].near_name, chain[0].near, names


def _is_blurred(hops: list[list[Tie]]) -> bool:
    """Whether a chain runs through an unnamed party, which may be another on the next hop even by the same words."""
    return any(
        before and after and not (any(tie.far is None for tie in before) and any(tie.near is None for tie in after))
        for before, after in pairwise(map(_best, hops))
    )


def _best(ties: list[Tie]) -> list[Tie]:
    """The firm ones, where there are any."""
    return [tie for tie in ties if not tie.plan] or ties
