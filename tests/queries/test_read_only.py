"""Free Cypher reads and does nothing else, on each engine, whatever is tried."""

import json
import time

import pytest

from bycn.loaders.embedded.cache import is_sound
from bycn.loaders.engine import QueryError, QueryTimeout
from bycn.queries.allowed import FUNCTIONS
from bycn.queries.errors import QueryRefused
from bycn.queries.read_only import run_query
from tests.engines import ENGINES, engine_with_dataset, whole

WRITES = {
    "create": "CREATE (n:Entity {id: 'x'}) RETURN n.id",
    "create a relationship": "MATCH (a:City), (b:City) CREATE (a)-[:TWINNED_WITH {id: 'x'}]->(b)",
    "merge": "MERGE (n:Entity {id: 'x'}) RETURN n.id",
    "set": "MATCH (n:City) SET n.name = 'x' RETURN n.id",
    "set a label": "MATCH (n:City) SET n:Company RETURN n.id",
    "remove": "MATCH (n:City) REMOVE n.name RETURN n.id",
    "delete": "MATCH ()-[r]->() DELETE r",
    "detach delete": "MATCH (n) DETACH DELETE n",
    "create a constraint": "CREATE CONSTRAINT x IF NOT EXISTS FOR (n:City) REQUIRE n.name IS UNIQUE",
    "drop a constraint": "DROP CONSTRAINT entity_id IF EXISTS",
    "create an index": "CREATE INDEX x IF NOT EXISTS FOR (n:City) ON (n.name)",
    "drop an index": "DROP INDEX entity_id IF EXISTS",
    "procedure that writes": "CALL db.createLabel('X')",
    "procedure in a subquery": "CALL { CALL db.createLabel('X') RETURN 1 AS one } RETURN one",
    "procedure in backticks": "CALL `db`.`createLabel`('X')",
    "subquery": "CALL { CREATE (n:Entity {id: 'x'}) RETURN n } RETURN n.id",
    "subquery with scope": "MATCH (c:City) CALL (c) { SET c.name = 'x' } RETURN c.id",
    "subquery in transactions": "MATCH (c:City) CALL { WITH c DETACH DELETE c } IN TRANSACTIONS",
    "foreach": "FOREACH (x IN [1] | CREATE (:Entity {id: 'x'}))",
    "foreach behind reading": "MATCH (c:City) FOREACH (x IN [1] | SET c.name = 'x')",
    "union": "RETURN 1 AS x UNION CREATE (n:Entity {id: 'x'}) RETURN 2 AS x",
    "behind a comment": "/* MATCH */ CREATE (n:Entity {id: 'x'}) // RETURN",
    "comments inside": "MATCH (n:City) /* a */ SET /* b */ n.name /* c */ = 'x'",
    "a comment in a string": "WITH '/*' AS a CREATE (n:Entity {id: 'x'}) WITH '*/' AS b RETURN b",
    "unicode escapes": r"\u0043\u0052\u0045\u0041\u0054\u0045 (n:Entity {id: 'x'})",
    "an escaped quote": r"WITH '\u0027' AS a CREATE (n:Entity {id: 'x'}) RETURN '\u0027'",
    "small letters": "create (n:Entity {id: 'x'})",
    "two statements": "MATCH (n:City) RETURN n.id; CREATE (n:Entity {id: 'x'})",
    "planner words in front": "CYPHER runtime=slotted CREATE (n:Entity {id: 'x'})",
}
NO_READING = {
    "load csv": "LOAD CSV FROM '{file}' AS row RETURN row",
    "load csv with headers": "LOAD CSV WITH HEADERS FROM '{file}' AS row RETURN row",
    "load csv behind a comment": "// a\nLOAD /* b */ CSV FROM '{file}' AS row RETURN row",
    "load csv, comment as space": "LOAD/**/CSV FROM '{file}' AS row RETURN row",
    "load csv over lines": "UNWIND [1] AS x\nLOAD\n\tCSV FROM '{file}' AS row RETURN row",
    "load csv in a subquery": "CALL () {{ LOAD CSV FROM '{file}' AS row RETURN row }} RETURN row",
    "load csv in a count": "RETURN COUNT {{ LOAD CSV FROM '{file}' AS row RETURN row }} AS n",
    "load csv between quotes": r"WITH '\u0027' AS a LOAD CSV FROM '{file}' AS row RETURN row, '\u0027' AS b",
    "load csv behind a false comment": "WITH '/*' AS a LOAD CSV FROM '{file}' AS row WITH row, '*/' AS b RETURN row",
    "load csv in unicode escapes": r"\u004c\u004f\u0041\u0044 \u0043\u0053\u0056 FROM '{file}' AS row RETURN row",
    "profile": "PROFILE LOAD CSV FROM '{file}' AS row RETURN row",
    "profile behind a comment": "/* a */ PROFILE MATCH (n) RETURN n.id",
    "terminate": "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "procedure that nobody looked at": "CALL db.awaitIndexes(1)",
    "procedure over lines": "CALL /* a */ db\n.\nawaitIndexes(1)",
    "algorithm that may write": "CALL algo.pagerank({{write: true}}) YIELD node RETURN count(node) AS n",
    "load csv behind a quote in backticks": "WITH 1 AS `'` LOAD CSV FROM '{file}' AS row RETURN row, \"'\" AS x",
    "load csv behind a comment in backticks": "WITH 1 AS `//` LOAD CSV FROM '{file}' AS row RETURN row",
    "procedure behind a quote in backticks": "WITH 1 AS `'` CALL meta.stats() YIELD labels RETURN labels, \"'\" AS x",
    "procedure behind a comment in backticks": "WITH 1 AS `//` CALL algo.pagerank() YIELD node RETURN node",
    "function of a plugin": "RETURN apoc.util.md5(['a']) AS x",
    "function of the embedded engine": "RETURN util.sleep(1) AS x",
    "function in a subquery": "RETURN COLLECT {{ RETURN util . sleep (1) AS x }} AS y",
    "function in backticks": "RETURN `apoc`.`util`.`md5`(['a']) AS x",
    "function in backticks as one": "RETURN `apoc.util.md5`(['a']) AS x",
    "function behind a quote in backticks": "WITH 1 AS `'` RETURN util.sleep(1) AS x, \"'\" AS y",
    "function behind a comment": "RETURN util/* a */./* b */sleep // c\n(1) AS x",
    "function in unicode escapes": r"RETURN \u0075til.sleep(1) AS x",
    "function as a condition": "MATCH (n:City) WHERE apoc.label.exists(n, 'City') RETURN n.id",
    "function of nobody": "RETURN nosuch(1) AS x",
    "another graph": "USE graph.byName('neo4j') RETURN 1 AS x",
    "settings": "CALL dbms.listConfig() YIELD name RETURN name",
    "empty": "",
    "a comment alone": "// MATCH (n) RETURN n",
}


