"""What lies within what: on made-up graphs, against networkx and against a rule read word for word."""

import random

import networkx as nx
import pytest

from bycn.graph_model.containment import Containment, equal_extent
from bycn.graph_model.properties import Properties
from tests.engines import ENGINES, dataset, engine_with_dataset
from tests.made_up import entity, fact, graph_of

PLACES = [
    entity("BY"),
    entity("CN", "CN"),
    entity("BY-VI"),
    entity("city/polotsk"),
    entity("BY-BR"),
    entity("CN-HL", "CN"),
    entity("city/harbin", "CN"),
    fact("l1", "LOCATED_IN", "BY-VI", "BY"),
    fact("l2", "LOCATED_IN", "city/polotsk", "BY-VI"),
    fact("l3", "LOCATED_IN", "BY-BR", "BY"),
    fact("l4", "LOCATED_IN", "CN-HL", "CN"),
    fact("l5", "LOCATED_IN", "city/harbin", "CN-HL"),
]
YEAR = "2022"


def containment(*records):
    return Containment(graph_of(*PLACES, *records))


def test_holders_are_all_that_a_chain_of_places_leads_to():
    assert containment().holders("city/polotsk") == {"city/polotsk", "BY-VI", "BY"}
    assert containment().holders("BY") == {"BY"}


def test_a_chain_is_of_places_alone_or_of_bodies_alone():
    inside = containment(
        entity("institution/faculty"),
        entity("university/u"),
        fact("p", "PART_OF", "institution/faculty", "university/u"),
        fact("l", "LOCATED_IN", "university/u", "city/polotsk"),
    )
    assert inside.holders("institution/faculty") == {"institution/faculty", "university/u"}
    assert inside.holders("university/u") == {"university/u", "city/polotsk", "BY-VI", "BY"}


def test_both_chains_count_where_both_begin_at_the_entity():
    inside = containment(
        entity("institution/branch"),
        entity("university/u"),
        fact("p", "PART_OF", "institution/branch", "university/u"),
        fact("l", "LOCATED_IN", "institution/branch", "BY-BR"),
    )
    assert inside.holders("institution/branch") == {"institution/branch", "university/u", "BY-BR", "BY"}


def test_membership_is_no_containment():
    member = fact("m", "MEMBER_OF", "city/polotsk", "institution/league")
    assert "institution/league" not in containment(entity("institution/league"), member).holders("city/polotsk")


@pytest.mark.parametrize("country", ["CN", "XX"])
def test_a_chain_ends_at_what_belongs_to_another_country(country):
    inside = containment(
        entity("company/resident", country),
        entity("institution/own", "CN"),
        fact("l", "LOCATED_IN", "company/resident", "BY-VI"),
        fact("p", "PART_OF", "institution/own", "company/resident"),
    )
    assert inside.holders("company/resident") == {"company/resident"}
    through = {"institution/own", "company/resident"} if country == "CN" else {"institution/own"}
    assert inside.holders("institution/own") == through


def test_no_way_leads_through_another_country_and_back():
    inside = containment(
        entity("institution/hall", "XX"),
        entity("company/office"),
        fact("a", "LOCATED_IN", "company/office", "institution/hall"),
        fact("b", "LOCATED_IN", "institution/hall", "BY-VI"),
    )
    assert inside.holders("company/office") == {"company/office"}


@pytest.mark.parametrize("seed", range(8))
def test_holders_are_what_networkx_finds(seed):
    draw = random.Random(seed)
    ids = [f"institution/{n}" for n in range(24)]
    entities = [entity(id_, draw.choice(["BY", "BY", "BY", "CN", "XX"])) for id_ in ids]
    links = []
    for n in range(40):
        low, high = sorted(draw.sample(range(24), 2))
        links.append(fact(f"f{n}", draw.choice(["LOCATED_IN", "PART_OF", "MEMBER_OF"]), ids[low], ids[high]))
    inside = Containment(graph_of(*entities, *links))
    for one in entities:
        expected = {one.id}
        for type_ in ("LOCATED_IN", "PART_OF"):
            chain = nx.DiGraph((f.from_, f.to) for f in links if f.type == type_)
            same = chain.subgraph([e.id for e in entities if e.country == one.country])
            expected |= nx.descendants(same, one.id) if one.id in same else set()
        assert inside.holders(one.id) == expected
    assert list(inside.circles()) == []


