"""Where facts come from."""

from dataclasses import replace

from bycn.graph_model.ids import work_of
from bycn.graph_model.messages import Advice
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.queries.amounts import MEASURED
from bycn.queries.answers import EVERY_ROW, Answer
from bycn.queries.citing import cited
from bycn.queries.filters import NO_FILTERS, Filters, filtered
from bycn.queries.known_ids import choose_id

SOURCES = ("id", "author", "title", "outlet", "year", "date", "consulted", "page", "address", "facts", "plans")
FACTS = ("fact", "type", "from", "to", "title", "date", "status", *MEASURED, "locator")


def sources(engine: Engine, filters: Filters = NO_FILTERS) -> Answer:
    """Every source, with the number of facts and of plans that cite it; of works named, theirs alone."""
    found = engine.run(*filtered(statement("evidence/facts_by_source"), filters, limit=EVERY_ROW))
    counts = {record["source"]: record for record in found}
    none = {"facts": 0, "plans": 0}
    kept = (record for record in _all_sources(engine) if filters.keep_source(record["id"]))
    rows = [record | counts.get(record["id"], none) for record in kept]
    return Answer.of(SOURCES, rows)


def facts_of_source(engine: Engine, source: str, filters: Filters = NO_FILTERS) -> Answer:
    """The facts that cite a source, given by its id, its end ("fn-16") or its number.

    Raises:
        UnknownName: there is no such source.

    """
    known = [record["id"] for record in _all_sources(engine)]
    found = choose_id(source, known)
    asked = filtered(statement("evidence/facts_of_source"), filters, source=found, limit=EVERY_ROW)
    parts = sum(id_.startswith(f"{found}/") for id_ in known)
    problem = f"what rests on one of its {parts:,} sources isn't listed here"
    apart = Advice(problem, "the list of all sources, with {}, has these", "source")
    return replace(Answer.of(FACTS, engine.run(*asked), engine=engine), about=found, remarks=[apart] if parts else [])


def with_known_sources(engine: Engine, filters: Filters) -> Filters:
    """Filters whose sources are those of the graph, by id and as cited: a work, or one of its footnotes ("fn-16").

    Raises:
        UnknownName: there is no such source.

    """
    sources = {record["id"]: record for record in _all_sources(engine)}
    known = sorted({*sources, *map(work_of, sources)})
    works, without = (
        tuple(choose_id(source, known) for source in named) for named in (filters.works, filters.without_works)
    )
    as_cited = tuple(cited(source, sources) for source in (*works, *without))
    return filters._replace(works=works, without_works=without, cited=as_cited)


def _all_sources(engine: Engine) -> list[Record]:
    return engine.run(statement("evidence/sources"), {"limit": EVERY_ROW})
