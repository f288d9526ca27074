"""What the embedded engine would answer wrongly is refused with a rewrite that it answers as a Neo4j does.

And nothing else is refused: whatever gets through has the answer of a real Neo4j.
"""

import random
import re

import pytest

from bycn.loaders.cypher_files import CYPHER
from bycn.loaders.engine import QueryError
from bycn.queries.embedded_faults import check_faults
from bycn.queries.errors import QueryRefused
from bycn.queries.library import Library, ask
from bycn.queries.read_only import run_query
from tests.engines import engine_with_dataset
from tests.queries.made_up_questions import VALUE_TYPES, Clauses, Expressions, over_aggregates
from tests.queries.test_headers import SOUND

CITIES = "MATCH (n:City) "
WRONG = {
    "is not null": "RETURN max(n.name) IS NOT NULL AS x",
    "is null, in brackets": "RETURN ((max(n.name))) IS NULL AS x",
    "not": "RETURN NOT count(*) > 10 AS x",
    "not, like a function": "RETURN not(count(*) > 10) AS x",
    "and": "RETURN count(*) > 10 AND true AS x",
    "or": "RETURN false OR (count(n) > 10) AS x",
    "xor": "RETURN true XOR count(*) <> 50 AS x",
    "in": "RETURN 'Minsk' IN collect(n.name) AS x",
    "in, on the left": "RETURN count(*) + 1 IN [51] AS x",
    "starts with": "RETURN max(n.name) STARTS WITH 'X' AS x",
    "ends with": "RETURN 'Minsk' ENDS WITH min(n.country) AS x",
    "contains": "RETURN toUpper(max(n.name)) CONTAINS 'X' AS x",
    "regular expression": "RETURN max(n.name) =~ 'X.*' AS x",
    "typed": "RETURN count(*) IS :: INTEGER AS x",
    "typed, by a sign alone": "RETURN toInteger(count(*)) :: INTEGER AS x",
    "bounds of a slice": "WITH n ORDER BY n.id RETURN collect(n.name)[..count(*) - 45] AS x",
    "lower bound of a slice": "RETURN size([1, 2, 3][count(*)..]) AS x",
    "a chain of comparisons": "RETURN 1 < 1 + count(*) < 60 AS x",
    "a chain with a minus": "RETURN -count(*) < -1 < 0 AS x",
    "a chain with a case": "RETURN 1 < CASE WHEN true THEN count(*) END < 90 AS x",
    "in a case": "RETURN CASE WHEN max(n.name) IS NULL THEN 1 ELSE 2 END AS x",
    "a case": "RETURN CASE WHEN true THEN max(n.name) END IS NULL AS x",
    "in a list": "RETURN [1, max(n.name) IS NULL] AS x",
    "in a map": "RETURN {a: max(n.name) IS NULL} AS x",
    "in a function": "RETURN toString(count(*) > 3 AND true) AS x",
    "deep in an operand": "RETURN coalesce([head(collect(n.name))][0], 'x') IS NULL AS x",
    "in a with": "WITH max(n.name) IS NULL AS x RETURN x",
    "distinct": "RETURN DISTINCT stDev(size(n.name)) IS NULL AS x",
    "small letters, comments": "return Max /* a */ (n.name) is /* b */ not null AS x",
    "two of them": "RETURN count(*) > 3 AND max(n.name) IS NOT NULL AS x",
    "grouped": "RETURN n.country AS c, 'Minsk' IN collect(n.name) AS x ORDER BY c",
    "order by": "RETURN n.country AS c, count(*) AS x ORDER BY count(*) > 40 AND true DESC",
    "order by a computation": "RETURN n.country AS c, count(*) AS x ORDER BY -count(*)",
    "a property": "RETURN head(collect(n.names_ru)).name IS NULL AS x",
    "a property alone": "WITH n ORDER BY n.id RETURN head(collect(n)).name AS x",
    "a property of a map": "RETURN {a: count(*)}.a AS x",
    "in a function inside a map": "RETURN {a: 1, names: size(collect(n.name))} AS x",
    "in a comparison inside a map": "RETURN [{a: count(*) > 3}] AS x",
    "in an equation inside a map": "RETURN {a: [50 = count(*)]} AS x",
    "in an equation inside a case inside a map": "RETURN {a: CASE WHEN count(*) = 3 THEN 5 END, b: 1} AS x",
    "in a function inside reduce": "RETURN reduce(s = 0, x IN range(1, count(*)) | s + x) AS x",
    "a label": "RETURN head(collect(n)):City AS x",
    "in a subquery": "CALL (n) { MATCH (n)--(m) RETURN max(m.name) IS NULL AS x } RETURN n.id AS id, x ORDER BY id",
    "collected": "RETURN n.id AS id, COLLECT { MATCH (n)--(m) RETURN count(m) IS NULL } AS x ORDER BY id",
    "union": "RETURN 1 AS x UNION MATCH (n:City) RETURN max(n.name) IS NULL AS x",
    "a bare count subquery": "RETURN n.id AS id, COUNT { (n)--() } > 2 AND true AS x ORDER BY id",
    "a count subquery in arithmetic": "WHERE COUNT { (n)--() } % 2 = 0 RETURN n.id AS x ORDER BY x",
    "a count subquery in a loop": "RETURN any(x IN [1, 2, 3] WHERE x < COUNT { (n)--() } AND x > 2) AS x, n.id AS id",
}
GROUPED = [
    "RETURN n.country AS c, NOT (count(*) > 20) AS x ORDER BY c",
    "RETURN n.country, 'Minsk' IN collect(n.name) AS x ORDER BY n.country DESC",
    "RETURN DISTINCT n.country AS c, max(n.name) =~ 'M  .*' /* a */ AS `x  y` ORDER BY c LIMIT 1 // RETURN",
    "RETURN CASE WHEN NOT count(*) > 3 THEN 'few' ELSE 'many' END AS x",
    "RETURN {a: [count(*), {b: max(n.name) IN ['M']}]} AS x",
    "RETURN n.id AS m, max(n.name) IS NULL AS x ORDER BY m",
    "RETURN n.country AS c, min(n.name) AS x ORDER BY min(n.name) STARTS WITH 'B', c",
]
RIGHT = [
    "WITH max(n.name) AS m RETURN m IS NOT NULL AS x",
    "WITH n.country AS c, count(*) AS k WHERE k > 3 AND NOT c IS NULL RETURN c, k ORDER BY k IN [19], c",
    "RETURN count(*) > 3 AS x",
    "RETURN 3 <= count(*) AS x, 10 < count(*) < 60 AS y, (count(*) = 50) = (1 IN [1]) AS z",
    "RETURN count(*) = 1 IN [50] AS x",
    "RETURN n.country IS NULL AS by, count(*) AS x ORDER BY by",
    "RETURN 1 < toInteger(count(*)) < 90 AS x, 1 + 1 < count(*) < 90 - 89 AS y, size(collect(n.name)[1..3]) AS z",
    "RETURN count(n.name IS NOT NULL) AS x, max(n.name STARTS WITH 'M' OR n.name = 'x') AS y",
    "RETURN sum(CASE WHEN n.name STARTS WITH 'M' AND n.country = 'BY' THEN 1 ELSE 0 END) AS x",
    "RETURN n.name IS NULL AS f, count(*) AS k, 'a' IN ['a'] AND true AS t",
    "RETURN count(*) + size([x IN [1, 2] WHERE x IN [1]]) AS x",
    "RETURN CASE WHEN count(*) > 3 THEN 1 IS NULL ELSE 2 END AS x",
    "RETURN CASE max(n.name) WHEN IS NULL THEN 1 ELSE 2 END AS x",
    "RETURN [count(*), true AND false] AS x, {a: count(*), b: 1 IN [1]} AS y",
    "WITH n ORDER BY n.id RETURN [x IN collect(n.name) WHERE x STARTS WITH 'M' AND x IS NOT NULL | x] AS x",
    "RETURN all(x IN collect(n.name) WHERE x IS NOT NULL AND NOT x = 'a') AS x",
    "WITH n ORDER BY n.id RETURN reduce(s = '', x IN collect(n.name) | s + x) AS x, [x IN tail(collect(1)) | x] AS y",
    "WITH n ORDER BY n.id RETURN [x IN collect(n) | x.name] AS x, head(collect(n))['name'] AS y",
    "RETURN n.country AS c, count(*) AS k ORDER BY count(*) DESC, k",
    "RETURN n.country AS c, count(*) + 1 AS k ORDER BY count( * )+1 DESC",
    "RETURN n.name AS x, EXISTS { MATCH (n)--(m) WITH count(m) AS k WHERE k > 3 AND k < 9 RETURN k } AS e ORDER BY x",
    "WITH n, COLLECT { MATCH (n)--(m) RETURN count(m) } AS k WHERE k[0] > 2 AND true RETURN n.id AS x ORDER BY x",
    "WHERE n.id IS NOT NULL AND COUNT { (n)--() } > 2 RETURN n.id AS x ORDER BY x",
    "RETURN n.id AS x, (COUNT { (n)--() }) > 2 AND true AS y ORDER BY x",
    "RETURN {a: size(collect(n.name)), b: count(*)} AS x, {a: [1 + count(*)], b: -count(*)} AS y",
    "RETURN date({year: 2000 + count(*)}) = date('2050-01-01') AS x",
    "WITH count(n) AS count RETURN count IS NULL AS x, {max: count}.max IN [50] AS y",
    "RETURN count(*) AS x, 'max(n.name) IS NULL' AS y // max(n.name) IS NULL",
    "RETURN count(*) AS `max(n.name) IS NULL`",
    "CALL (n) { MATCH (n)--(m) RETURN size(collect(m)) AS k } RETURN n.id AS x, k ORDER BY x",
    "CALL () { MATCH (m:City) RETURN toUpper(max(m.name)) AS k } RETURN n.id AS x, k ORDER BY x",
]

