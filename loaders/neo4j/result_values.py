"""Values of a Neo4j as plain ones: what a question that somebody typed may return."""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time


def plain_value(value: Any) -> Any:
    """A value as JSON has it: a node or relationship by its properties, a path as the list of both along it."""
    if isinstance(value, Path):
        hops = zip(value.nodes, value.relationships, strict=False)
        return [plain_value(part) for part in (*chain.from_iterable(hops), value.nodes[-1])]
    if isinstance(value, Relationship):
        return {"type": value.type} | _public(value)
    if isinstance(value, Node | dict):
        return _public(value)
    if isinstance(value, list | tuple):
        return [plain_value(part) for part in value]
    if isinstance(value, Date | DateTime | Time):
        return value.iso_format()
    return str(value) if isinstance(value, Duration | Point | bytes | bytearray) else value


def _public(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain_value(value) for name, value in properties.items() if not name.startswith("_")}
