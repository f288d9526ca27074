"""Cypher is cut into tokens as the engines cut it: comments, texts and backticks hide what stands in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bycn.loaders.cypher_files import CYPHER
from bycn.queries.allowed import Call, calls
from bycn.queries.cypher_tokens import Group, blanked, nested, readings, tokens
from bycn.queries.library import SUBJECTS

PIECES = [*"'\"`\\\n\r ()[.$aé1", "//", "/*", "*/", "CASE", "END", "\\u0027"]


def texts(query):
    return [token.text for token in tokens(query)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("RETURN 'a // b' AS x // c", ["RETURN", "'a // b'", "AS", "x"]),
        ("RETURN `a ' // b`.c /* ' */ + 1", ["RETURN", "`a ' // b`", ".", "c", "+", "1"]),
        ("`a``b`(1)", ["`a``b`", "(", "1", ")"]),
        ("a//x\rb/*y\n*/c", ["a", "b", "c"]),
        ("$p + $`q r` <> 1.5e3..2", ["$p", "+", "$`q r`", "<>", "1.5e3", "..", "2"]),
        ("Брест=~'.*'", ["Брест", "=~", "'.*'"]),
        ("'open", ["'", "open"]),
        ("/* open", ["/", "*", "open"]),
    ],
)
def test_tokens(query, found):
    assert texts(query) == found


@given(st.lists(st.sampled_from(PIECES)).map("".join))
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_and_nothing_fails(query):
    assert all(query[token.start : token.end] == token.text for token in tokens(query))
    shown = blanked(query)
    assert (len(shown), shown.count("\n")) == (len(query), query.count("\n"))
    nested(tokens(query))


def test_unicode_escapes_are_read_first_in_the_second_reading():
    assert list(readings(r"RETURN '\u0027' AS x")) == [r"RETURN '\u0027' AS x", "RETURN ''' AS x"]
    assert list(readings("RETURN 1")) == ["RETURN 1"]


def test_brackets_and_cases_are_groups_with_the_name_before_them():
    [return_, name, group] = nested(tokens("RETURN max(CASE WHEN n.end THEN [1] END)"))
    assert (return_.word, name.name, group.head, group.bracket) == ("RETURN", "max", "max", "(")
    [case] = group.items
    assert isinstance(case, Group)
    assert [type(item) for item in case.items].count(Group) == 1
    assert nested(tokens("{case: 1}"))[0].items[0].text == "case"


@pytest.mark.parametrize(
    ("query", "called"),
    [
        ("CALL `db`.`labels`() YIELD label RETURN count(label)", [("procedure", "db.labels"), ("function", "count")]),
        ("CALL db.labels YIELD label RETURN label", [("procedure", "db.labels")]),
        ("RETURN `apoc.x`(1), apoc /* ( */ . y (2)", [("function", "apoc.x"), ("function", "apoc.y")]),
        ("RETURN 'apoc.x(1)', `apoc.x(1)`.y // apoc.x(1)", []),
        ("MATCH (n) USING INDEX n:City(name) WHERE (n.x IN (1)) AND NOT (true) RETURN n.call", []),
        ("CALL (n) { RETURN 1 } RETURN {a:apoc.x(1)}", [("function", "apoc.x")]),
        ("WITH 1 AS call RETURN call", []),
    ],
)
def test_calls(query, called):
    assert [tuple(call) for call in calls(tokens(query))] == called


def test_a_name_that_only_looks_like_an_allowed_one_is_not_allowed():
    assert Call("function", "toUpper").is_allowed
    assert not Call("function", "\u212aeys").is_allowed  # a Kelvin sign
    assert not Call("function", "apoc.count").is_allowed


def test_shipped_questions_call_only_what_a_typed_question_may_call():
    asked = {path.name: path.read_text("utf-8") for subject in SUBJECTS for path in (CYPHER / subject).glob("*.cypher")}
    refused = {name: [call for call in calls(tokens(text)) if not call.is_allowed] for name, text in asked.items()}
    assert {name: found for name, found in refused.items() if found} == {}
