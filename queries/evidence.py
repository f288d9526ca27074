"""Where facts come from."""

from dataclasses import replace

from bycn.graph_model.evidence import work_of
from bycn.graph_model.names import UnknownName, suggest
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.queries.amounts import MEASURED
from bycn.queries.answers import EVERY_ROW, Answer
from bycn.queries.filters import Filters, filtered

SOURCES = ("id", "author", "title", "year", "page", "address", "facts", "plans")
FACTS = ("fact", "type", "from", "to", "title", "date", "status", *MEASURED, "locator")


def sources(engine: Engine, filters: Filters | None = None) -> Answer:
    """Every source, with the number of facts and of plans that cite it."""
    found = engine.run(*filtered(statement("evidence/facts_by_source"), filters, limit=EVERY_ROW))
    counts = {record["source"]: record for record in found}
    none = {"facts": 0, "plans": 0}
    rows = [record | counts.get(record["id"], none) for record in _all_sources(engine)]
    return Answer.of(SOURCES, rows)


def facts_of_source(engine: Engine, source: str, filters: Filters | None = None) -> Answer:
    """The facts that cite a source, given by its id, its end ("fn-16") or its number.

    Raises:
        UnknownName: there is no such source.

    """
    known = [record["id"] for record in _all_sources(engine)]
    found = _known(source, known)
    asked = filtered(statement("evidence/facts_of_source"), filters, source=found, limit=EVERY_ROW)
    return replace(Answer.of(FACTS, engine.run(*asked), engine=engine), about=found)


def with_known_sources(engine: Engine, filters: Filters) -> Filters:
    """Filters whose sources are those of the graph, each by its id: a work, or one of its footnotes ("fn-16").

    Raises:
        UnknownName: there is no such source.

    """
    ids = [record["id"] for record in _all_sources(engine)]
    known = sorted({*ids, *map(work_of, ids)})
    return filters._replace(
        works=tuple(_known(source, known) for source in filters.works),
        without_works=tuple(_known(source, known) for source in filters.without_works),
    )


def known_source(engine: Engine, source: str) -> str:
    """The id of a source, which is given by its id, its end ("fn-16") or its number.

    Raises:
        UnknownName: there is no such source.

    """
    return _known(source, [record["id"] for record in _all_sources(engine)])


def _known(source: str, known: list[str]) -> str:
    """The id of a source, which is given by its id, its end or its number."""
    wanted = f"fn-{source.strip()}" if source.strip().isdigit() else source.strip().casefold()
    matches = [id_ for id_ in known if id_.casefold() == wanted]
    matches = matches or [id_ for id_ in known if id_.casefold().endswith(f"/{wanted}")]
    if len(matches) != 1:
        raise UnknownName(source, matches[:3] or _alike(wanted, known))
    return matches[0]


def _alike(wanted: str, known: list[str]) -> list[str]:
    """Sources that look like one, in whole or by their end; else the works that there are."""
    by_form = {id_.rpartition("/")[2]: id_ for id_ in known} | {id_: id_ for id_ in known}
    alike = [by_form[form] for form in suggest(wanted, by_form)]
    return list(dict.fromkeys(alike)) or [id_ for id_ in known if "/" not in id_][:3]


def _all_sources(engine: Engine) -> list[Record]:
    return engine.run(statement("evidence/sources"), {"limit": EVERY_ROW})
