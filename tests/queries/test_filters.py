"""The common filters: what each asks of a fact, and which facts of the book they keep on which day."""

import pytest

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.vocabulary import FACT_TYPE_NAMES, PLANS, STATUSES
from bycn.queries.evidence import sources, with_known_sources
from bycn.queries.filters import FILTER_PARAMETERS, Filters, UnknownWord, filtered
from bycn.queries.library import ask
from bycn.queries.neighbours import steps
from bycn.queries.overview import without_time
from tests.engines import ENGINES, engine_with_dataset
from tests.made_up import Embedded, entity, fact

BOOK = ("zalesskij-2024",)
QUESTION = "MATCH (a)-[r]->(b)-[s]->(c)\nWHERE r.id = $id /* filters r */ AND a.x /* filters s */\nRETURN r"


def day(text):
    return PartialDate.parse(text)


# What is written into a question


def test_without_filters_the_marks_are_taken_out():
    plain = "MATCH (a)-[r]->(b)-[s]->(c)\nWHERE r.id = $id AND a.x\nRETURN r"
    assert filtered(QUESTION, id=1) == filtered(QUESTION, Filters(), id=1) == (plain, {"id": 1})


def test_each_mark_gets_every_condition_under_its_variable():
    text, values = filtered(QUESTION, Filters(sectors=("trade",), as_of=day("2023-02")), id=1)
    assert text.splitlines()[1] == (
        "WHERE r.id = $id AND any(_sector IN r.sectors WHERE _sector IN $sectors)"
        " AND r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from"
        " AND a.x AND any(_sector IN s.sectors WHERE _sector IN $sectors)"
        " AND s.holds_from <= $as_of_to AND s.holds_to >= $as_of_from"
    )
    assert values == {"id": 1, "sectors": ["trade"], "as_of_from": "2023-02-01", "as_of_to": "2023-02-28"}


def test_a_filter_goes_before_a_value_of_its_name():
    assert filtered("/* filters r */", Filters(sectors=("trade",)), sectors=["x"])[1] == {"sectors": ["trade"]}


def test_a_period_that_is_open_reaches_the_first_or_last_day():
    told = Filters(between=day("../2021"), as_of=day("2019/..")).parameters()
    assert (told["between_from"], told["between_to"]) == ("0000-01-01", "2021-12-31")
    assert (told["as_of_from"], told["as_of_to"]) == ("2019-01-01", "9999-12-31")


def test_works_are_handed_on():
    filters = Filters(works=("a", "b"), without_works=("c",))
    assert filters.parameters() == {"works": ["a", "b"], "without_works": ["c"]}


def test_types_and_statuses_are_told_by_what_they_leave_out():
    some = Filters(types=("twinned with", "Located-In"), exclude=("LOCATED_IN",)).parameters()
    assert some == {"without_types": [t for t in FACT_TYPE_NAMES if t != "TWINNED_WITH"]}
    assert Filters(exclude=("agreement",)).parameters() == {"without_types": ["AGREEMENT"]}
    assert Filters(only_signed=True).parameters() == {"without_statuses": list(PLANS)}
    kept = Filters(statuses=("In force", "planned")).parameters()
    assert kept == {"without_statuses": [s for s in STATUSES if s not in ("in_force", "planned")]}
    both = Filters(statuses=("in_force", "planned"), only_signed=True).parameters()
    assert both == {"without_statuses": [s for s in STATUSES if s != "in_force"]}


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (
            Filters(types=("AGREEMENT", "FRIENDSHIP")),
            "'FRIENDSHIP' is not a type of fact; there are TWINNED_WITH, ",
        ),
        (Filters(exclude=("FRIENDSHIP",)), "'FRIENDSHIP' is not a type of fact; there are TWINNED_WITH, "),
        (Filters(statuses=("done",)), "'done' is not a status; there are signed, in_force, "),
    ],
)
def test_a_word_that_doesnt_exist_is_refused_with_those_that_do(filters, told):
    with pytest.raises(UnknownWord) as refused:
        filters.parameters()
    assert str(refused.value).startswith(told)


