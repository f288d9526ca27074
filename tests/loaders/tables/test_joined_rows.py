"""`same_as`: rows of several tables that tell one fact."""

import pytest

from bycn.graph_model.joined_rows import by_date, rows_of
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph, read_with_proposals, write_tables
from tests.loaders.tables.conftest import row, rows

OLDER = row(id="old/1", date="2023", locator="c1:5", sources="other", instrument="protocol")
SAME = {"id": "own/1", "same_as": "old/1"}


@pytest.fixture
def twinned(tables):
    """Tables of which the first folder tells a twinning in 2023."""
    return tables.change("twinned_with.csv", OLDER)


def the_fact(tables):
    facts = [f for f in tables.read().facts.values() if f.type == "TWINNED_WITH"]
    assert len(facts) == 1, facts
    return facts[0]


def test_a_fact_stated_twice_is_one_with_all_that_both_rows_say(twinned):
    twinned.put("twinned_with.csv", row(**SAME, date="2023-06-25", locator="p. 3", valid="2023/2026"))
    fact = the_fact(twinned)
    assert (fact.id, fact.rows) == ("old/1", ("old/1", "own/1"))
    assert (fact.sources, fact.locator) == (("other", "own"), ("c1:5", "p. 3"))
    assert (str(fact.date), fact.dated_by) == ("2023-06-25", ("own",))
    assert (str(fact.valid), fact.instrument, fact.same_as) == ("2023/2026", "protocol", None)
    assert [(str(said.date), said.sources) for said in rows_of(fact)] == [
        ("2023", ("other",)),
        ("2023-06-25", ("own",)),
    ]


@pytest.mark.parametrize(
    ("date", "first"),
    [
        *((date, "old/1") for date in ("2023", "", "2023~", "2023/2024", "../2023")),
        *((date, "own/1") for date in ("2023-01/2023-03", "2023-02")),
    ],
)
def test_the_more_precise_date_counts(twinned, date, first):
    fact = the_fact(twinned.put("twinned_with.csv", row(**SAME, date=date)))
    assert by_date(rows_of(fact))[0].id == first
    assert str(fact.date) == (date if first == "own/1" else "2023")


@pytest.mark.parametrize(
    ("date", "certainty", "note"),
    [
        ("2023-02", "read", "Day not given. Counted back."),
        ("2023", "stated", "Day not given."),
        ("", "stated", "Day not given."),
    ],
)
def test_a_date_that_was_inferred_is_not_stated_by_a_row_without_it(twinned, date, certainty, note):
    twinned.change("twinned_with.csv", row(id="old/1", note="Day not given.", date="2023"))
    told = the_fact(twinned.put("twinned_with.csv", row(**SAME, date=date, certainty="read", note="Counted back.")))
    assert (told.certainty, told.note) == (certainty, note)


def test_an_undirected_tie_may_be_told_from_either_end(tables):
    tables.change("cooperates_with.csv", row(id="old/1", **{"from": "company/a", "to": "company/b"}))
    tables.put("cooperates_with.csv", row(**SAME, **{"from": "company/b", "to": "company/a"}))
    assert tables.read().facts["old/1"].rows == ("old/1", "own/1")


def test_what_is_told_from_the_other_end_names_its_unnamed_party_at_that_end(tables):
    ends = {"from": "company/a", "to": "company/b"}
    tables.change("cooperates_with.csv", row(id="old/1", **ends, to_unnamed="a works of it"))
    turned = dict(zip(ends, reversed(ends.values()), strict=True))
    tables.put("cooperates_with.csv", row(**SAME, **turned, from_unnamed="a works"))
    assert tables.read().facts["old/1"].to_unnamed == "a works of it"


def test_rows_that_tell_it_may_name_each_other_in_any_order(twinned):
    twinned.put("twinned_with.csv", rows({"id": "own/1", "same_as": "own/2"}, {"id": "own/2", "same_as": "old/1"}))
    assert set(the_fact(twinned).rows) == {"old/1", "own/1", "own/2"}


CONFLICTS = [
    ({"same_as": "old/9"}, "same_as", "no fact 'old/9'"),
    ({"to": "CN-HB"}, "same_as", "other parties"),
    ({"to_unnamed": "a city"}, "same_as", "other parties"),
    ({"date": "2024"}, "date", "2024"),
    ({"status": "planned"}, "status", "planned"),
]


@pytest.mark.parametrize(("cells", "column", "words"), CONFLICTS)
def test_what_conflicts_is_told_at_the_row(twinned, cells, column, words):
    name, line, where, message = twinned.put("twinned_with.csv", row(**SAME | cells)).problem()
    assert (name, line, where) == ("twinned_with.csv", 2, column)
    assert words in message


def test_another_type_is_not_the_same(twinned):
    assert twinned.put("cooperates_with.csv", row(**SAME)).problem()[2] == "same_as"


def test_other_numbers_are_not_the_same(tables):
    told = {"from": "company/a", "to": "company/z", "amount": "5", "currency": "USD"}
    tables.change("contract.csv", row(id="old/1", **told))
    assert tables.put("contract.csv", row(**SAME, **told | {"amount": "6"})).problem()[2] == "amount"
    assert tables.put("contract.csv", row(**SAME, **told)).read().facts["old/1"].amount == 5


