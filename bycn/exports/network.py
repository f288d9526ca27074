"""The graph as network programs take it: a node an entity, an edge a fact, and a place for every node."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from bycn.citation import credit_line
from bycn.exports.attributes import AttributeKind, attributes
from bycn.exports.records import EVIDENCE, Contents
from bycn.graph_model.entities import ENTITY_TYPES
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.fields import snake_case
from bycn.loaders.engine import Engine, Record
from bycn.loaders.statements import NODE_CLASSES
from bycn.pictures.strands import has_arrow
from bycn.queries.filters import Filters
from bycn.queries.network_attributes import Kinds, of_entity, of_fact

MOST_PLACED = 5_000
"""Up to so many facts the picture is laid out; the nodes of a larger graph stand in rows, for a program to lay out."""
_STEP = 60


class Node(NamedTuple):
    """An entity, or where it is asked for a source or document. `y` counts downwards."""

    id: str
    x: int
    y: int
    facts: int
    attributes: Record


class Edge(NamedTuple):
    """A fact from one entity to another."""

    id: str
    start: str
    end: str
    attributes: Record
    fact: Record


@dataclass(frozen=True)
class Network:
    """What an export holds, as a network."""

    engine: Engine
    filters: Filters
    found: Contents
    with_sources: bool = False

    @property
    def credit(self) -> str:
        """Whose work it is."""
        return credit_line(self.found.cited(), "Written")

    @cached_property
    def node_attributes(self) -> dict[str, AttributeKind]:
        """What nodes may tell, in the order of the declarations."""
        own: dict[str, AttributeKind] = {"label": "text", "entity_type": "text", "facts": "whole number"}
        classes = NODE_CLASSES if self.with_sources else ENTITY_TYPES
        return own | _but_named(attributes(classes.values()))

    @cached_property
    def edge_attributes(self) -> dict[str, AttributeKind]:
        """What edges may tell, likewise."""
        own: dict[str, AttributeKind] = {"label": "text", "kind": "text", "fact_type": "text", "weight": "number"}
        return own | {"direction_matters": "flag"} | _but_named(attributes(FACT_TYPES.values()))

    def nodes(self) -> Iterator[Node]:
        """The nodes by their ids, sources and documents first."""
        counts = Counter(fact[end] for fact in self.found.facts for end in ("start", "end"))
        places = self._places() if counts.total() <= 2 * MOST_PLACED else {}
        left, below = _corner(places)
        free = 0
        wide = math.isqrt(sum(1 for _ in self._records())) + 1
        for record in self._records():
            id_ = record["id"]
            place = places.get(id_)
            if place is None:
                place = left + _STEP * (free % wide), below + _STEP * (1 + free // wide)
                free += 1
            yield Node(id_, *place, counts[id_], _of_node(record) | {"facts": counts[id_]})

    def edges(self) -> Iterator[Edge]:
        """The edges by their ids."""
        kinds = Kinds()
        for fact in self.found.facts:
            start, end = fact["start"], fact["end"]
            attributes = of_fact(fact["type"], fact["properties"], kinds.next(fact["type"], start, end))
            yield Edge(fact["id"], start, end, attributes | {"direction_matters": has_arrow(fact)}, fact)

    def _records(self) -> Iterator[Record]:
        if self.with_sources:
            yield from (node for node in self.found.nodes if node["label"] in EVIDENCE)
        yield from self.found.network()

    def _places(self) -> dict[str, tuple[int, int]]:
        from bycn.pictures.layout import lay_out
        from bycn.pictures.subject import collect, whole

        subject = collect(self.engine, whole(self.filters), self.filters, most=None)
        every = replace(subject, asked=list(subject.entities))  # even those that only stand in for an unnamed party
        return {node.id: (node.x, node.y) for node in lay_out(every).nodes} if subject.facts else {}


def _but_named(declared: dict[str, AttributeKind]) -> dict[str, AttributeKind]:
    return {name: kind for name, kind in declared.items() if name not in ("id", "type")}


def _of_node(record: Record) -> Record:
    properties = record["properties"]
    if record["label"] not in EVIDENCE:
        return of_entity(properties)
    type_ = snake_case(record["label"])
    return of_entity(properties | {"name": properties.get("title") or record["id"], "type": type_})


def _corner(places: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """The left edge and the foot of what has its place."""
    if not places:
        return 0, 0
    return min(x for x, _ in places.values()), max(y for _, y in places.values())
