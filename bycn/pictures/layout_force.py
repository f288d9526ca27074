"""Ties pull and everything else pushes (Fruchterman and Reingold 1991), seeded, by numpy alone."""

import math
import random
from collections import Counter, defaultdict
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from bycn.loaders.engine import Record
from bycn.pictures.counts import length
from bycn.pictures.drawing import Box, Label, Node, node
from bycn.pictures.labels import label_lines
from bycn.pictures.layout_columns import SHAPE
from bycn.pictures.look import Look
from bycn.pictures.strands import Strand

_SEED = 20_240_601
_SPACING = 78
_ROOM = 24
_NODES = 40
"""How much of a line lies under the nodes at its ends, with what a count keeps off them."""
_LABEL_SIZES, _PRINT_SIZES = (12.0, 10.0, 8.0), (9.4,)
_STEPS = 120
_SQUEEZES = 12
_EXACT = 600
"""Up to so many entities each pushes each; of more, each is pushed by what stands in each square of a grid."""

_Spots = dict[str, tuple[float, float]]
_Places = NDArray[np.float64]


def place(
    entities: dict[str, Record], strands: list[Strand], counts: Counter[str], look: Look, room: float | None
) -> list[Node]:
    """The nodes in their places, without names: each connected piece by itself, the pieces in rows.

    Pairs stand as far from each other as the counts on their lines need.
    """
    between: dict[tuple[str, str], list[Strand]] = defaultdict(list)
    for strand in strands:
        between[min(strand.start, strand.end), max(strand.start, strand.end)].append(strand)
    pairs = sorted(between)
    long = {pair: _NODES + length(of_pair, look) for pair, of_pair in between.items() if pair[0] != pair[1]}
    spots = _in_rows([_spread(_pulled(pairs, ids), long) for ids in _pieces(sorted(entities), pairs)])
    if room and spots:
        spots = _squeezed(spots, long, room - _SPACING)
    return [
        node(entities[i], look.name(entities[i]), counts[i], round(spots[i][0]), round(spots[i][1]), None)
        for i in sorted(entities)
    ]


def _pieces(ids: list[str], pairs: list[tuple[str, str]]) -> list[list[str]]:
    """What hangs together, the largest piece first."""
    near: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        near[one].append(other)
        near[other].append(one)
    pieces, seen = [], set[str]()
    for first in ids:
        if first in seen:
            continue
        seen.add(first)
        piece = [first]
        for one in piece:
            new = [other for other in near[one] if other not in seen]
            seen.update(new)
            piece += new
        pieces.append(sorted(piece))
    return sorted(pieces, key=lambda piece: (-len(piece), piece[0]))


def _pulled(pairs: list[tuple[str, str]], ids: list[str]) -> _Spots:
    if len(ids) == 1:
        return {ids[0]: (0.0, 0.0)}
    index_of = {id_: i for i, id_ in enumerate(ids)}
    ends = np.array([(index_of[a], index_of[b]) for a, b in pairs if a in index_of and a != b])
    luck = random.Random(_SEED)  # noqa: S311
    spots = np.array([(luck.random(), luck.random()) for _ in ids])
    apart = 1.6 / math.sqrt(len(ids))
    steps = _STEPS if len(ids) <= _EXACT else _STEPS // 2
    for step in range(steps):
        moves = _pushes(spots, apart)
        line = spots[ends[:, 0]] - spots[ends[:, 1]]
        pull = line * (np.sqrt((line**2).sum(axis=1)) / apart)[:, None]
        for axis in (0, 1):
            moves[:, axis] -= np.bincount(ends[:, 0], pull[:, axis], len(ids))
            moves[:, axis] += np.bincount(ends[:, 1], pull[:, axis], len(ids))
        length = np.maximum(np.sqrt((moves**2).sum(axis=1)), 0.01)
        spots += moves * (0.1 * (1 - step / steps) / length)[:, None]
    spots -= spots.mean(axis=0)
    spots /= np.abs(spots).max() or 1.0
    reach = _SPACING * math.sqrt(len(ids)) * 0.66
    return {i: (float(x) * reach * 1.25, float(y) * reach * 0.85) for i, (x, y) in zip(ids, spots, strict=True)}


