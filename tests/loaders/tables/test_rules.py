"""Rules between rows, each told at the row that breaks it."""

import pytest

from tests.loaders.tables.conftest import FACT, PLACES, row, rows

FLOW = {"from": "company/a", "to": "company/z", "measure": "export", "status": "completed", "date": "2023"}
SUM = {"amount": "5", "currency": "USD"}


def flow(**cells):
    return {**FLOW, **SUM, **cells}


def told(tables, name, table, *columns):
    """The messages, when the problems are in these columns and nowhere else."""
    problems = tables.put(name, table).problems()
    assert [p[2] for p in problems] == list(columns), problems
    return [p[3] for p in problems]


@pytest.mark.parametrize(
    ("column", "value"),
    [("sources", "none"), ("document", "document/none"), ("part_of", "own/none"), ("disagrees_with", "own/none")],
)
def test_an_id_that_names_nothing_is_told(tables, column, value):
    assert f"'{value}'" in told(tables, "cooperates_with.csv", row(**{column: value}), column)[0]


@pytest.mark.parametrize("column", ["from", "to", "event"])
def test_a_party_that_is_not_there_is_told(tables, column):
    assert "city/none" in told(tables, "cooperates_with.csv", row(**{column: "city/none"}), column)[0]


WRONG_ENDS = [
    ("twinned_with.csv", {"from": "company/a"}, "from"),
    ("twinned_with.csv", {"to": "company/z"}, "to"),
    ("accredited_at.csv", {"from": "company/z", "to": "BY-VI"}, "to"),
    ("took_part_in.csv", {"from": "company/a", "to": "CN-HL"}, "to"),
    ("indicator.csv", {"to": "CN-HL", "measure": "students"}, "to"),
    ("cooperates_with.csv", {"event": "city/vitebsk"}, "event"),
    ("contract.csv", {"from": "company/a", "to": "company/z", "venue": "company/b"}, "venue"),
    ("joint_project.csv", {"form": "centre", "structure": "CN-HL"}, "structure"),
]


@pytest.mark.parametrize(("table", "cells", "column"), WRONG_ENDS, ids=[f"{t} {c}" for t, _, c in WRONG_ENDS])
def test_an_entity_of_the_wrong_type_is_told(tables, table, cells, column):
    assert "is of type" in told(tables, table, row(**cells), column)[0]


def test_an_unnamed_party_may_stand_at_whatever_holds_it(tables):
    table = rows({"from": "company/z", "to": "BY", "to_unnamed": "an exchange"})
    assert tables.put("accredited_at.csv", table).read()


WRONG_WAYS = [
    ("twinned_with.csv", {"from": "CN-HL", "to": "city/vitebsk"}, "from"),
    ("twinned_with.csv", {"from": "CN-HL", "to": "CN-SX"}, "to"),
    ("agreement.csv", {"from": "city/vitebsk", "to": "BY-MI", "instrument": "protocol"}, "to"),
    ("cooperates_with.csv", {"from": "CN-HL", "to": "city/vitebsk"}, "from"),
    ("joint_project.csv", {"from": "CN-HL", "to": "city/vitebsk", "form": "park"}, "from"),
    ("trade_flow.csv", flow(**{"from": "company/z", "to": "company/a"}), "from"),
    ("trade_flow.csv", flow(measure="import"), "from"),
    ("trade_flow.csv", flow(measure="turnover"), "direction"),
    ("trade_flow.csv", flow(direction="both"), "direction"),
]


@pytest.mark.parametrize(("table", "cells", "column"), WRONG_WAYS, ids=[f"{t} {c}" for t, _, c in WRONG_WAYS])
def test_a_fact_that_runs_the_wrong_way_is_told(tables, table, cells, column):
    told(tables, table, row(**cells), column)


