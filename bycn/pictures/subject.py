"""What is drawn: the whole graph, a neighbourhood, the paths between two entities, or a canned question's facts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from bycn.graph_model.ids import work_of
from bycn.graph_model.messages import Spelling, Worded
from bycn.graph_model.names import UnknownName
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.pictures import MOST_ENTITIES
from bycn.pictures.look import Look
from bycn.pictures.phrases import Phrase, in_each
from bycn.pictures.strands import line_type
from bycn.queries.filters import NO_FILTERS, Filters, filtered
from bycn.queries.remarks import Remark
from bycn.queries.resolving import Place

if TYPE_CHECKING:
    import networkx as nx

    from bycn.queries.layers import Rules
    from bycn.queries.library import Library


COOPERATION = Phrase("Belarus–China cooperation")
_MOST_CHAINS = 30
EVERYTHING = Phrase("All entities and facts")
BY_REGION = Phrase("Regions of Belarus and provinces of China")


class Region(NamedTuple):
    """The oblast, province or first-level city that an entity lies in."""

    id: str
    name: str


class Choice(NamedTuple):
    """Which facts a picture shows, and what it is called. `facts` is None for all that the filters keep."""

    title: Phrase | str
    subtitle: Phrase | str
    facts: Sequence[str] | None
    entities: Sequence[str] = ()
    """Entities that are drawn even without a fact, such as those asked for."""
    levels: Mapping[str, float] = {}
    """Of paths, how far each entity is from the start."""


@dataclass(frozen=True)
class Subject:
    """All that a picture shows, as the graph holds it; `remarks` says what was left out."""

    title: str
    subtitle: str
    entities: dict[str, Record]
    facts: list[Record]
    regions: dict[str, Region]
    evidence: dict[str, Record]
    """The sources and documents of the facts, by id."""
    remarks: list[Remark] = field(default_factory=list)
    asked: Sequence[str] = ()
    """Entities that are drawn even without a fact."""
    levels: Mapping[str, float] = field(default_factory=dict)
    """Of paths, how far each entity is from the start."""
    places: dict[str, Record] = field(default_factory=dict)
    """The regions, drawn or not, with their names in all languages."""
    lying: tuple[tuple[str, str], ...] = ()
    """Of paths, what lies in what as works say that weren't asked for: drawn, but no fact of the picture."""

    @property
    def cited(self) -> dict[str, Record]:
        """The sources that the facts rest on, and the works that these belong to."""
        ids = {i for fact in self.facts for source in fact["properties"]["sources"] for i in (source, work_of(source))}
        return {i: node for i, node in self.evidence.items() if i in ids}


@dataclass(frozen=True)
class TooManyToSee(Worded):
    """Only `drawn` of many entities are drawn, and `facts` are left out with the others."""

    entities: int
    drawn: int
    facts: int

    def in_words(self, spelled: Spelling) -> str:
        """How many are left out, and how to draw less, or all."""
        return (
            f"{self.entities:,} entities are too many to see: the {self.drawn:,} with the most facts are drawn, "
            f"{self.entities - self.drawn:,} entities and {self.facts:,} facts are left out; "
            f"name an entity, or filter by {spelled('type')} or {spelled('sector')}, to draw less; "
            f"{spelled('everything', value=True)} draws everything"
        )


@dataclass(frozen=True)
class ManyChains(Worded):
    """Of very many chains one is drawn."""

    chains: int

    def in_words(self, spelled: Spelling) -> str:
        """Of how many, and how to draw all."""
        everything = spelled("everything", value=True)
        return f"one of {self.chains:,} chains of this length is drawn; {everything} draws them all"


def whole(filters: Filters) -> Choice:
    """Every fact that the filters keep."""
    return Choice(COOPERATION, EVERYTHING if filters == NO_FILTERS else "", None)


def chosen(engine: Engine, facts: "Iterable[str] | nx.Graph", filters: Filters) -> Choice:
    """Facts by their ids, or those of a network with ids of ours: by the keys of its edges, or else by their pairs.

    Raises:
        UnknownName: there is no such fact.

    """
    every = {f["id"]: {f["start"], f["end"]} for f in engine.stream(*filtered(statement("export/facts"), NO_FILTERS))}
    edges = getattr(facts, "edges", None)
    if edges is None:
        ids = set(facts)
    elif facts.is_multigraph():  # type: ignore[union-attr]
        ids = {key for *_, key in edges(keys=True)}
    else:
        pairs = {frozenset(pair) for pair in edges()}
        ids = {id_ for id_, ends in every.items() if frozenset(ends) in pairs}
    for id_ in sorted(ids, key=str):
        if id_ not in every:
            raise UnknownName(str(id_), ())
    if filters != NO_FILTERS:
        ids &= {f["id"] for f in engine.stream(*filtered(statement("export/facts"), filters))}
    entities = sorted({entity for id_ in ids for entity in every[id_]})
    return Choice(COOPERATION, Phrase("Chosen facts"), sorted(ids), entities)


