"""The engine by its public API alone: what `bycn` asks of it, and nothing of `bycn`.

`.ci/run` tries it with the lowest version that is allowed and with the newest that can be had.
"""

import pytest

arcadedb = pytest.importorskip("arcadedb")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with arcadedb.create_database(str(tmp_path / "db")) as database:
        database.schema.create_vertex_type("City")
        database.schema.create_edge_type("TWINNED_WITH")
        database.command("opencypher", "CREATE CONSTRAINT FOR (n:City) REQUIRE n.id IS UNIQUE")
        with database.transaction():
            rows = [{"id": "a", "name": "Орша"}, {"id": "b", "name": "深圳"}]
            database.command("opencypher", "UNWIND $rows AS r CREATE (n:City {id: r.id, name: r.name})", {"rows": rows})
            ends = "MATCH (a:City {id: 'a'}), (b:City {id: 'b'})"
            tie = f"{ends} CREATE (a)-[:TWINNED_WITH {{id: $id, tags: ['x', 'y']}}]->(b)"
            for id_ in ("f1", "f2"):
                database.command("opencypher", tie, {"id": id_})
    return tmp_path / "db"


def test_it_opens_read_only_asks_and_closes(folder):
    told = "a.name AS a, b.name AS b, r.id AS id, r.tags AS tags"
    question = f"MATCH (a:City)-[r:TWINNED_WITH]->(b) RETURN {told} ORDER BY id"
    database = arcadedb.open_database(str(folder), read_only=True)
    rows = database.query("opencypher", question, {}).to_list()
    assert rows == list(database.query("opencypher", question, {}).iter_dicts())
    assert rows == [{"a": "Орша", "b": "深圳", "id": id_, "tags": ["x", "y"]} for id_ in ("f1", "f2")]
    database.close()


def test_it_refuses_to_write_where_it_was_opened_to_read(folder):
    with arcadedb.open_database(str(folder), read_only=True) as database, pytest.raises(arcadedb.ArcadeDBError):
        database.query("opencypher", "CREATE (n:City {id: 'c'}) RETURN n", {}).to_list()


def test_it_finds_shortest_paths(folder):
    question = "MATCH p = shortestPath((a:City {id: 'a'})-[*..3]-(b:City {id: 'b'})) RETURN length(p) AS hops"
    with arcadedb.open_database(str(folder), read_only=True) as database:
        assert database.query("opencypher", question, {}).to_list() == [{"hops": 1}]
