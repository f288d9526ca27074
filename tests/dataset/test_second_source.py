"""A second source stands beside the first as a folder, which is all that it takes: nothing else is changed."""

import re
from pathlib import Path

import pytest

from bycn.graph_model.ids import work_of
from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from bycn.queries.evidence import facts_of_source, sources, with_known_sources
from bycn.queries.filters import Filters
from bycn.queries.overview import stats
from tests.book_alone import book_alone

PAGE = Path(__file__).parents[2] / "docs" / "adding-a-source.md"
TWINNED = "zalesskij-2024/c1-119"
PAGES = {
    "city.csv": "id,aliases\ncity/novopolotsk,Novopolatsk of the pages\n",
    "sources.csv": "id,title,outlet,date,consulted\n"
    "pages,Public pages on twin towns,,,\n"
    "pages/belta-2023-02-28-novopolotsk,Made up,BelTA,2023-02-28,2026-11\n",
    "twinned_with.csv": "id,from,to,title,status,date,same_as,sources,locator\n"
    f"pages/ta-001,Novopolotsk,Liaocheng,Friendly ties,signed,2023-02-28,{TWINNED},"
    "pages/belta-2023-02-28-novopolotsk,paragraph 2\n",
    "trade_flow.csv": "id,from,to,measure,direction,reporter,valuation,title,status,date,amount,currency,sources\n"
    "pages/tf-001,BY,CN,turnover,both,CN,cif,Turnover by China,completed,2023-01/2023-06,4100000000,USD,pages\n",
}


def files_of_the_page():
    """The tables that the page writes, by name."""
    text = PAGE.read_text(encoding="utf-8")
    return dict(re.findall(r"`example_2025/([\w.]+)`:\n\n```csv\n(.*?)```", text, re.DOTALL))


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """The tables of the book with two more folders."""
    folder = tmp_path / "datasets"
    book_alone(folder)
    for name, tables in (("example_2025", files_of_the_page()), ("pages", PAGES)):
        (folder / name).mkdir()
        for file, text in tables.items():
            (folder / name / file).write_text(text, encoding="utf-8")
    monkeypatch.setattr("bycn.loaders.selection.DATASETS", folder)
    monkeypatch.setenv("BYCN_CACHE", str(tmp_path / "cache"))
    with EmbeddedEngine() as engine:
        yield engine


def test_its_tables_are_read_with_the_others(shipped):
    graph = read_graph(Selection())
    assert graph.dataset == "divisions+example_2025+pages+zalesskij_2024"
    assert {work_of(source) for source in graph.sources} == {"reference", "example-2025", "pages", "zalesskij-2024"}
    assert "Novopolatsk of the pages" in graph.entities["city/novopolotsk"].aliases
    twinned = graph.facts[TWINNED]
    assert (twinned.rows, str(twinned.date)) == ((TWINNED, "pages/ta-001"), "2023-02-28")


def test_its_facts_are_told_and_filtered_by_their_source(shipped):
    assert {"pages/tf-001", TWINNED} == {
        row["fact"] for source in ("pages", "belta-2023-02-28-novopolotsk") for row in facts_of_source(shipped, source)
    }
    told = {row["id"]: row for row in sources(shipped)}["pages/belta-2023-02-28-novopolotsk"]
    assert (told["outlet"], told["date"], told["consulted"], told["facts"]) == ("BelTA", "2023-02-28", "2026-11", 1)
    left = with_known_sources(shipped, Filters(without_works=("pages", "example-2025", "reference")))
    counts = {row["type"]: row["count"] for row in stats(shipped, left) if row["what"] == "facts by work"}
    assert set(counts) == {"zalesskij-2024"}  # of what the book and a page state, the book's row alone


def test_what_the_book_tells_stays(shipped, facts_of_book):
    graph = read_graph(Selection())
    changed = [fact.id for fact in facts_of_book if graph.facts.get(fact.id) != fact]
    assert changed == [TWINNED]
