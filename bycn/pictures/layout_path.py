"""Paths from left to right: a column for each hop, and on each line what it tells, since when, and who says so."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from bycn.loaders.engine import Record
from bycn.pictures.dates import when
from bycn.pictures.drawing import LINE_HEIGHT, Label, Node, node
from bycn.pictures.labels import label_lines, longest_word, term
from bycn.pictures.look import Look
from bycn.pictures.strands import line_type
from bycn.pictures.style import UNNAMED
from bycn.pictures.subject import Subject
from bycn.pictures.svg_text import wrapped

_MANY, _BESIDE, _APART = 5, 220, 16
"""So many in a column stand close, their names beside them, within so much room, at such a distance."""
_STEP, _LEAST_STEP, _PAGE, _TEXT, _NOTE, _LINE, _ROW = 330, 120, 1_200, 11.0, 9.4, 12, 48
EM = "\u2003"
"""A blank that no program drops at the beginning of a line."""
_WHOLE = 12
"""Words up to this length stay whole beside the first and the last column."""
_FEW = 8
"""In columns of so many it is drawn what lies in what; in larger ones of parties without a name alone."""
_Pair = tuple[str, str]


class Way(NamedTuple):
    """Where everything stands."""

    nodes: list[Node]
    notes: list[Label]
    within: tuple[_Pair, ...]
    """What lies in another and has no line to that: of its column, or as works say that weren't asked for."""


