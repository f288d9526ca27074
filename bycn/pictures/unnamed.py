"""Parties that the source leaves unnamed, drawn as what they are and not as the place that holds them."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

from bycn.loaders.engine import Record
from bycn.pictures.look import Look
from bycn.pictures.style import UNNAMED
from bycn.pictures.subject import Subject

_ENDS = {"start": "from_unnamed", "end": "to_unnamed"}


def with_unnamed(subject: Subject, look: Look) -> Subject:
    """The subject with a node for each such party: the same words about the same place are one.

    "A company" of two partners is one only where it stands in one document with both.
    A place that only stood in for such parties goes, unless it was asked for, or a path runs on from one of them to
    another.
    """
    entities, regions = dict(subject.entities), dict(subject.regions)
    facts, levels = [], dict(subject.levels)
    parties: dict[str, set[str]] = defaultdict(set)
    for fact in subject.facts:
        ends: dict[str, Any] = {}
        for end, column in _ENDS.items():
            name, holder = fact["properties"].get(column), fact[end]
            if not name or holder not in subject.entities:
                continue
            id_ = f"{holder}: {name}{_of_whom(fact, end, name)}"
            ends[end] = id_
            parties[holder].add(id_)
            entities[id_] = _party(id_, name, subject.entities[holder], look)
            if holder in subject.regions:
                regions[id_] = subject.regions[holder]
            if holder in levels:
                levels[id_] = levels[holder]
        facts.append(fact | ends)
    tied = {fact[end] for fact in facts for end in _ENDS}
    stood_in = {fact[end] for fact in subject.facts for end in _ENDS} - tied - set(subject.asked)
    stood_in -= {holder for holder, ids in parties.items() if len(ids) > 1 and levels}
    return replace(
        subject,
        entities={id_: entity for id_, entity in entities.items() if id_ not in stood_in},
        facts=facts,
        regions=regions,
        levels=levels,
    )


def _of_whom(fact: Record, end: str, name: str) -> str:
    """What tells one of some words from another: whose it is, or of which document."""
    if not name.startswith(("a ", "an ")):
        return ""
    other = next(one for one in _ENDS if one != end)
    return f" / {fact['properties'].get('document') or fact[other]}"


def _party(id_: str, name: str, holder: Record, look: Look) -> Record:
    told = {"id": id_, "type": UNNAMED, "name": name, "country": holder["country"], "within": look.name(holder)}
    return told | {"inside": [*holder.get("inside", [holder["id"]]), id_]}
