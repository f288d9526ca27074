"""The workbook reads back equal, and holds nothing that a spreadsheet would turn into something else."""

import io
import zipfile

import pytest

from bycn.exports import xlsx
from bycn.loaders.own_data import start_folder
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from bycn.loaders.workbooks.sheets import sheets
from bycn.loaders.workbooks.writing import LONGEST_CELL, TooLong, Workbook
from bycn.queries.filters import Filters
from tests.bycn.exports.test_tables import same
from tests.engines import dataset


def test_the_workbook_reads_back_equal(engine, tmp_path):
    xlsx.write(engine, Filters(), tmp_path / "graph.xlsx")
    assert same(read_graph(Selection((tmp_path / "graph.xlsx",), only_own=True)), dataset())


def test_a_file_is_replaced_by_force_alone_and_needs_a_name(bycn, tmp_path):
    path = tmp_path / "graph.xlsx"
    assert bycn("export", "xlsx").code == 2
    assert bycn("export", "xlsx", "-o", str(path), "--type", "TWINNED_WITH").code == 0
    assert bycn("export", "xlsx", "-o", str(path)).code == 1
    assert bycn("export", "xlsx", "-o", str(path), "--force").code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["graph.xlsx"]


@pytest.mark.parametrize("text", ["=1+1", "+375 17", "-", "@x", "https://example.org", "007", "2023-11", "1e5", "TRUE"])
def test_a_text_stays_a_text(text, tmp_path):
    with Workbook(tmp_path / "x.xlsx") as book:
        book.sheet("x", ["a"], [[text]])
    data = (tmp_path / "x.xlsx").read_bytes()
    [sheet] = sheets(data, ".xlsx")
    assert sheet.rows == [["a"], [text]]
    assert sheet.links == {}
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_what_no_cell_holds_is_refused_by_name(tmp_path):
    with Workbook(tmp_path / "x.xlsx") as book, pytest.raises(TooLong, match="notes, row 2: a: 32,768 characters"):
        book.sheet("notes", ["a"], [["x" * (LONGEST_CELL + 1)]])


def test_a_new_workbook_is_sound_and_offers_words_and_names(tmp_path):
    start_folder(tmp_path / "new", "xlsx")
    graph = read_graph(Selection((tmp_path / "new",)))
    assert graph.facts.keys() == read_graph(Selection()).facts.keys()
    with zipfile.ZipFile(tmp_path / "new" / "tables.xlsx") as archive:
        told = {name: archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name}
    offers = [text for text in told.values() if "dataValidation " in text]
    assert any("signed,in_force,completed" in text for text in offers)
    assert any("known names" in text for text in offers)
    assert sum("'words'!" in text for text in offers) > 5
    known = {
        row[0]: row[1]
        for sheet in sheets((tmp_path / "new" / "tables.xlsx").read_bytes(), ".xlsx")
        if sheet.name == "known names"
        for row in sheet.rows
    }
    assert known["Vitebsk"] == "city/vitebsk"
