"""What every command keeps to: formats, streams, exit codes, examples that work."""

import csv
import io
import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bycn.cli import COMMANDS, cli
from bycn.command import Command
from bycn.options import FORMATS
from bycn.queries.connections import SUMMARY
from tests.attack.fuzz import commands

ROOT = Path(__file__).parents[2]
EPILOGS = {name: cli.get_command(None, name).epilog for name in COMMANDS}
EXAMPLES = [
    line.strip() for epilog in EPILOGS.values() for line in epilog.splitlines() if line.strip().startswith("bycn ")
]
ASKING = [
    ["connections", "Vitebsk"],
    ["neighbours", "Great Stone"],
    ["path", "MTZ", "Huawei"],
    ["between", "Vitebsk", "Jinan"],
    ["trade", "Brest"],
    ["timeline", "Orsha"],
    ["queries", "list"],
    ["queries", "run", "twinnings/all"],
    ["show", "Vitebsk Region"],
    ["search", "stone"],
    ["resolve", "Minsk"],
    ["stats"],
    ["sources"],
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_in_the_help_answers(bycn, example, tmp_path, monkeypatch):
    if example.startswith(("bycn validate", "bycn load", "bycn diff", "bycn import")):
        pytest.skip("needs a user's tables or a server; tried with the tests of those")
    monkeypatch.chdir(tmp_path)
    said = bycn(*shlex.split(example)[1:])
    assert said.code == 0, said.err
    writes = bool(re.search(r" (-o|--draw) |^bycn new-data", example))
    assert bool(list(tmp_path.iterdir())) == writes
    assert said.out or writes


def test_what_connections_run_through_are_pairs_of_names_and_ids(bycn):
    asked = ("connections", "Orsha", "--exact", "--source", "zalesskij-2024", "--format")
    rows = json.loads(bycn(*asked, "json").out)
    pair = {"near": "Orsha", "far": "Qingdao", "near_id": "city/orsha", "far_id": "city/qingdao"}
    assert pair in [pair for row in rows for pair in row["through"]]
    assert "Orsha – Qingdao" in bycn(*asked, "csv").out
    facts = json.loads(bycn("connections", "Orsha", "--exact", "--facts", "--format", "json").out)
    assert {"near_id", "far_id"} <= facts[0].keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_two_or_three_examples(bycn, name):
    said = bycn(name, "-h")
    assert said.code == 0
    assert 2 <= EPILOGS[name].count("bycn ") <= 3
    assert EPILOGS[name].splitlines()[2].strip() in said.out


def test_without_a_command_it_shows_what_one_can_ask(bycn):
    said = bycn()
    assert said.code == 0
    for name in COMMANDS:
        assert name in said.out
    for line in re.findall(r"^ +(bycn .*)$", said.out, re.MULTILINE):
        assert bycn(*shlex.split(line)[1:]).code == 0, line


def test_the_version(bycn):
    assert re.fullmatch(r"bycn, version \d+\.\d+\.\d+\n", bycn("--version").out)


def in_a_cell(value):
    """A value of a JSON row as a sheet shows it."""
    if isinstance(value, list):
        return "; ".join(map(in_a_cell, value))
    if isinstance(value, dict):  # a pair
        return f"{value['near']} – {value['far']}"
    return {None: "", True: "yes", False: "no"}[value] if value is None or isinstance(value, bool) else str(value)


def plainly(cell):
    """A cell without the sign that keeps a sheet from taking it for a formula."""
    return cell.removeprefix("'") if cell[1:2] in tuple("=+-@") else cell


@pytest.mark.parametrize("arguments", ASKING, ids=lambda a: a[0])
def test_every_format_gives_the_same_rows(bycn, arguments):
    rows = bycn(*arguments, "--format", "json").rows
    assert rows
    assert [json.loads(line) for line in bycn(*arguments, "--format", "jsonl").out.splitlines()] == rows
    as_csv = list(csv.DictReader(io.StringIO(bycn(*arguments, "--format", "csv").out)))
    assert [list(row) for row in as_csv] == [list(row) for row in rows]
    assert [list(map(plainly, row.values())) for row in as_csv] == [
        [plainly(in_a_cell(value)) for value in row.values()] for row in rows
    ]
    tsv = bycn(*arguments, "--format", "tsv").out.splitlines()
    assert tsv[0].split("\t") == list(rows[0])
    assert len(tsv) == len(rows) + 1
    md = bycn(*arguments, "--format", "md").out.splitlines()
    assert len(md) == len(rows) + 2
    assert bycn(*arguments, "--format", "table").out


@pytest.mark.parametrize(
    "arguments",
    [["queries", "run", "trade/totals", "-p", "joined=true"], ["query", "RETURN 20000000.0 AS n, [2.5, 3.0] AS l"]],
    ids=lambda a: a[0],
)
def test_whole_numbers_have_no_fraction_in_any_format(bycn, arguments):
    for format_ in ("json", "jsonl", "csv", "tsv", "md", "table"):
        said = bycn(*arguments, "--format", format_).out
        assert re.search(r"\d\d,?000,?000\b", said)
        assert not re.search(r"\d\.0\b", said)


def test_in_a_pipe_the_format_is_tsv(bycn):
    assert bycn("stats").out == bycn("stats", "--format", "tsv").out


@pytest.mark.parametrize("format_", [f for f in FORMATS if f != "xlsx"])
def test_an_empty_answer_is_no_error_and_says_so_on_stderr(bycn, format_):
    said = bycn("connections", "Tibet", "--to", "oblast", "--format", format_)
    assert said.code == 0
    assert said.out == {"json": "[]\n", "csv": ",".join(SUMMARY) + "\n"}.get(format_, "")
    assert "Tibet is known" in said.err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["show", "Vitebks"], 3, "did you mean Vitebsk"),
        (["show", "Atlantis of the North"], 3, "nothing here is named"),
        (["path", "Vitebsk", "Nowhere-at-all"], 3, "nothing here is named"),
        (["connections", "Vitebsk", "--to", "galaxy"], 2, "province"),
        (["connections", "Vitebsk", "--type", "FRIENDSHIP"], 2, "TWINNED_WITH"),
        (["path", "Minsk", "Minsk", "--type", "FRIENDSHIP"], 2, "TWINNED_WITH"),
        (["path", "Minsk", "BY-HM"], 2, "both names mean Minsk; name two that differ"),
        (["between", "Minsk", "Минск"], 2, "both names mean Minsk; name two that differ"),
        (["path", "Vitebsk", "Vitebsk Region"], 2, "with --exact, Vitebsk is the city alone"),
        (["connections", "Vitebsk", "Region"], 2, "A name of several words is put in quotes"),
        (["search", " "], 2, "an empty text stands in everything"),
        (["connections", "Vitebsk", "--status", "done"], 2, "completed"),
        (["connections", "Vitebsk", "--as-of", "2023-02-30"], 2, "28 days"),
        (["connections", "Vitebsk", "--between", "2024", "2019"], 2, "ends before it starts"),
        (["conections", "Vitebsk"], 2, "connections"),
        (["connections"], 2, "NAME"),
        (["stats", "--data", "no-such-folder"], 1, "no such file or folder"),
        (["validate", "no-such-folder"], 1, "problem"),
        (["connections", "Vitebsk", "--source", "zalesski-2024"], 3, "did you mean zalesskij-2024"),
        (["stats", "--exclude-source", "fn-999"], 3, "nothing here is named"),
        (["sources", "fn-999"], 3, "nothing here is named"),
        (["path", "MTZ", "Huawei", "--sector", "educaton"], 3, "did you mean education"),
        (["draw", "Vitebsk", "--sector", "educaton", "-o", "-"], 3, "did you mean education"),
        (["export", "jsonl", "--sector", "educaton"], 3, "did you mean education"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_goes_wrong_is_told_with_its_exit_code(bycn, arguments, code, told):
    said = bycn(*arguments)
    assert said.code == code, said.err
    assert told in said.err + said.out
    assert "Traceback" not in said.err


FILTERED = [
    ["connections", "Vitebsk"],
    ["timeline", "Vitebsk"],
    ["queries", "run", "twinnings/all"],
    ["central"],
    ["path", "Novopolotsk", "Shandong"],
    ["export", "jsonl"],
]


@pytest.mark.parametrize("arguments", FILTERED, ids=lambda a: a[0])
@pytest.mark.parametrize("option", ["--source", "--exclude-source"])
def test_an_unknown_source_is_no_empty_answer(bycn, arguments, option):
    said = bycn(*arguments, option, "fn-1616")
    assert (said.code, said.out) == (3, "")
    assert "nothing here is named 'fn-1616'; did you mean" in said.err


def test_a_work_means_all_its_footnotes_and_a_footnote_itself(bycn):
    def facts(*options: str) -> dict[str, list[str]]:
        rows = bycn("timeline", "Vitebsk", *options, "--format", "json").rows
        return {row["fact"]: row["sources"] for row in rows}

    whole = facts()
    assert facts("--source", "zalesskij-2024").keys() == {
        fact for fact, sources in whole.items() if any(s.startswith("zalesskij-2024") for s in sources)
    }
    note = next(source for sources in whole.values() for source in sources if "/fn-" in source)
    cited = {fact for fact, sources in whole.items() if note in sources}
    assert cited
    for form in (note, note.partition("/")[2], note.upper(), note.rpartition("-")[2]):
        assert facts("--source", form).keys() == cited
    alone = {fact for fact in cited if whole[fact] == [note]}
    assert facts("--exclude-source", note).keys() == whole.keys() - alone
    assert facts("--exclude-source", "zalesskij-2024").keys() == {
        fact for fact, sources in whole.items() if not all(s.startswith("zalesskij-2024") for s in sources)
    }


def test_unknown_names_dont_hide_the_known_ones(bycn):
    said = bycn("resolve", "Minsk", "Nowhere-at-all", "--format", "json")
    assert said.code == 3
    assert [row["id"] for row in said.rows] == ["BY-HM"]
    assert "Nowhere-at-all" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--debug", "show", "Nowhere-at-all"],
        ["show", "Nowhere-at-all", "--debug"],
        ["show", "--debug", "Nowhere-at-all"],
    ],
    ids=" ".join,
)
def test_a_traceback_is_shown_where_debug_asks_for_it(bycn, arguments):
    said = bycn(*arguments)
    assert said.code == 3
    assert said.err.startswith("Traceback")
    assert "nothing here is named" in said.err


