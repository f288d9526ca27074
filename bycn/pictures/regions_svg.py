"""The whole by regions as a drawing: a matrix, and under it ribbons in proportion, the plans of each hatched."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from bycn.pictures.curves import coordinate
from bycn.pictures.drawing import Box, Drawing
from bycn.pictures.labels import text_width
from bycn.pictures.look import MM, Look
from bycn.pictures.provenance import Provenance
from bycn.pictures.regions import Cell, Regions
from bycn.pictures.svg import opening
from bycn.pictures.svg_text import INK, SOFT, attributes, in_lines, safe, wrapped, written
from bycn.pictures.translations import forms_of, side_by_side

_WIDTH, _NARROW = 960, 620
_INKS = ("#2f6f9f", "#c8622c", "#117733", "#882255", "#8a8420", "#4a3fa0", "#23977d", "#cc6677")
_DARKEST, _DARKEST_GREY = (8, 48, 107), (34, 34, 34)
_TEXT, _SMALL_TEXT, _CELL_HEIGHT, _FACT, _TALLEST, _LEAST_TALL = 11.0, 9.4, 26, 5.0, 760, 180
_BLOCK, _GAP, _LEAST_GAP, _LABEL = 9, 5, 2, 13
_PAGE = 257 * MM
"""The height of A4 within its margins."""
_MOST_BESIDE = 0.32
"""How much of the width the labels on one side of the ribbons may take."""
_DIGIT = 0.58
"""The width of a digit in print, in ems."""
_HATCH = 3.2
"""The distance of the lines that hatch plans."""


class _Frame(NamedTuple):
    x: float
    width: float
    text: float
    is_print: bool


def svg(regions: Regions, drawing: Drawing, provenance: Provenance, fonts: str) -> str:
    """The whole drawing."""
    look, room = drawing.look, drawing.look.room
    width = room or _WIDTH
    margin = 24.0 if room is None else 12.0
    frame = _Frame(margin, width - 2 * margin, _TEXT if width >= _NARROW else _SMALL_TEXT, room is not None)
    title = 20.0 if room is None else 12.0
    parts: list[str] = ['<g class="head">']
    y = margin
    for text, size, looks in (
        (drawing.subject.title, title, f'fill="{INK}" font-weight="700" data-head="title"'),
        (regions.subtitle, frame.text, f'fill="{SOFT}" data-head="subtitle"'),
        (regions.sentence(), frame.text, f'fill="{SOFT}"'),
    ):
        for line in in_lines(text, frame.width / 1.08, size):
            y += size * 1.3
            parts.append(written(line, frame.x, y, f'font-size="{size:g}" {looks}'))
        y += 0.15 * size  # room for what hangs below a line
    parts.append("</g>")
    has_plans = any(cell.plans for cell in regions.cells.values())
    y = _heading(parts, _in_each(look, regions, has_plans=has_plans), frame, y + 14)
    matrix = _Matrix(regions, frame, y, is_tall=width < _NARROW, darkest=_DARKEST_GREY if look.is_grey else _DARKEST)
    parts += ['<g class="matrix">', *matrix.parts(), "</g>"]
    heading = look.say(f"Ribbons in proportion to these numbers{'; plans are hatched' if has_plans else ''}")
    y = _heading(parts, heading, frame, matrix.bottom + 18)
    foot = [line for text in provenance.lines() for line in wrapped(text, frame.width, _SMALL_TEXT)]
    rest = _PAGE - y - 1.3 * _SMALL_TEXT * len(foot) - 2 * margin - 28 if frame.is_print else math.inf
    ribbons = _Ribbons(regions, frame, y + 6, look, rest)
    parts += ['<g class="ribbons">', *ribbons.parts(), "</g>"]
    y = ribbons.bottom + 16
    parts.append('<g class="credit">')
    for line in foot:
        y += _SMALL_TEXT * 1.3
        parts.append(written(line, frame.x, y, f'font-size="{_SMALL_TEXT:g}" fill="{SOFT}"'))
    whole = Box(0, 0, round(width, 1), round(y + margin, 1))
    return "\n".join([*opening(drawing.subject.title, whole, room, provenance, fonts), *parts, "</g></svg>\n"])


def _in_each(look: Look, regions: Regions, *, has_plans: bool) -> str:
    *_, what = forms_of(regions.measure or "tie", "en")
    phrase = f"Number of {{}}{', with plans after the +' if has_plans else ''}"
    return side_by_side(one.say(phrase).format(one.say(what)) for one in look.one_by_one)


def _heading(parts: list[str], text: str, frame: _Frame, y: float) -> float:
    for line in in_lines(text, frame.width, frame.text):
        y += frame.text * 1.4
        parts.append(written(line, frame.x, y, f'font-size="{frame.text:g}" font-weight="700" fill="{INK}"'))
    return y + 6


class _Matrix:
    """Regions against provinces; on a narrow page the provinces are the rows."""

    def __init__(self, regions: Regions, frame: _Frame, top: float, *, is_tall: bool, darkest: tuple[int, int, int]):
        self._regions, self._frame, self._is_tall, self._darkest = regions, frame, is_tall, darkest
        self._rows, self._columns = (regions.cn, regions.by) if is_tall else (regions.by, regions.cn)
        self._left = frame.x + _widest(regions, self._rows, frame.text) + 8
        slanted = _widest(regions, self._columns, frame.text) * math.sin(math.radians(55))
        overhang = _widest(regions, self._columns[-1:], frame.text) * math.cos(math.radians(55))
        room = frame.x + frame.width - self._left - overhang
        self._cell = min(40.0, room / max(1, len(self._columns)))
        self._top = top + slanted + 14
        self.bottom = self._top + _CELL_HEIGHT * len(self._rows)

    def parts(self) -> Iterator[str]:
        names, size = self._regions.names, self._frame.text
        for at, column in enumerate(self._columns):
            x, y = self._left + (at + 0.6) * self._cell, self._top - 6
            turned = f'transform="translate({coordinate(x)} {coordinate(y)}) rotate(-55)"'
            yield f"<g {turned}>{written(names[column], 0, 0, f'font-size={chr(34)}{size:g}{chr(34)}')}</g>"
        for down, row in enumerate(self._rows):
            y = self._top + (down + 0.5) * _CELL_HEIGHT + size * 0.35
            yield written(names[row], self._left - 8, y, f'font-size="{size:g}" text-anchor="end"')
            for at, column in enumerate(self._columns):
                pair = (column, row) if self._is_tall else (row, column)
                yield self._drawn(pair, at, down)

    def _drawn(self, pair: tuple[str, str], at: int, down: int) -> str:
        cell = self._regions.cells.get(pair, Cell())
        most = max((one.firm for one in self._regions.cells.values()), default=1) or 1
        share = math.sqrt(cell.firm / most)
        fill = "#" + "".join(f"{round(255 - (255 - dark) * share):02x}" for dark in self._darkest)
        x, y = self._left + at * self._cell, self._top + down * _CELL_HEIGHT
        box = attributes(
            x=round(x, 1), y=round(y, 1), width=round(self._cell, 1), height=_CELL_HEIGHT, fill=fill, stroke="#d9dde3"
        )
        if not cell.total:
            return f"<rect {box}/>"
        size, lines = self._written(cell)
        looks = attributes(font_size=round(size, 1), text_anchor="middle", fill="#ffffff" if share > 0.55 else INK)
        middle = y + _CELL_HEIGHT / 2 - (len(lines) - 1) * size * 0.55
        text = "".join(
            written(line, x + self._cell / 2, middle + size * (0.35 + 1.1 * at), looks) for at, line in enumerate(lines)
        )
        return f"<g {_data(pair, cell)}>{_title(self._regions, pair)}<rect {box}/>{text}</g>"

    def _written(self, cell: Cell) -> tuple[float, list[str]]:
        """The numbers of a cell, and their size: for print in two lines where they'd be too small in one."""
        size = self._fitting(cell.words)
        if self._frame.is_print and size < _SMALL_TEXT and cell.plans:
            lines = [str(cell.firm), f"+{cell.plans}"]
            fits = all(len(line) * _DIGIT * _SMALL_TEXT <= self._cell for line in lines)
            return _SMALL_TEXT if fits else min(map(self._fitting, lines)), lines
        return size, [cell.words]

    def _fitting(self, text: str) -> float:
        return min(self._frame.text, (self._cell - 2) / text_width(text))


