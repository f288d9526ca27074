"""Rows: what of a graph is sent to a database, by the statement that takes it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from graph_model.facts import Fact
from graph_model.graph import Graph, Record
from graph_model.properties import Value, by_name, digest, ends_of_naming, property_values

Row = list[Any]
"""What a loading statement takes of a record; the last of it are the properties, without those that are missing."""
_T = TypeVar("_T")


class Sketch(NamedTuple):
    """A record on its way to its row: enough to see whether a database has it already."""

    place: list[str]
    """By what its statement finds its place: the id of a node, the ends of a relationship."""
    values: list[Value]
    digest: str


class Rows:
    """What makes rows of a graph's records."""

    def __init__(self, graph: Graph):
        self._dataset = graph.dataset
        self._ends = ends_of_naming(graph)

    def sketch(self, record: Record) -> Sketch:
        """What the row of a record is made of."""
        place = [record.from_, record.to] if isinstance(record, Fact) else [record.id]
        values = property_values(record, self._ends.get(record.id))
        return Sketch(place, values, digest([*place, *values]))

    def row(self, record: Record, sketch: Sketch | None = None) -> Row:
        """The row of a record, from its sketch where there is one."""
        place, values, found = sketch or self.sketch(record)
        return [*place, by_name(type(record), values) | {"_bycn": self._dataset, "_digest": found}]


def nodes_by_label(graph: Graph) -> dict[str, list[Any]]:
    """The nodes of a graph by the label whose statement takes them."""
    found: dict[str, list[Any]] = defaultdict(list)
    for node in graph.nodes():
        found[node.label].append(node)
    return found


def facts_by_type(graph: Graph) -> dict[str, list[Fact]]:
    """The facts of a graph by relationship type."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in graph.facts.values():
        found[fact.type].append(fact)
    return found


def batches(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """Cut an iterable into lists of at most `size`."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
