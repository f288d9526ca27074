"""The colours of a drawing, or their greys."""

from collections.abc import Iterable
from typing import NamedTuple

from bycn.pictures import style
from bycn.pictures.drawing import Drawing
from bycn.pictures.strands import line_type

_GREYS = {"BY": "#262626", "XX": "#858585", "CN": "#c9c9c9"}
_DARKEST, _LIGHTEST = 0x1A, 0xA8


class Palette(NamedTuple):
    """What is drawn in which ink. In grey each kind of fact has a letter too, which stands on its lines."""

    inks: dict[str, str]
    nodes: dict[str, str]
    """By country, or by group."""
    letters: dict[str, str]


def palette_of(drawing: Drawing) -> Palette:
    """The inks of what a drawing shows."""
    types = present(style.LINES, (line_type(fact) for fact in drawing.subject.facts))
    if not drawing.look.is_grey:
        inks = {type_: style.LINES[type_].ink.light for type_ in types}
        return Palette(inks, {key: ink.light for key, ink in drawing.colours.items()}, {})
    step = (_LIGHTEST - _DARKEST) / max(1, len(types) - 1)
    shades = [round(_DARKEST + step * i) for i in range(len(types))]
    inks = {type_: _grey(shade) for type_, shade in zip(types, shades, strict=True)}
    letters = {type_: "abcdefghijklmnopqrstuvwxyz"[i] for i, type_ in enumerate(types)}
    groups = [key for key in drawing.colours if key not in _GREYS]
    greys = {key: _grey(0x30 + 0xA0 * at // len(groups)) for at, key in enumerate(groups)}
    return Palette(inks, _GREYS | greys, letters if len(types) > 1 else {})


def present(order: Iterable[str], values: Iterable[str]) -> list[str]:
    """Those of an order that there are."""
    there = set(values)
    return [name for name in order if name in there]


def _grey(shade: int) -> str:
    return f"#{shade:02x}{shade:02x}{shade:02x}"
