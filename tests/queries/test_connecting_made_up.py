"""How two are connected, by hand over made-up graphs: what is shown, in which order, and what is said of it."""

import pytest

from bycn.queries.between import COLUMNS
from bycn.queries.connecting import COLUMNS as PATH_COLUMNS
from bycn.queries.connecting import Connecting
from bycn.queries.errors import SameEntity
from bycn.queries.filters import Filters, UnknownWord
from bycn.queries.layers import Rules
from bycn.queries.path_words import Apart, Nearest, Nested, Others, Pairs, TiedHolder
from bycn.queries.remarks import Remark
from bycn.queries.resolving import Place
from tests.made_up import Embedded, entity, fact
from tests.queries.chains import BY, CN, by, cn, lies, tied
from tests.queries.test_connecting import between, told


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
    apart = Connecting(small, at("company/other"), at("CN-SD"), False, twinned, Rules(no_places=True)).answer()
    assert told(apart)[0].startswith(
        "Nothing that fits the filters ties company/other and CN-SD except through shared places, which no_places=True"
    )
    plain = Connecting(small, at("company/other"), at("CN-SD")).answer().to_dicts()
    assert [(r["hop"], r["length"], r["fact"]) for r in plain] == [(1, 2, "inner"), (2, 2, "sale"), (2, 2, "wish")]


def test_of_chains_alike_one_from_what_was_named_goes_first(tmp_path):
    records = [
        *(BY, CN, *by("BY-VI", "company/a-within", "company/hub"), *cn("CN-SD", "company/z-within")),
        *(
            lies("BY-VI", "BY"),
            lies("company/a-within", "BY-VI"),
            lies("CN-SD", "CN"),
            lies("company/z-within", "CN-SD"),
        ),
        *(fact(f"in-{n}", "COOPERATES_WITH", "company/a-within", "company/hub") for n in range(3)),
        fact("named", "COOPERATES_WITH", "company/hub", "BY-VI"),
        fact("there", "COOPERATES_WITH", "company/hub", "CN-SD"),
        *(fact(f"there-{n}", "COOPERATES_WITH", "company/hub", "company/z-within") for n in range(3)),
    ]
    with Embedded(records, tmp_path / "db") as engine:
        for ends in (("BY-VI", "CN-SD"), ("CN-SD", "BY-VI")):
            rows = Connecting(engine, *map(at, ends)).answer().to_dicts()
            assert {row["fact"] for row in rows} == {"named", "there"}