@pytest.fixture(scope="module", params=ENGINES)
def engine(request):
    with engine_with_dataset(request.param, request) as engine:
        yield engine


@pytest.fixture(scope="module")
def before(engine):
    return state(engine), counts(engine)


def state(engine):
    names = sorted(str(row["name"]) for row in engine.run("SHOW INDEXES"))
    return whole(engine), names


def counts(engine):
    [row] = engine.run(
        "MATCH (n:Entity) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS facts, "
        "count(DISTINCT CASE WHEN n.name = 'x' OR n.id = 'x' THEN n END) AS marked"
    )
    return row


@pytest.mark.parametrize("text", WRITES.values(), ids=WRITES)
def test_a_write_is_refused_and_nothing_changes(engine, before, text):
    with pytest.raises(QueryRefused):
        run_query(engine, text)
    assert counts(engine) == before[1]


@pytest.mark.parametrize("text", WRITES.values(), ids=WRITES)
def test_neo4j_refuses_by_itself_what_the_guard_would_let_through(engine, text):
    if engine.name == "embedded":
        pytest.skip("it has no plan to judge by, so the test above is its own doing")
    with pytest.raises(QueryError):
        engine.run_within(text, {}, seconds=20, limit=10)


def test_nothing_changed_after_all_that(engine, before):
    assert state(engine) == before[0]
    assert engine.name != "embedded" or is_sound(engine.folder.parent)


