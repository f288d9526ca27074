"""The graph in networkx, and what is computed on it: held against counts and searches of another kind."""

import itertools
import os
import subprocess
import sys
from collections import Counter

import networkx as nx
import pytest

from bycn.graph_model.ids import work_of
from bycn.graph_model.vocabulary import PLANS
from bycn.queries.bridges import bridges
from bycn.queries.centrality import central
from bycn.queries.communities import communities, components
from bycn.queries.filters import Filters
from bycn.queries.network_attributes import NUMBERS
from bycn.queries.networks import TooManyFacts, tie_network, to_networkx
from bycn.queries.remarks import TiedPairs
from tests.engines import ENGINES, dataset, engine_with_dataset

TWINS = Filters(types=("TWINNED_WITH",))


@pytest.fixture(scope="module")
def graph(engine):
    return tie_network(engine)


@pytest.mark.parametrize("name", ENGINES)
def test_the_whole_graph_with_all_attributes(name, request):
    known = dataset()
    with engine_with_dataset(name, request) as engine:
        graph = to_networkx(engine)
    assert set(graph) == set(known.entities)
    assert {key: (a, b) for a, b, key in graph.edges(keys=True)} == {
        fact.id: (fact.from_, fact.to) for fact in known.facts.values()
    }
    vitebsk = graph.nodes["city/vitebsk"]
    assert (vitebsk["name"], vitebsk["entity_type"], vitebsk["names_ru"].split("|")[0]) == (
        "Vitebsk",
        "city",
        "Витебск",
    )
    for _, _, key, attributes in graph.edges(keys=True, data=True):
        fact = known.facts[key]
        assert attributes["fact_type"] == fact.type
        assert attributes["title"] == fact.title
        assert attributes["sources"] == "|".join(fact.sources)
        assert attributes.get("date") == (fact.date.text if fact.date else None)
    assert not [n for _, d in graph.nodes(data=True) for n in d if n.startswith("_")]


def test_parallel_facts_stand_side_by_side(engine):
    graph = to_networkx(engine)
    pairs = Counter((fact.from_, fact.to) for fact in dataset().facts.values())
    (start, end), count = pairs.most_common(1)[0]
    assert count > 1
    assert graph.number_of_edges(start, end) == count


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_networkx_writes_what_it_is_given(engine, form, tmp_path):
    path = tmp_path / f"whole.{form}"
    graph = to_networkx(engine)
    getattr(nx, f"write_{form}")(graph, path)
    back = nx.read_gexf(path) if form == "gexf" else nx.read_graphml(path, force_multigraph=True)
    assert (len(back), back.size()) == (len(graph), graph.size())
    told = {data.get("id") or key: data["fact_type"] for *_, key, data in back.edges(keys=True, data=True)}
    assert told == {key: data["fact_type"] for *_, key, data in graph.edges(keys=True, data=True)}


def test_kinds_keep_the_facts_of_a_pair_apart(engine):
    edges = list(to_networkx(engine).edges(data=True))
    kinds = {(frozenset((start, end)), told["kind"]) for start, end, told in edges}
    assert len(kinds) == len(edges)
    assert all(told["kind"].split()[0] == told["fact_type"] for *_, told in edges)


def test_filters_keep_facts_and_what_they_tie(engine):
    graph = to_networkx(engine, TWINS)
    twinned = [f for f in dataset().facts.values() if f.type == "TWINNED_WITH"]
    assert {key for *_, key in graph.edges(keys=True)} == {fact.id for fact in twinned}
    assert set(graph) == {end for fact in twinned for end in (fact.from_, fact.to)}


@pytest.mark.parametrize("work", sorted({work_of(source) for source in dataset().sources}))
def test_what_one_work_tells_is_a_network_with_all_attributes(engine, work):
    graph = to_networkx(engine, Filters(works=(work,)))
    of_work = {f.id for f in dataset().facts.values() if work in map(work_of, f.sources)}
    assert {key for *_, key in graph.edges(keys=True)} == of_work
    assert {type(edge[name]) for *_, edge in graph.edges(data=True) for name in NUMBERS & edge.keys()} <= {float}
    assert tie_network(engine, Filters(works=(work,))).number_of_edges() <= len(of_work)


def test_too_many_facts_are_refused_with_the_remedy(engine):
    count = len(dataset().facts)
    assert to_networkx(engine, max_facts=count).number_of_edges() == count
    with pytest.raises(TooManyFacts, match="max_facts"):
        to_networkx(engine, max_facts=count - 1)


def test_ties_are_what_the_facts_say(graph):
    entities = dataset().entities
    expected = Counter()
    for fact in dataset().facts.values():
        ends = frozenset((fact.from_, fact.to))
        counts = fact.trait == "tie" and len(ends) == 2
        if counts and not any(entities[end].type == "country" for end in ends):
            expected[ends] += 1
    assert {frozenset((a, b)): weight for a, b, weight in graph.edges(data="weight")} == expected
    assert all(len(tie["facts"]) == tie["weight"] - tie["plans"] for *_, tie in graph.edges(data=True))
    planned = {id_ for *_, tie in graph.edges(data="planned") for id_, _ in tie}
    assert planned
    plans = {fact.id for fact in dataset().facts.values() if fact.status in PLANS}
    assert planned <= plans
    assert not plans & {id_ for *_, tie in graph.edges(data="facts") for id_, _ in tie}


def test_countries_events_and_named_types_count_when_asked_for(engine, graph):
    assert not {"BY", "CN"} & set(graph)
    assert {"BY", "CN"} <= set(tie_network(engine, through_countries=True))
    events = {e.id for e in dataset().entities.values() if e.type == "event"}
    assert not events & set(graph)
    assert events & set(tie_network(engine, with_events=True))
    assert tie_network(engine, with_structure=True).has_edge("city/vitebsk", "BY-VI")
    assert not graph.has_edge("city/vitebsk", "BY-VI")
    placed = tie_network(engine, Filters(types=("located_in",)))
    types = {type_ for kind in ("facts", "planned") for *_, tie in placed.edges(data=kind) for _, type_ in tie}
    assert types == {"LOCATED_IN"}