@pytest.mark.parametrize("seed", range(8))
def test_a_circle_is_told_where_networkx_finds_one(seed):
    draw = random.Random(seed)
    ids = [f"institution/{n}" for n in range(14)]
    links = [fact(f"f{n}", draw.choice(["LOCATED_IN", "PART_OF"]), *draw.sample(ids, 2)) for n in range(16)]
    told = set(Containment(graph_of(*map(entity, ids), *links)).circles())
    for type_ in ("LOCATED_IN", "PART_OF"):
        chain = nx.DiGraph((f.from_, f.to) for f in links if f.type == type_)
        assert bool(told & {f.id for f in links if f.type == type_}) != nx.is_directed_acyclic_graph(chain)
        chain.remove_edges_from((f.from_, f.to) for f in links if f.id in told)
        assert nx.is_directed_acyclic_graph(chain), "without the links told there is no circle"


def test_each_circle_is_told_by_the_link_that_closes_it():
    ring = [fact(f"{a}{b}", "PART_OF", f"company/{a}", f"company/{b}") for a, b in ("ab", "bc", "ca", "xa", "yy")]
    records = [entity(f"company/{name}") for name in "abcxy"]
    assert list(Containment(graph_of(*records, *ring)).circles()) == ["ca", "yy"]


# Whether one measured fact may name another in `part_of`.


def flow(id_, from_="BY-VI", to="CN", **more):
    return fact(id_, "TRADE_FLOW", from_, to, **({"date": YEAR, "amount": 1, "currency": "USD"} | more))


WHOLE = flow("whole", goods="beef|flax")
PERIOD = "its period {} is not within {}"
PARTIES = "its parties are not those of the other, nor inside them"
GOODS = "its goods are not among the other's"
STATISTICS = "it is of another reporter or valuation"


@pytest.mark.parametrize(
    ("part", "whole", "reason"),
    [
        (flow("part"), WHOLE, None),
        (flow("part", "city/polotsk", "city/harbin"), WHOLE, None),
        (flow("part", "BY-BR"), WHOLE, PARTIES),
        (flow("part", "BY"), WHOLE, PARTIES),
        (flow("part", to="CN-HL"), flow("whole", to="city/harbin"), PARTIES),
        (flow("part", "CN", "BY-VI"), WHOLE, PARTIES),
        (flow("part", "CN", "BY-VI", measure="import"), flow("whole", measure="turnover"), None),
        (flow("part", "CN", "BY-BR", measure="import"), flow("whole", measure="turnover"), PARTIES),
        (fact("part", "CONTRACT", "CN", "BY-VI", date=YEAR), WHOLE, None),
        (fact("part", "CONTRACT", "CN", "BY-BR", date=YEAR), WHOLE, PARTIES),
        (flow("part", date="2022-06"), WHOLE, None),
        (flow("part", date="2022-06/2023-01"), WHOLE, PERIOD.format("2022-06/2023-01", YEAR)),
        (flow("part", date="2021"), WHOLE, PERIOD.format("2021", YEAR)),
        (flow("part", date=None), WHOLE, None),
        (flow("part"), flow("whole", date=None), None),
        (flow("part", goods="beef"), WHOLE, None),
        (flow("part", goods="beef|timber"), WHOLE, GOODS),
        (flow("part", goods="timber"), flow("whole"), None),
        (fact("part", "INDICATOR", "city/polotsk", "CN", date="2021"), WHOLE, PERIOD.format("2021", YEAR)),
        (fact("part", "CONTRACT", "BY-VI", "CN"), fact("whole", "CONTRACT", "BY-VI", "CN"), None),
        (fact("part", "CONTRACT", "CN", "BY-VI"), fact("whole", "CONTRACT", "BY-VI", "CN"), PARTIES),
        (flow("part", reporter="BY"), flow("whole", reporter="BY"), None),
        (flow("part", reporter="BY"), flow("whole", reporter="CN"), STATISTICS),
        (flow("part", reporter="BY"), flow("whole"), None),
        (flow("part"), flow("whole", reporter="CN"), None),
        (flow("part", valuation="fob"), flow("whole", valuation="fob"), None),
        (flow("part", valuation="fob"), flow("whole", valuation="cif"), STATISTICS),
        (flow("part", valuation="fob"), flow("whole", reporter="BY"), None),
    ],
)
def test_why_a_flow_or_contract_is_no_part_of_a_flow(part, whole, reason):
    assert containment(part, whole).why_not_within(part, whole) == reason