def test_the_parameters_are_those_that_filters_give_values_to():
    named = {"types": ("AGREEMENT",), "exclude": ("CONTRACT",), "statuses": ("signed",), "sectors": ("a",)}
    everything = Filters(**named, works=("b",), without_works=("c",), between=day("2022"), as_of=day("2023"))
    assert set(everything.parameters()) == FILTER_PARAMETERS


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(), ""),
        (Filters(types=("A", "B"), exclude=("C", "D")), "only A, B; without C, D"),
        (Filters(statuses=("signed", "ended"), only_signed=True), "status signed, ended; without plans"),
        (Filters(sectors=("trade", "health")), "sector trade, health"),
        (Filters(works=("a", "b"), without_works=("c", "d")), "from a and b; not from c and d"),
        (Filters(between=day("2019/2023"), as_of=day("2023-05")), "between 2019 and 2023; as of 2023-05"),
    ],
)
def test_filters_in_words(filters, words):
    assert filters.in_words() == words


@pytest.mark.parametrize(
    ("filters", "typed"),
    [
        (Filters(), []),
        (Filters(types=("A", "B"), exclude=("C",)), ["--type A", "--type B", "--exclude C"]),
        (Filters(statuses=("in force",), only_signed=True), ['--status "in force"', "--only-signed"]),
        (Filters(sectors=("higher education", "trade")), ['--sector "higher education"', "--sector trade"]),
        (Filters(works=("a",), without_works=("b",)), ["--source a", "--exclude-source b"]),
        (Filters(between=day("2019/2023"), as_of=day("2023-05")), ["--between 2019 2023", "--as-of 2023-05"]),
    ],
)
def test_filters_as_they_are_typed_behind_a_command(filters, typed):
    assert filters.options() == typed


def test_of_the_filters_by_works_nothing_else_is_left():
    everything = Filters(types=("AGREEMENT",), works=("a",), without_works=("b",), as_of=day("2023"))
    assert everything.of_works() == Filters(works=("a",), without_works=("b",))


