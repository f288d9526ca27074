"""The picture as a still drawing for a paper: the same places and looks as the page, without a browser.

Text stays text, in fonts that fall back for Cyrillic and Han. The page's own SVG button writes the same form.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES, FACT_TYPE_NAMES, PLANS
from bycn.pictures import labels, style
from bycn.pictures.drawing import Box, Curve, Drawing, Label, Node, Tie, curve, dash, opacity

GROUND, INK, SOFT = "#ffffff", "#1d2430", "#5c6675"
_LEAST_WIDTH, _MARGIN, _HEAD, _ROW = 900, 24, 62, 20
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What may not stand in XML, and marks that would turn the direction of the text that follows."""


def svg(drawing: Drawing, credit: str) -> str:
    """The whole drawing."""
    box = _bounds(drawing)
    width = max(_LEAST_WIDTH, math.ceil(box.right - box.left + 2 * _MARGIN))
    left = math.floor((box.left + box.right - width) / 2)
    top = math.floor(box.top - _MARGIN - _HEAD)
    legend = _Legend(left + _MARGIN, math.ceil(box.bottom) + 36, width - 2 * _MARGIN)
    legend_parts = list(legend.parts(drawing))
    told = _wrapped(credit, int(width / 5.5))
    height = legend.bottom + 17 + 13 * len(told) - top
    nodes = {node.id: node for node in drawing.nodes}
    x = left + _MARGIN
    size = f'width="{width}" height="{height}"'
    fonts = f'font-family={quoteattr(style.FONTS)} font-size="12"'
    halo = f'stroke="{GROUND}" stroke-width="2.5" stroke-linejoin="round" paint-order="stroke"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}" {size} {fonts}>',
        f"<title>{_text(drawing.subject.title)}</title>",
        f'<rect x="{left}" y="{top}" {size} fill="{GROUND}"/>',
        _written(_cut(drawing.subject.title, width / 12), x, top + 32, 'font-size="20" font-weight="600"'),
        _written(_cut(drawing.subject.subtitle, width / 6.6), x, top + 52, f'fill="{SOFT}"'),
        '<g class="ties" fill="none">',
        *(_tie(tie, _way(tie, nodes, drawing.layout), nodes[tie.end].radius) for tie in drawing.ties),
        f'</g><g class="counts" font-size="9" text-anchor="middle" {halo}>',
        *(_count(tie, _way(tie, nodes, drawing.layout)) for tie in drawing.ties if len(tie.facts) > 1),
        '</g><g class="entities">',
        *map(_node, drawing.nodes),
        f'</g><g class="names" fill="{INK}" {halo}>',
        *(line for caption in drawing.captions for line in _label(caption, SOFT)),
        *(line for node in drawing.nodes if node.label for line in _label(node.label)),
        f'</g><g class="legend" fill="{INK}">',
        *legend_parts,
        "</g>",
        *(
            _written(line, x, legend.bottom + 14 + 13 * n, f'font-size="10" fill="{SOFT}"')
            for n, line in enumerate(told)
        ),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _bounds(drawing: Drawing) -> Box:
    boxes = [Box(n.x - n.radius, n.y - n.radius, n.x + n.radius, n.y + n.radius) for n in drawing.nodes]
    boxes += [n.label.box for n in drawing.nodes if n.label] + [caption.box for caption in drawing.captions]
    if not boxes:
        return Box(-100, -100, 100, 100)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


# The network


def _way(tie: Tie, nodes: dict[str, Node], layout: str) -> list[tuple[float, float]]:
    a, b = nodes[tie.start], nodes[tie.end]
    return [(float(a.x), float(a.y)), *bends(a, b, curve(layout, a, b, beside=tie.beside)), (float(b.x), float(b.y))]


def _tie(tie: Tie, points: list[tuple[float, float]], radius: int) -> str:
    command = ("L", "Q", "C")[len(points) - 2]
    start, *rest = (f"{_n(x)} {_n(y)}" for x, y in points)
    way = f"M{start}{command}{' '.join(rest)}"
    ink = style.LINES[tie.type].ink.light
    dashes = f' stroke-dasharray="{" ".join(map(str, dash(tie)))}"' if dash(tie) else ""
    line = f'<path d="{way}" stroke="{ink}" stroke-width="{tie.width:g}" stroke-opacity="{opacity(tie):g}"{dashes}/>'
    return f"<g>{line}{_arrow(tie, points[-2:], radius, ink)}</g>" if tie.arrow else line


def bends(a: Node, b: Node, course: Curve) -> list[tuple[float, float]]:
    """The control points of a line, by the formulas of vis-network's smooth edges."""
    if course.kind == "straight":
        return []
    if course.kind == "sweep":
        reach = course.roundness * (a.x - b.x)
        return [(a.x - reach, a.y), (b.x + reach, b.y)]
    turn = course.roundness if course.kind == "clockwise" else -course.roundness
    angle = math.atan2(a.y - b.y, b.x - a.x) + (turn * 0.5 + 0.5) * math.pi
    far = (course.roundness * 0.5 + 0.5) * math.hypot(b.x - a.x, a.y - b.y)
    return [(a.x + far * math.sin(angle), a.y + far * math.cos(angle))]


