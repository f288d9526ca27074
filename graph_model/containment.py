"""What lies within what: places and bodies by their structure, measured facts by parties, goods and period."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

from bycn.graph_model.facts import Fact
from bycn.graph_model.graph import Graph
from bycn.graph_model.vocabulary import CONTAINING, with_wider

MOST_HOLDERS = 100
"""What lies inside more than that is refused: what holds each is written out, which fills the memory."""
_Period = tuple[str, str]
_Key = tuple[str | None, ...]
_Index = defaultdict[_Key, dict[str, dict[str, "_Periods"]]]
"""Flows by measure, statistics and unit, then start, end and period."""
_T = TypeVar("_T")
_BLOCK = 256


class Containment:
    """Answers what lies within what in one graph. All facts in it must have both their ends."""

    def __init__(self, graph: Graph):
        self._graph = graph
        self._parents: dict[str, dict[str, dict[str, str]]] = {name: {} for name in CONTAINING}
        for fact in graph.facts.values():
            if fact.type in self._parents:
                self._parents[fact.type].setdefault(fact.from_, {})[fact.to] = fact.id
        self._holders: dict[str, frozenset[str]] = {}
        self._wholes: dict[tuple[str, ...], frozenset[str]] = {}

    def circles(self) -> Iterator[str]:
        """The ids of structural facts that close a circle, one for each."""
        for parents in self._parents.values():
            done: set[str] = set()
            for start in parents:
                if start not in done:
                    yield from _closing(start, parents, done)

    def holders(self, entity: str) -> frozenset[str]:
        """The entity and all that holds it: by a chain of places alone or of bodies alone, within one country."""
        if entity not in self._holders:
            found = {entity}
            for parents in self._parents.values():
                found |= self._chain(entity, parents)
            self._holders[entity] = frozenset(found)
        return self._holders[entity]

    def overfull(self) -> Iterator[str]:
        """The ids of structural facts by which something would lie inside more than `MOST_HOLDERS` others."""
        for parents in self._parents.values():
            for entity, facts in parents.items():
                if len(self._chain(entity, parents)) > MOST_HOLDERS + 1:
                    yield next(iter(facts.values()))

    def _chain(self, entity: str, parents: dict[str, dict[str, str]]) -> set[str]:
        """The entity and what holds it in one country, no more than show that there is too much of it."""
        country = self._graph.entities[entity].country
        chain, climbing = {entity}, [entity]
        while climbing:
            for parent in parents.get(climbing.pop(), {}):
                if len(chain) > MOST_HOLDERS + 1:
                    return chain
                if parent not in chain and self._graph.entities[parent].country == country:
                    chain.add(parent)
                    climbing.append(parent)
        return chain

    def why_not_within(self, part: Fact, whole: Fact) -> str | None:
        """Why one measured fact doesn't lie within another, None when it does."""
        if not _lies_within(part, whole):
            return f"its period {part.date} is not within {whole.date}"
        if whole.type == part.type == "INDICATOR":  # the country that a count points to is no party of it
            return None if self._within(part.from_, whole.from_) else "it counts something about another party"
        ends, swapped = (part.from_, part.to), (part.to, part.from_)
        if not any(
            self._within(a, whole.from_) and self._within(b, whole.to)
            for a, b in ((ends, swapped) if whole.type != part.type or _measures_both(whole) else (ends,))
        ):
            return "its parties are not those of the other, nor inside them"
        if whole.goods and not all(with_wider([good]) & set(whole.goods) for good in part.goods):
            return "its goods are not among the other's"
        if _measured_otherwise(part, whole):
            return "it is of another reporter or valuation"
        return None

    def _within(self, entity: str, holder: str) -> bool:
        return holder in self.holders(entity)

    def wholes(self, fact: Fact) -> frozenset[str]:
        """The ids of all that holds a fact by its `part_of`, at any remove, if they aren't too many."""
        if fact.part_of not in self._wholes:
            found: set[str] = set()
            climbing = list(fact.part_of)
            while climbing and len(found) <= MOST_HOLDERS:
                whole = climbing.pop()
                if whole not in found and whole in self._graph.facts:
                    found.add(whole)
                    climbing.extend(self._graph.facts[whole].part_of)
            self._wholes[fact.part_of] = frozenset(found)
        return self._wholes[fact.part_of]

    def nested(self, flows: list[Fact]) -> Iterator[tuple[Fact, Iterator[Fact]]]:
        """Each flow with the others of the same measure, statistics and unit that it lies within."""
        index = _Index(lambda: defaultdict(lambda: defaultdict(_Periods)))
        for flow in flows:
            for key in _measured(flow):
                index[key][flow.from_][flow.to].add(flow)
        for flow in flows:
            yield flow, self._wholes_among(flow, index)

    def _wholes_among(self, flow: Fact, index: "_Index") -> Iterator[Fact]:
        met: set[str] = {flow.id}
        for key in _measured(flow):
            for by_end in _in_both(index[key], self.holders(flow.from_)):
                for periods in _in_both(by_end, self.holders(flow.to)):
                    for whole in periods.around(*_period(flow)):
                        if whole.id not in met and _same_kind(flow, whole):
                            met.add(whole.id)
                            yield whole


