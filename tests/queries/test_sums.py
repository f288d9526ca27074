"""The rule for sums: on made-up cases of each kind, and in Cypher and Python alike."""

import dataclasses
import itertools
import random
from collections import Counter
from decimal import Decimal

import pytest

from bycn.graph_model.dates import PartialDate
from bycn.loaders.cypher_files import statement
from bycn.queries.answers import EVERY_ROW
from bycn.queries.filters import NO_FILTERS, Filters, filtered
from bycn.queries.sums import CONTRACT, Measured, Party, Statistics, measured_in, totals
from bycn.queries.trade import totals_of, trade
from tests.made_up import Embedded, entity, fact

VITEBSK = Party("BY-VI", "BY", "oblast", frozenset({"BY", "BY-VI"}))
POLOTSK = Party("city/polotsk", "BY", "city", frozenset({"city/polotsk", "BY-VI", "BY"}))
BREST = Party("BY-BR", "BY", "oblast", frozenset({"BY-BR", "BY"}))
BUTB = Party("exchange/butb", "BY", "exchange", frozenset({"exchange/butb", "BY-HM", "BY"}))
CHINA = Party("CN", "CN", "country", frozenset({"CN"}))
ANHUI = Party("CN-AH", "CN", "province", frozenset({"CN-AH", "CN"}))

