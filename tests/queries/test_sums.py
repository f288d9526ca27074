"""The rule for sums: on made-up cases of each kind, and in Cypher and Python alike over the whole dataset."""

import dataclasses
from decimal import Decimal

import pytest

from bycn.loaders.cypher_files import statement
from bycn.queries.answers import EVERY_ROW
from bycn.queries.filters import filtered
from bycn.queries.library import ask
from bycn.queries.sums import CONTRACT, Measured, Party, totals
from bycn.queries.trade import totals_of, trade

VITEBSK = Party("BY-VI", "BY", "oblast", frozenset({"BY", "BY-VI"}))
POLOTSK = Party("city/polotsk", "BY", "city", frozenset({"city/polotsk", "BY-VI", "BY"}))
BREST = Party("BY-BR", "BY", "oblast", frozenset({"BY-BR", "BY"}))
BUTB = Party("exchange/butb", "BY", "exchange", frozenset({"exchange/butb", "BY-HM", "BY"}))
CHINA = Party("CN", "CN", "country", frozenset({"CN"}))
ANHUI = Party("CN-AH", "CN", "province", frozenset({"CN-AH", "CN"}))

FLOW = Measured(
    fact="f",
    measure="export",
    per="USD",
    planned=False,
    value=Decimal(10),
    most=Decimal(10),
    qualifier="exact",
    origin=VITEBSK,
    target=CHINA,
    start="2022-01-01",
    end="2022-12-31",
    goods=frozenset(),
    held_by=frozenset(),
    outdated_by=frozenset(),
)


def flow(fact: str, **changes) -> Measured:
    if "value" in changes:
        changes = {"most": changes["value"]} | changes
    return dataclasses.replace(FLOW, fact=fact, **changes)


LATER = {"start": "2023-01-01", "end": "2023-12-31"}


def test_one_figure_is_its_own_sum_and_keeps_its_over():
    [total] = totals([flow("a", qualifier="over")])
    assert (total.value, total.qualifier, total.added) == (10, "over", ("a",))


def test_periods_apart_are_added():
    [total] = totals([flow("a"), flow("b", value=Decimal("2.505"), **LATER)])
    assert total.value == Decimal("12.51")
    assert total.added == ("a", "b")


@pytest.mark.parametrize("other", [{"per": "BYN"}, {"measure": "import"}, {"planned": True}, {"measure": CONTRACT}])
def test_currencies_measures_and_plans_stay_apart(other):
    assert [t.value for t in totals([flow("a"), flow("b", **other)])] == [10, 10]


def test_what_another_selected_fact_holds_is_left_out():
    whole, part = flow("whole"), flow("part", origin=POLOTSK, held_by=frozenset({"whole"}))
    [total] = totals([part, whole])
    assert (total.value, total.held) == (10, ("part",))
    [alone] = totals([part])
    assert (alone.value, alone.held) == (10, ())


def test_a_part_of_something_in_another_measure_counts():
    values = totals([flow("turnover", measure="turnover"), flow("export", held_by=frozenset({"turnover"}))])
    assert [t.added for t in values] == [("export",), ("turnover",)]


def test_a_figure_is_left_out_where_a_later_source_says_otherwise_and_that_one_is_selected_too():
    early, late = flow("a", outdated_by=frozenset({"b"})), flow("b", value=Decimal(30))
    [total] = totals([early, late])
    assert (total.value, total.added, total.contradicted) == (30, ("b",), ("a",))
    [alone] = totals([early])
    assert (alone.added, alone.contradicted) == (("a",), ())


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"origin": POLOTSK},
        {"target": ANHUI},
        {"origin": BUTB},
        {"start": "2022-12-31", "end": "2023-12-31"},
        {"start": "0000-01-01", "end": "9999-12-31"},
        {"goods": frozenset({"beef"})},
    ],
    ids=["the same", "inside", "to a part", "by the exchange", "a day in common", "without a date", "a good of all"],
)
def test_where_flows_overlap_there_is_no_sum(other):
    [total] = totals([flow("a"), flow("b", **other)])
    assert (total.value, total.qualifier, total.added) == (None, None, ())
    assert total.overlapping == ("a", "b")


