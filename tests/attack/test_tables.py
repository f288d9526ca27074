"""Small files that ask for much: they are refused at once, with the reason, and what is told of them stays short."""

import csv
import os
import random
import subprocess
import sys
from datetime import date, timedelta

import pytest

from bycn.graph_model.errors import DataError
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from bycn.loaders.tables.rows import MOST_REPORTED
from bycn.loaders.tables.table_types import KINDS
from bycn.loaders.tables.text import LONGEST_CELL

from .fuzz import put_ground
from .test_fuzz import within

CITIES = "id,name,country\n"
FACTS = "id,from,to,title,date,status,amount,currency,sources\n"
ROW_CELLS = "id,from,to,title,date,status,sources,rows,row_cells\n"
SOURCE = '{"type":"node","labels":["Source"],"id":"s","properties":{"id":"s","title":"t","number":%s}}'
SECONDS = 20


def wrong_with(folder, name, content):
    """What is said of a file, in no more time than a file of its size may take."""
    put_ground(folder)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with within(SECONDS), pytest.raises(DataError) as caught:
        read_graph(Selection((folder,), only_own=True))
    return caught.value


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("contract.csv", FACTS + "own/1,BY,CN,t,2023,signed,1e999999999,USD,s\n", "not a plain number"),
        ("contract.csv", FACTS + "own/1,BY,CN,t,2023,signed," + "9" * 900_000 + ",USD,s\n", "doesn't fit here"),
        ("contract.csv", f"{ROW_CELLS}own/1,BY,CN,t,2023,signed,s,own/1,{'[' * 3_000}\n", "fit together"),
        ("a.jsonl", SOURCE % "1e999999999", "out of any range"),
        ("a.jsonl", SOURCE % "1e-99999999999999999999", "out of any range"),
        ("a.jsonl", SOURCE % ("1" + "0" * 4_000), "out of range"),
        ("city.csv", CITIES.encode() + b"\0" * 3_000_000, "belong in no text"),
        ("city.csv", CITIES.encode() + b"\0\n" * 300_000, "belong in no text"),
        ("city.csv", random.Random(1).randbytes(3_000_000), "is not UTF-8"),
        ("city.csv", ",".join(f"c{n}" for n in range(100_000)) + "\n1\n", "100,000 columns; a table has 500"),
        ("city.csv", f"{CITIES}city/a,{'x' * (LONGEST_CELL + 1)},BY\n", "a cell has more than 1,000,000 characters"),
        ("city.csv", f'{CITIES}city/a,"' + "x,y\n" * LONGEST_CELL, "close its quotation mark"),
        ("a.jsonl", SOURCE % f'1,"note":"{"x" * (LONGEST_CELL + 1)}"', "has more than 1,000,000 characters"),
        ("a.jsonl", "[" * 1_000_000, "not JSON"),
        ("a.jsonl", SOURCE % ("[" * 500 + "]" * 500), "number"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) and len(value) < 60 else "",
)
def test_a_file_that_asks_for_much_is_refused_at_once(tmp_path, name, content, told):
    error = wrong_with(tmp_path, name, content)
    assert told in str(error)
    assert len(str(error)) < 5_000


def test_problems_are_told_up_to_a_number_and_the_others_counted(tmp_path):
    error = wrong_with(tmp_path, "city.csv", CITIES + "".join(f"city/{n},N {n},Q\n" for n in range(3_000)))
    assert (len(error.problems), error.more) == (MOST_REPORTED, 3_000 - MOST_REPORTED)
    assert str(error).endswith("\nand 2,000 more")


def test_a_long_cell_stays_out_of_the_message_but_not_what_is_wrong_with_it(tmp_path):
    [problem] = wrong_with(tmp_path, "city.csv", f"{CITIES}city/a,Alpha,{'x' * 100_000}\n").problems
    assert len(problem.message) < 1_100
    assert problem.message.endswith("write one of BY, CN, XX")


def test_a_property_that_is_there_twice_among_very_many_takes_no_time(tmp_path):
    names = ",".join(f'"p{n}":1' for n in [*range(200_000), 199_999])
    [problem] = wrong_with(tmp_path, "graph.jsonl", f'{{"type":"node","properties":{{{names}}}}}\n').problems
    assert (problem.column, problem.message) == ("p199999", "is there twice in the line; keep one")


LINKS = "id,from,to,title,status,sources\n"
FLOWS = "id,from,to,title,date,status,amount,currency,measure,sources,part_of\n"


def test_a_tower_of_places_is_refused(tmp_path):
    (tmp_path / "city.csv").write_text(CITIES + "".join(f"city/{n},N {n},BY\n" for n in range(3_000)), encoding="utf-8")
    links = "".join(f"own/{n},city/{n},city/{n + 1},t,in_force,s\n" for n in range(2_999))
    error = wrong_with(tmp_path, "located_in.csv", LINKS + links)
    assert error.problems[0].message == "this lies inside more than 100 others; remove some of the links"