def _pushes(spots: _Places, apart: float) -> _Places:
    """How everything else pushes each spot away."""
    if len(spots) <= _EXACT:
        pushing, mass, least = spots, np.ones(len(spots)), 0.01
    else:
        side = math.ceil(math.sqrt(len(spots)) / 3)
        low = spots.min(axis=0)
        size = float((spots.max(axis=0) - low).max()) / side or 1.0
        squares = np.minimum((spots - low) // size, side - 1).astype(int) @ np.array([side, 1])
        mass = np.bincount(squares, minlength=side * side).astype(float)
        sums = [np.bincount(squares, spots[:, axis], side * side) for axis in (0, 1)]
        pushing = np.stack(sums, axis=1)[mass > 0] / mass[mass > 0][:, None]
        mass, least = mass[mass > 0], size / 4
    away = spots[:, None, :] - pushing[None, :, :]
    strength = apart * apart * mass / np.maximum((away**2).sum(axis=2), least * least)
    moves: _Places = (away * strength[:, :, None]).sum(axis=1)
    return moves


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


def _spread(spots: _Spots, long: dict[tuple[str, str], float]) -> _Spots:
    """Push apart what stands too near, a step at a time; some pairs need more room than others."""
    now = dict(spots)
    usual = _SPACING * 0.6
    long = {pair: least for pair, least in long.items() if least > usual and pair[0] in now}
    for _ in range(60 if len(now) <= 600 else 8):
        moved = False
        for a, b in [*_near(now, usual), *long]:
            least = long.get((a, b), usual)
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


def _squeezed(spots: _Spots, long: dict[tuple[str, str], float], room: float) -> _Spots:
    """The spots in a width, pushed apart again as often as that makes them wider than it."""
    for _ in range(_SQUEEZES):
        narrower = min(1.0, room / max(1.0, _reach(spots, 0)))
        spots = _spread({i: (x * narrower, y) for i, (x, y) in spots.items()}, long)
    return spots


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


def labelled(nodes: list[Node], strands: list[Strand], counted: list[Box], room: float | None) -> list[Node]:
    """Labels as large as there is room for, the most tied nodes first; none covers another, a node or a count.

    Where a name has room in no size, within the width for print, a number stands, and the name in a key.
    """
    free = _Free(nodes, strands, counted, room)
    labels: dict[str, Label] = {}
    for one in sorted(nodes, key=lambda n: (-n.facts, n.id)):
        sizes = _PRINT_SIZES if room else _LABEL_SIZES
        if label := next(filter(None, (free.place(one, one.name, size) for size in sizes)), None):
            labels[one.id] = label
    rest = sorted((one for one in nodes if one.id not in labels), key=lambda n: (n.y, n.x))
    numbers = {one.id: number for number, one in enumerate(rest, 1)}
    size = _PRINT_SIZES[0]
    for one in rest:
        number = str(numbers[one.id])
        on_node = Label((number,), one.x, one.y, "middle", size, bold=True)  # better than nowhere
        labels[one.id] = free.place(one, number, size, bold=True) or on_node
    return [one._replace(label=labels[one.id], number=numbers.get(one.id, 0)) for one in nodes]


class _Free:
    """Places for labels that are still free."""

    def __init__(self, nodes: list[Node], strands: list[Strand], counted: list[Box], room: float | None):
        self._taken = _Grid()
        self._spots = {one.id: (one.x, one.y) for one in nodes}
        self._ends: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for strand in strands:
            self._ends[strand.start].append(self._spots[strand.end])
            self._ends[strand.end].append(self._spots[strand.start])
        for one in nodes:
            self._taken.add(Box(one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius))
        for box in counted:
            self._taken.add(box)
        xs = [one.x for one in nodes] or [0]
        reach, middle = (room or math.inf) / 2, (min(xs) + max(xs)) / 2
        self._left, self._right = middle - reach, middle + reach

    def place(self, one: Node, name: str, size: float, *, bold: bool = False) -> Label | None:
        """A label for a node in the free place that the fewest of the node's own lines run through."""
        around = [label._replace(bold=bold) for label in _around(one, name, size)]
        free = [label for label in around if self._is_free(label.box)]
        if not free:
            return None
        label = min(free, key=lambda place: _crossings(place.box, self._spots[one.id], self._ends[one.id]))
        self._taken.add(label.box)
        return label

    def _is_free(self, box: Box) -> bool:
        return self._left <= box.left and box.right <= self._right and not self._taken.meets(box)


def _around(one: Node, name: str, size: float) -> list[Label]:
    """The places for a node's label: below, right, left, above, and at the corners."""
    lines = tuple(label_lines(name, _ROOM))
    off = one.radius + 3
    half = round(len(lines) * size * 0.6)
    return [
        Label(lines, one.x, one.y + off + half, "middle", size),
        Label(lines, one.x + off + 2, one.y, "start", size),
        Label(lines, one.x - off - 2, one.y, "end", size),
        Label(lines, one.x, one.y - off - half, "middle", size),
        *(
            Label(lines, one.x + side * off, one.y + down * (off // 2 + half), align, size)
            for down in (1, -1)
            for side, align in ((1, "start"), (-1, "end"))
        ),
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