ENDS = "MATCH (a:City {id: 'city/orsha'}), (b:Province {id: 'CN-GD'}) "
PATH = "MATCH p = shortestPath((a)-[*..8]-(b)) "
WRONG_PATHS = [
    f"{PATH} WHERE none(x IN nodes(p) WHERE x:Country) RETURN length(p) AS x",
    f"{PATH} WHERE a.name STARTS WITH 'O' AND all(x IN nodes(p) WHERE NOT x:Country) RETURN length(p) AS x",
    "OPTIONAL MATCH p = allShortestPaths((a)-[*..8]-(b)) WHERE none(x IN nodes(p) WHERE x:Country) RETURN 1 AS x",
    "MATCH p=SHORTESTPATH((a)-[*..8]-(b)) WHERE all(x IN nodes(p) WHERE NOT x:Country) RETURN 1 AS x",
    "MATCH `p q` = shortestPath((a)-[*..8]-(b)) WHERE all(x IN nodes(`p q`) WHERE NOT x:Country) RETURN 1 AS x",
    f"{PATH} WHERE all(x IN relationships(p) WHERE type(x) <> 'LOCATED_IN') RETURN 1 AS x",
    "MATCH shortestPath((a)-[r*..8]-(b)) WHERE all(x IN r WHERE type(x) <> 'LOCATED_IN') RETURN 1 AS x",
    "MATCH (a)--(c), p = shortestPath((a)-[*..8]-(b)), (b)--(d) WHERE c.id = 'BY' AND length(p) > 4 RETURN 1 AS x",
    "MATCH p = shortestPath((a)-[r*..8 WHERE r.status = 'signed']-(b)) RETURN 1 AS x",
    "MATCH p = shortestPath((a)-[r*..8 {status: 'signed'}]-(b)) RETURN 1 AS x",
    f"WHERE EXISTS {{ {PATH} WHERE none(x IN nodes(p) WHERE x:Country) }} RETURN 1 AS x",
    f"RETURN COUNT {{ {PATH} WHERE none(x IN nodes(p) WHERE x:Country) }} AS x",
]
RIGHT_PATHS = [
    f"{ENDS} {PATH} RETURN length(p) AS x",
    f"{ENDS} {PATH} WITH p WHERE none(x IN nodes(p) WHERE x:Country) RETURN length(p) AS x",
    f"{ENDS} {PATH} WHERE a.p = 1 OR b.name IS NOT NULL RETURN length(p) AS x",
    f"{ENDS} {PATH} MATCH (x) WHERE x IN nodes(p) AND NOT x:Country RETURN count(x) AS x",
    f"{ENDS} WITH shortestPath((a)-[*..8]-(b)) AS p WHERE length(p) > 2 RETURN length(p) AS x",
    f"{ENDS} MATCH p = shortestPath((a)-[:TWINNED_WITH|LOCATED_IN*..8]-(b)) RETURN length(p) AS x",
    "MATCH p = shortestPath((a:City)-[*..8]-(b {id: 'CN-GD'})) WHERE a.id = 'city/orsha' RETURN length(p) AS x",
    "MATCH p = shortestPath((a:City WHERE a.id = 'city/orsha')-[*..8]-(b {id: 'CN-GD'})) RETURN length(p) AS x",
    f"{ENDS} MATCH p = (a)-[*..2]-(b) WHERE none(x IN nodes(p) WHERE x:Country) RETURN count(p) AS x",
]

