"""Both engines with the whole dataset, for tests that compare them or try the same on each."""

import contextlib
import functools
import os
from collections.abc import Iterator

import pytest

from bycn.graph_model.graph import Graph
from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.loaders.engine import Engine
from bycn.loaders.neo4j.address import Address
from bycn.loaders.neo4j.connection import Connection
from bycn.loaders.neo4j.database import Neo4jEngine
from bycn.loaders.neo4j.load import load
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from tests.neo4j_server import Server

ENGINES = ("embedded", "neo4j")
_EMPTY = "MATCH (n) WHERE NOT n:BycnTestRun DETACH DELETE n"


@functools.cache
def dataset() -> Graph:
    """The shipped graph."""
    return read_graph(Selection())


@contextlib.contextmanager
def engine_with_dataset(name: str, request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An engine that holds the shipped graph; tests that need a Neo4j skip where none can be had."""
    if name == "embedded":
        with pytest.MonkeyPatch.context() as patch:
            if "BYCN_CACHE" not in os.environ:
                factory = request.getfixturevalue("tmp_path_factory")
                patch.setenv("BYCN_CACHE", str(factory.getbasetemp() / "engine-cache"))
            with EmbeddedEngine() as engine:
                yield engine
        return
    address = address_of(request.getfixturevalue("neo4j_server"))
    refill(address, dataset())
    with Neo4jEngine(address) as engine:
        yield engine


def address_of(server: Server) -> Address:
    """How to reach the Neo4j of the tests."""
    return Address(server.uri, server.user, server.password, server.database)


def refill(address: Address, graph: Graph | None = None) -> None:
    """Take all out of a database, and put a graph into it."""
    with Connection(address) as connection:
        connection.write(lambda tx: tx.run(_EMPTY).consume())
        if graph:
            load(connection, graph)


def whole(engine: Engine) -> tuple[list[str], list[str]]:
    """Every node and every relationship that an engine holds, with all that belongs to each, in a fixed order."""
    nodes = engine.run(
        "MATCH (n) WHERE NOT n:BycnLoad AND NOT n:BycnTestRun RETURN labels(n) AS labels, properties(n) AS all"
    )
    facts = engine.run("MATCH (a)-[r]->(b) RETURN a.id AS start, type(r) AS type, b.id AS end, properties(r) AS all")
    return (
        sorted(repr((sorted(row["labels"]), _plain(row["all"]))) for row in nodes),
        sorted(repr((row["start"], row["type"], row["end"], _plain(row["all"]))) for row in facts),
    )


def _plain(properties: dict[str, object]) -> list[tuple[str, object]]:
    """Properties in order, numbers as floats: an import tool knows no column of both kinds."""
    return sorted((name, float(v) if isinstance(v, int) else v) for name, v in properties.items() if v is not None)