def _count(tie: Tie, points: list[tuple[float, float]]) -> str:
    """The number of facts, in the middle of their line (by de Casteljau's algorithm)."""
    while len(points) > 1:
        points = [((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in pairwise(points)]
    [(x, y)] = points
    return _written(str(len(tie.facts)), x, y + 3, f'fill="{style.LINES[tie.type].ink.light}"')


def _arrow(tie: Tie, last: list[tuple[float, float]], radius: int, ink: str) -> str:
    (x, y), (end_x, end_y) = last
    angle = math.atan2(end_y - y, end_x - x)
    long = 7 + tie.width
    x, y = end_x - (radius + 1) * math.cos(angle), end_y - (radius + 1) * math.sin(angle)
    corners = [(x - long * math.cos(angle + turn), y - long * math.sin(angle + turn)) for turn in (0.38, -0.38)]
    return f'<path d="M{_n(x)} {_n(y)}{"".join(f"L{_n(cx)} {_n(cy)}" for cx, cy in corners)}Z" fill="{ink}"/>'


def _node(node: Node) -> str:
    shape = style.SHAPES[node.type]
    ink = style.COUNTRIES[node.country].light
    fill, line, width = (GROUND, ink, 2) if shape in style.HOLLOW else (ink, GROUND, 1)
    return (
        f'<path d="{style.shape_path(shape, node.radius)}" transform="translate({node.x} {node.y})" fill="{fill}" '
        f'stroke="{line}" stroke-width="{width}"><title>{_text(node.name)}</title></path>'
    )


def _label(label: Label, fill: str | None = None) -> Iterator[str]:
    looks = f'font-size="{label.size}" text-anchor="{label.align}"'
    looks += ' font-weight="600"' if label.bold else ""
    looks += f' fill="{fill}"' if fill else ""
    for place, line in enumerate(label.lines):
        y = label.y + (place - (len(label.lines) - 1) / 2) * label.size * 1.2 + label.size * 0.35
        yield _written(line, label.x, y, looks)


# The legend: what is present, with counts


class _Legend:
    """Entries that flow in rows from the left."""

    def __init__(self, left: int, top: int, width: int):
        self._left, self._right = left, left + width
        self._x, self._y = float(left), top

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self._y + 14

    def parts(self, drawing: Drawing) -> Iterator[str]:
        """Every entry."""
        facts = Counter(fact["type"] for fact in drawing.subject.facts)
        for name in _present(FACT_TYPE_NAMES, facts):
            line = style.LINES[name]
            yield from self._entry(f"{labels.kind(name)} {facts[name]:,}", 28, _stroke(line.ink.light, line.dash))
        self._new_row()
        countries = Counter(node.country for node in drawing.nodes)
        for code in _present(style.COUNTRIES, countries):
            dot = f'<circle cx="6" cy="0" r="6" fill="{style.COUNTRIES[code].light}"/>'
            yield from self._entry(f"{style.COUNTRY_NAMES[code]} {countries[code]:,}", 12, dot)
        kinds = Counter(node.type for node in drawing.nodes)
        for name in _present(ENTITY_TYPE_NAMES, kinds):
            fill = "none" if style.SHAPES[name] in style.HOLLOW else SOFT
            path = style.shape_path(style.SHAPES[name], 6)
            mark = f'<path d="{path}" transform="translate(6 0)" fill="{fill}" stroke="{SOFT}" stroke-width="1.8"/>'
            yield from self._entry(f"{labels.kind(name)} {kinds[name]:,}", 12, mark)
        self._new_row()
        statuses = {fact["properties"].get("status") for fact in drawing.subject.facts}
        if statuses & set(PLANS):
            yield from self._entry("Planned, proposed or negotiated", 28, _stroke(SOFT, style.PLANNED_DASH))
        if "ended" in statuses:
            yield from self._entry("Ended", 28, _stroke(SOFT, (), f'stroke-opacity="{style.ENDED_OPACITY}"'))
        if any(tie.width > style.THIN for tie in drawing.ties):
            wide = f'<line x1="0" y1="0" x2="28" y2="0" stroke="{SOFT}" stroke-width="5"/>'
            yield from self._entry("Width: largest amount, log scale; thin: none told", 28, wide)

    def _entry(self, text: str, wide: int, sample: str) -> Iterator[str]:
        room = wide + 8 + labels.text_width(text) * 12 + 18
        if self._x + room > self._right and self._x > self._left:
            self._new_row()
        yield f'<g transform="translate({_n(self._x)} {self._y})">{sample}{_written(text, wide + 8, 4)}</g>'
        self._x += room

    def _new_row(self) -> None:
        if self._x > self._left:
            self._x, self._y = float(self._left), self._y + _ROW


def _stroke(ink: str, dashes: tuple[int, ...], more: str = "") -> str:
    pattern = f' stroke-dasharray="{" ".join(map(str, dashes))}"' if dashes else ""
    return f'<line x1="0" y1="0" x2="28" y2="0" stroke="{ink}" stroke-width="2.2"{pattern} {more}/>'


def _present(order: Iterable[str], counts: Counter[str]) -> list[str]:
    return [name for name in order if counts[name]]


# Text


def _written(text: str, x: float, y: float, looks: str = "") -> str:
    return f'<text x="{_n(x)}" y="{_n(y)}" {looks}>{_text(text)}</text>'


def _text(text: str) -> str:
    return escape(_UNSAFE.sub(" ", text))


def _cut(text: str, most: float) -> str:
    return text if len(text) <= most else f"{text[: int(most) - 1]}…"


def _wrapped(text: str, most: int) -> list[str]:
    """A text in lines of up to `most` signs; only a longer word is cut."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {_cut(word, most)}".strip()
    return [line for line in lines if line]


def _n(value: float) -> str:
    return f"{round(value, 1):g}"