def count(id_, from_, to="BY", date=YEAR):
    return fact(id_, "INDICATOR", from_, to, date=date)


@pytest.mark.parametrize(
    ("part", "whole", "reason"),
    [
        (count("part", "city/polotsk", "CN"), count("whole", "BY-VI"), None),
        (count("part", "city/polotsk", "CN"), count("whole", "BY-BR"), "it counts something about another party"),
        (count("part", "BY-VI", date="2020/2022"), count("whole", "BY-VI"), None),
        (count("part", "BY-VI", date="2022/2023"), count("whole", "BY-VI"), PERIOD.format("2022/2023", YEAR)),
        (fact("part", "JOINT_PROJECT", "city/polotsk", "CN-HL", date="2019"), count("whole", "BY-VI", "CN"), None),
        (fact("part", "JOINT_PROJECT", "BY-BR", "CN-HL", date="2019"), count("whole", "BY-VI", "CN"), PARTIES),
        (
            fact("part", "JOINT_PROJECT", "BY-VI", "CN", date="2023"),
            count("whole", "BY-VI", "CN"),
            PERIOD.format("2023", YEAR),
        ),
    ],
)
def test_why_something_is_no_part_of_a_count(part, whole, reason):
    assert containment(part, whole).why_not_within(part, whole) == reason


def test_a_fact_is_held_by_what_holds_its_wholes():
    facts = [
        flow("a", part_of="b|c"),
        flow("b", part_of="d"),
        flow("c", part_of="d"),
        flow("d"),
        flow("e", part_of="a"),
    ]
    inside = containment(*facts)
    assert {f.id: inside.wholes(f) for f in facts} == {
        "a": {"b", "c", "d"},
        "b": {"d"},
        "c": {"d"},
        "d": set(),
        "e": {"a", "b", "c", "d"},
    }


def test_what_holds_itself_comes_to_an_end():
    facts = [flow("a", part_of="b"), flow("b", part_of="a")]
    assert [containment(*facts).wholes(f) for f in facts] == [{"a", "b"}, {"a", "b"}]


# Which flows lie within which, whether they say so or not.

HALF = "2022-01/2022-06"
NESTED = [
    (flow("a"), flow("b"), True),
    (flow("a", "city/polotsk", "CN-HL", date=HALF), flow("b"), True),
    (flow("a"), flow("b", "city/polotsk"), False),
    (flow("a"), flow("b", to="CN-HL"), False),
    (flow("a"), flow("b", date=HALF), False),
    (flow("a", date="2022-07/2022-12"), flow("b"), True),
    (flow("a", date="2021-12/2022-02"), flow("b"), False),
    (flow("a", date="2022-12/2023-02"), flow("b"), False),
    (flow("a"), flow("b", measure="turnover"), False),
    (flow("a"), flow("b", currency="BYN"), False),
    (flow("a", quantity=5, unit="t"), flow("b", amount=None, currency=None, quantity=9, unit="t"), True),
    (flow("a", quantity=5, unit="t"), flow("b", amount=None, currency=None, quantity=9, unit="m3"), False),
    (flow("a", quantity=5, unit="t"), flow("b", quantity=9, unit="t"), True),
    (flow("a", amount=None, currency=None), flow("b"), False),
    (flow("a", goods="beef"), flow("b", goods="beef|flax"), True),
    (flow("a", goods="beef|timber"), flow("b", goods="beef|flax"), False),
    (flow("a", goods="beef"), flow("b", goods="beef"), True),
    (flow("a", goods="beef"), flow("b"), True),
    (flow("a"), flow("b", amount=None), False),
    (flow("a"), flow("b", goods="beef"), False),
    (flow("a", goods="transport services"), flow("b"), False),
    (flow("a", goods="transport services"), flow("b", goods="transport services|education services"), True),
    (flow("a"), flow("b", from_unnamed="a plant"), False),
    (flow("a", from_unnamed="a plant"), flow("b", from_unnamed="a plant"), True),
    (flow("a", to_unnamed="a firm"), flow("b", from_unnamed="a plant"), False),
    (flow("a", from_unnamed="a plant"), flow("b"), True),
    (flow("a", venue="exchange/butb"), flow("b"), True),
    (flow("a"), flow("b", venue="exchange/butb"), False),
    (flow("a", venue="exchange/butb"), flow("b", venue="exchange/butb"), True),
    (flow("a", reporter="BY", valuation="fob"), flow("b", reporter="BY", valuation="fob"), True),
    (flow("a", reporter="BY"), flow("b", reporter="CN"), False),
    (flow("a", reporter="BY"), flow("b"), False),
    (flow("a", valuation="fob"), flow("b", valuation="cif"), False),
]


