"""The common filters in the words of Python: a single value or several, dates as text, years or days."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, cast

from bycn.graph_model.dates import PartialDate
from bycn.queries.filters import Filters

When = str | int | dt.date | PartialDate
"""A date as `PartialDate` reads it, a year, or a day."""


class Words(TypedDict, total=False):
    """The common filters: which facts a question looks at."""

    type: str | Sequence[str]
    exclude: str | Sequence[str]
    between: tuple[When, When]
    as_of: When
    status: str | Sequence[str]
    only_signed: bool
    sector: str | Sequence[str]
    source: str | Sequence[str]
    exclude_source: str | Sequence[str]


class Counting(TypedDict, total=False):
    """What counts as a tie, where the network is looked at as a whole."""

    with_events: bool
    with_structure: bool
    through_countries: bool
    max_facts: int


class TieWords(Words, Counting, total=False):
    """The common filters, and what counts as a tie."""


def filters_of(words: Words, *, among: type = Words) -> Filters:
    """The filters that the words mean; `among` has all words that are allowed.

    Raises:
        TypeError: there is no such filter, or a period isn't two dates.
        ValueError: a date can't be read, or a period ends before it starts.

    """
    unknown = set(words) - set(among.__annotations__)
    if unknown:
        raise TypeError(f"there is no '{unknown.pop()}' here; the filters are {', '.join(Words.__annotations__)}")
    between = words.get("between")
    if between is not None and (isinstance(between, str) or len(between) != 2):
        raise TypeError("between takes two dates, such as between=(2019, 2023)")
    as_of = words.get("as_of")
    return Filters(
        types=_several(words.get("type", ())),
        exclude=_several(words.get("exclude", ())),
        statuses=_several(words.get("status", ())),
        only_signed=words.get("only_signed", False),
        sectors=_several(words.get("sector", ())),
        works=_several(words.get("source", ())),
        without_works=_several(words.get("exclude_source", ())),
        between=period(*between) if between else None,
        as_of=_date(as_of) if as_of is not None else None,
    )


def parted(given: Mapping[str, Any], parameters: Sequence[str]) -> tuple[dict[str, Any], Words]:
    """The keywords given to a question, in two parts: values of its own parameters, and filters.

    >>> parted({"entity": "Brest", "status": "signed"}, ["entity"])
    ({'entity': 'Brest'}, {'status': 'signed'})
    """
    words = {name: value for name, value in given.items() if name in Words.__annotations__ and name not in parameters}
    return {name: value for name, value in given.items() if name not in words}, cast("Words", words)


def period(begin: When, end: When) -> PartialDate:
    """From the first day of one date to the last of another.

    Raises:
        ValueError: a date can't be read, or the period ends before it starts.

    """
    first, last = _date(begin), _date(end)
    if first.first > last.last:
        raise ValueError(f"the period ends before it starts: {begin} to {end}")
    return PartialDate(f"{first}/{last}", first.start, last.end)


def _several(words: str | Sequence[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _date(when: When) -> PartialDate:
    if isinstance(when, PartialDate):
        return when
    return PartialDate.parse(when.isoformat() if isinstance(when, dt.date) else str(when))
