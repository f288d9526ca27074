"""Paths from left to right: a column for each hop, and on each line what it tells, since when, and who says so."""

from collections import Counter, defaultdict

from bycn.loaders.engine import Record
from bycn.pictures.drawing import Label, Node, node
from bycn.pictures.labels import kind, label_lines
from bycn.pictures.look import Look
from bycn.pictures.strands import kind_of
from bycn.pictures.subject import Subject

_STEP, _LEAST_STEP, _TEXT, _NOTE, _LINE, _ROW = 330, 120, 11.0, 9.4, 12, 62


def place(subject: Subject, counts: Counter[str], look: Look, room: float | None) -> tuple[list[Node], list[Label]]:
    """The nodes in their places, and what is written on each line."""
    levels = _levels(subject)
    columns: dict[int, list[str]] = defaultdict(list)
    for entity, level in levels.items():
        columns[level].append(entity)
    notes = _notes(subject, look)
    tallest = max((len(lines) for lines in notes.values()), default=1)
    last = max(columns, default=0)
    step = _STEP if room is None else max(_LEAST_STEP, int((room - 150) / max(1, last)))
    pitch = max(_ROW, (tallest + 2) * _LINE) if max(map(len, columns.values()), default=0) == 1 else _ROW
    heights: dict[str, float] = {}
    for level in sorted(columns):
        order = sorted(columns[level], key=lambda i: (_mean(subject, i, heights), i))
        heights |= {i: (at - (len(order) - 1) / 2) * pitch for at, i in enumerate(order)}
    nodes = {}
    for entity, level in levels.items():
        told, x, y = subject.entities[entity], round((level - last / 2) * step), round(heights[entity])
        bare = node(told, look.name(told), counts[entity], x, y, None)
        lines = tuple(label_lines(bare.name, 24 if room is None else max(10, step // 8)))
        under_it = y + bare.radius + 5 + round(len(lines) * _TEXT * 0.6)
        nodes[entity] = bare._replace(label=Label(lines, x, under_it, "middle", _TEXT if room is None else _NOTE))
    below = max((one.label.box.bottom for one in nodes.values() if one.label), default=0.0) + 2 * _LINE
    under: dict[int, float] = defaultdict(lambda: below)
    written = []
    for (a, b), told_here in sorted(notes.items(), key=lambda item: [nodes[i].y for i in item[0]]):
        words = list(told_here)
        x = round((nodes[a].x + nodes[b].x) / 2)
        if nodes[a].y == nodes[b].y:  # above a level line there is room
            bottom = nodes[a].y - 14.0
        else:
            left, right = sorted((nodes[a], nodes[b]), key=lambda one: one.x)
            words.insert(0, f"{left.name} – {right.name}")
            bottom = under[x] + len(words) * _LINE
            under[x] = bottom + _LINE
        written.append(Label(tuple(words), x, round(bottom - len(words) * _LINE / 2), "middle", _NOTE))
    return [nodes[i] for i in sorted(nodes)], written


def _levels(subject: Subject) -> dict[str, int]:
    """How many hops each entity is from the start."""
    hops: dict[str, set[int]] = defaultdict(set)
    for fact in subject.facts:
        for end in ("start", "end"):
            hops[fact[end]].add(subject.hops.get(fact["id"], 1))
    last = max((hop for found in hops.values() for hop in found), default=1)
    levels = {i: min(found) if len(found) > 1 else min(found) - (min(found) == 1) for i, found in hops.items()}
    if last == 1:
        first = _near_start(subject, sorted(levels))
        return {i: 0 if i in first else 1 for i in levels}
    return levels


def _near_start(subject: Subject, ids: list[str]) -> set[str]:
    """Of the ends of direct ties, those on the side of the entity that was asked for first."""
    asked = subject.asked[0] if subject.asked else ""
    side = subject.entities.get(asked, {}).get("country", "BY")
    own = {i for i in ids if asked in subject.entities[i].get("inside", [i]) or i == asked}
    return own or {i for i in ids if subject.entities[i]["country"] == side}


def _mean(subject: Subject, entity: str, heights: dict[str, float]) -> float:
    found = [
        heights[other]
        for fact in subject.facts
        if entity in (fact["start"], fact["end"])
        for other in (fact["start"], fact["end"])
        if other in heights
    ]
    return sum(found) / len(found) if found else 0.0


def _notes(subject: Subject, look: Look) -> dict[tuple[str, str], list[str]]:
    notes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fact in subject.facts:
        notes[min(fact["start"], fact["end"]), max(fact["start"], fact["end"])].append(_note(fact, subject, look))
    return {pair: list(dict.fromkeys(lines)) for pair, lines in notes.items()}


def _note(fact: Record, subject: Subject, look: Look) -> str:
    """What a fact is, since when, in which state, and who says so."""
    told = fact["properties"]
    sources = [_cited(source, subject) for source in told["sources"]]
    parts = [look.say(kind(kind_of(fact))), told.get("date") or told.get("announced"), told.get("status"), *sources[:2]]
    return ", ".join(str(part).replace("_", " ") for part in parts if part)


def _cited(source: str, subject: Subject) -> str:
    told = subject.evidence.get(source, {})
    return f"fn {told['number']}" if told.get("number") else str(told.get("author") or told.get("title") or source)
