"""Pairs in short: a row each, pairs with the same ties in one."""

from collections.abc import Mapping, Sequence
from itertools import chain

from rich.text import Text

from bycn.answers import words
from bycn.answers.facts import SAYS_ENOUGH, both_ends, sign, what
from bycn.answers.pairs import all_cited, all_ends, by_pair
from bycn.answers.pieces import joined, piece
from bycn.queries import fact_words
from bycn.queries.fact_words import Fact

_MOST_FACTS, _MOST_PLANS = 4, 2
"""How many different things are said of one pair."""
_KIND_SAYS_ALL = "TWINNED_WITH"


def pair_rows(
    facts: Sequence[Fact], short: Mapping[str, str], most: int, *, named: bool
) -> tuple[list[tuple[Text, Text, Text]], int]:
    """Who where they are to be `named`, what, which sources: `most` rows at the most; how many facts are left out."""
    alike: dict[str, tuple[Text, int, list[list[Fact]]]] = {}
    for pair in by_pair(facts):
        said, more = _in_short(pair)
        alike.setdefault(said.plain, (said, more, []))[-1].append(pair)
    groups = list(alike.values())
    rows, left = [], sum(len(pair) for *_, group in groups[most:] for pair in group)
    for said, more, group in groups[:most]:
        rows.append((all_ends(group) if named else piece(""), said, all_cited(list(chain(*group)), short)))
        left += more * len(group)
    return rows, left


def _in_short(pair: Sequence[Fact]) -> tuple[Text, int]:
    """What a pair's facts say, documents first and plans last, and how many facts are left out."""
    parts: list[Text] = []
    left, before = 0, ""
    for plan, most in (False, _MOST_FACTS), (True, _MOST_PLANS):
        said: dict[tuple[str, str], list[Fact]] = {}
        own = [fact for fact in pair if fact_words.is_plan(fact) == plan]
        for fact in sorted(own, key=lambda fact: fact["type"] in SAYS_ENOUGH):
            said.setdefault((sign(fact).plain, _what_and_when(fact, whole=len(pair) == 1)), []).append(fact)
        shown = len(said) if len(said) == most + 1 else most
        for (mark, text), same in list(said.items())[:shown]:
            number = f"{len(same)} × " if len(same) > 1 else ""
            parts.append(joined([piece("") if mark == before else sign(same[0]), piece(number + text)]))
            before = mark
        if more := sum(map(len, list(said.values())[shown:])):
            parts.append(piece(f"{more} more"))
        left += more
    return joined(parts, "; "), left


def _what_and_when(fact: Fact, *, whole: bool) -> str:
    """What a fact says, as a `whole` in its own words, else by its kind where that says enough."""
    by_kind = fact["type"] == _KIND_SAYS_ALL or not (whole or fact["type"] in SAYS_ENOUGH)
    said = [fact_words.kind_of(fact), words.how_much(fact)] if by_kind else [what(fact, *both_ends(fact)).plain]
    return ", ".join(filter(None, (*said, fact_words.when(fact))))
