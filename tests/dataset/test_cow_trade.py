"""The open series: imports of either country from the other, by year."""

import csv

from bycn.graph_model.ids import work_of
from bycn.loaders.selection import DATASETS

YEARS = range(1992, 2015)


def of_the_series(graph):
    return [fact for fact in graph.facts.values() if work_of(fact.id) == "cow-trade"]


def test_each_year_has_the_imports_of_either_country_by_its_own_statistics(graph):
    flows = {(fact.reporter, str(fact.date)): fact for fact in of_the_series(graph)}
    assert set(flows) == {(reporter, str(year)) for reporter in ("BY", "CN") for year in YEARS}
    for (reporter, _), flow in flows.items():
        assert (flow.to, flow.measure) == (reporter, "import" if reporter == "BY" else "export")
        assert (flow.certainty, flow.currency, flow.amount_qualifier) == ("read", "USD", "about")


def test_values_are_those_of_the_data_set_in_whole_millions_and_about(graph):
    millions = {fact.id: int(fact.amount) // 1_000_000 for fact in of_the_series(graph)}
    assert [millions[f"cow-trade/by-{year}"] for year in (1992, 2008, 2009, 2014)] == [6, 1418, 1083, 2375]
    assert [millions[f"cow-trade/cn-{year}"] for year in (1992, 2008, 2009, 2014)] == [52, 503, 535, 749]


def test_it_is_cited_as_it_asks():
    with (DATASETS / "cow_trade" / "sources.csv").open(encoding="utf-8", newline="") as file:
        (source,) = csv.DictReader(file)
    assert "Version 4.0" in source["citation"]
    assert "26(5): 471–491" in source["citation"]
    assert source["address"].startswith("http://correlatesofwar.org/")
