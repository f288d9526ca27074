"""How two are connected, over the book on both engines: direct pairs from the tables, chains by hand."""

from collections import defaultdict
from itertools import combinations

import networkx as nx
import pytest

from bycn.graph_model.containment import Containment
from bycn.graph_model.vocabulary import FACT_TRAITS
from bycn.loaders.cypher_files import statement
from bycn.queries.between import COLUMNS, Between
from bycn.queries.connecting import COLUMNS as PATH_COLUMNS
from bycn.queries.connecting import PAIRS, Connecting
from bycn.queries.errors import SameEntity
from bycn.queries.filters import Filters, UnknownWord
from bycn.queries.path_words import Apart, Nearest, Nested, Others, Pairs, TiedHolder
from bycn.queries.paths import LONGEST, Rules, Search
from bycn.queries.remarks import Remark
from bycn.queries.resolving import Place, resolve_place
from tests.engines import ENGINES, dataset, engine_with_dataset
from tests.made_up import Embedded, entity, fact
from tests.queries.test_paths import BY, CN, by, cn, lies, oracle, tied

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


class Remembered:
    """An engine that answers how entities are tied and held from what another told once."""

    def __init__(self, engine):
        ids = sorted(dataset().entities)
        self._ties, self._holders, held = defaultdict(list), defaultdict(list), defaultdict(list)
        for row in engine.run(statement("lookups/ties").replace("/* filters r */", ""), {"near": ids, "into": None}):
            self._ties[row["near"]].append(row)
        for row in engine.run(statement("lookups/holders"), {"ids": ids}):
            self._holders[row["id"]].append(row)
        for holder in ids:
            held[holder] = engine.run(statement("lookups/held"), {"holders": [holder]}) if self._holds(holder) else []
        self._held = held

    def _holds(self, holder: str) -> bool:
        return any(row["holder"] == holder != id_ for id_, rows in self._holders.items() for row in rows)

    def run(self, query, params):
        if "$near" in query:
            return [row for near in params["near"] for row in self._ties[near]]
        if "$ids" in query:
            return [row for id_ in params["ids"] for row in self._holders[id_]]
        return [row for holder in params["holders"] for row in self._held[holder] or [{"id": holder}]]


def test_every_two_first_level_places_are_as_far_apart_as_networkx_says(asked, first_level, holders):
    remembered = Remembered(asked)
    inside = {one: {id_ for id_, held in holders.items() if one in held} for one in first_level}
    walk = oracle(dataset(), Rules(), set(), set())
    apart = 0
    for first, second in combinations(first_level, 2):
        starts, ends = inside[first] - inside[second], inside[second] - inside[first]
        sets = (starts & set(walk), ends & set(walk))
        near = nx.multi_source_dijkstra_path_length(walk, sets[0], cutoff=LONGEST)
        wanted = min((near[end] for end in sets[1] if end in near), default=None)
        search = Search(remembered, starts, ends)
        length = search.shortest()
        assert length == wanted, (first, second)
        if length is None:
            apart += 1
            continue
        back = Search(remembered, ends, starts)
        assert back.shortest() == length
        assert [tuple(hop.turned() for hop in reversed(chain)) for chain in back.chains(length)] == search.chains(
            length
        )
    assert 0 < apart < len(first_level) ** 2 / 2


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


