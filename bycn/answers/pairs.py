"""Facts by the pair that they tie: the pair once, its facts under it; pairs with one and the same tie in one line."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from rich.text import Text

from bycn.answers import words
from bycn.answers.facts import both_ends, cited, ends, line, lines, plans_behind, sign, what
from bycn.answers.page import Page
from bycn.answers.pieces import DIM, FACT, PLAN, joined, legend, piece

Fact = Mapping[str, Any]

_MOST_OF_A_PAIR = 4
"""So many facts of one pair are shown where lines are counted, so that other pairs have some too."""


def by_pair(facts: Sequence[Fact]) -> list[list[Fact]]:
    """The facts of each pair, plans behind; pairs with most that holds first."""
    pairs: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        pairs.setdefault((fact["from"], fact["to"]), []).append(fact)
    return sorted(map(plans_behind, pairs.values()), key=lambda pair: (-firm(pair), -len(pair)))


def firm(facts: Sequence[Fact]) -> int:
    """How many of some facts are no plans."""
    return sum(not words.is_plan(fact.get("status")) for fact in facts)


def counts(facts: Sequence[Fact], *, signs: bool = False) -> str:
    """How many facts and plans there are, with the `signs` that stand for them.

    >>> counts([{"status": "signed"}, {"status": "planned"}])
    '1 fact, 1 plan'
    """
    plans = len(facts) - firm(facts)
    told = [words.counted(firm(facts), "fact") + (legend(FACT) if signs else "")] if firm(facts) or not plans else []
    return ", ".join([*told, *([words.counted(plans, "plan") + (legend(PLAN) if signs else "")] if plans else [])])


def add_pairs(page: Page, facts: Sequence[Fact], short: Mapping[str, str], *, indent: int, most: int | None) -> int:
    """Add facts by pair, `most` lines at the most; how many facts are left out."""
    pairs = by_pair(facts)
    alike: dict[tuple[str, ...], list[Fact]] = {}
    for [fact] in (pair for pair in pairs if len(pair) == 1):
        alike.setdefault(_alike(fact, short), []).append(fact)
    left, room = len(facts), len(facts) if most is None else most
    for pair in (pair for pair in pairs if len(pair) > 1):
        shown = pair[: room if most is None else min(room, _MOST_OF_A_PAIR)]
        if shown:
            page.grid([(ends(pair[0]),)], indent=indent)
            made = [line(fact, short, said=what(fact, *both_ends(fact))) for fact in shown]
            lines(page, made, indent=indent + 2)
        room -= len(shown)
        left -= len(shown)
    groups = list(islice(alike.values(), max(room, 0)))
    page.grid([_one_line(group, short) for group in groups], indent=indent, flush=2)
    return left - sum(map(len, groups))


def _alike(fact: Fact, short: Mapping[str, str]) -> tuple[str, ...]:
    return (*(part.plain for part in (sign(fact), what(fact, *both_ends(fact)), cited(fact, short))), words.when(fact))


def _one_line(group: Sequence[Fact], short: Mapping[str, str]) -> tuple[Text, Text, Text]:
    fact = group[0]
    said = joined([what(fact, *both_ends(fact)), piece(words.when(fact), DIM)], ", ")
    tied = joined([ends(fact) for fact in group], ", ")
    whole = joined([tied, said] if len(group) == 1 else [said, tied], ": ")
    return sign(fact), whole, cited(fact, short)