NAMED_RELATIONSHIPS = [
    "MATCH p = shortestPath((a)-[rs*..8]-(b)) RETURN size(rs) AS x",
    "MATCH shortestPath((a)-[`r s`:AGREEMENT|LOCATED_IN*..8]-(b)) WITH `r s` WHERE size(`r s`) > 1 RETURN 1 AS x",
    "MATCH p = allShortestPaths((a)-[rs*..8]-(b)) WITH rs WHERE all(r IN rs WHERE r.id IS NOT NULL) RETURN 1 AS x",
]
COMPREHENDED = [
    "[p = (n)--(m) WHERE length(p) = 1 | m.id]",
    "[ `p q`=(n)-[*1..2]-(m:City) WHERE m.country = 'BY' AND any(r IN relationships(`p q`) WHERE true) | m.id]",
    "[p = (n)-[r]-(m) WHERE nodes(p)[1].country = 'CN' | m.id]",
]
COMPREHENDED_RIGHT = [
    "size([p = (n)-[r]-(m) WHERE r.status = 'signed' | length(p)])",
    "[x IN [p = (n)--(m) | length(p)] WHERE x > 1]",
    "[1 = (2), n.name = 'p']",
    "size(COLLECT { MATCH p = (n)--(m) WHERE length(p) = 1 RETURN m.id })",
]

