"""`bycn neighbours` for people: a line a neighbour, the nearest first, then those with most facts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from rich.text import Text

from bycn.answers import words
from bycn.answers.facts import both_ends, flat_fact, is_figure, line, lines, short_sources, what
from bycn.answers.page import Page
from bycn.answers.pairs import counts, firm
from bycn.answers.pieces import BOLD, DIM, FACT, PLAN, READ, joined, piece
from bycn.answers.printing import Asked, close, subject
from bycn.graph_model.counting import counted
from bycn.queries import fact_words
from bycn.queries.fact_words import Fact

_MOST_KINDS = 3


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    found: dict[tuple[int, str, str], list[Fact]] = {}
    for row in asked.answer:
        key = (row["distance"], row["name"], row["id"])
        found.setdefault(key, []).append(flat_fact(asked.facts[row["fact"]]))
    far = max(row["distance"] for row in asked.whole)
    number = counted(len({(row["name"], row["id"]) for row in asked.whole}), "neighbour")
    within = f" within {far} steps" if far > 1 else ""
    numbers = counts([flat_fact(fact) for fact in asked.every.values()], signs=True)
    page.say(joined([subject(asked, inside=False), piece(f"{number}{within}: {numbers}")], " has "))
    short = short_sources(chain.from_iterable(found.values()))
    for distance in range(1, far + 1):
        near = [(key[1], facts) for key, facts in found.items() if key[0] == distance]
        if not near:
            continue
        page.blank()
        if far > 1:
            page.say(piece(f"in {counted(distance, 'step')}", DIM))
        if asked.full:
            _in_full(page, near, short, direct=distance == 1)
        else:
            header = [piece(name, DIM) for name in ("neighbour", FACT, PLAN, "when", "what")]
            rows = [_line(name, facts) for name, facts in near]
            page.grid(rows, header=header, right=(False, True, True, False, False))
    close(page, asked)
    if not asked.full:
        page.say(piece("each fact: --full", DIM))


def _in_full(page: Page, near: Sequence[tuple[str, Sequence[Fact]]], short: Mapping[str, str], *, direct: bool) -> None:
    """Each neighbour with its facts, which say who else is an end of theirs where that isn't who was asked for."""
    for name, facts in near:
        page.blank()
        page.heading(piece(name, BOLD), piece(counts(facts), DIM))
        made = (line(fact, short, said=what(fact, *both_ends(fact)) if direct else None) for fact in facts)
        lines(page, made, indent=2)


def _line(name: str, facts: Sequence[Fact]) -> tuple[Text, ...]:
    """A neighbour in short: what is said and when is of plans only where there is nothing else."""
    holding = firm(facts)
    told = [fact for fact in facts if not fact_words.is_plan(fact)] or facts
    numbers = [piece(number or "") for number in (holding, len(facts) - holding)]
    doubt = piece(READ if all(fact.get("certainty") == "read" for fact in told) else "", DIM)
    said = joined([_kinds(name, told), doubt])
    when = fact_words.when(told[0]) if len(told) == 1 else fact_words.since(told)
    return (piece(name, BOLD), *numbers, piece(when), said)


def _kinds(name: str, facts: Sequence[Fact]) -> Text:
    """What one fact says; of several, which kinds they are."""
    if len(facts) == 1:
        return _without_name(what(facts[0], *both_ends(facts[0])), name)
    kinds = Counter("figure" if is_figure(fact) else fact_words.kind_of(fact) for fact in facts)
    of_kinds = [kind if number == 1 else f"{number} × {kind}" for kind, number in kinds.most_common()]
    much = [amount for fact in facts if not is_figure(fact) and (amount := words.how_much(fact))]
    return piece(words.listed([*of_kinds, *(much if len(much) == 1 else ())], _MOST_KINDS))


def _without_name(said: Text, name: str) -> Text:
    """What is said of a neighbour that is named next to it: "lies in Minsk"."""
    return said[len(name) + 1 :] if said.plain.startswith(f"{name} ") else said
