"""What lies within what: places and bodies by their structure, measured facts by parties, goods and period."""

from collections import defaultdict
from collections.abc import Iterator

from graph_model.facts import Fact
from graph_model.graph import Graph

_Key = tuple[str, str, str, str]


class Containment:
    """Answers what lies within what in one graph. All facts in it must have both their ends."""

    def __init__(self, graph: Graph):
        self._graph = graph
        self._parents: dict[str, dict[str, dict[str, str]]] = {"LOCATED_IN": {}, "PART_OF": {}}
        for fact in graph.facts.values():
            if fact.type in self._parents:
                self._parents[fact.type].setdefault(fact.from_, {})[fact.to] = fact.id
        self._holders: dict[str, frozenset[str]] = {}
        self._wholes: dict[str, frozenset[str]] = {}

    def circles(self) -> Iterator[str]:
        """The ids of structural facts that close a circle."""
        for parents in self._parents.values():
            done: set[str] = set()
            for start in parents:
                chain = [start]
                while chain:
                    links = {to: fact for to, fact in parents.get(chain[-1], {}).items() if to not in done}
                    closing = next((fact for to, fact in links.items() if to in chain), None)
                    if closing:
                        yield closing
                        return
                    if links:
                        chain.append(next(iter(links)))
                    else:
                        done.add(chain.pop())

    def holders(self, entity: str) -> frozenset[str]:
        """The entity and all that holds it: by a chain of places alone or of bodies alone, within one country."""
        if entity not in self._holders:
            found = {entity}
            country = self._graph.entities[entity].country
            for parents in self._parents.values():
                climbing = [entity]
                while climbing:
                    for parent in parents.get(climbing.pop(), {}):
                        if parent not in found and self._graph.entities[parent].country == country:
                            found.add(parent)
                            climbing.append(parent)
            self._holders[entity] = frozenset(found)
        return self._holders[entity]

    def why_not_within(self, part: Fact, whole: Fact) -> str | None:
        """Why one measured fact doesn't lie within another, None when it does."""
        if not _lies_within(part, whole):
            return f"its period {part.date} is not within {whole.date}"
        ends, swapped = (part.from_, part.to), (part.to, part.from_)
        if not any(
            self._within(a, whole.from_) and self._within(b, whole.to)
            for a, b in ((ends, swapped) if whole.type != part.type or _measures_both(whole) else (ends,))
        ):
            return "its parties are not those of the other, nor inside them"
        if whole.goods and part.goods and not set(part.goods) <= set(whole.goods):
            return "its goods are not among the other's"
        return None

    def _within(self, entity: str, holder: str) -> bool:
        return holder in self.holders(entity)

    def wholes(self, fact: Fact) -> frozenset[str]:
        """The ids of all that holds a fact by its `part_of`, at any remove."""
        if fact.id not in self._wholes:
            found: set[str] = set()
            climbing = list(fact.part_of)
            while climbing:
                whole = climbing.pop()
                if whole not in found:
                    found.add(whole)
                    climbing.extend(self._graph.facts[whole].part_of)
            self._wholes[fact.id] = frozenset(found)
        return self._wholes[fact.id]

    def nested(self, flows: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
        """Each pair of flows of the same measure and unit of which the first lies within the second."""
        by_key: dict[_Key, dict[tuple[str, str], list[Fact]]] = defaultdict(lambda: defaultdict(list))
        for flow in flows:
            assert flow.date is not None
            for unit in _units(flow):
                by_key[_measure(flow), unit, flow.from_, flow.to][flow.date.first, flow.date.last].append(flow)
        for flow in flows:
            yield from self._wholes_among(flow, by_key)

    def _wholes_among(
        self, flow: Fact, by_key: dict[_Key, dict[tuple[str, str], list[Fact]]]
    ) -> Iterator[tuple[Fact, Fact]]:
        assert flow.date is not None
        met: set[str] = {flow.id}
        for unit in _units(flow):
            for start in self.holders(flow.from_):
                for end in self.holders(flow.to):
                    for (first, last), wholes in by_key.get((_measure(flow), unit, start, end), {}).items():
                        if first <= flow.date.first and flow.date.last <= last:
                            for whole in wholes:
                                if whole.id not in met and _same_kind(flow, whole):
                                    met.add(whole.id)
                                    yield flow, whole

    def equal_extent(self, flow: Fact, other: Fact) -> bool:
        """Whether two flows measure the same thing: parties, goods, venue and period."""
        assert flow.date is not None
        assert other.date is not None
        return (flow.from_, flow.to, set(flow.goods), flow.date.first, flow.date.last, _venue(flow)) == (
            other.from_,
            other.to,
            set(other.goods),
            other.date.first,
            other.date.last,
            _venue(other),
        )


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


def _units(flow: Fact) -> list[str]:
    money = [flow.currency] if flow.amount is not None and flow.currency else []
    things = [flow.unit] if flow.quantity is not None and flow.unit else []
    return money + things


def _measure(flow: Fact) -> str:
    return str(getattr(flow, "measure", ""))


def _venue(flow: Fact) -> str | None:
    return getattr(flow, "venue", None)


def _measures_both(flow: Fact) -> bool:
    return getattr(flow, "measure", None) == "turnover"
