"""Made-up places and ties for the tests of chains, and networkx's word on how long chains are."""

from itertools import combinations, pairwise

import networkx as nx

from bycn.graph_model.containment import Containment
from bycn.graph_model.vocabulary import FACT_TRAITS, PLANS, SITES
from bycn.queries.layers import Rules
from tests.made_up import entity, fact

BY, CN = entity("BY"), entity("CN", "CN")


def lies(what: str, where: str, type_: str = "LOCATED_IN"):
    return fact(f"{what}-in-{where}", type_, what, where)


def by(*ids: str):
    return [entity(id_) for id_ in ids]


def cn(*ids: str):
    return [entity(id_, "CN") for id_ in ids]


def tied(name: str, one: str, other: str, **more: object):
    return fact(name, "COOPERATES_WITH", f"company/{one}", f"company/{other}", **more)


def oracle(graph, rules: Rules, starts: set[str], ends: set[str]) -> "nx.Graph":
    """The same by networkx: entities a tie apart, two apart that one place or body, or an event, holds."""
    containment = Containment(graph)
    walk = nx.Graph()
    walk.add_nodes_from(graph.entities)
    rooms = nx.Graph()
    for id_ in graph.entities:
        rooms.add_edges_from((id_, ("in", holder)) for holder in containment.holders(id_))
    for told in graph.facts.values():
        plan = told.status in PLANS
        if FACT_TRAITS[told.type] == "tie" and told.from_ != told.to:
            walk.add_edge(told.from_, told.to)
        elif told.type in ("LOCATED_IN", "PART_OF") or (
            rules.with_events and not plan and told.type in ("MEMBER_OF", "TOOK_PART_IN")
        ):
            rooms.add_edge(told.from_, ("in", told.to))
    walk.graph["rooms"] = {id_: set[str]() for id_ in graph.entities}
    for room in [node for node in rooms if isinstance(node, tuple)]:
        kind = graph.entities[room[1]].type
        if (
            (kind == "event" and not rules.with_events)
            or (kind == "country" and not rules.through_countries)
            or (rules.no_places and kind in SITES)
        ):
            continue
        for one in rooms[room]:
            walk.graph["rooms"][one].add(room[1])
        for one, other in combinations(rooms[room], 2):
            if not walk.has_edge(one, other):
                walk.add_edge(one, other, weight=2)
    closed = ["country"] * (not rules.through_countries) + ["event"] * (not rules.with_events)
    walk.remove_nodes_from([i for i, e in graph.entities.items() if e.type in closed and i not in starts | ends])
    return walk


def lengths_by_networkx(graph, rules: Rules, starts: set[str], ends: set[str]) -> list[tuple[int, tuple[str, ...]]]:
    """All chains of at most six, each with its length."""
    walk = oracle(graph, rules, starts, ends)
    found = []
    for start in starts:
        inner = walk.subgraph(set(walk) - (starts - {start}))
        for way in nx.all_simple_paths(inner, start, ends, cutoff=6):
            length = sum(walk.edges[hop].get("weight", 1) for hop in pairwise(way))
            if length <= 6 and not ends & set(way[:-1]) and not _passes_idly(walk, way):
                found.append((length, tuple(way)))
    return sorted(found)


def _passes_idly(walk: "nx.Graph", way: list[str]) -> bool:
    """Whether two passages in a row lead where one does, or by others than the inner of two that hold each other."""
    rooms = walk.graph["rooms"]
    for n, (one, between, other) in enumerate(zip(way, way[1:], way[2:], strict=False)):
        if all(walk.edges[hop].get("weight") for hop in pairwise(way[n : n + 3])):
            first, second = rooms[one] & rooms[between], rooms[between] & rooms[other]
            apart = [{a, b} for a in first for b in second if not (a in rooms[b] or b in rooms[a])]
            if rooms[one] & rooms[other] or not (apart or between in first | second):
                return True
    return False
