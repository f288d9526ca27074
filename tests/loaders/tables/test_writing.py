"""A graph written as tables, and read back: the same graph, in files that people can read."""

import csv
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bycn.graph_model.entities import ENTITY_TYPES
from bycn.graph_model.evidence import Document, Source
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.folding import fold
from bycn.graph_model.graph import Graph
from bycn.graph_model.vocabulary import QUALIFIERS, STATUSES
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph, write_tables
from bycn.loaders.tables.spreadsheet_errors import is_error
from bycn.loaders.tables.text import seen
from tests.loaders.tables.conftest import row

SIGNS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Co", "Cn"), exclude_characters="|")
NOTHING = ("NULL", r"\N")
"""What no table may hold, beside errors of a spreadsheet: it is how databases write that there is nothing."""
TEXT = (
    st.text(SIGNS, min_size=1, max_size=30)
    .map(seen)
    .filter(lambda text: text and text not in NOTHING and not is_error(text))
)
NAME = TEXT.filter(fold)
NAMES = st.lists(NAME, max_size=3, unique=True).map(tuple)
LIST = st.lists(TEXT, max_size=3, unique=True).map(tuple)
NUMBER = st.decimals(min_value=1, max_value=10**12, places=2)
DATE = st.sampled_from(["2023", "2023-02", "2024-02-29", "2016/2020", "../2021", "2019/..", "2015~", None])


@st.composite
def graphs(draw):
    graph = Graph("copy")
    graph.add(
        [Source(id="own", title=draw(TEXT), number=draw(st.none() | st.integers(1, 99)), other_addresses=draw(LIST))]
    )
    graph.add([Document(id="document/d", title=draw(TEXT), instrument="protocol", date=draw(DATE))])
    for n, country in enumerate(("BY", "CN", "BY", "CN")):
        names = {"names_be": draw(NAMES), "aliases": draw(NAMES)}
        graph.add([ENTITY_TYPES["company"](id=f"company/{n}", name=draw(NAME), country=country, **names)])
    for n in range(draw(st.integers(0, 4))):
        amount = draw(NUMBER)
        graph.add([FACT_TYPES["COOPERATES_WITH"](**{
            "id": f"own/{n}",
            "from": f"company/{draw(st.sampled_from([0, 2]))}",
            "to": f"company/{draw(st.sampled_from([1, 3]))}",
            "title": draw(TEXT),
            "status": draw(st.sampled_from(STATUSES)),
            "date": draw(DATE),
            "goods": draw(LIST),
            "amount": amount,
            "amount_max": draw(st.sampled_from([None, amount + 1])),
            "amount_qualifier": draw(st.sampled_from([None, *QUALIFIERS])),
            "currency": "USD",
            "document": draw(st.sampled_from([None, "document/d"])),
            "sources": ("own",),
            "note": draw(st.none() | TEXT),
        })])  # fmt: skip
    return graph


@given(graph=graphs(), repeat=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_what_is_written_reads_back_equal(tmp_path_factory, graph, repeat):
    folder = tmp_path_factory.mktemp("tables") / "copy"
    write_tables(graph, folder)
    again = read_graph(Selection((folder,), only_own=True))
    assert again == graph
    if repeat:
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        write_tables(again, folder)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_shipped_graph_reads_back_equal(tmp_path):
    graph = read_graph(Selection())
    write_tables(graph, tmp_path / "copy")
    again = read_graph(Selection((tmp_path / "copy",), only_own=True))
    assert (again.entities, again.facts) == (graph.entities, graph.facts)
    assert (again.sources, again.documents) == (graph.sources, graph.documents)


def test_columns_that_no_row_fills_are_left_out_and_rows_stand_in_order_of_their_numbers(tables, tmp_path):
    facts = "".join(row(id=f"own/{n}").splitlines(keepends=True)[1] for n in (10, 2, 1))
    write_tables(tables.put("twinned_with.csv", row().splitlines(keepends=True)[0] + facts).read(), tmp_path / "copy")
    text = (tmp_path / "copy" / "twinned_with.csv").read_bytes().decode()
    table = list(csv.DictReader(text.splitlines()))
    assert [line["id"] for line in table] == ["own/1", "own/2", "own/10"]
    assert list(table[0]) == ["id", "from", "to", "title", "status", "sources", "certainty"]
    assert "\r" not in text


def test_large_numbers_are_written_in_full(tmp_path):
    graph = Graph("copy")
    ends = {"from": "company/0", "to": "company/1", "sources": "own", "title": "A"}
    graph.add([FACT_TYPES["CONTRACT"](id="own/1", amount=Decimal("1E+9"), currency="USD", **ends)])
    write_tables(graph, tmp_path)
    assert ",1000000000," in (tmp_path / "contract.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["a\0b", "\x1b[31m"])
def test_a_text_that_no_table_can_hold_is_refused_with_its_place(tmp_path, text):
    graph = Graph("copy")
    graph.add([Source(id="own", title=text)])
    with pytest.raises(ValueError, match="own: title"):
        write_tables(graph, tmp_path)


def test_a_list_item_that_holds_the_bar_is_refused(tmp_path):
    graph = Graph("copy")
    graph.add([ENTITY_TYPES["company"](id="company/a", name="A", country="BY", aliases=("a|b",))])
    with pytest.raises(ValueError, match="company/a: aliases"):
        write_tables(graph, tmp_path)


def test_a_line_break_is_written_as_a_blank(tmp_path):
    graph = Graph("copy")
    graph.add([Source(id="own", title="two\nlines")])
    write_tables(graph, tmp_path)
    assert "two lines" in (tmp_path / "sources.csv").read_text(encoding="utf-8")