def test_a_tower_of_figures_is_refused(tmp_path):
    flows = "".join(
        f"own/{n},BY,CN,t,2000/{n + 2001},completed,1,USD,export,s,{f'own/{n + 1}' if n < 299 else ''}\n"
        for n in range(300)
    )
    told = {problem.message for problem in wrong_with(tmp_path, "trade_flow.csv", FLOWS + flows).problems}
    assert "this is part of more than 100 facts; take some of them out" in told


def test_a_figure_of_every_day_takes_no_longer_than_the_others(tmp_path):
    put_ground(tmp_path)
    days = [date(1970, 1, 1) + timedelta(n) for n in range(20_000)]
    flows = "".join(f"own/{n},BY,CN,t,{day},completed,1,USD,export,s,\n" for n, day in enumerate(days))
    (tmp_path / "trade_flow.csv").write_text(FLOWS + flows, encoding="utf-8")
    with within(SECONDS):
        assert len(read_graph(Selection((tmp_path,), only_own=True)).facts) == 20_000


LONGEST = pytest.mark.parametrize(
    "text", ["x" * 999_999, "x|" * 400_000, "7" * 999_999, "(" * 999_999], ids=lambda t: t[:3]
)


def put_in_every_column(folder, stem, text):
    """A table whose one row holds the text wherever no id or end is needed; how many columns it has."""
    put_ground(folder)
    sound = {"id": "mine/1", "from": "BY", "to": "CN"}
    columns = list(KINDS[stem].columns)
    with (folder / f"{stem}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerow(sound.get(name, text) for name in columns)
    return len(columns)


@pytest.mark.parametrize("stem", ["city", "event", "contract", "indicator", "sources", "documents", "distinct"])
@LONGEST
def test_the_longest_cell_takes_no_time_in_any_column(tmp_path, stem, text):
    columns = put_in_every_column(tmp_path, stem, text)
    with within(SECONDS), pytest.raises(DataError) as caught:
        read_graph(Selection((tmp_path,), only_own=True))
    assert len(str(caught.value)) < 1_500 * (columns + 1)


@LONGEST
def test_the_longest_term_takes_no_time_and_is_one(tmp_path, text):
    put_in_every_column(tmp_path, "goods", text)
    with within(SECONDS):
        assert read_graph(Selection((tmp_path,), only_own=True)).entities.keys() == {"BY", "CN"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (os.mkfifo, "no file, but a folder, a pipe or a device"),
        (lambda path: path.symlink_to("/dev/zero"), "no file, but a folder, a pipe or a device"),
        (lambda path: path.symlink_to(path.name), "symbolic links"),
        (lambda path: path.mkdir(), "no file, but a folder, a pipe or a device"),
        (lambda path: os.truncate(path, 3 << 40) if path.touch() is None else None, "larger than 1 GiB"),
    ],
    ids=["a pipe", "a device", "a circle of links", "a folder", "3 TiB of nothing"],
)
def test_what_is_no_table_is_not_waited_for(tmp_path, make, told):
    make(tmp_path / "city.csv")
    with within(SECONDS), pytest.raises(DataError) as caught:
        read_graph(Selection((tmp_path,), only_own=True))
    assert told in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_neither_a_question_nor_a_password_nor_a_foreign_table_is_waited_for(bycn, tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "a.cypher")
    said = bycn("queries", "list", "--queries", str(tmp_path))
    assert "no file, but a folder, a pipe or a device" in said.out + said.err
    table, deep = tmp_path / "foreign.csv", tmp_path / "deep.toml"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    for given in (["/dev/zero"], [str(tmp_path / "a.cypher")], [str(table), "--recipe", "/dev/zero"]):
        with within(SECONDS):
            said = bycn("import", *given, "-o", str(tmp_path / "out"))
        assert said.code == 1
        assert f"{given[-1]}: no file, but a folder, a pipe or a device" in said.err
    deep.write_text(f"a = {'[' * 100_000}", encoding="utf-8")
    assert "not TOML" in bycn("import", str(table), "--recipe", str(deep), "-o", str(tmp_path / "out")).err
    said = bycn("stats", "--uri", "bolt://127.0.0.1:1", "--password-file", "/dev/zero")
    assert said.code == 4
    assert "larger than 4 KiB" in said.err
    with open("/dev/zero", "rb") as zero:  # noqa: PTH123
        code = "import sys; from bycn.cli import main; sys.argv[0] = 'bycn'; main()"
        ended = subprocess.run(
            [sys.executable, "-c", code, "query", "-"], stdin=zero, capture_output=True, timeout=SECONDS, check=False
        )
    assert ended.returncode == 2
    assert b"is no question" in ended.stderr
