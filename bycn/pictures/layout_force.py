"""Ties pull and everything else pushes (Fruchterman and Reingold 1991, by networkx), seeded."""

import math
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from bycn.loaders.engine import Record
from bycn.pictures.drawing import Box, Label, Node, Tie, node
from bycn.pictures.labels import label_lines
from bycn.pictures.layout_columns import SHAPE

if TYPE_CHECKING:
    import networkx as nx

_SEED = 20_240_601
_SPACING = 78
_LABEL_SIZES = (12, 10, 8, 6, 4)

_Spots = dict[str, tuple[float, float]]


def place(entities: dict[str, Record], ties: list[Tie], counts: Counter[str]) -> list[Node]:
    """The nodes in their places: each connected piece by itself, the pieces in rows."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(sorted(entities))
    graph.add_edges_from(sorted((tie.start, tie.end) for tie in ties))
    pieces = sorted(nx.connected_components(graph), key=lambda ids: (-len(ids), min(ids)))
    spots = _in_rows([_spread(_pulled(graph, sorted(ids))) for ids in pieces])
    bare = [node(i, entities[i], counts[i], round(spots[i][0]), round(spots[i][1]), None) for i in sorted(entities)]
    return _labelled(bare, ties)


def _pulled(graph: "nx.Graph", ids: list[str]) -> _Spots:
    import networkx as nx

    if len(ids) == 1:
        return {ids[0]: (0.0, 0.0)}
    piece = nx.Graph()  # a subgraph's own order depends on the hash seed
    piece.add_nodes_from(ids)
    piece.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges(ids)))
    found = nx.spring_layout(piece, seed=_SEED, k=1.6 / math.sqrt(len(ids)), iterations=120, method="force")
    reach = _SPACING * math.sqrt(len(ids)) * 0.66
    return {i: (float(x) * reach * 1.25, float(y) * reach * 0.85) for i, (x, y) in found.items()}


def _in_rows(pieces: list[_Spots]) -> _Spots:
    """The pieces side by side, in rows that make a page's shape together."""
    sizes = [(_reach(piece, 0) + 3 * _SPACING, _reach(piece, 1) + 1.4 * _SPACING) for piece in pieces]
    room = max([0.0, *(wide for wide, _ in sizes)], default=0.0)
    room = max(room, math.sqrt(sum(wide * tall for wide, tall in sizes) * SHAPE) * 1.1)
    spots: _Spots = {}
    x = y = row = 0.0
    for piece, (wide, tall) in zip(pieces, sizes, strict=True):
        if x and x + wide > room:
            x, y, row = 0.0, y + row, 0.0
        left, top = min(p[0] for p in piece.values()), min(p[1] for p in piece.values())
        spots |= {i: (px - left + x, py - top + y) for i, (px, py) in piece.items()}
        x, row = x + wide, max(row, tall)
    return spots


def _reach(piece: _Spots, axis: int) -> float:
    along = [spot[axis] for spot in piece.values()]
    return max(along) - min(along)


def _spread(spots: _Spots) -> _Spots:
    """Push apart what stands too near, a step at a time."""
    now = dict(spots)
    least = _SPACING * 0.6
    for _ in range(60 if len(now) <= 600 else 8):
        moved = False
        for a, b in _near(now, least):
            dx, dy = now[b][0] - now[a][0], now[b][1] - now[a][1]
            far = math.hypot(dx, dy) or 1.0
            if far < least:
                push = (least - far) / far / 2
                dx, dy = (dx * push, dy * push) if dx or dy else (least / 2, 0.0)
                now[a] = (now[a][0] - dx, now[a][1] - dy)
                now[b] = (now[b][0] + dx, now[b][1] + dy)
                moved = True
        if not moved:
            break
    return now


def _near(spots: _Spots, reach: float) -> list[tuple[str, str]]:
    """The pairs that may be nearer than `reach`: those in the same or neighbouring squares of a grid."""
    cells: dict[tuple[int, int], list[str]] = defaultdict(list)
    for i, (x, y) in spots.items():
        cells[int(x // reach), int(y // reach)].append(i)
    pairs = []
    for (cx, cy), here in sorted(cells.items()):
        pairs += list(combinations(here, 2))
        for dx, dy in ((1, 0), (0, 1), (1, 1), (1, -1)):
            pairs += [(a, b) for a in here for b in cells.get((cx + dx, cy + dy), ())]
    return pairs


# Labels


def _labelled(nodes: list[Node], ties: list[Tie]) -> list[Node]:
    """Labels as large as there is room for, the most tied nodes first; none covers another, or a node.

    Of the places that are free the one is taken that the fewest of the node's own lines run through.
    """
    taken = _Grid()
    spots = {one.id: (one.x, one.y) for one in nodes}
    ends: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for tie in ties:
        ends[tie.start].append(spots[tie.end])
        ends[tie.end].append(spots[tie.start])
    for one in nodes:
        taken.add(Box(one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius))
    labels: dict[str, Label] = {}
    for one in sorted(nodes, key=lambda n: (-n.facts, n.id)):
        for size in _LABEL_SIZES:
            free = [label for label in _around(one, size) if not taken.meets(label.box)]
            if free:
                label = min(free, key=lambda around: _crossings(around.box, spots[one.id], ends[one.id]))
                labels[one.id] = label
                taken.add(label.box)
                break
    return [one._replace(label=labels.get(one.id)) for one in nodes]


def _around(one: Node, size: int) -> list[Label]:
    """The places for a node's label: below, right, left, above."""
    lines = tuple(label_lines(one.name))
    off = one.radius + 3
    half = round(len(lines) * size * 0.6)
    return [
        Label(lines, one.x, one.y + off + half, "middle", size),
        Label(lines, one.x + off + 2, one.y, "start", size),
        Label(lines, one.x - off - 2, one.y, "end", size),
        Label(lines, one.x, one.y - off - half, "middle", size),
    ]


def _crossings(box: Box, start: tuple[int, int], ends: list[tuple[int, int]]) -> int:
    """How many of the lines from `start` run through a box, by looking at points on their first stretch."""
    count = 0
    for x, y in ends:
        far = math.hypot(x - start[0], y - start[1]) or 1.0
        steps = [(start[0] + (x - start[0]) * d / far, start[1] + (y - start[1]) * d / far) for d in range(8, 120, 4)]
        count += any(box.left < px < box.right and box.top < py < box.bottom for px, py in steps)
    return count


class _Grid:
    """Boxes, found quickly by where they are."""

    _CELL = 80

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        for cell in self._covered(box):
            self._cells[cell].append(box)

    def meets(self, box: Box) -> bool:
        return any(box.overlaps(other) for cell in self._covered(box) for other in self._cells.get(cell, ()))

    def _covered(self, box: Box) -> list[tuple[int, int]]:
        columns = range(int(box.left // self._CELL), int(box.right // self._CELL) + 1)
        rows = range(int(box.top // self._CELL), int(box.bottom // self._CELL) + 1)
        return [(column, row) for column in columns for row in rows]