def neighbourhood(
    engine: Engine, places: Sequence[Place], depth: int, filters: Filters, *, exact: bool = False
) -> Choice:
    """The facts met within `depth` steps of some places and of all that lies inside them.

    The walk doesn't run on through a country, which would lead everywhere.
    """
    from bycn.queries.neighbours import steps

    inside = {p.id: [p.id] if exact else _inside(engine, p.id) for p in places}
    seen = {entity for entities in inside.values() for entity in entities}
    frontier, facts = sorted(seen), set[str]()
    for _ in range(depth):
        found = steps(engine, frontier, filters)
        facts.update(record["fact"] for record in found)
        frontier = sorted({r["id"] for r in found if r["entity_type"] != "country"} - seen)
        seen.update(frontier)
    ids = [p.id for p in places]
    within = " with all that lies inside" if any(len(ids) > 1 for ids in inside.values()) else ""
    values = {"steps": depth, "s": "s" if depth > 1 else ""}
    walk = Phrase(f"{{names}}{within}, and what is tied to it in {{steps}} step{{s}}", ids, values)
    return Choice(Phrase(f"{{names}} and {'its' if len(ids) == 1 else 'their'} ties", ids), walk, sorted(facts), ids)


def between(
    engine: Engine,
    first: Place,
    last: Place,
    filters: Filters,
    *,
    exact: bool = False,
    rules: "Rules | None" = None,
    everything: bool = False,
) -> tuple[Choice, list[Remark]]:
    """All that ties two directly, or every chain that is as short as the shortest, and what to say besides.

    Of more chains than can be seen one is drawn, unless `everything` is wanted.
    """
    from bycn.queries.connecting import Connecting
    from bycn.queries.layers import Rules

    connecting = Connecting(engine, first, last, exact, filters, rules or Rules())
    answer = connecting.answer(every_shortest=True)
    rows = list(answer)
    remarks = [] if rows else list(answer.remarks)
    if rows and rows[-1]["kind"] == "chain" and rows[-1]["path"] > _MOST_CHAINS and not everything:
        remarks.append(ManyChains(rows[-1]["path"]))
        rows = list(connecting.answer())
    ends = [first.id, last.id]
    levels, facts = along(engine, rows)
    if rows:
        levels = {first.id: 0, last.id: max(levels.values())} | levels
    subtitle = Phrase("How {0} and {1} are connected", ends)
    return Choice(Phrase("{0} – {1}", ends), subtitle, sorted(facts), ends, levels), remarks


def along(engine: Engine, rows: Sequence[Record]) -> tuple[dict[str, float], set[str]]:
    """How far each entity on some ways is from their start, and the facts on them: of passages, what lies where."""
    levels, facts = dict[str, float](), {str(row["fact"]) for row in rows if row["fact"]}
    passages = {(row[end], row["through_id"]) for row in rows if row["through_id"] for end in ("from_id", "to_id")}
    risings: dict[tuple[str, str], list[Record]] = {}
    inner, outer = [one for one, _ in sorted(passages)], [holder for _, holder in sorted(passages)]
    for rise in engine.run(statement("pictures/risings"), {"inner": inner, "outer": outer}):
        risings.setdefault((rise["inner"], rise["outer"]), []).append(rise)
        facts.update(rise["facts"])

    def put(entity: str, level: float) -> None:
        levels[entity] = min(level, levels.get(entity, level))

    for _, way in groupby(rows, itemgetter("path")):
        at = 0
        for _, hop in groupby(way, itemgetter("hop")):
            ties = list(hop)
            through, length = ties[0]["through_id"], 2 if ties[0]["through_id"] else 1
            for tie in ties:
                put(tie["from_id"], at)
                put(tie["to_id"], at + length)
            for end, start, step in (("from_id", at, 1), ("to_id", at + length, -1)):
                for rise in risings.get((ties[0][end], through), ()):
                    for steps, entity in enumerate(rise["entities"]):
                        put(entity, start + step * steps / len(rise["facts"]))
            at += length
    return levels, facts