ORSHA = "MATCH (e:City {id: 'city/orsha'}) "
WRONG_UNWINDS = [
    f"{ORSHA} UNWIND e.inside AS h MATCH (n:Entity {{id: h}}) RETURN n.id AS x ORDER BY x",
    f"{ORSHA} UNWIND e.inside AS h MATCH (n:Entity) WHERE n.id = h RETURN n.id AS x ORDER BY x",
    f"{ORSHA} UNWIND ['BY', 'CN'] AS `h h` MATCH (n:Entity {{id: `h h`}}) RETURN n.id AS x ORDER BY x",
    f"{ORSHA} UNWIND e.inside AS h UNWIND [h] AS g MATCH (n:Entity {{id: g}}) RETURN n.id AS x ORDER BY x",
    f"{ORSHA} UNWIND [{{id: 'BY'}}] AS h MATCH (n:Entity {{id: h.id}}) RETURN n.id AS x",
    f"{ORSHA} UNWIND e.inside AS h MATCH (e)--(n:Entity {{id: h}}) RETURN n.id AS x",
    f"{ORSHA} WHERE e.country = 'BY' UNWIND e.inside AS h MATCH (n:Entity) WHERE n.id IN [h] RETURN count(n) AS x",
]
RIGHT_UNWINDS = [
    f"{ORSHA} UNWIND e.inside AS h WITH * MATCH (n:Entity {{id: h}}) RETURN n.id AS x ORDER BY x",
    f"{ORSHA} WITH e UNWIND e.inside AS h MATCH (n:Entity {{id: h}}) RETURN n.id AS x ORDER BY x",
    f"{ORSHA} UNWIND [e] AS h MATCH (h)-[r]-(n) RETURN r.id AS x ORDER BY x",
    f"{ORSHA} UNWIND e.inside AS h OPTIONAL MATCH (n:Entity {{id: h}}) RETURN n.id AS x ORDER BY x",
    f"{ORSHA} UNWIND e.inside AS h MATCH (n:Country {{id: 'BY'}}) RETURN n.id AS x, h ORDER BY h",
    "UNWIND ['BY', 'CN'] AS h MATCH (n:Entity {id: h}) RETURN n.id AS x ORDER BY x",
    f"{ORSHA} MATCH (n:Entity) WHERE n.id IN e.inside RETURN n.id AS x ORDER BY x",
]
BREST = "MATCH p = (a:Oblast {id: 'BY-BR'})-[d:AGREEMENT]-(b) WHERE "
WRONG_CONDITIONS = [
    f"{BREST} startNode(d).id = a.id RETURN count(d) AS x",
    f"{BREST} a.country <> endNode(d).country RETURN count(d) AS x",
    f"{BREST} d.id <> 'x' AND a.id IN startNode(d).inside RETURN count(d) AS x",
    f"{BREST} (startNode(d).name + 'x') = a.name + 'x' RETURN count(d) AS x",
    f"{BREST} relationships(p)[0].id <> a.id RETURN count(d) AS x",
    f"{BREST} properties(d).id <> a.id RETURN count(d) AS x",
    f"{BREST} a.country = CASE WHEN b.country = 'CN' THEN 'BY' ELSE '' END RETURN count(d) AS x",
    f"{ORSHA} {BREST} d.id <> 'x' AND ((CASE d.plan WHEN false THEN a.country END) = e.country) RETURN count(d) AS x",
]
IN_SOURCES = "s IN d.sources WHERE s = 'x'"
JOINED_LOOPS = [
    "coalesce(NOT any({}), false)",
    "CASE WHEN d.id <> '' THEN (any({})) OR d.id <> '' END",
    "CASE WHEN any({}) = false THEN true END",
    "coalesce((any({}) OR d.id <> ''), false)",
]
RIGHT_CONDITIONS = [
    f"{BREST} coalesce(any(s IN d.sources WHERE s <> 'x'), false) OR d.id = 'x' RETURN count(d) AS x",
    f"{BREST} NOT any(s IN d.sources WHERE s = 'x') AND (any(s IN d.sources WHERE s <> 'x')) RETURN count(d) AS x",
    f"{BREST} CASE WHEN d.id <> '' THEN size([s IN d.sources WHERE s = 'x']) > 0 OR d.id <> '' END RETURN 1 AS x",
    f"{BREST} startNode(d).id = 'BY-BR' RETURN count(d) AS x",
    f"{BREST} startNode(d) = a AND a.id = 'BY-BR' RETURN count(d) AS x",
    f"{BREST} startNode(d).id = 'BY-BR' AND b.country = 'CN' RETURN count(d) AS x",
    f"{BREST} type(d) <> a.name AND coalesce(d.amount, 0) < size(b.name) * 1000000 RETURN count(d) AS x",
    f"{BREST.removesuffix('WHERE ')} WITH * WHERE startNode(d).id = a.id RETURN count(d) AS x",
    f"{BREST} all(n IN nodes(p) WHERE n.id IN [a.id, b.id]) RETURN count(d) AS x",
    f"{BREST} CASE WHEN b.country = 'CN' THEN a.country END = 'BY' RETURN count(d) AS x",
    f"{ORSHA} {BREST} 'BY' = CASE WHEN d.plan THEN '' ELSE a.country END RETURN count(d) AS x",
    f"{ORSHA} {BREST} a.country = CASE WHEN e.id <> '' THEN e.country END RETURN count(d) AS x",
    f"{ORSHA} {BREST[:-6]} WITH * WHERE e.country = CASE WHEN b.id <> '' THEN 'BY' END RETURN 1 AS x",
]
CASE = "CASE WHEN n.id = 'BY' THEN 1 ELSE 0 END"
BARE_CASES = [
    f"RETURN n.id AS k, {CASE} + 1 < 2 AS x ORDER BY k",
    f"RETURN n.id AS k, 2 = {CASE} * 2 AND n.id <> '' AS x ORDER BY k",
    f"RETURN n.id AS k, NOT 1 + {CASE} >= 2 AS x ORDER BY k",
    f"RETURN n.id AS k, -{CASE} <> -1 AS x ORDER BY k",
    f"RETURN n.id AS k, {CASE} + 1 IN [2] AS x ORDER BY k",
    f"RETURN n.id AS k, [y IN [1] WHERE {CASE} + y = 2] AS x ORDER BY k",
    f"RETURN n.id AS k, CASE WHEN ({CASE} + 1 = 2) THEN 'y' ELSE 'n' END AS x ORDER BY k",
    f"WITH n WHERE {CASE} + 1 = 2 RETURN n.id AS k",
    f"RETURN n.id AS k ORDER BY {CASE} + 1 = 2, k",
    "RETURN n.id AS k, CASE n.id WHEN 'BY' THEN {a: 1} END.a = 1 AS x ORDER BY k",
]
CASES_RIGHT = [
    f"RETURN n.id AS k, {CASE} + 1 AS x ORDER BY k",
    f"RETURN n.id AS k, {CASE} < 2 AS x, 1 + 1 > {CASE} AS y ORDER BY {CASE} - 1, k",
    f"RETURN n.id AS k, ({CASE} + 1) = 2 AS x, 1 + coalesce({CASE}, 2) = 2 AS y, [{CASE} + 1] = [2] AS z ORDER BY k",
    f"WITH n WHERE ({CASE}) + 1 = 2 RETURN n.id AS k",
]
LISTS = "MATCH (n:Country {id: 'BY'}) UNWIND [['a'], [1], ['a', null], [], null] AS y "
TYPED = {
    "head(y) IS :: INT": "head(y) IS :: INTEGER",
    "y IS NOT TYPED LIST<int NOT NULL>": "y IS NOT TYPED LIST<INTEGER NOT NULL>",
    "n :: PROPERTY VALUE": "(n :: STRING OR n :: INTEGER)",
    "y IS :: LIST<ANY NOT NULL>": "y IS :: LIST<ANY>",
    "valueType(y) = 'LIST<STRING NOT NULL> NOT NULL'": "(y IS :: LIST<STRING NOT NULL> NOT NULL AND y <> [])",
}
NAMED_ALL = [
    "WITH 5 AS all RETURN all - 1 AS x",
    "WITH 5 AS all WITH all + 1 AS x RETURN x",
    "WITH [5] AS all RETURN all[0] AS x, 1 AS y",
]
NOT_NAMED_ALL = [
    "MATCH (all:Country {id: 'BY'}) CALL (all) { RETURN all {.id} AS x } RETURN x",
    "WITH 5 AS all RETURN 1 AS y, all - 1 AS x",
    "WITH 5 AS all RETURN (all - 1) AS x, all AS y",
    "WITH 5 AS all RETURN all * 2 AS x ORDER BY all - 1",
    "RETURN all(x IN [1] WHERE x = 1) AS x",
]


