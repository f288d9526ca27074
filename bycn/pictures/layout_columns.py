"""Belarus left, China right, in columns of names grouped by oblast and province, with nothing but lines between.

The names of a side's first column stand beside lines that come from the middle alone. What stands behind it stands at
the heights of the gaps between its names, so that lines run through these and cross no name.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count, product
from typing import NamedTuple

from bycn.graph_model.vocabulary import CONTAINING, FACT_TRAITS
from bycn.pictures import style
from bycn.pictures.drawing import Label, Node, Row, node
from bycn.pictures.labels import fits, label_lines, longest_word
from bycn.pictures.look import Look
from bycn.pictures.strands import Strand, is_plan
from bycn.pictures.subject import Region, Subject

SHAPE = 1.45
"""Width ÷ height that a large picture should have: that of a landscape page with its margins."""

TEXT, HEADING, CAPTION = 11.0, 13.0, 9.4
"""The size of names, of the places that groups are named after, and of captions: 7 pt or more."""
NARROW_TEXT, NARROW_HEADING = 9.4, 10.5
_SIDES = {"BY": -1, "CN": 1}
_ROW, _SECOND_LINE, _GROUP_GAP = 18, 13, 12
_COLUMN, _COLUMN_GAP, _MIDDLE, LEAST_MIDDLE, _BESIDE, _GATE = 200, 16, 320, 64, 16, 15
_WRAPS = (30, 24, 20, 17, 14, 12, 10)
_FREE = 4
"""The room between the text of two rows that touch."""
_ONE_LINE = 48
"""Where columns stand behind each other, names stand in one line: gaps are many, and at even distances."""
_APART = 2
"""The room between the lines of two rows."""
_WIDE = 5.0
"""Lines wider than this fit through no gap between two names."""
_UNCUT, _UNCUT_HEIGHT = 60, 1_000
"""So many entities, and a side up to this height, stay in one column."""
_TWO_COLUMNS, _THIRD_COLUMN = 5_000, 1.6
"""The height up to which two columns do, and how much a third counts, from which lines cross names, beside a picture
that is too long by as many doublings.
"""


class _Group(NamedTuple):
    """Entities that stand together under a heading: a region with what lies in it, or a country with the rest."""

    heading: str
    head: str | None
    """The entity that is the heading; None where it isn't in the picture."""
    members: list[str]


class Placed(NamedTuple):
    """Where everything stands."""

    nodes: list[Node]
    captions: list[Label]
    sides: tuple[tuple[tuple[Row, ...], ...], ...]


def place(subject: Subject, strands: list[Strand], counts: Counter[str], look: Look, room: float | None) -> Placed:
    """The nodes in their places and headings over groups, within a width of `room` where that can be."""
    return _TwoSides(subject, strands, counts, look, room).placed()


def stacked(columns: Iterable[Iterable[Row]]) -> list[dict[str | int, int]]:
    """The height of every row of a side; the gaps of the first column widen until all lines fit that pass there.

    `page.js` does the same for what its filters leave.
    """
    sides = [list(column) for column in columns]
    wider = [0] * (len(sides[0]) + 1 if sides else 0)
    while True:
        placed, needed = _stacked(sides, wider)
        if needed == wider:
            return placed
        wider = needed


