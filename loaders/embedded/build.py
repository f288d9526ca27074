"""Building an embedded database from a graph, by the same statements that load a Neo4j."""

from pathlib import Path
from typing import Any

from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.graph import Graph
from bycn.loaders.embedded.arcade import create, engine_error, plain_cause
from bycn.loaders.rows import BATCH, Row, Rows, batches, facts_by_type, nodes_by_label
from bycn.loaders.statements import NODE_CLASSES, loading, node_constraints

_INDEX_PAGE = "ALTER DATABASE `arcadedb.indexDefaultPageSize` 16384"
"""A question reads a page of each label's index when it looks up an id, and the cache a checksum of every page."""


def build(graph: Graph, folder: Path) -> None:
    """Write a new database that holds the whole graph into `folder`, which must not exist yet.

    Raises:
        OSError: the folder can't be written, or only in part.

    """
    try:
        _build(graph, folder)
    except engine_error() as error:  # a full disk shows as an error of the engine
        raise OSError(plain_cause(error)) from error


def _build(graph: Graph, folder: Path) -> None:
    with create(folder) as database:
        database.command("sql", _INDEX_PAGE)
        _create_types(database)
        # The reader of the tables has seen to it that facts are unique; their indexes would only cost time here.
        for text in node_constraints():
            database.command("opencypher", text)
        rows = Rows(graph)
        for label, nodes in nodes_by_label(graph).items():
            for batch in batches(nodes, BATCH):
                _write(database, f"nodes/{label}", [rows.row(n) for n in batch])
        for name, facts in facts_by_type(graph).items():
            for facts_batch in batches(facts, BATCH):
                _write(database, f"facts/{name}", [rows.row(f) for f in facts_batch])


def _create_types(database: Any) -> None:
    # A constraint needs its type, and a question about a type without rows must be answered, not refused.
    for label in {"Entity", *NODE_CLASSES}:
        database.schema.create_vertex_type(label)
    for name in FACT_TYPES:
        database.schema.create_edge_type(name)


def _write(database: Any, name: str, rows: list[Row]) -> None:
    with database.transaction():
        answer = database.command("opencypher", loading()[name], {"rows": rows}).to_list()
    matched = answer[0]["matched"] if answer else 0
    if matched != len(rows):
        raise AssertionError(f"{name}: {len(rows)} rows sent, {matched} arrived")
