"""Text and marks for drawings in SVG. Text stays text, and its halo is a text of its own, which every program draws."""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from bycn.pictures.curves import coordinate
from bycn.pictures.drawing import LINE_HEIGHT, Label
from bycn.pictures.labels import text_width
from bycn.pictures.translations import BETWEEN_LANGUAGES
from bycn.safe_text import UNSAFE

GROUND, INK, SOFT = "#ffffff", "#1d2430", "#5c6675"
HALO = f'fill="{GROUND}" stroke="{GROUND}" stroke-width="2.6" stroke-linejoin="round"'
_UNSAFE = re.compile(f"{UNSAFE.pattern}|[\ufffe\uffff]")
"""What isn't printed, and the two characters more that may not stand in XML."""

_BLANKS = re.compile(r"[ \t\n\r]+")


def safe(text: object) -> str:
    """A text as it may stand between tags."""
    return escape(_UNSAFE.sub(" ", str(text)))


def attributes(**values: object) -> str:
    """Attributes in their order; underscores are hyphens, what is None is left out.

    >>> attributes(fill="red", stroke_width=2.0, d=None)
    'fill="red" stroke-width="2"'
    """
    given = {name.strip("_").replace("_", "-"): value for name, value in values.items() if value is not None}
    return " ".join(
        f"{name}={quoteattr(f'{value:g}' if isinstance(value, float) else _UNSAFE.sub(' ', str(value)))}"
        for name, value in given.items()
    )


def written(text: str, x: float, y: float, looks: str = "") -> str:
    """A line of text."""
    return f'<text x="{coordinate(x)}" y="{coordinate(y)}"{looks and f" {looks}"}>{safe(text)}</text>'


def lines_of(label: Label, looks: str = "") -> Iterator[str]:
    """A label, line by line."""
    looks = f'font-size="{label.size:g}" text-anchor="{label.align}"' + (f" {looks}" if looks else "")
    looks += ' font-weight="700"' if label.bold else ""
    for i, line in enumerate(label.lines):
        y = label.y + (i - (len(label.lines) - 1) / 2) * label.size * LINE_HEIGHT + label.size * 0.35
        yield written(line, label.x, y, looks)


def labels_in_two(named: Iterable[tuple[str, Label, str]]) -> Iterator[str]:
    """Labels, each with what it stands for and its looks, over halos that keep lines off them and cover no name."""
    named = list(named)
    yield f'<g class="halos" {HALO}>'
    yield from (f"<g {attributes_}>{''.join(lines_of(label))}</g>" for attributes_, label, _ in named)
    yield "</g>"
    yield '<g class="names">'
    yield from (f"<g {attributes_} {looks}>{''.join(lines_of(label))}</g>" for attributes_, label, looks in named)
    yield "</g>"


def wrapped(text: str, room: float, size: float) -> list[str]:
    """A text in lines that fit into a width, none of them cut: a word that is wider is broken."""
    lines = [""]
    for word in _BLANKS.split(text):  # a no-break space holds a number together
        whole = f"{lines[-1]} {word}".strip()
        if text_width(whole) * size <= room:
            lines[-1] = whole
            continue
        lines.append("")
        for char in word:
            if text_width(lines[-1] + char) * size > room and lines[-1]:
                lines.append("")
            lines[-1] += char
    return [line for line in lines if line]


def in_lines(text: str, room: float, size: float) -> list[str]:
    """A text in lines that fit into a width. One in several languages breaks between them first."""
    parts = [text] if text_width(text) * size <= room else text.split(BETWEEN_LANGUAGES)
    return [line for part in parts for line in wrapped(part, room, size)]
