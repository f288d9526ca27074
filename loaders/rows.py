"""Rows: what of a graph is sent to a database, by the statement that takes it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from graph_model.facts import Fact
from graph_model.graph import Graph
from graph_model.properties import digest, property_values

Row = list[Any]
_T = TypeVar("_T")


def node_row(node: Any, dataset: str) -> Row:
    """The values of a node in the order of its loading statement."""
    values = property_values(node)
    return [*values, dataset, digest(values)]


def fact_row(fact: Fact, dataset: str) -> Row:
    """The values of a relationship in the order of its loading statement: id, from, to, the other values."""
    first, *rest = property_values(fact)
    values = [first, fact.from_, fact.to, *rest]
    return [*values, dataset, digest(values)]


def nodes_by_label(graph: Graph) -> dict[str, list[Any]]:
    """The nodes of a graph by the label whose statement takes them."""
    found: dict[str, list[Any]] = defaultdict(list)
    for node in graph.nodes():
        found[node.label].append(node)
    return found


def entity_ids_by_label(graph: Graph) -> dict[str, list[str]]:
    """The ids of the entities by the label of their type."""
    found: dict[str, list[str]] = defaultdict(list)
    for entity in graph.entities.values():
        found[entity.label].append(entity.id)
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
