"""What an export holds: the nodes and facts of an engine, in order, in memory that doesn't grow with their number."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from bycn.exports.external_sort import Ordered
from bycn.graph_model.evidence import Source, work_of
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.queries.filters import Filters, filtered

EVIDENCE = ("Source", "Document")
_NAMING = ("part_of", "disagrees_with")
"""The properties in which facts name other facts."""
ENTITY = "Entity"


@dataclass(frozen=True)
class Contents:
    """Sources and documents first, then entities, then facts, each by id; all with their hidden properties.

    A node has `id`, `label` (of its type) and `properties`; a fact `id`, `type`, `start` and `end` with the `label` of
    each, and `properties`.
    """

    nodes: Ordered
    facts: Ordered
    filtered: bool

    def sources(self) -> dict[str, Record]:
        """What the sources tell, by id."""
        return {node["id"]: node["properties"] for node in self.nodes if node["label"] == Source.label}

    def cited(self) -> dict[str, Record]:
        """The sources of a picture: all, or where filters keep only some facts, those of these, with their works."""
        ids = {i for fact in self.facts for source in fact["properties"]["sources"] for i in (source, work_of(source))}
        return {i: told for i, told in self.sources().items() if i in ids or not self.filtered}

    def network(self) -> Iterator[Record]:
        """The entities of a picture: all, or where filters keep only some facts, those that these tie."""
        tied = {fact[end] for fact in self.facts for end in ("start", "end")} if self.filtered else None
        return (n for n in self.nodes if n["label"] not in EVIDENCE and (tied is None or n["id"] in tied))


@contextlib.contextmanager
def contents(engine: Engine, filters: Filters) -> Iterator[Contents]:
    """All nodes, and the facts that the filters keep, which name none that is left out."""
    is_filtered = filters != Filters()
    kept = _named_and_kept(engine, filters) if is_filtered else None
    found_nodes = engine.stream(statement("export/nodes"))
    with (
        Ordered(map(_node, found_nodes), key=_place) as nodes,
        Ordered((_fact(record, kept) for record in _facts(engine, filters)), key=_id) as facts,
    ):
        yield Contents(nodes, facts, filtered=is_filtered)


def _facts(engine: Engine, filters: Filters) -> Iterator[Record]:
    return engine.stream(*filtered(statement("export/facts"), filters))


def _named_and_kept(engine: Engine, filters: Filters) -> set[str]:
    """The facts that the filters keep, of those that are named by others that they keep."""
    told = (record["properties"] for record in _facts(engine, filters))
    named = {id_ for properties in told for column in _NAMING for id_ in properties.get(column) or ()}
    return {record["id"] for record in _facts(engine, filters) if record["id"] in named}


def _node(record: Record) -> Record:
    return {"id": record["id"], "label": own_label(record["labels"]), "properties": _told(record["properties"])}


def _fact(record: Record, kept: set[str] | None) -> Record:
    told = record["properties"]
    if kept is not None:
        told = told | {column: [i for i in told.get(column) or () if i in kept] or None for column in _NAMING}
    return {
        "id": record["id"],
        "type": record["type"],
        "start": record["start"],
        "start_label": own_label(record["start_labels"]),
        "end": record["end"],
        "end_label": own_label(record["end_labels"]),
        "properties": _told(told),
    }


def own_label(labels: list[str]) -> str:
    """The label of a node's type."""
    return next((label for label in sorted(labels) if label != ENTITY), ENTITY)


def _told(properties: Record) -> Record:
    return {name: value for name, value in sorted(properties.items()) if value is not None}


def _place(node: Record) -> tuple[int, str]:
    rank = EVIDENCE.index(node["label"]) if node["label"] in EVIDENCE else len(EVIDENCE)
    return rank, node["id"]


def _id(fact: Record) -> str:
    return str(fact["id"])
