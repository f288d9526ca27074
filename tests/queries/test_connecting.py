"""How two are connected, over the book on both engines: direct pairs from the tables, chains by hand."""

from collections import defaultdict
from itertools import combinations, islice, pairwise

import networkx as nx
import pytest

from bycn.graph_model.containment import Containment
from bycn.graph_model.vocabulary import FACT_TRAITS
from bycn.queries.between import Between
from bycn.queries.connecting import PAIRS, Connecting
from bycn.queries.filters import Filters
from bycn.queries.layers import Rules
from bycn.queries.library import ask
from bycn.queries.paths import LONGEST, Search
from bycn.queries.resolving import Place, resolve_place
from tests.days import part
from tests.engines import ENGINES, dataset, engine_with_dataset
from tests.queries.chains import oracle

BOOK = Filters(works=("zalesskij-2024",))


@pytest.fixture(scope="module", params=ENGINES)
def asked(request):
    with engine_with_dataset(request.param, request) as engine:
        yield engine


@pytest.fixture(scope="module")
def first_level():
    return sorted(e.id for e in dataset().entities.values() if e.type in ("oblast", "province") or e.id == "BY-HM")


@pytest.fixture(scope="module")
def holders():
    containment = Containment(dataset())
    return {id_: containment.holders(id_) for id_ in dataset().entities}


def place(id_: str) -> Place:
    told = dataset().entities[id_]
    return Place(id_, told.name, told.type)


def connecting(engine, first: str, second: str, *, exact: bool = False, filters: Filters = BOOK, **rules: bool):
    ends = (resolve_place(engine, name, exact=exact) for name in (first, second))
    return Connecting(engine, *ends, exact, filters, Rules(**rules))


def between(*ends, **options):
    return Between(*ends, **options).answer()


def told(answer) -> list[str]:
    return [str(remark) for remark in answer.remarks]


# What ties two directly


def tied_in_the_tables(holders, first_level) -> dict[tuple[str, str], set[str]]:
    """The ties between what lies in two first-level places, for each two that are tied."""
    found = defaultdict(set)
    for told_ in dataset().facts.values():
        if FACT_TRAITS[told_.type] == "tie":
            for one in holders[told_.from_] & set(first_level):
                for other in holders[told_.to] & set(first_level):
                    if one != other:
                        found[min(one, other), max(one, other)].add(told_.id)
    return found


def test_between_finds_every_direct_tie_of_the_tables_and_path_begins_with_it(asked, holders, first_level):
    wanted = tied_in_the_tables(holders, first_level)
    assert len(wanted) > 40
    for (first, second), ids in wanted.items():
        rows = between(asked, place(first), place(second)).to_dicts()
        assert {row["fact"] for row in rows if FACT_TRAITS[row["type"]] == "tie"} == ids
        assert len(rows) == len({row["fact"] for row in rows})
        for row in rows:
            assert first in holders[row["from_id"]]
            assert second in holders[row["to_id"]]
    for first, second in list(wanted)[::6]:
        rows = between(asked, place(first), place(second)).to_dicts()
        way = Connecting(asked, place(first), place(second)).answer().to_dicts()
        best = [row["fact"] for row in rows if row["pair"] == 1]
        assert [row["fact"] for row in way if row["path"] == 1] == best
        assert {row["kind"] for row in way if row["path"] == 1} == {"direct"}


def test_it_is_the_same_whoever_is_named_first(asked, first_level, holders):
    for first, second in list(tied_in_the_tables(holders, first_level))[::3]:
        forth = between(asked, place(first), place(second)).to_dicts()
        back = between(asked, place(second), place(first)).to_dicts()
        turn = {"→": "←", "←": "→"}
        swapped = [
            row
            | {"from": row["to"], "to": row["from"], "from_id": row["to_id"], "to_id": row["from_id"]}
            | {"direction": turn[row["direction"]]}
            for row in back
        ]
        assert swapped == forth


def test_pairs_are_in_order_of_firmness_nearness_number_and_name(asked):
    first, second = resolve_place(asked, "Vitebsk"), resolve_place(asked, "Heilongjiang")
    found = Between(asked, first, second, filters=BOOK).pairs()
    ends = [(pair[0]["from_id"], pair[0]["to_id"], len(pair[0]["facts"])) for pair in found]
    assert ends[:4] == [
        ("BY-VI", "CN-HL", 4),
        ("city/vitebsk", "CN-HL", 1),  # named, so as near as its region
        ("city/novopolotsk", "CN-HL", 1),
        ("city/polotsk", "CN-HL", 1),
    ]
    firm = [number > 0 for _, _, number in ends]
    assert firm == sorted(firm, reverse=True)
    assert all([row["plan"] for row in pair] == sorted(row["plan"] for row in pair) for pair in found)


# Chains over the book, against networkx


