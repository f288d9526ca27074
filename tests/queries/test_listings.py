"""What holds for whole kinds of questions: plans count for nothing firm, numbers are shown, days decide the order."""

import dataclasses
import re
from decimal import Decimal

import pytest

from bycn.graph_model.vocabulary import PLANS
from bycn.loaders.cypher_files import CYPHER
from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from bycn.loaders.tables.writing import write_tables
from bycn.queries.filters import Filters
from bycn.queries.library import DRAWN, Library, ask

FOLDERS = ("agreements", "twinnings", "events", "exchange", "investment")
NAMES = [f"{folder}/{path.stem}" for folder in FOLDERS for path in sorted((CYPHER / folder).glob("*.cypher"))]
LISTINGS = [n for n in NAMES if any(c.name == "fact" for c in Library.shipped().find(n).header.columns)]
SHOWING = [
    question.name
    for question in Library.shipped()
    if {column.name for column in question.header.columns} >= {"fact"}
    and not {column.name for column in question.header.columns} & {"properties"}
    and not question.name.startswith(f"{DRAWN}/")
]
"""The listings of all folders; what gives all properties of a fact gives its numbers."""
NUMBERS = (
    *("amount_qualifier", "amount", "amount_max", "currency"),
    *("quantity_qualifier", "quantity", "quantity_max", "unit"),
)
GROWTH = ("growth", "growth_qualifier", "growth_base")
"""Which only figures have, so that a listing of other facts needs no columns for it."""
MANY = 100_000


@pytest.fixture(scope="module")
def graph():
    return read_graph(Selection())


@pytest.fixture(scope="module")
def plans(graph):
    return {fact.id for fact in graph.facts.values() if fact.status in PLANS}


@pytest.fixture(scope="module")
def without_plans(engine, plans, tmp_path_factory):
    firm = read_graph(Selection())
    for plan in plans:
        del firm.facts[plan]
    for fact in list(firm.facts.values()):
        if not plans.isdisjoint((*fact.part_of, *fact.disagrees_with)):
            cells = {field.name: getattr(fact, field.name) for field in dataclasses.fields(fact)}
            for name in ("part_of", "disagrees_with"):
                cells[name] = tuple(id_ for id_ in cells[name] if id_ not in plans)
            firm.facts[fact.id] = type(fact)(**{name.removesuffix("_"): cell for name, cell in cells.items()})
    folder = tmp_path_factory.mktemp("firm") / "tables"
    write_tables(firm, folder)
    with EmbeddedEngine(Selection((folder,), only_own=True)) as engine:
        yield engine


def givens(name: str) -> list[dict]:
    """What a question is asked with: its defaults, and a country in place of its entity."""
    takes = any(p.name == "entity" and not p.kinds for p in Library.shipped().find(name).header.parameters)
    return [{}, {"entity": "BY"}] if takes else [{}]


def firm_part(rows, plans: set[str]) -> list[str]:
    """The rows of what is more than a plan, without their columns about plans."""
    found = []
    for row in rows:
        ids = row.get("facts", [row.get("fact")])
        assert "fact" in row or plans.isdisjoint(ids), "plans stand in a column of their own"
        if ids and not plans.issuperset(ids):
            firm = {k: v for k, v in row.items() if k != "plans" and not k.startswith("planned")}
            found.append(repr(sorted(firm.items())))
    return sorted(found)


@pytest.mark.parametrize("name", NAMES)
def test_with_all_plans_taken_out_nothing_firm_changes(engine, without_plans, plans, name):
    for given in givens(name):
        told = firm_part(ask(engine, name, {**given, "limit": MANY}), plans)
        assert told == firm_part(ask(without_plans, name, {**given, "limit": MANY}), set())


@pytest.mark.parametrize("name", SHOWING)
def test_a_listing_shows_every_number_of_its_facts(engine, graph, name):
    for given in givens(name):
        for row in ask(engine, name, {**given, "limit": MANY}):
            fact = graph.facts[row["fact"]]
            grown = getattr(fact, "growth", None) is not None
            told = {column: getattr(fact, column, None) for column in (*NUMBERS, *(GROWTH if grown else ()))}
            assert {column: row.get(column) for column in told} == {
                column: pytest.approx(float(value)) if isinstance(value, Decimal) else value and str(value)
                for column, value in told.items()
            }


@pytest.mark.parametrize("name", LISTINGS)
def test_a_listing_tells_the_status_and_has_plans_last(engine, plans, name):
    planned = [row["fact"] in plans for row in ask(engine, name, {"limit": MANY})]
    assert planned == sorted(planned)
    columns = {column.name for column in Library.shipped().find(name).header.columns}
    assert "status" in columns


BY_RANK_OR_NAME = (
    *("events/participants", "exchange/companies_by_role", "investment/largest"),
    *("trade/growth", "trade/largest_contracts"),
)
"""The listings that are no chronicle: of the largest, or of who there is."""


