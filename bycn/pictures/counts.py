"""Where the count of a strand stands: on its line, and on no other count as long as there is room along the line."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from bycn.pictures.curves import course
from bycn.pictures.drawing import Box, Node
from bycn.pictures.strands import Strand

SIZE = 9.4
_CELL = 24
_STEP, _STEPS = 0.04, 9
_SHARES = sorted((_STEP * n for n in range(-_STEPS, _STEPS + 1)), key=lambda share: (abs(share), share))


def spread(strands: list[Strand], nodes: Mapping[str, Node], layout: str, *, lettered: bool) -> list[Strand]:
    """The strands with their counts apart; where they are `lettered`, each has something written on it."""
    taken: dict[tuple[int, int], list[Box]] = defaultdict(list)
    return [_placed(strand, nodes, layout, taken, lettered=lettered) for strand in strands]


def _placed(
    strand: Strand,
    nodes: Mapping[str, Node],
    layout: str,
    taken: dict[tuple[int, int], list[Box]],
    *,
    lettered: bool,
) -> Strand:
    signs = lettered + (len(str(len(strand.facts))) if len(strand.facts) > 1 else 0)
    if not signs:
        return strand
    way = course(layout, nodes[strand.start].spot, nodes[strand.end].spot, strand.offset)
    wide, tall = (0.32 * signs + 0.2) * SIZE, 0.58 * SIZE
    for share in _SHARES:
        x, y = way.at(strand.count_at + share)
        box = Box(x - wide, y - tall, x + wide, y + tall)
        cells = [
            (column, row)
            for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1)
            for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1)
        ]
        if not any(box.overlaps(other) for cell in cells for other in taken[cell]):
            for cell in cells:
                taken[cell].append(box)
            return replace(strand, count_at=round(strand.count_at + share, 3))
    return strand
