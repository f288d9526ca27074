"""What tables and questions write as codes, in the words of people: amounts, ids, days, numbers of things."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bycn.graph_model.dates_in_words import date_in_words
from bycn.queries import amounts

COUNTRIES = {"BY": "Belarus", "CN": "China", "XX": "joint"}
_STATISTICS = {"BY": "Belarusian statistics", "CN": "Chinese statistics"}


def short_id(id_: str) -> str:
    """A fact or source by the end of its id, which is accepted back.

    >>> short_id("zalesskij-2024/c1-117"), short_id("zalesskij-2024/fn-15"), short_id("my-work")
    ('c1-117', 'fn-15', 'my-work')
    """
    return id_.rpartition("/")[2]


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Each of these ids with its short form, or with itself where two have the same end."""
    whole = list(dict.fromkeys(ids))
    ends = [short_id(id_) for id_ in whole]
    return {id_: end if ends.count(end) == 1 else id_ for id_, end in zip(whole, ends, strict=True)}


def how_much(fact: Mapping[str, Any]) -> str:
    """For how much a fact is: amount, quantity and growth, each with its qualifier, empty where nothing is said.

    >>> how_much({"date": "2023", "amount": 30_400_000, "currency": "USD", "growth": 2.7, "growth_base": "2022"})
    '30.4 million USD, 2.7 times the year before'
    """
    return amounts.how_much(fact, _base(fact))


def growth(fact: Mapping[str, Any]) -> str:
    """How a measure grew."""
    return amounts.growth(fact, _base(fact))


def _base(fact: Mapping[str, Any]) -> str:
    """With what growth compares."""
    base, date = fact.get("growth_base"), fact.get("date")
    if base and date and base == re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), date):
        return "the year before"
    return date_in_words(base)


def whose_statistics(fact: Mapping[str, Any]) -> str:
    """Whose statistics a figure is from, and how goods are valued in it, where that is known.

    >>> whose_statistics({"reporter": "CN", "valuation": "cif"})
    'Chinese statistics, CIF'
    """
    reporter, valuation = fact.get("reporter"), fact.get("valuation")
    by = _STATISTICS.get(reporter or "", f"statistics of {reporter}" if reporter else "")
    return ", ".join(filter(None, (by, (valuation or "").upper())))


def listed(words: Iterable[str], most: int | None = None) -> str:
    """Some words, the first `most` of them, and how many more there are.

    >>> listed(["a", "b", "c", "d"], most=2)
    'a, b and 2 more'
    """
    every = list(words)
    if most is None or len(every) <= most + 1:
        return ", ".join(every)
    return first_of(every, most)


def first_of(words: Sequence[str], many: int) -> str:
    """The first of some words, and how many more there are."""
    return f"{', '.join(words[:many])} and {len(words) - many:,} more"
