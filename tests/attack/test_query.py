"""Numbers, parameters and values beyond any use: refused in words, by every command that takes them."""

import time
from itertools import repeat

import click
import pytest

from bycn.loaders.engine import MOST_IN_VALUE, QueryError, bounded
from bycn.notebook import open_graph
from bycn.queries.errors import WrongParameter

from .fuzz import commands

NUMBERS = [
    pytest.param(words, option.opts[-1], id=f"{' '.join(words)} {option.opts[-1]}")
    for words, command in commands().items()
    for option in command.params
    if isinstance(option.type, click.types.IntParamType | click.types.FloatParamType)
]


@pytest.mark.parametrize("value", ["1" + "0" * 20, "1e308", "inf", "-inf", "nan", "9" * 5_000])
@pytest.mark.parametrize(("words", "option"), NUMBERS)
def test_a_number_that_nothing_can_take_is_wrong_usage(bycn, words, option, value):
    said = bycn(*words, option, value)
    assert said.code == 2
    assert f"Invalid value for '{option}'" in said.err or f"'{option}'" in said.err


def test_there_are_such_options():
    assert len(NUMBERS) > 10


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("[" * 100_000, "too deep"),
        ("[" * 900 + "]" * 900, "50 deep"),
        ('{"a":' * 60 + "1" + "}" * 60, "50 deep"),
        ("1" + "0" * 30, "write it as a text"),
        ("NaN", "no value that a parameter can have"),
        ("-Infinity", "no value that a parameter can have"),
    ],
    ids=lambda value: value[:12],
)
def test_a_parameter_that_no_database_takes_is_told(bycn, value, told):
    said = bycn("query", "RETURN $x", "-p", f"x={value}")
    assert said.code == 2
    assert told in said.err


@pytest.mark.parametrize(
    "query",
    [
        "RETURN reduce(s = 'x', i IN range(1, 21) | s + s) AS a",
        "RETURN range(1, 1000001) AS a",
        "RETURN {b: [x IN range(1, 600000) | 'xx']} AS a",
    ],
)
def test_a_value_larger_than_anybody_reads_is_refused(bycn, query):
    said = bycn("query", query)
    assert said.code == 2
    assert "a value of 'a' has more than 1,000,000 characters" in said.err


def test_a_question_that_needs_more_memory_than_it_may_have_is_told(bycn):
    said = bycn("query", "RETURN size(reduce(s = 'x', i IN range(1, 30) | s + s)) AS a")
    assert said.code == 2
    assert "memory" in said.err or "took longer" in said.err


def test_values_up_to_the_bound_pass_and_all_rows_have_one_too():
    row = {"a": "x" * MOST_IN_VALUE}
    assert sum(1 for _ in bounded(repeat(row, 100))) == 100
    with pytest.raises(QueryError, match="the rows have more than"):
        list(bounded(repeat(row, 101)))


@pytest.mark.parametrize(("seconds", "limit"), [(float("inf"), 1), (float("nan"), 1), (0, 1), (1, 0), (1, 10**20)])
def test_the_bounds_hold_in_python_too(bycn, seconds, limit):
    with open_graph() as graph, pytest.raises(WrongParameter):
        graph.query("RETURN 1", seconds=seconds, limit=limit)
    with open_graph() as graph:
        assert len(graph.to_networkx(max_facts=10**20)) > 100


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "a" * 60_000], 3),
        (["show", "2023/" * 10_000], 3),
        (["resolve", ":" * 60_000], 3),
        (["queries", "find", "$x " * 20_000], 0),
    ],
    ids=["letters", "words", "colons", "signs"],
)
def test_what_is_too_long_for_a_name_takes_no_time(bycn, arguments, code):
    bycn("stats")
    begun = time.process_time()
    assert bycn(*arguments).code == code
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("command", ["bridges", "central", "communities"])
def test_a_network_of_one_source_has_numbers_that_the_source_doesnt_give(bycn, command):
    assert bycn(command, "--source", "fn-16", "--with-events").code == 0
