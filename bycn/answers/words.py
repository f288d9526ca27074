"""What tables and questions write as codes, in the words of people: dates, types, statuses, amounts, ids."""

import calendar
import re
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

from bycn.graph_model.dates import OPEN
from bycn.graph_model.vocabulary import PLANS
from bycn.queries import amounts

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

TYPES = {
    "TWINNED_WITH": "twinned",
    "AGREEMENT": "agreement",
    "CONTRACT": "contract",
    "TRADE_FLOW": "trade",
    "ACCREDITED_AT": "accreditation",
    "JOINT_PROJECT": "joint project",
    "COOPERATES_WITH": "cooperation",
    "TOOK_PART_IN": "participation",
    "MEMBER_OF": "membership",
    "PART_OF": "part of",
    "LOCATED_IN": "location",
    "INDICATOR": "figure",
}
"""The types of facts in words; one that isn't here is written small."""
_STATUSES = {"in_force": "in force", "negotiating": "in talks"}
_DETAILS = ("instrument", "form", "measure", "role")
"""Properties that say more of a fact than its type does."""
_STATISTICS = {"BY": "Belarusian statistics", "CN": "Chinese statistics"}


def date_in_words(text: str | None) -> str:
    """A partial date as people write it.

    >>> date_in_words("../2023-02"), date_in_words("2016/2020"), date_in_words("2023-01/2023-06")
    ('by Feb 2023', '2016–2020', 'Jan–Jun 2023')
    >>> date_in_words("2007/.."), date_in_words("2023-11-05"), date_in_words("2015~")
    ('since 2007', '5 Nov 2023', 'about 2015')
    """
    first, slash, last = (text or "").partition("/")
    if not slash:
        return _point(first)
    if first == OPEN:
        return f"by {_point(last)}"
    if last == OPEN:
        return f"since {_point(first)}"
    return _period(first, last)


def _period(first: str, last: str) -> str:
    begin, end = first.split("-"), last.split("-")
    shared = sum(1 for _ in takewhile(lambda parts: parts[0] == parts[1], zip(begin, end, strict=False)))
    if first == last:
        return _point(first)
    if len(begin) != len(end) or "~" in first + last:
        return f"{_point(first)} – {_point(last)}"
    if shared == len(begin) - 1:  # they differ in their last part alone
        return f"{_words(begin)[shared]}–{_point(last)}"
    return f"{' '.join(reversed(_words(begin)[shared:]))} – {_point(last)}"


def _point(text: str) -> str:
    about = "about " if text.endswith("~") else ""
    return about + " ".join(reversed(_words(text.rstrip("~").split("-"))))


def _words(parts: list[str]) -> list[str]:
    """Year, month and day, as far as they are known."""
    year, month, day = [*parts, "", ""][:3]
    return [year, *([_MONTHS[int(month) - 1]] if month else []), *([str(int(day))] if day else [])]


def when(fact: Mapping[str, Any]) -> str:
    """When something happened, else the period it is meant to hold, else when it was reported.

    >>> when({"date": None, "announced": "2023-05"})
    'reported May 2023'
    """
    if said := fact.get("date") or fact.get("valid"):
        return date_in_words(said)
    return f"reported {date_in_words(fact['announced'])}" if fact.get("announced") else ""


def type_in_words(type_: str) -> str:
    """A type of facts.

    >>> type_in_words("TWINNED_WITH"), type_in_words("HOLDS_SHARES_OF")
    ('twinned', 'holds shares of')
    """
    return TYPES.get(type_) or type_.replace("_", " ").lower()


def kind_of(fact: Mapping[str, Any]) -> str:
    """What kind of fact it is, as closely as it says: the instrument of an agreement, the form of a project.

    >>> kind_of({"type": "AGREEMENT", "instrument": "memorandum"})
    'memorandum'
    """
    detail = next((fact[name] for name in _DETAILS if fact.get(name)), None)
    if fact["type"] == "JOINT_PROJECT" and detail:
        return f"joint {detail}"
    return str(detail) if detail and fact["type"] != "TWINNED_WITH" else type_in_words(fact["type"])


def status_in_words(status: str | None) -> str:
    """How far something has come.

    >>> status_in_words("in_force"), status_in_words("signed")
    ('in force', 'signed')
    """
    return _STATUSES.get(status or "", (status or "").replace("_", " "))


def is_plan(fact: Mapping[str, Any]) -> bool:
    """Whether something has not happened: a fact knows it, the row of a question may have its status alone."""
    return bool(fact["plan"]) if fact.get("plan") is not None else fact.get("status") in PLANS


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


def days_in_words(days: str | None) -> str:
    """A period of days as the years or months that it fills.

    >>> days_in_words("2019-01-01/2019-06-30"), days_in_words("2023-11-01/2023-11-30")
    ('Jan–Jun 2019', 'Nov 2023')
    >>> days_in_words("2018-01-01/2019-12-31"), days_in_words("2020-02-03/2020-02-29")
    ('2018–2019', '3–29 Feb 2020')
    """
    if not (told := re.fullmatch(r"((\d{4})-\d\d)-(\d\d)/((\d{4})-(\d\d))-(\d\d)", days or "")):
        return date_in_words(days)
    first, first_year, first_day, last, last_year, last_month, last_day = told.groups()
    if int(first_day) > 1 or int(last_day) < calendar.monthrange(int(last_year), int(last_month))[1]:
        return date_in_words(days)
    return date_in_words(f"{first_year}/{last_year}" if (first[4:], last[4:]) == ("-01", "-12") else f"{first}/{last}")


def counted(count: int, one: str, many: str | None = None) -> str:
    """A number of things.

    >>> counted(1, "fact"), counted(4_000, "fact"), counted(2, "city", "cities")
    ('1 fact', '4,000 facts', '2 cities')
    """
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def listed(words: Iterable[str], most: int | None = None) -> str:
    """Some words, the first `most` of them, and how many more there are.

    >>> listed(["a", "b", "c", "d"], most=2)
    'a, b and 2 more'
    """
    every = list(words)
    if most is None or len(every) <= most + 1:
        return ", ".join(every)
    return f"{', '.join(every[:most])} and {len(every) - most:,} more"


def plural(word: str) -> str:
    """The plural of an entity type.

    >>> plural("city"), plural("economic_zone")
    ('cities', 'economic zones')
    """
    spelled = word.replace("_", " ")
    return f"{spelled[:-1]}ies" if spelled.endswith("y") else f"{spelled}s"


def since(facts: Iterable[Mapping[str, Any]]) -> str:
    """From when to when some facts are dated, in years and months, empty where none has a time.

    >>> since([{"date": "2005"}, {"date": "2023-11-05"}]), since([{"date": "../2023-02"}, {"date": "2023-11"}])
    ('2005 – Nov 2023', 'Feb–Nov 2023')
    """
    dates = [date for fact in facts if (date := fact.get("date") or fact.get("valid") or fact.get("announced"))]
    points = sorted(point.rstrip("~")[:7] for date in dates for point in date.split("/") if point != OPEN)
    if not points:
        return ""
    return _point(points[0]) if points[-1].startswith(points[0]) else _period(points[0], points[-1])
