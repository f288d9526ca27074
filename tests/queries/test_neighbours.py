"""Neighbours by depth: against networkx on a made-up graph, against the book by hand."""

import random
from collections import Counter

import networkx as nx
import pytest

from bycn.graph_model.dates import PartialDate
from bycn.queries.filters import Filters
from bycn.queries.neighbours import COLUMNS, neighbours
from tests.engines import ENGINES, engine_with_dataset
from tests.made_up import Embedded, entity, fact

COUNTRIES = ("BY", "CN")
BOOK = ("zalesskij-2024",)


def made_up():
    """Companies of both countries, tied at random, some twice, some to a country."""
    draw = random.Random(7)
    ids = {f"company/{n}": COUNTRIES[n % 2] for n in range(40)} | {"BY": "BY", "CN": "CN"}
    ties = []
    for _ in range(46):
        ends = draw.sample(sorted(ids)[2:], 2)
        ties.append(sorted(ends, key=lambda end: (ids[end], end)))
    ties += ties[:5]
    ties += [["company/0", "CN"], ["company/8", "CN"], ["BY", "company/3"], ["BY", "company/5"], ["BY", "CN"]]
    facts = [
        fact(f"f{n}", "COOPERATES_WITH", *ends, date=str(2000 + n % 3), status=("signed", "planned")[n % 4 == 0])
        for n, ends in enumerate(ties)
    ]
    return [*(entity(id_, country) for id_, country in ids.items()), *facts], facts


@pytest.fixture(scope="module")
def engine_and_facts(tmp_path_factory):
    records, facts = made_up()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BYCN_CACHE", str(tmp_path_factory.mktemp("cache")))
        with Embedded(records, tmp_path_factory.mktemp("made-up") / "db") as engine:
            yield engine, facts


def expected(facts, start, depth, *, through_countries):
    """The rows as networkx has them: which fact leads from where to what, at which distance."""
    ways = nx.DiGraph()
    ways.add_node(start)
    for tie in facts:
        for near, far in ((tie.from_, tie.to), (tie.to, tie.from_)):
            if through_countries or near == start or near not in COUNTRIES:
                ways.add_edge(near, far)
    away = nx.single_source_shortest_path_length(ways, start, cutoff=depth)
    return Counter(
        (away[far], near, far, tie.id, arrow)
        for tie in facts
        for near, far, arrow in ((tie.from_, tie.to, "→"), (tie.to, tie.from_, "←"))
        if ways.has_edge(near, far) and near in away and far in away and away[far] == away[near] + 1
    )


STARTS = ("company/0", "company/1", "company/2", "company/17", "company/33", "BY", "CN")


@pytest.mark.parametrize("through_countries", [False, True])
@pytest.mark.parametrize("depth", [1, 2, 3, 5, 9])
def test_neighbours_are_what_networkx_finds(engine_and_facts, depth, through_countries):
    engine, facts = engine_and_facts
    for start in STARTS:
        answer = neighbours(engine, start, depth=depth, through_countries=through_countries)
        found = Counter(tuple(row[c] for c in ("distance", "near", "id", "fact", "direction")) for row in answer)
        assert found == expected(facts, start, depth, through_countries=through_countries), start
        assert [row["distance"] for row in answer] == sorted(row["distance"] for row in answer)


def test_a_filter_holds_at_every_step(engine_and_facts):
    engine, facts = engine_and_facts
    chosen = Filters(only_signed=True, between=PartialDate.parse("2000/2001"))
    some = [f for f in facts if f.status == "signed" and f.date.text != "2002"]
    for start in STARTS:
        answer = neighbours(engine, start, depth=6, filters=chosen, through_countries=True)
        assert Counter(answer.fact_ids()).keys() == {
            row[3] for row in expected(some, start, 6, through_countries=True)
        }, start