def test_behind_two_dashes_debug_is_a_name(bycn):
    assert "nothing here is named '--debug'" in bycn("show", "--", "--debug").err


def test_debug_in_the_environment(bycn, monkeypatch):
    monkeypatch.setenv("BYCN_DEBUG", "1")
    assert bycn("show", "Nowhere-at-all").err.startswith("Traceback")
    monkeypatch.setenv("BYCN_DEBUG", "0")
    assert bycn("show", "Nowhere-at-all").err.startswith("bycn: ")


def in_a_shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    program = f"{shlex.quote(sys.executable)} -c 'from bycn.cli import main; main()'"
    return subprocess.run(
        ["bash", "-c", command.replace("bycn", program)],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | environment,
    )


def test_a_pipe_that_closes_early_is_no_error():
    ended = in_a_shell("bycn export jsonl | head -1; exit ${PIPESTATUS[0]}")
    assert ended.returncode == 0
    assert ended.stdout.count(b"\n") == 1
    assert ended.stderr == b""


def test_a_pipe_gets_utf8_whatever_the_locale():
    ended = in_a_shell("bycn show Vitebsk --format json", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="")
    assert "Витебск" in ended.stdout.decode("utf-8")
    assert "\\u" not in ended.stdout.decode("utf-8")


def test_every_command_has_its_options_in_groups(bycn):
    for words, command in commands().items():
        assert isinstance(command, Command), words
    told = bycn("timeline", "--help").out
    places = [told.index(f"\n{group}:\n") for group in ("Options", "Filters", "Output", "Which data", "Neo4j")]
    assert places == sorted(places)


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_no_option_means_two_things(words):
    parameters = commands()[words].params
    for told in ([one.name for one in parameters], [option for one in parameters for option in one.opts]):
        assert len(told) == len(set(told))


