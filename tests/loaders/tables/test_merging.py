"""Own tables behind the shipped ones: they add, they correct where they say so, they never change by chance."""

import pytest

from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph, write_tables
from tests.loaders.tables.conftest import GROUND, row, rows


def test_a_dataset_is_named_after_its_folders(tables):
    assert tables.read().dataset == "ground"
    assert tables.put("twinned_with.csv", row()).read().dataset == "ground+own"


def test_an_id_that_stands_twice_is_told_with_the_first_place(tables):
    file, line, column, message = tables.put("twinned_with.csv", rows({"id": "own/1"}, {"id": "own/1"})).problem()
    assert (file, line, column) == ("twinned_with.csv", 3, "id")
    assert "twinned_with.csv:2" in message


UNSOUND = {"date": "next year"}


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        (UNSOUND, {}, [(2, "date"), (3, "id")]),
        ({}, UNSOUND, [(3, "date"), (3, "id")]),
        (UNSOUND, UNSOUND, [(2, "date"), (3, "date"), (3, "id")]),
        ({"title": "#REF!"}, {}, [(2, "title"), (3, "id")]),
        ({"to": "Nowhere"}, {}, [(2, "to"), (3, "id")]),
    ],
)
def test_an_id_twice_is_seen_where_one_of_the_rows_is_unsound(tables, first, second, places):
    tables.put("twinned_with.csv", rows({"id": "own/1", **first}, {"id": "own/1", **second}))
    assert [(line, column) for _, line, column, _ in tables.problems()] == places


def test_rows_without_an_id_have_no_id_in_common(tables):
    tables.put("twinned_with.csv", rows({"id": ""}, {"id": ""}))
    assert [message.startswith("is empty") for *_, message in tables.problems()] == [True, True]


def test_an_id_is_unique_over_all_types(tables):
    tables.put("agreement.csv", row(instrument="memorandum"))
    assert tables.put("twinned_with.csv", row()).problem()[:3] == ("twinned_with.csv", 2, "id")


def test_an_own_row_cannot_change_a_shipped_fact_by_chance(tables):
    tables.change("twinned_with.csv", row(id="shipped/1"))
    _, _, column, message = tables.put("twinned_with.csv", row(id="shipped/1", title="Changed")).problem()
    assert column == "id"
    assert "name it in 'supersedes'" in message


def test_the_same_row_again_is_no_second_fact(tables):
    tables.change("twinned_with.csv", row(id="shipped/1"))
    assert list(tables.put("twinned_with.csv", row(id="shipped/1")).read().facts).count("shipped/1") == 1


def test_a_row_that_supersedes_a_shipped_fact_replaces_it(tables):
    tables.change("twinned_with.csv", row(id="shipped/1"))
    facts = tables.put("twinned_with.csv", row(supersedes="shipped/1", title="Right")).read().facts
    assert "shipped/1" not in facts
    assert facts["own/1"].title == "Right"


def test_a_correction_may_keep_the_id(tables):
    tables.change("twinned_with.csv", row(id="shipped/1"))
    table = row(id="shipped/1", supersedes="shipped/1", title="Right")
    assert tables.put("twinned_with.csv", table).read().facts["shipped/1"].title == "Right"


def flow(**cells):
    ends = {"from": "company/a", "to": "company/z", "measure": "export", "status": "completed"}
    return {**ends, "date": "2023", "amount": "5", "currency": "USD", **cells}


def test_who_named_the_superseded_fact_names_its_successor(tables):
    year, month = flow(id="shipped/1"), flow(id="shipped/2", date="2023-01", part_of="shipped/1")
    tables.change("trade_flow.csv", rows(year, month))
    facts = tables.put("trade_flow.csv", row(**flow(amount="6", supersedes="shipped/1"))).read().facts
    assert facts["shipped/2"].part_of == ("own/1",)


def test_a_correction_that_no_longer_disagrees_ends_the_disagreement(tables):
    one, other = flow(id="shipped/1", disagrees_with="shipped/2"), flow(id="shipped/2", disagrees_with="shipped/1")
    tables.change("trade_flow.csv", rows(one, other))
    facts = tables.put("trade_flow.csv", row(**flow(date="2022", supersedes="shipped/1"))).read().facts
    assert facts["shipped/2"].disagrees_with == ()


def test_superseding_what_is_not_there_or_ones_own_is_told(tables):
    table = rows({"supersedes": "shipped/none"}, {"supersedes": "own/1"})
    assert [p[1:3] for p in tables.put("twinned_with.csv", table).problems()] == [(2, "supersedes"), (3, "supersedes")]


def test_two_rows_cannot_supersede_one_fact(tables):
    tables.change("twinned_with.csv", row(id="shipped/1"))
    table = rows({"supersedes": "shipped/1"}, {"supersedes": "shipped/1"})
    assert tables.put("twinned_with.csv", table).problem()[1:3] == (3, "supersedes")


def test_an_own_table_may_give_a_known_entity_more_names(tables):
    city = tables.put("city.csv", "id,aliases,names_fr\ncity/vitebsk,Wizebsk,Vitebsk\n").read().entities["city/vitebsk"]
    assert city.name == "Vitebsk"
    assert city.aliases == ("Vitsebsk", "Witebsk", "Wizebsk")
    assert city.names_fr == ("Vitebsk",)


def test_the_new_name_finds_it_in_the_same_tables(tables):
    tables.put("city.csv", "id,name,country,aliases\ncity/vitebsk,Vitebsk,BY,Wizebsk\n")
    assert tables.put("twinned_with.csv", row(**{"from": "Wizebsk"})).read().facts["own/1"].from_ == "city/vitebsk"


def test_anything_else_about_a_known_entity_stays(tables):
    tables.put("city.csv", "id,name,country,aliases\ncity/vitebsk,Witebsk,CN,Wizebsk\n")
    assert [p[:3] for p in tables.problems()] == [("city.csv", 2, "country"), ("city.csv", 2, "name")]


def test_a_known_id_cannot_become_another_type(tables):
    assert tables.put("district.csv", "id,name,country\ncity/vitebsk,Vitebsk,BY\n").problem()[:3] == (
        "district.csv",
        2,
        "id",
    )


def test_a_new_entity_needs_the_columns_that_a_known_one_may_leave_out(tables):
    problems = tables.put("city.csv", "id,aliases\ncity/new,Newtown\n").problems()
    assert [p[:3] for p in problems] == [("city.csv", 1, "country"), ("city.csv", 1, "name")]


def test_a_written_copy_beside_its_original_changes_nothing(tables, tmp_path):
    tables.put("twinned_with.csv", row())
    graph = tables.read()
    write_tables(graph, tmp_path / "copy")
    again = read_graph(Selection((tables.ground, tables.own, tmp_path / "copy"), only_own=True))
    assert (again.entities, again.facts) == (graph.entities, graph.facts)
    assert GROUND["sources.csv"].count("\n") - 1 == len(again.sources)