def test_what_lies_in_what_was_named_isnt_passed_from_where_that_passes_itself(tmp_path):
    records = [
        *(BY, CN, *by("BY-VI", "city/orsha", "city/a", "company/a-in-a", "company/at-orsha")),
        *cn("CN-SD", "city/z", "company/z-in-z"),
        *(lies("BY-VI", "BY"), lies("city/orsha", "BY-VI"), lies("city/a", "BY-VI"), lies("company/a-in-a", "city/a")),
        *(lies("company/a-in-a", "BY-VI"), lies("CN-SD", "CN"), lies("city/z", "CN-SD")),
        *(lies("company/z-in-z", "city/z"), lies("company/at-orsha", "city/orsha")),
        fact("far", "COOPERATES_WITH", "city/orsha", "CN-SD"),
        fact("own", "COOPERATES_WITH", "company/a-in-a", "company/at-orsha"),
        fact("farther", "COOPERATES_WITH", "company/at-orsha", "CN-SD"),
    ]
    ways = {("city/a", "city/orsha", "CN-SD", "city/z"), ("company/a-in-a", "company/at-orsha", "CN-SD", "city/z")}
    with Embedded(records, tmp_path / "db") as engine:
        for turned in (False, True):
            ends = ["city/z", "city/a"] if turned else ["city/a", "city/z"]
            rows = Connecting(engine, *map(at, ends)).answer(count=9).to_dicts()
            found = {}
            for row in rows:
                found.setdefault(row["path"], []).extend([row["from_id"], row["to_id"]])
            told = {tuple(dict.fromkeys(reversed(way) if turned else way)) for way in found.values()}
            assert told >= ways
            assert not any(way[:2] == ("company/a-in-a", "city/orsha") or "company/z-in-z" in way for way in told)


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
    assert counts == Pairs("company/mill", "company/buyer", 1, 1, 1, 1, Filters())

    rows, remarks = answered(small, "BY-VI", "city/jinan")
    assert rows == [
        (1, "direct", 1, 1, "company/mill", "company/buyer", "sale"),
        (1, "direct", 1, 1, "company/mill", "company/buyer", "wish"),
        (2, "direct", 1, 1, "BY-VI", "city/jinan", "wished"),
        (3, "holder", 1, 1, "BY-VI", "CN-SD", "twins"),
    ]
    assert not remarks[0].themselves
    assert remarks[1:] == [
        Pairs("BY-VI", "city/jinan", 1, 2, 2, 2, Filters()),
        TiedHolder("city/jinan", "CN-SD", "BY-VI", 1, 0, Filters()),
    ]
    turned, remarks = answered(small, "city/jinan", "BY-VI")
    assert [row[-1] for row in turned] == ["sale", "wish", "wished", "twins"]
    assert turned[-1][4:6] == ("CN-SD", "BY-VI")
    assert remarks[-1] == TiedHolder("city/jinan", "CN-SD", "BY-VI", 1, 0, Filters())


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
        assert remarks[-1] == TiedHolder("city/orsha", "BY-VI", "city/jinan", 3, 0, Filters())
        rows, remarks = answered(engine, "city/jinan", "city/orsha", exact=True)
        assert [(row[1], row[-1]) for row in rows] == [("direct", "direct"), ("holder", "own")]
        assert remarks[-1] == TiedHolder("city/orsha", "BY-VI", "city/jinan", 1, 0, Filters())
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
        assert remarks[1] == Pairs("BY-VI", "company/z", 4, 0, 4, 3, Filters())
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
        assert remarks == [Apart(*ends, None, (), ("company/z",), True, False)]
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
        assert answered(engine, *ends) == ([], [Apart(*ends, None, ("BY", "CN"), (), False, False)])
        events = Rules(with_events=True)
        assert answered(engine, *ends, rules=events)[1] == [Apart(*ends, None, ("BY", "CN"), (), False, False)]
        assert answered(engine, *ends, rules=Rules(no_places=True))[1] == [Apart(*ends, None, (), (), False, False)]
        ends = ("company/alone", "company/a")
        assert answered(engine, *ends)[1] == [Apart(*ends, None, ("BY",), ("company/alone",), False, False)]
        contracts = Filters(types=("CONTRACT",))
        ends = ("company/a", "company/z")
        assert answered(engine, *ends, filters=contracts)[1] == [Apart(*ends, None, (), ("company/a",), True, False)]
        inner, outer = "company/a", "BY-VI"
        nested = Nested(inner, outer, "belongs to")  # an end of no kind of place
        for ends in ((inner, outer), (outer, inner)):
            rows, remarks = answered(engine, *ends, count=3)
            assert [row[-1] for row in rows] == ["company/a-in-BY-VI", "inner"]
            assert (remarks[0].nested, remarks[0].structure, remarks[0].themselves) == (nested, True, True)
            rows, remarks = answered(engine, *ends, filters=contracts)
            assert (rows, remarks) == ([], [Apart(*ends, nested, (), (), True, False)])


@pytest.mark.parametrize("guests", [("company/a",), ("company/a", "company/z")])
def test_events_are_advised_where_they_would_connect(tmp_path, guests):
    records = [
        *(BY, CN, *by("company/a"), *cn("company/z"), entity("event/fair", kind="fair")),
        *(fact(f"{guest}-came", "TOOK_PART_IN", guest, "event/fair") for guest in guests),
    ]
    ends = ("company/a", "company/z")
    with Embedded(records, tmp_path / "db") as engine:
        [verdict] = answered(engine, *ends)[1]
        connected = bool(answered(engine, *ends, rules=Rules(with_events=True))[0])
    assert verdict.by_events == connected == (len(guests) > 1)
