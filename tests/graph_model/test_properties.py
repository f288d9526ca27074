"""Properties: what a record is stored with beside its columns."""

import pytest

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.entities import ENTITY_TYPES
from bycn.graph_model.evidence import Source
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.graph import Graph
from bycn.graph_model.properties import Properties, property_names

FORUM = ENTITY_TYPES["event"](id="event/forum", name="Forum of Regions", country="BY", kind="forum")
CITY = ENTITY_TYPES["city"](id="city/brest", name="Brest", country="BY", aliases=("Brest-Litovsk",))


def contract(number, start, end, **more):
    return FACT_TYPES["CONTRACT"](
        **{"id": f"test/{number}", "from": start, "to": end, "title": "A contract"},
        **{"status": "signed", "sources": ("test",), "locator": ("c1:1",), **more},
    )


def graph_of(*records):
    graph = Graph("test")
    graph.add(records)
    return graph


def test_an_event_and_an_exchange_know_at_which_ends_the_facts_are_found_that_name_them():
    exchange = ENTITY_TYPES["exchange"](id="exchange/butb", name="BUTB", country="BY")
    graph = graph_of(
        FORUM,
        CITY,
        exchange,
        contract(1, "city/minsk", "BY", event=FORUM.id, venue="exchange/butb"),
        contract(2, "city/minsk", "CN", event=FORUM.id),
        contract(3, "city/brest", "CN", event=FORUM.id),
        contract(4, "city/brest", "CN", event=FORUM.id),
        contract(5, "city/gomel", "CN"),
    )
    properties = Properties(graph)
    assert properties.of(FORUM)["_ends"] == ["BY", "city/brest", "city/minsk"]
    assert properties.of(exchange)["_ends"] == ["BY"]
    assert "_ends" not in Properties(graph_of(FORUM)).of(FORUM)
    assert ("_ends" in property_names(type(FORUM)), "_ends" in property_names(type(CITY))) == (True, False)
    assert not any(name.startswith("_") for name in properties.public(FORUM))


def test_all_folded_forms_of_a_name_stand_in_one_text_too():
    told = Properties(graph_of(CITY)).of(CITY)
    assert told["_keys"] == ["brest", "city brest", "brest litovsk", "~brest litovsk"]
    assert told["_text"] == "brest|city brest|brest litovsk"


def test_a_fact_tells_its_trait_and_whether_it_is_a_plan():
    signed = contract(1, "city/brest", "CN")
    planned = contract(2, "city/brest", "CN", status="proposed")
    told = [Properties(graph_of(signed, planned)).of(fact) for fact in (signed, planned)]
    assert [(p["trait"], p["plan"]) for p in told] == [("tie", False), ("tie", True)]


def test_what_holds_an_entity_is_told_with_the_entity_itself_and_stays_within_a_country():
    region = ENTITY_TYPES["oblast"](id="BY-BR", name="Brest Region", country="BY")
    office = ENTITY_TYPES["institution"](id="institution/office", name="Office", country="CN")

    def lies_in(number, part, whole):
        ends = {"id": f"test/l{number}", "from": part, "to": whole, "title": "Lies in", "sources": ("test",)}
        return FACT_TYPES["LOCATED_IN"](**ends, locator=("c1:1",))

    graph = graph_of(region, CITY, office, lies_in(1, CITY.id, region.id), lies_in(2, office.id, CITY.id))
    properties = Properties(graph)
    assert properties.of(CITY)["inside"] == ["BY-BR", "city/brest"]
    assert properties.of(office)["inside"] == ["institution/office"]
    assert [properties.of(e)["first_level"] for e in (region, CITY)] == [True, False]


def test_a_measured_fact_names_all_that_holds_it_and_what_a_later_source_says_against_it():
    early = Source(id="early", title="Early", year=2020)
    late = Source(id="late", title="Late", year=2023)
    whole = contract("whole", "city/brest", "CN")
    half = contract("half", "city/brest", "CN", part_of=("test/whole",))
    part = contract(
        "part", "city/brest", "CN", part_of=("test/half",), sources=("early",), disagrees_with=("test/again",)
    )
    again = contract("again", "city/brest", "CN", sources=("late",), disagrees_with=("test/part",))
    properties = Properties(graph_of(early, late, whole, half, part, again))
    assert properties.of(part)["held_by"] == ["test/half", "test/whole"]
    assert properties.of(part)["outdated_by"] == ["test/again"]
    assert "outdated_by" not in properties.of(again)
    assert "held_by" not in properties.of(whole)


@pytest.mark.parametrize(
    ("type_", "more", "holds", "placed"),
    [
        ("COOPERATES_WITH", {"date": "../2023"}, ("2023-12-31", "9999-12-31"), ("2023-12-31", "2023-12-31")),
        ("CONTRACT", {"date": "../2023-05"}, ("2023-05-31", "2023-05-31"), ("2023-05-31", "2023-05-31")),
        ("COOPERATES_WITH", {"valid": "../2020"}, ("2020-12-31", "2020-12-31"), ("2020-12-31", "2020-12-31")),
        ("COOPERATES_WITH", {"date": "2019/.."}, ("2019-01-01", "9999-12-31"), ("2019-01-01", "9999-12-31")),
        ("MEMBER_OF", {}, ("0000-01-01", "9999-12-31"), (None, None)),
        ("COOPERATES_WITH", {}, (None, None), (None, None)),
    ],
)
def test_an_open_start_never_reaches_back(type_, more, holds, placed):
    dates = {name: PartialDate.parse(text) for name, text in more.items()}
    ends = {"id": "test/1", "from": "city/brest", "to": "city/minsk", "title": "A tie", "sources": ("test",)}
    told = Properties(Graph("test")).of(FACT_TYPES[type_](**ends, status="in_force", **dates))
    assert (told.get("holds_from"), told.get("holds_to")) == holds
    assert (told.get("placed_from"), told.get("placed_to")) == placed
