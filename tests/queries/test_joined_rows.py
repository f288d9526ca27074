"""A fact that two works tell: found by either row, and with what the rows say of it that the filters leave."""

import contextlib
from functools import reduce
from itertools import combinations

import pytest

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.evidence import Source
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.joined_rows import joined, rows_of, with_cells
from bycn.graph_model.properties import Properties
from bycn.graph_model.row_properties import OF_ROWS, PERIODS
from bycn.loaders.cypher_files import statement
from bycn.loaders.neo4j.database import Neo4jEngine
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from bycn.notebook import OpenGraph
from bycn.queries.filters import Filters, filtered
from bycn.queries.lookups import facts_by_id
from bycn.queries.overview import show
from tests.engines import ENGINES, address_of, refill
from tests.made_up import Embedded, entity, fact, graph_of

BOOK = {"status": "signed", "sectors": "trade|science"}
PAGES = {"status": "in_force", "sectors": "science|sport", "instrument": "protocol"}
OLDER = fact("book/1", "TWINNED_WITH", "BY-VI", "CN-SD", date="2023", sources="book/fn-1", locator="c1:5", **BOOK)
ROW = fact(
    "pages/1", "TWINNED_WITH", "BY-VI", "CN-SD", date="2023-06", sources="pages/a|pages/b", same_as="book/1", **PAGES
)


def flow(id_, **said):
    more = {} if id_.startswith("book") else {"same_as": "book/4"}
    source = {"id": id_, "sources": f"{id_.partition('/')[0]}/a", "title": f"told by {id_}", "measure": "export"}
    return FACT_TYPES["TRADE_FLOW"](**{"from": "BY-VI", "to": "CN-SD", "status": "completed"} | source | more | said)


ROWS = (
    flow(
        "book/4",
        date="2022",
        amount="5",
        amount_qualifier="over",
        currency="USD",
        goods="beef",
        locator="c1:5",
        part_of="pages/all",
    ),
    flow(
        "pages/4", date="2022-05", valid="2022/2023", note="why", certainty="read", topics="investment", growth="1.548"
    ),
    flow(
        "third/4", date="../2022", amount="5", amount_max="7.5", currency="USD", goods="flax|beef", announced="2021-03"
    ),
)
STATED = joined(joined(ROWS[0], ROWS[1]), ROWS[2])
OTHERS = [
    fact("pages/all", "TRADE_FLOW", "BY", "CN", date="2020/2024", sources="pages/b"),
    fact("pages/rival", "TRADE_FLOW", "BY-VI", "CN-SD", date="2022", sources="pages/b", disagrees_with="book/4"),
]
PLACES = [entity("BY"), entity("CN", "CN"), entity("BY-VI"), entity("CN-SD", "CN")]
YEARS = {"book": 2021, "book/fn-1": 2021, "book/a": 2021, "pages/a": 2022, "pages/b": 2023, "third/a": 2024}
SOURCES = [Source(id=id_, title=id_, year=year) for id_, year in YEARS.items()]
RECORDS = [
    *PLACES,
    *SOURCES,
    joined(OLDER, ROW),
    *OTHERS,
    STATED,
    fact("book/2", "AGREEMENT", "BY-VI", "CN-SD", date="2022", sources="book"),
    fact("book/3", "COOPERATES_WITH", "BY-VI", "CN-SD", sources="book"),
]


@pytest.fixture(scope="module", params=ENGINES)
def told(request, tmp_path_factory):
    with contextlib.ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("BYCN_CACHE", str(tmp_path_factory.mktemp("cache")))
        if request.param == "embedded":
            engine = Embedded(RECORDS, tmp_path_factory.mktemp("made-up") / "db")
        else:
            address = address_of(request.getfixturevalue("neo4j_server"))
            refill(address, graph_of(*RECORDS))
            engine = Neo4jEngine(address)
        yield stack.enter_context(engine)


