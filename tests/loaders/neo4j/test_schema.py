"""The constraints of a load, in a database where others have made constraints and indexes too."""

import threading

import pytest

from bycn.graph_model.facts import FACT_TYPES
from bycn.loaders.neo4j.connection import Connection
from bycn.loaders.neo4j.errors import DatabaseRefused
from bycn.loaders.neo4j.load import load
from bycn.loaders.neo4j.schema import GRAPH, STATE, create_constraints
from bycn.loaders.statements import node_constraints
from tests.loaders.neo4j.snapshots import change

ALL = (*STATE, *GRAPH)
NODES = (*STATE, *node_constraints())
INDEXES = "SHOW INDEXES YIELD name, labelsOrTypes, properties RETURN name, labelsOrTypes, properties"
KEYS = {"Entity", "Source", "Document", "BycnLoad"}
LABELS = {*KEYS, *FACT_TYPES}


@pytest.fixture(autouse=True)
def no_schema(connection):
    """Begin and end without constraints and indexes."""

    def drop() -> None:
        for row in connection.read("SHOW CONSTRAINTS YIELD name RETURN name"):
            change(connection, f"DROP CONSTRAINT `{row['name']}`")
        for row in connection.read("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
            change(connection, f"DROP INDEX `{row['name']}`")

    drop()
    yield
    drop()


def constraints(connection) -> dict[str, list[tuple[str, list[str]]]]:
    """Name and properties of every constraint, by label or relationship type."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for row in connection.read(
        "SHOW CONSTRAINTS YIELD name, labelsOrTypes AS on, properties RETURN name, on, properties"
    ):
        found.setdefault(row["on"][0], []).append((row["name"], row["properties"]))
    return found


TAKEN = [
    "CREATE CONSTRAINT entity_id FOR (n:Foo) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT entity_id FOR ()-[r:FOO]-() REQUIRE r.id IS UNIQUE",
    "CREATE CONSTRAINT entity_id FOR (n:Entity) REQUIRE n.name IS UNIQUE",
    "CREATE CONSTRAINT entity_id FOR ()-[r:Entity]-() REQUIRE r.id IS UNIQUE",
    "CREATE INDEX entity_id FOR (n:Foo) ON (n.id)",
    "CREATE INDEX entity_id FOR (n:Entity) ON (n.name)",
    "CREATE INDEX entity_id FOR (n:Entity) ON (n.id, n.name)",
    "CREATE TEXT INDEX entity_id FOR (n:Entity) ON (n.id)",
    "CREATE CONSTRAINT bycnload_id FOR (n:Foo) REQUIRE n.id IS UNIQUE",
]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("theirs", TAKEN)
def test_a_name_that_is_taken_leaves_no_constraint_out(connection, theirs):
    taken = theirs.split(" FOR ")[0].split()[-1]
    change(connection, theirs)
    change(connection, f"CREATE INDEX bycn_{taken} FOR (n:Foo) ON (n.other)")
    before = connection.read(INDEXES)
    assert create_constraints(connection, NODES) == len(KEYS)
    assert create_constraints(connection, NODES) == 0
    there = connection.read(INDEXES)
    assert all(index in there for index in before)
    found = constraints(connection)
    assert {label for label in found if any(properties == ["id"] for _, properties in found[label])} >= KEYS
    assert f"bycn_{taken}_2" in {name for named in found.values() for name, _ in named}


def test_a_constraint_of_somebody_elses_that_serves_is_as_good_as_ours(connection):
    change(connection, "CREATE CONSTRAINT mine FOR (n:Entity) REQUIRE n.id IS UNIQUE")
    change(connection, "CREATE CONSTRAINT mine_too FOR ()-[r:CONTRACT]-() REQUIRE r.id IS UNIQUE")
    assert create_constraints(connection, ALL) == len(LABELS) - 2
    assert constraints(connection)["Entity"] == [("mine", ["id"])]
    assert constraints(connection)["CONTRACT"] == [("mine_too", ["id"])]


def test_an_index_of_ours_without_its_constraint_is_made_anew(connection):
    change(connection, "CREATE INDEX entity_id FOR (n:Entity) ON (n.id)")
    change(connection, "CREATE INDEX bycn_contract_id_2 FOR ()-[r:CONTRACT]-() ON (r.id)")
    assert create_constraints(connection, ALL) == len(LABELS)
    assert constraints(connection)["Entity"] == [("entity_id", ["id"])]


def test_an_index_of_somebody_elses_in_the_way_is_told_with_the_remedy(connection, graph):
    change(connection, "CREATE INDEX `my own` FOR (n:Entity) ON (n.id)")
    with pytest.raises(DatabaseRefused, match="DROP INDEX `my own`, then load again"):
        load(connection, graph)
    change(connection, "DROP INDEX `my own`")
    assert load(connection, graph).created > 0


def test_loads_at_once_make_the_schema_together(connection, neo4j_address):
    start = threading.Barrier(3)
    failed = []

    def create_at_once() -> None:
        with Connection(neo4j_address) as own:
            start.wait()
            try:
                create_constraints(own, STATE)
            except Exception as error:
                failed.append(error)

    threads = [threading.Thread(target=create_at_once) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert constraints(connection)["BycnLoad"] == [("bycnload_id", ["id"])]
