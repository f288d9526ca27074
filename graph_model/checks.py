"""The rules that a fact keeps by itself and towards the rest of its graph."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graph_model.containment import Containment
from graph_model.entities import BODIES, PLACES
from graph_model.facts import Fact
from graph_model.graph import Graph
from graph_model.names import fold
from graph_model.vocabulary import PLANS


class Finding(NamedTuple):
    """A rule that a record breaks: the record's id, the column, what is wrong and what would be right."""

    id: str
    column: str
    message: str


def findings(graph: Graph, distinct: Mapping[str, frozenset[str]] | None = None) -> Iterator[Finding]:
    """Every rule that the graph breaks. `distinct` gives the folded names that different entities may share."""
    yield from _shared_names(graph, distinct or {})
    dangling = False
    for fact in graph.facts.values():
        for finding in _missing(graph, fact):
            dangling = True
            yield finding
        yield from _by_itself(fact)
    if dangling:  # what follows needs both ends of every fact
        return
    for fact in graph.facts.values():
        yield from _ends(graph, fact)
        yield from _mutual(graph, fact)
    containment = Containment(graph)
    for fact_id in containment.circles():
        yield Finding(fact_id, "to", "what lies in what runs in a circle; take one of its links away")
    yield from _parts(graph, containment)
    yield from _unsaid_parts(graph, containment)


def _shared_names(graph: Graph, distinct: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    owners: dict[str, list[str]] = defaultdict(list)
    for entity in graph.entities.values():
        for key in dict.fromkeys(map(fold, entity.all_names)):
            if not key:
                yield Finding(entity.id, "aliases", "a name without a letter or digit; take it out")
            owners[key].append(entity.id)
    for key, ids in owners.items():
        if len(ids) > 1 and not set(ids) <= distinct.get(key, frozenset()):
            others = ", ".join(ids[:-1])
            yield Finding(ids[-1], "name", f"'{key}' also names {others}; merge them, or declare them in distinct.csv")


def _missing(graph: Graph, fact: Fact) -> Iterator[Finding]:
    columns = {"from": fact.from_, "to": fact.to, "event": fact.event}
    columns |= {name: getattr(fact, name, None) for name in ("structure", "venue")}
    for column, entity in columns.items():
        if entity is not None and entity not in graph.entities:
            yield Finding(fact.id, column, f"there is no entity '{entity}'; add it to a table, or correct the id")
    if fact.document and fact.document not in graph.documents:
        yield Finding(fact.id, "document", f"there is no document '{fact.document}'; add it to documents.csv")
    for source in fact.sources:
        if source not in graph.sources:
            yield Finding(fact.id, "sources", f"there is no source '{source}'; add it to sources.csv")
    for column, ids in (("part_of", fact.part_of), ("disagrees_with", fact.disagrees_with)):
        for other in ids:
            if other not in graph.facts:
                yield Finding(fact.id, column, f"there is no fact '{other}'; correct the id")


def _by_itself(fact: Fact) -> Iterator[Finding]:
    if fact.status is None and not fact.structural:
        yield Finding(fact.id, "status", "required, but empty; write signed, in_force, completed, planned …")
    if fact.certainty == "read" and not fact.note:
        yield Finding(fact.id, "note", "required where certainty is 'read'; say why it had to be interpreted")
    for number, unit in (("amount", "currency"), ("quantity", "unit")):
        value, top = getattr(fact, number), getattr(fact, f"{number}_max")
        if value is not None and getattr(fact, unit) is None:
            yield Finding(fact.id, unit, f"required beside {number}, but empty")
        if value is None and any(getattr(fact, name) for name in (unit, f"{number}_max", f"{number}_qualifier")):
            yield Finding(fact.id, number, "required beside its unit, upper end or qualifier, but empty")
        if value is not None and top is not None and top <= value:
            yield Finding(fact.id, f"{number}_max", f"{top} is not more than {value}; it is the upper end of a range")
    if fact.growth is None and (fact.growth_qualifier or fact.growth_base) and not fact.growth_text:
        yield Finding(fact.id, "growth", "required beside its qualifier or base, but empty")


def _ends(graph: Graph, fact: Fact) -> Iterator[Finding]:
    start, end = graph.entities[fact.from_], graph.entities[fact.to]
    for column, entity, allowed, unnamed in (
        ("from", start, fact.from_types, fact.from_unnamed),
        ("to", end, fact.to_types, fact.to_unnamed),
    ):
        if entity.type not in allowed and not (unnamed and entity.type in PLACES | BODIES):
            listed = ", ".join(sorted(allowed))
            yield Finding(fact.id, column, f"a {entity.type} can't stand here in {fact.type}; it takes {listed}")
    countries = (start.country, end.country)
    if fact.cross_border and countries == ("CN", "BY"):
        yield Finding(fact.id, "from", f"{fact.type} is written from Belarus to China; swap from and to")
    if fact.cross_border and not fact.domestic and countries[0] == countries[1] != "XX":
        yield Finding(fact.id, "to", f"{fact.type} ties Belarus to China, and both ends lie in {countries[0]}")
    if fact.type == "TRADE_FLOW":
        yield from _flow_direction(fact, countries)
    if fact.type == "INDICATOR" and start.country == "XX" and end.id not in ("BY", "CN"):
        yield Finding(fact.id, "to", "an indicator points to a country")


def _flow_direction(fact: Fact, countries: tuple[str, str]) -> Iterator[Finding]:
    measure = getattr(fact, "measure", None)
    direction = getattr(fact, "direction", None)
    if measure == "import" and countries == ("BY", "CN"):
        yield Finding(fact.id, "from", "an import of Belarus runs from China to Belarus; swap from and to")
    if measure in ("export", "turnover") and countries == ("CN", "BY"):
        yield Finding(fact.id, "from", f"{measure} runs from Belarus to China; swap from and to")
    if (measure == "turnover") != (direction == "both"):
        yield Finding(fact.id, "direction", "a turnover has 'both' here, and nothing else has")


def _mutual(graph: Graph, fact: Fact) -> Iterator[Finding]:
    for other in fact.disagrees_with:
        if fact.id not in graph.facts[other].disagrees_with:
            yield Finding(fact.id, "disagrees_with", f"'{other}' doesn't name this fact in turn; add it there")


def _parts(graph: Graph, containment: Containment) -> Iterator[Finding]:
    for fact in graph.facts.values():
        for whole in fact.part_of:
            reason = containment.why_not_within(fact, graph.facts[whole])
            if reason:
                yield Finding(fact.id, "part_of", f"it doesn't lie within '{whole}': {reason}")


def _unsaid_parts(graph: Graph, containment: Containment) -> Iterator[Finding]:
    """Flows that lie within another of the same measure and unit, or are of equal extent, and don't say so."""
    flows = [f for f in graph.facts.values() if f.type == "TRADE_FLOW" and f.status not in PLANS and f.date]
    for flow, whole in containment.nested(flows):
        if containment.equal_extent(flow, whole):
            said = whole.id in containment.wholes(flow) or flow.id in containment.wholes(whole)
            if not said and whole.id not in flow.disagrees_with:
                yield Finding(
                    flow.id, "disagrees_with", f"it measures what '{whole.id}' measures; name each other here"
                )
        elif whole.id not in containment.wholes(flow):
            yield Finding(flow.id, "part_of", f"it lies within '{whole.id}'; name that here, so that sums hold it once")
