"""What an answer can be turned into, and how its facts and sources are reached."""

import networkx as nx
import pytest

from bycn.queries.answer_rows import chosen
from bycn.queries.answers import Answer, NoFacts
from bycn.queries.filters import Filters
from bycn.queries.library import ask
from bycn.queries.timeline import timeline


def test_a_data_frame_holds_the_rows(engine):
    answer = ask(engine, "twinnings/of_place", {"entity": "Vitebsk"})
    frame = answer.to_dataframe()
    assert tuple(frame.columns) == answer.columns
    assert len(frame) == len(answer)
    assert frame["fact"].is_unique


def test_a_graph_of_the_facts_keeps_parallel_ones(engine):
    answer = ask(engine, "agreements/between", {"first": "Vitebsk", "second": "Shandong"})
    graph = answer.to_networkx()
    assert isinstance(graph, nx.MultiDiGraph)
    assert set(answer.fact_ids()) == {key for _, _, key in graph.edges(keys=True)}
    assert graph.number_of_edges("BY-VI", "CN-SD") >= 3
    assert graph.nodes["BY-VI"] == {
        "label": "Vitebsk Region",
        "name": "Vitebsk Region",
        "entity_type": "oblast",
    }
    assert all(data["fact_type"] in ("AGREEMENT", "TWINNED_WITH") for _, _, data in graph.edges(data=True))
    assert not any(name.startswith("_") for _, _, data in graph.edges(data=True) for name in data)


def test_lists_of_facts_count_too(engine):
    answer = ask(engine, "connections/provinces_of_place", {"entity": "Vitebsk"})
    assert len(answer.fact_ids()) == len({fact for row in answer for fact in row["facts"] + row["plans"]})
    assert answer.to_networkx().number_of_edges() == len(answer.fact_ids())


def test_sources_are_reached_with_their_addresses(engine):
    book = Filters(works=("zalesskij-2024",))
    answer = ask(engine, "twinnings/of_place", {"entity": "Novopolotsk"}, exact=True, filters=book)
    everything = answer.sources()
    found = [source for source in everything if source["id"].startswith("zalesskij-2024/")]
    assert [source["number"] for source in found] == sorted(source["number"] for source in found)
    assert {source["id"] for source in everything} == {s for row in answer for s in row["sources"]}
    [fn16] = [source for source in found if source["number"] == 16]
    assert fn16["year"] == 2023
    assert "550863-2023" in fn16["address"]


def test_typed_answers_know_their_facts(engine):
    answer = timeline(engine, "city/orsha")
    assert len(answer.facts()) == len(answer)
    assert [fact["id"] for fact in answer.facts()] == answer.fact_ids()


def test_rows_without_facts_say_so(engine):
    with pytest.raises(NoFacts, match="kind, events, plans, years"):
        ask(engine, "events/by_kind").to_networkx()
    with pytest.raises(NoFacts, match="doesn't know the engine"):
        Answer(("fact",), [("x",)]).facts()


def test_an_empty_answer_is_an_empty_graph(engine):
    empty = ask(engine, "twinnings/of_place", {"entity": "Tibet"})
    assert not empty.rows
    assert empty.to_networkx().number_of_nodes() == 0
    assert empty.sources() == []
    assert tuple(empty.to_dataframe().columns) == empty.columns


def test_dates_are_sorted_by_their_day_and_not_by_their_text():
    dates = ["2017-09", None, "../2023-11", "2023", "1992-05-18", "../2016-06-12", "2015~", "2019/.."]
    answer = Answer(("date",), [(date,) for date in dates])
    in_order = ["1992-05-18", "2015~", "../2016-06-12", "2017-09", "2019/..", "2023", "../2023-11"]
    assert [date for (date,) in chosen(answer, sort="date").rows] == [*in_order, None]
    assert [date for (date,) in chosen(answer, sort="-date").rows] == [*reversed(in_order), None]
