"""Where facts come from."""

from graph_model.names import UnknownName, suggest
from loaders.cypher_files import statement
from loaders.engine import Engine
from queries.answers import Answer
from queries.filters import Filters

SOURCES = ("id", "author", "title", "year", "page", "address", "facts")
FACTS = ("fact", "type", "from", "to", "title", "date", "status", "locator")


def sources(engine: Engine) -> Answer:
    """Every source, with the number of facts that cite it."""
    counts = {r["source"]: r["facts"] for r in engine.run(statement("evidence/facts_by_source"))}
    found = [record["properties"] for record in engine.run(statement("evidence/sources"))]
    return Answer.of(SOURCES, [dict.fromkeys(SOURCES) | s | {"facts": counts.get(s["id"], 0)} for s in found])


def facts_of_source(engine: Engine, source: str, filters: Filters | None = None) -> Answer:
    """The facts that cite a source, given by its id, its end ("fn-16") or its number.

    Raises:
        UnknownName: there is no such source.

    """
    known = {record["properties"]["id"] for record in engine.run(statement("evidence/sources"))}
    wanted = f"fn-{source}" if source.isdigit() else source
    matches = [name for name in known if name == wanted or name.endswith(f"/{wanted}")]
    if len(matches) != 1:
        raise UnknownName(source, suggest(wanted, known))
    parameters = {"source": matches[0]} | (filters or Filters()).parameters()
    return Answer.of(FACTS, engine.run(statement("evidence/facts_of_source"), parameters))
