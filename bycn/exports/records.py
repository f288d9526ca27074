"""What an export holds: the nodes and facts of an engine, in order, in memory that doesn't grow with their number."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from bycn.exports.external_sort import Ordered
from bycn.graph_model.entities import Entity
from bycn.graph_model.evidence import Source
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.graph import Graph
from bycn.graph_model.ids import work_of
from bycn.graph_model.properties import property_names
from bycn.graph_model.vocabulary import CONTAINING
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.loaders.rows import Rows
from bycn.loaders.statements import NODE_CLASSES, TRACES
from bycn.queries.filters import NO_FILTERS, Filters, filtered

_NAMING = ("part_of", "disagrees_with", "held_by", "outdated_by")
"""The lists in which a fact names others."""
EVIDENCE = ("Source", "Document")
ENTITY = "Entity"
_CLASSES: dict[str, type] = {Entity.label: Entity, **NODE_CLASSES, **FACT_TYPES}
"""By the label of its nodes, or the type of its relationships."""


@dataclass(frozen=True)
class Contents:
    """Sources and documents first, then entities, then facts, each by id; all with their hidden properties.

    A node has `id`, `label` (of its type) and `properties`; a fact `id`, `type`, `start` and `end` with the `label` of
    each, and `properties`.
    """

    nodes: Iterable[Record]
    facts: Iterable[Record]
    filtered: bool

    def sources(self) -> dict[str, Record]:
        """What the sources tell, by id."""
        return {node["id"]: node["properties"] for node in self.nodes if node["label"] == Source.label}

    def cited(self) -> dict[str, Record]:
        """The sources of a picture: all, or where filters keep only some facts, those of these, with their works."""
        ids = {i for fact in self.facts for source in fact["properties"]["sources"] for i in (source, work_of(source))}
        return {i: node for i, node in self.sources().items() if i in ids or not self.filtered}

    def network(self) -> Iterator[Record]:
        """The entities of a picture: all, or where filters keep only some facts, those that these tie."""
        tied = {fact[end] for fact in self.facts for end in ("start", "end")} if self.filtered else None
        return (n for n in self.nodes if n["label"] not in EVIDENCE and (tied is None or n["id"] in tied))


@contextlib.contextmanager
def contents(engine: Engine, filters: Filters) -> Iterator[Contents]:
    """All nodes, and the facts that the filters keep."""
    with (
        Ordered(map(_node, engine.stream(statement("export/nodes"))), key=_place) as nodes,
        Ordered(_facts(engine, filters), key=_id) as facts,
    ):
        yield Contents(nodes, facts, filtered=filters != NO_FILTERS)


@contextlib.contextmanager
def loadable(engine: Engine, filters: Filters) -> Iterator[Contents]:
    """What `contents` gives, made so that it is sound by itself.

    What filters leave out is named by no fact any more: its part lies in what held it. The structure by which parts lie
    in their wholes comes along, whatever the filters say.
    """
    with contents(engine, filters) as found:
        if not found.filtered:
            yield found
            return
        named = {i for fact in found.facts for name in _NAMING for i in fact["properties"].get(name, ())}
        kept = {fact["id"] for fact in found.facts if fact["id"] in named}
        proving = _proving(engine, found)
        with Ordered(chain((_trimmed(fact, kept) for fact in found.facts), proving), key=_id) as facts:
            yield Contents(found.nodes, facts, filtered=True)


def of_graph(graph: Graph) -> Contents:
    """The same of a graph in memory, which no database need be made for."""
    rows = Rows(graph)

    def nodes() -> Iterator[Record]:
        for node in sorted(graph.nodes(), key=lambda node: _order(node.label, node.id)):
            yield {"id": node.id, "label": node.label, "properties": _filled(rows.row(node)[-1])}

    def facts() -> Iterator[Record]:
        for _, fact in sorted(graph.facts.items()):
            start, end = graph.entities[fact.from_], graph.entities[fact.to]
            yield {
                "id": fact.id,
                "type": fact.type,
                "start": start.id,
                "start_label": start.label,
                "end": end.id,
                "end_label": end.label,
                "properties": _filled(rows.row(fact)[-1]),
            }

    return Contents(_MadeAgain(nodes), _MadeAgain(facts), filtered=False)


@dataclass(frozen=True)
class _MadeAgain:
    """Records that are made whenever they are read, so that they needn't be kept."""

    make: Callable[[], Iterator[Record]]

    def __iter__(self) -> Iterator[Record]:
        return self.make()


def _proving(engine: Engine, found: Contents) -> list[Record]:
    """The structure that the filters leave out, and by which ends of measured facts lie in those of others."""
    ends = {fact[end] for fact in found.facts if fact["properties"].get("part_of") for end in ("start", "end")}
    holders = {i for node in found.nodes if node["id"] in ends for i in node["properties"].get("inside", ())}
    if not holders:
        return []
    there = {fact["id"] for fact in found.facts if fact["type"] in CONTAINING}
    structure = _facts(engine, Filters(types=CONTAINING))
    return [f for f in structure if {f["start"], f["end"]} <= holders and f["id"] not in there]


def _trimmed(fact: Record, kept: set[str]) -> Record:
    properties = fact["properties"]
    if not any(name in properties for name in _NAMING):
        return fact
    lists = {name: [i for i in properties.get(name, ()) if i in kept] for name in _NAMING}
    if len(lists["part_of"]) < len(properties.get("part_of", ())):
        lists["part_of"] = lists["held_by"]
    others = {name: value for name, value in properties.items() if name not in _NAMING}
    return fact | {"properties": _filled(others | {name: ids or None for name, ids in lists.items()})}


def _facts(engine: Engine, filters: Filters) -> Iterator[Record]:
    return map(_fact, engine.stream(*filtered(statement("export/facts"), filters)))


def _node(record: Record) -> Record:
    label = own_label(record["labels"])
    return {"id": record["id"], "label": label, "properties": _filled(_own(label, record["properties"]))}


def _fact(record: Record) -> Record:
    return {
        "id": record["id"],
        "type": record["type"],
        "start": record["start"],
        "start_label": own_label(record["start_labels"]),
        "end": record["end"],
        "end_label": own_label(record["end_labels"]),
        "properties": _filled(_own(record["type"], record["properties"])),
    }


def own_label(labels: list[str]) -> str:
    """The label of a node's type; people give labels of their own, too."""
    return next((label for label in labels if label in _CLASSES and label != ENTITY), ENTITY)


def _own(name: str, properties: Record) -> Record:
    """Properties without those that people added in their database."""
    names = _names(name)
    return {name: value for name, value in properties.items() if name in names}


@cache
def _names(name: str) -> frozenset[str]:
    return frozenset((*property_names(_CLASSES[name]), *TRACES))


def _filled(properties: Record) -> Record:
    return {name: value for name, value in sorted(properties.items()) if value is not None}


def _place(node: Record) -> tuple[int, str]:
    return _order(node["label"], node["id"])


def _order(label: str, id_: str) -> tuple[int, str]:
    return EVIDENCE.index(label) if label in EVIDENCE else len(EVIDENCE), id_


def _id(fact: Record) -> str:
    return str(fact["id"])