@pytest.mark.parametrize(
    ("first", "second", "options", "said"),
    [
        ("Vitebsk", "Jinan", {}, "Vitebsk and Jinan are tied directly: twinned, by Feb 2023"),
        (
            "Novopolotsk",
            "Shandong",
            {},
            (
                "Novopolotsk and Shandong are tied directly through what lies in them: "
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
            "Nothing that fits the filters ties Minsk Tractor Works and Huawei; with_events=True takes",
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
        'In all 2 facts and 2 plans in 2 pairs: bycn between "Vitebsk Region" Jinan',
        (
            "Jinan lies in Shandong, which is itself tied to Vitebsk Region "
            '(6 facts, 1 plan: bycn between Shandong "Vitebsk Region")'
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


# Over made-up graphs


@pytest.fixture
def small(tmp_path):
    """A region with a city and a company in it, a province with a city, and what ties them."""
    records = [
        *(BY, CN),
        *by("BY-VI", "city/orsha", "company/mill", "company/other", "BY-MI"),
        *cn("CN-SD", "city/jinan", "company/buyer"),
        *(lies("BY-VI", "BY"), lies("BY-MI", "BY"), lies("city/orsha", "BY-VI"), lies("company/mill", "city/orsha")),
        *(lies("company/other", "BY-VI"), lies("CN-SD", "CN"), lies("city/jinan", "CN-SD")),
        lies("company/buyer", "city/jinan"),
        tied("sale", "mill", "buyer", date="2021"),
        tied("wish", "mill", "buyer", status="planned"),
        tied("inner", "mill", "other"),
        fact("twins", "TWINNED_WITH", "BY-VI", "CN-SD", date="2020"),
        fact("wished", "AGREEMENT", "BY-VI", "city/jinan", status="planned"),
    ]
    with Embedded(records, tmp_path / "db") as engine:
        yield engine


def at(id_: str) -> Place:
    return Place(id_, id_, id_.partition("/")[0])


def test_both_ends_hold_what_lies_in_them_unless_exact(small):
    rows = between(small, at("BY-VI"), at("CN-SD")).to_dicts()
    assert [(row["pair"], row["fact"]) for row in rows] == [(1, "twins"), (2, "sale"), (2, "wish"), (3, "wished")]
    assert tuple(rows[0]) == COLUMNS
    assert [row["fact"] for row in between(small, at("BY-VI"), at("CN-SD"), exact=True)] == ["twins"]
    assert [row["fact"] for row in between(small, at("city/orsha"), at("CN-SD"))] == ["sale", "wish"]
    assert [row["fact"] for row in between(small, at("CN-SD"), at("city/orsha"))] == ["sale", "wish"]
    assert not between(small, at("city/orsha"), at("CN-SD"), exact=True).rows
    assert [r["fact"] for r in between(small, at("BY-VI"), at("CN-SD"), filters=Filters(only_signed=True))] == [
        "twins",
        "sale",
    ]


def test_of_one_inside_the_other_the_rest_of_the_outer_counts(small):
    for first, second in (("city/orsha", "BY-VI"), ("BY-VI", "city/orsha")):
        ties = [row["fact"] for row in between(small, at(first), at(second)) if row["type"] == "COOPERATES_WITH"]
        assert ties == ["inner"]
        answer = Connecting(small, at(first), at(second)).answer()
        assert told(answer)[0].startswith("city/orsha lies in BY-VI")


def test_the_same_twice_is_no_question(small):
    for ask in (between, lambda *ends: Connecting(*ends).answer()):
        with pytest.raises(SameEntity, match="both names mean BY-VI"):
            ask(small, at("BY-VI"), at("BY-VI"))
    with pytest.raises(UnknownWord):
        between(small, at("BY-VI"), at("BY-VI"), filters=Filters(types=("FRIENDSHIP",)))


def test_going_up_is_a_passage(small):
    twinned = Filters(types=("TWINNED_WITH",))
    rows = Connecting(small, at("company/other"), at("CN-SD"), filters=twinned).answer().to_dicts()
    assert tuple(rows[0]) == PATH_COLUMNS
    assert [(r["hop"], r["length"], r["from_id"], r["through_id"], r["to_id"], r["fact"]) for r in rows] == [
        (1, 3, "company/other", "BY-VI", "BY-VI", None),
        (2, 3, "BY-VI", None, "CN-SD", "twins"),
    ]
    assert [row["plan"] for row in rows] == [None, False]
    assert [rows[0][column] for column in ("from", "through", "to")] == ["company/other", "BY-VI", "BY-VI"]
    assert not Connecting(small, at("company/other"), at("CN-SD"), False, twinned, Rules(no_places=True)).answer().rows
    plain = Connecting(small, at("company/other"), at("CN-SD")).answer().to_dicts()
    assert [(r["hop"], r["length"], r["fact"]) for r in plain] == [(1, 2, "inner"), (2, 2, "sale"), (2, 2, "wish")]


def test_an_asked_event_is_tied_by_part_taken_in_it_others_by_wish(tmp_path):
    records = [
        *(BY, CN, *by("company/a", "BY-VI"), *cn("company/z"), entity("event/fair", "BY", kind="fair", date="2023")),
        *(lies("event/fair", "BY-VI"), lies("BY-VI", "BY")),
        *(fact(f"{who}-came", "TOOK_PART_IN", f"company/{who}", "event/fair", date="2023") for who in "az"),
    ]
    with Embedded(records, tmp_path / "db") as engine:
        for ends in (("company/a", "event/fair"), ("event/fair", "company/a")):
            assert [row["fact"] for row in between(engine, *map(at, ends))] == ["a-came"]
        assert not between(engine, at("company/z"), at("BY-VI")).rows
        assert [r["fact"] for r in between(engine, at("company/z"), at("BY-VI"), with_events=True)] == ["z-came"]
        assert not Connecting(engine, at("company/a"), at("company/z")).answer().rows
        met = Connecting(engine, at("company/a"), at("company/z"), rules=Rules(with_events=True)).answer().to_dicts()
        assert [(row["length"], row["through_id"]) for row in met] == [(2, "event/fair")]


@pytest.mark.parametrize(
    ("status", "first", "said"),
    [
        ("in_force", "joins", "institution/joint is a member of company/a"),
        ("planned", "deal", "company/a and institution/joint are tied directly: memorandum, 2020"),
    ],
)
def test_structure_that_holds_is_told_before_any_other_tie_of_the_two(tmp_path, status, first, said):
    records = [
        *(BY, CN, *by("company/a", "BY-VI"), entity("institution/joint", "XX", kind="institute")),
        fact("deal", "AGREEMENT", "company/a", "institution/joint", date="2020"),
        fact("joins", "MEMBER_OF", "institution/joint", "company/a", status=status),
    ]
    with Embedded(records, tmp_path / "db") as engine:
        for ends in (("company/a", "institution/joint"), ("institution/joint", "company/a")):
            answer = Connecting(engine, *map(at, ends)).answer()
            assert answer.to_dicts()[0]["fact"] == first
            assert told(answer)[0] == said or (ends[0] == "institution/joint" and status == "planned")


# What is shown, and what is said of it: by hand over the same made-up graph


def answered(engine, first: str, second: str, **options) -> tuple[list[tuple[object, ...]], list[Remark]]:
    """The rows of an answer in short, and its remarks."""
    asking = {name: options.pop(name) for name in ("every_shortest", "count") if name in options}
    answer = Connecting(engine, at(first), at(second), **options).answer(**asking)
    rows = [(r["path"], r["kind"], r["length"], r["hop"], r["from_id"], r["to_id"], r["fact"]) for r in answer]
    return rows, answer.remarks


def test_direct_pairs_come_first_then_what_holds_one_of_the_two(small):
    rows, remarks = answered(small, "company/mill", "company/buyer")
    assert rows == [
        (1, "direct", 1, 1, "company/mill", "company/buyer", "sale"),
        (1, "direct", 1, 1, "company/mill", "company/buyer", "wish"),
    ]
    verdict, counts = remarks
    assert (verdict.themselves, verdict.structure, verdict.facts, verdict.plans) == (True, False, 1, 1)
    assert verdict.fact["fact"] == "sale"
    assert counts == Pairs("company/mill", "company/buyer", 1, 1, 1, 1)

    rows, remarks = answered(small, "BY-VI", "city/jinan")
    assert rows == [
        (1, "direct", 1, 1, "company/mill", "company/buyer", "sale"),
        (1, "direct", 1, 1, "company/mill", "company/buyer", "wish"),
        (2, "direct", 1, 1, "BY-VI", "city/jinan", "wished"),
        (3, "holder", 1, 1, "BY-VI", "CN-SD", "twins"),
    ]
    assert not remarks[0].themselves
    assert remarks[1:] == [
        Pairs("BY-VI", "city/jinan", 1, 2, 2, 2),
        TiedHolder("city/jinan", "CN-SD", "BY-VI", 1, 0),
    ]
    turned, remarks = answered(small, "city/jinan", "BY-VI")
    assert [row[-1] for row in turned] == ["sale", "wish", "wished", "twins"]
    assert turned[-1][4:6] == ("CN-SD", "BY-VI")
    assert remarks[-1] == TiedHolder("city/jinan", "CN-SD", "BY-VI", 1, 0)


def test_what_holds_one_is_tied_to_the_other_itself_before_what_lies_in_it(tmp_path):
    records = [
        *(BY, CN, *by("BY-VI", "city/orsha"), *cn("CN-SD", "city/jinan", "company/buyer")),
        *(lies("BY-VI", "BY"), lies("city/orsha", "BY-VI"), lies("CN-SD", "CN"), lies("city/jinan", "CN-SD")),
        lies("company/buyer", "city/jinan"),
        fact("direct", "TWINNED_WITH", "city/orsha", "city/jinan"),
        fact("inner-1", "AGREEMENT", "BY-VI", "company/buyer"),
        fact("inner-2", "AGREEMENT", "BY-VI", "company/buyer"),
        fact("own", "AGREEMENT", "BY-VI", "city/jinan"),
    ]
    with Embedded(records, tmp_path / "db") as engine:
        rows, remarks = answered(engine, "city/orsha", "city/jinan")
        assert [(row[1], row[-1]) for row in rows] == [("direct", "direct"), ("holder", "own")]
        assert remarks[-1] == TiedHolder("city/orsha", "BY-VI", "city/jinan", 3, 0)
        rows, remarks = answered(engine, "city/jinan", "city/orsha", exact=True)
        assert [(row[1], row[-1]) for row in rows] == [("direct", "direct"), ("holder", "own")]
        assert remarks[-1] == TiedHolder("city/orsha", "BY-VI", "city/jinan", 1, 0)
        rows, _ = answered(engine, "city/orsha", "city/jinan", filters=Filters(types=("TWINNED_WITH",)))
        assert [row[-1] for row in rows] == ["direct"]


def test_pairs_near_what_was_named_come_before_deeper_ones_with_more_facts(tmp_path):
    records = [
        *(BY, CN, *by("BY-VI", "city/orsha", "company/mill"), *cn("CN-SD", "company/buyer")),
        *(lies("BY-VI", "BY"), lies("city/orsha", "BY-VI"), lies("company/mill", "city/orsha")),
        *(lies("CN-SD", "CN"), lies("company/buyer", "CN-SD")),
        *(tied(f"deep-{n}", "mill", "buyer") for n in range(3)),
        fact("near", "AGREEMENT", "city/orsha", "CN-SD"),
    ]
    with Embedded(records, tmp_path / "db") as engine:
        ends = (at("BY-VI"), at("CN-SD"))
        for found in (between(engine, *ends), between(engine, *reversed(ends))):
            assert [row["fact"] for row in found] == ["near", "deep-0", "deep-1", "deep-2"]
        assert {(row["from"], row["to"]) for row in between(engine, *reversed(ends))} == {
            *(("CN-SD", "city/orsha"), ("company/buyer", "company/mill")),
        }
        widened = at("BY-VI")._replace(city="company/mill")
        for found in (between(engine, widened, ends[1]), between(engine, ends[1], widened)):
            assert [row["fact"] for row in found] == ["deep-0", "deep-1", "deep-2", "near"]


def test_of_pairs_equally_near_those_with_more_facts_come_first_then_the_names(tmp_path):
    insiders = ("company/a", "company/b", "company/c")
    buyers = ("company/x", "company/y", "company/z")
    records = [
        *(BY, CN, *by("BY-VI", *insiders), *cn("CN-SD", *buyers)),
        *(lies("BY-VI", "BY"), lies("CN-SD", "CN")),
        *(lies(id_, "BY-VI") for id_ in insiders),
        *(lies(id_, "CN-SD") for id_ in buyers),
        *(tied("az", "a", "z"), tied("ya", "y", "b"), tied("cx-1", "c", "x"), tied("cx-2", "c", "x")),
    ]
    with Embedded(records, tmp_path / "db") as engine:
        ends = (at("BY-VI"), at("CN-SD"))
        for found in (between(engine, *ends), between(engine, *reversed(ends))):
            assert [row["fact"] for row in found] == ["cx-1", "cx-2", "az", "ya"]
        assert [row["direction"] for row in between(engine, *ends)] == ["→", "→", "→", "←"]
        assert [row["direction"] for row in between(engine, *reversed(ends))] == ["←", "←", "←", "→"]


def test_what_holds_one_is_named_from_the_nearest_on(tmp_path):
    records = [
        *(BY, CN, *by("BY-VI", "district/orsha", "city/orsha"), *cn("city/jinan")),
        *(lies("BY-VI", "BY"), lies("district/orsha", "BY-VI"), lies("city/orsha", "district/orsha")),
        fact("own", "AGREEMENT", "city/orsha", "city/jinan"),
        fact("far", "AGREEMENT", "BY-VI", "city/jinan"),
        fact("near", "AGREEMENT", "district/orsha", "city/jinan"),
    ]
    with Embedded(records, tmp_path / "db") as engine:
        rows, remarks = answered(engine, "city/orsha", "city/jinan")
        assert [row[-1] for row in rows] == ["own", "near", "far"]
        assert [remark.holder for remark in remarks[2:]] == ["district/orsha", "BY-VI"]


def test_the_filters_hold_on_every_hop_that_is_shown(small):
    rows, _ = answered(small, "company/other", "company/buyer", filters=Filters(only_signed=True))
    assert [row[-1] for row in rows] == ["inner", "sale"]


def test_as_many_are_shown_as_are_asked_for(tmp_path):
    names = [f"company/{n}" for n in range(4)]
    records = [
        *(BY, CN, *by("BY-VI", "BY-MI", *names), *cn("company/z")),
        *(lies("BY-VI", "BY"), lies("BY-MI", "BY"), *(lies(name, "BY-VI") for name in names)),
        *(fact(f"t{n}", "COOPERATES_WITH", name, "company/z") for n, name in enumerate(names)),
        fact("between", "COOPERATES_WITH", "company/0", "BY-MI"),
        fact("on", "COOPERATES_WITH", "BY-MI", "company/z"),
    ]
    with Embedded(records, tmp_path / "db") as engine:
        rows, remarks = answered(engine, "BY-VI", "company/z")
        assert [row[-1] for row in rows] == ["t0", "t1", "t2"]
        assert remarks[1] == Pairs("BY-VI", "company/z", 4, 0, 4, 3)
        assert [row[-1] for row in answered(engine, "BY-VI", "company/z", every_shortest=True)[0]] == [
            *("t0", "t1", "t2", "t3"),
        ]
        assert [row[-1] for row in answered(engine, "BY-VI", "company/z", count=2)[0]] == ["t0", "t1"]
        rows, remarks = answered(engine, "BY-VI", "company/z", count=5)
        assert [(row[:4], row[-1]) for row in rows[4:]] == [((5, "chain", 2, 1), "between"), ((5, "chain", 2, 2), "on")]
        assert len(remarks) == 2
        rows, _ = answered(engine, "BY-VI", "company/z", count=6)
        assert {row[0] for row in rows} == {1, 2, 3, 4, 5}


def test_the_best_chain_is_shown_and_the_others_are_counted(tmp_path):
    records = [
        *(BY, CN, *by("company/a", "company/b", "company/c", "company/d"), *cn("company/z")),
        *(tied("ab", "a", "b"), tied("bz", "b", "z"), tied("ac", "a", "c", status="planned"), tied("cz", "c", "z")),
        *(tied("bd", "b", "d"), tied("dz", "d", "z")),
    ]
    with Embedded(records, tmp_path / "db") as engine:
        rows, remarks = answered(engine, "company/a", "company/z")
        assert rows == [
            (1, "chain", 2, 1, "company/a", "company/b", "ab"),
            (1, "chain", 2, 2, "company/b", "company/z", "bz"),
        ]
        ends = ("company/a", "company/z")
        assert remarks == [Nearest(*ends, None, 2, 0), Others(1, 2, False)]
        rows, remarks = answered(engine, *ends, every_shortest=True)
        assert [row[-1] for row in rows] == ["ab", "bz", "ac", "cz"]
        assert remarks == [Nearest(*ends, None, 2, 0)]
        rows, remarks = answered(engine, *ends, count=2)
        assert [row[0] for row in rows] == [1, 1, 2, 2]
        assert remarks == [Nearest(*ends, None, 2, 0)]
        rows, _ = answered(engine, *ends, count=3)
        assert [(row[0], row[2], row[-1]) for row in rows[4:]] == [(3, 3, "ab"), (3, 3, "bd"), (3, 3, "dz")]
        _, remarks = answered(engine, *ends, filters=Filters(statuses=("planned",)))
        assert remarks == [Apart(*ends, None, (), ("company/z",), True, True)]
        planned = [tied("az", "a", "c2", status="planned"), tied("zz", "c2", "z", status="planned")]
    with Embedded(
        [*(BY, CN, *by("company/a", "company/c2"), *cn("company/z")), *planned], tmp_path / "plans"
    ) as engine:
        assert answered(engine, *ends)[1] == [Nearest(*ends, None, 2, 2)]


def test_why_two_are_apart(tmp_path):
    records = [
        *(BY, CN, *by("BY-VI", "company/a", "company/alone"), *cn("company/z")),
        *(lies("BY-VI", "BY"), lies("company/a", "BY-VI"), lies("company/alone", "BY"), lies("company/z", "CN")),
        fact("treaty", "AGREEMENT", "BY", "CN"),
        fact("inner", "COOPERATES_WITH", "company/a", "BY-VI"),
        fact("sold", "CONTRACT", "company/z", "BY"),
    ]
    with Embedded(records, tmp_path / "db") as engine:
        ends = ("company/a", "company/z")
        assert answered(engine, *ends) == ([], [Apart(*ends, None, ("BY", "CN"), (), False, True)])
        events = Rules(with_events=True)
        assert answered(engine, *ends, rules=events)[1] == [Apart(*ends, None, ("BY", "CN"), (), False, False)]
        assert answered(engine, *ends, rules=Rules(no_places=True))[1] == [Apart(*ends, None, (), (), False, True)]
        ends = ("company/alone", "company/a")
        assert answered(engine, *ends)[1] == [Apart(*ends, None, ("BY",), ("company/alone",), False, True)]
        contracts = Filters(types=("CONTRACT",))
        ends = ("company/a", "company/z")
        assert answered(engine, *ends, filters=contracts)[1] == [Apart(*ends, None, (), ("company/a",), True, True)]
        inner, outer = "company/a", "BY-VI"
        nested = Nested(inner, outer)
        for ends in ((inner, outer), (outer, inner)):
            rows, remarks = answered(engine, *ends, count=3)
            assert [row[-1] for row in rows] == ["company/a-in-BY-VI", "inner"]
            assert (remarks[0].nested, remarks[0].structure, remarks[0].themselves) == (nested, True, True)
            rows, remarks = answered(engine, *ends, filters=contracts)
            assert (rows, remarks) == ([], [Apart(*ends, nested, (), (), True, True)])
