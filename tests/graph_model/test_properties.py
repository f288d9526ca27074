"""Properties: what a record is stored with beside its columns."""

from bycn.graph_model.entities import ENTITY_TYPES
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.graph import Graph
from bycn.graph_model.properties import ends_of_naming, properties_of, property_names, public_properties

FORUM = ENTITY_TYPES["event"](id="event/forum", name="Forum of Regions", country="BY", kind="forum")
CITY = ENTITY_TYPES["city"](id="city/brest", name="Brest", country="BY", aliases=("Brest-Litovsk",))


def contract(number, start, end, **more):
    return FACT_TYPES["CONTRACT"](
        **{"id": f"test/{number}", "from": start, "to": end, "title": "A contract", "status": "signed"},
        **{"sources": ("test",), "locator": ("c1:1",), **more},
    )


def test_an_event_and_an_exchange_know_at_which_ends_the_facts_are_found_that_name_them():
    graph = Graph("test")
    graph.add(
        [
            contract(1, "city/minsk", "BY", event=FORUM.id, venue="exchange/butb"),
            contract(2, "city/minsk", "CN", event=FORUM.id),
            contract(3, "city/brest", "CN", event=FORUM.id),
            contract(4, "city/brest", "CN", event=FORUM.id),
            contract(5, "city/gomel", "CN"),
        ]
    )
    ends = ends_of_naming(graph)
    assert ends == {FORUM.id: ["BY", "city/brest", "city/minsk"], "exchange/butb": ["BY"]}
    assert properties_of(FORUM, ends[FORUM.id])["_ends"] == ["BY", "city/brest", "city/minsk"]
    assert "_ends" not in properties_of(FORUM)
    assert ("_ends" in property_names(type(FORUM)), "_ends" in property_names(type(CITY))) == (True, False)
    assert not any(name.startswith("_") for name in public_properties(FORUM))


def test_all_folded_forms_of_a_name_stand_in_one_text_too():
    assert properties_of(CITY)["_keys"] == ["brest", "city brest", "brest litovsk", "~brest litovsk"]
    assert properties_of(CITY)["_text"] == "brest|city brest|brest litovsk"
