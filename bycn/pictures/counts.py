"""Where the count of a strand stands: on its line, and clear of names, nodes and other counts while there is room.

`page.js` does the same for what its filters leave and where nodes are moved to.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from bycn.pictures.curves import Course, course
from bycn.pictures.drawing import Box, Drawing
from bycn.pictures.look import Look
from bycn.pictures.strands import Strand

SIZE, CLEAR = 9.4, 2.3
"""The size of a count, and the room around it: half of its halo, and a pixel."""
WIDE, TALL = 0.32, 0.42
"""Half of the width of a digit and of its height, in ems."""
SHARES = sorted((round(0.015 * n, 3) for n in range(-31, 32)), key=lambda share: (abs(share), share))
"""How far along its line from its first place a count is tried, nearest first."""
RUNS = [round(0.98 - 0.005 * n, 3) for n in range(190)]
"""Where on a level run it is tried then, from the node's end, which stands behind all names."""
HALO, WIDE_HALO = 2.6, 6.0
"""The halo of a count, and of one that a line is wide enough to hold: so it can be read on a dash's end as well."""
_ASLANT = 1.5
"""How much longer than wide the place of a count is where its line runs aslant."""
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


def boxes(drawing: Drawing) -> list[Box]:
    """The room that the counts of a drawing take, where they stand."""
    return [
        _box(_course(strand, drawing), signs, strand.count_at)
        for strand in drawing.strands
        if (signs := _signs(strand, drawing.look))
    ]


def length(strands: Iterable[Strand], look: Look) -> float:
    """How long the line of a pair has to be for the counts of its strands to stand one behind another."""
    return sum(2 * _far(signs) * _ASLANT for strand in strands if (signs := _signs(strand, look)))


def halo(strand: Strand) -> float:
    """How wide the halo of a strand's count is."""
    return WIDE_HALO if strand.width > SIZE else HALO


def rules(look: Look) -> dict[str, Any]:
    """What `page.js` needs to place counts as they are placed here."""
    return {
        "size": SIZE,
        "clear": CLEAR,
        "wide": WIDE,
        "tall": TALL,
        "halo": HALO,
        "wideHalo": WIDE_HALO,
        "shares": SHARES,
        "runs": RUNS,
        "letters": letters(look),
    }


def letters(look: Look) -> int:
    """How many letters stand before a count."""
    return int(look.is_grey)


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


def _signs(strand: Strand, look: Look) -> int:
    return letters(look) + (len(str(len(strand.facts))) if len(strand.facts) > 1 else 0)


def _box(way: Course, signs: int, share: float) -> Box:
    x, y = way.at(share)
    wide, tall = _far(signs), TALL * SIZE + CLEAR
    return Box(x - wide, y - tall, x + wide, y + tall)


def _course(strand: Strand, drawing: Drawing) -> Course:
    start, end = (drawing.by_id[i].spot for i in (strand.start, strand.end))
    return course(drawing.layout, start, end, strand.offset)


def _far(signs: int) -> float:
    return WIDE * SIZE * signs + CLEAR


def _placed(strand: Strand, drawing: Drawing, taken: _Taken) -> Strand:
    signs = _signs(strand, drawing.look)
    if not signs:
        return strand

    way = _course(strand, drawing)
    on_curve = (place for share in SHARES if 0 < (place := round(strand.count_at + share, 3)) < 1)
    on_runs = (*(1 + share for share in RUNS if way.behind), *(-share for share in RUNS if way.before))
    at = next((place for place in (*on_curve, *on_runs) if taken.is_free(_box(way, signs, place))), strand.count_at)
    taken.add(_box(way, signs, at))
    return replace(strand, count_at=at)
