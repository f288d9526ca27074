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
        (["RETURN 1", "-p", "a"], 2, "write NAME=VALUE"),
        (["RETURN $a AS x", "-p", "a=1", "-p", "a=2"], 2, """'a' is given twice; a list is written a=["A","B"]"""),
        (["RETURN $missing AS x"], 2, "missing"),
        (["MATCH (n) RETRUN n"], 2, "refuses this question"),
        (["RETURN 1 AS a; RETURN 2 AS b;"], 2, "these are 2 questions, separated by ';'; ask them one at a time"),
        ([" ; // nothing"], 2, "an empty text is no question"),
        ([":params {a: 1}\nRETURN $a"], 2, "':params {a: 1}' is a command to Neo4j Browser"),
        (["EXPLAIN MATCH (n) RETURN n"], 2, "EXPLAIN asks for the plan of a question"),
        (["CYPHER runtime=slotted RETURN 1"], 2, "options of a Neo4j; leave them out"),
        (["```cypher\nRETURN 1\n```"], 2, "``` marks code in chats"),
        (["MATCH (n)\nWHERE n.name = “Minsk” RETURN n"], 2, "line 2: “ is a quotation mark of word processors"),
        (["MATCH (n {name: «Минск»}) RETURN n"], 2, "line 1: « is a quotation mark"),
        (["\u200bMATCH (n) RETURN n"], 2, "line 1: an invisible character, U+200B, is among the words; take it out"),
        (["MATCH (a)--(b)--(c)--(d)--(e)--(f)--(g) RETURN count(*)", "--timeout", "1"], 1, "longer than 1 s"),
        (["RETURN 1", "--timeout", "0"], 2, "--timeout"),
    ],
)
def test_what_is_refused(bycn, arguments, code, told):
    said = bycn("query", *arguments)
    assert said.code == code, said.err
    assert said.out == ""
    assert told in said.err


@pytest.mark.parametrize(
    "text",
    [
        "RETURN '“a”;\u200b' AS a; // as saved by a program",
        "\ufeff// a header\r\nRETURN '“a”;\u200b' AS a\r\n;\r\n;\r\n",
        "RETURN '“a”;\u200b' AS a /* no end; at all */",
    ],
)
def test_what_ends_a_statement_is_no_second_one(bycn, text):
    assert bycn("query", text, "--format", "json").rows == [{"a": "“a”;\u200b"}]


def test_no_rows_are_no_error(bycn):
    said = bycn("query", "MATCH (n:City {id: 'nowhere'}) RETURN n.id AS id")
    assert (said.code, said.out, said.err) == (0, "", "no rows\n")


def test_rows_beyond_the_limit_are_told(bycn):
    said = bycn("query", "UNWIND range(1, 9) AS x RETURN x", "--limit", "2", "--format", "jsonl")
    assert said.out == '{"x": 1}\n{"x": 2}\n'
    assert "cut at 2 rows" in said.err
