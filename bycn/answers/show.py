"""`bycn show` for people: what an entity is, its key figures, and its partners with their ties."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.text import Text

from bycn.answers import one_fact, words
from bycn.answers.facts import (
    Line,
    both_ends,
    cited,
    flat_fact,
    is_figure,
    line,
    lines,
    plans_last,
    short_sources,
    sign,
    trait,
    what,
)
from bycn.answers.page import Page
from bycn.answers.pairs import counts, firm
from bycn.answers.pieces import BOLD, DIM, READ, joined, piece
from bycn.answers.printing import Asked, close
from bycn.graph_model.counting import counted
from bycn.graph_model.dates_in_words import date_in_words
from bycn.graph_model.vocabulary import CONTAINING, LANGUAGES
from bycn.queries import fact_words
from bycn.queries.fact_words import Fact
from bycn.terminal import legible

_MOST_PARTNERS, _MOST_OF_ONE, _MOST_FIGURES, _MOST_EVENTS, _MOST_BODIES = 8, 4, 3, 3, 2
_LISTS = ("aliases", "former_ids", "inside", *(f"names_{code}" for code in LANGUAGES))
_DATES = ("date", "date_start", "date_end")
_KNOWN = frozenset({*_LISTS, *_DATES, "id", "name", "type", "country", "first_level", "seat", "certainty", "note"})
"""Properties that have a place of their own, or are shown by `--full`."""


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    if asked.answer.about:
        one_fact.fill(page, asked)
        return
    entity = {row["item"]: row["value"] for row in asked.whole if not row["fact"]}
    rows = [row for row in asked.answer if row["fact"]]
    facts = [(flat_fact(asked.facts[row["fact"]]), row["with"], row["direction"] == "→") for row in rows]
    facts.sort(key=lambda one: _in_order(one[0]))
    short = short_sources([fact for fact, _, _ in facts])
    _head(page, entity, [(fact, other) for fact, other, out in facts if out and trait(fact) == "structure"], asked)
    left = _figures(page, [fact for fact, _, _ in facts if is_figure(fact)], short, asked)
    ties = [(fact, other) for fact, other, _ in facts if trait(fact) == "tie"]
    left += _partners(page, ties, short, asked)
    events = [line(fact, short, said=what(fact)) for fact, _, _ in facts if trait(fact) == "participation"]
    left += _section(page, "Events", events, None if asked.full else _MOST_EVENTS)
    held: dict[str, set[str]] = {"In it:": set(), "Members:": set(), "Events in it:": set()}
    for fact, other in ((fact, other) for fact, other, out in facts if not out and trait(fact) == "structure"):
        held[_held_as(asked, fact)].add(_qualified(other, fact))
    for heading, names in held.items():
        if names:
            page.blank()
            told = words.listed(sorted(names), None if asked.full else _MOST_PARTNERS)
            page.say(joined([piece(heading, BOLD), piece(told)]))
    if not any(trait(flat_fact(fact)) != "structure" for fact in asked.every.values()):
        page.blank()
        within = asked.answer.filters.in_words()
        page.say(f"No tie, figure or event of it {f'fits the filters ({within})' if within else 'is recorded here'}.")
    close(page, asked)
    if left:
        page.say(piece(f"{counted(left, 'more fact')}, all names: --full", DIM))


def _in_order(fact: Fact) -> tuple[object, ...]:
    """By time, plans and what has no date last; a period open at its start counts from its end."""
    day = fact.get("holds_from") or fact.get("date_start") or fact.get("date_end")
    return fact_words.is_plan(fact), day is None, day or "", fact["id"]


def _held_as(asked: Asked, fact: Fact) -> str:
    """The heading for what lies in an entity or belongs to it."""
    if asked.facts[fact["id"]]["from_type"] == "event":
        return "Events in it:"
    return "In it:" if fact["type"] in CONTAINING else "Members:"


def _head(page: Page, entity: Mapping[str, Any], structure: Sequence[tuple[Fact, str]], asked: Asked) -> None:
    kind = str(entity.get("kind") or entity["type"]).replace("_", " ")
    seats = {_in(fact, other): None for fact, other in structure if fact["type"] in CONTAINING}
    page.heading(piece(entity["name"], BOLD), piece(entity["id"], DIM))
    page.say(", ".join(filter(None, (kind, *seats, date_in_words(entity.get("date"))))))
    bodies: dict[str, dict[str, None]] = {}
    for fact, other in structure:
        if fact["type"] not in CONTAINING:
            bodies.setdefault(_how(fact), {})[_qualified(other, fact)] = None
    for how, names_of in bodies.items():
        page.say(f"{how} {words.listed(names_of, None if asked.full else _MOST_BODIES)}")
    names = [(entity.get(f"names_{code}") or [])[: None if asked.full else 1] for code in LANGUAGES]
    every = [name for own in names for name in own]
    if asked.full:
        every += [*(entity.get("aliases") or []), *(entity.get("former_ids") or [])]
    if legible_ones := list(filter(legible, every)):
        page.say(piece(" · ".join(legible_ones), DIM))
    for name in entity:
        if name not in _KNOWN and name != "kind" and entity[name] not in (None, [], ""):
            page.say(joined([piece(f"{name.replace('_', ' ')}:", DIM), piece(_value(entity[name]))]))
    if asked.full and entity.get("note"):
        page.say(piece(entity["note"], DIM))


def _in(fact: Fact, other: str) -> str:
    """What it lies in or belongs to."""
    return f"{_how(fact)} {_qualified(other, fact)}"


def _how(fact: Fact) -> str:
    return "in" if fact["type"] == "LOCATED_IN" else str(fact["type"]).replace("_", " ").lower()


def _qualified(name: str, fact: Fact) -> str:
    """A name, and whether it is planned or over that it stands here, or had to be inferred."""
    status = fact.get("status")
    how = f" ({fact_words.status_in_words(status)})" if fact_words.is_plan(fact) or status == "ended" else ""
    return f"{name}{how}{f' {READ}' if fact.get('certainty') == 'read' else ''}"


def _value(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _figures(page: Page, facts: Sequence[Fact], short: Mapping[str, str], asked: Asked) -> int:
    """What counts, shares and ranks say of it, the latest first, goals last."""
    latest = plans_last(sorted(facts, key=lambda fact: fact.get("date_end") or "", reverse=True))
    made = [line(fact, short, said=_figure(fact)) for fact in latest]
    return _section(page, "Figures", made, None if asked.full else _MOST_FIGURES)


def _figure(fact: Fact) -> Text:
    much, measure = words.how_much(fact), str(fact.get("measure") or fact["title"])
    if not much:
        return piece(fact["title"])
    # "171 residents" says of what it is.
    return piece(much) if measure == fact.get("unit") else joined([piece(measure), piece(much)], ": ")


def _section(page: Page, heading: str, made: Sequence[Line], most: int | None) -> int:
    if made:
        page.blank()
        page.say(piece(heading, BOLD))
        lines(page, made[:most], indent=2)
    return 0 if most is None else max(0, len(made) - most)


def _partners(page: Page, facts: Sequence[tuple[Fact, str]], short: Mapping[str, str], asked: Asked) -> int:
    """Who it is tied to, those with most facts first, and through which facts; how many are left out."""
    partners: dict[str, list[Fact]] = {}
    for fact, other in facts:
        partners.setdefault(other, []).append(fact)
    order = sorted(partners.items(), key=lambda item: (-firm(item[1]), -len(item[1]), item[0]))
    most, each = (None, None) if asked.full else (_MOST_PARTNERS, _MOST_OF_ONE)
    several = [(name, own) for name, own in order[:most] if len(own) > 1]
    for name, own in several:
        page.blank()
        page.heading(piece(name, BOLD), piece(counts(own), DIM))
        lines(page, [line(fact, short, said=what(fact, *both_ends(fact))) for fact in own[:each]], indent=2)
    single = [(name, own[0]) for name, own in order[:most] if len(own) == 1]
    if single:
        page.blank()
    page.grid([_alone(name, fact, short) for name, fact in single], flush=2)
    shown = sum(len(own[:each]) for _, own in several) + len(single)
    return len(facts) - shown


def _alone(name: str, fact: Fact, short: Mapping[str, str]) -> tuple[Text, Text, Text]:
    said = joined([what(fact, *both_ends(fact)), piece(fact_words.when(fact), DIM)], ", ")
    return sign(fact), joined([piece(name, BOLD), said], ": "), cited(fact, short)
