"""Tables and JSON Lines read back equal."""

import csv

import pytest

from bycn import open_graph
from bycn.exports import jsonl, tables
from bycn.graph_model.dates import PartialDate
from bycn.graph_model.graph import Graph
from bycn.graph_model.properties import Properties
from bycn.loaders.formulas import unguarded
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from bycn.loaders.tables.writing import write_tables
from bycn.queries.filters import Filters
from tests.engines import dataset


def same(found: Graph, expected: Graph) -> bool:
    return (found.entities, found.facts, found.sources, found.documents) == (
        expected.entities,
        expected.facts,
        expected.sources,
        expected.documents,
    )


def test_the_folder_reads_back_equal(engine, tmp_path):
    tables.write(engine, Filters(), tmp_path)
    assert same(read_graph(Selection((tmp_path,), only_own=True)), dataset())


def test_the_folder_is_what_the_tables_themselves_write(engine, tmp_path):
    (tmp_path / "a").mkdir()
    tables.write(engine, Filters(), tmp_path / "a")
    write_tables(dataset(), tmp_path / "b")
    names = sorted(path.name for path in (tmp_path / "b").iterdir())
    assert sorted(path.name for path in (tmp_path / "a").glob("*.csv")) == names
    for name in names:
        cells = [list(csv.reader((tmp_path / folder / name).open(encoding="utf-8-sig", newline=""))) for folder in "ab"]
        assert [[*map(unguarded, row)] for row in cells[0]] == cells[1], name
        assert (tmp_path / "a" / name).read_bytes()[:3] == b"\xef\xbb\xbf"  # by which spreadsheets know UTF-8


def test_filters_keep_the_facts_alone(engine, tmp_path):
    tables.write(engine, Filters(types=("TWINNED_WITH",)), tmp_path)
    found = read_graph(Selection((tmp_path,), only_own=True))
    assert found.entities == dataset().entities
    assert {fact.type for fact in found.facts.values()} == {"TWINNED_WITH"}


PARTS = [
    Filters(types=("TRADE_FLOW",)),
    Filters(types=("INDICATOR",), between=PartialDate.parse("2022/2023")),
    Filters(exclude=("LOCATED_IN", "PART_OF")),
    Filters(as_of=PartialDate.parse("2022-06")),
    Filters(between=PartialDate.parse("2021/2022")),
    Filters(sectors=("education",)),
    Filters(works=("zalesskij-2024/fn-16",)),
]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("filters", PARTS, ids=str)
def test_whatever_filters_keep_reads_back(engine, tmp_path, filters):
    path = tmp_path / "graph.jsonl"
    path.write_text("".join(jsonl.lines(engine, filters)), encoding="utf-8")
    (tmp_path / "tables").mkdir()
    tables.write(engine, filters, tmp_path / "tables")
    as_lines, as_tables = (
        read_graph(Selection((found,), only_own=True)).facts for found in (path, tmp_path / "tables")
    )
    assert as_lines == as_tables
    assert as_lines


def test_a_part_still_lies_in_what_held_its_whole(engine, tmp_path):
    """No sum counts it twice where the whole between the two is left out."""
    held = {f.id: Properties(dataset()).public(f).get("held_by", []) for f in dataset().facts.values()}
    tables.write(engine, Filters(types=("TRADE_FLOW",)), tmp_path)
    facts = read_graph(Selection((tmp_path,), only_own=True)).facts
    found = Graph("part")
    found.facts.update(facts)
    for fact in facts.values():
        if fact.type == "TRADE_FLOW" and held[fact.id]:
            assert set(Properties(found).public(fact).get("held_by", [])) == set(held[fact.id]) & facts.keys()


@pytest.mark.parametrize("filters", [Filters(), Filters(only_signed=True)])
def test_json_lines_read_back_equal(engine, tmp_path, filters):
    path = tmp_path / "graph.jsonl"
    path.write_text("".join(jsonl.lines(engine, filters)), encoding="utf-8")
    found = read_graph(Selection((path,), only_own=True))
    assert found.entities == dataset().entities
    assert filters.only_signed or same(found, dataset())


@pytest.mark.sampled(3)
@pytest.mark.parametrize("title", ["=1+1", "+375 17", "-", "@x", "'=1+1", "''-x", "'s-Hertogenbosch"])
def test_no_text_becomes_a_formula_and_all_read_back(tmp_path, title):
    """In CSV files alone: JSON Lines stay as they are."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "sources.csv").write_text("id,title\nmine,Mine\n", encoding="utf-8")
    line = {"id": "mine/1", "from": "BY-VI", "to": "CN-HL", "title": title, "status": "signed", "sources": "mine"}
    with (mine / "cooperates_with.tsv").open("w", encoding="utf-8") as file:
        file.write("\t".join(line) + "\n" + "\t".join(line.values()) + "\n")
    with open_graph(data=mine) as graph:
        graph.export("csv", tmp_path / "out", type="COOPERATES_WITH")
        graph.export("jsonl", tmp_path / "out.jsonl", type="COOPERATES_WITH")
    text = (tmp_path / "out" / "cooperates_with.csv").read_text(encoding="utf-8-sig")
    assert not any(cell.startswith(tuple("=+-@")) for row in csv.reader(text.splitlines()) for cell in row)
    for written in (tmp_path / "out", tmp_path / "out.jsonl"):
        assert read_graph(Selection((written,), only_own=True)).facts["mine/1"].title == title


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
@pytest.mark.parametrize("only_own", [True, False])
def test_words_of_ones_own_for_goods_and_sectors_read_back(bycn, tmp_path, form, only_own):
    own, out = tmp_path / "own", tmp_path / ("out" if form == "csv" else f"out.{form}")
    own.mkdir()
    lists = {
        "goods": "term\nwidgets\n",
        "sectors": "term\nmagic\n",
        "sources": "id,title\nmine,A list\n",
        "trade_flow": "id,from,to,title,status,date,measure,amount,currency,goods,sources\n"
        "mine/1,BY,CN,Exports of widgets and potash,completed,2022,export,5,USD,widgets|potash fertilisers,mine\n",
        "cooperates_with": "id,from,to,title,status,sectors,sources\nmine/2,BY-VI,CN-JX,Magic,signed,magic,mine\n",
    }
    for name, text in lists.items():
        (own / f"{name}.csv").write_text(text, encoding="utf-8")
    assert bycn("export", form, "--data", str(own), "-o", str(out)).code == 0
    meant, found = read_graph(Selection((own,))), read_graph(Selection((out,), only_own=only_own))
    for id_ in ("mine/1", "mine/2"):
        assert found.facts[id_] == meant.facts[id_]