def of_works(*works):
    return Filters(works=works)


def without(*works):
    return Filters(without_works=works)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("filters", "date"),
    [
        (Filters(), "2023-06"),
        (of_works("book"), "2023"),
        (of_works("book/fn-1"), "2023"),
        (of_works("pages"), "2023-06"),
        (of_works("book", "pages"), "2023-06"),
        (without("pages"), "2023"),
        (without("pages/a"), "2023-06"),
        (without("book"), "2023-06"),
    ],
)
def test_the_date_is_that_of_the_rows_left(told, filters, date):
    asked = filtered(statement("twinnings/all"), filters, limit=10)
    assert [row["date"] for row in told.run(*asked)] == [date]
    shown = [row for row in show(told, "BY-VI", filters) if row["fact"] == "book/1"]
    assert [row["date"] for row in shown] == [date]
    [whole] = [r["properties"] for r in told.run(*filtered(statement("export/facts"), filters)) if r["id"] == "book/1"]
    assert (whole["date"], whole["date_end"]) == (date, "2023-12-31" if date == "2023" else "2023-06-30")
    assert whole.get("dated_by") == (None if len(whole["sources"]) < 3 else ["pages/a", "pages/b"])


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("filters", "status", "instrument", "sectors", "sources"),
    [
        (Filters(), "signed", "protocol", ["trade", "science", "sport"], ["book/fn-1", "pages/a", "pages/b"]),
        (
            of_works("book", "pages"),
            "signed",
            "protocol",
            ["trade", "science", "sport"],
            ["book/fn-1", "pages/a", "pages/b"],
        ),
        (of_works("book"), "signed", None, ["trade", "science"], ["book/fn-1"]),
        (without("book"), "in_force", "protocol", ["science", "sport"], ["pages/a", "pages/b"]),
    ],
)
def test_only_what_the_rows_left_say_is_shown(told, filters, status, instrument, sectors, sources):
    [whole] = [r["properties"] for r in told.run(*filtered(statement("export/facts"), filters)) if r["id"] == "book/1"]
    assert (whole["status"], whole.get("instrument"), whole["sectors"]) == (status, instrument, sectors)
    assert whole["sources"] == sources
    found = told.run(*filtered(statement("twinnings/all"), filters._replace(statuses=("in_force",)), limit=10))
    assert bool(found) is (status == "in_force")
    found = told.run(*filtered(statement("twinnings/all"), filters._replace(sectors=("sport",)), limit=10))
    assert bool(found) is ("sport" in sectors)


def test_facts_of_one_row_keep_their_date_whatever_is_left(told):
    found = {r["id"]: r["properties"] for r in told.run(*filtered(statement("export/facts"), of_works("book")))}
    assert (found["book/2"]["date"], found["book/3"].get("date")) == ("2022", None)


@pytest.mark.parametrize(
    ("filters", "holds"),
    [(of_works("book"), True), (of_works("pages"), False), (Filters(), False)],
)
def test_a_day_is_asked_of_the_rows_left(told, filters, holds):
    filters = filters._replace(as_of=PartialDate.parse("2023-05-01"))
    found = told.run(*filtered(statement("twinnings/all"), filters, limit=10))
    assert bool(found) is holds


@pytest.mark.parametrize("row", ["book/1", "pages/1"])
def test_it_is_found_by_either_row(told, row):
    found = told.run(*filtered(statement("evidence/sources_of_fact"), fact=row, limit=10))
    assert [(source["source"], source["locator"]) for source in found] == [
        ("book/fn-1", ["c1:5"]),
        ("pages/a", None),
        ("pages/b", None),
    ]


