"""The canned questions on the command line, trade and timeline among them, and the Cypher that ran."""

import os
import shutil

import pytest
from click.testing import CliRunner

from bycn.cli import cli
from bycn.loaders.cypher_files import CYPHER, statement
from bycn.queries.filters import filtered
from bycn.queries.known_terms import TERMS
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
        "queries", "show", "time/timeline", "--params", "-p", "entity=Витебск", "-p", "on=2023-06", "--only-signed"
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
    lines = bycn("queries", "show", "time/timeline", "--params", "-p", "entity=Vitebsk", "--exact").out
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
        (["run", "twinnings/of_place", "-p", "entity=Brest", "-p", "entity=Minsk"], 2, "'entity' is given twice"),
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
    assert [row["name"] for row in bycn("queries", "list", "mine", "--format", "json").rows] == ["mine/twins"]
    own.write_text(own.read_text("utf-8").replace("LIMIT $limit", ""), "utf-8")
    said = bycn("queries", "run", "twins")
    assert said.code == 1
    assert f"{own}:" in said.err
    assert "LIMIT" in said.err


@pytest.mark.parametrize("name", ["my-twins", "My Twins", "my_twins", "Städte"])
def test_a_question_of_ones_own_is_run_by_the_name_that_is_listed(bycn, tmp_path, name):
    (tmp_path / f"{name}.cypher").write_text("MATCH (n:City) RETURN n.name AS name ORDER BY name LIMIT 2", "utf-8")
    listed = bycn("queries", "list", "--queries", str(tmp_path), "--format", "json").rows[-1]["name"]
    assert listed == name
    assert len(bycn("queries", "run", listed, "--queries", str(tmp_path), "--format", "json").rows) == 2


def test_a_question_without_a_header_takes_parameters_as_they_are_typed(bycn, tmp_path):
    text = (
        "\ufeff// Cities of a country\nMATCH (n:City {country: $country}) RETURN n.name AS Name ORDER BY Name LIMIT 2;"
    )
    (tmp_path / "cities.cypher").write_text(text, "utf-8")
    own = ("cities", "--queries", str(tmp_path))
    said = bycn("queries", "run", *own, "-p", "country=BY", "--format", "json")
    assert len(said.rows) == 2
    assert "Name" in said.rows[0]
    assert "has no header" in said.err
    missing = bycn("queries", "run", *own)
    assert missing.code == 2
    assert "country: a value is needed; give country=" in missing.err
    assert "{country: 'BY'}" in bycn("queries", "show", *own, "-p", "country=BY").out
    writing = tmp_path / "writes.cypher"
    writing.write_text("MATCH (n) DETACH DELETE n", "utf-8")
    assert bycn("queries", "run", "writes", "--queries", str(tmp_path)).code != 0


def test_one_bad_file_is_named_and_passed_over(bycn, tmp_path):
    (tmp_path / "good.cypher").write_text("RETURN 1 AS one", "utf-8")
    (tmp_path / "bad.cypher").write_bytes("RETURN 'Минск' AS x".encode("cp1251"))
    (tmp_path / "twinnings").mkdir()
    shutil.copy(CYPHER / "twinnings/all.cypher", tmp_path / "twinnings/all.cypher")
    said = bycn("queries", "list", "--queries", str(tmp_path), "--format", "json")
    assert said.code == 0
    assert "good" in [row["name"] for row in said.rows]
    assert "'bad' is passed over" in said.err
    assert "a question 'twinnings/all' is shipped" in said.err


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("sister cities", "twinnings"),
        ("timber", "goods"),
        ("largest contracts", "trade/largest_contracts"),
        ("twinnings by year", "twinnings/by_year"),
        ("doubtful readings", "evidence/doubtful"),
        ("students", "universities/counts"),
    ],
)
def test_questions_are_found_by_the_words_that_people_use(bycn, words, first):
    assert first in bycn("queries", "find", *words.split(), "--format", "json").rows[0]["name"]


def test_nothing_found_is_said(bycn):
    said = bycn("queries", "find", "cookery", "--format", "json")
    assert (said.code, said.rows) == (0, [])
    assert "no question is about cookery" in said.err


