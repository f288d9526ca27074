"""The legend of a drawing: what is drawn, with counts, and nothing else."""

from collections import Counter
from collections.abc import Iterator

from bycn.pictures import labels, style
from bycn.pictures.curves import coordinate
from bycn.pictures.drawing import Drawing
from bycn.pictures.look import Look
from bycn.pictures.palette import Palette, present
from bycn.pictures.strands import Scale, is_plan, line_type
from bycn.pictures.svg_text import SOFT, attributes, wrapped, written

WITHIN = "Dotted: one lies in the other"
ROW, TEXT = 19, 11.0
_SAMPLE, _KEY_ROW = 28, 13


class Legend:
    """Entries that flow in rows from the left."""

    def __init__(self, drawing: Drawing, palette: Palette, left: float, top: float, width: float):
        self._drawing, self._palette, self._look = drawing, palette, drawing.look
        self._size = TEXT if drawing.look.room is None else 9.4
        self._left, self._right = left, left + width
        self._x, self._y, self._row = left, top, ROW
        self.parts = [
            *self._numbered(),
            *self._kinds(),
            *self._entities(),
            *self._ended(),
            *self._within(),
            *self._widths(),
        ]
        self.bottom = self._y + 12

    def _numbered(self) -> Iterator[str]:
        """The key of the nodes whose name has no room beside them."""
        numbered = sorted((one for one in self._drawing.nodes if one.number), key=lambda one: one.number)
        self._row = _KEY_ROW
        for node in numbered:
            yield from self._entry(f"{node.number} {node.name}", 0, "", data_numbered=node.id)
        self._new_row()
        self._row = ROW
        self._y += ROW - _KEY_ROW if numbered else 0

    def _kinds(self) -> Iterator[str]:
        """Each kind of fact, plans apart: a sample of each of the lines that are drawn."""
        facts = self._drawing.subject.facts
        counts = Counter((line_type(fact), is_plan(fact)) for fact in facts)
        for type_ in present(style.LINES, (type_ for type_, _ in counts)):
            firm, plans = counts[type_, False], counts[type_, True]
            sample = ""
            for there, dash, y in ((firm, None, -2.5 if plans else 0), (plans, style.dash(2), 2.5 if firm else 0)):
                if there:
                    sample += _stroke(self._palette.inks[type_], y, dash)
            letter = self._palette.letters.get(type_)
            text = f"{f'{letter} ' if letter else ''}{self._look.say(labels.term(type_))} {self._look.number(firm)}"
            text += f" + {self._look.number(plans)} {self._look.say('planned')}" if plans else ""
            yield from self._entry(text, _SAMPLE, sample, data_kind=type_)
        self._new_row()

    def _entities(self) -> Iterator[str]:
        keys = Counter(node.key for node in self._drawing.nodes)
        for key in present(self._drawing.colours, keys):
            dot = f'<circle cx="6" cy="0" r="6" fill="{self._palette.nodes[key]}"/>'
            yield from self._entry(f"{self._look.key(key)} {self._look.number(keys[key])}", 12, dot, data_country=key)
        kinds = Counter(node.type for node in self._drawing.nodes)
        for name in present(style.SHAPES, kinds):
            fill = "none" if style.SHAPES[name] in style.HOLLOW else SOFT
            path = style.shape_path(style.SHAPES[name], 5.5)
            mark = f'<path d="{path}" transform="translate(6 0)" fill="{fill}" stroke="{SOFT}" stroke-width="1.6"/>'
            text = f"{self._look.say(labels.term(name))} {self._look.number(kinds[name])}"
            yield from self._entry(text, 12, mark, data_entity=name)
        self._new_row()

    def _ended(self) -> Iterator[str]:
        if any(strand.ended for strand in self._drawing.strands):
            sample = _stroke(SOFT, 0, None, style.ENDED_OPACITY)
            yield from self._entry(self._look.say("Ended"), _SAMPLE, sample, data_status="ended")

    def _within(self) -> Iterator[str]:
        if self._drawing.within:
            sample = f"<line {attributes(x2=_SAMPLE, stroke=SOFT, stroke_width=1.0, stroke_dasharray=style.DOTS)}/>"
            yield from self._entry(self._look.say(WITHIN), _SAMPLE, sample, data_lying="")

    def _widths(self) -> Iterator[str]:
        """The key of the widths, where amounts are drawn."""
        scale = self._drawing.scale
        if scale.unit is None:
            return
        self._new_row()
        yield from self._entry(widths(scale, self._look), 0, "", data_width="")
        for amount in scale.key():
            sample = _stroke(SOFT, 0, None, width=scale.width(amount))
            yield from self._entry(labels.short(amount, self._look), _SAMPLE, sample, data_width=amount)
        measured = {fact["id"] for fact in self._drawing.subject.facts if scale.amount(fact) is not None}
        if any(measured.isdisjoint(strand.facts) for strand in self._drawing.strands):
            sample = _stroke(SOFT, 0, None, width=scale.width(None))
            yield from self._entry(thinnest(scale, self._look), _SAMPLE, sample, data_width="")
        self._new_row()

    def _entry(self, text: str, wide: int, sample: str, **attributes_: object) -> Iterator[str]:
        room = wide + 7 + labels.text_width(text) * self._size + 16
        if self._x + room > self._right and self._x > self._left:
            self._new_row()
        shift = f'transform="translate({coordinate(self._x)} {coordinate(self._y)})"'
        x = wide + 7 if wide else 0
        first, *more = wrapped(text, self._right - self._left - x, self._size)
        lines = [written(first, x, 4), *(written(line, x, 4 + self._row * at) for at, line in enumerate(more, 1))]
        yield f"<g {attributes(**attributes_)} {shift}>{sample}{''.join(lines)}</g>"
        self._x += room
        self._y += self._row * len(more)

    def _new_row(self) -> None:
        if self._x > self._left:
            self._x, self._y = self._left, self._y + self._row


def widths(scale: Scale, look: Look) -> str:
    """What the width of a line says, where amounts are drawn."""
    say = look.say
    told = look.mark(", ").join(
        [say("largest amount"), str(scale.unit), say("log scale" if scale.is_log else "root scale")]
    )
    return look.mark("{}: {}").format(say("Width"), told)


def thinnest(scale: Scale, look: Look) -> str:
    """What the thinnest line says, where amounts are drawn."""
    return look.say("no amount in {}").replace("{}", str(scale.unit)) if scale.others else look.say("no amount given")


def _stroke(ink: str, y: float, dash: tuple[float, float] | None, opacity: float = 1, width: float = 2.0) -> str:
    looks = attributes(
        x1=0, y1=y, x2=_SAMPLE, y2=y, stroke=ink, stroke_width=width,
        stroke_opacity=None if opacity == 1 else opacity,
        stroke_dasharray=dash and f"{dash[0]:g} {dash[1]:g}",
    )  # fmt: skip
    return f"<line {looks}/>"