def test_every_two_first_level_places_are_as_far_apart_as_networkx_says(asked, first_level, holders):
    inside = {one: {id_ for id_, held in holders.items() if one in held} for one in first_level}
    walk = oracle(dataset(), Rules(), set(), set())
    apart, pairs = 0, part(list(combinations(first_level, 2)), 12)
    for first, second in pairs:
        starts, ends = inside[first] - inside[second], inside[second] - inside[first]
        sets = (starts & set(walk), ends & set(walk))
        near = nx.multi_source_dijkstra_path_length(walk, sets[0], cutoff=LONGEST)
        wanted = min((near[end] for end in sets[1] if end in near), default=None)
        search = Search(asked, starts, ends)
        length = search.shortest()
        assert length == wanted, (first, second)
        if length is None:
            apart += 1
            continue
        back = Search(asked, ends, starts)
        assert back.shortest() == length
        assert [tuple(hop.turned() for hop in reversed(chain)) for chain in back.chains(length)] == search.chains(
            length
        )
    assert 0 < apart < len(pairs)


# By hand from the book

BY_HAND = [
    ("Vitebsk", "Jinan", "city/vitebsk city/jinan", "c1-123"),
    ("Novopolotsk", "Shandong", "city/novopolotsk city/liaocheng", "c1-119"),
    ("Polotsk", "Dezhou", "city/polotsk city/dezhou", "c1-126"),
    ("Polotsk", "Heilongjiang", "city/polotsk CN-HL", "c1-088"),
    ("Orsha", "Nanchang", "city/orsha city/nanchang", "c1-110"),
    ("Brest", "Hefei", "city/brest city/hefei", "c1-196"),
    ("Brest State Technical University", "Anhui", "university/brstu university/anhui-wenda", "c3-051"),
    ("Minsk", "Chongqing", "BY-HM CN-CQ", "c1-052"),
    ("Minsk Region", "Guangdong", "BY-MI CN-GD", "c1-026"),
    ("Gomel Region", "Sichuan", "BY-HO CN-SC", "c4-178"),
    ("Mogilev", "Jiangsu", "BY-MA CN-JS", "c4-091"),
    ("Mogilev", "Hunan", "BY-MA CN-HN", "c4-092"),
    ("BSU", "Dalian University of Technology", "university/bsu university/dlut", "c3-024"),
    ("BSU", "Peking University", "university/bsu university/pku", "c3-089"),
    ("BUTB", "Taomu", "exchange/butb company/taomu-suzhou", "c2-034"),
    ("Great Stone", "Huawei", "economic_zone/great-stone company/huawei", "c5-012-4"),
    ("DUT-BSU", "BSU", "institution/dut-bsu-joint-institute university/bsu", "c3-128"),
    ("MTZ", "Huawei", "company/mtz (BY-HM) company/beltelecom company/huawei", "c5-012-7"),
    ("Naftan", "Jining", "company/naftan (BY-VI) city/glubokoye city/jining", "c1-127"),
    ("Lepel", "Jining", "city/lepel (BY-VI) city/glubokoye city/jining", "c1-127"),
    ("Naftan", "Weihai", "company/naftan (city/novopolotsk) city/novopolotsk city/weihai", "c1-124"),
    ("Gomel", "Tibet", None, None),
]


@pytest.mark.parametrize(("first", "second", "way", "proof"), BY_HAND, ids=[f"{a}-{b}" for a, b, _, _ in BY_HAND])
def test_the_first_way_is_that_of_the_book(asked, first, second, way, proof):
    rows = [row for row in connecting(asked, first, second).answer() if row["path"] == 1]
    if way is None:
        assert not rows
        return
    hops = {row["hop"]: row for row in rows}
    steps = [[f"({row['through_id']})"] * bool(row["through_id"]) + [row["to_id"]] for row in hops.values()]
    assert " ".join([rows[0]["from_id"], *(part for step in steps for part in step)]) == way
    assert next(row["fact"] for row in rows if row["fact"]) == f"zalesskij-2024/{proof}"
    length = {row["length"] for row in rows}
    assert length == {0 if first == "DUT-BSU" else 3 if "(" in way else 1}


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("first", "second", "options", "said"),
    [
        ("Vitebsk", "Jinan", {}, "Vitebsk and Jinan are tied directly: twinned, by Feb 2023"),
        (
            "Novopolotsk",
            "Shandong",
            {},
            (
                "Novopolotsk and Shandong are tied directly through what lies in Shandong: "
                "Novopolotsk and Liaocheng, twinned, Feb 2023"
            ),
        ),
        (
            "Great Stone",
            "Huawei",
            {},
            "Great Stone Industrial Park and Huawei are tied by plans alone: cooperation, planned, 2024–2025",
        ),
        (
            "DUT-BSU",
            "BSU",
            {},
            "Belarusian State University is a member of DUT–BSU Joint Institute",
        ),
        (
            "MTZ",
            "Huawei",
            {},
            (
                "No fact ties Minsk Tractor Works to Huawei directly. "
                "The nearest chain rests on one tie, and that is a plan"
            ),
        ),
        ("Naftan", "Jining", {}, "No fact ties Naftan to Jining directly. The nearest chain rests on one tie"),
        (
            "MTZ",
            "Huawei",
            {"no_places": True},
            "Nothing that fits the filters ties Minsk Tractor Works and Huawei",
        ),
        (
            "Gomel",
            "Tibet",
            {"filters": Filters()},
            (
                "Nothing ties Gomel Region and Tibet except through Belarus and China (through_countries=True); "
                "the data say nothing about Tibet"
            ),
        ),
        (
            "Gomel",
            "Tibet",
            {"filters": Filters(types=("TWINNED_WITH",))},
            "Nothing that fits the filters ties Gomel Region and Tibet; the data say nothing of this sort about Tibet",
        ),
        (
            "Orsha",
            "Vitebsk Region",
            {},
            "Orsha lies in Vitebsk Region; no fact that fits the filters ties it to the rest of Vitebsk Region",
        ),
        (
            "Vitebsk Region",
            "Orsha",
            {},
            "Orsha lies in Vitebsk Region; no fact that fits the filters ties it to the rest of Vitebsk Region",
        ),
        ("Orsha", "Vitebsk Region", {"filters": Filters()}, "Orsha lies in Vitebsk Region"),
    ],
)
def test_the_answer_is_said_in_a_sentence(asked, first, second, options, said):
    answer = connecting(asked, first, second, **options).answer()
    assert told(answer)[0].startswith(said)


