"""The colours of a drawing, or their greys."""

from collections.abc import Iterable
from typing import NamedTuple

from bycn.pictures import style
from bycn.pictures.drawing import Drawing
from bycn.pictures.strands import kind_of

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
    kinds = present(style.LINES, (kind_of(fact) for fact in drawing.subject.facts))
    if not drawing.look.is_grey:
        inks = {kind: style.LINES[kind].ink.light for kind in kinds}
        return Palette(inks, {key: ink.light for key, ink in drawing.colours.items()}, {})
    step = (_LIGHTEST - _DARKEST) / max(1, len(kinds) - 1)
    shades = [round(_DARKEST + step * place) for place in range(len(kinds))]
    inks = {kind: _grey(shade) for kind, shade in zip(kinds, shades, strict=True)}
    letters = {kind: "abcdefghijklmnopqrstuvwxyz"[place] for place, kind in enumerate(kinds)}
    groups = [key for key in drawing.colours if key not in _GREYS]
    greys = {key: _grey(0x30 + 0xA0 * at // len(groups)) for at, key in enumerate(groups)}
    return Palette(inks, _GREYS | greys, letters if len(kinds) > 1 else {})


def present(order: Iterable[str], values: Iterable[str]) -> list[str]:
    """Those of an order that there are."""
    there = set(values)
    return [name for name in order if name in there]


def _grey(shade: int) -> str:
    return f"#{shade:02x}{shade:02x}{shade:02x}"