FLOW = Measured(
    fact="f",
    measure="export",
    statistics=Statistics(),
    what="amount",
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
    [total] = totals([flow("a"), flow("b", value=Decimal("2.505"), **LATER)], joined=True)
    assert total.value == Decimal("12.51")
    assert total.added == ("a", "b")


@pytest.mark.parametrize(
    "other",
    [
        {"per": "BYN"},
        {"measure": "import"},
        {"planned": True},
        {"measure": CONTRACT},
        {"statistics": Statistics("CN")},
        {"statistics": Statistics("", "fob")},
    ],
)
def test_currencies_measures_plans_and_statistics_stay_apart(other):
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
    [total] = totals([flow("a"), flow("b", **other)], joined=True)
    assert (total.value, total.qualifier, total.added) == (None, None, ())
    assert total.overlapping == ("a", "b")


@pytest.mark.parametrize("other", [LATER, {"origin": BREST}])
def test_what_has_nothing_in_common_is_added(other):
    [total] = totals([flow("a"), flow("b", **other)], joined=True)
    assert total.value == 20


def test_different_goods_dont_overlap():
    [total] = totals([flow("a", goods=frozenset({"beef"})), flow("b", goods=frozenset({"flax"}))])
    assert total.value == 20


def test_contracts_are_single_deals():
    [total] = totals([flow("a", measure=CONTRACT), flow("b", measure=CONTRACT)])
    assert total.value == 20


def test_contracts_to_sell_and_to_buy_are_never_added():
    bought = {"from_country": "CN", "to_country": "BY", "id": "g"}
    at_home = {"to_country": "BY", "id": "h"}
    found = totals(measured_in([RECORD | {"measure": None} | way for way in ({}, bought, at_home)]))
    assert [(t.measure, t.added) for t in found] == [
        ("contract", ("h",)),
        ("export contract", ("f",)),
        ("import contract", ("g",)),
    ]


@pytest.mark.parametrize("goods", ["goods and services", "services", "transport services"])
def test_goods_and_services_are_never_added_to_goods(goods):
    values = [flow("a"), flow("b", goods=frozenset({"beef"}), **LATER), flow("c", goods=frozenset({goods}))]
    assert [t.added for t in totals(values, joined=True)] == [("a", "b"), ("c",)]


def test_quantities_of_different_goods_are_never_added():
    goods = ("potash fertilisers", "whey", "whey")
    values = [
        flow(f"f{n}", what="quantity", per="t", goods=frozenset({good}), start=f"202{n}-01-01", end=f"202{n}-12-31")
        for n, good in enumerate(goods)
    ]
    assert [(t.added, t.goods) for t in totals(values, joined=True)] == [
        (("f0",), ("potash fertilisers",)),
        (("f1", "f2"), ("whey",)),
    ]


def test_a_sum_of_periods_tells_what_lies_between_them():
    apart = {"start": "2025-04-01", "end": "2025-12-31"}
    [total] = totals([flow("a"), flow("b", **LATER), flow("c", **apart)], joined=True)
    assert total.gaps == ("2024-01-01/2025-03-31",)
    [whole] = totals([flow("a"), flow("b", **LATER)], joined=True)
    assert whole.gaps == ()
    [deals] = totals([flow("a", measure=CONTRACT), flow("c", measure=CONTRACT, **apart)], joined=True)
    assert deals.gaps == ()


@pytest.mark.parametrize("unit", ["%", "rank"])
def test_shares_and_ranks_are_never_added(unit):
    assert totals([flow("a", per=unit), flow("b", per=unit, **LATER)], joined=True) == []


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
    [total] = totals([flow("a", qualifier=one), flow("b", qualifier=other, **LATER)], joined=True)
    assert total.qualifier == together


def test_ranges_have_an_upper_end():
    [total] = totals([flow("a", value=Decimal(80), most=Decimal(90)), flow("b", **LATER)], joined=True)
    assert (total.value, total.most) == (90, 100)


def test_totals_come_by_measure_then_currency_plans_last():
    kinds = [("import", "USD", False), ("export", "USD", True), ("export", "USD", False), ("export", "BYN", True)]
    found = totals([flow(f"f{n}", measure=m, per=p, planned=q) for n, (m, p, q) in enumerate(kinds)])
    assert [(t.measure, t.per, t.planned) for t in found] == sorted(kinds)


def test_facts_are_told_in_order_of_their_ids():
    [total] = totals([flow("b"), flow("a", **LATER)], joined=True)
    assert total.added == ("a", "b")


def test_a_sum_is_rounded_half_up_to_cents_and_whole_where_it_is():
    [total] = totals([flow("a", value=Decimal("1.005")), flow("b", value=Decimal("1"), **LATER)], joined=True)
    assert str(total.value) == "2.01"
    [whole] = totals([flow("a", value=Decimal("1.50")), flow("b", value=Decimal("2.50"), **LATER)], joined=True)
    assert str(whole.value) == "4"


def test_without_a_range_there_is_no_upper_end():
    [total] = totals([flow("a")])
    assert (total.most, total.overlapping, total.held, total.contradicted) == (None, (), (), ())


def test_what_is_held_contradicts_nothing():
    # The contradicting fact is itself left out, for another one holds it: the earlier one stands.
    early = flow("a", outdated_by=frozenset({"b"}), **LATER)
    [total] = totals([early, flow("b", held_by=frozenset({"c"})), flow("c")], joined=True)
    assert (total.added, total.held, total.contradicted) == (("a", "c"), ("b",), ())


@pytest.mark.parametrize("measure", [("export", CONTRACT), (CONTRACT, "export")])
def test_a_contract_overlaps_no_flow(measure):
    one, other = (flow("a", measure=m) for m in measure)
    assert not one.overlaps(other)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ({"end": "2022-06-30"}, {"start": "2022-07-01"}, False),
        ({"end": "2022-07-01"}, {"start": "2022-07-01"}, True),
        ({"goods": frozenset({"a", "b"})}, {"goods": frozenset({"b", "c"})}, True),
        ({"origin": BUTB}, {"origin": POLOTSK}, True),
        ({"origin": BUTB}, {"origin": CHINA, "target": VITEBSK}, False),
        ({"origin": BREST, "target": ANHUI}, {"origin": VITEBSK}, False),
        ({"target": ANHUI}, {"target": Party("CN-HL", "CN", "province", frozenset({"CN-HL", "CN"}))}, False),
        ({"target": Party("exchange/x", "CN", "exchange", frozenset({"exchange/x"}))}, {"target": ANHUI}, True),
    ],
)
def test_when_two_flows_overlap(one, other, overlap):
    first, second = flow("a", **one), flow("b", **other)
    assert first.overlaps(second) is overlap
    assert second.overlaps(first) is overlap


