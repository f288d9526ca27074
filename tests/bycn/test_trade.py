"""What a terminal shows of trade: figures side by side, their sums, and what would fill pages."""

import re

import pytest

from bycn.answers import FORMS
from bycn.answers.printing import page_of
from bycn.notebook import OpenGraph
from tests.made_up import Embedded, entity, fact


def printed(bycn, *words):
    return bycn("trade", *words, "--format", "table").out


def flat(text):
    return " ".join(text.split())


def test_a_country_has_its_whole_years_by_reporter_and_the_rest_behind_full(bycn):
    short, full = printed(bycn, "Belarus"), printed(bycn, "Belarus", "--full")
    assert "almost 4.5 billion USD" in flat(short)
    assert "1.72 billion USD" in flat(short)
    assert "more figures for months, parts or single partners" in flat(short)
    assert "Jan–Sep 2019" not in short
    assert "Jan–Sep 2019" in full
    assert len(short.splitlines()) < len(full.splitlines()) / 2


def test_a_region_has_all_its_figures(bycn):
    assert "Jan–Sep 2019" in printed(bycn, "Brest")


def test_a_sum_of_goods_or_of_parts_names_them(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")  # each sum on a line
    sums = flat(printed(bycn, "Belarus").partition("Sums")[2])
    assert "export: potash fertilisers, timber Jan–Aug 2024 738.21 million USD · Chinese statistics 2 facts" in sums
    assert "turnover 2018 about 3,041.8 million USD · Minsk, Minsk Region, Gomel 3 facts" in sums


def of_trade(tmp_path, *flows: dict[str, object]) -> str:
    """What is printed on the trade of a made-up place with these flows."""
    told = [fact(f"made-up/t{i}", "TRADE_FLOW", "BY-VI", "CN", date="2022", **flow) for i, flow in enumerate(flows)]
    records = [entity("BY", "BY"), entity("CN", "CN"), entity("BY-VI", name="Ours"), *told]
    with OpenGraph(Embedded(records, tmp_path / "db")) as graph:
        return page_of(graph.trade("BY-VI"), 120, FORMS["trade"]).text(coloured=False)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({"amount": 5, "currency": "USD"}, {"quantity": 7, "unit": "t"}, ["7 t, 5 USD"]),
        (
            {"amount": 5, "currency": "USD", "disagrees_with": "made-up/t1"},
            {"amount": 7, "currency": "USD", "disagrees_with": "made-up/t0"},
            ["7 USD (5 USD: made-up)"],
        ),
        (
            {"amount": 5, "currency": "USD", "disagrees_with": "made-up/t1", "to_unnamed": "some bidders"},
            {"amount": 7, "currency": "USD", "disagrees_with": "made-up/t0", "to_unnamed": "some companies"},
            ["7 USD (5 USD: made-up) · some companies"],
        ),
        ({"amount": 5, "currency": "USD"}, {"amount": 7, "currency": "USD"}, ["7 USD  ", "5 USD  "]),
        (
            {"amount": 5, "currency": "USD"},
            {"quantity": 7, "unit": "t", "reporter": "CN"},
            ["7 t · Chinese", "5 USD  "],
        ),
    ],
)
def test_figures_of_one_period_share_a_line_where_they_belong_together(tmp_path, one, other, said):
    printed = of_trade(tmp_path, one, other)
    assert all(words in printed for words in said), printed
    assert printed.count("●") - 1 == len(said), printed


@pytest.mark.parametrize(("options", "advised"), [((), True), (("--joined",), False)])
def test_joined_sums_are_advised_where_they_arent_asked_for(bycn, monkeypatch, options, advised):
    monkeypatch.setenv("COLUMNS", "120")
    printed = bycn("trade", "Belarus", "--source", "pages", *options, "--format", "table").out
    assert "on what is added up and what isn't: --full" in printed
    assert ("periods added together: --joined" in printed) == advised


def test_a_contract_says_which_way_it_goes_and_a_sum_of_periods_its_gaps(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    printed = bycn("trade", "Minsk Tractor Works", "--format", "table").out
    assert "export contract: tractors" in printed
    assert "import contract: lathes" in printed
    sums = bycn("trade", "Belarus", "--joined", "--source", "pages", "--format", "table").out.partition("\nSums\n")[2]
    assert re.search(r"turnover +Jan 1990 – Nov 2025, with gaps ", sums)
    assert re.search(r"turnover: goods and services +2018–2025, with gaps ", sums)
