"""Rows: what of a graph is sent to a database, by the statement that takes it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from graph_model.facts import Fact
from graph_model.graph import Graph
from graph_model.properties import by_name, digest, property_values

Row = list[Any]
"""What a loading statement takes of a record; the last of it are the properties, without those that are missing."""
_T = TypeVar("_T")


def node_row(node: Any, dataset: str) -> Row:
    """The id of a node, and its properties."""
    values = property_values(node)
    return [node.id, by_name(type(node), values) | {"_bycn": dataset, "_digest": digest(values)}]


def fact_row(fact: Fact, dataset: str) -> Row:
    """The ends of a relationship, and its properties."""
    values = property_values(fact)
    traces = {"_bycn": dataset, "_digest": digest([fact.from_, fact.to, *values])}
    return [fact.from_, fact.to, by_name(type(fact), values) | traces]


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