def _stacked(columns: list[list[Row]], wider: list[int]) -> tuple[list[dict[str | int, int]], list[int]]:
    """The heights with the first column's gaps so much wider, and how much wider they need to be."""
    placed: list[dict[str | int, int]] = []
    gaps: list[int] = []
    first: list[int] = []
    needed = list(wider)
    for rows in columns:
        above = [row.gap if at else 0 for at, row in enumerate(rows)] + [0]
        more = [0] * len(above) if placed else wider
        y = -((sum(row.height for row in rows) + sum(above) + sum(more)) // 2)
        heights: dict[str | int, int] = {}
        edges = []
        for row, gap, wide in zip(rows, above, more, strict=False):
            edges.append(y + (gap + wide) // 2)
            middle = y + gap + wide + row.height // 2
            if gaps and isinstance(row.key, str) and gaps[0] - row.reach <= middle:
                through = bisect_left(gaps, middle)
                if through < len(gaps):
                    middle = gaps[through]
                    needed[through] = max(needed[through], 2 * row.reach - _FREE - first[through])
                else:
                    middle = max(middle, gaps[-1] + row.reach)
            heights[row.key] = middle
            y = middle - row.height // 2 + row.height
        placed.append(heights)
        if not gaps:
            gaps, first = [*edges, y + more[-1] // 2], above
    return placed, needed


class _TwoSides:
    def __init__(self, subject: Subject, strands: list[Strand], counts: Counter[str], look: Look, room: float | None):
        self._counts, self._look, self._room = counts, look, room
        self._entities, self._regions, self._places = subject.entities, subject.regions, subject.places
        self._partners, self._reach = _partners(strands), _reach(strands)
        self._wide = {i for strand in strands if strand.width > _WIDE for i in (strand.start, strand.end)}
        self._names = {i: look.name(entity) for i, entity in self._entities.items()}
        self._ties: dict[str, list[tuple[int, bool]]] = defaultdict(list)
        for i, fact in enumerate(subject.facts):
            if FACT_TRAITS[fact["type"]] == "tie":
                for end in {fact["start"], fact["end"]}:
                    self._ties[end].append((i, is_plan(fact)))
        self._wrap, self._whole, self._heights = _WRAPS[0], False, dict[str, int]()
        self._sides = self._groups()

    def placed(self) -> Placed:
        middle = self._fitted() if self._room else _MIDDLE
        across = 1 if self._room else self._across()
        self._wrap = _ONE_LINE if across > 1 else self._wrap
        sides = {side: self._columns(groups, across) for side, groups in self._sides.items()}
        for _ in range(3):  # each side follows the other: fewer lines cross
            for side in (1, -1):
                sides[side] = [self._sorted_by_partners(column) for column in sides[side]]
                for heights in stacked(self._rows(column) for column in sides[side]):
                    self._heights |= {str(key): y for key, y in heights.items() if isinstance(key, str)}
        nodes: list[Node] = []
        captions: list[Label] = []
        kept = []
        for side, columns in sides.items():
            numbers = count(len(captions))
            rows = [tuple(self._rows(column, numbers)) for column in columns]
            x, gate = side * middle // 2, side * (middle // 2 - _GATE)
            for column, column_rows, heights in zip(columns, rows, stacked(rows), strict=True):
                labels = []
                for row, text in zip(column_rows, self._texts(column), strict=True):
                    y = heights[row.key]
                    if isinstance(row.key, int):
                        labels.append(Label(text, x + side * _BESIDE, y, _align(side), CAPTION))
                        captions.append(labels[-1])
                    else:
                        head = any(row.key == group.head for group in column)
                        size = self._size(head=head)
                        labels.append(Label(text, x + side * _BESIDE, y, _align(side), size, head))
                        nodes.append(self._node(row.key, x, y, labels[-1], gate if column is not columns[0] else None))
                x += side * (math.ceil(max(label.ems * label.size for label in labels)) + _BESIDE + _COLUMN_GAP)
            kept.append(tuple(rows))
        return Placed(sorted(nodes, key=lambda one: one.id), captions, tuple(kept))

    def _node(self, entity: str, x: int, y: int, label: Label, gate: int | None) -> Node:
        return node(self._entities[entity], self._names[entity], self._counts[entity], x, y, label, gate)

    def _size(self, *, head: bool) -> float:
        if self._room:
            return NARROW_HEADING if head else NARROW_TEXT
        return HEADING if head else TEXT

    # Groups

    def _groups(self) -> dict[int, list[_Group]]:
        """The groups of each side in order; what is joint stands on the shorter side."""
        members: dict[int, dict[Region, list[str]]] = {-1: defaultdict(list), 1: defaultdict(list)}
        joint = []
        for entity, properties in sorted(self._entities.items()):
            side = _SIDES.get(properties["country"])
            if side is None:
                joint.append(entity)
                continue
            members[side][self._region(entity, properties["country"])].append(entity)
        if joint:
            shorter = min((-1, 1), key=lambda side: (sum(map(len, members[side].values())), -side))
            members[shorter][Region("XX", self._look.key("XX"))] = joint
        return {side: self._sorted_groups(regions) for side, regions in members.items()}

    def _region(self, entity: str, country: str) -> Region:
        region = self._regions.get(entity)
        if region is None:
            return Region(country, self._look.key(country))
        return region._replace(name=self._look.name(self._places.get(region.id, {"name": region.name})))

    def _sorted_groups(self, regions: dict[Region, list[str]]) -> list[_Group]:
        groups = []
        for region, ids in regions.items():
            head = region.id if region.id in ids else None
            ids.sort(key=lambda i: (-self._counts[i], i))
            groups.append(_Group(region.name, head, [i for i in ids if i != head]))
        return sorted(groups, key=self._rank)

    def _rank(self, group: _Group) -> tuple[bool, int, str]:
        """The most tied first, but before them where a line leads that fits through no gap between names."""
        ids = _ids(group)
        return self._wide.isdisjoint(ids), -sum(len(self._partners[i]) for i in ids), group.heading

    def _count(self, group: _Group) -> str:
        """The ties of a group, plans apart."""
        ties = {i: plan for id_ in _ids(group) for i, plan in self._ties[id_]}
        plans = sum(ties.values())
        return f"{len(ties) - plans}{f' + {plans}' if plans else ''}" if ties else ""

    def _sorted_by_partners(self, column: list[_Group]) -> list[_Group]:
        """Groups, and the members of each, in the order of the mean height of what they are tied to."""
        groups = [g._replace(members=sorted(g.members, key=lambda i: self._mean_height([i]))) for g in column]
        return sorted(groups, key=lambda g: self._mean_height(_ids(g)))

    def _mean_height(self, ids: Iterable[str]) -> float:
        found = [self._heights[p] for i in ids for p in self._partners[i] if p in self._heights]
        return sum(found) / len(found) if found else 0.0

    # Rows

    def _lines(self, entity: str) -> tuple[str, ...]:
        return self._wrapped(self._names[entity], self._wrap)

    def _wrapped(self, text: str, room: int) -> tuple[str, ...]:
        return _wrapped(text, max(room, longest_word(text)) if self._whole else room)

    def _texts(self, column: list[_Group]) -> Iterator[tuple[str, ...]]:
        """What stands in each row of a column."""
        for group in column:
            if group.members:
                yield self._heading(group)
            yield from map(self._lines, _ids(group))

    def _heading(self, group: _Group) -> tuple[str, ...]:
        """The name of a group with its count: behind the last line where there is room, else in a line of its own."""
        room = self._wrap + (-2 if self._room else 6)
        *lines, last = self._wrapped(group.heading.upper(), room)
        count = self._count(group)
        if not count:
            return (*lines, last)
        whole = f"{last} · {count}"
        return (*lines, whole) if fits(whole, room) else (*lines, last, count)

    def _rows(self, column: list[_Group], numbers: Iterator[int] | None = None) -> Iterator[Row]:
        """The rows of a column; a place without anything under it needs no caption."""
        numbers = numbers or count()
        crowded = False
        texts = self._texts(column)
        for group in column:
            gap = _GROUP_GAP if group.members or crowded else 0
            crowded = bool(group.members)
            if group.members:
                yield Row(next(numbers), _tall(next(texts)), gap)
                gap = 0
            for entity in _ids(group):
                reach = self._reach.get(entity, 0)
                yield Row(entity, max(_tall(next(texts)), 2 * reach + _APART), gap, reach)
                gap = 0

    # Columns

    def _fitted(self) -> int:
        """Wrap names until both sides fit into the room with a middle between; the width of the middle.

        Words are broken only where they don't fit whole.
        """
        wide = 0.0
        for self._whole, self._wrap in product((True, False), _WRAPS):
            wide = self._room or 0.0
            for groups in self._sides.values():
                labels = [
                    Label(self._lines(i), 0, 0, "start", self._size(head=i == group.head), i == group.head)
                    for group in groups
                    for i in _ids(group)
                ]
                labels += [Label(self._heading(g), 0, 0, "start", CAPTION) for g in groups if g.members]
                wide -= max((label.ems * label.size for label in labels), default=0.0) + _BESIDE
            if wide >= LEAST_MIDDLE:
                break
        return max(LEAST_MIDDLE, min(_MIDDLE, math.floor(wide)))

    def _height(self, groups: list[_Group]) -> int:
        return sum(row.height + row.gap for row in self._rows(groups))

    def _across(self) -> int:
        """In how many columns each side stands."""
        tall = max(map(self._height, self._sides.values()))
        if len(self._entities) <= _UNCUT or tall <= _UNCUT_HEIGHT:
            return 1

        def off(across: int) -> float:
            shape = (2 * across * _COLUMN + _MIDDLE) / (tall / across)
            return abs(math.log(shape / SHAPE)) + _THIRD_COLUMN * (across > 2)

        return min(range(1, 3 if tall <= 2 * _TWO_COLUMNS else 20), key=off)

    def _columns(self, groups: list[_Group], across: int) -> list[list[_Group]]:
        """The groups in columns, the most tied next to the middle; one taller than a column is cut into parts."""
        even = self._height(groups) / across * 1.04
        columns: list[list[_Group]] = []
        used: list[int] = []
        for group in (part for whole in groups for part in self._parts(whole, even if across > 1 else math.inf)):
            height = self._height([group]) + _GROUP_GAP
            room = [row for row, taken in enumerate(used) if taken + height <= even]
            if not room and len(columns) < across:
                room = [len(columns)]
                columns.append([])
                used.append(0)
            chosen = room[0] if room else min(range(across), key=used.__getitem__)
            columns[chosen].append(group)
            used[chosen] += height
        return columns

    def _parts(self, group: _Group, tall: float) -> list[_Group]:
        parts: list[list[str]] = [[]]
        used = 3 * _ROW
        for member in group.members:
            height = _tall(self._lines(member))
            if parts[-1] and used + height > tall:
                parts.append([])
                used = 3 * _ROW
            parts[-1].append(member)
            used += height
        more = [_Group(group.heading, None, members) for members in parts[1:]]
        return [group._replace(members=parts[0]), *more]


@lru_cache(4096)
def _wrapped(name: str, room: int) -> tuple[str, ...]:
    return tuple(label_lines(name, room))


def _ids(group: _Group) -> list[str]:
    return [group.head, *group.members] if group.head else group.members


def _tall(lines: tuple[str, ...]) -> int:
    return _ROW + _SECOND_LINE * (len(lines) - 1)


def _align(side: int) -> str:
    return "end" if side < 0 else "start"


def _partners(strands: list[Strand]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    drawn = (s for s in strands if s.type not in CONTAINING and FACT_TRAITS[s.type] != "figure")
    for one, other in sorted({(min(s.start, s.end), max(s.start, s.end)) for s in drawn}):
        found[one].append(other)
        found[other].append(one)
    return found


def _reach(strands: list[Strand]) -> dict[str, int]:
    """How far above and below the middle of each entity its lines run."""
    found: dict[str, int] = defaultdict(int)
    for strand in strands:
        far = math.ceil(min(abs(strand.offset), style.MOST_RADIUS - 1) + strand.width / 2)
        for end in (strand.start, strand.end):
            found[end] = max(found[end], far)
    return found
