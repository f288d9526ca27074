"""How strands run: level out of a node, across in a sweep, along a side in an arc that bulges inwards, or straight.

`page.js` holds the same curve, for nodes that are moved and views that are filtered; a test keeps the two equal.
"""

import math
from itertools import pairwise
from typing import NamedTuple

ACROSS = 60
"""Two nodes further apart than this, sideways, are joined by a sweep, nearer ones by an arc."""

Point = tuple[float, float]


class Spot(NamedTuple):
    """Where a strand begins or ends. From `gate` on it may bend; up to there it runs level, between two names."""

    x: int
    y: int
    radius: int
    gate: int


class Course(NamedTuple):
    """A cubic curve, with a level run before or behind it where a name's column lies between."""

    curve: tuple[Point, ...]
    before: tuple[Point, ...] = ()
    behind: tuple[Point, ...] = ()

    @property
    def path(self) -> str:
        """As an SVG path.

        >>> Course(((0, 0), (5, 0), (5, 9), (10, 9)), before=((-4, 0),)).path
        'M-4 0L0 0C5 0 5 9 10 9'
        """
        start, *rest = (_word(point) for point in self.curve)
        lead = "".join(f"{_word(point)}L" for point in self.before)
        return f"M{lead}{start}C{' '.join(rest)}" + "".join(f"L{_word(point)}" for point in self.behind)

    def at(self, share: float) -> Point:
        """The point at a share of the curve (by de Casteljau's algorithm); below 0 and above 1, of the run there."""
        if share < 0:
            return _between(self.curve[0], self.before[0], -share)
        if share > 1:
            return _between(self.curve[-1], self.behind[0], share - 1)
        left = self.curve
        while len(left) > 1:
            left = tuple(_between(one, other, share) for one, other in pairwise(left))
        return left[0]

    def with_arrow(self, spot: Spot, width: float) -> "tuple[Course, str]":
        """The course, ending where its arrow begins, and the arrow, whose tip stands at a node's edge."""
        (x, y), (end_x, end_y) = [*self.curve, *self.behind][-2:]
        angle = math.atan2(end_y - y, end_x - x)
        cos, sin = math.cos(angle), math.sin(angle)
        back, half = 6 + width, 2.4 + 0.7 * width
        off = math.sqrt(max(1.0, spot.radius**2 - (end_x - spot.x) ** 2 - (end_y - spot.y) ** 2)) + 1
        tip = (end_x - off * cos, end_y - off * sin)
        base = (tip[0] - back * cos, tip[1] - back * sin)
        corners = [(base[0] - half * sin * side, base[1] + half * cos * side) for side in (1, -1)]
        whole = self._replace(behind=(base,)) if self.behind else self._replace(curve=(*self.curve[:-1], base))
        return whole, f"M{_word(tip)}{''.join(f'L{_word(corner)}' for corner in corners)}Z"


def course(layout: str, a: Spot, b: Spot, offset: float) -> Course:
    """How a strand that lies `offset` beside the middle of its pair runs from `a` to `b`."""
    if (a.x, a.y) == (b.x, b.y):
        far = a.radius + 14 + abs(offset)
        return Course(((a.x, a.y), (a.x - far, a.y - 2 * far), (a.x + far, a.y - 2 * far), (a.x, a.y)))
    near_a, near_b = (_within(offset, spot.radius) for spot in (a, b))
    if layout == "force":
        dx, dy = b.x - a.x, b.y - a.y
        far = math.hypot(dx, dy)
        nx, ny = -dy / far, dx / far

        def beside(share: float, by: float) -> Point:
            return a.x + dx * share + nx * by, a.y + dy * share + ny * by

        return Course((beside(0, near_a), beside(1 / 3, offset), beside(2 / 3, offset), beside(1, near_b)))
    dx, dy = b.gate - a.gate, b.y - a.y
    if abs(dx) > ACROSS:
        far = math.hypot(dx, 2 * dy)
        nx, ny = -2 * dy / far * offset, dx / far * offset
        side = 1 if dx > 0 else -1
        start, end = a.y + side * near_a, b.y + side * near_b
        bends: tuple[Point, ...] = ((a.gate + dx / 2 + nx, a.y + ny), (b.gate - dx / 2 + nx, b.y + ny))
    else:
        inwards = 1 if a.x < 0 else -1
        down = 1 if dy > 0 else -1
        outer = -offset * down * inwards
        bulge = inwards * (min(110, 14 + 0.3 * abs(dy)) + outer * 4 / 3)
        start, end = a.y - down * _within(outer, a.radius), b.y + down * _within(outer, b.radius)
        bends = ((a.gate + bulge, a.y - down * outer), (b.gate + bulge, b.y + down * outer))
    return Course(
        ((a.gate, start), *bends, (b.gate, end)),
        before=((a.x, start),) if a.gate != a.x else (),
        behind=((b.x, end),) if b.gate != b.x else (),
    )


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _within(offset: float, radius: int) -> float:
    """Beside a node's middle, but still on it."""
    return max(1.0 - radius, min(radius - 1.0, offset))


def _word(point: Point) -> str:
    return f"{coordinate(point[0])} {coordinate(point[1])}"


def coordinate(value: float) -> str:
    """A coordinate, to a tenth."""
    return f"{round(value, 1) + 0:g}"
