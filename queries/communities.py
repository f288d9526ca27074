"""Which entities belong together: communities, and the pieces that nothing ties to each other."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from bycn.queries.answers import Answer

if TYPE_CHECKING:
    import networkx as nx

GROUPS = ("group", "entities", "facts", "plans", "most_tied", "names", "members")
MEMBERS = ("group", "name", "id", "type", "country", "partners", "partners_inside")
SEED, RESOLUTION = 2023, 1.0
_FOREMOST = 5


def communities(
    graph: "nx.Graph", *, resolution: float = RESOLUTION, seed: int = SEED, each_member: bool = False
) -> Answer:
    """The communities of a graph of ties, largest first: entities tied more to each other than to the rest.

    Found by the method of Louvain (Blondel et al. 2008) with the number of facts and plans as weight and a fixed seed:
    the same graph gives the same communities. A higher `resolution` gives smaller ones.
    """
    import networkx as nx

    if not graph.number_of_edges():
        return Answer(MEMBERS if each_member else GROUPS, [])
    numbered = nx.convert_node_labels_to_integers(graph, ordering="sorted", label_attribute="id")
    found = nx.community.louvain_communities(numbered, weight="weight", resolution=resolution, seed=seed)
    modularity = nx.community.modularity(numbered, found, weight="weight", resolution=resolution)
    groups = [[numbered.nodes[number]["id"] for number in group] for group in found]
    answer = _answer(graph, groups, each_member=each_member)
    answer.remarks.append(f"{len(groups):,} communities, modularity {modularity:.3f}")
    return answer


def components(graph: "nx.Graph", *, each_member: bool = False) -> Answer:
    """The connected components of a graph of ties, largest first: no tie leads from one to another."""
    import networkx as nx

    return _answer(graph, nx.connected_components(graph), each_member=each_member)


def _answer(graph: "nx.Graph", groups: Iterable[Collection[str]], *, each_member: bool) -> Answer:
    ordered = sorted((_by_ties(graph, group) for group in groups), key=lambda group: (-len(group), group[0]))
    if each_member:
        rows = [row for number, group in enumerate(ordered, 1) for row in _members(graph, number, group)]
        return Answer(MEMBERS, rows)
    return Answer(GROUPS, [_summary(graph, number, group) for number, group in enumerate(ordered, 1)])


def _by_ties(graph: "nx.Graph", group: Collection[str]) -> list[str]:
    return sorted(group, key=lambda entity: (-graph.degree(entity), entity))


def _summary(
    graph: "nx.Graph", number: int, group: list[str]
) -> tuple[int, int, int, int, list[str], list[str], list[str]]:
    inside = graph.subgraph(group)
    names = [graph.nodes[entity]["name"] for entity in group]
    plans = int(inside.size(weight="plans"))
    facts = int(inside.size(weight="weight")) - plans
    return number, len(group), facts, plans, names[:_FOREMOST], names, group


def _members(graph: "nx.Graph", number: int, group: list[str]) -> list[tuple[object, ...]]:
    inside = graph.subgraph(group)
    return [
        (
            number,
            *(graph.nodes[entity][name] for name in ("name", "id", "entity_type", "country")),
            graph.degree(entity),
            inside.degree(entity),
        )
        for entity in group
    ]