RIGHT_WAYS = [
    ("cooperates_with.csv", {"from": "city/vitebsk", "to": "BY-MI"}),
    ("cooperates_with.csv", {"from": "company/a", "to": "CN"}),
    ("joint_project.csv", {"from": "company/a", "to": "company/b", "form": "venture"}),
    ("contract.csv", {"from": "company/z", "to": "company/a"}),
    ("trade_flow.csv", flow(**{"from": "company/z", "to": "company/a", "measure": "import"})),
    ("trade_flow.csv", flow(measure="turnover", direction="both")),
    ("trade_flow.csv", flow(to="company/b")),
    ("indicator.csv", {"from": "CN-HL", "to": "CN", "measure": "inhabitants"}),
    ("indicator.csv", {"from": "CN-HL", "to": "BY", "measure": "agreements"}),
]


@pytest.mark.parametrize(("table", "cells"), RIGHT_WAYS, ids=[f"{t} {n}" for n, (t, _) in enumerate(RIGHT_WAYS)])
def test_a_fact_that_runs_the_right_way_is_read(tables, table, cells):
    assert tables.put(table, row(**cells)).read()


def test_a_body_of_no_country_stands_where_the_other_party_leaves_room(tables):
    tables.put("institution.csv", "id,name,country\ninstitution/j,Joint Commission,XX\n")
    right = rows({"to": "institution/j"}, {"from": "institution/j"})
    assert tables.put("cooperates_with.csv", right).read()
    told(tables, "cooperates_with.csv", row(**{"from": "CN-HL", "to": "institution/j"}), "from")


def test_flows_of_other_statistics_neither_hold_nor_repeat_each_other(tables):
    ours = flow(id="own/1", title="one", reporter="BY")
    for other in ({"reporter": "CN"}, {"reporter": ""}, {"reporter": "BY", "valuation": "cif"}):
        assert tables.put("trade_flow.csv", rows(ours, flow(id="own/2", title="two", **other))).read()
    twice = rows(ours, ours | {"id": "own/2", "title": "two"})
    told(tables, "trade_flow.csv", twice, "disagrees_with", "disagrees_with")
    part = flow(id="own/2", title="two", reporter="CN", part_of="own/1")
    [wrong] = told(tables, "trade_flow.csv", rows(ours, part), "part_of")
    assert "reporter" in wrong


@pytest.mark.parametrize(("column", "value"), [("reporter", "Belarus"), ("reporter", "by"), ("valuation", "FOB")])
def test_statistics_are_told_by_a_code_and_a_word(tables, column, value):
    assert value in told(tables, "trade_flow.csv", row(**flow(**{column: value})), column)[0]


def test_a_source_appears_in_the_year_that_it_tells(tables):
    tables.put("sources.csv", "id,title,year,date\nlater,Later,2023,2024-01-05\nright,Right,2023,2023-05\n")
    [problem] = tables.problems()
    assert problem[2] == "date"
    assert "2023" in problem[3]


LACKING = [
    ({"status": ""}, "status"),
    ({"certainty": "read"}, "note"),
    ({"amount": "5"}, "currency"),
    ({"currency": "USD"}, "amount"),
    ({"quantity": "5"}, "unit"),
    ({"unit": "t"}, "quantity"),
    ({"amount_qualifier": "over"}, "amount"),
    ({"quantity_max": "7"}, "quantity"),
    ({**SUM, "amount_max": "5"}, "amount_max"),
    ({"growth_base": "2022"}, "growth"),
    ({"growth_qualifier": "about"}, "growth"),
    ({"id": "reference/9"}, "id"),
    ({"sources": "reference"}, "id"),
]


@pytest.mark.parametrize(
    ("cells", "column"), LACKING, ids=[",".join(f"{k}={v}" for k, v in c.items()) for c, _ in LACKING]
)
def test_a_cell_that_needs_another_is_told(tables, cells, column):
    told(tables, "cooperates_with.csv", row(**cells), column)


