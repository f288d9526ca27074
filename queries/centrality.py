"""The most central entities of the network."""

from typing import TYPE_CHECKING

from bycn.queries.answers import Answer
from bycn.queries.remarks import Remark, TiedPairs

if TYPE_CHECKING:
    import networkx as nx

COLUMNS = ("rank", "name", "id", "type", "country", "partners", "facts", "plans", "degree", "betweenness")
MEASURES = ("degree", "betweenness")
BY, LIMIT = "degree", 20
PIVOTS = 300
"""Betweenness is exact up to so many entities times ten; beyond, it is estimated from so many of them."""
SEED = 2023
_DIGITS = 6


def central(graph: "nx.Graph", *, by: str = BY, limit: int = LIMIT) -> Answer:
    """The entities of a graph of ties in the order of one measure of centrality.

    `degree` is the share of the others that an entity is tied to; `betweenness` the share of the shortest paths
    between others that run through it (Freeman 1977, by Brandes 2001). Both count each pair once, however many facts
    tie it; facts and plans have columns of their own.
    """
    import networkx as nx

    estimated = len(graph) > PIVOTS * 10
    measures = {
        "degree": nx.degree_centrality(graph),
        "betweenness": nx.betweenness_centrality(graph, k=PIVOTS if estimated else None, seed=SEED),
    }
    order = sorted(graph, key=lambda entity: (-measures[by][entity], -graph.degree(entity, weight="weight"), entity))
    rows = [
        (
            rank,
            *(graph.nodes[entity][name] for name in ("name", "id", "entity_type", "country")),
            graph.degree(entity),
            graph.degree(entity, weight="weight") - graph.degree(entity, weight="plans"),
            graph.degree(entity, weight="plans"),
            *(round(measures[measure][entity], _DIGITS) for measure in MEASURES),
        )
        for rank, entity in enumerate(order[:limit], 1)
    ]
    planned = sum(tie["weight"] == tie.get("plans") for _, _, tie in graph.edges(data=True))
    remarks: list[Remark] = [TiedPairs(len(graph), graph.number_of_edges(), planned)]
    if estimated:
        remarks.append(f"betweenness is estimated from {PIVOTS} entities drawn with a fixed seed")
    return Answer(COLUMNS, rows, remarks)