RECORD = {
    "id": "f", "measure": "export", "reporter": None, "valuation": None, "plan": False,
    "from": "BY-VI", "from_type": "oblast", "from_country": "BY",
    "from_inside": ["BY", "BY-VI"], "to": "CN", "to_type": "country", "to_country": "CN", "to_inside": ["CN"],
    "start": "2022-01-01", "end": "2022-12-31", "goods": None, "amount": 10, "amount_max": None,
    "amount_qualifier": None, "currency": "USD", "quantity": None, "quantity_max": None, "quantity_qualifier": None,
    "unit": None, "held_by": [], "outdated_by": [],
}  # fmt: skip


def test_a_record_is_read_as_it_is_told():
    assert list(measured_in([RECORD])) == [dataclasses.replace(FLOW, target=CHINA)]


def test_an_amount_and_a_quantity_are_two_values():
    both = RECORD | {"quantity": 0.1, "quantity_max": 0.3, "quantity_qualifier": "over", "unit": "t"}
    money, things = measured_in([both | {"amount_max": 12, "amount_qualifier": "almost"}])
    assert (money.per, money.value, money.most, money.qualifier) == ("USD", 10, 12, "almost")
    assert (things.per, things.value, things.most) == ("t", Decimal("0.1"), Decimal("0.3"))
    assert things.qualifier == "over"
    assert (money.what, things.what) == ("amount", "quantity")


def test_what_is_measured_stays_apart_whatever_its_unit_is_called():
    money, things = totals([flow("a", what="quantity", per="USD"), flow("a")])
    assert (money.what, things.what) == ("amount", "quantity")


def test_a_sum_of_containers_is_a_quantity_though_teu_is_in_capitals(tmp_path):
    flows = [
        fact(f"f{year}", "TRADE_FLOW", "BY-VI", "CN", date=str(year), amount=None, quantity=1_000, unit="TEU")
        for year in (2022, 2023)
    ]
    with Embedded([entity("BY"), entity("CN", "CN"), entity("BY-VI"), *flows], tmp_path / "db") as engine:
        [total] = [row for row in trade(engine, "BY-VI", joined=True) if row["row"] == "sum"]
    assert (total["quantity"], total["unit"]) == (2_000, "TEU")
    assert (total["amount"], total["currency"]) == (None, None)


@pytest.mark.parametrize("lacking", ["amount", "currency"])
def test_without_its_number_or_its_unit_there_is_nothing_to_add(lacking):
    assert list(measured_in([RECORD | {lacking: None}])) == []


def test_what_a_record_leaves_open():
    open_ = {"measure": None, "start": None, "end": None, "goods": ["beef"], "held_by": ["a"], "outdated_by": ["b"]}
    [value] = measured_in([RECORD | open_ | {"plan": True}])
    assert (value.start, value.end, value.planned) == ("0000-01-01", "9999-12-31", True)
    assert value.measure == f"export {CONTRACT}"
    assert (value.goods, value.held_by, value.outdated_by) == ({"beef"}, {"a"}, {"b"})


# The two writings of the rule, and the rule read word for word, over flows that are drawn

PLACES = [entity("BY"), entity("CN", "CN"), entity("BY-VI"), entity("city/polotsk"), entity("BY-BR")]
PLACES += [entity("CN-AH", "CN"), entity("exchange/butb")]
INSIDE = {"BY-VI": "BY", "BY-BR": "BY", "city/polotsk": "BY-VI", "exchange/butb": "BY", "CN-AH": "CN"}
PLACES += [fact(f"l{n}", "LOCATED_IN", *link) for n, link in enumerate(INSIDE.items())]
PARTIES = ["BY", "CN", "BY-VI", "BY-BR", "city/polotsk", "CN-AH", "exchange/butb"]
SERVICES = ["goods and services", "education services", "transport services"]