def test_a_deal_of_the_exchange_is_made_on_it_and_stands_for_nobody(tables):
    deal = {"from": "exchange/butb", "to": "company/z"}
    told(tables, "contract.csv", row(**deal), "venue")
    told(tables, "contract.csv", row(**deal, venue="exchange/butb", from_unnamed="a firm"), "from_unnamed")
    assert tables.put("contract.csv", row(**deal, venue="exchange/butb")).read()


def test_facts_that_disagree_name_each_other(tables):
    told(tables, "cooperates_with.csv", rows({"disagrees_with": "own/2"}, {}), "disagrees_with")
    assert tables.put("cooperates_with.csv", rows({"disagrees_with": "own/2"}, {"disagrees_with": "own/1"})).read()


@pytest.mark.parametrize("column", ["part_of", "disagrees_with"])
def test_a_fact_cannot_name_itself(tables, column):
    assert any(
        "names the fact itself" in m for *_, m in tables.put("contract.csv", row(**{column: "own/1"})).problems()
    )


NOT_WITHIN = [
    ({"date": "2022"}, "its period"),
    ({"from": "company/b"}, "its parties"),
    ({"goods": "timber"}, "its goods"),
]


@pytest.mark.parametrize(("cells", "reason"), NOT_WITHIN, ids=[r for _, r in NOT_WITHIN])
def test_a_part_that_does_not_lie_within_its_whole_is_told(tables, cells, reason):
    part = (
        flow(date="2023-01", **{"part_of": "own/1", "goods": "beef"} | cells)
        if "date" not in cells
        else flow(part_of="own/1", goods="beef", **cells)
    )
    assert reason in told(tables, "trade_flow.csv", rows(flow(goods="beef|milk"), part), "part_of")[0]


WHOLES = [
    ("the same period", {"date": "2023-06"}, {}),
    ("the place it lies in", {}, {"from": "city/vitebsk"}),
    ("the region of that place", {}, {"from": "BY-VI"}),
    ("the country", {}, {"from": "BY"}),
    ("more goods", {"goods": "beef"}, {"goods": "beef|milk"}),
    ("all goods", {"goods": "beef"}, {}),
    ("all venues", {"venue": "exchange/butb"}, {}),
]


@pytest.mark.parametrize(("part", "whole"), [w[1:] for w in WHOLES], ids=[w[0] for w in WHOLES])
def test_a_flow_that_lies_within_another_must_say_so(tables, part, whole):
    silent = rows(flow(**whole), flow(**part))
    assert "own/1" in told(tables, "trade_flow.csv", silent, "part_of")[0]
    assert tables.put("trade_flow.csv", rows(flow(**whole), flow(part_of="own/1", **part))).read()


APART = [
    ("another measure", flow(measure="turnover", direction="both")),
    ("another currency", flow(currency="EUR")),
    ("a number of things", {**FLOW, "quantity": "5", "unit": "t"}),
    ("nothing measured", FLOW),
    ("a plan", flow(status="planned")),
    ("a later period", flow(date="2024")),
    ("another buyer", flow(to="CN-HL")),
    ("other goods", flow(goods="beef", date="2023-06/2024-06")),
    ("an unnamed seller of the same town", flow(**{"from": "city/vitebsk", "from_unnamed": "a plant"})),
]


@pytest.mark.parametrize("other", [a[1] for a in APART], ids=[a[0] for a in APART])
def test_flows_that_do_not_hold_each_other_need_say_nothing(tables, other):
    assert tables.put("trade_flow.csv", rows(flow(), other)).read()


def test_flows_of_equal_extent_name_each_other(tables):
    told(tables, "trade_flow.csv", rows(flow(), flow(amount="6")), "disagrees_with", "disagrees_with")
    both = rows(flow(disagrees_with="own/2"), flow(amount="6", disagrees_with="own/1"))
    assert tables.put("trade_flow.csv", both).read()