@pytest.fixture(scope="module")
def neo4j(request):
    with engine_with_dataset("neo4j", request) as engine:
        yield engine


def plain(value):
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list) else value


def answer(engine, text):
    """The rows, or that there are none because the engine refuses."""
    try:
        return [tuple(map(plain, row.values())) for row in engine.run(text)]
    except QueryError:
        return "refused"


def refusal(engine, text):
    try:
        check_faults(engine, text)
    except QueryRefused as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("with_", ["", "WITH d "])
@pytest.mark.parametrize("condition", JOINED_LOOPS)
def test_a_predicate_over_a_list_that_is_taken_for_the_whole_is_refused_and_is_right_by_its_size(
    engine, neo4j, condition, with_
):
    def asked(predicate: str) -> str:
        return f"{BREST[:-6]}{with_}WHERE {condition.replace('any({})', predicate)} RETURN count(d) AS x"

    wrong, right = asked(f"any({IN_SOURCES})"), asked(f"(size([{IN_SOURCES}]) > 0)")
    assert answer(engine, wrong) != answer(neo4j, wrong)
    assert "size([" in refusal(engine, wrong)
    assert refusal(engine, right) == refusal(neo4j, wrong) == ""
    assert answer(engine, right) == answer(neo4j, right) == answer(neo4j, wrong)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_would_be_wrong_is_refused_by_the_embedded_engine_alone(engine, neo4j, text):
    assert refusal(neo4j, CITIES + text) == ""
    assert answer(engine, CITIES + text) != answer(neo4j, CITIES + text)
    with pytest.raises(QueryRefused, match="the embedded engine"):
        run_query(engine, CITIES + text)


