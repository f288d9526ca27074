"""Belarus left, China right, in columns of names grouped by oblast and province; joint bodies between them."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from bycn.graph_model.vocabulary import CONTAINING, FACT_TRAITS
from bycn.pictures import style
from bycn.pictures.drawing import Label, Node, Tie, node
from bycn.pictures.labels import label_lines
from bycn.pictures.subject import Region, Subject

SHAPE = 1.45
"""Width ÷ height that a picture should have: that of a landscape page with its margins."""

_SIDES = {"BY": -1, "CN": 1}
_TEXT, _HEADING = 11, 14
_ROW, _HEADING_ROW, _SECOND_LINE, _GROUP_GAP, _BODY_ROW = 18, 21, 13, 14, 52
_COLUMN, _COLUMN_GAP, _MIDDLE, _MIDDLE_OF_BODIES = 186, 14, 320, 90
_LEAST_HEIGHT, _STEPS, _STEP = 300, 48, 1.08
_UNCUT_HEIGHT = 900
"""A side up to this height stays one column: no line runs over a name."""
_CUT = 0.4
"""How much the cutting of a group counts, beside a picture that is half as wide again as it should be."""

_Sides = dict[int, list[list["_Group"]]]
"""The columns of each side, the one next to the middle first."""


class _Group(NamedTuple):
    """Entities that stand together under a heading: a region with what lies in it, or a country with the rest."""

    heading: str
    head: str | None
    """The entity that is the heading; None where it isn't in the picture."""
    members: list[str]


class _Row(NamedTuple):
    """One line of a column: an entity, or the heading of a group whose own entity isn't drawn."""

    entity: str | None
    lines: tuple[str, ...]
    is_heading: bool = False

    @property
    def height(self) -> int:
        """How much of the column it takes."""
        return (_HEADING_ROW if self.is_heading else _ROW) + _SECOND_LINE * (len(self.lines) - 1)

    def label(self, x: int, y: int, side: int) -> Label:
        """Its text, beside a node at `x`, away from the middle."""
        off = 16 if self.entity else 12
        size = _HEADING if self.is_heading else _TEXT
        return Label(self.lines, x + side * off, y, "end" if side < 0 else "start", size, self.is_heading)


def place(subject: Subject, ties: list[Tie], counts: Counter[str]) -> tuple[list[Node], list[Label]]:
    """The nodes in their places, and headings over groups that have no node of their own."""
    return _TwoSides(subject, ties, counts).placed()


