"""`bycn connections` for people: who is tied to a place, most first, and through which facts of which pairs."""

from collections.abc import Mapping, Sequence
from functools import partial

from rich.text import Text

from bycn.answers.facts import flat_fact, line, lines, short_sources
from bycn.answers.page import Page
from bycn.answers.pairs import add_pairs, counts, firm
from bycn.answers.pairs_in_short import pair_rows
from bycn.answers.pieces import BOLD, DIM, joined, piece
from bycn.answers.printing import Asked, close, subject
from bycn.graph_model.counting import counted
from bycn.loaders.engine import Record
from bycn.queries import fact_words
from bycn.queries.answers import Answer
from bycn.queries.fact_words import Fact

_MOST = 12
"""How many lines are shown of each that is found."""
_WIDE = 100
"""From this width on numbers stand in columns, and a pair has one line."""

Found = Sequence[tuple[str, Sequence[Fact]]]


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    found, every = _found(asked.answer, asked.facts), [flat_fact(fact) for fact in asked.every.values()]
    short = short_sources(every)
    to = str(asked.options.get("to") or "entity")
    themselves = asked.answer.places[0].name
    named = any((fact["from"], fact["to"]) != (themselves, name) for name, facts in found for fact in facts)
    who = subject(asked, inside=not asked.options.get("direct"))
    page.say(joined([who, piece(_tied_to(_found(asked.whole, asked.every), to)), piece(counts(every, signs=True))]))
    if "ties" not in asked.answer.columns:
        left = _facts(page, found, short)
    elif page.width >= _WIDE and not asked.full:
        left = _table(page, to, found, short, named=named)
    else:
        left = _pairs(page, found, short, None if asked.full else _MOST, named=named)
    close(page, asked)
    if "ties" in asked.answer.columns and not asked.full:
        more = counted(left, "more fact") if left else "every title and address"
        page.say(piece(f"{more}: --full · one line per fact: --facts", DIM))


def _found(answer: Answer, facts: Mapping[str, Record]) -> Found:
    """What was found, each with its facts."""
    of_each: dict[tuple[str, str], list[Fact]] = {}
    for row in answer:
        ids = row["ties"] if "ties" in row else [row["fact"]]
        of_each.setdefault((row["name"], row["id"]), []).extend(flat_fact(facts[id_]) for id_ in ids)
    return [(name, ties) for (name, _), ties in of_each.items()]


def _tied_to(found: Found, to: str) -> str:
    """How many are tied, and how many by plans alone."""
    by_facts = sum(firm(facts) > 0 for _, facts in found)
    by_plans = len(found) - by_facts
    number = counted(by_facts or by_plans, to.replace("_", " "))
    if not by_facts:
        return f"is tied by plans alone to {number}:"
    return f"is tied to {number}{f' and by plans alone to {by_plans:,} more' if by_plans else ''}:"


def _heading(page: Page, name: str, facts: Sequence[Fact]) -> None:
    page.blank()
    page.say(joined([piece(name, BOLD), piece(counts(facts)), piece(fact_words.since(facts), DIM)], " · "))


def _facts(page: Page, found: Found, short: Mapping[str, str]) -> int:
    for name, facts in found:
        _heading(page, name, facts)
        lines(page, [line(fact, short) for fact in facts], indent=2)
    return 0


def _pairs(page: Page, found: Found, short: Mapping[str, str], most: int | None, *, named: bool) -> int:
    left = 0
    for name, facts in found:
        _heading(page, name, facts)
        left += add_pairs(page, facts, short, indent=2, most=most, named=named)
    return left


def _table(page: Page, to: str, found: Found, short: Mapping[str, str], *, named: bool) -> int:
    """What was found line by line with its numbers, under each line its pairs; how many facts are left out."""
    of_each = [pair_rows(facts, short, _MOST, named=named) for _, facts in found]
    every_pair = [row for rows, _ in of_each for row in rows]
    heads = [_numbers(name, facts) for name, facts in found]
    titles = [piece(title, DIM) for title in (to.replace("_", " "), "facts", "plans", "since", "last")]
    in_columns = partial(page.grid, like=[titles, *heads], right=(False, True, True, False, False))
    page.blank()
    in_columns([titles])
    for head, (rows, _) in zip(heads, of_each, strict=True):
        page.blank()
        in_columns([head])
        page.grid(rows, indent=2, flush=2, like=every_pair)
    return sum(more for _, more in of_each)


def _numbers(name: str, facts: Sequence[Fact]) -> tuple[Text, ...]:
    """How many facts and plans there are, and when the first and the last were."""
    holding = firm(facts)
    numbers = (holding or "", len(facts) - holding or "", *fact_words.first_and_last(facts))
    return piece(name, BOLD), *map(piece, numbers)