@pytest.mark.parametrize("text", NO_READING.values(), ids=NO_READING)
def test_what_is_more_than_reading_is_refused(engine, tmp_path, text):
    secret = tmp_path / "secret.csv"
    secret.write_text("hidden\n")
    with pytest.raises(QueryRefused) as refused:
        run_query(engine, text.format(file=secret.as_uri()))
    assert "hidden" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (c:City) WHERE c.name STARTS WITH 'V' RETURN c.id AS id ORDER BY id",
        "CALL db.labels() YIELD label RETURN label ORDER BY label",
        "CALL `db`.`labels`() YIELD label RETURN label ORDER BY label",
        "MATCH (c:City) CALL (c) { MATCH (c)--(x) RETURN count(x) AS ties } RETURN c.id, ties ORDER BY ties LIMIT 1",
        "// a question\nMATCH (n:City) /* or: CREATE (n) */ RETURN 'CREATE, CALL me' AS words LIMIT 1;",
        "MATCH (r:Entity) WHERE r.name CONTAINS 'set' RETURN count(r) AS deleted",
        "RETURN 'download csv' AS x",
        "RETURN 'LOAD CSV' AS `load csv`, 'CALL apoc.load.json()' AS `apoc.load.json(1)` // LOAD CSV",
        "RETURN date.truncate('year', date('2023-05-06')) AS day, point({x: 1, y: 2}) IS NULL AS at, toUpper('a') AS a",
        "MATCH (n) WHERE (n.id) IN ['BY'] AND NOT (n:City) RETURN count (n) AS n",
        "MATCH (c:Country {id: 'BY'}) RETURN c {.name, call: 1} AS c",
    ],
)
def test_reading_is_allowed(engine, text):
    assert run_query(engine, text).rows


def test_nodes_relationships_and_parameters(engine):
    ties = "MATCH (n:Entity {id: $id})-[r:TWINNED_WITH]-(m)"
    answer = run_query(engine, f"{ties} RETURN n, r, [m] AS list, {{far: m}} AS map, 1.5 AS x", {"id": "city/polotsk"})
    assert answer.columns == ("n", "r", "list", "map", "x")
    for node, fact, [other], map_, number in answer.rows:
        assert node["name"] == "Polotsk"
        assert fact["type"] == "TWINNED_WITH"
        assert fact["sources"]
        assert map_ == {"far": other}
        assert number == 1.5
        assert not [name for value in (node, fact, other) for name in value if name.startswith(("_", "@"))]
    assert json.dumps(answer.to_dicts())


@pytest.mark.parametrize("hops", ["-[:TWINNED_WITH]->", "<-[:LOCATED_IN]-", "-[*0..0]-"])
def test_a_path_is_told_by_what_lies_along_it(engine, hops):
    text = f"MATCH p = (:Oblast {{id: 'BY-VI'}}){hops}(m) WITH p, m ORDER BY m.id LIMIT 1"
    [(path, held, nodes, facts)] = run_query(
        engine,
        f"{text} RETURN p, {{way: [p]}} AS held, [n IN nodes(p) | n.id] AS n, [r IN relationships(p) | r.id] AS r",
    ).rows
    assert [part["id"] for part in path[::2]] == nodes
    assert [part["id"] for part in path[1::2]] == facts
    assert held == {"way": [path]}
    assert not [name for part in path for name in part if name.startswith(("_", "@"))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("duration('P1DT2H')", "P1DT2H"),
        ("datetime('2022-03-04T05:06:07[Asia/Shanghai]')", "2022-03-04T05:06:07+08:00[Asia/Shanghai]"),
        ("duration({months: -14, days: 3, seconds: -1.5})", "P-1Y-2M3DT-1.5S"),
        ("datetime('2022-03-04T05:06:00Z')", "2022-03-04T05:06Z"),
        ("datetime('2022-01-04T05:06[Europe/London]')", "2022-01-04T05:06Z[Europe/London]"),
        ("datetime('2022-03-04T05:06:07.12+08:00')", "2022-03-04T05:06:07.120+08:00"),
        ("localdatetime('2022-03-04T00:00:00.000000001')", "2022-03-04T00:00:00.000000001"),
        ("time('10:00+05:30')", "10:00+05:30"),
        ("localtime('05:06:07')", "05:06:07"),
        ("localtime('05:06:00.1234')", "05:06:00.123400"),
        ("date('2022-03-04')", "2022-03-04"),
    ],
)
def test_times_are_alike_on_both_engines(engine, text, told):
    assert run_query(engine, f"RETURN {text} AS x").rows == [(told,)]


