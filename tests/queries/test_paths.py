"""Chains: their length against networkx, their order by hand, over made-up graphs and on both engines."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bycn.queries import paths
from bycn.queries.filters import NO_FILTERS, Filters
from bycn.queries.layers import Rules
from bycn.queries.paths import LONGEST, Search
from tests.days import WHOLE
from tests.made_up import Embedded, entity, fact, graph_of
from tests.queries.chains import BY, CN, by, cn, lengths_by_networkx, lies, tied

RULES = [
    Rules(),
    Rules(no_places=True),
    Rules(through_countries=True),
    Rules(with_events=True),
    Rules(with_events=True, no_places=True, through_countries=True),
]


@pytest.fixture
def made_up(tmp_path):
    """An engine that holds these records and both countries."""
    opened = []

    def build(*records):
        flat = [r for record in records for r in (record if isinstance(record, list) else [record])]
        opened.append(Embedded([BY, CN, *flat], tmp_path / f"db{len(opened)}"))
        return opened[-1]

    yield build
    for engine in opened:
        engine.close()


def search(
    engine, starts: str | set[str], ends: str | set[str], filters: Filters = NO_FILTERS, **rules: bool
) -> Search:
    sides = ({side} if isinstance(side, str) else side for side in (starts, ends))
    return Search(engine, *sides, filters=filters, rules=Rules(**rules))


def on(chain) -> list[str]:
    """The ids on a chain, holders in brackets."""
    steps = [[f"({hop.holder.id})", hop.far] if hop.holder else [hop.far] for hop in chain]
    return [chain[0].near, *(part for step in steps for part in step)]


def best(found: Search) -> list[str] | None:
    length = found.shortest()
    return on(found.chains(length)[0]) if length else None


# What the length of a chain is


COMPANIES = [f"company/{n}" for n in range(6)]
HOLDERS = ["BY-VI", "city/orsha", "economic_zone/park", "institution/union", "event/fair"]


@st.composite
def graphs(draw):
    """Companies of both countries that lie in places, belong to a body, went to a fair, and are tied at random."""
    countries = draw(st.lists(st.sampled_from(["BY", "CN"]), min_size=6, max_size=6))
    records = [BY, CN, *by("BY-VI", "city/orsha", "economic_zone/park", "institution/union")]
    records += [entity("event/fair", "BY", kind="fair", date="2023")]
    records += [entity(id_, country) for id_, country in zip(COMPANIES, countries, strict=True)]
    records += [lies("BY-VI", "BY"), lies("city/orsha", "BY-VI"), lies("economic_zone/park", "BY-VI")]
    places = draw(st.lists(st.sets(st.sampled_from(HOLDERS), max_size=2), min_size=6, max_size=6))
    types = {"institution/union": ["PART_OF", "MEMBER_OF"], "event/fair": ["TOOK_PART_IN"]}
    for company, held in zip(COMPANIES, places, strict=True):
        for place in sorted(held):
            records.append(lies(company, place, draw(st.sampled_from(types.get(place, ["LOCATED_IN"])))))
    pairs = st.tuples(st.sampled_from([*COMPANIES, "BY", "CN", "BY-VI"]), st.sampled_from(COMPANIES))
    for n, (one, other) in enumerate(draw(st.lists(pairs, max_size=8))):
        if one != other:
            status = draw(st.sampled_from(["signed", "planned"]))
            records.append(fact(f"f{n}", "COOPERATES_WITH", one, other, status=status))
    return records


@settings(max_examples=60 if WHOLE else 25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=graphs(), rules=st.sampled_from(RULES), data=st.data())
def test_every_chain_is_one_of_networkx_and_as_long(records, rules, data, tmp_path_factory):
    ends = data.draw(st.lists(st.sampled_from([*COMPANIES, "BY-VI"]), min_size=2, max_size=3, unique=True))
    graph = graph_of(*records)
    with Embedded(records, tmp_path_factory.mktemp("graph") / "db") as engine:
        starts, finish = {ends[0]}, set(ends[1:])
        found = Search(engine, starts, finish, rules=rules)
        wanted = lengths_by_networkx(graph, rules, starts, finish)
        shortest = found.shortest()
        assert shortest == min((length for length, _ in wanted), default=shortest if (shortest or 9) > 6 else None)
        made = [(n, (chain[0].near, *(hop.far for hop in chain))) for n in range(1, 7) for chain in found.chains(n)]
        assert sorted(made) == wanted
        turned = Search(engine, finish, starts, rules=rules)
        for n in range(1, 7):
            back = [tuple(hop.turned() for hop in reversed(chain)) for chain in turned.chains(n)]
            assert back == found.chains(n)


def test_a_passage_is_as_long_as_two_ties_however_many_hold_both(made_up):
    engine = made_up(
        by("BY-VI", "city/orsha", "district/orsha", "company/a", "company/b"),
        [lies("BY-VI", "BY"), lies("district/orsha", "BY-VI"), lies("city/orsha", "district/orsha")],
        [lies("company/a", "city/orsha"), lies("company/b", "district/orsha")],
    )
    found = search(engine, "company/a", "company/b")
    assert found.shortest() == 2
    assert [on(chain) for chain in found.chains(2)] == [["company/a", "(district/orsha)", "company/b"]]
    assert search(engine, "company/a", "company/b", no_places=True).shortest() is None
    assert best(search(engine, "company/a", "BY-VI")) == ["company/a", "(BY-VI)", "BY-VI"]


def test_a_body_is_no_place(made_up):
    engine = made_up(
        by("institution/union", "company/a", "company/b"),
        [lies("company/a", "institution/union", "PART_OF"), lies("company/b", "institution/union", "PART_OF")],
    )
    wanted = ["company/a", "(institution/union)", "company/b"]
    assert best(search(engine, "company/a", "company/b", no_places=True)) == wanted


def test_whoever_lies_in_a_zone_across_the_border_is_met_there(made_up):
    engine = made_up(
        by("economic_zone/park", "BY-MI", "company/a"),
        cn("company/guest"),
        [lies("economic_zone/park", "BY-MI"), lies("company/a", "BY-MI"), lies("BY-MI", "BY")],
        lies("company/guest", "economic_zone/park"),
    )
    assert best(search(engine, "company/guest", "economic_zone/park")) == [
        "company/guest",
        "(economic_zone/park)",
        "economic_zone/park",
    ]
    found = search(engine, "company/guest", "company/a")
    assert found.shortest() == 4
    assert [on(chain) for chain in found.chains(4)] == [
        ["company/guest", "(economic_zone/park)", "economic_zone/park", "(BY-MI)", "company/a"]
    ]


@pytest.mark.parametrize(("type_", "to"), [("TOOK_PART_IN", "event/fair"), ("MEMBER_OF", "institution/union")])
def test_events_and_memberships_join_nothing_unless_asked_for(made_up, type_, to):
    body = entity(to, "BY", **({"kind": "fair", "date": "2023"} if to.startswith("event") else {}))
    engine = made_up(
        body,
        by("company/a"),
        cn("company/z", "company/late"),
        [lies("company/a", to, type_), lies("company/z", to, type_)],
        fact("planned", type_, "company/late", to, status="planned"),
    )
    assert search(engine, "company/a", "company/z").shortest() is None
    wanted = ["company/a", f"({to})", "company/z"]
    assert best(search(engine, "company/a", "company/z", with_events=True)) == wanted
    assert search(engine, "company/a", "company/late", with_events=True).shortest() is None
    assert search(engine, "company/a", "company/z", Filters(sectors=("none",)), with_events=True).shortest() is None


def test_figures_and_structure_never_tie(made_up):
    engine = made_up(
        by("company/a"),
        fact("count", "INDICATOR", "company/a", "CN", date="2023", quantity=1, unit="companies"),
    )
    assert search(engine, "company/a", "CN", with_events=True).shortest() is None


def test_countries_are_run_through_where_that_is_asked_for(made_up):
    engine = made_up(
        by("company/a"),
        cn("company/z"),
        [lies("company/a", "BY"), lies("company/z", "CN")],
        fact("treaty", "AGREEMENT", "BY", "CN"),
        fact("sold", "CONTRACT", "company/a", "CN"),
    )
    assert search(engine, "company/a", "company/z").shortest() is None
    found = search(engine, "company/a", "company/z", through_countries=True)
    assert best(found) == ["company/a", "CN", "(CN)", "company/z"]
    assert [on(chain) for chain in found.chains(5)] == [["company/a", "(BY)", "BY", "CN", "(CN)", "company/z"]]
    assert best(search(engine, "company/a", "CN")) == ["company/a", "CN"]
    assert search(engine, "company/a", "company/z", through_countries=True, no_places=True).shortest() is None


def test_a_country_joins_nobody_unless_asked_for_or_run_through(made_up):
    engine = made_up(
        by("company/a", "company/b"),
        [lies("company/a", "BY"), lies("company/b", "BY")],
        fact("sold", "CONTRACT", "company/a", "CN"),
        fact("bought", "CONTRACT", "CN", "company/b"),
    )
    assert search(engine, "company/a", "company/b").shortest() is None
    found = search(engine, "company/a", "company/b", through_countries=True)
    assert [on(chain) for chain in found.chains(2)] == [
        ["company/a", "CN", "company/b"],
        ["company/a", "(BY)", "company/b"],
    ]
    assert best(search(engine, "company/a", {"company/b", "CN"})) == ["company/a", "CN"]


def test_parts_of_one_event_are_joined_by_it_where_events_are(made_up):
    days = ["event/fair", "event/first-day", "event/last-day"]
    engine = made_up(
        *(entity(id_, kind="fair", date="2023") for id_ in days),
        *(lies(day, "event/fair", "PART_OF") for day in days[1:]),
    )
    assert search(engine, days[1], days[2]).shortest() is None
    assert best(search(engine, days[1], days[2], with_events=True)) == [days[1], "(event/fair)", days[2]]


def test_chains_touch_neither_end_on_their_way(made_up):
    ties = [("a1", "z1"), ("a1", "b"), ("b", "a2"), ("a2", "z2"), ("b", "z1"), ("z1", "b2"), ("b2", "z2")]
    engine = made_up(
        by("company/a1", "company/a2", "company/b", "company/b2"),
        cn("company/z1", "company/z2"),
        [fact(f"{one}-{other}", "COOPERATES_WITH", f"company/{one}", f"company/{other}") for one, other in ties],
    )
    found = search(engine, {"company/a1", "company/a2"}, {"company/z1", "company/z2"})
    names = {n: [" ".join(p.removeprefix("company/") for p in on(c)) for c in found.chains(n)] for n in range(1, 6)}
    assert names == {1: ["a1 z1", "a2 z2"], 2: ["a1 b z1", "a2 b z1"], 3: [], 4: [], 5: []}


# Which of equal length is best


def order(engine, **rules: bool) -> list[str]:
    found = search(engine, "company/a", "company/z", **rules)
    chains = found.chains(found.shortest() or 1)
    turned = search(engine, "company/z", "company/a", **rules)
    assert [list(reversed(on(chain))) for chain in turned.chains(turned.shortest() or 1)] == list(map(on, chains))
    return [chain[0].far.removeprefix("company/") for chain in chains]


def test_firm_then_unblurred_then_more_facts_then_the_name(made_up):
    engine = made_up(
        by("company/a", *(f"company/{name}" for name in ("many", "blur", "plan", "b", "c"))),
        cn("company/z"),
        # The most facts, but a plan at one hop.
        [tied(f"p{n}", "a", "plan") for n in range(9)],
        tied("p", "plan", "z", status="planned"),
        # More facts, but of a party that differs from hop to hop.
        [tied(f"b{n}", "a", "blur", to_unnamed="one shop") for n in range(5)],
        [tied(f"bb{n}", "blur", "z", from_unnamed="another shop") for n in range(3)],
        # Two more facts than the next; plans don't count among them.
        [tied(f"m{n}", "a", "many") for n in range(2)],
        [tied(f"mm{n}", "many", "z") for n in range(2)],
        [tied("c1", "a", "c"), tied("c2", "c", "z"), tied("n1", "a", "b"), tied("n2", "b", "z")],
        [tied(f"c{n}", "a", "c", status="proposed") for n in range(3, 9)],
    )
    assert order(engine) == ["many", "b", "c", "blur", "plan"]


def test_of_equal_chains_the_names_decide_not_the_ids(made_up):
    engine = made_up(
        entity("company/a", name="Start"),
        [entity("company/b", name="Zeta"), entity("company/c", name="Alpha"), entity("company/d", name="Alpha")],
        entity("company/z", "CN", name="End"),
        [tied(f"a{via}", "a", via) for via in "dcb"],
        [tied(f"{via}z", via, "z") for via in "dcb"],
    )
    assert order(engine) == ["c", "d", "b"]
    first, last = search(engine, "company/a", "company/z").chains(2)[0]
    assert [first.near_name, first.far_name, last.near_name, last.far_name] == ["Start", "Alpha", "Alpha", "End"]


def test_a_passage_is_named(made_up):
    engine = made_up(
        entity("BY-VI", name="The Region"),
        [entity("company/a", name="One"), entity("company/b", name="Other")],
        [lies("company/a", "BY-VI"), lies("company/b", "BY-VI")],
    )
    [[hop]] = search(engine, "company/a", "company/b").chains(2)
    assert (hop.near_name, hop.holder.name, hop.far_name) == ("One", "The Region", "Other")


def test_no_more_chains_than_the_most_are_looked_at(made_up, monkeypatch):
    engine = made_up(
        by("company/a", "company/b", "company/c", "company/d"),
        cn("company/z"),
        [tied(f"a{via}", "a", via) for via in "bcd"],
        [tied(f"{via}z", via, "z") for via in "bcd"],
    )
    assert len(search(engine, "company/a", "company/z").chains(2)) == 3
    monkeypatch.setattr(paths, "MOST", 2)
    assert len(search(engine, "company/a", "company/z").chains(2)) == 2


def test_an_unnamed_party_may_be_another_even_by_the_same_words(made_up):
    shop = "a shop"
    engine = made_up(
        by("company/a", "company/same", "company/other", "company/xnamed"),
        cn("company/z"),
        [tied("s1", "a", "same", to_unnamed=shop), tied("s2", "same", "z", from_unnamed=shop)],
        [tied("o1", "a", "other"), tied("o2", "other", "z", from_unnamed=shop)],
        # A plan with a name makes nothing good where the firm fact has none.
        tied("o3", "other", "z", status="planned"),
        [tied("n1", "a", "xnamed"), tied("n2", "xnamed", "z", from_unnamed=shop), tied("n3", "xnamed", "z")],
        # Who is at an end of the chain doesn't matter.
        [tied("n4", "a", "xnamed", from_unnamed=shop), tied("n5", "xnamed", "z", to_unnamed=shop)],
    )
    assert order(engine) == ["xnamed", "other", "same"]


def test_an_unnamed_party_lies_where_what_holds_it_lies(made_up):
    engine = made_up(
        by("company/a", "company/b", "BY-VI", "institution/c"),
        cn("company/z", "company/y"),
        [lies("company/b", "BY-VI"), lies("BY-VI", "BY"), lies("institution/c", "BY-VI")],
        fact("u", "COOPERATES_WITH", "company/a", "BY-VI", to_unnamed="a town"),
        fact("v", "COOPERATES_WITH", "company/b", "company/z"),
        fact("w", "COOPERATES_WITH", "company/a", "institution/c"),
    )
    found = search(engine, "company/a", "company/z")
    assert [on(chain) for chain in found.chains(4)] == [
        ["company/a", "BY-VI", "(BY-VI)", "company/b", "company/z"],
        ["company/a", "institution/c", "(BY-VI)", "company/b", "company/z"],
    ]


def test_a_filter_holds_on_every_hop(made_up):
    engine = made_up(
        by("company/a", "company/m"),
        cn("company/z"),
        [tied("1", "a", "m"), tied("2", "m", "z", status="planned")],
    )
    assert search(engine, "company/a", "company/z").shortest() == 2
    assert search(engine, "company/a", "company/z", Filters(only_signed=True)).shortest() is None
    assert search(engine, "company/a", "company/z", Filters(types=("AGREEMENT",))).shortest() is None


def test_nothing_longer_than_the_longest_is_looked_for(made_up):
    line = [f"company/{n}" for n in range(LONGEST + 2)]
    engine = made_up(by(*line), [fact(f"{a}{b}", "COOPERATES_WITH", a, b) for a, b in pairwise(line)])
    assert search(engine, line[0], line[LONGEST]).shortest() == LONGEST
    assert search(engine, line[0], line[LONGEST + 1]).shortest() is None


class Counting:
    """An engine that counts the rows it gives."""

    def __init__(self, engine):
        self._engine, self.rows = engine, 0

    def run(self, query, params=None):
        found = self._engine.run(query, params)
        self.rows += len(found)
        return found


def test_small_ends_dont_have_a_crowd_read(made_up):
    crowd = [f"company/crowd{n}" for n in range(300)]
    engine = made_up(
        by("BY-HM", "company/a", "company/b", *crowd),
        cn("company/z"),
        [lies("BY-HM", "BY"), *(lies(company, "BY-HM") for company in ["company/a", "company/b", *crowd])],
        tied("only", "b", "z"),
    )
    counting = Counting(engine)
    found = search(counting, "company/a", "company/z")
    assert best(found) == ["company/a", "(BY-HM)", "company/b", "company/z"]
    assert len(found.chains(3)) == 1
    assert counting.rows < 40
