"""Values of a Neo4j as plain ones: what a question that somebody typed may return."""

import re
from collections.abc import Mapping
from itertools import chain
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

_SYSTEMS = {7203: "cartesian", 9157: "cartesian-3D", 4326: "WGS-84", 4979: "WGS-84-3D"}
_ON_EARTH = frozenset({4326, 4979})


def plain_value(value: Any) -> Any:
    """A value as JSON has it: a node or relationship by its properties, a path as the list of both along it."""
    if isinstance(value, Path):
        hops = zip(value.nodes, value.relationships, strict=False)
        return [plain_value(part) for part in (*chain.from_iterable(hops), value.nodes[-1])]
    if isinstance(value, Relationship):
        return {"type": value.type} | _public(value)
    if isinstance(value, Node | dict):
        return _public(value)
    if isinstance(value, Date | DateTime | Time):
        return _time(value)
    if isinstance(value, Duration):
        return value.iso_format()
    if isinstance(value, Point):
        return _point(value)
    if isinstance(value, list | tuple):
        return [plain_value(part) for part in value]
    return str(value) if isinstance(value, bytes | bytearray) else value


def _time(value: Date | DateTime | Time) -> str:
    """A time as the embedded engine writes it: seconds where there are any, their parts in threes, `Z` for UTC."""
    text = re.sub(r":00\.0{9}|\.0{9}|(?<=\d{3})(?:000){1,2}(?=[+-]|$)", "", value.iso_format())
    text = re.sub(r"(?<=\d)\+00:00$", "Z", text)
    zone = getattr(getattr(value, "tzinfo", None), "key", None) or getattr(getattr(value, "tzinfo", None), "zone", None)
    return f"{text}[{zone}]" if zone and zone != "UTC" else text  # the driver has the name for a mere `Z` too


def _point(value: Point) -> dict[str, Any]:
    """A point as a map of what it has in Cypher."""
    names = ("longitude", "latitude", "height") if value.srid in _ON_EARTH else ()
    coordinates = dict(zip(names, value, strict=False)) | dict(zip("xyz", value, strict=False))
    return coordinates | {"crs": _SYSTEMS.get(value.srid or 0), "srid": value.srid}


def _public(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain_value(value) for name, value in properties.items() if not name.startswith("_")}
