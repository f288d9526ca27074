"""Tables in workbooks: read as CSV is, every problem at its cell, nothing that a spreadsheet shows lost or made up."""

import io
import zipfile
from datetime import date

import pytest

from bycn.graph_model.errors import DataError
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from bycn.loaders.workbooks.hidden import MOST_BYTES
from bycn.loaders.workbooks.sheets import NotASpreadsheet, sheets
from tests.workbooks import WRITERS, Error, Link, Shown, xlsx

COLUMNS = ["id", "from", "to", "instrument", "title", "status", "date", "amount", "currency", "sources"]
SOURCES = [["id", "title"], ["mine/notes", "Notes"]]


@pytest.fixture(params=sorted(WRITERS))
def suffix(request):
    return request.param


@pytest.fixture
def own(tmp_path, suffix):
    """Read a workbook of these sheets, joined to the shipped tables."""

    def read(**tables):
        path = tmp_path / f"mine{suffix}"
        path.write_bytes(WRITERS[suffix]({"sources": SOURCES, **tables}))
        return read_graph(Selection((path,)))

    return read


def row(**cells):
    told = {
        "id": "mine/1",
        "from": "Orsha",
        "to": "Shenzhen",
        "instrument": "memorandum",
        "title": "T",
        "status": "signed",
        "sources": "mine/notes",
    }
    return [(told | cells).get(name) for name in COLUMNS]


def problems_of(read, **tables):
    with pytest.raises(DataError) as error:
        read(**tables)
    return [str(problem).rpartition("/")[2] for problem in error.value.problems]


@pytest.mark.parametrize(
    ("cell", "date_"),
    [
        (Shown(date(2023, 11, 1), "mm/yyyy"), "2023-11"),
        (Shown(date(2023, 11, 1), "dd.mm.yyyy"), "2023-11-01"),
        (Shown(date(2023, 1, 1), "yyyy"), "2023"),
        (2023, "2023"),
        ("2016/2020", "2016/2020"),
    ],
    ids=["month", "day", "year", "number", "text"],
)
def test_a_date_is_as_precise_as_the_cell_shows_it(own, cell, date_):
    fact = own(agreement=[COLUMNS, row(date=cell)]).facts["mine/1"]
    assert str(fact.date) == date_


def test_numbers_are_what_the_cell_shows(own):
    fact = own(agreement=[COLUMNS, row(amount=0.1 + 0.2, currency="USD")]).facts["mine/1"]
    assert str(fact.amount) == "0.3"
    assert str(own(agreement=[COLUMNS, row(amount=1.5e9, currency="USD")]).facts["mine/1"].amount) == "1500000000"


def test_problems_are_told_at_their_cells(own, suffix):
    table = [[], [None, *COLUMNS], [None, *row()], [None, *row(id="mine/2", to="Shenzhn", title=Error("#NAME?"))]]
    table.append([None, *row(id="mine/3", status="signd")])
    assert problems_of(own, agreement=table) == [
        (
            f"mine{suffix}!agreement!F4: title: '#NAME?' is an error of the spreadsheet; write the value, or leave the "
            "cell empty"
        ),
        f"mine{suffix}!agreement!D4: to: nothing here is named 'Shenzhn'; did you mean Shenzhen?",
        (
            f"mine{suffix}!agreement!G5: status: 'signd' is not among the words of this column; "
            "did you mean 'signed'? It is one of signed, in_force, completed, planned, proposed, negotiating, ended"
        ),
    ]


def test_a_sheet_whose_name_is_misspelt_is_told_and_one_of_notes_is_not(own, suffix):
    told = problems_of(own, agreemnt=[COLUMNS, row()], remarks=[["To do"], ["ask for the date"]])
    assert len(told) == 1
    assert told[0].startswith(f"mine{suffix}!agreemnt!A1: type: 'agreemnt' is no type")
    assert "name the sheet after its type" in told[0]
    assert "did you mean agreement" in told[0]
    own(agreement=[COLUMNS, row()], remarks=[["To do"], ["ask for the date"]])


def test_links_are_kept(suffix):
    data = WRITERS[suffix]({"x": [["a"], ["b", Link("page", "https://example.org/a")]]})
    [sheet] = sheets(data, suffix)
    assert sheet.links == {(1, 1): "https://example.org/a"}
    assert sheet.rows[1] == ["b", "page"]


def test_errors_at_the_edge_and_in_an_empty_column_are_seen(suffix):
    [sheet] = sheets(WRITERS[suffix]({"x": [["a"], [None, None, Error("#N/A")]]}), suffix)
    assert sheet.rows[1][2] == "#N/A"


def test_what_unpacks_to_more_than_a_machine_holds_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/workbook.xml", "w") as member:
        for _ in range(MOST_BYTES // 10_000_000 + 1):
            member.write(b" " * 10_000_000)
    with pytest.raises(NotASpreadsheet, match="unpacks to"):
        list(sheets(data.getvalue(), ".xlsx"))


def test_cells_that_are_far_apart_fill_no_machine():
    far = [["a"], *([[]] * 4000), [*[None] * 9000, "z"]]
    with pytest.raises(NotASpreadsheet, match="far cells"):
        list(sheets(xlsx({"x": far}), ".xlsx"))


@pytest.mark.parametrize(
    "data", [b"", b"PK\3\4", b"PK\5\6" + bytes(18), b"id,title\n"], ids=["none", "torn", "empty", "CSV"]
)
def test_what_no_spreadsheet_wrote_is_told(data, suffix, tmp_path):
    path = tmp_path / f"mine{suffix}"
    path.write_bytes(data)
    with pytest.raises(DataError, match="can't be read as a spreadsheet"):
        read_graph(Selection((path,)))