@pytest.mark.parametrize(("part", "whole", "lies"), NESTED)
def test_which_flows_lie_within_which(part, whole, lies):
    found = {f.id: [w.id for w in wholes] for f, wholes in containment(part, whole).nested([part, whole])}
    assert found.keys() == {"a", "b"}
    assert found["a"] == (["b"] if lies else [])


def test_every_whole_is_found_once():
    flows = [flow("a", "city/polotsk", date=HALF), flow("b"), flow("c"), flow("d", "BY"), flow("e", "BY-BR")]
    found = {f.id: sorted(w.id for w in wholes) for f, wholes in containment(*flows).nested(flows)}
    assert found == {"a": ["b", "c", "d"], "b": ["c", "d"], "c": ["b", "d"], "d": [], "e": ["d"]}


@pytest.mark.parametrize(
    ("changes", "equal"),
    [
        ({}, True),
        ({"amount": 7, "currency": "BYN", "measure": "turnover"}, True),
        ({"goods": "flax|beef"}, True),
        ({"goods": "beef"}, False),
        ({"from_": "BY-BR"}, False),
        ({"to": "CN-HL"}, False),
        ({"date": "2022-01/2022-12"}, True),
        ({"date": HALF}, False),
        ({"date": "2022-02/2022-12"}, False),
        ({"venue": "exchange/butb"}, False),
    ],
)
def test_equal_extent_is_the_same_parties_goods_venue_and_period(changes, equal):
    other = flow("other", **({"goods": "beef|flax"} | changes))
    assert equal_extent(WHOLE, other) is equal
    on_exchange = flow("whole", goods="beef|flax", venue="exchange/butb")
    assert equal_extent(on_exchange, other) is (changes == {"venue": "exchange/butb"})


# The graph holds the result of the rule.


def test_inside_is_stored_in_order():
    graph = graph_of(*PLACES)
    assert Properties(graph).of(graph.entities["city/polotsk"])["inside"] == ["BY", "BY-VI", "city/polotsk"]


@pytest.mark.parametrize("name", ENGINES)
def test_inside_is_what_networkx_finds_in_the_engine_itself(name, request):
    graph = dataset()
    with engine_with_dataset(name, request) as engine:
        inside = {r["id"]: r["inside"] for r in engine.run("MATCH (e:Entity) RETURN e.id AS id, e.inside AS inside")}
        links = engine.run(
            "MATCH (a)-[r:LOCATED_IN|PART_OF]->(b) WHERE a.country = b.country "
            "RETURN type(r) AS type, a.id AS start, b.id AS end"
        )
    chains = [nx.DiGraph((k["start"], k["end"]) for k in links if k["type"] == t) for t in ("LOCATED_IN", "PART_OF")]
    assert inside == {
        id_: sorted({id_}.union(*(nx.descendants(chain, id_) for chain in chains if id_ in chain)))
        for id_ in graph.entities
    }
