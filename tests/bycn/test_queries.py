"""The canned questions on the command line, trade and timeline among them, and the Cypher that ran."""

import os
import shutil

import pytest
from click.testing import CliRunner

from bycn.cli import cli
from bycn.loaders.cypher_files import CYPHER, statement
from bycn.queries.filters import filtered
from bycn.queries.library import Library


def test_the_list_has_every_question_and_each_subject_alone(bycn):
    names = Library.shipped().names()
    assert [row["name"] for row in bycn("queries", "list", "--format", "json").rows] == names
    twinnings = bycn("queries", "list", "twinnings", "--format", "json").rows
    assert [row["name"] for row in twinnings] == [name for name in names if name.startswith("twinnings/")]


def test_a_question_is_shown_with_its_values_in_place(bycn):
    text = bycn("queries", "show", "twinnings/of_place", "-p", "entity=Brest", "--only-signed").out
    assert "(:Entity {id: 'BY-BR'})" in text
    assert "NOT coalesce(r.status, 'none') IN ['planned', 'proposed', 'negotiating']" in text
    assert "$" not in "".join(line for line in text.splitlines() if not line.startswith("//"))
    assert bycn("query", text, "--format", "json").rows


def test_the_lines_for_the_browser_hold_ids_and_filters(bycn):
    said = bycn(
        "queries", "show", "time/as_of", "--params", "-p", "entity=Витебск", "-p", "on=2023-06", "--only-signed"
    )
    lines = said.out.splitlines()
    assert all(line.startswith(":param ") and line.endswith(";") for line in lines)
    assert lines[:3] == [
        ":param entity => 'BY-VI';",
        ":param on_from => '2023-06-01';",
        ":param on_to => '2023-06-30';",
    ]
    assert ":param without_statuses => ['planned', 'proposed', 'negotiating'];" in lines
    assert "taken as Vitebsk Region" in said.err


def test_exact_keeps_the_city(bycn):
    lines = bycn("queries", "show", "time/as_of", "--params", "-p", "entity=Vitebsk", "--exact").out
    assert ":param entity => 'city/vitebsk';" in lines


def test_a_question_is_run_with_filters_and_remarks(bycn):
    said = bycn("queries", "run", "agreements/of_party", "-p", "entity=Brest", "--only-signed", "--format", "json")
    assert said.rows
    assert {row["status"] for row in said.rows} <= {"signed", "in_force"}
    assert "taken as Brest Region" in said.err
    assert "cut at 1 row" in bycn("queries", "run", "connections/hubs", "-p", "limit=1").err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["run", "twinnings/of_plaec"], 2, "did you mean twinnings/of_place"),
        (["run", "twinnings/of_place", "-p", "entity=Vitebks"], 3, "did you mean Vitebsk"),
        (["run", "twinnings/of_place", "-p", "enttiy=Vitebsk"], 2, "did you mean entity"),
        (["run", "twinnings/of_place", "-p", "place"], 2, "write NAME=VALUE"),
        (["run", "time/new_in_year", "-p", "year=20x3"], 2, "write four digits"),
        (["run", "events/calendar", "--only-signed"], 2, "takes no filters"),
        (["run", "browser/twinnings"], 2, "for Neo4j Browser"),
        (["show", "xyzzy"], 2, "queries list names them"),
        (["list", "cookery"], 2, "twinnings"),
        (["list", "--queries", "no-such-folder"], 1, "name a folder that holds .cypher files"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_goes_wrong_is_told(bycn, arguments, code, told):
    said = bycn("queries", *arguments)
    assert said.code == code, said.err
    assert told in said.err


def test_questions_of_ones_own(bycn, tmp_path, monkeypatch):
    own = tmp_path / "mine" / "twins.cypher"
    own.parent.mkdir()
    shutil.copy(CYPHER / "twinnings/of_place.cypher", own)
    by_option = bycn("queries", "run", "mine/twins", "--queries", str(tmp_path), "--format", "json").rows
    assert by_option == bycn("queries", "run", "twinnings/of_place", "--format", "json").rows
    monkeypatch.setenv("BYCN_QUERIES", str(tmp_path))
    assert bycn("queries", "run", "twins", "--format", "json").rows == by_option
    own.write_text(own.read_text("utf-8").replace("LIMIT $limit", ""), "utf-8")
    said = bycn("queries", "run", "twins")
    assert said.code == 1
    assert f"{own}:" in said.err
    assert "LIMIT" in said.err


def test_names_of_questions_are_completed():
    words = {"_BYCN_COMPLETE": "bash_complete", "COMP_WORDS": "bycn queries run twinnings/of", "COMP_CWORD": "3"}
    told = CliRunner().invoke(cli, [], prog_name="bycn", env=os.environ | words, complete_var="_BYCN_COMPLETE").output
    assert told.split() == ["plain,twinnings/of_place"]


def test_the_cypher_that_ran_is_told_on_stderr_alone(bycn):
    shown = bycn("timeline", "Orsha", "--exact", "--show-cypher")
    assert shown.out == bycn("timeline", "Orsha", "--exact").out
    assert ":param entity => 'city/orsha';" in shown.err
    text, _ = filtered(statement("time/timeline"))
    assert text.strip() in shown.err


def test_the_timeline_is_in_order_of_date(bycn):
    rows = bycn("timeline", "Vitebsk", "--only-signed", "--format", "json").rows
    begins = [row["date"][:4] for row in rows if row["date"] and not row["date"].startswith("..")]
    assert begins == sorted(begins)
    assert {row["type"] for row in rows}.isdisjoint({"LOCATED_IN", "PART_OF"})


def test_trade_gives_rows_and_sums_by_the_rule(bycn):
    rows = bycn("trade", "Brest", "--format", "json").rows
    assert [row["amount"] for row in rows if row["row"] == "sum" and row["amount"]] == [
        20_000_000,
        280_000_000,
    ]
    assert "flows overlap" in bycn("trade", "BUTB", "--joined").err


def test_trade_with_a_partner_in_a_good(bycn):
    rows = bycn("trade", "Minsk Region", "--with", "Guangdong", "--format", "json").rows
    assert {row["from"] for row in rows if row["row"] == "flow"} <= {"Minsk Region", "Guangdong"}
    assert bycn("trade", "BUTB", "--good", "Sawn Timber", "--format", "json").rows
    wrong = bycn("trade", "BUTB", "--good", "timbre")
    assert wrong.code == 2
    assert "did you mean" in wrong.err


def test_no_trade_is_an_empty_answer(bycn):
    said = bycn("trade", "Tibet")
    assert (said.code, said.out) == (0, "")
    assert "Tibet is known" in said.err