class _Periods:
    """Flows by period, in blocks of periods of which most need no look: those of years of days are thousands."""

    def __init__(self) -> None:
        self._flows = defaultdict[_Period, list[Fact]](list)
        self._blocks: list[tuple[str, list[_Period]]] = []

    def add(self, flow: Fact) -> None:
        """Take in a flow."""
        self._flows[_period(flow)].append(flow)

    def around(self, first: str, last: str) -> Iterator[Fact]:
        """The flows whose periods hold all days from `first` to `last`, once all flows are in."""
        if not self._blocks:
            periods = sorted(self._flows)
            blocks = (periods[i : i + _BLOCK] for i in range(0, len(periods), _BLOCK))
            self._blocks = [(max(end for _, end in block), block) for block in blocks]
        for latest, block in self._blocks:
            if block[0][0] > first:
                return
            if last <= latest:
                for begin, end in block:
                    if begin <= first and last <= end:
                        yield from self._flows[begin, end]


def equal_extent(flow: Fact, other: Fact) -> bool:
    """Whether two dated flows measure the same thing: parties, goods, venue and period."""
    one, two = ((f.from_, f.to, set(f.goods), _venue(f), _period(f)) for f in (flow, other))
    return one == two


def _lies_within(part: Fact, whole: Fact) -> bool:
    if part.date is None or whole.date is None:
        return True
    if whole.type == "INDICATOR":  # what was counted over a time is part of the count at its end
        return part.date.last <= whole.date.last
    return part.date.lies_within(whole.date)


def _same_kind(flow: Fact, whole: Fact) -> bool:
    unnamed = (whole.from_unnamed, whole.to_unnamed)
    if any(unnamed) and unnamed != (flow.from_unnamed, flow.to_unnamed):
        return False
    if whole.goods and not (flow.goods and set(flow.goods) <= set(whole.goods)):
        return False
    if _of_services(flow) != _of_services(whole):
        return False
    return _venue(whole) in (None, _venue(flow))


def _of_services(flow: Fact) -> bool:
    return any("service" in good for good in flow.goods)


def _measured(flow: Fact) -> list[_Key]:
    """What a flow can be summed up by: its measure, and whose it is, with its currency, and with its unit."""
    money = [flow.currency] if flow.amount is not None and flow.currency else []
    things = [flow.unit] if flow.quantity is not None and flow.unit else []
    return [(getattr(flow, "measure", None), *_statistics(flow), per) for per in money + things]


def _statistics(fact: Fact) -> tuple[str | None, str | None]:
    return getattr(fact, "reporter", None), getattr(fact, "valuation", None)


def _measured_otherwise(part: Fact, whole: Fact) -> bool:
    """Whether both say whose figure they are, or how it is valued, and differ in it."""
    pairs = zip(_statistics(part), _statistics(whole), strict=True)
    return any(one and other and one != other for one, other in pairs)


def _period(flow: Fact) -> _Period:
    assert flow.date is not None
    return flow.date.first, flow.date.last


def _in_both(by_entity: dict[str, _T], entities: frozenset[str]) -> Iterator[_T]:
    return (by_entity[entity] for entity in entities if entity in by_entity)


def _closing(start: str, parents: dict[str, dict[str, str]], done: set[str]) -> Iterator[str]:
    """The facts that lead back onto the way from a start: a walk in depth, without recursion."""
    path, on_path = [start], {start}
    waiting = [iter(parents.get(start, {}).items())]
    while waiting:
        to, fact = next(waiting[-1], ("", ""))
        if not to:
            waiting.pop()
            on_path.discard(path[-1])
            done.add(path.pop())
        elif to in on_path:
            yield fact
        elif to not in done:
            path.append(to)
            on_path.add(to)
            waiting.append(iter(parents.get(to, {}).items()))


def _venue(flow: Fact) -> str | None:
    return getattr(flow, "venue", None)


def _measures_both(flow: Fact) -> bool:
    return getattr(flow, "measure", None) == "turnover"