@pytest.mark.parametrize(("source", "locator"), [("book/fn-1", ["c1:5"]), ("pages/a", None)])
def test_a_passage_of_one_work_is_none_of_another(told, source, locator):
    found = told.run(*filtered(statement("evidence/facts_of_source"), source=source, limit=10))
    assert [row["locator"] for row in found if row["fact"] == "book/1"] == [locator]


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("filters", "date"),
    [(Filters(), "2023-06"), (of_works("book"), "2023"), (without("pages"), "2023"), (of_works("pages"), "2023-06")],
)
def test_facts_that_are_looked_up_say_what_the_rows_left_say(told, filters, date):
    words = {"source": filters.works, "exclude_source": filters.without_works}
    answer = OpenGraph(told).connections("CN-SD", to="oblast", **{name: of for name, of in words.items() if of})
    [tie] = [fact["properties"] for fact in answer.facts() if fact["id"] == "book/1"]
    assert tie["date"] == date


@pytest.mark.parametrize(
    ("filters", "sources", "remark"),
    [
        ({}, ["book/fn-1", "pages/a", "pages/b"], []),
        ({"source": ("pages",)}, ["pages/a", "pages/b"], []),
        ({"source": ("third",)}, ["book/fn-1", "pages/a", "pages/b"], ["book/1 doesn't fit the filters (from third)"]),
    ],
)
def test_one_fact_says_what_the_rows_left_say(told, filters, sources, remark):
    answer = OpenGraph(told).show("book/1", **filters)
    assert dict(answer.rows)["sources"] == sources
    assert [str(said).partition(" and is")[0] for said in answer.remarks] == remark


@pytest.mark.parametrize(("work", "sums"), [("book", [5]), ("pages", [])])
def test_of_a_work_is_added_up_what_it_tells(told, work, sums):
    answer = OpenGraph(told).trade("CN-SD", source=work)
    assert [row["amount"] for row in answer if row["row"] == "sum"] == sums


def test_a_fact_of_other_works_is_looked_up_whole(told):
    [tie] = facts_by_id(told, ["book/1"], of_works("elsewhere"))
    assert tie["properties"]["date"] == "2023-06"


@pytest.mark.sampled(3)
@pytest.mark.parametrize("works", [("book",), ("pages",), ("third",), *combinations(("book", "pages", "third"), 2)])
def test_every_property_is_what_a_graph_of_the_rows_left_has(told, works):
    left = [row for row in ROWS if row.id.partition("/")[0] in works]
    alone = reduce(joined, left[1:], with_cells(left[0], {"same_as": None}))
    alone = with_cells(alone, {"id": "book/4"})
    expected = Properties(graph_of(*PLACES, *SOURCES, *OTHERS, alone)).public(alone)
    [whole] = [
        r["properties"] for r in told.run(*filtered(statement("export/facts"), of_works(*works))) if r["id"] == "book/4"
    ]
    found = {name: value for name, value in whole.items() if value is not None and not name.startswith("_")}
    assert found == expected
    assert found.get("held_by") == (["pages/all"] if "book" in works else None)
    names = sorted(OF_ROWS.keys() | set(PERIODS))
    each = f"MATCH ()-[r]->() WHERE r.id = 'book/4' /* filters r */ RETURN {', '.join(f'r.{n} AS {n}' for n in names)}"
    [said] = told.run(*filtered(each, of_works(*works)))
    assert said == {name: expected.get(name) for name in names}


@pytest.mark.parametrize("work", ["zalesskij-2024", "pages"])
def test_shipped_facts_say_what_the_rows_of_a_work_say(engine, work):
    graph = read_graph(Selection())
    properties = Properties(graph)
    found = {r["id"]: r["properties"] for r in engine.run(*filtered(statement("export/facts"), of_works(work)))}
    joint = [fact for fact in graph.facts.values() if fact.rows]
    assert joint
    for whole in joint:
        left = [row for row in rows_of(whole) if row.sources[0].startswith(work)]
        alone = with_cells(reduce(joined, left[1:], left[0]), {"id": whole.id})
        said = {name: v for name, v in found[whole.id].items() if v is not None and not name.startswith("_")}
        assert said == properties.public(alone)