def test_what_holds_an_end_and_is_tied_itself_follows(asked):
    answer = connecting(asked, "Vitebsk", "Jinan").answer()
    rows = answer.to_dicts()
    assert [(r["path"], r["kind"], r["from_id"], r["to_id"]) for r in rows if r["kind"] == "holder"] == [
        (3, "holder", "BY-VI", "CN-SD")
    ] * 7
    assert told(answer)[1:] == [
        'In all 2 facts and 2 plans in 2 pairs: bycn between "Vitebsk Region" Jinan --source zalesskij-2024',
        (
            "Jinan lies in Shandong, which is itself tied to Vitebsk Region "
            '(6 facts, 1 plan: bycn between Shandong "Vitebsk Region" --source zalesskij-2024)'
        ),
    ]
    turned = connecting(asked, "Jinan", "Vitebsk").answer().to_dicts()
    assert [row["fact"] for row in turned] == [row["fact"] for row in rows]
    assert [(row["to_id"], row["from_id"]) for row in turned] == [(row["from_id"], row["to_id"]) for row in rows]


def test_what_isnt_shown_is_counted(asked):
    way = connecting(asked, "MTZ", "Huawei")
    assert told(way.answer())[1] == "Shown 1 of 4 chains of this length; every_shortest=True shows all"
    every = way.answer(every_shortest=True)
    assert {row["path"] for row in every} == {1, 2, 3, 4}
    assert len(told(every)) == 1
    assert {row["path"] for row in way.answer(count=3)} == {1, 2, 3}
    direct = connecting(asked, "Minsk Region", "Chongqing")
    shown = direct.answer()
    assert {row["path"] for row in shown if row["kind"] == "direct"} == set(range(1, PAIRS + 1))
    assert "in 4 pairs, 3 of them shown" in told(shown)[1]
    assert "in 4 pairs: " in told(direct.answer(every_shortest=True))[1]
    assert {row["kind"] for row in direct.answer(count=6)} == {"direct", "chain"}
    assert {row["path"] for row in direct.answer(count=6)} == set(range(1, 7))
    assert {row["path"] for row in direct.answer(count=2)} == {1, 2}


def test_longer_chains_follow_where_more_are_asked_for(asked):
    rows = connecting(asked, "MTZ", "Huawei").answer(count=6).to_dicts()
    lengths = [next(row["length"] for row in rows if row["path"] == n) for n in range(1, 7)]
    assert lengths[:4] == [3] * 4
    assert lengths == sorted(lengths)
    assert lengths[4] > 3


@pytest.mark.parametrize("ends", [("Novopolotsk", "Shandong"), ("Brest", "Anhui")])
def test_a_chain_is_one_row_by_however_many_facts_it_is_told(asked, ends):
    rows = ask(asked, "connections/chains", dict(zip(("first", "second"), ends, strict=True))).to_dicts()
    assert len({tuple(row["ids"]) for row in rows}) == len(rows) > 1
    for row in rows:
        facts, plans = iter(row["facts"]), iter(row["plans"])
        for tie, firm, planned in zip(pairwise(row["ids"]), row["facts_a_tie"], row["plans_a_tie"], strict=True):
            told_ = [*islice(facts, firm), *islice(plans, planned)]
            assert told_
            for fact in map(dataset().facts.get, told_):
                assert {fact.from_, fact.to} == {*tie}
        assert (list(facts), list(plans)) == ([], [])
        assert row["plan"] == (0 in row["facts_a_tie"])
