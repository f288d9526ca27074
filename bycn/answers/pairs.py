"""Facts by the pair that they tie: the pair once, its facts under it; pairs with one and the same tie in one line."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from rich.text import Text

from bycn.answers import words
from bycn.answers.facts import SAYS_ENOUGH, both_ends, cited, ends, line, lines, names_its_ends, plans_last, sign, what
from bycn.answers.page import Page
from bycn.answers.pieces import DIM, FACT, PLAN, joined, legend, piece
from bycn.queries import fact_words

Fact = Mapping[str, Any]

_MOST_OF_A_PAIR = 4
"""How many facts of one pair are shown where lines are counted, so that other pairs have some too."""


def by_pair(facts: Sequence[Fact]) -> list[list[Fact]]:
    """The facts of each pair, plans last; pairs with most that holds first."""
    pairs: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        pairs.setdefault((fact["from"], fact["to"]), []).append(fact)
    return sorted(map(plans_last, pairs.values()), key=lambda pair: (-firm(pair), -len(pair)))


def firm(facts: Sequence[Fact]) -> int:
    """How many of some facts are no plans."""
    return sum(not words.is_plan(fact) for fact in facts)


def counts(facts: Sequence[Fact], *, signs: bool = False) -> str:
    """How many facts and plans there are, with the `signs` that stand for them.

    >>> counts([{"status": "signed"}, {"status": "planned"}])
    '1 fact, 1 plan'
    """
    plans = len(facts) - firm(facts)
    parts = [words.counted(firm(facts), "fact") + (legend(FACT) if signs else "")] if firm(facts) or not plans else []
    return ", ".join([*parts, *([words.counted(plans, "plan") + (legend(PLAN) if signs else "")] if plans else [])])


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


def pair_rows(facts: Sequence[Fact], short: Mapping[str, str], most: int) -> tuple[list[tuple[Text, Text, Text]], int]:
    """A row for each pair, `most` at the most: who, what, which sources; and how many facts are left out.

    Pairs of which the same is said share one.
    """
    alike: dict[tuple[str, str], list[list[Fact]]] = {}
    for pair in by_pair(facts):
        alike.setdefault((_in_short(pair).plain, _all_cited(pair, short).plain), []).append(pair)
    rows = [
        (joined([ends(pair[0]) for pair in group], ", "), _in_short(group[0]), _all_cited(group[0], short))
        for group in alike.values()
    ]
    return rows[:most], sum(len(pair) for group in list(alike.values())[most:] for pair in group)


def _in_short(pair: Sequence[Fact]) -> Text:
    """What one fact says; of several, which kinds there are and when, plans last."""
    said: dict[tuple[str, str], list[Fact]] = {}
    for fact in pair:
        whole = len(pair) == 1 or fact["type"] in SAYS_ENOUGH
        about = what(fact, *both_ends(fact)).plain if whole else _type_and_amount(fact)
        said.setdefault((sign(fact).plain, ", ".join(filter(None, (about, fact_words.when(fact))))), []).append(fact)
    parts, before = [], ""
    for (mark_of_all, text), same in said.items():
        number = f"{len(same)} × " if len(same) > 1 else ""
        parts.append(joined([sign(same[0]) if mark_of_all != before else piece(""), piece(number + text)]))
        before = mark_of_all
    return joined(parts, "; ")


def _type_and_amount(fact: Fact) -> str:
    return ", ".join(filter(None, (fact_words.kind_of(fact), words.how_much(fact))))


def _all_cited(pair: Sequence[Fact], short: Mapping[str, str]) -> Text:
    every = (source for fact in pair for source in fact.get("sources") or ())
    return cited({"sources": list(dict.fromkeys(every))}, short)


def _alike(fact: Fact, short: Mapping[str, str]) -> tuple[str, ...]:
    return (
        *(part.plain for part in (sign(fact), what(fact, *both_ends(fact)), cited(fact, short))),
        fact_words.when(fact),
    )


def _one_line(group: Sequence[Fact], short: Mapping[str, str]) -> tuple[Text, Text, Text]:
    fact = group[0]
    short_what = what(fact, *both_ends(fact))
    said = joined([short_what, piece(fact_words.when(fact), DIM)], ", ")
    if len(group) > 1:
        whole = joined([said, joined([ends(fact) for fact in group], ", ")], ": ")
    elif names_its_ends(fact) and short_what == what(fact):  # it would name them twice
        whole = said
    else:
        whole = joined([ends(fact), said], ": ")
    return sign(fact), whole, cited(fact, short)
