"""Rows: what of a graph is sent to a database, by the statement that takes it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from bycn.graph_model.facts import Fact
from bycn.graph_model.graph import Element, Graph
from bycn.graph_model.properties import Properties, digest

Row = list[Any]
"""What a loading statement takes of a record; the last of it are the properties, without those that are missing."""
_T = TypeVar("_T")
BATCH = 5_000
"""How many rows a transaction takes by default."""


class Rows:
    """What makes rows of a graph's records."""

    def __init__(self, graph: Graph):
        self._dataset = graph.dataset
        self._properties = Properties(graph)

    def row(self, record: Element) -> Row:
        """The row of a record: by what its statement finds its place (an id, or both ends), and its properties."""
        place = [record.from_, record.to] if isinstance(record, Fact) else [record.id]
        properties = self._properties.of(record)
        properties |= {"_digest": digest(place, properties), "_bycn": self._dataset}
        return [*place, properties]


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