def test_central_is_what_counting_says(graph):
    answer = central(graph, limit=10_000)
    partners = {e: set() for e in graph}
    for a, b in graph.edges:
        partners[a].add(b)
        partners[b].add(a)
    assert len(answer) == len(graph)
    told = Counter(end for a, b, facts in graph.edges(data="facts") for end in (a, b) for _ in facts)
    for row in answer.to_dicts():
        assert row["facts"] == told[row["id"]]
        assert row["partners"] == len(partners[row["id"]])
        assert row["degree"] == round(row["partners"] / (len(graph) - 1), 6)
    assert [row["partners"] for row in answer] == sorted((len(p) for p in partners.values()), reverse=True)
    by_plans_alone = sum(not facts for *_, facts in graph.edges(data="facts"))
    assert by_plans_alone
    assert answer.remarks == [TiedPairs(len(graph), graph.number_of_edges(), by_plans_alone)]


def test_betweenness_is_what_enumerating_shortest_paths_says(engine):
    graph = tie_network(engine, TWINS, through_countries=True)
    through = Counter()
    for a, b in itertools.combinations(sorted(graph), 2):
        if nx.has_path(graph, a, b):
            found = list(nx.all_shortest_paths(graph, a, b))
            for path in found:
                for entity in path[1:-1]:
                    through[entity] += 1 / len(found)
    pairs = (len(graph) - 1) * (len(graph) - 2) / 2
    rows = central(graph, by="betweenness", limit=1_000).to_dicts()
    assert {row["id"]: row["betweenness"] for row in rows} == pytest.approx(
        {entity: through[entity] / pairs for entity in graph}, abs=1e-6
    )
    assert [row["betweenness"] for row in rows] == sorted((row["betweenness"] for row in rows), reverse=True)


def test_a_large_graph_is_estimated_and_that_is_said():
    graph = nx.relabel_nodes(nx.barabasi_albert_graph(3_100, 2, seed=1), str)
    for entity in graph:
        graph.nodes[entity].update(name=entity, id=entity, entity_type="city", country="BY")
    nx.set_edge_attributes(graph, 1, "weight")
    nx.set_edge_attributes(graph, 0, "plans")
    first, second = central(graph, by="betweenness"), central(graph, by="betweenness")
    assert first.rows == second.rows
    assert any("estimated" in str(remark) for remark in first.remarks)


def test_components_are_what_walking_says(engine, graph):
    answer = components(graph)
    seen = {entity: entity for entity in graph}
    changed = True
    while changed:
        changed = False
        for a, b in graph.edges:
            least = min(seen[a], seen[b])
            changed = changed or seen[a] != seen[b]
            seen[a] = seen[b] = least
    sizes = sorted(Counter(seen.values()).values(), reverse=True)
    assert [row["entities"] for row in answer] == sizes
    assert sum(row["facts"] + row["plans"] for row in answer) == graph.size(weight="weight")
    assert sum(row["plans"] for row in answer) == graph.size(weight="plans") > 0
    members = components(graph, each_member=True)
    assert Counter(row["group"] for row in members) == {row["group"]: row["entities"] for row in answer}


def test_communities_part_the_entities_and_are_better_than_the_components(graph):
    answer = communities(graph)
    groups = [set(row["members"]) for row in answer]
    assert sum(map(len, groups)) == len(graph)
    assert set().union(*groups) == set(graph)
    ours = nx.community.modularity(graph, groups)
    assert ours > nx.community.modularity(graph, list(nx.connected_components(graph)))
    assert f"modularity {ours:.3f}" in answer.remarks[-1]
    assert len(communities(graph, resolution=3)) > len(answer)
    members = communities(graph, each_member=True)
    assert [row["id"] for row in members] == [entity for row in answer for entity in row["members"]]
    assert all(row["partners_inside"] <= row["partners"] for row in members)


def test_communities_are_the_same_in_every_process():
    program = (
        "from bycn.loaders.embedded.database import EmbeddedEngine as E\n"
        "from bycn.queries.networks import tie_network\nfrom bycn.queries.communities import communities\n"
        "print(communities(tie_network(E())).rows)"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


@pytest.mark.parametrize("least", [1, 2])
def test_bridges_are_the_pairs_whose_loss_parts_the_network(engine, least):
    graph = tie_network(engine, Filters(types=("COOPERATES_WITH", "TWINNED_WITH")))
    expected = {}
    for a, b in list(graph.edges):
        without = graph.copy()
        without.remove_edge(a, b)
        if not nx.has_path(without, a, b):
            expected[frozenset((a, b))] = min(
                len(nx.node_connected_component(without, a)), len(nx.node_connected_component(without, b))
            )
    answer = bridges(graph, least=least)
    found = {frozenset((row["from_id"], row["to_id"])): row["cut_off"] for row in answer}
    assert found == {pair: size for pair, size in expected.items() if size >= least}
    assert expected
    for row in answer:
        without = graph.copy()
        without.remove_edge(row["from_id"], row["to_id"])
        side = nx.node_connected_component(without, row["to_id"])
        assert sorted(graph.nodes[entity]["name"] for entity in side) == row["side"]


def test_nothing_is_left_by_filters(engine):
    graph = tie_network(engine, Filters(types=("TWINNED_WITH",), statuses=("negotiating",)))
    for answer in (central(graph), components(graph), communities(graph), bridges(graph)):
        assert answer.rows == []
