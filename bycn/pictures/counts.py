"""Where the count of a strand stands: on its line, and clear of names, nodes and other counts while there is room.

`page.js` does the same for what its filters leave and where nodes are moved to.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from bycn.pictures.curves import course
from bycn.pictures.drawing import Box, Drawing
from bycn.pictures.strands import Strand

SIZE, CLEAR = 9.4, 2.3
"""The size of a count, and the room around it: half of its halo, and a pixel."""
WIDE, TALL = 0.32, 0.42
"""Half of the width of a digit and of its height, in ems."""
SHARES = sorted((round(0.015 * n, 3) for n in range(-31, 32)), key=lambda share: (abs(share), share))
"""How far along its line from its first place a count is tried, nearest first."""
HALO, WIDE_HALO = 2.6, 6.0
"""The halo of a count, and of one that a line is wide enough to hold: so it can be read on a dash's end as well."""
_CELL = 24


def spread(drawing: Drawing) -> list[Strand]:
    """The strands with their counts apart. In grey each has a letter for its kind, too."""
    taken = _Taken()
    for node in drawing.nodes:
        taken.add(Box(node.x - node.radius, node.y - node.radius, node.x + node.radius, node.y + node.radius))
    for label in (*(node.label for node in drawing.nodes), *drawing.captions):
        if label:
            taken.add(label.box)
    return [_placed(strand, drawing, taken) for strand in drawing.strands]


def halo(strand: Strand) -> float:
    """How wide the halo of a strand's count is."""
    return WIDE_HALO if strand.width > SIZE else HALO


def letters(drawing: Drawing) -> int:
    """How many letters stand before a count."""
    return int(drawing.look.is_grey)


class _Taken:
    """The boxes that are taken, found by where they lie."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        for cell in _cells(box):
            self._cells[cell].append(box)

    def is_free(self, box: Box) -> bool:
        return not any(box.overlaps(other) for cell in _cells(box) for other in self._cells.get(cell, ()))


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row


def _placed(strand: Strand, drawing: Drawing, taken: _Taken) -> Strand:
    signs = letters(drawing) + (len(str(len(strand.facts))) if len(strand.facts) > 1 else 0)
    if not signs:
        return strand
    nodes = drawing.by_id
    way = course(drawing.layout, nodes[strand.start].spot, nodes[strand.end].spot, strand.offset)

    def box_at(share: float) -> Box:
        x, y = way.at(share)
        wide, tall = WIDE * SIZE * signs + CLEAR, TALL * SIZE + CLEAR
        return Box(x - wide, y - tall, x + wide, y + tall)

    places = [round(strand.count_at + share, 3) for share in SHARES]
    at = next((place for place in places if 0 < place < 1 and taken.is_free(box_at(place))), strand.count_at)
    taken.add(box_at(at))
    return replace(strand, count_at=at)
