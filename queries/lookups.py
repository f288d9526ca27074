"""Facts and sources by their ids."""

from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record, public


def facts_by_id(engine: Engine, ids: list[str]) -> list[Record]:
    """The facts of these ids, in their order, with the ids, names and types of both ends and all public properties."""
    found = {
        record["id"]: record | {"properties": public(record["properties"])}
        for record in engine.run(statement("lookups/facts"), {"ids": ids})
    }
    return [found[fact] for fact in ids if fact in found]


def sources_by_id(engine: Engine, ids: list[str]) -> list[Record]:
    """The properties of the sources of these ids, in order of their numbers."""
    return [public(record["properties"]) for record in engine.run(statement("lookups/sources"), {"ids": ids})]