def place(subject: Subject, counts: Counter[str], look: Look, room: float | None) -> Way:
    """The nodes in their places, and the notes on each hop: above a single way, else in a column under it."""
    levels = _levels(subject)
    columns: dict[int, list[str]] = defaultdict(list)
    for entity, level in levels.items():
        columns[level].append(entity)
    last = max(columns, default=0)
    holders = {i: holder for column in columns.values() for i, holder in _holders(subject, column)}
    sides = _sides(columns, holders)
    beside = 150 if not sides else _BESIDE * 2 if room is None else room * 0.5
    step = min(_STEP, max(_LEAST_STEP, int(((room or _PAGE) - beside) / max(1, last))))
    names = {i: look.name(subject.entities[i]) for i in levels}
    size = _TEXT if room is None else _NOTE
    wrap = {level: int((beside / 2 - 2 * _TEXT) / size / 0.62) if level in sides else step // 8 for level in columns}
    most = {level: 30 if level in sides else 24 for level in columns}
    rooms = {level: max(10, min(most[level], wrap[level])) for level in columns}
    whole = {i: min(_WHOLE, longest_word(name)) if levels[i] in sides else 0 for i, name in names.items()}
    lines = {i: tuple(label_lines(name, max(rooms[levels[i]], whole[i]))) for i, name in names.items()}
    heights: dict[str, float] = {}
    for level in sorted(columns):
        tall = max(len(lines[i]) for i in columns[level])
        pitch = _LINE + 14 * tall if level in sides else _ROW + 14 * tall
        ranked = sorted(columns[level], key=lambda i: (_mean(subject, i, heights), i))
        order = [one for i in ranked if i not in holders for one in _with_inner(i, ranked, holders)]
        heights |= {i: (at - (len(order) - 1) / 2) * pitch for at, i in enumerate(order)}
    nodes = {}
    for entity, level in sorted(levels.items()):
        x, y = round((level - last / 2) * step), round(heights[entity])
        bare = node(subject.entities[entity], names[entity], counts[entity], x, y, None)
        if side := sides.get(level):
            label = Label(lines[entity], x + side * _APART, y, "end" if side < 0 else "start", size)
        else:  # what stands above the middle has its name above, so that fewer lines run through it
            away = bare.radius + 5 + round(len(lines[entity]) * _TEXT * 0.6)
            label = Label(lines[entity], x, y - away if y < 0 else y + away, "middle", size)
        nodes[entity] = bare._replace(label=label)
    notes, within = _notes(subject, look), tuple(sorted({*holders.items(), *subject.lying}))
    if all(len(column) == 1 for column in columns.values()):
        return Way(list(nodes.values()), list(_above(notes, nodes, step - 60)), within)
    return Way(list(nodes.values()), list(_below(notes, nodes, levels, step - 24)), within)


def _holders(subject: Subject, column: list[str]) -> Iterator[_Pair]:
    """What of a column lies in another of it and has no line to that, each with the nearest that holds it."""
    joined = {frozenset(pair) for pair in _lines(subject)}
    inside = {i: subject.entities[i].get("inside", [i]) for i in column}
    for i in column:
        holding = [other for other in column if other != i and other in inside[i] and {i, other} not in joined]
        if holding and (len(column) <= _FEW or subject.entities[i]["type"] == UNNAMED):
            yield i, max(holding, key=lambda other: (len(inside[other]), other))


def _with_inner(entity: str, column: list[str], holders: dict[str, str]) -> Iterator[str]:
    """What lies in an entity before and behind it, in the order of the column."""
    inner = [list(_with_inner(i, column, holders)) for i in column if holders.get(i) == entity]
    half = len(inner) // 2
    for part in (*inner[:half], [entity], *inner[half:]):
        yield from part


def _sides(columns: dict[int, list[str]], holders: dict[str, str]) -> dict[int, int]:
    """The columns whose names stand beside them, to the left or right: the first and the last.

    So it is of many ways, and where it is drawn what lies in what.
    """
    if len(columns) < 2:
        return {}
    first_and_last = {*columns[min(columns)], *columns[max(columns)]}
    if max(map(len, columns.values())) < _MANY and first_and_last.isdisjoint(holders):
        return {}
    return {min(columns): -1, max(columns): 1}


def _above(notes: dict[_Pair, list[str]], nodes: dict[str, Node], room: int) -> Iterator[Label]:
    for (a, b), of_pair in sorted(notes.items()):
        lines = [line for note in of_pair for line in wrapped(note, room, _NOTE)]
        x, y = (nodes[a].x + nodes[b].x) / 2, nodes[a].y - 18 - len(lines) * _LINE / 2
        yield Label(tuple(lines), round(x), round(y), "middle", _NOTE)


def _below(notes: dict[_Pair, list[str]], nodes: dict[str, Node], levels: dict[str, int], room: int) -> Iterator[Label]:
    """A column of notes for each hop, each under the names of its ends; for a single hop as many as have room."""
    labels = [one.label.box for one in nodes.values() if one.label]
    top = max(box.bottom for box in labels) + 2 * _LINE
    first, hops = min(one.x for one in nodes.values()), max(1, max(levels.values()))
    step = (max(one.x for one in nodes.values()) - first) // hops
    if hops == 1:
        first, right = round(min(first, *(box.left for box in labels))), max(box.right for box in labels)
        across = max(1, int((right - first) // _STEP))
        step = round((right - first) // across)
        room = max(room, step - 24)
    of_hop: dict[int, list[tuple[list[str], list[str]]]] = defaultdict(list)
    for pair, of_pair in sorted(notes.items(), key=lambda item: sorted(nodes[i].y for i in item[0])):
        left, last = sorted((nodes[i] for i in pair), key=lambda one: (one.x, one.id))
        lines = [line for note in of_pair for line in _hanging(wrapped(note, room - 2 * _NOTE, _NOTE))]
        heading = wrapped(f"{left.name} – {last.name}", room, _NOTE * 1.08)
        of_hop[min(levels[i] for i in pair)].append((heading, lines))
    columns = _even(of_hop[0], across) if hops == 1 else [of_hop[hop] for hop in range(hops)]
    for at, column in enumerate(columns):
        y = top
        for heading, lines in column:
            for part, bold in ((heading, True), (lines, False)):
                tall = ceil(len(part) * _NOTE * LINE_HEIGHT)
                yield Label(tuple(part), first + step * at + 12, y + tall / 2, "start", _NOTE, bold)
                y += tall
            y += _LINE


def _even(entries: list[tuple[list[str], list[str]]], across: int) -> list[list[tuple[list[str], list[str]]]]:
    """Entries in their order in so many columns of about the same height."""
    talls = [len(heading) + len(lines) + 1 for heading, lines in entries]
    columns: list[list[tuple[list[str], list[str]]]] = [[] for _ in range(across)]
    above = 0
    for entry, tall in zip(entries, talls, strict=True):
        columns[min(across - 1, int((above + tall / 2) * across / sum(talls)))].append(entry)
        above += tall
    return columns


def _hanging(lines: list[str]) -> list[str]:
    """An entry of a list: its first line after a dot, the others below that."""
    return [f"{'·' if at == 0 else EM} {line}" for at, line in enumerate(lines)]


def _levels(subject: Subject) -> dict[str, int]:
    """The column of each entity: by how far it is from the start, else on the side of the entity that was asked for."""
    near = set() if subject.levels else _near_start(subject, sorted(subject.entities))
    far = {i: subject.levels.get(i, 0) if subject.levels else int(i not in near) for i in subject.entities}
    columns = {level: column for column, level in enumerate(sorted(set(far.values())))}
    return {i: columns[level] for i, level in far.items()}


def _near_start(subject: Subject, ids: list[str]) -> set[str]:
    """Of the ends of direct ties, those on the side of the entity that was asked for first."""
    asked = subject.asked[0] if subject.asked else ""
    side = subject.entities.get(asked, {}).get("country", "BY")
    own = {i for i in ids if asked in subject.entities[i].get("inside", [i]) or i == asked}
    return own or {i for i in ids if subject.entities[i]["country"] == side}


def _mean(subject: Subject, entity: str, heights: dict[str, float]) -> float:
    found = [heights[other] for pair in _lines(subject) if entity in pair for other in pair if other in heights]
    return sum(found) / len(found) if found else 0.0


def _lines(subject: Subject) -> Iterator[_Pair]:
    """What each line joins."""
    yield from ((fact["start"], fact["end"]) for fact in subject.facts)
    yield from subject.lying


def _notes(subject: Subject, look: Look) -> dict[tuple[str, str], list[str]]:
    notes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fact in subject.facts:
        notes[min(fact["start"], fact["end"]), max(fact["start"], fact["end"])].append(_note(fact, subject, look))
    return {
        pair: [f"{line} (× {many})" if many > 1 else line for line, many in Counter(lines).items()]
        for pair, lines in notes.items()
    }


def _note(fact: Record, subject: Subject, look: Look) -> str:
    """What a fact is, since when, in which state, and who says so."""
    properties = fact["properties"]
    sources = list(dict.fromkeys(_cited(source, subject) for source in properties["sources"]))
    status = look.say(term(properties["status"])).lower() if properties.get("status") else ""
    parts = [look.say(term(line_type(fact))), when(properties, look), status, *sources]
    return look.mark(", ").join(str(part) for part in parts if part)


def _cited(source: str, subject: Subject) -> str:
    node = subject.evidence.get(source, {})
    return f"fn-{node['number']}" if node.get("number") else str(node.get("outlet") or node.get("author") or source)