NAMED_FIRST = [
    text for text in WRONG.values() if re.match(r"(WITH n ORDER BY n.id )?RETURN (?!n.id AS id|any|1)", text)
]


@pytest.mark.parametrize("text", [*NAMED_FIRST, *GROUPED])
def test_the_rewrite_is_right(engine, neo4j, text):
    rewritten = refusal(engine, CITIES + text).partition("as in ")[2]
    assert re.match(r"WITH .* AS m.* RETURN ", rewritten)
    before = text[: text.index("RETURN")]
    assert answer(engine, CITIES + before + rewritten) == answer(neo4j, CITIES + text)


@pytest.mark.parametrize("text", BARE_CASES)
def test_a_bare_case_beside_arithmetic_is_refused_where_it_is_compared_and_right_in_brackets(engine, neo4j, text):
    text = f"MATCH (n:Country) {text}"
    assert answer(engine, text) != answer(neo4j, text)
    with pytest.raises(QueryRefused, match="in brackets of its own"):
        run_query(engine, text)
    bracketed = re.sub(r"CASE (?!WHEN \().*? END", r"(\g<0>)", text)
    assert refusal(engine, bracketed) == refusal(neo4j, text) == ""
    assert answer(engine, bracketed) == answer(neo4j, text) != "refused"


