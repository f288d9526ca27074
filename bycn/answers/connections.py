"""`bycn connections` for people: who is tied to a place, most first, and through which facts of which pairs."""

from collections.abc import Mapping, Sequence

from bycn.answers import words
from bycn.answers.facts import flat_fact, line, lines, short_sources
from bycn.answers.page import Page
from bycn.answers.pairs import Fact, add_pairs, counts, firm, pair_rows
from bycn.answers.pieces import BOLD, DIM, joined, piece
from bycn.answers.printing import Asked, close, subject
from bycn.queries import fact_words

_MOST = 12
"""How many lines are shown of each that is found."""
_WIDE = 100
"""From this width on a pair has one line."""

Found = Sequence[tuple[str, Sequence[Fact]]]


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    found, every = _found(asked), [flat_fact(fact) for fact in asked.facts.values()]
    short = short_sources(every)
    to = str(asked.options.get("to") or "entity")
    who = subject(asked, inside=not asked.options.get("direct"))
    tied = piece(f"is tied to {words.counted(len(found), to.replace('_', ' '), words.plural(to))}:")
    page.say(joined([who, tied, piece(counts(every, signs=True))]))
    if "ties" not in asked.answer.columns:
        left = _facts(page, found, short)
    elif page.width >= _WIDE and not asked.full:
        left = _table(page, found, short)
    else:
        left = _pairs(page, found, short, None if asked.full else _MOST)
    close(page, asked)
    if "ties" in asked.answer.columns and not asked.full:
        more = words.counted(left, "more fact") if left else "every title and address"
        page.say(piece(f"{more}: --full · one line per fact: --facts", DIM))


def _found(asked: Asked) -> Found:
    """What was found, each with its facts, that with most facts first."""
    of_each: dict[tuple[str, str], list[Fact]] = {}
    for row in asked.answer:
        ids = row["ties"] if "ties" in row else [row["fact"]]
        of_each.setdefault((row["name"], row["id"]), []).extend(flat_fact(asked.facts[id_]) for id_ in ids)
    found = [(name, facts) for (name, _), facts in of_each.items()]
    return sorted(found, key=lambda one: (-firm(one[1]), -len(one[1]), one[0]))


def _heading(page: Page, name: str, facts: Sequence[Fact]) -> None:
    page.blank()
    page.say(joined([piece(name, BOLD), piece(counts(facts)), piece(fact_words.since(facts), DIM)], " · "))


def _facts(page: Page, found: Found, short: Mapping[str, str]) -> int:
    for name, facts in found:
        _heading(page, name, facts)
        lines(page, [line(fact, short) for fact in facts], indent=2)
    return 0


def _pairs(page: Page, found: Found, short: Mapping[str, str], most: int | None) -> int:
    left = 0
    for name, facts in found:
        _heading(page, name, facts)
        left += add_pairs(page, facts, short, indent=2, most=most)
    return left


def _table(page: Page, found: Found, short: Mapping[str, str]) -> int:
    """A line a pair, all in the same columns; how many facts are left out."""
    made = [(name, facts, *pair_rows(facts, short, _MOST)) for name, facts in found]
    every = [row for _, _, rows, _ in made for row in rows]
    for name, facts, rows, _ in made:
        _heading(page, name, facts)
        page.grid(rows, indent=2, flush=2, like=every)
    return sum(more for *_, more in made)