def test_a_chain_of_wholes_is_enough(tables):
    chain = rows(flow(), flow(date="2023-01/2023-06", part_of="own/1"), flow(date="2023-02", part_of="own/2"))
    assert tables.put("trade_flow.csv", chain).read()


def test_wholes_that_lead_back_are_told(tables):
    told(tables, "trade_flow.csv", rows(flow(part_of="own/2"), flow(part_of="own/1")), "part_of", "part_of")


def test_what_lies_abroad_is_not_inside(tables):
    tables.put(
        "located_in.csv", row(id="reference/9", **{"from": "company/b", "to": "city/harbin"}, sources="reference")
    )
    # Zeta's home holds it; Beta, seated in Belarus, has only an office in Harbin.
    assert tables.put("trade_flow.csv", rows(flow(**{"from": "company/b"}), flow(**{"from": "BY-VI"}))).read()


def test_each_circle_of_places_is_told_at_a_row_that_closes_it(tables):
    tables.change(
        "located_in.csv",
        PLACES + "reference/7,BY-VI,city/vitebsk,x,reference\nreference/8,CN-HL,city/harbin,x,reference\n",
    )
    problems = tables.problems()
    assert [p[2] for p in problems] == ["to", "to"]
    assert all("circle" in p[3] for p in problems)


def test_a_fact_ties_two(tables):
    told(tables, "cooperates_with.csv", row(to="city/vitebsk"), "to")
    assert tables.put("cooperates_with.csv", row(to="city/vitebsk", to_unnamed="a company")).read().facts["own/1"]


def test_one_dangling_id_does_not_hide_other_problems(tables):
    told(tables, "cooperates_with.csv", rows({"sources": "none"}, {"amount": "5"}), "sources", "currency")


WRONG_ENTITIES = [
    ("company.csv", "id,name,country\ncity/q,Q,BY\n", "id"),
    ("company.csv", "id,name,country\ncompany/q,Q,XX\n", "country"),
    ("oblast.csv", "id,name,country\nBY-BR,Brest Region,CN\n", "country"),
    ("country.csv", "id,name,country\nXX,Elsewhere,BY\n", "country"),
    ("company.csv", "id,name,country,former_ids\ncompany/q,Q,BY,company/a\n", "former_ids"),
    ("company.csv", "id,name,country,aliases\ncompany/q,Q,BY,…\n", "name"),
    ("documents.csv", "id,title,instrument\nd,A document,plan\n", "id"),
]


@pytest.mark.parametrize(("table", "text", "column"), WRONG_ENTITIES, ids=[f"{t} {c}" for t, _, c in WRONG_ENTITIES])
def test_an_id_or_seat_that_cannot_be_is_told(tables, table, text, column):
    told(tables, table, text, column)


def test_the_ground_is_sound(tables):
    assert tables.read().facts
    assert FACT["sources"] in tables.read().sources


def committee(seat):
    return f"id,name,country,seat\ninstitution/c,Minsk Regional Executive Committee,BY,{seat}\n"


GOVERNS = {"from": "institution/c", "to": "BY-MI"}


def test_an_authority_lies_in_what_it_governs_and_has_its_seat_elsewhere(tables):
    tables.put("institution.csv", committee("BY-HM")).put("located_in.csv", rows(GOVERNS))
    assert tables.read().entities["institution/c"].seat == "BY-HM"


def test_an_authority_that_lies_in_two_places_is_told(tables):
    tables.put("institution.csv", committee("BY-HM"))
    assert "'BY-MI'" in told(tables, "located_in.csv", rows(GOVERNS, {**GOVERNS, "to": "BY-HM"}), "to")[0]


@pytest.mark.parametrize(("seat", "remedy"), [("city/none", "no entity"), ("company/a", "is of type company")])
def test_a_seat_that_is_no_place_is_told(tables, seat, remedy):
    assert remedy in told(tables, "institution.csv", committee(seat), "seat")[0]
