"""Networks: read back by networkx they hold the same graph, and GraphML and GEXF keep to their published schemas."""

import io
import json
import re

import networkx as nx
import pytest

from bycn.exports import cytoscape, d3, gexf, graphml
from bycn.graph_model.dates import PartialDate
from bycn.graph_model.properties import Properties
from bycn.graph_model.vocabulary import PLANS
from bycn.queries.filters import NO_FILTERS, Filters
from tests.engines import dataset
from tests.schemas import valid

TWINS = Filters(types=("TWINNED_WITH",))


def exported(module, engine, filters=NO_FILTERS, **how):
    return "".join(module.lines(engine, filters, **how))


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
    return {"entity_type" if name == "type" else name: value for name, value in told.items()}


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
        assert (expected(fact) | {"fact_type": fact.type}).items() <= attributes.items()


@pytest.mark.parametrize("module", [graphml, gexf])
def test_sources_and_documents_are_nodes_where_asked_for(engine, texts, module):
    evidence = (*dataset().sources.values(), *dataset().documents.values())
    assert len(read(module, texts[module])) == len(dataset().entities)
    graph = read(module, exported(module, engine, with_sources=True))
    nodes = {attributes.get("bycn_id", key): attributes for key, attributes in graph.nodes(data=True)}
    for source in evidence:
        assert expected(source).items() <= nodes[source.id].items()
        assert nodes[source.id]["entity_type"] in ("source", "document")
    valid(f"{module.__name__.rpartition('.')[2]}.xsd", by_schema(exported(module, engine, TWINS, with_sources=True)))


@pytest.mark.parametrize("module", [graphml, gexf])
def test_the_direction_is_kept_unless_nobody_wants_it(engine, texts, module):
    assert read(module, texts[module]).is_directed()
    loose = read(module, exported(module, engine, undirected=True))
    assert not loose.is_directed()
    assert loose.size() == len(dataset().facts)
    matters = {data["fact_type"] for *_, data in loose.edges(data=True) if data["direction_matters"]}
    assert "CONTRACT" in matters
    assert not {"TWINNED_WITH", "AGREEMENT"} & matters


@pytest.mark.parametrize("module", [graphml, gexf])
def test_no_attribute_is_what_a_program_takes_for_its_own(texts, module):
    assert not re.findall(r'(?:title|attr\.name)="type"', texts[module])


def test_every_node_has_a_place_of_its_own(engine, texts):
    for module in (graphml, gexf):
        nodes = read(module, texts[module]).nodes(data=True)
        spots = [data.get("viz", {}).get("position", data) for _, data in nodes]
        assert len({(spot["x"], spot["y"]) for spot in spots}) == len(dataset().entities)
    nothing = read(gexf, exported(gexf, engine, Filters(types=("TWINNED_WITH",), statuses=("negotiating",))))
    assert len(nothing) == 0


def test_gephi_keeps_parallel_facts_apart_by_their_kinds(texts):
    told = re.findall(r'<edge id="[^"]*" source="([^"]*)" target="([^"]*)" kind="([^"]*)" weight="1"', texts[gexf])
    assert len(set(told)) == len(told) == len(dataset().facts)


def test_d3_and_networkx_read_nodes_and_links(engine):
    told = json.loads(exported(d3, engine))
    graph = nx.node_link_graph(told, edges="links")
    assert {key for *_, key in graph.edges(keys=True)} == dataset().facts.keys()
    assert set(graph) == dataset().entities.keys()
    fact = dataset().facts["zalesskij-2024/c1-001"]
    assert graph.edges[fact.from_, fact.to, fact.id]["sources"] == list(fact.sources)
    assert json.loads(exported(d3, engine, TWINS, undirected=True))["directed"] is False


def test_cytoscape_reads_elements(engine):
    elements = json.loads(exported(cytoscape, engine))["elements"]
    nodes = {node["data"]["id"] for node in elements["nodes"]}
    assert nodes == dataset().entities.keys()
    assert {edge["data"]["id"] for edge in elements["edges"]} == dataset().facts.keys()
    assert all({edge["data"]["source"], edge["data"]["target"]} <= nodes for edge in elements["edges"])
    assert {"x", "y"} == elements["nodes"][0]["position"].keys()


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


def by_schema(text):
    """The published schema forgot the prefix of `viz`, which Gephi and networkx need, and has `kind` only from 1.3."""
    return re.sub(r' kind="[^"]*" weight', " weight", text.replace("<viz:", "<"))


def test_gexf_keeps_to_its_schema(texts):
    valid("gexf.xsd", by_schema(texts[gexf]))


def test_what_hangs_on_no_fact_and_an_empty_graph_are_sound(engine):
    nothing = Filters(types=("TWINNED_WITH",), statuses=("negotiating",))
    for module in (graphml, gexf):
        text = exported(module, engine, nothing)
        assert len(read(module, text)) == 0
        valid(f"{'graphml' if module is graphml else 'gexf'}.xsd", re.sub(r"<viz:", "<", text))


def test_gexf_shows_the_picture(texts):
    graph = read(gexf, texts[gexf])
    for _, attributes in graph.nodes(data=True):
        viz = attributes["viz"]
        assert {"color", "size"} <= viz.keys()
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