@pytest.mark.parametrize("other", [LATER, {"origin": BREST}])
def test_what_has_nothing_in_common_is_added(other):
    [total] = totals([flow("a"), flow("b", **other)])
    assert total.value == 20


def test_different_goods_dont_overlap():
    [total] = totals([flow("a", goods=frozenset({"beef"})), flow("b", goods=frozenset({"flax"}))])
    assert total.value == 20


def test_contracts_are_single_deals():
    [total] = totals([flow("a", measure=CONTRACT), flow("b", measure=CONTRACT)])
    assert total.value == 20


@pytest.mark.parametrize("unit", ["%", "rank"])
def test_shares_and_ranks_are_never_added(unit):
    assert totals([flow("a", per=unit), flow("b", per=unit, **LATER)]) == []


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("exact", "exact", "exact"),
        ("exact", "over", "over"),
        ("at_least", "over", "over"),
        ("almost", "exact", "under"),
        ("up_to", "under", "under"),
        ("over", "almost", "about"),
        ("about", "exact", "about"),
        ("almost", "almost", "almost"),
    ],
)
def test_how_exact_a_sum_is(one, other, together):
    [total] = totals([flow("a", qualifier=one), flow("b", qualifier=other, **LATER)])
    assert total.qualifier == together


def test_ranges_have_an_upper_end():
    [total] = totals([flow("a", value=Decimal(80), most=Decimal(90)), flow("b", **LATER)])
    assert (total.value, total.most) == (90, 100)


PARTIES = ["BY", "CN", "BY-BR", "BY-MI", "BY-VI", "BY-HO", "BY-MA", "CN-CQ", "exchange/butb"]


@pytest.mark.parametrize("good", [None, "sawn timber"])
@pytest.mark.parametrize("party", PARTIES)
def test_the_cypher_and_the_python_of_the_rule_agree(engine, party, good):
    asked = filtered(statement("trade/of_party"), party=party, good=good, limit=EVERY_ROW)
    facts = [record["fact"] for record in engine.run(*asked)]
    ours = {
        (total.measure, total.per, total.planned): (
            None if total.value is None else float(total.value),
            None if total.most is None else float(total.most),
            total.qualifier,
            *map(list, (total.added, total.overlapping, total.held, total.contradicted)),
        )
        for total in totals_of(engine, facts)
        if total.per.isupper()
    }
    theirs = {
        (row["measure"], row["currency"], row["plans"]): (
            *(row[name] for name in ("total", "total_max", "qualifier")),
            *(row[name] for name in ("added", "overlapping", "held", "contradicted")),
        )
        for row in ask(engine, "trade/totals", {"entity": party, "good": good}, exact=True)
    }
    assert ours == theirs


def test_the_exchange_in_2022_and_2023_by_the_later_source(engine):
    # 30.4 million in 2022 and 80.6 in 2023 (footnote 37) go before "about 53 million" for 2022 (footnote 25).
    answer = trade(engine, "exchange/butb")
    sums = [row for row in answer if row["row"] == "sum" and row["measure"] == "turnover"]
    assert [(row["amount"], row["title"]) for row in sums] == [("111,000,000 USD", "2 facts added up")]
    assert any("a later source contradicts" in remark for remark in answer.remarks)


def test_trade_narrows_to_a_partner_and_a_good(engine):
    with_guangdong = trade(engine, "BY-MI", partner="CN-GD")
    assert {row["to"] for row in with_guangdong if row["measure"] == "export" and row["row"] == "flow"} == {"Guangdong"}
    timber = trade(engine, "exchange/butb", good="sawn timber")
    assert 0 < len(timber) < len(trade(engine, "exchange/butb"))
    assert all("sawn timber" in row["goods"] for row in timber if row["row"] != "sum")