@pytest.mark.parametrize("text", CASES_RIGHT)
def test_other_cases_are_right(engine, neo4j, text):
    assert refusal(engine, f"MATCH (n:Country) {text}") == ""
    assert answer(engine, f"MATCH (n:Country) {text}") == answer(neo4j, f"MATCH (n:Country) {text}") != "refused"


@pytest.mark.parametrize(("wrong", "right"), TYPED.items())
def test_types_that_it_doesnt_know_are_refused_with_those_that_it_does(engine, neo4j, wrong, right):
    wrong, right = f"{LISTS}RETURN {wrong} AS x", f"{LISTS}RETURN {right} AS x"
    assert answer(engine, wrong) != answer(neo4j, wrong) != "refused"
    with pytest.raises(QueryRefused, match=r"write |name those|ask for a type"):
        run_query(engine, wrong)
    assert refusal(engine, right) == refusal(neo4j, wrong) == ""
    assert answer(engine, right) == answer(neo4j, right) == answer(neo4j, wrong)


@pytest.mark.parametrize("type_", VALUE_TYPES)
def test_other_types_are_right(engine, neo4j, type_):
    text = f"{LISTS}RETURN y IS :: {type_} AS a, head(y) IS NOT TYPED {type_} AS b, n :: {type_} AS c, n.id :: {type_}"
    assert refusal(engine, text) == ""
    assert answer(engine, text) == answer(neo4j, text) != "refused"


@pytest.mark.parametrize("text", NAMED_ALL)
def test_a_variable_named_all_is_refused_where_it_is_taken_for_a_word_and_right_in_backticks(engine, neo4j, text):
    assert answer(engine, text) != answer(neo4j, text)
    with pytest.raises(QueryRefused, match="in backticks"):
        run_query(engine, text)
    quoted = re.sub(r"\ball\b", "`all`", text)
    assert refusal(engine, quoted) == ""
    assert answer(engine, quoted) == answer(neo4j, text) != "refused"


@pytest.mark.parametrize("text", NOT_NAMED_ALL)
def test_elsewhere_a_variable_named_all_is_right(engine, neo4j, text):
    assert refusal(engine, text) == ""
    assert answer(engine, text) == answer(neo4j, text) != "refused"


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_let_through(engine, neo4j, text):
    assert refusal(engine, CITIES + text) == ""
    assert answer(engine, CITIES + text) == answer(neo4j, CITIES + text)


@pytest.mark.parametrize("text", WRONG_PATHS)
def test_a_condition_on_a_shortest_path_is_refused(engine, text):
    with pytest.raises(QueryRefused, match=r"ORDER BY length\(p\) LIMIT 1|write relationships\(p\)"):
        run_query(engine, ENDS + text)


@pytest.mark.parametrize("text", NAMED_RELATIONSHIPS)
def test_named_relationships_of_a_shortest_path_are_refused(engine, neo4j, text):
    assert answer(engine, ENDS + text) != answer(neo4j, ENDS + text)
    with pytest.raises(QueryRefused, match=r"write relationships\(p\)"):
        run_query(engine, ENDS + text)


@pytest.mark.parametrize("text", COMPREHENDED)
def test_a_path_in_the_where_of_its_comprehension_is_refused(engine, neo4j, text):
    whole = f"{CITIES} RETURN n.id AS id, size({text}) AS x ORDER BY id"
    assert answer(engine, whole) != answer(neo4j, whole)
    with pytest.raises(QueryRefused, match="write COLLECT"):
        run_query(engine, whole)