class _Ribbons:
    """Regions left, provinces right, each as tall as it has ties and plans, and between them what joins two."""

    def __init__(self, regions: Regions, frame: _Frame, top: float, look: Look, room: float):
        self._regions, self._frame, self._top = regions, frame, top
        self._labels = {i: self._label(i) for i in (*regions.by, *regions.cn)}
        whole = sum(cell.total for cell in regions.cells.values())
        self._fact = min(_FACT, _TALLEST / whole) if whole else _FACT
        self._gap = _GAP
        if self._tallest() > room:
            self._gap = _LEAST_GAP
        while self._fact * whole > _LEAST_TALL and self._tallest() > room:
            self._fact *= 0.97
        self._order = {-1: regions.by, 1: self._by_partners()}
        heights = [self._tall(side) for side in self._order.values()]
        self.bottom = top + max(heights, default=0.0)
        self._tops = {
            i: y
            for side, tall in zip(self._order.values(), heights, strict=True)
            for i, y in self._stacked(side, top + (self.bottom - top - tall) / 2)
        }
        shades = [f"#{grey:02x}{grey:02x}{grey:02x}" for grey in (0x33, 0xAA, 0x66, 0xCC, 0x4D, 0x99, 0x80)]
        inks = shades if look.is_grey else _INKS
        self._inks = {region: inks[at % len(inks)] for at, region in enumerate(regions.by)}

    def parts(self) -> Iterator[str]:
        left = self._frame.x + self._beside(self._regions.by)
        right = self._frame.x + self._frame.width - self._beside(self._regions.cn)
        used = dict(self._tops)
        places = {}
        for side in (0, 1):  # what leaves a side leaves it in the order of the other
            for pair in sorted(self._regions.cells, key=lambda p: self._tops[p[1 - side]]):
                places[pair, side] = used[pair[side]]
                used[pair[side]] += self._regions.cells[pair].total * self._fact
        for pair, cell in self._regions.cells.items():
            yield self._ribbon(pair, cell, (left + _BLOCK, places[pair, 0]), (right - _BLOCK, places[pair, 1]))
        for side, x, anchor, text_x in ((-1, left, "end", left - 6), (1, right - _BLOCK, "start", right + 6)):
            for region in self._order[side]:
                total = self._regions.total(region)
                tall = total.total * self._fact
                y = self._tops[region]
                ink = self._inks.get(region, SOFT)
                yield f"<rect {attributes(x=x, y=round(y, 1), width=_BLOCK, height=round(tall, 1), fill=ink)}/>"
                looks = attributes(font_size=self._frame.text, text_anchor=anchor)
                lines = self._labels[region]
                first = y + tall / 2 + self._frame.text * 0.35 - _LABEL * (len(lines) - 1) / 2
                yield from (written(line, text_x, first + _LABEL * at, looks) for at, line in enumerate(lines))

    def _ribbon(self, pair: tuple[str, str], cell: Cell, start: tuple[float, float], end: tuple[float, float]) -> str:
        (x, y), (to_x, to_y) = start, end
        middle, ink = (x + to_x) / 2, self._inks[pair[0]]
        firm, plans = cell.firm * self._fact, cell.plans * self._fact
        drawn = ""
        if firm:
            way = _sweep(x, y, middle, to_x, to_y)
            back = _sweep(to_x, to_y + firm, middle, x, y + firm).replace("M", "L", 1)
            drawn += f'<path class="firm" d="{way}{back}Z" fill="{ink}" fill-opacity="0.55"/>'
        if plans:
            count = max(1, round(plans / _HATCH))
            steps = (firm + plans * (n + 0.5) / count for n in range(count))
            ways = "".join(_sweep(x, y + step, middle, to_x, to_y + step) for step in steps)
            looks = attributes(stroke=ink, stroke_width=round(plans / count * 0.55, 2), stroke_dasharray="6 4")
            drawn += f'<path class="plans" d="{ways}" fill="none" {looks}/>'
        return f"<g {_data(pair, cell)}>{_title(self._regions, pair)}{drawn}</g>"

    def _label(self, region: str) -> list[str]:
        """A region with its numbers, in lines that leave the ribbons their room."""
        text, size = f"{self._regions.names[region]} {self._regions.total(region).words}", self._frame.text
        return in_lines(text, _MOST_BESIDE * self._frame.width, size)

    def _beside(self, side: list[str]) -> float:
        """The room that the labels of a side take."""
        lines = (line for region in side for line in self._labels[region])
        return max(60.0, max(map(text_width, lines), default=0.0) * self._frame.text + 8)

    def _by_partners(self) -> list[str]:
        """The provinces in the order of the mean place of the regions that they are tied to."""
        places = {region: at for at, region in enumerate(self._regions.by)}

        def mean(province: str) -> float:
            own = {pair[0]: cell.total for pair, cell in self._regions.cells.items() if pair[1] == province}
            return sum(places[region] * many for region, many in own.items()) / sum(own.values())

        return sorted(self._regions.cn, key=lambda province: (mean(province), province))

    def _tallest(self) -> float:
        return max(self._tall(self._regions.by), self._tall(self._regions.cn))

    def _tall(self, side: list[str]) -> float:
        return sum(map(self._height, side))

    def _height(self, region: str) -> float:
        return max(self._least(region), self._regions.total(region).total * self._fact) + self._gap

    def _least(self, region: str) -> float:
        return _LABEL * len(self._labels[region])

    def _stacked(self, order: list[str], y: float) -> Iterator[tuple[str, float]]:
        for region in order:
            tall = self._regions.total(region).total * self._fact
            yield region, y + max(0.0, self._least(region) - tall) / 2
            y += self._height(region)


def _sweep(x: float, y: float, middle: float, to_x: float, to_y: float) -> str:
    points = ((x, y), (middle, y), (middle, to_y), (to_x, to_y))
    start, *rest = (f"{coordinate(px)} {coordinate(py)}" for px, py in points)
    return f"M{start}C{' '.join(rest)}"


def _data(pair: tuple[str, str], cell: Cell) -> str:
    return attributes(data_by=pair[0], data_cn=pair[1], data_firm=cell.firm, data_plans=cell.plans)


def _title(regions: Regions, pair: tuple[str, str]) -> str:
    return f"<title>{safe(regions.title_of(pair))}</title>"


def _widest(regions: Regions, ids: list[str], size: float) -> float:
    return max((text_width(regions.names[i]) for i in ids), default=0.0) * size
