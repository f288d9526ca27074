"""`bycn query`: Cypher from the line or stdin, with parameters, a time limit and its exit codes."""

import io

import pytest


def test_parameters_are_json_or_else_text(bycn):
    assert bycn("query", "RETURN $a + 1 AS n", "-p", "a=2", "--format", "json").rows == [{"n": 3}]
    assert bycn("query", "RETURN $a AS a", "-p", "a=Витебск", "--format", "json").rows == [{"a": "Витебск"}]
    assert bycn("query", "RETURN $a[0] AS a", "-p", 'a=["x"]', "--format", "json").rows == [{"a": "x"}]


def test_a_question_from_stdin(bycn, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("RETURN 'Минск' AS имя".encode()), encoding="utf-8"))
    assert bycn("query", "-").out == "имя\nМинск\n"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["CREATE (n)"], 2, "only reading is allowed"),
        (["LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row"], 2, "LOAD CSV"),
        (["RETURN apoc.load.json('file:///etc/passwd') AS x"], 2, "the function apoc.load.json is not allowed"),
        (["MATCH (n:City) RETURN max(n.name) IS NULL AS x"], 2, "WITH max(n.name) AS m RETURN m IS NULL"),
        (["RETURN 1", "-p", "a"], 2, "NAME=VALUE"),
        (["RETURN $missing AS x"], 2, "missing"),
        (["MATCH (n) RETRUN n"], 2, "refuses this question"),
        (["MATCH (a)--(b)--(c)--(d)--(e)--(f)--(g) RETURN count(*)", "--timeout", "1"], 1, "longer than 1 s"),
        (["RETURN 1", "--timeout", "0"], 2, "--timeout"),
    ],
)
def test_what_is_refused(bycn, arguments, code, told):
    said = bycn("query", *arguments)
    assert said.code == code, said.err
    assert said.out == ""
    assert told in said.err


def test_no_rows_are_no_error(bycn):
    said = bycn("query", "MATCH (n:City {id: 'nowhere'}) RETURN n.id AS id")
    assert (said.code, said.out, said.err) == (0, "", "no rows\n")


def test_rows_beyond_the_limit_are_told(bycn):
    said = bycn("query", "UNWIND range(1, 9) AS x RETURN x", "--limit", "2", "--format", "jsonl")
    assert said.out == '{"x": 1}\n{"x": 2}\n'
    assert "cut at 2 rows" in said.err