@pytest.mark.parametrize("text", COMPREHENDED_RIGHT)
def test_other_comprehensions_are_right(engine, neo4j, text):
    whole = f"{CITIES} RETURN n.id AS id, {text} AS x ORDER BY id"
    assert refusal(engine, whole) == ""
    assert answer(engine, whole) == answer(neo4j, whole)


@pytest.mark.parametrize("text", RIGHT_PATHS)
def test_other_conditions_beside_a_shortest_path_are_right(engine, neo4j, text):
    assert refusal(engine, text) == ""
    assert answer(engine, text) == answer(neo4j, text)


def test_the_rewrite_of_a_shortest_path_is_right(engine, neo4j):
    asked = "WHERE all(x IN relationships(p) WHERE type(x) <> 'LOCATED_IN') RETURN length(p) AS x"
    right = answer(neo4j, f"{ENDS} {PATH} {asked}")
    rewritten = f"{ENDS} MATCH p = (a)-[*..4]-(b) {asked} ORDER BY length(p) LIMIT 1"
    assert refusal(engine, rewritten) == ""
    assert answer(engine, rewritten) == right == [(3,)]


@pytest.mark.parametrize("text", [*WRONG_UNWINDS, *WRONG_CONDITIONS])
def test_what_would_miss_rows_is_refused_and_is_right_with_a_with(engine, neo4j, text):
    assert refusal(neo4j, text) == ""
    assert answer(engine, text) != answer(neo4j, text)
    with pytest.raises(QueryRefused, match=r"WITH \* before"):
        run_query(engine, text)
    place = text.rindex("MATCH") if text in WRONG_UNWINDS else text.index("WHERE")
    assert answer(engine, f"{text[:place]} WITH * {text[place:]}") == answer(neo4j, text)


@pytest.mark.parametrize("text", [*RIGHT_UNWINDS, *RIGHT_CONDITIONS])
def test_other_unwinds_and_conditions_are_right(engine, neo4j, text):
    assert refusal(engine, text) == ""
    assert answer(engine, text) == answer(neo4j, text) != "refused"


def test_shipped_files_have_none_of_it(engine):
    files = {path.as_posix(): path.read_text(encoding="utf-8") for path in CYPHER.rglob("*.cypher")}
    assert {name: refusal(engine, text) for name, text in files.items()} == dict.fromkeys(files, "")


def test_a_question_of_ones_own_is_refused_too(engine, tmp_path):
    text = SOUND.replace("coalesce(twin.name, '(', ')')", "max(twin.name) IS NULL")
    assert text != SOUND
    (tmp_path / "mine.cypher").write_text(text, encoding="utf-8")
    with pytest.raises(QueryRefused, match=r"max\(twin\.name\) AS m"):
        ask(engine, "mine", {"place": "BY-VI"}, library=Library(tmp_path))


def test_nesting_beyond_measure_is_no_crash(engine):
    with pytest.raises(QueryRefused):
        run_query(engine, f"RETURN {'(' * 3000}1{')' * 3000} AS x")


def test_whatever_is_let_through_is_answered_as_by_a_neo4j(engine, neo4j):
    chance = random.Random(20241)
    asked = [f"{CITIES}RETURN {over_aggregates(chance, 1 + i % 3)} AS x" for i in range(60)]
    through = [text for text in asked if not refusal(engine, text)]
    assert 10 < len(through) < 50
    wrong = {text for text in through if answer(engine, text) != answer(neo4j, text) != "refused"}
    assert wrong == set()


def test_whatever_clauses_are_let_through_are_answered_as_by_a_neo4j(engine, neo4j):
    questions = Clauses(20243)
    asked = [questions.question() for _ in range(60)]
    through = [text for text in asked if not refusal(engine, text)]
    assert len(through) > 30
    wrong = {text for text in through if answer(engine, text) != answer(neo4j, text) != "refused"}
    assert wrong == set()


def test_whatever_cases_lists_and_types_are_let_through_are_answered_as_by_a_neo4j(engine, neo4j):
    questions = Expressions(20245)
    asked = [questions.question() for _ in range(60)]
    through = [text for text in asked if not refusal(engine, text)]
    assert len(through) > 40
    wrong = {text for text in through if repr(answer(engine, text)) != repr(answer(neo4j, text)) != "'refused'"}
    assert wrong == set()
