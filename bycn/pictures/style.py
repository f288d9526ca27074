"""How things look: colours, shapes, dashes and widths, the same in the page and in the still drawing.

Countries have a colour and types of entity a shape; kinds of fact have a colour, and plans alone a dash. The colours
keep apart for colour-blind readers, as a test measures.
"""

import math
from typing import NamedTuple

from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES, FACT_TYPE_NAMES

FONTS = (
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", "Noto Sans CJK SC", "PingFang SC", '
    '"Microsoft YaHei", sans-serif'
)


class Ink(NamedTuple):
    """A colour on a light and on a dark ground."""

    light: str
    dark: str


class Line(NamedTuple):
    """How facts of a kind are drawn: `arrow` where the direction means something, `faint` for what ties nobody."""

    ink: Ink
    arrow: bool = False
    faint: bool = False


COUNTRIES = {"BY": Ink("#2f6f9f", "#6fb1dd"), "CN": Ink("#c8622c", "#eb9a63"), "XX": Ink("#77718a", "#aaa4bf")}

GROUPS = (
    Ink("#332288", "#9a90e8"), Ink("#cc6677", "#f09aa8"), Ink("#117733", "#55bb77"), Ink("#4a9fd0", "#88ccee"),
    Ink("#ab8f1f", "#ddcc77"), Ink("#882255", "#d97fb0"), Ink("#2f9c8c", "#66ccbb"), Ink("#b5651d", "#e0a060"),
)  # fmt: skip
"""The colours of the largest groups, where nodes aren't coloured by country, and of the rest."""
OTHERS = Ink("#8a8f98", "#a5abb5")

UNNAMED = "unnamed"
"""The type of a party that the source leaves unnamed, beside the types of entities."""

SHAPES = {
    "country": "star",
    "oblast": "hexagon",
    "province": "hexagon",
    "city": "dot",
    "district": "pentagon",
    "university": "triangle",
    "company": "square",
    "exchange": "plaque",
    "economic_zone": "frame",
    "institution": "diamond",
    "event": "triangleDown",
    UNNAMED: "ring",
}
"""The shape of each type. `ring`, `frame` and `plaque` are the hollow dot, square and diamond."""
HOLLOW = {"ring": "dot", "frame": "square", "plaque": "diamond"}

LINES = {
    "TWINNED_WITH": Line(Ink("#882255", "#d97fb0")),
    "AGREEMENT": Line(Ink("#4a3fa0", "#a39bf0")),
    "CONTRACT": Line(Ink("#10b64c", "#86dd8d"), arrow=True),
    "TRADE_FLOW/export": Line(Ink("#8a8420", "#cfc85a"), arrow=True),
    "TRADE_FLOW/import": Line(Ink("#fa5430", "#ff5e26"), arrow=True),
    "TRADE_FLOW/turnover": Line(Ink("#823100", "#978100")),
    "TRADE_FLOW": Line(Ink("#2a1d1b", "#e9fad4"), arrow=True),
    "ACCREDITED_AT": Line(Ink("#23977d", "#60faf2"), arrow=True),
    "JOINT_PROJECT": Line(Ink("#cc6677", "#f096a5")),
    "COOPERATES_WITH": Line(Ink("#5b9fcb", "#8cc7ee")),
    "TOOK_PART_IN": Line(Ink("#5e4487", "#dc45bc"), faint=True),
    "MEMBER_OF": Line(Ink("#764e3c", "#bf8650"), arrow=True),
    "PART_OF": Line(Ink("#80658d", "#9bc6bb"), arrow=True, faint=True),
    "LOCATED_IN": Line(Ink("#bdb1c1", "#767564"), faint=True),
    "INDICATOR": Line(Ink("#9a6ecb", "#79557c"), faint=True),
}
"""The looks of each kind of fact: its type, and for trade the way that the goods go. A dash is left to plans."""

ENDED_OPACITY, FAINT_OPACITY, TIE_OPACITY = 0.3, 0.5, 0.85
PT = 96 / 72
"""A point in pixels, the unit of every drawing."""
PLAIN, NARROWEST, WIDEST = 1.0 * PT, 0.6 * PT, 14.0 * PT
"""The width of lines where none tells an amount; the least, that of a line without an amount beside some that tell
one; and the most.
"""

EDGED, EDGE = 4.0, 1.2
"""Lines wider than this have an edge of the ground on each side, so wide, so that one can be told above another."""

MOST_RADIUS = 14
"""The largest node, where its size is asked for."""

assert set(SHAPES) == {*ENTITY_TYPE_NAMES, UNNAMED}
assert {name.split("/")[0] for name in LINES} == set(FACT_TYPE_NAMES)


DASH = ((6.0, 1.3), (4.0, 1.1))
"""Of a plan's dash and of its gap: the least length, and how many times the line's width it is otherwise.

So none closes, and even the widest line shows a gap between close columns.
"""

DOTS = "1 3"
"""The line from what lies in a place to that."""


def dash(width: float) -> tuple[float, float]:
    """The dash of a plan and its gap.

    >>> dash(1), dash(10)
    ((6.0, 4.0), (13.0, 11.0))
    """
    long, gap = (max(least, round(times * width, 1)) for least, times in DASH)
    return long, gap


def radius(entity_type: str, facts: int) -> int:
    """The size of a node, by the number of its facts."""
    least = 7 if entity_type in ("country", "oblast", "province") else 5
    return min(12, least + int(math.log2(1 + facts) / 1.6))


def shape_path(shape: str, size: float) -> str:
    """The outline of a shape around 0,0 as an SVG path.

    The proportions are those of vis-network, so that page and still look alike.
    """
    r = size
    if shape in HOLLOW:
        shape = HOLLOW[shape]
    if shape == "dot":
        return f"M{_n(-r)} 0A{_n(r)} {_n(r)} 0 1 1 {_n(r)} 0A{_n(r)} {_n(r)} 0 1 1 {_n(-r)} 0Z"
    return f"M{'L'.join(f'{_n(x)} {_n(y)}' for x, y in _corners(shape, r))}Z"


def _corners(shape: str, r: float) -> list[tuple[float, float]]:
    if shape == "pentagon":
        return [(r * 1.08 * math.sin(k * math.tau / 5), -r * 1.08 * math.cos(k * math.tau / 5)) for k in range(5)]
    if shape == "square":
        return [(-r, -r), (r, -r), (r, r), (-r, r)]
    if shape == "diamond":
        return [(0, r), (r, 0), (0, -r), (-r, 0)]
    if shape == "hexagon":
        return [(r * math.cos(k * math.pi / 3), r * math.sin(k * math.pi / 3)) for k in range(6)]
    if shape == "star":
        s, drop = r * 0.82, r * 0.082
        return [
            (
                s * (1.3 if k % 2 == 0 else 0.5) * math.sin(k * math.pi / 5),
                drop - s * (1.3 if k % 2 == 0 else 0.5) * math.cos(k * math.pi / 5),
            )
            for k in range(10)
        ]
    s = r * 1.15  # triangles
    shift, half = 0.275 * s, s
    inner, height = math.sqrt(3) / 3 * half, math.sqrt(4 * half * half - half * half)
    up = [(0, shift - (height - inner)), (half, shift + inner), (-half, shift + inner)]
    return up if shape == "triangle" else [(x, -y) for x, y in up]


def _n(value: float) -> str:
    return f"{round(value, 2):g}"