def test_a_point_is_told_as_a_map(engine):
    [(place, flat, deep)] = run_query(
        engine,
        "RETURN point({longitude: 30.2, latitude: 55.2}), point({x: 1, y: 2}), point({x: 1, y: 2, z: 3})",
    ).rows
    assert place == {"longitude": 30.2, "latitude": 55.2, "x": 30.2, "y": 55.2, "crs": "WGS-84", "srid": 4326}
    assert flat == {"x": 1, "y": 2, "crs": "cartesian", "srid": 7203}
    assert deep == {"x": 1, "y": 2, "z": 3, "crs": "cartesian-3D", "srid": 9157}


def test_values_as_text(engine):
    [row] = run_query(engine, "RETURN date('2023-02-01') AS day, null AS nothing, [1, 'a', true] AS list").rows
    assert row == ("2023-02-01", None, [1, "a", True])


def test_rows_are_limited_and_that_is_said(engine):
    answer = run_query(engine, "MATCH (n:Entity) RETURN n.id AS id ORDER BY id", limit=3)
    assert len(answer) == 3
    assert "cut at 3 rows" in str(answer.remarks[0])
    assert run_query(engine, "UNWIND [1, 2, 3] AS x RETURN x", limit=3).remarks == []


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (a)--(b)--(c)--(d)--(e)--(f)--(g) RETURN count(*) AS n",
        # A server looks at the time between rows: here are none for long.
        "RETURN size([x IN range(1, 2000000) WHERE any(y IN range(1, 2000) WHERE y = -x)]) AS n",
    ],
    ids=["many rows", "one row that takes long"],
)
def test_a_question_is_ended_at_its_time(engine, text):
    begun = time.perf_counter()
    with pytest.raises(QueryTimeout, match="longer than 2 s and was stopped"):
        run_query(engine, text, seconds=2)
    assert time.perf_counter() - begun < 5
    assert run_query(engine, "RETURN 1 AS x").rows == [(1,)]


def test_making_a_plan_counts_too(engine):
    if engine.name == "embedded":
        pytest.skip("it makes none beforehand")
    begun = time.perf_counter()
    with pytest.raises(QueryTimeout):
        engine.plan(f"MATCH {', '.join(f'(a{i})--(b{i})--(a{i + 1})' for i in range(30))} RETURN 1", seconds=0.2)
    assert time.perf_counter() - begun < 3


def test_every_function_of_a_neo4j_is_known(engine):
    if engine.name == "embedded":
        pytest.skip("it doesn't list them")
    found = engine.run("SHOW FUNCTIONS YIELD name, isBuiltIn WHERE isBuiltIn RETURN toLower(name) AS name")
    assert {row["name"] for row in found} - FUNCTIONS == {"file", "linenumber", "graph.byname", "graph.byelementid"}


def test_a_function_that_is_misspelt_is_told_with_what_is_meant(engine):
    with pytest.raises(QueryRefused, match=r"the function toUper is not allowed here.* did you mean toupper"):
        run_query(engine, "RETURN toUper('a') AS x")


def test_a_mistake_is_told(engine):
    with pytest.raises(QueryRefused, match="RETRUN"):
        run_query(engine, "MATCH (n) RETRUN n")


def test_a_byte_order_mark_is_passed_over_and_commands_of_browser_are_named(engine):
    assert run_query(engine, "\ufeffRETURN 1 AS x").rows == [(1,)]
    with pytest.raises(QueryRefused, match=r"':param x => 1;' is a command to Neo4j Browser .* with params"):
        run_query(engine, ":param x => 1;\nRETURN $x AS x")