class _TwoSides:
    def __init__(self, subject: Subject, ties: list[Tie], counts: Counter[str]):
        self._entities, self._regions, self._counts = subject.entities, subject.regions, counts
        self._partners = _partners(ties)
        self._rows = {i: _Row(i, tuple(label_lines(told["name"]))) for i, told in subject.entities.items()}
        self._heights: dict[str, int] = {}

    def placed(self) -> tuple[list[Node], list[Label]]:
        bodies = [i for i, told in self._entities.items() if told["country"] not in _SIDES]
        sides, tall = self._best_columns(len(bodies))
        for _ in range(3):  # each side follows the other: fewer lines cross
            for side in (1, -1):
                sides[side] = [self._sorted_by_partners(column) for column in sides[side]]
                for column in sides[side]:
                    self._heights |= {row.entity: y for row, y in self._stacked(column) if row.entity}
        nodes: list[Node] = []
        headings: list[Label] = []
        for side, columns in sides.items():
            x = side * _middle_width(len(bodies), tall) // 2
            for column in columns:
                labels = [(row, row.label(x, y, side)) for row, y in self._stacked(column)]
                nodes += [self._node(row.entity, x, label.y, label) for row, label in labels if row.entity]
                headings += [label for row, label in labels if not row.entity]
                x += side * (math.ceil(max(label.ems * label.size for _, label in labels)) + 22 + _COLUMN_GAP)
        nodes += self._between(bodies, tall)
        return sorted(nodes, key=lambda one: one.id), headings

    def _node(self, entity: str, x: int, y: int, label: Label) -> Node:
        return node(entity, self._entities[entity], self._counts[entity], x, y, label)

    # Columns

    def _best_columns(self, bodies: int) -> tuple[_Sides, int]:
        """The groups in columns of the height that gives a page's shape, with few groups cut."""
        groups = {side: self._groups(side) for side in (-1, 1)}
        whole = len(groups[-1]) + len(groups[1])
        totals = [sum(map(self._height, groups[side])) for side in groups]
        least = max([_LEAST_HEIGHT, *(total for total in totals if total <= _UNCUT_HEIGHT)])
        found: list[tuple[float, int, _Sides]] = []
        for step in range(_STEPS):
            tall = round(least * _STEP**step)
            sides = {side: self._columns(groups[side], tall) for side in groups}
            columns = [column for side in sides.values() for column in side]
            height = max([1, *(sum(map(self._height, column)) for column in columns)])
            width = len(columns) * _COLUMN + _middle_width(bodies, height)
            cuts = sum(map(len, columns)) - whole
            found.append((abs(math.log(width / height / SHAPE)) + _CUT * cuts, height, sides))
        _, height, sides = min(found, key=lambda one: one[0])
        return sides, height

    def _groups(self, side: int) -> list[_Group]:
        """The groups of a side, the most tied first."""
        members: dict[Region, list[str]] = defaultdict(list)
        for entity, told in sorted(self._entities.items()):
            if _SIDES.get(told["country"]) == side:
                country = Region(told["country"], style.COUNTRY_NAMES[told["country"]])
                members[self._regions.get(entity) or country].append(entity)
        groups = []
        for region, ids in members.items():
            head = region.id if region.id in ids else None
            ids.sort(key=lambda i: (-self._counts[i], i))
            groups.append(_Group(region.name, head, [i for i in ids if i != head]))
        return sorted(groups, key=lambda g: (-sum(len(self._partners[i]) for i in _ids(g)), g.heading))

    def _columns(self, groups: list[_Group], tall: int) -> list[list[_Group]]:
        """The groups in columns, each in the one nearest to the middle that has room; the most tied choose first.

        A group that is taller than a column is cut into parts.
        """
        total = sum(map(self._height, groups))
        even = total / max(1, math.ceil(total / tall)) * 1.06
        columns: list[list[_Group]] = []
        used: list[int] = []
        for group in (part for whole in groups for part in self._parts(whole, even)):
            height = self._height(group)
            chosen = next((i for i, taken in enumerate(used) if taken + height <= even), len(columns))
            if chosen == len(columns):
                columns.append([])
                used.append(0)
            columns[chosen].append(group)
            used[chosen] += height
        return columns

    def _parts(self, group: _Group, tall: float) -> list[_Group]:
        parts: list[list[str]] = [[]]
        used = _HEADING_ROW + _GROUP_GAP
        for member in group.members:
            height = self._rows[member].height
            if parts[-1] and used + height > tall:
                parts.append([])
                used = _HEADING_ROW + _GROUP_GAP
            parts[-1].append(member)
            used += height
        more = [_Group(f"{group.heading} (more)", None, members) for members in parts[1:]]
        return [group._replace(members=parts[0]), *more]

    def _height(self, group: _Group) -> int:
        gap = _GROUP_GAP if group.members else 0
        return _HEADING_ROW + gap + sum(self._rows[member].height for member in group.members)

    def _sorted_by_partners(self, column: list[_Group]) -> list[_Group]:
        """Groups, and the members of each, in the order of the mean height of what they are tied to."""
        groups = [g._replace(members=sorted(g.members, key=lambda i: self._mean_height([i]))) for g in column]
        return sorted(groups, key=lambda g: self._mean_height(_ids(g)))

    def _mean_height(self, ids: Iterable[str]) -> float:
        found = [self._heights[p] for i in ids for p in self._partners[i] if p in self._heights]
        return sum(found) / len(found) if found else 0.0

    def _stacked(self, column: list[_Group]) -> list[tuple[_Row, int]]:
        """The rows of a column with their heights, the column's middle at 0."""
        rows: list[tuple[_Row, int]] = []
        y, crowded = 0, False
        for group in column:
            if y and (group.members or crowded):
                y += _GROUP_GAP
            crowded = bool(group.members)
            lines = self._rows[group.head].lines if group.head else (group.heading,)
            for row in (_Row(group.head, lines, is_heading=True), *(self._rows[member] for member in group.members)):
                rows.append((row, y + row.height // 2))
                y += row.height
        return [(row, middle - y // 2) for row, middle in rows]

    # The middle

    def _between(self, ids: list[str], tall: int) -> list[Node]:
        """Joint and international bodies, in columns, at about the height of what they are tied to."""
        order = sorted(ids, key=lambda i: (self._mean_height([i]), i))
        across = _across(len(ids), tall)
        down = math.ceil(len(ids) / max(1, across))
        step = max(_BODY_ROW, min(90, tall // (down + 1)))
        nodes = []
        for number, entity in enumerate(order):
            x = round((number % across - (across - 1) / 2) * _COLUMN)
            y = round((number // across - (down - 1) / 2) * step) - 2
            row = self._rows[entity]
            size = style.radius(self._entities[entity]["type"], self._counts[entity])
            below = y + size + 6 + round(len(row.lines) * _TEXT * 0.6)
            nodes.append(self._node(entity, x, y, Label(row.lines, x, below, "middle", _TEXT)))
        return nodes


def _ids(group: _Group) -> list[str]:
    return [group.head, *group.members] if group.head else group.members


def _across(bodies: int, tall: int) -> int:
    return math.ceil(bodies * _BODY_ROW / tall)


def _middle_width(bodies: int, tall: int) -> int:
    return _MIDDLE + _MIDDLE_OF_BODIES * bool(bodies) + _COLUMN * max(0, _across(bodies, tall) - 1)


def _partners(ties: list[Tie]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    drawn = (tie for tie in ties if tie.type not in CONTAINING and FACT_TRAITS[tie.type] != "figure")
    for one, other in sorted({(min(tie.start, tie.end), max(tie.start, tie.end)) for tie in drawn}):
        found[one].append(other)
        found[other].append(one)
    return found
