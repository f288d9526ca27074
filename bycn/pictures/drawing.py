"""A picture that has been laid out: nodes and lines with whole-pixel positions, labels that don't overlap."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from bycn.graph_model.vocabulary import FACT_TYPE_NAMES, PLANS
from bycn.loaders.engine import Record
from bycn.pictures import style
from bycn.pictures.labels import text_width
from bycn.pictures.subject import Subject

LINE_HEIGHT = 1.2
ACROSS = 60
"""Two nodes further apart than this, sideways, are joined by a sweep, nearer ones by an arc."""


class Label(NamedTuple):
    """A label beside its node: `align` says which side of the text stands at `x`; `y` is the middle of the text."""

    lines: tuple[str, ...]
    x: int
    y: int
    align: str
    size: int
    bold: bool = False

    @property
    def ems(self) -> float:
        """How wide it is, in ems."""
        return round(max(map(text_width, self.lines)) * (1.08 if self.bold else 1), 2)

    @property
    def box(self) -> "Box":
        """The room it takes."""
        wide = self.ems * self.size
        tall = len(self.lines) * self.size * LINE_HEIGHT
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.align]
        return Box(left, self.y - tall / 2, left + wide, self.y + tall / 2)


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share room; touching isn't sharing."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Node(NamedTuple):
    """An entity in its place."""

    id: str
    type: str
    country: str
    name: str
    facts: int
    x: int
    y: int
    radius: int
    label: Label | None


def node(entity: str, told: Record, facts: int, x: int, y: int, label: Label | None) -> Node:
    """An entity, of which the graph tells `told`, at a place."""
    size = style.radius(told["type"], facts)
    return Node(entity, told["type"], told["country"], told["name"], facts, x, y, size, label)


@dataclass(frozen=True, slots=True)
class Tie:
    """The line between two entities, which stands for their plans or for all their other facts.

    It is drawn like most of them. Where there are both, the plans run `beside` the others.
    """

    start: str
    end: str
    facts: tuple[str, ...]
    type: str
    width: float
    planned: bool
    beside: bool
    ended: bool
    arrow: bool


@dataclass(frozen=True)
class Drawing:
    """A subject with its layout."""

    subject: Subject
    layout: str
    nodes: list[Node]
    ties: list[Tie]
    captions: list[Label]
    """Headings over groups of nodes that have no node of their own."""


def ties_of(facts: list[Record]) -> list[Tie]:
    """Parallel facts as one line each, in the order of their ids, plans apart and behind the others."""
    strands: dict[tuple[str, str, bool], list[Record]] = defaultdict(list)
    for fact in facts:
        first, second = sorted((fact["start"], fact["end"]))
        strands[first, second, fact["properties"].get("status") in PLANS].append(fact)
    return [
        _tie(parallel, planned=planned, beside=planned and (first, second, False) in strands)
        for (first, second, planned), parallel in sorted(strands.items())
    ]


def _tie(facts: list[Record], *, planned: bool, beside: bool) -> Tie:
    told = [fact["properties"] for fact in facts]
    counts = Counter(fact["type"] for fact in facts)
    kind = max(counts, key=lambda name: (not style.LINES[name].faint, counts[name], -FACT_TYPE_NAMES.index(name)))
    start, end = facts[0]["start"], facts[0]["end"]
    return Tie(
        start,
        end,
        tuple(fact["id"] for fact in facts),
        kind,
        max(map(width, facts)),
        planned,
        beside,
        all(p.get("status") == "ended" for p in told),
        all(has_arrow(fact) and fact["start"] == start for fact in facts),
    )


def width(fact: Record) -> float:
    """How wide a fact's line is: by its amount, unless it is structure or a mere count."""
    return style.THIN if style.LINES[fact["type"]].faint else style.width(fact["properties"].get("amount"))


def has_arrow(fact: Record) -> bool:
    """Whether the direction of a fact means something: not that of a turnover, which runs both ways."""
    return style.LINES[fact["type"]].arrow and fact["properties"].get("direction") != "both"


def opacity(tie: Tie) -> float:
    """How strongly a tie is drawn."""
    if tie.ended:
        return style.ENDED_OPACITY
    return style.FAINT_OPACITY if style.LINES[tie.type].faint else style.TIE_OPACITY


def dash(tie: Tie) -> tuple[int, ...]:
    """The pattern of a tie's line."""
    return style.PLANNED_DASH if tie.planned else style.LINES[tie.type].dash


class Curve(NamedTuple):
    """How a line runs: straight, in a sweep that leaves and arrives level, or in an arc of some roundness.

    The three are vis-network's own (`cubicBezier`, `curvedCW`, `curvedCCW`), so that page and still look alike.
    """

    kind: str
    roundness: float = 0.0


STRAIGHT = Curve("straight")
ARCS = ("clockwise", "counterclockwise")
_BULGE = 28
"""An arc whose roundness is this, divided by its length, stands off by eleven pixels in its middle."""


def curve(layout: str, a: Node, b: Node, *, beside: bool = False) -> Curve:
    """How the line from `a` to `b` runs, or the one that runs `beside` it and bulges more."""
    course = _usual(layout, a, b)
    if not beside:
        return course
    more = _BULGE / max(1.0, math.hypot(a.x - b.x, a.y - b.y))
    kind = course.kind if course.kind in ARCS else "clockwise"
    return Curve(kind, round((course.roundness if course.kind in ARCS else 0) + more, 3))


def _usual(layout: str, a: Node, b: Node) -> Curve:
    """Across in sweeps, up and down a side in arcs that bulge inwards."""
    if layout != "two-sides":
        return STRAIGHT
    if abs(a.x - b.x) > ACROSS:
        return Curve("sweep", 0.5)
    length = max(1, abs(a.y - b.y))
    roundness = round(min(0.5, 0.12 + 24 / length), 2)
    inwards = (a.x < 0) == (a.y < b.y)
    return Curve("clockwise" if inwards else "counterclockwise", roundness)
