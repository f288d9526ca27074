"""What a terminal shows: wide characters in line, any encoding, no colours where none are wanted."""

import os
import re
from pathlib import Path

import pytest
from wcwidth import wcswidth

from bycn.answers.printing import page_of
from bycn.cli import ENVIRONMENT
from bycn.queries.answers import Answer
from tests.bycn.pseudo_terminal import run_on_terminal

pytest.importorskip("pty", reason="no pseudo-terminals on this system")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def on_a_terminal(bycn):
    """Run the program on a terminal of 100 columns; what it writes there."""

    def run(*arguments: str, **environment: str) -> bytes:
        known = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
        given = known | {"COLUMNS": "100", "PAGER": "cat"} | environment
        code, told = run_on_terminal(*arguments, environment=given)
        assert code in (0, 3), told
        return told

    return run


def as_table(answer: Answer, width: int = 120) -> str:
    return page_of(answer, width, full=False, plain=True).text(coloured=False)


def columns_of(line: str) -> list[int]:
    """Where the cells of a line begin, by what a terminal shows."""
    return [wcswidth(line[: match.start()]) for match in re.finditer(r"(?:(?<=  )|^)\S", line)]


def test_wide_characters_stand_in_line():
    rows = [("维捷布斯克州", "Vitebsk Region", "a"), ("Минск", "明斯克", "b"), ("Orsha", "奥尔沙 Orsha", "c")]
    header, rule, *lines = as_table(Answer(("name", "other", "x"), rows)).splitlines()
    assert len(lines) == 3
    places = columns_of(rule)
    assert len(places) == 3
    for line in (header, *lines):
        assert columns_of(line) == places


def test_wide_characters_stand_in_line_where_cells_are_broken():
    long = "维捷布斯克州 与 黑龙江省 结为 友好 省州 关系 并 签署 合作 协议 " * 3
    rows = [("Vitebsk", long, "x"), ("Минск", "short", "y")]
    _, rule, *lines = as_table(Answer(("name", "told", "x"), rows), 60).splitlines()
    assert all(wcswidth(line) <= 60 for line in (rule, *lines))
    last = columns_of(rule)[-1]
    ends = [line for line in lines if line.endswith((" x", " y"))]
    assert [wcswidth(line[:-1]) for line in ends] == [last, last]


def test_names_in_chinese_on_a_terminal(on_a_terminal):
    told = on_a_terminal("resolve", "维捷布斯克州", "Минск", LC_ALL="C.UTF-8", NO_COLOR="1").decode()
    _, rule, *lines = told.splitlines()
    assert "维捷布斯克州" in told
    for line in lines:
        assert set(columns_of(line)) <= set(columns_of(rule))


@pytest.mark.parametrize(("encoding", "shown"), [("latin-1", "Oblast de Vitebsk"), ("cp866", "Витебская")])
def test_a_terminal_that_is_not_utf8_gets_what_it_can_show(on_a_terminal, encoding, shown):
    told = on_a_terminal("show", "Vitebsk Region", "--full", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING=encoding)
    text = told.decode(encoding)
    assert shown.split()[-1] in text
    assert "?" in text  # in place of what it can't
    assert "Traceback" not in text
    assert "internal error" not in text


def test_a_letter_that_a_terminal_lacks_loses_its_accent_and_a_name_without_any_letter_is_left_out(on_a_terminal):
    told = on_a_terminal("show", "BSU", PYTHONIOENCODING="cp1251").decode("cp1251")
    assert "Universite d'Etat" in told
    assert "????" not in told


def test_a_terminal_without_a_locale_gets_utf8(on_a_terminal):
    named = on_a_terminal("show", "Vitebsk Region", "--full", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    told = named.decode("utf-8")
    assert "Витебская" in told


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp866"])
def test_an_error_on_a_terminal_that_is_not_utf8(on_a_terminal, encoding):
    told = on_a_terminal("show", "Витебскъ-нет", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING=encoding)
    assert b"nothing here is named" in told
    assert b"Traceback" not in told


@pytest.mark.parametrize("arguments", [["show", "Vitebsk"], ["show", "Vitebks"], ["--help"], ["stats"]])
def test_no_colours_where_none_are_wanted(on_a_terminal, arguments):
    assert b"\x1b[" not in on_a_terminal(*arguments, NO_COLOR="1", LC_ALL="C.UTF-8")


def test_every_variable_is_in_the_help(bycn):
    told = bycn("--help").out
    rooms = ("bycn", "queries", "loaders", "graph_model")
    code = "".join(path.read_text(encoding="utf-8") for room in rooms for path in (ROOT / room).rglob("*.py"))
    heeded = set(re.findall(r"(?<![_A-Z])(?:BYCN|NEO4J)_[A-Z]+(?:_[A-Z]+)*", code)) | {"NO_COLOR"}
    example = {"BYCN_CONNECTIONS_TO"}
    assert {name for name in heeded - example if name not in told} == set()
    assert all(name in told for name in ENVIRONMENT)
    assert "BYCN_FORMAT" in bycn("connections", "--help").out
    assert "BYCN_QUERIES" in bycn("queries", "list", "--help").out


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("to", "city"),
        ("type", "AGREEMENT"),
        ("status", "planned"),
        ("sector", "education"),
        ("source", "zalesskij-2024"),
        ("exclude-source", "zalesskij-2024"),
    ],
)
def test_a_variable_of_a_command_sets_its_option(bycn, monkeypatch, option, value):
    variable = f"BYCN_CONNECTIONS_{option.replace('-', '_').upper()}"
    monkeypatch.setenv(variable, value)
    told = bycn("connections", "Vitebsk", "--format", "json").rows
    monkeypatch.delenv(variable)
    assert told == bycn("connections", "Vitebsk", f"--{option}", value, "--format", "json").rows
    assert told != bycn("connections", "Vitebsk", "--format", "json").rows
