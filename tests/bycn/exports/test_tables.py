"""Tables and JSON Lines read back equal."""

import pytest

from bycn.exports import jsonl, tables
from bycn.exports.records import contents
from bycn.graph_model.graph import Graph
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
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_filters_keep_the_facts_alone(engine, tmp_path):
    tables.write(engine, Filters(types=("TWINNED_WITH",)), tmp_path)
    found = read_graph(Selection((tmp_path,), only_own=True))
    assert found.entities == dataset().entities
    assert {fact.type for fact in found.facts.values()} == {"TWINNED_WITH"}


@pytest.mark.parametrize("filters", [Filters(), Filters(only_signed=True)])
def test_json_lines_read_back_equal(engine, tmp_path, filters):
    path = tmp_path / "graph.jsonl"
    path.write_text("".join(jsonl.lines(engine, filters)), encoding="utf-8")
    found = read_graph(Selection((path,), only_own=True))
    assert found.entities == dataset().entities
    assert filters.only_signed or same(found, dataset())


def test_facts_name_none_that_is_left_out(engine, tmp_path):
    filters = Filters(only_signed=True)
    with contents(engine, Filters()) as found:
        every = {fact["id"]: fact["properties"] for fact in found.facts}
    with contents(engine, filters) as found:
        kept = {fact["id"]: fact["properties"] for fact in found.facts}
    for column in ("part_of", "disagrees_with"):
        assert any(set(every[id_].get(column, ())) - kept.keys() for id_ in kept) == (column == "disagrees_with")
        for id_, told in kept.items():
            assert list(told.get(column, ())) == [i for i in every[id_].get(column, ()) if i in kept]
    tables.write(engine, filters, tmp_path)
    assert read_graph(Selection((tmp_path,), only_own=True)).facts.keys() == kept.keys()