@pytest.mark.parametrize("name", [name for name in SHOWING if name not in BY_RANK_OR_NAME])
def test_a_listing_is_ordered_by_day(name):
    last = re.findall(r"ORDER BY (.+)", (CYPHER / f"{name}.cypher").read_text(encoding="utf-8"))[-1]
    assert re.search(r"placed_from|holds_from|date_end|valid_end|\bday\b", last)


@pytest.mark.parametrize("name", NAMES)
def test_days_decide_the_order_and_not_the_text_of_a_date(name):
    orders = re.findall(r"ORDER BY (.+)", (CYPHER / f"{name}.cypher").read_text(encoding="utf-8"))
    assert not [order for order in orders if re.search(r"\b(date|since|valid|announced|twinned)\b", order)]


@pytest.mark.parametrize(
    "name",
    [
        *("trade/by_oblast", "trade/by_province", "trade/largest_buyers", "trade/series", "trade/volumes"),
        "exchange/largest_buyers",
    ],
)
def test_for_how_much_plans_are_is_shown_where_they_are(engine, graph, name):
    for row in ask(engine, name, {"limit": MANY}):
        told = [(graph.facts[id_].amount, graph.facts[id_].quantity) for id_ in row["plans"]]
        assert len(told) == len(row["planned"]) == len(row["planned_qualifiers"])
        assert all(planned in both for planned, both in zip(row["planned"], told, strict=True))


@pytest.mark.parametrize("name", ["twinnings/dormant", "twinnings/what_followed"])
def test_a_pair_of_twins_is_one_row_however_many_facts_call_them_so(engine, name):
    pairs = [(row["from"], row["to"]) for row in ask(engine, name, {"limit": MANY})]
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize(
    ("name", "columns"), [("twinnings/by_oblast", ("pairs",)), ("twinnings/by_year", ("pairs", "by_then"))]
)
def test_a_pair_of_twins_is_counted_once_however_many_facts_call_them_so(engine, graph, name, columns):
    twins = [f for f in graph.facts.values() if f.type == "TWINNED_WITH" and f.status not in PLANS]
    twins = [f for f in twins if (f.from_ != "BY" if name == "twinnings/by_oblast" else f.date)]
    pairs = {(f.from_, f.from_unnamed, f.to, f.to_unnamed) for f in twins}
    assert len(pairs) < len(twins)
    assert sum(row[column] for row in ask(engine, name, {"limit": MANY}) for column in columns) == len(pairs)


def test_a_flow_between_twins_is_one_row_however_many_facts_call_them_so(engine, graph):
    pairs = {f.title: (f.from_, f.to) for f in graph.facts.values() if f.type == "TWINNED_WITH"}
    answer = ask(engine, "twinnings/followed_by_trade", {"limit": MANY})
    rows = [(pairs[row["twinning"]], row["fact"]) for row in answer]
    assert len(set(rows)) == len(rows) > 0


@pytest.mark.parametrize("name", ["twinnings/dormant", "twinnings/what_followed"])
def test_a_filter_by_type_leaves_the_twins_and_asks_what_followed(engine, graph, name):
    rows = ask(engine, name, {"limit": MANY}, filters=Filters(types=("AGREEMENT",)))
    assert rows
    assert {graph.facts[id_].type for row in rows for id_ in row["facts"]} <= {"AGREEMENT", "TWINNED_WITH"}


def test_a_document_is_no_sequel_of_a_plan_that_was_told_with_it(engine, graph):
    rows = ask(engine, "time/plans_and_signed", {"limit": MANY})
    assert rows
    for row in rows:
        [plan], [signed] = ([graph.facts[id_] for id_ in row[column]] for column in ("plans", "facts"))
        told = plan.announced.end if plan.announced else plan.date.start
        assert (signed.date.start or signed.date.end) > told, (plan.id, signed.id)


def test_facts_that_disagree_are_shown_with_that_in_which_they_do(engine):
    answer = ask(engine, "evidence/disagreements", {"limit": MANY})
    compared = [
        name for name in answer.columns if f"other_{name}" in answer.columns and name not in ("title", "sources")
    ]
    assert [row for row in answer if all(row[name] == row[f"other_{name}"] for name in compared)] == []


@pytest.mark.parametrize("work", ["cow-trade", "pages", "zalesskij-2024"])
def test_of_a_work_the_facts_without_a_time_are_counted_that_are_listed(engine, plans, work):
    [counted] = ask(engine, "overview/undated", filters=Filters(works=(work,)))
    listed = ask(engine, "evidence/undated", {"limit": MANY}, filters=Filters(works=(work,)))
    assert counted["count"] == len([row for row in listed if row["fact"] not in plans])


def test_plans_without_a_time_are_in_the_order_in_which_they_were_announced(engine, graph):
    rows = ask(engine, "evidence/undated", {"limit": MANY})
    told = [graph.facts[row["fact"]].announced for row in rows if row["announced"]]
    days = [date.start or date.end for date in told]
    assert days == sorted(days)


