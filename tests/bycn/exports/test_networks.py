"""GraphML and GEXF: read back by networkx they hold the same graph, and they keep to their published schemas."""

import io
import re

import networkx as nx
import pytest

from bycn.exports import gexf, graphml
from bycn.graph_model.dates import PartialDate
from bycn.graph_model.properties import Properties
from bycn.graph_model.vocabulary import PLANS
from bycn.queries.filters import Filters
from tests.engines import dataset
from tests.schemas import valid

TWINS = Filters(types=("TWINNED_WITH",))


def exported(module, engine, filters=None):
    return "".join(module.lines(engine, filters or Filters()))


def read(module, text):
    reader = nx.read_graphml if module is graphml else nx.read_gexf
    return reader(io.BytesIO(text.encode()))


@pytest.fixture(scope="module")
def texts(engine):
    return {module: exported(module, engine) for module in (graphml, gexf)}


def expected(record):
    """The properties of an entity or fact as both forms hold them."""
    told = Properties(dataset()).public(record)
    told = {name: "|".join(v) if isinstance(v, list) else v for name, v in told.items()}
    del told["id"]
    return told


@pytest.mark.parametrize("module", [graphml, gexf])
def test_every_entity_and_fact_comes_back_with_all_it_holds(texts, module):
    graph = read(module, texts[module])
    own_id = "bycn_id" if module is graphml else None
    entities = {attributes.get(own_id, key): attributes for key, attributes in graph.nodes(data=True)}
    for entity in dataset().entities.values():
        assert expected(entity).items() <= entities[entity.id].items()
    facts = {
        attributes.get(own_id, key): (a, b, attributes) for a, b, key, attributes in graph.edges(keys=True, data=True)
    }
    assert facts.keys() == dataset().facts.keys()
    for fact in dataset().facts.values():
        start, end, attributes = facts[fact.id]
        ends = (graph.nodes[end_].get(own_id, end_) for end_ in (start, end))
        assert tuple(ends) == (fact.from_, fact.to)
        assert (expected(fact) | {"type": fact.type}).items() <= attributes.items()


def test_graphml_holds_sources_and_documents_too(texts):
    graph = read(graphml, texts[graphml])
    nodes = {attributes["bycn_id"]: attributes for _, attributes in graph.nodes(data=True)}
    for source in (*dataset().sources.values(), *dataset().documents.values()):
        assert expected(source).items() <= nodes[source.id].items()
        assert nodes[source.id]["type"] in ("source", "document")


@pytest.mark.parametrize("module", [graphml, gexf])
def test_filters_keep_facts_and_what_they_tie(engine, module):
    graph = read(module, exported(module, engine, TWINS))
    twins = [fact for fact in dataset().facts.values() if fact.type == "TWINNED_WITH"]
    assert graph.number_of_edges() == len(twins)
    assert len(graph) == len({end for fact in twins for end in (fact.from_, fact.to)})


@pytest.mark.parametrize("module", [graphml, gexf])
def test_the_same_graph_gives_the_same_bytes(engine, texts, module):
    assert exported(module, engine) == texts[module]


def test_graphml_keeps_to_its_schema(texts):
    valid("graphml.xsd", texts[graphml])


def test_gexf_keeps_to_its_schema(texts):
    # The published schema forgot the prefix of the `viz` elements, which Gephi and networkx need.
    valid("gexf.xsd", re.sub(r"<viz:", "<", texts[gexf]))


def test_what_hangs_on_no_fact_and_an_empty_graph_are_sound(engine):
    nothing = Filters(types=("TWINNED_WITH",), statuses=("negotiating",))
    for module in (graphml, gexf):
        text = exported(module, engine, nothing)
        assert len(read(module, text)) == 0
        valid(f"{'graphml' if module is graphml else 'gexf'}.xsd", re.sub(r"<viz:", "<", text))


def test_gexf_shows_the_picture(texts):
    graph = read(gexf, texts[gexf])
    for key, attributes in graph.nodes(data=True):
        viz = attributes["viz"]
        assert {"color", "size"} <= viz.keys()
        if graph.degree(key):
            assert viz["position"]["z"] == 0
    belarusian = graph.nodes["BY-VI"]["viz"]["color"]
    assert belarusian == graph.nodes["city/vitebsk"]["viz"]["color"] != graph.nodes["CN-SD"]["viz"]["color"]
    places = [
        (a["viz"]["position"]["x"], a["viz"]["position"]["y"])
        for _, a in graph.nodes(data=True)
        if "position" in a["viz"]
    ]
    assert len(set(places)) == len(places)


def test_gexf_has_the_time_of_each_fact(texts):
    graph = read(gexf, texts[gexf])
    for *_, key, attributes in graph.edges(keys=True, data=True):
        fact = dataset().facts[key]
        if fact.type == "TRADE_FLOW" and fact.date:
            assert attributes.get("start") == (fact.date.start or fact.date.end)  # an open start never reaches back
            assert attributes.get("end") == fact.date.end
        if fact.trait == "structure" and not (fact.date or fact.valid or fact.announced):
            assert not {"start", "end"} & attributes.keys()
        if fact.status in PLANS and fact.date and fact.date.end:
            assert attributes.get("end") == fact.date.end
    dashed = re.findall(r'<edge id="([^"]*)"(?:(?!</edge>).)*value="dashed"/></edge>', texts[gexf])
    assert set(dashed) == {fact.id for fact in dataset().facts.values() if fact.status in PLANS}
    assert PartialDate.parse("2023").start == "2023-01-01"