def test_what_is_wrong_with_a_row_is_told_at_that_row(twinned):
    name, line, column, _ = twinned.put("twinned_with.csv", row(**SAME, sources="none")).problem()
    assert (name, line, column) == ("twinned_with.csv", 2, "sources")


def test_who_names_a_joined_row_names_the_fact(twinned):
    contrary = {"id": "own/2", "date": "2020", "disagrees_with": "own/1"}
    twinned.put("twinned_with.csv", rows({**SAME, "disagrees_with": "own/2"}, contrary))
    facts = twinned.read().facts
    assert facts["own/2"].disagrees_with == ("old/1",)
    assert facts["old/1"].disagrees_with == ("own/2",)


def test_a_row_follows_its_fact_to_what_supersedes_it(twinned, tmp_path):
    twinned.put("twinned_with.csv", row(**SAME))
    later = tmp_path / "later"
    later.mkdir()
    (later / "twinned_with.csv").write_text(row(id="mine/1", supersedes="old/1", date="2023-07"))
    graph = read_graph(Selection((twinned.ground, twinned.own, later), only_own=True))
    assert set(graph.facts["mine/1"].rows) == {"mine/1", "own/1"}


def test_what_was_written_and_the_tables_themselves_read_back_over_each_other(twinned, tmp_path):
    twinned.put("twinned_with.csv", row(**SAME, date="2023-06"))
    graph = twinned.read()
    write_tables(graph, tmp_path / "written")
    alone = read_graph(Selection((tmp_path / "written",), only_own=True))
    over = read_graph(Selection((twinned.ground, twinned.own, tmp_path / "written"), only_own=True))
    again = read_graph(Selection((twinned.ground, twinned.own, twinned.ground, twinned.own), only_own=True))
    assert alone.facts == over.facts == again.facts == graph.facts


@pytest.mark.parametrize(
    "made",
    [{"rows": "own/1|old/1"}, {"rows": "old/1", "row_cells": "{}"}, {"dated_by": "own"}, {"row_cells": "some day"}],
)
def test_what_the_loader_makes_is_not_made_by_hand(tables, made):
    tables.put("twinned_with.csv", row(**made))
    assert {problem[2] for problem in tables.problems()} == {"rows"}


def proposed(tables):
    selection = Selection((tables.ground, tables.own), only_own=True)
    return [(p.line, p.column, p.message) for p in read_with_proposals(selection)[1] if str(tables.own) in p.file]


def test_a_pair_that_is_twinned_twice_is_proposed_and_not_joined(twinned):
    twinned.put("twinned_with.csv", row(date="2023-06"))
    [(line, column, message)] = proposed(twinned)
    assert (line, column) == (2, "same_as")
    assert "'old/1'" in message
    assert len([f for f in twinned.read().facts.values() if f.type == "TWINNED_WITH"]) == 2


def test_a_pair_whose_plan_stands_before_its_twinning_is_proposed_too(twinned):
    twinned.put(
        "twinned_with.csv", row(id="mine/plan", date="", status="planned") + row(date="2023-06").partition("\n")[2]
    )
    assert [(line, column) for line, column, message in proposed(twinned) if "'old/1'" in message] == [(3, "same_as")]
    plans_first = row(date="2024", status="planned") + row(id="mine/2", date="2024-05").partition("\n")[2]
    twinned.put("twinned_with.csv", plans_first + row(id="mine/3", date="2024-05-06").partition("\n")[2])
    assert [line for line, _, message in proposed(twinned) if "'mine/2'" in message] == [4]


@pytest.mark.parametrize("cells", [{"date": "2020"}, {"to": "CN-HB"}, {"same_as": "old/1"}])
def test_where_it_cannot_be_the_same_nothing_is_proposed(twinned, cells):
    assert proposed(twinned.put("twinned_with.csv", row(**cells))) == []


@pytest.fixture
def corrected(twinned, tmp_path):
    """A third folder, whose tables correct what the first two tell as one."""
    twinned.put("twinned_with.csv", row(**SAME, date="2023-05"))
    later = tmp_path / "later"
    later.mkdir()

    def read(**cells):
        (later / "twinned_with.csv").write_text(row(id="mine/1", supersedes="old/1", **cells), encoding="utf-8")
        return read_with_proposals(Selection((twinned.ground, twinned.own, later), only_own=True))

    return read


def test_a_correction_goes_before_all_rows_that_tell_the_fact(corrected):
    graph, remarks, _ = corrected(date="2024")
    assert {fact.id: str(fact.date) for fact in graph.facts.values() if fact.type == "TWINNED_WITH"} == {
        "mine/1": "2024"
    }
    [told] = [remark for remark in remarks if "later" in remark.file]
    assert (told.line, told.column) == (2, "date")
    assert "'own/1'" in told.message
    assert "2023-05" in told.message


def test_a_correction_that_agrees_keeps_the_other_rows(corrected):
    assert set(corrected(date="2023").graph.facts["mine/1"].rows) == {"mine/1", "own/1"}


def test_what_is_taken_out_takes_the_rows_along_that_tell_it_once_more(corrected):
    bare = dict.fromkeys(("from", "to", "title", "status", "instrument", "date", "sources"))
    assert "TWINNED_WITH" not in {fact.type for fact in corrected(**bare).graph.facts.values()}