def test_the_library_is_exported_one_file_a_question_with_a_style(bycn, tmp_path):
    assert bycn("queries", "export", str(tmp_path / "scripts")).code == 0
    files = {file.name for file in (tmp_path / "scripts").glob("*.cypher")}
    assert files == {f"{name.replace('/', '-')}.cypher" for name in Library.shipped().names()}
    text = (tmp_path / "scripts/agreements-between.cypher").read_text("utf-8")
    assert text.startswith("// ")
    assert "// 'BY-VI' is Vitebsk Region\n" in text
    assert text.endswith(";\n")
    query = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("//"))
    assert "$" not in query
    assert bycn("query", text, "--format", "json").rows
    assert 'caption: "{name}"' in (tmp_path / "scripts/browser.grass").read_text("utf-8")
    assert "--force" in bycn("queries", "export", str(tmp_path / "scripts")).err


def test_the_text_with_its_parameters_goes_with_the_lines_that_set_them(bycn):
    both = bycn("queries", "show", "twinnings/of_place", "--params", "--as-written", "-p", "entity=Brest").out
    assert both.startswith(":param entity => 'BY-BR';\n")
    assert "(:Entity {id: $entity})" in both


def test_names_of_questions_are_completed():
    words = {"_BYCN_COMPLETE": "bash_complete", "COMP_WORDS": "bycn\nqueries\nrun\ntwinnings/of", "COMP_CWORD": "3"}
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
    rows = bycn("trade", "Brest", "--source", "zalesskij-2024", "--format", "json").rows
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
    assert wrong.code == 3
    assert "did you mean" in wrong.err


def test_no_trade_is_an_empty_answer(bycn):
    said = bycn("trade", "Tibet")
    assert (said.code, said.out) == (0, "")
    assert "Tibet is known" in said.err


@pytest.mark.parametrize(
    "asked",
    [
        ("universities/without_partners",),
        ("connections/places_without_ties",),
        ("twinnings/places_without", "-p", "country=Belarus"),
        ("overview/entities_without_facts",),
        ("twinnings/of_place", "-p", "entity=Tibet"),
        ("trade/totals",),
    ],
    ids=lambda asked: asked[0],
)
def test_with_filters_an_answer_says_that_it_is_about_the_facts_that_fit_them(bycn, asked):
    said = bycn("queries", "run", *asked, "--source", "cow-trade", "--between", "1992", "1995")
    assert (
        "facts that fit the filters count here (from Barbieri & Keshk 2016; between 1992 and 1995); others may"
        in said.err
    )
    assert "no fact fits" not in said.err
    assert "the filters" not in bycn("queries", "run", *asked).err


@pytest.mark.parametrize("work", ["cow-trade", "pages", "zalesskij-2024"])
@pytest.mark.parametrize(("question", "column"), [("find_sources", "id"), ("facts_by_source", "source")])
def test_of_a_work_that_is_asked_for_only_its_own_sources_are_listed(bycn, work, question, column):
    def sources(*filters: str) -> set[str]:
        given = ("-p", "text=a") if question == "find_sources" else ()
        said = bycn("queries", "run", f"evidence/{question}", *given, *filters, "--format", "json")
        return {row[column] for row in said.rows}

    own = {source for source in sources() if f"{source}/".startswith(f"{work}/")}
    assert own == sources("--source", work)
    assert sources("--exclude-source", work) == sources() - own


SLIPS = [
    (question.name, parameter.name)
    for question in Library.shipped()
    for parameter in question.header.parameters
    if parameter.type in ("entity", "source", "document", "fact", *TERMS)
]


@pytest.mark.parametrize(("name", "parameter"), SLIPS)
def test_what_the_graph_doesnt_know_is_told_with_one_exit_code(bycn, name, parameter):
    said = bycn("queries", "show", name, "-p", f"{parameter}=Atlantis of the North")
    assert (said.code, said.out) == (3, "")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (["trade/goods_sold_to_province", "-p", "entity=Gansu"], "no rows for Gansu; show has what is known of it\n"),
        (
            ["trade/between", "-p", "first=Gansu", "-p", "second=MTZ"],
            "no rows for Gansu and Minsk Tractor Works; show has what is known of each\n",
        ),
        (["trade/growth", "--source", "cow-trade"], "others may say more\nno rows\n"),
    ],
)
def test_where_there_are_no_rows_it_is_said_for_whom_and_where_to_look(bycn, question, said):
    assert bycn("queries", "run", *question).err.endswith(said)