# What they keep, on made-up facts


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    def tie(id_, type_="AGREEMENT", to="company/z", **more):
        return fact(id_, type_, "company/a", to, **more)

    records = [
        *(entity("BY"), entity("CN", "CN"), entity("company/a"), entity("company/z", "CN")),
        entity("institution/union", "XX"),
        tie("member", "MEMBER_OF", "institution/union"),
        tie("undated"),
        tie("planned", status="planned"),
        tie("announced", status="planned", announced="2021-05"),
        tie("signed", date="2023-02", sectors="trade|health"),
        tie("roadmap", date="2022-11", valid="2023/2025", sectors="trade"),
        tie("by-then", date="../2022"),
        tie("deal", "CONTRACT", date="2022-06", status="completed"),
        tie("count", "INDICATOR", "CN", valid="2022"),
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BYCN_CACHE", str(tmp_path_factory.mktemp("cache")))
        with Embedded(records, tmp_path_factory.mktemp("made-up") / "db") as engine:
            yield engine


def kept(engine, entity_id="company/a", **filters):
    return {step["fact"] for step in steps(engine, [entity_id], Filters(**filters))}


ALL = {"member", "undated", "planned", "announced", "signed", "roadmap", "by-then", "deal", "count"}


@pytest.mark.parametrize(
    ("filters", "facts"),
    [
        ({}, ALL),
        ({"as_of": day("2021")}, {"member"}),
        ({"as_of": day("2022-06-30")}, {"member", "deal"}),
        ({"as_of": day("2022-12-30")}, {"member"}),
        ({"as_of": day("2022")}, {"member", "deal", "by-then"}),
        ({"as_of": day("2023-01-31")}, {"member", "by-then", "roadmap"}),
        ({"as_of": day("2023-02")}, {"member", "by-then", "roadmap", "signed"}),
        ({"as_of": day("2025-12-31")}, {"member", "by-then", "roadmap", "signed"}),
        ({"as_of": day("2026")}, {"member", "by-then", "signed"}),
        ({"between": day("2019/2020")}, set()),
        ({"between": day("2021-05-31/2022-06-01")}, {"announced", "deal", "count"}),
        ({"between": day("2022-12-31")}, {"by-then", "count"}),
        ({"between": day("2022-11/2023-02-01")}, {"by-then", "count", "roadmap", "signed"}),
        ({"between": day("2023-03/2030")}, set()),
        ({"sectors": ("trade",)}, {"signed", "roadmap"}),
        ({"sectors": ("health", "sport")}, {"signed"}),
        ({"only_signed": True}, ALL - {"planned", "announced"}),
        ({"statuses": ("completed",)}, {"deal"}),
        ({"types": ("MEMBER_OF", "CONTRACT")}, {"member", "deal"}),
        ({"exclude": ("AGREEMENT",)}, {"member", "deal", "count"}),
        ({"works": ("made-up",)}, ALL),
        ({"works": ("made",)}, set()),
        ({"without_works": ("made-up",)}, set()),
        ({"without_works": ("made",)}, ALL),
    ],
)
def test_which_facts_are_kept(made_up, filters, facts):
    assert kept(made_up, **filters) == facts


def test_as_of_counts_what_it_leaves_out_for_want_of_a_time(made_up):
    # Not the membership, which is structure and holds always; not the plans.
    assert without_time(made_up) == 1


# What they keep of the book


def neighbours_of(engine, entity_id, type_, **filters):
    chosen = Filters(types=(type_,), works=BOOK, **filters)
    return {step["far_words"] for step in steps(engine, [entity_id], chosen)}


HEILONGJIANG = "a city of Heilongjiang"  # told in May 2023 as concluded "already" (c1:49)
BY_HAND = [
    # "Earlier agreements" of Polotsk and Dezhou, told in February 2023 (c1:65): known to hold from its end on.
    ("city/polotsk", "TWINNED_WITH", {"as_of": "2023-01"}, set()),
    ("city/polotsk", "TWINNED_WITH", {"as_of": "2023-02-27"}, set()),
    ("city/polotsk", "TWINNED_WITH", {"as_of": "2023-02"}, {"Dezhou"}),
    ("city/polotsk", "TWINNED_WITH", {"as_of": "2023-05-30"}, {"Dezhou"}),
    ("city/polotsk", "TWINNED_WITH", {"as_of": "2023"}, {"Dezhou", HEILONGJIANG}),
    ("city/polotsk", "TWINNED_WITH", {"as_of": "2040"}, {"Dezhou", HEILONGJIANG}),
    ("city/polotsk", "TWINNED_WITH", {"between": "2000/2023-02-27"}, set()),
    ("city/polotsk", "TWINNED_WITH", {"between": "2000/2023-03"}, {"Dezhou"}),
    ("city/polotsk", "TWINNED_WITH", {"between": "2023-03/2023"}, {HEILONGJIANG}),
    # Liaocheng: signed in February 2023 (c1:65), so on any day of it.
    ("city/liaocheng", "TWINNED_WITH", {"as_of": "2023-01-31"}, set()),
    ("city/liaocheng", "TWINNED_WITH", {"as_of": "2023-02-01"}, {"Novopolotsk"}),
    ("city/liaocheng", "TWINNED_WITH", {"between": "2023-02-28/2023-03"}, {"Novopolotsk"}),
    ("city/liaocheng", "TWINNED_WITH", {"between": "2023-03/2023-04"}, set()),
    # Minsk Region and Chongqing: an agreement of June 2023, a month later (August) a roadmap for 2023–2024 (c4:7, 13).
    ("CN-CQ", "AGREEMENT", {"as_of": "2023-05", "sectors": ("tourism",)}, set()),
    ("CN-CQ", "AGREEMENT", {"as_of": "2023-07-31", "sectors": ("tourism",)}, set()),
    ("CN-CQ", "AGREEMENT", {"as_of": "2023-08", "sectors": ("tourism",)}, {"Minsk Region"}),
    ("CN-CQ", "AGREEMENT", {"as_of": "2024-12-31", "sectors": ("tourism",)}, {"Minsk Region"}),
    ("CN-CQ", "AGREEMENT", {"as_of": "2025", "sectors": ("tourism",)}, set()),
    # Vitebsk Region's growth in trade with China is of 2022 (c1:37): a flow covers its year and no other.
    ("BY-VI", "TRADE_FLOW", {"as_of": "2021-12-31", "statuses": ("completed",)}, set()),
    ("BY-VI", "TRADE_FLOW", {"as_of": "2022-07", "statuses": ("completed",)}, {"China"}),
    # Goals for the end of 2026, told in March 2023 (c1:3): never as of a day, between by the date they are for.
    ("BY-BR", "INDICATOR", {"as_of": "2026", "statuses": ("planned",)}, set()),
    ("BY-BR", "INDICATOR", {"between": "2023/2025", "statuses": ("planned",)}, set()),
    ("BY-BR", "INDICATOR", {"between": "2026/2027", "statuses": ("planned",)}, {"China"}),
]


@pytest.fixture(scope="module", params=ENGINES)
def either(request):
    with engine_with_dataset(request.param, request) as engine:
        yield engine


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("entity_id", "type_", "filters", "expected"), BY_HAND)
def test_which_facts_of_the_book_are_kept_on_which_day(either, entity_id, type_, filters, expected):
    chosen = {key: day(value) if isinstance(value, str) else value for key, value in filters.items()}
    assert neighbours_of(either, entity_id, type_, **chosen) == expected


