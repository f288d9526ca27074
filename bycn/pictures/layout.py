"""Where things stand. Two layouts, both computed beforehand, seeded and in whole pixels.

`two-sides` sets Belarus left and China right, in columns of names grouped by oblast and province, with joint bodies
between them; `force` lets ties pull and everything else push (Fruchterman and Reingold 1991, by networkx).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from bycn.pictures import style
from bycn.pictures.drawing import Box, Drawing, Label, Node, Tie, ties_of
from bycn.pictures.selecting import Region, Subject
from bycn.pictures.words import label_lines
from loaders.engine import Record

_FEW = 25
"""Up to this many entities are laid out by force unless two sides are asked for."""

_SHAPE = 1.4
"""Width ÷ height that a picture should have: that of a landscape page with its margins."""

# two-sides
_TEXT, _HEADING = 11, 14
_ROW, _SECOND_LINE, _HEADING_ROW, _GROUP_GAP = 18, 13, 21, 14
_COLUMN, _COLUMN_GAP, _MIDDLE, _BODY_ROW = 186, 14, 320, 52
_SIDES = {"BY": -1, "CN": 1}

# force
_SEED = 20_240_601
_SPACING = 74
_LABEL_SIZES = (12, 10, 8, 6, 4)


def lay_out(subject: Subject, layout: str | None = None) -> Drawing:
    """Give every entity its place and label. Without a `layout` small pictures are laid out by force."""
    ties = ties_of(subject.facts)
    chosen = layout or ("force" if len(subject.entities) <= _FEW else "two-sides")
    counts = Counter(fact[end] for fact in subject.facts for end in ("start", "end"))
    if chosen == "force":
        nodes, captions = _by_force(subject.entities, ties, counts), list[Label]()
    else:
        nodes, captions = _two_sides(subject, ties, counts)
    return Drawing(subject, chosen, nodes, ties, captions)


# Two sides


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
    heading: bool

    @property
    def height(self) -> int:
        """How much of the column it takes."""
        return (_HEADING_ROW if self.heading else _ROW) + _SECOND_LINE * (len(self.lines) - 1)

    @property
    def size(self) -> int:
        """The size of its letters."""
        return _HEADING if self.heading else _TEXT


def _two_sides(subject: Subject, ties: list[Tie], counts: Counter[str]) -> tuple[list[Node], list[Label]]:
    partners = _partners(ties)
    groups = {side: _groups(subject, side, counts, partners) for side in (-1, 1)}
    middle = [i for i, e in subject.entities.items() if e["country"] not in _SIDES]
    tall = _column_height([sum(_height(g, subject) for g in groups[side]) for side in groups], len(middle))
    offset = _middle_width(len(middle), tall) // 2
    heights: dict[str, int] = {}
    columns: dict[int, list[list[_Group]]] = {side: _columns(groups[side], subject, tall) for side in (-1, 1)}
    for _ in range(3):  # each side follows the other: fewer lines cross
        for side in (1, -1):
            columns[side] = [_sorted_by_partners(column, partners, heights) for column in columns[side]]
            for column in columns[side]:
                heights |= {row.entity: y for row, y in _stacked(column, subject) if row.entity}
    nodes: list[Node] = []
    captions: list[Label] = []
    for side in (-1, 1):
        x = side * offset
        for column in columns[side]:
            rows = _stacked(column, subject)
            for row, y in rows:
                _set_row(row, x, y, side, subject, counts, nodes, captions)
            widest = max(Label(row.lines, 0, 0, "start", row.size, row.heading).box.right for row, _ in rows)
            x += side * (round(widest) + 22 + _COLUMN_GAP)
    nodes += _middle(middle, subject, counts, partners, heights, tall)
    return sorted(nodes, key=lambda node: node.id), captions


def _partners(ties: list[Tie]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for tie in ties:
        if tie.type not in ("LOCATED_IN", "PART_OF", "INDICATOR"):
            found[tie.start].append(tie.end)
            found[tie.end].append(tie.start)
    return found


def _groups(subject: Subject, side: int, counts: Counter[str], partners: dict[str, list[str]]) -> list[_Group]:
    """The groups of a side, the most tied first."""
    members: dict[Region, list[str]] = defaultdict(list)
    for entity, told in sorted(subject.entities.items()):
        if _SIDES.get(told["country"]) == side:
            country = told["country"]
            members[subject.regions.get(entity) or Region(country, style.COUNTRY_NAMES[country])].append(entity)
    groups = []
    for region, ids in members.items():
        head = region.id if region.id in ids else None
        ids.sort(key=lambda i: (-counts[i], i))
        groups.append(_Group(region.name, head, [i for i in ids if i != head]))
    weight = {g.heading: sum(len(partners[i]) for i in [g.head, *g.members] if i) for g in groups}
    return sorted(groups, key=lambda g: (-weight[g.heading], g.heading))


def _column_height(totals: list[int], bodies: int) -> int:
    """How tall columns are, so that the whole has a page's shape; `totals` are the sides' heights in one column."""

    def misshapen(tall: int) -> float:
        columns = sum(math.ceil(total / tall) for total in totals)
        return abs(math.log((columns * _COLUMN + _middle_width(bodies, tall)) / tall / _SHAPE))

    return min(range(300, 12_000, 20), key=misshapen)


def _middle_width(bodies: int, tall: int) -> int:
    across = math.ceil(bodies * _BODY_ROW / tall)
    return _MIDDLE + 90 * bool(bodies) + _COLUMN * max(0, across - 1)


def _columns(groups: list[_Group], subject: Subject, tall: int) -> list[list[_Group]]:
    """The groups in columns, each in the one nearest to the middle that has room; the most tied choose first.

    A group that is taller than a column is cut into parts.
    """
    total = sum(_height(g, subject) for g in groups)
    even = total / max(1, math.ceil(total / tall)) * 1.06
    columns: list[list[_Group]] = []
    used: list[int] = []
    for group in (part for whole in groups for part in _parts(whole, subject, even)):
        height = _height(group, subject)
        place = next((i for i, taken in enumerate(used) if taken + height <= even), len(columns))
        if place == len(columns):
            columns.append([])
            used.append(0)
        columns[place].append(group)
        used[place] += height
    return columns


def _parts(group: _Group, subject: Subject, tall: float) -> list[_Group]:
    parts, members = [], list[str]()
    for member in group.members:
        if members and _height(_Group("", None, [*members, member]), subject) > tall:
            parts.append(members)
            members = []
        members.append(member)
    first, *rest = [*parts, members]
    return [group._replace(members=first), *(_Group(f"{group.heading} (more)", None, more) for more in rest)]


def _height(group: _Group, subject: Subject) -> int:
    gap = _GROUP_GAP if group.members else 0
    return _HEADING_ROW + gap + sum(_row(member, subject).height for member in group.members)


def _row(entity: str, subject: Subject, *, heading: bool = False) -> _Row:
    return _Row(entity, tuple(label_lines(subject.entities[entity]["name"])), heading)


def _sorted_by_partners(column: list[_Group], partners: dict[str, list[str]], heights: dict[str, int]) -> list[_Group]:
    """Groups, and the members of each, in the order of the mean height of what they are tied to."""

    def mean(ids: Iterable[str | None]) -> float:
        found = [heights[p] for i in ids if i for p in partners[i] if p in heights]
        return sum(found) / len(found) if found else 0.0

    groups = [g._replace(members=sorted(g.members, key=lambda i: mean([i]))) for g in column]
    return sorted(groups, key=lambda g: mean([g.head, *g.members]))


def _stacked(column: list[_Group], subject: Subject) -> list[tuple[_Row, int]]:
    """The rows of a column with their heights, the column's middle at 0."""
    rows: list[tuple[_Row, int]] = []
    y, crowded = 0, False
    for group in column:
        if y and (group.members or crowded):
            y += _GROUP_GAP
        crowded = bool(group.members)
        first = _row(group.head, subject, heading=True) if group.head else _Row(None, (group.heading,), heading=True)
        for row in (first, *(_row(member, subject) for member in group.members)):
            rows.append((row, y + row.height // 2))
            y += row.height
    return [(row, middle - y // 2) for row, middle in rows]


def _set_row(
    row: _Row,
    x: int,
    y: int,
    side: int,
    subject: Subject,
    counts: Counter[str],
    nodes: list[Node],
    captions: list[Label],
) -> None:
    align = "end" if side < 0 else "start"
    if row.entity is None:
        captions.append(Label(row.lines, x + side * 12, y, align, row.size, row.heading))
        return
    label = Label(row.lines, x + side * 16, y, align, row.size, row.heading)
    nodes.append(_node(row.entity, subject.entities[row.entity], counts[row.entity], x, y, label))


def _middle(
    ids: list[str],
    subject: Subject,
    counts: Counter[str],
    partners: dict[str, list[str]],
    heights: dict[str, int],
    tall: int,
) -> list[Node]:
    """Joint and international bodies, in columns between the sides, at about the height of what they are tied to."""
    known = {i: [heights[p] for p in partners[i] if p in heights] for i in ids}
    order = sorted(ids, key=lambda i: (sum(known[i]) / len(known[i]) if known[i] else 0.0, i))
    across = math.ceil(len(ids) * _BODY_ROW / tall)
    down = math.ceil(len(ids) / max(1, across))
    step = max(_BODY_ROW, min(90, tall // (down + 1)))
    nodes = []
    for place, entity in enumerate(order):
        x = round((place % across - (across - 1) / 2) * _COLUMN)
        y = round((place // across - (down - 1) / 2) * step)
        told = subject.entities[entity]
        lines = tuple(label_lines(told["name"]))
        size = style.radius(told["type"], counts[entity])
        label = Label(lines, x, y + size + 4 + round(len(lines) * _TEXT * 0.6), "middle", _TEXT)
        nodes.append(_node(entity, told, counts[entity], x, y - 2, label))
    return nodes


def _node(entity: str, told: Record, facts: int, x: int, y: int, label: Label | None) -> Node:
    size = style.radius(told["type"], facts)
    return Node(entity, told["type"], told["country"], told["name"], facts, x, y, size, label)


# Force


def _by_force(entities: dict[str, Record], ties: list[Tie], counts: Counter[str]) -> list[Node]:
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(sorted(entities))
    graph.add_edges_from((tie.start, tie.end) for tie in ties)
    spots: dict[str, tuple[float, float]] = {}
    right = 0.0
    for part in sorted(nx.connected_components(graph), key=lambda ids: (-len(ids), min(ids))):
        placed = _spread(_spring(graph.subgraph(sorted(part))))
        left, width = min(x for x, _ in placed.values()), max(x for x, _ in placed.values())
        spots |= {i: (x - left + right, y) for i, (x, y) in placed.items()}
        right += width - left + 2 * _SPACING
    shift = right / 2 - _SPACING
    bare = [
        _node(i, entities[i], counts[i], round(spots[i][0] - shift), round(spots[i][1]), None) for i in sorted(entities)
    ]
    return _labelled(bare, ties)


def _spring(graph: "nx.Graph") -> dict[str, tuple[float, float]]:  # type: ignore[name-defined]  # noqa: F821
    import networkx as nx

    size = len(graph)
    if size == 1:
        return {next(iter(graph)): (0.0, 0.0)}
    ordered = nx.Graph()  # a subgraph's order depends on the hash seed
    ordered.add_nodes_from(sorted(graph))
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges))
    found = nx.spring_layout(ordered, seed=_SEED, k=1.6 / math.sqrt(size), iterations=120, method="force")
    reach = _SPACING * math.sqrt(size) * 0.62
    return {i: (float(x) * reach * 1.25, float(y) * reach * 0.85) for i, (x, y) in found.items()}


def _spread(spots: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Push apart what stands too near, a step at a time."""
    now = dict(spots)
    least = _SPACING * 0.6
    for _ in range(60 if len(now) <= 600 else 8):
        moved = False
        for a, b in _near(now, least):
            dx, dy = now[b][0] - now[a][0], now[b][1] - now[a][1]
            far = math.hypot(dx, dy) or 1.0
            if far < least:
                push = (least - far) / far / 2
                dx, dy = (dx * push, dy * push) if dx or dy else (least / 2, 0.0)
                now[a] = (now[a][0] - dx, now[a][1] - dy)
                now[b] = (now[b][0] + dx, now[b][1] + dy)
                moved = True
        if not moved:
            break
    return now


def _near(spots: dict[str, tuple[float, float]], reach: float) -> list[tuple[str, str]]:
    """The pairs that may be nearer than `reach`: those in the same or neighbouring squares of a grid."""
    cells: dict[tuple[int, int], list[str]] = defaultdict(list)
    for i, (x, y) in spots.items():
        cells[int(x // reach), int(y // reach)].append(i)
    pairs = []
    for (cx, cy), here in sorted(cells.items()):
        pairs += list(combinations(here, 2))
        for dx, dy in ((1, 0), (0, 1), (1, 1), (1, -1)):
            pairs += [(a, b) for a in here for b in cells.get((cx + dx, cy + dy), ())]
    return pairs


def _labelled(nodes: list[Node], ties: list[Tie]) -> list[Node]:
    """Labels as large as there is room for, the most tied nodes first; none covers another, or a node.

    Of the places that are free the one is taken that the fewest of the node's own lines run through.
    """
    taken = _Grid()
    spots = {node.id: (node.x, node.y) for node in nodes}
    ends: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for tie in ties:
        ends[tie.start].append(spots[tie.end])
        ends[tie.end].append(spots[tie.start])
    for node in nodes:
        taken.add(_body(node))
    labels: dict[str, Label] = {}
    for node in sorted(nodes, key=lambda n: (-n.facts, n.id)):
        for size in _LABEL_SIZES:
            free = [one for one in _around(node, size) if not taken.meets(one.box)]
            if free:
                label = min(free, key=lambda one: _crossings(one.box, spots[node.id], ends[node.id]))
                labels[node.id] = label
                taken.add(label.box)
                break
    return [Node(n.id, n.type, n.country, n.name, n.facts, n.x, n.y, n.radius, labels.get(n.id)) for n in nodes]


def _around(node: Node, size: int) -> list[Label]:
    """The places for a node's label: below, right, left, above."""
    lines = tuple(label_lines(node.name))
    off = node.radius + 3
    half = round(len(lines) * size * 0.6)
    return [
        Label(lines, node.x, node.y + off + half, "middle", size),
        Label(lines, node.x + off + 2, node.y, "start", size),
        Label(lines, node.x - off - 2, node.y, "end", size),
        Label(lines, node.x, node.y - off - half, "middle", size),
    ]


def _crossings(box: Box, start: tuple[int, int], ends: list[tuple[int, int]]) -> int:
    """How many of the lines from `start` run through a box, by looking at points on their first stretch."""
    count = 0
    for x, y in ends:
        far = math.hypot(x - start[0], y - start[1]) or 1.0
        steps = [(start[0] + (x - start[0]) * d / far, start[1] + (y - start[1]) * d / far) for d in range(8, 120, 4)]
        count += any(box.left < px < box.right and box.top < py < box.bottom for px, py in steps)
    return count


def _body(node: Node) -> Box:
    return Box(node.x - node.radius, node.y - node.radius, node.x + node.radius, node.y + node.radius)


class _Grid:
    """Boxes, found quickly by where they are."""

    _CELL = 80

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        for cell in self._covered(box):
            self._cells[cell].append(box)

    def meets(self, box: Box) -> bool:
        return any(box.overlaps(other) for cell in self._covered(box) for other in self._cells.get(cell, ()))

    def _covered(self, box: Box) -> list[tuple[int, int]]:
        columns = range(int(box.left // self._CELL), int(box.right // self._CELL) + 1)
        rows = range(int(box.top // self._CELL), int(box.bottom // self._CELL) + 1)
        return [(column, row) for column in columns for row in rows]