def drawn_flows(seed, count):
    """Flows and contracts of few kinds, so that many overlap, hold or contradict each other."""
    draw, statistics = random.Random(seed), random.Random(-1 - seed)
    for n in range(count):
        start = draw.choice(["BY", "BY-VI", "BY-BR", "city/polotsk", "exchange/butb"])
        value = draw.choice(["10", "2.55", "7.5"])
        told = {
            "status": draw.choice(["completed", "completed", "planned"]),
            "date": draw.choice([None, *map(str, range(2015, 2024)), "2020-06/2021-06"]),
            "amount": value,
            "amount_max": draw.choice([None, None, "20"]),
            "amount_qualifier": draw.choice([None, "exact", "over", "at_least", "almost", "up_to", "about"]),
            "currency": draw.choice(["USD", "USD", "BYN"]),
            "goods": draw.choice(["", "beef", "flax", "beef|flax"]),
            "part_of": f"s{seed}-{draw.randrange(n)}" if n and draw.random() < 0.3 else "",
            "disagrees_with": f"s{seed}-{draw.randrange(count)}" if draw.random() < 0.7 else "",
        }
        type_ = draw.choice(["CONTRACT", "TRADE_FLOW", "TRADE_FLOW"])
        if type_ == "TRADE_FLOW":
            told["measure"] = draw.choice(["export", "turnover"])
            told |= statistics.choice([{}] * 6 + [{"reporter": "BY"}, {"reporter": "CN"}, {"valuation": "fob"}])
            told |= statistics.choice([{}] * 6 + [{"goods": of} for of in SERVICES])
        yield fact(f"s{seed}-{n}", type_, start, draw.choice(["CN", "CN-AH"]), **told)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BYCN_CACHE", str(tmp_path_factory.mktemp("cache")))
        flows = [flow for seed in range(6) for flow in drawn_flows(seed, 16)]
        with Embedded([*PLACES, *flows], tmp_path_factory.mktemp("made-up") / "db") as engine:
            yield engine


FILTERED = [Filters()] + [
    Filters(between=PartialDate.parse(f"{year}"), only_signed=signed)
    for year in range(2015, 2024)
    for signed in (False, True)
]


def both_writings(engine, party, good, filters=NO_FILTERS, *, joined=False):
    """What Python and what Cypher make of the same facts, in one form."""
    asked = filtered(statement("trade/of_party"), filters, entity=party, alone=False, good=good, limit=EVERY_ROW)
    ours = {
        (total.measure, *total.statistics, total.per, total.planned, total.first, total.last, total.goods): (
            None if total.value is None else float(total.value),
            None if total.most is None else float(total.most),
            total.qualifier,
            *map(list, (total.added, total.overlapping, total.held, total.contradicted)),
        )
        for total in totals_of(engine, [record["fact"] for record in engine.run(*asked)], joined=joined)
        if total.what == "amount"
    }
    asked = filtered(statement("trade/totals"), filters, entity=party, good=good, joined=joined, limit=EVERY_ROW)
    theirs = {
        (
            *(row[name] or "" for name in ("measure", "reporter", "valuation")),
            *(row[name] for name in ("currency", "plans", "first_day", "last_day")),
            tuple(sorted(row["goods"] or ())),
        ): tuple(
            row[name] for name in ("total", "total_max", "qualifier", "added", "overlapping", "held", "contradicted")
        )
        for row in engine.run(*asked)
    }
    return ours, theirs


def test_the_cypher_and_the_python_of_the_rule_agree_on_drawn_flows(drawn):
    met = Counter()
    for party, good, joined in itertools.product(PARTIES, (None, "beef"), (False, True)):
        for filters in FILTERED:
            ours, theirs = both_writings(drawn, party, good, filters, joined=joined)
            assert ours == theirs, (party, good, filters, joined)
            for value, most, _, added, overlapping, held, contradicted in ours.values():
                met["sum"] += len(added) > 1
                met["range"] += most is not None
                met["no sum"] += value is None and bool(overlapping)
                met["held"] += bool(held)
                met["contradicted"] += bool(contradicted)
    assert all(met[kind] > 2 for kind in ("sum", "range", "no sum", "held", "contradicted")), met


@pytest.mark.parametrize("party", ["BY", "CN", "BY-BR", "BY-MI", "BY-VI", "BY-HO", "BY-MA", "CN-CQ", "exchange/butb"])
def test_the_cypher_and_the_python_of_the_rule_agree_on_the_book(engine, party):
    for joined in (False, True):
        ours, theirs = both_writings(engine, party, None, joined=joined)
        assert ours == theirs
        assert ours
