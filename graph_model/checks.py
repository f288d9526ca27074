"""The rules that a fact keeps by itself and towards the rest of its graph."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from bycn.graph_model.containment import MOST_HOLDERS, Containment, equal_extent
from bycn.graph_model.dates import PartialDate
from bycn.graph_model.entities import Entity, Institution
from bycn.graph_model.facts import MADE_BY_LOADER, Contract, Fact, JointProject, TradeFlow
from bycn.graph_model.folding import fold
from bycn.graph_model.graph import Graph
from bycn.graph_model.joined_rows import by_date, rows_of
from bycn.graph_model.names import suggest
from bycn.graph_model.vocabulary import BODIES, EVENTS, PARTIES, PLANS, SITES

_FORWARD = frozenset({("BY", "CN"), ("BY", "XX"), ("XX", "CN")})
"""From Belarus to China; what belongs to both stands at the end that the other party leaves free."""
_BACKWARD = frozenset((end, start) for start, end in _FORWARD)
_ISO = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,6}(?:/|$)")
"""The id of no source that begins with the name of a site."""
_FIRST_LEVEL = frozenset({"country", "oblast", "province", "city"})
_SEATS = {"oblast": "BY", "province": "CN"}
_OF_NO_COUNTRY = frozenset({"institution", "university", "event"})
_REFERENCE = ("reference",)
_TOLD_OF_ONE_FLOW = 5
"""At most this many flows that hold another are listed: among many equal flows there are too many pairs."""
_NAMED_TYPES = {"event": EVENTS, "venue": frozenset({"exchange"}), "structure": BODIES}
"""What the entities may be that a fact names besides its ends."""


class Link(NamedTuple):
    """That a fact names another in `part_of` or `disagrees_with`."""

    fact: str
    column: str
    other: str


class Finding(NamedTuple):
    """A rule that a record breaks: the record's id, the column, what is wrong and what would be right.

    `lacking` is the link that would cure it, where that follows from what the facts tell.
    """

    id: str
    column: str
    message: str
    lacking: Link | None = None


def findings(
    graph: Graph,
    distinct: Mapping[str, Collection[str]] | None = None,
    alone: Mapping[str, Fact] | None = None,
    damaged: Collection[str] = (),
) -> Iterator[Finding]:
    """Every rule that the graph breaks.

    `distinct` gives the folded names that different entities may share, `alone` the rows of facts that several rows
    state, each as it is in its table, `damaged` the ids of records that are there but unsound: they aren't reported
    as missing.
    """
    yield from _ids(graph)
    yield from _shared_names(graph, distinct or {})
    yield from _authorities(graph, damaged)
    whole = not damaged
    for fact in (graph.facts | dict(alone or {})).values():
        for finding in _missing(graph, fact, damaged):
            whole = False
            yield finding
        yield from _by_itself(fact)
        yield from _ends(graph, fact)
    for fact in graph.facts.values():
        yield from _mutual(graph, fact)
    if not whole:  # what lies in what is known when all of it is there
        return
    containment = Containment(graph)
    round_about = list(containment.circles())
    for fact_id in round_about:
        yield Finding(fact_id, "to", "these hold one another in a circle; remove one of the links")
    overfull = [] if round_about else list(containment.overfull())
    for fact_id in overfull:
        yield Finding(fact_id, "from", f"this lies inside more than {MOST_HOLDERS} others; remove some of the links")
    if round_about or overfull:
        return
    yield from _parts(graph, containment)
    yield from _unsaid_parts(graph, containment)


def findings_in_part(
    graph: Graph, fact: Fact, unjudged: Collection[str], damaged: Collection[str]
) -> Iterator[Finding]:
    """The rules that a fact breaks in what is sound of it: some of its columns are wrong and stand for nothing."""
    for finding in (*_missing(graph, fact, damaged), *_by_itself(fact), *_ends(graph, fact)):
        if finding.column not in unjudged and not (finding.column == "id" and "sources" in unjudged):
            yield finding


def _ids(graph: Graph) -> Iterator[Finding]:
    """Ids that don't tell the type, countries that can't be, and sources of two years."""
    for entity in graph.entities.values():
        is_code = entity.type in _FIRST_LEVEL and _ISO.fullmatch(entity.id)
        if not is_code and not entity.id.startswith(f"{entity.type}/"):
            yield Finding(entity.id, "id", f"it doesn't say what this is; begin it with '{entity.type}/'")
        yield from _seat(entity)
        for former in entity.former_ids:
            if former in graph.entities:
                yield Finding(entity.id, "former_ids", f"'{former}' is the id of an entity now; take it out")
    for source in graph.sources.values():
        if source.date and source.year and not source.date.overlaps(PartialDate.parse(str(source.year))):
            yield Finding(source.id, "date", f"it doesn't lie in {source.year}, the year given; correct one of the two")
    for document in graph.documents.values():
        if not document.id.startswith("document/"):
            yield Finding(document.id, "id", "it doesn't say what this is; begin it with 'document/'")


def _seat(entity: Entity) -> Iterator[Finding]:
    right = entity.id if entity.type == "country" else _SEATS.get(entity.type)
    if right and entity.country != right:
        yield Finding(entity.id, "country", f"'{entity.id}' can't lie in {entity.country}; write {right}")
    elif entity.country == "XX" and entity.type not in _OF_NO_COUNTRY:
        yield Finding(entity.id, "country", "XX is for joint and international bodies; write BY or CN")


def _shared_names(graph: Graph, distinct: Mapping[str, Collection[str]]) -> Iterator[Finding]:
    owners: dict[str, list[str]] = defaultdict(list)
    for entity in graph.entities.values():
        for key in dict.fromkeys(map(fold, entity.all_names)):
            if not key:
                yield Finding(entity.id, "name", "one of its names holds no letter or digit; take it out")
            owners[key].append(entity.id)
    for key, ids in owners.items():
        if len(ids) > 1 and not set(ids).issubset(distinct.get(key, ())):
            others = ", ".join(ids[:-1])
            yield Finding(ids[-1], "name", f"'{key}' also names {others}; merge them, or declare them in distinct.csv")


def _authorities(graph: Graph, damaged: Collection[str]) -> Iterator[Finding]:
    """An authority lies in what it governs and nowhere else: its ties are found there, not where it sits."""
    seats = {e.id: e.seat for e in graph.entities.values() if isinstance(e, Institution) and e.seat}
    for id_, seat in seats.items():
        place = graph.entities.get(seat)
        if place is None and seat not in damaged:
            yield Finding(id_, "seat", f"there is no entity '{seat}'; add it to a table, or correct the id")
        elif place and place.type not in SITES:
            yield Finding(id_, "seat", _wrong_type(place, "'seat'", SITES))
    governed: dict[str, str] = {}
    for fact in graph.facts.values() if seats else ():
        if fact.type == "LOCATED_IN" and fact.from_ in seats and governed.setdefault(fact.from_, fact.to) != fact.to:
            remedy = f"it has a seat and lies in '{governed[fact.from_]}' already; keep the link to what it governs"
            yield Finding(fact.id, "to", f"an authority lies in one place only: {remedy}")


def _missing(graph: Graph, fact: Fact, damaged: Collection[str]) -> Iterator[Finding]:
    for column, id_ in _named(fact):
        if id_ not in graph.entities and id_ not in damaged:
            yield Finding(fact.id, column, f"there is no entity '{id_}'; add it to a table, or correct the id")
    if fact.document and fact.document not in graph.documents and fact.document not in damaged:
        yield Finding(fact.id, "document", f"there is no document '{fact.document}'; add it to documents.csv")
    for source in dict.fromkeys(fact.sources):  # reported once, however often it stands there
        if source not in graph.sources and source not in damaged:
            yield Finding(fact.id, "sources", _no_source(source, tuple(graph.sources)))
    if fact.part_of or fact.disagrees_with:
        yield from _missing_facts(graph, fact, damaged)


@lru_cache(maxsize=256)
def _no_source(id_: str, known: tuple[str, ...]) -> str:
    if _ADDRESS.match(id_):
        return f"'{id_}' is an address; give the page a row in sources.csv and write the id of that here"
    meant = _ending(id_, known) or next(iter(suggest(id_, known, 1)), None)
    remedy = f"did you mean '{meant}'? If not, add it" if meant else "add it"
    return f"there is no source '{id_}'; {remedy} to sources.csv"


def _ending(id_: str, known: Iterable[str]) -> str | None:
    """The known id that ends in an unknown one, as answers shorten ids."""
    found = [one for one in known if one.endswith(f"/{id_}")]
    return found[0] if len(found) == 1 else None


def no_fact(id_: str, known: Iterable[str]) -> str:
    """What to say of the id of no fact."""
    meant = _ending(id_, known)
    remedy = f"did you mean '{meant}'?" if meant else "correct the id"
    return f"there is no fact '{id_}'; {remedy}"


def _missing_facts(graph: Graph, fact: Fact, damaged: Collection[str]) -> Iterator[Finding]:
    for column, ids in (("part_of", fact.part_of), ("disagrees_with", fact.disagrees_with)):
        for other in dict.fromkeys(ids):
            if other == fact.id:
                yield Finding(fact.id, column, "it names the fact itself; name another, or leave it empty")
            elif other not in graph.facts and other not in damaged:
                yield Finding(fact.id, column, no_fact(other, graph.facts))


def _named(fact: Fact) -> Iterator[tuple[str, str]]:
    """The entities that a fact names, by column, its ends first."""
    yield "from", fact.from_
    yield "to", fact.to
    if fact.event:
        yield "event", fact.event
    if isinstance(fact, JointProject):
        if fact.structure:
            yield "structure", fact.structure
    elif isinstance(fact, Contract | TradeFlow) and fact.venue:
        yield "venue", fact.venue


def _by_itself(fact: Fact) -> Iterator[Finding]:
    if fact.status is None and fact.trait != "structure":
        yield Finding(fact.id, "status", "required, but empty; write signed, in_force, completed, planned …")
    if fact.certainty == "read" and not fact.note:
        yield Finding(fact.id, "note", "required where certainty is 'read'; say why it had to be interpreted")
    if (fact.sources == _REFERENCE) != fact.id.startswith("reference/"):
        remedy = "ids begin with 'reference/' where that is the only source, and nowhere else"
        yield Finding(fact.id, "id", f"it doesn't fit the sources; {remedy}")
    if any(getattr(fact, name) for name in MADE_BY_LOADER):
        yield from _joined_rows(fact)
    yield from _measured(fact, "amount", "currency")
    yield from _measured(fact, "quantity", "unit")
    if fact.growth is None and (fact.growth_qualifier or fact.growth_base) and not fact.growth_text:
        yield Finding(fact.id, "growth", "required with its qualifier or base, but empty")


def _joined_rows(fact: Fact) -> Iterator[Finding]:
    """What exports say of a fact that several rows state fits together."""
    rows = rows_of(fact)
    sources = {source for row in rows for source in row.sources}
    ids = tuple(row.id for row in rows)
    if len(ids) == 1 or ids != fact.rows or sources != set(fact.sources) or fact.date != by_date(rows)[0].date:
        remedy = f"leave {', '.join(MADE_BY_LOADER)} empty, and name the fact in 'same_as'"
        yield Finding(fact.id, "rows", f"what its rows say doesn't fit together; {remedy}")


def _measured(fact: Fact, name: str, per: str) -> Iterator[Finding]:
    value, top = getattr(fact, name), getattr(fact, f"{name}_max")
    if value is None:
        if top is not None or getattr(fact, f"{name}_qualifier") or getattr(fact, per):
            yield Finding(fact.id, name, "required with its unit, upper end or qualifier, but empty")
        return
    if getattr(fact, per) is None:
        yield Finding(fact.id, per, f"required with {name}, but empty")
    if top is not None and top <= value:
        yield Finding(fact.id, f"{name}_max", f"{top} is not more than {value}; it is the upper end of a range")


def _ends(graph: Graph, fact: Fact) -> Iterator[Finding]:
    start, end = graph.entities.get(fact.from_), graph.entities.get(fact.to)
    if start is None or end is None:
        return
    if start.type not in fact.from_types and not (fact.from_unnamed and start.type in PARTIES):
        yield Finding(fact.id, "from", _wrong_type(start, fact.type, fact.from_types))
    if end.type not in fact.to_types and not (fact.to_unnamed and end.type in PARTIES):
        yield Finding(fact.id, "to", _wrong_type(end, fact.type, fact.to_types))
    countries = (start.country, end.country)
    yield from _sides(fact, countries)
    if isinstance(fact, TradeFlow):
        yield from _flow_direction(fact, countries)
    if isinstance(fact, Contract | TradeFlow) and "exchange" in (start.type, end.type):
        yield from _on_the_exchange(fact, start, end)
    for column, id_ in islice(_named(fact), 2, None):
        yield from _typed(graph, fact, column, id_)


def _sides(fact: Fact, countries: tuple[str, str]) -> Iterator[Finding]:
    if fact.cross_border:
        if countries in _BACKWARD:
            yield Finding(fact.id, "from", f"{fact.type} is written from Belarus to China; swap from and to")
        if fact.from_ == fact.to and not fact.from_unnamed and not fact.to_unnamed:
            yield Finding(fact.id, "to", f"'{fact.to}' is both ends; name the other party")
        elif not fact.domestic and countries[0] == countries[1] != "XX":
            yield Finding(fact.id, "to", f"{fact.type} ties Belarus to China, but both ends lie in {countries[0]}")


def _typed(graph: Graph, fact: Fact, column: str, id_: str) -> Iterator[Finding]:
    entity, allowed = graph.entities.get(id_), _NAMED_TYPES[column]
    if entity and entity.type not in allowed:
        yield Finding(fact.id, column, _wrong_type(entity, f"'{column}'", allowed))


def _wrong_type(entity: Entity, where: str, allowed: frozenset[str]) -> str:
    return f"'{entity.id}' can't stand in {where}, it is of type {entity.type}; allowed: {', '.join(sorted(allowed))}"


def _on_the_exchange(fact: Contract | TradeFlow, start: Entity, end: Entity) -> Iterator[Finding]:
    """The exchange as an end stands for whom nobody names, and is the venue as well."""
    for column, entity, unnamed in (("from_unnamed", start, fact.from_unnamed), ("to_unnamed", end, fact.to_unnamed)):
        if entity.type == "exchange":
            if unnamed:
                yield Finding(fact.id, column, "the exchange is already here for the unnamed party; leave it empty")
            if fact.venue != entity.id:
                yield Finding(fact.id, "venue", f"a deal of the exchange is made on it; write {entity.id}")


def _flow_direction(fact: TradeFlow, countries: tuple[str, str]) -> Iterator[Finding]:
    if fact.measure == "import" and countries in _FORWARD:
        yield Finding(fact.id, "from", "an import of Belarus runs from China to Belarus; swap from and to")
    if fact.measure != "import" and countries in _BACKWARD:
        yield Finding(fact.id, "from", f"{fact.measure} runs from Belarus to China; swap from and to")
    if (fact.measure == "turnover") != (fact.direction == "both"):
        yield Finding(fact.id, "direction", "a turnover has 'both' here, and nothing else has")


def _mutual(graph: Graph, fact: Fact) -> Iterator[Finding]:
    for other in fact.disagrees_with:
        if other in graph.facts and fact.id not in graph.facts[other].disagrees_with:
            lacking = Link(other, "disagrees_with", fact.id)
            yield Finding(fact.id, "disagrees_with", f"'{other}' doesn't name this fact in turn; add it there", lacking)


def _parts(graph: Graph, containment: Containment) -> Iterator[Finding]:
    for fact in graph.facts.values():
        if not fact.part_of:
            continue
        if fact.id in containment.wholes(fact):
            yield Finding(fact.id, "part_of", "it leads back to this fact; take one of the facts on the way out")
        elif len(containment.wholes(fact)) > MOST_HOLDERS:
            yield Finding(fact.id, "part_of", f"this is part of more than {MOST_HOLDERS} facts; take some of them out")
        for whole in fact.part_of:
            reason = containment.why_not_within(fact, graph.facts[whole])
            if reason:
                yield Finding(fact.id, "part_of", f"it doesn't lie within '{whole}': {reason}")


def _unsaid_parts(graph: Graph, containment: Containment) -> Iterator[Finding]:
    """Flows that lie within another of the same measure and unit, or are of equal extent, and don't say so."""
    flows = [f for f in graph.facts.values() if f.type == "TRADE_FLOW" and f.status not in PLANS and f.date]
    for flow, wholes in containment.nested(flows):
        unsaid = (found for whole in wholes if (found := _unsaid(flow, whole, containment)))
        yield from islice(unsaid, _TOLD_OF_ONE_FLOW)


def _unsaid(flow: Fact, whole: Fact, containment: Containment) -> Finding | None:
    if whole.id in containment.wholes(flow):
        return None
    if not equal_extent(flow, whole):
        message = f"it lies within '{whole.id}'; name that here, so that sums hold it once"
        return Finding(flow.id, "part_of", message, Link(flow.id, "part_of", whole.id))
    if whole.id in flow.disagrees_with or flow.id in containment.wholes(whole):
        return None
    message = f"it measures what '{whole.id}' measures; name each other here"
    return Finding(flow.id, "disagrees_with", message, Link(flow.id, "disagrees_with", whole.id))
