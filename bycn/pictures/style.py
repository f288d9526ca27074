"""How things look: colours, shapes, dashes and widths, the same in the page and in the still drawing.

Countries have a colour and types of entity a shape; types of fact have a colour and a dash. The colours keep apart for
colour-blind readers: orange against blue for the countries, Paul Tol's "muted" scheme for the facts.
Source: Paul Tol, "Colour schemes", technical note SRON/EPS/TN/09-002, issue 3.2 (2021).
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
    """How facts of a type are drawn. `dash` is empty for a solid line; `arrow` where the direction means something."""

    ink: Ink
    dash: tuple[int, ...] = ()
    arrow: bool = False
    faint: bool = False


COUNTRIES = {"BY": Ink("#2f6f9f", "#6fb1dd"), "CN": Ink("#c8622c", "#eb9a63"), "XX": Ink("#77718a", "#aaa4bf")}
COUNTRY_NAMES = {"BY": "Belarus", "CN": "China", "XX": "Joint or international"}

SHAPES = {
    "country": "star",
    "oblast": "hexagon",
    "province": "hexagon",
    "city": "dot",
    "district": "ring",
    "university": "triangle",
    "company": "square",
    "exchange": "plaque",
    "economic_zone": "frame",
    "institution": "diamond",
    "event": "triangleDown",
}
"""The shape of each type. `ring`, `frame` and `plaque` are the hollow dot, square and diamond."""
HOLLOW = {"ring": "dot", "frame": "square", "plaque": "diamond"}

LINES = {
    "TWINNED_WITH": Line(Ink("#882255", "#d97fb0")),
    "AGREEMENT": Line(Ink("#4a3fa0", "#a39bf0")),
    "CONTRACT": Line(Ink("#117733", "#55c27c"), arrow=True),
    "TRADE_FLOW": Line(Ink("#8a8420", "#cfc85a"), arrow=True),
    "ACCREDITED_AT": Line(Ink("#2f9c8c", "#62d0c0"), (9, 3, 2, 3), arrow=True),
    "JOINT_PROJECT": Line(Ink("#cc6677", "#f096a5")),
    "COOPERATES_WITH": Line(Ink("#5b9fcb", "#8cc7ee"), (14, 3, 2, 3)),
    "TOOK_PART_IN": Line(Ink("#aa4499", "#dd8fd0"), (2, 3), faint=True),
    "MEMBER_OF": Line(Ink("#8c7a5a", "#c4b08c"), (6, 3, 2, 3), arrow=True),
    "PART_OF": Line(Ink("#7d848c", "#9aa2ab"), (2, 2), arrow=True, faint=True),
    "LOCATED_IN": Line(Ink("#a3a9b0", "#737a82"), (1, 3), faint=True),
    "INDICATOR": Line(Ink("#a3a9b0", "#737a82"), (1, 6), faint=True),
}
PLANNED_DASH = (6, 5)
"""Goes before the dash of the type: a plan is never drawn as a signed thing."""

ENDED_OPACITY, FAINT_OPACITY, TIE_OPACITY = 0.25, 0.45, 0.7
THIN, WIDEST = 1.3, 8.0
_SMALLEST_AMOUNT, _LARGEST_AMOUNT = 1e4, 1e10

assert set(SHAPES) == set(ENTITY_TYPE_NAMES)
assert set(LINES) == set(FACT_TYPE_NAMES)


def width(amount: float | None) -> float:
    """The width of a line: thin without an amount, else by the amount's logarithm, whatever its currency.

    >>> width(None), width(1e7), width(1e12)
    (1.3, 5.0, 8.0)
    """
    if not amount:
        return THIN
    share = math.log(amount / _SMALLEST_AMOUNT) / math.log(_LARGEST_AMOUNT / _SMALLEST_AMOUNT)
    return round(2 + (WIDEST - 2) * min(1.0, max(0.0, share)), 1)


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