def asked(
    engine: Engine,
    question: str,
    parameters: Mapping[str, Any],
    filters: Filters,
    *,
    exact: bool = False,
    library: "Library | None" = None,
) -> tuple[Choice, list[Remark]]:
    """The facts in the rows of a canned question, and what its answer remarks.

    Raises:
        WrongParameter: the question's rows name no facts, or as `bycn.queries.library.ask`.
        UnknownQuestion, UnknownName, AmbiguousName: as `bycn.queries.library.ask`.

    """
    from bycn.queries.answers import NoFacts
    from bycn.queries.errors import WrongParameter
    from bycn.queries.library import Library, ask

    library = library or Library()
    header = library.find(question).header
    answer = ask(engine, question, parameters, filters=filters, exact=exact, library=library)
    try:
        facts = sorted(answer.fact_ids())
    except NoFacts:
        remedy = "choose a question whose column 'fact' or 'facts' holds ids"
        raise WrongParameter(f"the rows of {question} name no facts; {remedy}") from None
    given = ", ".join(f"{name} = {value}" for name, value in parameters.items())
    values = {"title": header.title, "question": header.question, "given": f" ({given})" if given else ""}
    title, subtitle = Phrase("{title}", values=values), Phrase("{question}{given}", values=values)
    return Choice(title, subtitle, facts), answer.remarks


def _of_works(engine: Engine, ids: Sequence[str], filters: Filters) -> tuple[list[Record], tuple[tuple[str, str], ...]]:
    """Facts by their ids, and of those of works that weren't asked for what lies in what, on which a way leads on.

    Each fact says what the works asked for say.
    """
    facts = _by_id(engine, ids, filters.of_works())
    others = _by_id(engine, sorted({*ids} - {fact["id"] for fact in facts}), NO_FILTERS)
    return facts, tuple((fact["start"], fact["end"]) for fact in others)


def _by_id(engine: Engine, ids: Sequence[str], filters: Filters) -> list[Record]:
    found = engine.run(*filtered(statement("pictures/facts"), filters, facts=list(ids))) if ids else ()
    return sorted(found, key=itemgetter("id"))


def collect(
    engine: Engine,
    choice: Choice,
    filters: Filters,
    *,
    most: int | None = MOST_ENTITIES,
    measure: str | None = None,
    look: Look | None = None,
) -> Subject:
    """Fetch all that a choice shows, or its trade flows of one measure alone.

    Of more than `most` entities those with the most facts are kept.
    """
    look = look or Look()
    if choice.facts is None:
        facts = sorted(engine.run(*filtered(statement("export/facts"), filters)), key=itemgetter("id"))
        lying: tuple[tuple[str, str], ...] = ()
    else:
        facts, lying = _of_works(engine, choice.facts, filters)
    if measure:
        facts = [fact for fact in facts if line_type(fact) == f"TRADE_FLOW/{measure}"]
    facts, cut = _busiest(facts, choice.entities, most)
    ends = {fact[end] for fact in facts for end in ("start", "end")}
    ids = sorted(ends.union(choice.entities, *lying))
    properties = [fact["properties"] for fact in facts]
    cited = {i for p in properties for source in p["sources"] for i in (source, work_of(source))}
    cited |= {p["document"] for p in properties if p.get("document")}
    regions = _regions(engine, ids)
    held = sorted({region.id for region in regions.values()} - set(ids))
    records = {
        r["id"]: r["properties"] for r in engine.run(statement("pictures/entities"), {"entities": [*ids, *held]})
    }
    evidence = engine.run(statement("pictures/sources"), {"ids": sorted(cited)})
    subtitle = [choice.subtitle] if choice.subtitle != EVERYTHING or not (cut or measure) else []
    if cut:
        numbers = {"drawn": cut.drawn, "all": cut.entities}
        subtitle.append(Phrase("The {drawn} of {all} entities with the most facts", values=numbers))
    return Subject(
        in_each([choice.title], look, records),
        in_each(subtitle, look, records, filters, measure),
        {id_: records[id_] for id_ in ids if id_ in records},
        facts,
        regions,
        {record["id"]: record["properties"] for record in evidence},
        [cut] if cut else [],
        choice.entities,
        choice.levels,
        {region.id: records[region.id] for region in regions.values()},
        lying,
    )


def _busiest(facts: list[Record], kept: Iterable[str], most: int | None) -> tuple[list[Record], TooManyToSee | None]:
    counts = Counter(fact[end] for fact in facts for end in ("start", "end"))  # in the order of their first facts
    if most is None or len(counts) <= most:
        return facts, None
    asked = set(kept)
    ranked = sorted(counts, key=lambda entity: (entity not in asked, -counts[entity]))  # of as many, partners together
    drawn = set(ranked[:most])
    left = [fact for fact in facts if fact["start"] in drawn and fact["end"] in drawn]
    return left, TooManyToSee(len(counts), most, len(facts) - len(left))


def _inside(engine: Engine, id_: str) -> list[str]:
    if id_ in ("BY", "CN"):  # all of a country is the whole graph
        return [id_]
    return [record["id"] for record in engine.run(statement("pictures/inside"), {"place": id_})]


def _regions(engine: Engine, ids: list[str]) -> dict[str, Region]:
    """The nearest region of each entity that lies in one."""
    found: dict[str, Region] = {}
    for record in engine.run(statement("pictures/regions"), {"entities": ids}):
        found.setdefault(record["id"], Region(record["region"], record["name"]))
    return found