def test_without_a_depth_it_is_one_step_and_countries_lead_nowhere(engine_and_facts):
    engine, _ = engine_and_facts
    through, around = (neighbours(engine, "company/0", depth=3, through_countries=way).rows for way in (True, False))
    assert neighbours(engine, "company/0", depth=3).rows == around != through
    assert neighbours(engine, "company/0").rows == neighbours(engine, "company/0", depth=1).rows


def test_a_row_tells_the_fact_and_both_ends(engine_and_facts):
    engine, facts = engine_and_facts
    answer = neighbours(engine, "CN", filters=Filters(between=PartialDate.parse("2001")))
    assert tuple(answer.columns) == COLUMNS
    by_id = {f.id: f for f in facts}
    assert answer.rows
    for row in answer:
        told = by_id[row["fact"]]
        assert (row["type"], row["title"], row["date"], row["status"], row["sources"]) == (
            "COOPERATES_WITH",
            told.title,
            "2001",
            told.status,
            ["made-up"],
        )
        assert (row["near"], row["name"]) == ("CN", row["id"])
        assert row["entity_type"] == ("company" if "/" in row["id"] else "country")


def test_a_party_that_is_not_named_stands_in_our_words_at_either_end(tmp_path):
    tie = fact("f", "COOPERATES_WITH", "company/a", "CN", to_unnamed="a firm of China")
    with Embedded([entity("BY"), entity("CN", "CN"), entity("company/a"), tie], tmp_path / "db") as engine:
        [row] = neighbours(engine, "CN")
        assert (row["near"], row["name"]) == ("a firm of China", "company/a")
        [row] = neighbours(engine, "company/a")
        assert (row["near"], row["name"], row["id"]) == ("company/a", "a firm of China", "CN")


def test_what_ties_a_neighbour_is_in_order_of_day_with_the_plans_last(tmp_path):
    dates = {
        "a": ("../2023-11", "signed"),
        "b": ("2017-09", "planned"),
        "c": ("2017-09", "signed"),
        "d": (None, "signed"),
    }
    ties = [
        fact(id_, "COOPERATES_WITH", "company/a", "CN", status=status, **({"date": date} if date else {}))
        for id_, (date, status) in dates.items()
    ]
    with Embedded([entity("BY"), entity("CN", "CN"), entity("company/a"), *ties], tmp_path / "db") as engine:
        assert [row["fact"] for row in neighbours(engine, "company/a")] == ["c", "a", "d", "b"]


# The twinnings around Liaocheng, from chapter 1 (c1:49, c1:65): who is tied to Novopolotsk, and who to those.
AROUND_LIAOCHENG = {
    (1, "Liaocheng", "Novopolotsk", "←"),
    (2, "Novopolotsk", "Weihai", "→"),
    (2, "Novopolotsk", "a city of Heilongjiang", "→"),
    (3, "a city of Heilongjiang", "Polotsk", "←"),
    (3, "a city of Heilongjiang", "Vitebsk", "←"),
    (3, "Heilongjiang", "Vitebsk Region", "←"),
    (4, "Polotsk", "Dezhou", "→"),
    (4, "Vitebsk", "Jinan", "→"),
    (4, "Vitebsk Region", "Shandong", "→"),
}


@pytest.mark.parametrize("name", ENGINES)
def test_the_twins_around_liaocheng_by_hand(name, request):
    chosen = Filters(types=("TWINNED_WITH",), works=BOOK)
    with engine_with_dataset(name, request) as engine:
        for depth in (1, 2, 3, 4, 7):
            answer = neighbours(engine, "city/liaocheng", depth=depth, filters=chosen)
            found = {tuple(row[c] for c in ("distance", "near", "name", "direction")) for row in answer}
            assert found == {row for row in AROUND_LIAOCHENG if row[0] <= depth}
        on_the_day = Filters(types=("TWINNED_WITH",), works=BOOK, as_of=PartialDate.parse("2023-03"))
        names = [row["name"] for row in neighbours(engine, "city/liaocheng", depth=3, filters=on_the_day)]
        assert names == ["Novopolotsk", "Weihai"]