def test_naming_works_counts_the_same_facts_of_a_source_in_both_questions_that_count_them(engine):
    chosen = Filters(works=BOOK)
    cited = {row["source"]: row["facts"] for row in ask(engine, "evidence/facts_by_source", filters=chosen)}
    found = {row["id"]: row["facts"] for row in ask(engine, "evidence/find_sources", filters=chosen)}
    assert {id_: facts for id_, facts in found.items() if facts} == {i: cited[i] for i in found if i in cited}
    assert any(found.values())


@pytest.mark.parametrize(
    ("filters", "works"),
    [
        (Filters(works=("pages",)), {"pages"}),
        (Filters(works=("cow-trade", "zalesskij-2024/fn-16")), {"cow-trade", "zalesskij-2024/fn-16"}),
        (Filters(without_works=("pages", "zalesskij-2024")), {"cow-trade", "reference"}),
    ],
)
def test_with_works_named_their_sources_alone_are_listed(engine, filters, works):
    listed = {source_id for (source_id, *_) in sources(engine, filters).rows}
    assert listed
    assert {id_ if id_ in works else id_.split("/")[0] for id_ in listed} == works


def test_with_works_named_a_fact_is_compared_with_what_an_earlier_match_found(engine):
    text = "MATCH (s:Source {id: $id}) MATCH (:Entity)-[r]->(:Entity) WHERE s.id IN r.sources /* filters r */"
    asked = filtered(f"{text} RETURN count(r) AS facts", Filters(works=BOOK), id="zalesskij-2024/fn-9")
    assert engine.run(*asked) == engine.run(*filtered(f"{text} RETURN count(r) AS facts", id="zalesskij-2024/fn-9"))


def test_works_are_said_as_a_reader_knows_them(engine):
    asked = Filters(works=("fn-16", "pages/p-001"), without_works=("cow-trade", "pages", "zalesskij-2024"))
    pages = "Public pages of record on Belarus–China cooperation"
    assert with_known_sources(engine, asked).in_words() == (
        f"from Zalesskij 2024, fn. 16 and {pages}, p-001; not from Barbieri & Keshk 2016 and {pages} and Zalesskij 2024"
    )
