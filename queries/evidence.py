"""Where facts come from."""

from bycn.graph_model.names import UnknownName, suggest
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.queries.answers import EVERY_ROW, Answer
from bycn.queries.filters import Filters, filtered

SOURCES = ("id", "author", "title", "year", "page", "address", "facts", "plans")
FACTS = ("fact", "type", "from", "to", "title", "date", "status", "locator")


def sources(engine: Engine) -> Answer:
    """Every source, with the number of facts and of plans that cite it."""
    found = engine.run(statement("evidence/facts_by_source"), {"limit": EVERY_ROW})
    counts = {record["source"]: record for record in found}
    none = {"facts": 0, "plans": 0}
    rows = [record | counts.get(record["id"], none) for record in _all_sources(engine)]
    return Answer.of(SOURCES, rows)


def facts_of_source(engine: Engine, source: str, filters: Filters | None = None) -> Answer:
    """The facts that cite a source, given by its id, its end ("fn-16") or its number.

    Raises:
        UnknownName: there is no such source.

    """
    known = {record["id"] for record in _all_sources(engine)}
    wanted = f"fn-{source}" if source.isdigit() else source
    matches = [name for name in known if name == wanted or name.endswith(f"/{wanted}")]
    if len(matches) != 1:
        raise UnknownName(source, suggest(wanted, known))
    asked = filtered(statement("evidence/facts_of_source"), filters, source=matches[0], limit=EVERY_ROW)
    return Answer.of(FACTS, engine.run(*asked), engine=engine)


def _all_sources(engine: Engine) -> list[Record]:
    return engine.run(statement("evidence/sources"), {"limit": EVERY_ROW})