def test_help_of_a_command_by_its_name(bycn):
    assert bycn("help", "timeline").out == bycn("timeline", "--help").out
    assert bycn("help", "queries", "run").out == bycn("queries", "run", "--help").out
    assert bycn("help").out == bycn("--help").out
    assert bycn("help", "timelines").code == 2


@pytest.mark.parametrize(
    ("one", "same"),
    [
        (["connections", "Vitebsk", "--to", "Provinces"], ["connections", "Vitebsk", "--to", "province"]),
        (["stats", "--sector", "Farming"], ["stats", "--sector", "agriculture"]),
        (["stats", "--type", "agreements"], ["stats", "--type", "AGREEMENT"]),
        (["stats", "--status", "In Force"], ["stats", "--status", "in_force"]),
        (["timeline", "Vitebsk", "--between", "2019"], ["timeline", "Vitebsk", "--between", "2019", "2019"]),
        (["timeline", "--between=2019", "Vitebsk"], ["timeline", "Vitebsk", "--between", "2019", "2019"]),
        (["trade", "BUTB", "--good", "Sawn Timber"], ["trade", "BUTB", "--good", "sawn timber"]),
        (
            ["queries", "run", "evidence/sources_of_fact", "-p", "fact=c1-089"],
            ["queries", "run", "evidence/sources_of_fact", "-p", "fact=zalesskij-2024/c1-089"],
        ),
        (
            ["queries", "run", "evidence/facts_of_source", "-p", "source=fn-16"],
            ["queries", "run", "evidence/facts_of_source", "-p", "source=zalesskij-2024/fn-16"],
        ),
        (["show", "c1-123"], ["show", "zalesskij-2024/c1-123"]),
        (["stats", "--status", "in talks"], ["stats", "--status", "negotiating"]),
        (["stats", "--type", "Joint projects"], ["stats", "--type", "JOINT_PROJECT"]),
        (["stats", "--format", "JSON"], ["stats", "--format", "json"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_two_ways_to_say_the_same(bycn, one, same):
    assert bycn(*one).out == bycn(*same).out != ""


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["stats", "--sector", "agricultur"], 3, "did you mean agriculture"),
        (["stats", "--sector", "no-such-field-at-all"], 3, "no fact has the sector"),
        (["timeline", "Vitebsk", "--as-of", "06/2023"], 2, "'06/2023' is not a date"),
        (["timeline", "Vitebsk", "--as-of", "06/2023"], 2, "did you mean 2023-06"),
        (["connections", "Vitebsk", "--to", "event"], 0, "--with-events takes in events and memberships too"),
        (["connections", "Shandong"], 0, "no province is tied to it here; --to takes other types, such as oblast"),
        (["trade", "BSU"], 0, "no trade of it is recorded here"),
        (["path", "BNTU", "Vitebsk", "--no-places", "--type", "TWINNED_WITH"], 0, "Nothing that fits the filters"),
        (["stats", "--type", "AGREMENT"], 2, "did you mean AGREEMENT"),
        (["stats", "--type", "twined"], 2, "did you mean TWINNED_WITH"),
        (["stats", "--status", "plannd"], 2, "did you mean planned"),
        (["stats", "--format", "jsn"], 2, "did you mean json"),
        (["connections", "Vitebsk", "--to", "provinse"], 2, "did you mean province"),
        (["connections", "Vitebsk", "--to", "zones"], 2, "did you mean economic_zone"),
        (["connections", "Vitebsk", "--to", "towns"], 2, "there are country, oblast, province"),
        (["trade", "Vitebsk", "--good", "timbr"], 3, "did you mean timber"),
        (["central", "--by", "degre"], 2, "did you mean degree"),
        (["draw", "Vitebsk", "--layout", "sides"], 2, "did you mean two-sides"),
        (["export", "graphl"], 2, "did you mean graphml"),
        (["completion", "zhs"], 2, "did you mean zsh"),
        (["queries", "list", "agrements"], 2, "did you mean agreements"),
        (
            ["connections", "Vitebsk", "--between", "2001"],
            0,
            "only facts that fit the filters count (between 2001 and 2001)",
        ),
        (
            ["show", "Harbin", "--between", "1801", "1802"],
            0,
            "nothing is recorded of it here; only facts that fit the filters count",
        ),
        (
            ["search", "stadium", "--source", "zalesskij-2024"],
            0,
            "nothing contains 'stadium'; only facts that fit the filters count",
        ),
        (["sources", "pages"], 0, "isn't listed here; the list of all sources, with --source, has these"),
        (["search", "Vitebks"], 0, "did you mean Vitebsk"),
        (["search", "timbr"], 0, "did you mean timber"),
        (["search", "Zonghay"], 0, "did you mean Zonghai"),
        (["completion", "zsh"], 0, "autoload -Uz compinit && compinit"),
        (["query", "MATCH (n:Citty) RETURN n"], 0, "label or type 'Citty'; did you mean City"),
        (["query", "MATCH (n:City) RETURN n.nme AS n LIMIT 1"], 0, "property 'nme'; did you mean name"),
        (["stats", "--columns", "nothing"], 2, "there are what, type, detail"),
        (["stats", "--sort", "nothing"], 2, "there are what, type, detail"),
        (["stats", "--format", "xlsx"], 2, "name one with -o"),
        (["show", "c9-999"], 3, "nothing here is named"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_told_when_something_is_said_wrong(bycn, arguments, code, told):
    said = bycn(*arguments)
    assert said.code == code, said.err
    assert told in said.err


@pytest.mark.parametrize("number", ["80.6", "80.6 million", "80,600,000 USD"])
def test_a_fact_is_found_by_its_amount(bycn, number):
    assert "zalesskij-2024/c2-073" in bycn("search", number, "--format", "csv").out


@pytest.mark.parametrize("text", ["timber", "students"])
def test_a_fact_is_found_by_its_words_whatever_its_amount(bycn, text):
    found = bycn("search", text, "--limit", "1000", "--format", "csv").out
    assert found.count("\nfact,") > 20, found


def test_a_query_of_ones_own_isnt_told_off_for_what_is_there(bycn):
    for query in (
        "MATCH (n:City)-[r:TWINNED_WITH|AGREEMENT]->(m) WHERE r.trait = 'tie' RETURN n.name AS n, m.id AS m LIMIT 2",
        "UNWIND [{foo: 1}] AS row RETURN row.foo AS x, {bar: row.foo} AS y",
        "MATCH (f {id: $id}) RETURN f.name AS `some: name`, toUpper(f.country) AS c",
    ):
        assert bycn("query", query, "-p", "id=BY").err == ""


def test_columns_order_and_number_of_rows(bycn):
    told = bycn("stats", "--columns", "type,count", "--sort", "-count", "--limit", "3", "--format", "json")
    assert [list(row) for row in told.rows] == [["type", "count"]] * 3
    counts = [row["count"] for row in told.rows]
    assert counts == sorted(counts, reverse=True)
    assert "shown 3 of" in told.err


def test_a_file_of_rows(bycn, tmp_path):
    file = tmp_path / "rows.csv"
    assert bycn("stats", "-o", str(file), "--format", "csv").out == ""
    assert file.read_bytes().startswith(b"\xef\xbb\xbfwhat,type")
    assert bycn("stats", "-o", str(file), "--format", "csv").code == 1
    assert bycn("stats", "-o", str(file), "--format", "csv", "--force").code == 0
    assert bycn("stats", "--format", "csv").out == file.read_text(encoding="utf-8-sig")
    assert bycn("stats", "--format", "csv", "--bom").out.startswith("\ufeffwhat")
    bycn("stats", "-o", str(tmp_path / "rows.tsv"))
    assert (tmp_path / "rows.tsv").read_text(encoding="utf-8") == bycn("stats").out


@pytest.mark.parametrize("ending", ["csv", "tsv", "json", "jsonl", "md", "XLSX"])
def test_the_ending_of_a_file_says_the_format_unless_another_is_asked_for(bycn, tmp_path, ending):
    by_itself, asked, other = (tmp_path / f"{name}.{ending}" for name in ("by_itself", "asked", "other"))
    bycn("stats", "-o", str(by_itself))
    bycn("stats", "--format", ending.lower(), "-o", str(asked))
    assert by_itself.read_bytes() == asked.read_bytes()
    bycn("stats", "--format", "table", "-o", str(other))
    assert other.read_bytes() != asked.read_bytes()


def test_a_spreadsheet(bycn, tmp_path):
    file = tmp_path / "rows.xlsx"
    rows = bycn("sources", "--format", "json").rows
    assert bycn("sources", "--format", "xlsx", "-o", str(file)).code == 0
    with zipfile.ZipFile(file) as parts:
        page = parts.read("xl/worksheets/sheet1.xml").decode()
        assert 'state="frozen"' in page
        assert page.count("<row ") == len(rows) + 1
        assert page.count("<hyperlink ") == sum(bool(row["address"]) for row in rows)
        assert f"<v>{rows[0]['year']}</v>" in page
    again = tmp_path / "again.xlsx"
    bycn("sources", "--format", "xlsx", "-o", str(again))
    assert again.read_bytes() == file.read_bytes()


def test_json_has_no_nan(bycn):
    rows = bycn("query", "RETURN 0.0 / 0.0 AS n, [1.0 / 0.0] AS m, 1.5 AS x", "--format", "json").rows
    assert rows == [{"n": None, "m": [None], "x": 1.5}]


def test_tables_of_the_environment(bycn, tmp_path, monkeypatch):
    (tmp_path / "company.csv").write_text("id,name,country\ncompany/own,Own Works,BY\n", encoding="utf-8")
    monkeypatch.setenv("BYCN_DATA", str(tmp_path))
    assert bycn("show", "Own Works").code == 0
    assert bycn("stats", "--uri", "bolt://127.0.0.1:1", "--password-file", os.devnull).code == 4