def test_an_unnamed_end_is_called_by_our_words_among_the_facts_of_an_entity(engine, graph):
    rows = ask(engine, "overview/facts_of_entity", {"entity": "BY-VI", "limit": MANY})
    words = {
        row["fact"]: getattr(graph.facts[row["fact"]], ("from", "to")[row["outgoing"]] + "_unnamed") for row in rows
    }
    assert any(words.values())
    assert all(row["other_name"] == words[row["fact"]] for row in rows if words[row["fact"]])


@pytest.mark.parametrize(
    ("name", "given", "called"),
    [
        ("connections/neighbours", {"entity": "CN-HL"}, "name"),
        ("events/participants", {"entity": "event/chinese-goods-expo-2023"}, "who"),
        ("universities/partners_of", {}, "partner"),
    ],
)
def test_who_isnt_named_has_not_the_type_of_what_holds_it(engine, graph, name, given, called):
    rows = list(ask(engine, name, given | {"limit": MANY}))
    unnamed = [row for row in rows if row[called] != graph.entities[row["id"]].name]
    assert unnamed or name == "universities/partners_of"
    assert {row["entity_type"] for row in unnamed} <= {"unnamed"}
    assert all(row["entity_type"] == graph.entities[row["id"]].type for row in rows if row not in unnamed)


def test_what_another_year_brought_is_no_result_of_a_plan_for_a_year(engine, graph):
    rows = list(ask(engine, "trade/goals_and_results", {"limit": MANY}))
    for row in rows:
        [plan], results = (graph.facts[id_] for id_ in row["plans"]), [graph.facts[id_] for id_ in row["facts"]]
        if plan.date and plan.date.start:
            assert all(plan.date.first <= one.date.last and one.date.first <= plan.date.last for one in results)
    reached = {(row["planned_for"], row["date"]) for row in rows}
    assert {("2020", None), ("2018", "2018"), ("../2019-12", "2019-12")} <= reached


@pytest.mark.parametrize("on", ["2025", "2027"])
def test_of_a_plan_that_is_past_only_what_is_of_its_kind_is_known_since(engine, graph, on):
    for row in ask(engine, "time/plans_past", {"on": on, "limit": MANY}):
        plan, since = graph.facts[row["fact"]], [graph.facts[id_] for id_ in row["facts"]]
        assert {getattr(one, "measure", None) for one in since} <= {getattr(plan, "measure", None)}
        if getattr(plan, "measure", None):
            assert all(set(one.goods) & set(plan.goods) or one.goods == plan.goods for one in since), plan.id


def test_the_year_in_which_a_figure_was_planned_is_among_what_is_known_since(engine):
    rows = {row["fact"]: row for row in ask(engine, "time/plans_past", {"limit": MANY})}
    assert "pages/tr-221" in rows["pages/tr-256"]["facts"], "that of 2021 to a plan of February 2021"


@pytest.mark.parametrize(("name", "given"), [("evidence/sources", {}), ("evidence/find_sources", {"text": "a"})])
def test_a_work_stands_before_its_footnotes_and_pages(engine, name, given):
    ids = [row["id"] for row in ask(engine, name, {**given, "limit": MANY})]
    works = [id_.split("/")[0] for id_ in ids]
    assert works == sorted(works)
    assert [id_ for id_ in ids if "/" not in id_] == list(dict.fromkeys(works))
    assert all(ids.index(work) == works.index(work) for work in works)
    assert ids.index("zalesskij-2024/fn-2") + 8 == ids.index("zalesskij-2024/fn-10")
    assert ids.index("pages/p-998") < ids.index("pages/p-1101")


@pytest.mark.parametrize("name", ["time/plans_and_signed", "time/plans_past", "trade/goals_and_results"])
def test_what_holds_an_unnamed_party_is_another_party(engine, graph, name):
    for row in ask(engine, name, {"limit": MANY}):
        plan_ids = row.get("plans", [row.get("fact")])
        for fact in (graph.facts[id_] for id_ in (*row["facts"], *(plan_ids if row["facts"] else ()))):
            assert (fact.from_unnamed, fact.to_unnamed) == (None, None), fact.id


@pytest.mark.sampled(20)
@pytest.mark.parametrize("work", ["cow-trade", "pages", "zalesskij-2024"])
@pytest.mark.parametrize(
    "name", [q.name for q in Library.shipped() if q.takes_filters and q.name.split("/")[0] != DRAWN]
)
def test_of_a_work_asked_for_no_row_names_a_fact_or_source_of_another(engine, graph, name, work):
    def is_of_it(source: str) -> bool:
        return source == work or source.startswith(f"{work}/")

    for row in ask(engine, name, filters=Filters(works=(work,))):
        for cell in row.values():
            named = [text for text in (cell if isinstance(cell, list) else [cell]) if isinstance(text, str)]
            assert all(any(map(is_of_it, graph.facts[text].sources)) for text in named if text in graph.facts), row
            assert all(is_of_it(text) for text in named if text in graph.sources), row
