"""Which ties hold the network together: without one of them it falls into two."""

from typing import TYPE_CHECKING

from bycn.queries.answers import Answer
from bycn.queries.remarks import SmallLeftOut

if TYPE_CHECKING:
    import networkx as nx

COLUMNS = ("from", "to", "cut_off", "side", "facts", "plans", "types", "from_id", "to_id")
LEAST = 2


def bridges(graph: "nx.Graph", *, least: int = LEAST) -> Answer:
    """The pairs of a graph of ties without which no path joins their ends, however many facts tie each pair.

    One row a pair: how many entities its loss would cut off, on the smaller side, which is that of `to`, and their
    names. Pairs that cut off fewer than `least` are counted in a remark only: what has one partner is always cut off.
    """
    cut_off = _smaller_sides(graph)
    rows = []
    for (near, far), side in cut_off.items():
        if len(side) < least:
            continue
        tie = graph.edges[near, far]
        facts, plans = ([id_ for id_, _ in tie[kind]] for kind in ("facts", "planned"))
        names = sorted(graph.nodes[entity]["name"] for entity in side)
        types = sorted({type_ for _, type_ in tie["facts"] + tie["planned"]})
        ends = (graph.nodes[near]["name"], graph.nodes[far]["name"])
        rows.append((*ends, len(side), names, facts, plans, types, near, far))
    rows.sort(key=lambda row: (-row[2], *row[-2:]))
    left = len(cut_off) - len(rows)
    return Answer(COLUMNS, rows, [SmallLeftOut(left, least)] if left else [])


def _smaller_sides(graph: "nx.Graph") -> dict[tuple[str, str], set[str]]:
    """For each bridge, written towards the side that is smaller, the entities on that side."""
    import networkx as nx

    found = list(nx.bridges(graph))
    firm = graph.copy()
    firm.remove_edges_from(found)
    blocks = [set(block) for block in nx.connected_components(firm)]
    block_of = {entity: number for number, block in enumerate(blocks) for entity in block}
    tree = nx.Graph((block_of[a], block_of[b], {"ends": (a, b)}) for a, b in found)
    sides: dict[tuple[str, str], set[str]] = {}
    for part in nx.connected_components(tree):
        root = min(part, key=lambda number: min(blocks[number]))
        total = sum(len(blocks[number]) for number in part)
        below = {number: set(blocks[number]) for number in part}
        for child, parent in _upwards(tree, root):
            a, b = tree.edges[child, parent]["ends"]
            near, far = (a, b) if block_of[b] == child else (b, a)
            if _is_smaller(below[child], total, near, far):
                sides[near, far] = set(below[child])
            else:
                everything = set().union(*(blocks[number] for number in part))
                sides[far, near] = everything - below[child]
            below[parent] |= below[child]
    return sides


def _upwards(tree: "nx.Graph", root: int) -> list[tuple[int, int]]:
    """The edges of a tree as child and parent, children first."""
    import networkx as nx

    return [(child, parent) for parent, child in reversed(list(nx.bfs_edges(tree, root)))]


def _is_smaller(below: set[str], total: int, near: str, far: str) -> bool:
    return 2 * len(below) < total or (2 * len(below) == total and far > near)
