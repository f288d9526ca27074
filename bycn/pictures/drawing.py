"""A picture that has been laid out: nodes in whole-pixel places, strands, and labels that don't overlap."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bycn.loaders.engine import Record
from bycn.pictures import style
from bycn.pictures.curves import Spot
from bycn.pictures.labels import text_width
from bycn.pictures.look import Look
from bycn.pictures.strands import Scale, Strand
from bycn.pictures.subject import Subject

LINE_HEIGHT = 1.2
FACTS = "number of facts"
"""What the size of a node says, unless something else is asked for."""
OTHERS = "Others"
"""The group of what is in none of the largest groups."""


class Label(NamedTuple):
    """A label beside its node: `align` says which side of the text stands at `x`; `y` is the middle of the text."""

    lines: tuple[str, ...]
    x: float
    y: float
    align: str
    size: float
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
    """An entity in its place. Its strands run level up to `gate`."""

    id: str
    type: str
    country: str
    name: str
    facts: int
    x: int
    y: int
    radius: int
    label: Label | None
    gate: int
    group: str = ""
    """What its colour says, where that isn't the country."""
    number: int = 0
    """Its number in the key of those whose name has no room; then it is all that the label says."""

    @property
    def key(self) -> str:
        """What its colour says."""
        return self.group or self.country

    @property
    def spot(self) -> Spot:
        """Where its strands begin or end."""
        return Spot(self.x, self.y, self.radius, self.gate)


def node(entity: Record, name: str, facts: int, x: int, y: int, label: Label | None, gate: int | None = None) -> Node:
    """An entity of the graph, where it is drawn."""
    size = style.radius(entity["type"], facts)
    return Node(
        entity["id"], entity["type"], entity["country"], name, facts, x, y, size, label, x if gate is None else gate
    )


class Row(NamedTuple):
    """A line of a column: a node by its id, or a caption by its place among the captions."""

    key: str | int
    height: int
    gap: int
    """The room above it, where anything stands above."""
    reach: int = 0
    """How far above and below its middle its lines run."""


_NO_SCALE, _PLAIN_LOOK = Scale(), Look()


@dataclass(frozen=True)
class Drawing:
    """A subject with its layout."""

    subject: Subject
    layout: str
    nodes: list[Node]
    strands: list[Strand]
    captions: list[Label]
    """Headings over groups of nodes."""
    scale: Scale = _NO_SCALE
    look: Look = _PLAIN_LOOK
    sides: tuple[tuple[tuple[Row, ...], ...], ...] = ()
    """What stands in columns: for each side its columns, the one next to the middle first."""

    sized_by: str = FACTS
    within: tuple[tuple[str, str], ...] = ()
    """On a path, what lies in what, where no fact that is drawn says so: a dotted line does."""

    @cached_property
    def colours(self) -> dict[str, style.Ink]:
        """What a node's colour may say, in the order of the legend."""
        counts = Counter(node.group for node in self.nodes if node.group)
        del counts[OTHERS]
        ranked = sorted(counts, key=lambda group: (-counts[group], len(group), group))
        return style.COUNTRIES | dict(zip(ranked, style.GROUPS, strict=False)) | {OTHERS: style.OTHERS}

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """The nodes by their ids."""
        return {node.id: node for node in self.nodes}
