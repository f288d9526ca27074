"""What the shipped facts of trade add up to, and what is said of it."""

import pytest

from bycn.graph_model.dates import PartialDate
from bycn.queries.filters import Filters
from bycn.queries.library import ask
from bycn.queries.lookups import facts_by_id
from bycn.queries.trade import trade


def test_the_exchange_of_the_book_in_2022_and_2023_by_the_later_source(engine):
    # 30.4 million in 2022 and 80.6 in 2023 (footnote 37) go before "about 53 million" for 2022 (footnote 25).
    book = Filters(works=("zalesskij-2024",))
    answer = trade(engine, "exchange/butb", joined=True, filters=book)
    sums = [row for row in answer if row["row"] == "sum" and row["measure"] == "turnover"]
    exchange = "Belarusian Universal Commodity Exchange"
    title = f"2 facts added up: {exchange} – Chinese bidders"
    assert [(row["amount"], row["currency"], row["title"]) for row in sums] == [(111_000_000, "USD", title)]
    each = trade(engine, "exchange/butb", filters=book)
    each = [row for row in each if row["row"] == "sum" and row["measure"] == "turnover"]
    assert [(row["date"], row["amount"]) for row in each] == [
        ("2022-01-01/2022-12-31", 30_400_000),
        ("2023-01-01/2023-12-31", 80_600_000),
    ]
    assert any("a later source contradicts" in str(remark) for remark in answer.remarks)


def test_trade_of_the_book_narrows_to_a_partner_and_a_good(engine):
    with_guangdong = trade(engine, "BY-MI", partner="CN-GD")
    assert {row["to"] for row in with_guangdong if row["measure"] == "export" and row["row"] == "flow"} == {"Guangdong"}
    timber = trade(engine, "exchange/butb", good="sawn timber")
    assert 0 < len(timber) < len(trade(engine, "exchange/butb"))
    assert all("sawn timber" in row["goods"] for row in timber if row["row"] != "sum")


@pytest.mark.parametrize("name", ["trade/totals", "trade/by_oblast", "trade/by_province", "trade/largest_buyers"])
def test_a_sum_names_whose_trade_it_adds_up_and_no_other(engine, name):
    given = {"entity": "Belarus", "joined": True} if name == "trade/totals" else {}
    added = 0
    for row in ask(engine, name, given):
        facts = facts_by_id(engine, row.get("added") or row.get("facts") or row.get("overlapping") or row["plans"])
        ends = [[f["properties"].get(f"{end}_unnamed") or f[f"{end}_name"] for end in ("from", "to")] for f in facts]
        assert sorted(row["covers"]) == sorted({" – ".join(pair) for pair in ends})
        added += len(row["covers"])
    assert added


@pytest.mark.parametrize("selected", [("zalesskij-2024",), ("pages",), ("pages", "cow-trade"), ()])
def test_joined_turnover_of_goods_has_no_services_in_it_and_its_gaps_are_told(engine, selected):
    answer = trade(engine, "BY", joined=True, filters=Filters(works=selected))
    sums = [row for row in answer if row["row"] == "sum" and len(row["facts"]) > 1]
    assert sums
    for row in sums:
        facts = [f["properties"] for f in facts_by_id(engine, row["facts"])]
        of_services = {any(good.endswith("services") for good in f.get("goods") or ()) for f in facts}
        assert len(of_services) == 1
        directions = {(f["from_country"], f["to_country"]) for f in facts_by_id(engine, row["facts"])}
        assert len(directions) == 1 or row["measure"] == "turnover"
        assert row["quantity"] is None or len({tuple(f.get("goods") or ()) for f in facts}) == 1
    if "pages" in selected:
        [turnover] = [r for r in sums if (r["measure"], r["reporter"], r["currency"]) == ("turnover", "CN", "USD")]
        assert "with gaps" in turnover["title"]
        assert "has nothing of 2010–2013, 2015–2017" in " ".join(map(str, answer.remarks))


def test_a_contract_of_a_series_says_which_way_it_goes(engine):
    ways = {row["measure"] for row in ask(engine, "trade/series", {"entity": "Belarus"})}
    assert {"export contract", "import contract"} <= ways
    assert "contract" not in ways


def test_two_figures_of_one_year_that_disagree_are_one_row_of_a_series(engine):
    rows = ask(engine, "trade/series", {"entity": "BUTB"})
    [year] = [row for row in rows if row["measure"] == "turnover" and row["first_day"] == "2022-01-01"]
    assert (year["total"], year["contradicted"]) == (30_400_000, ["zalesskij-2024/c2-003"])


def test_what_three_places_turned_over_isnt_taken_for_the_country(engine):
    rows = ask(engine, "trade/totals", {"entity": "Belarus"}, filters=Filters(between=PartialDate.parse("2018")))
    [parts] = [row for row in rows if row["total"] == 3_041_800_000]
    assert parts["covers"] == ["Minsk – China", "Minsk Region – China", "Gomel – China"]
