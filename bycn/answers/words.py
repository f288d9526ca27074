"""What tables and questions write as codes, in the words of people: dates, types, statuses, amounts, ids."""

from collections.abc import Iterable, Mapping
from typing import Any

from bycn.graph_model.dates import OPEN
from bycn.graph_model.vocabulary import PLANS
from bycn.queries.amounts import in_words, plain

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

TYPES = {
    "TWINNED_WITH": "twinned",
    "AGREEMENT": "agreement",
    "CONTRACT": "contract",
    "TRADE_FLOW": "trade",
    "ACCREDITED_AT": "accredited",
    "JOINT_PROJECT": "joint project",
    "COOPERATES_WITH": "cooperation",
    "TOOK_PART_IN": "part taken",
    "MEMBER_OF": "member of",
    "PART_OF": "part of",
    "LOCATED_IN": "lies in",
    "INDICATOR": "figure",
}
"""The types of facts in words; one that isn't here is written small."""
_STATUSES = {"in_force": "in force", "negotiating": "in talks"}
_DETAILS = ("instrument", "form", "measure", "role")
"""Properties that say more of a fact than its type does."""
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"))
_UNITS = {"m3": "m³", "m2": "m²"}


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
    shared = sum(1 for a, b in zip(begin, end, strict=False) if a == b) if begin[0] == end[0] else 0
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
    """Year, month and day, as far as they are told."""
    year, month, day = [*parts, "", ""][:3]
    return [year, *([_MONTHS[int(month) - 1]] if month else []), *([str(int(day))] if day else [])]


def when(fact: Mapping[str, Any]) -> str:
    """When something happened, else the period it is meant to hold, else when it was told.

    >>> when({"date": None, "announced": "2023-05"})
    'told May 2023'
    """
    if said := fact.get("date") or fact.get("valid"):
        return date_in_words(said)
    return f"told {date_in_words(fact['announced'])}" if fact.get("announced") else ""


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


def is_plan(status: str | None) -> bool:
    """Whether something of this status has not happened."""
    return status in PLANS


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


def number(value: float) -> str:
    """A number as people write it, without losing a digit.

    >>> number(80_600_000), number(1_234_567), number(2_500.5)
    ('80.6 million', '1,234,567', '2,500.5')
    """
    for scale, word in _SCALES:
        if abs(value) >= scale and round(value / scale, 3) * scale == value:
            return f"{plain(round(value / scale, 3))} {word}"
    return plain(value)


def amount(value: float | None, most: float | None, qualifier: str | None, per: str | None) -> str:
    """A sum or quantity that keeps its "over".

    >>> amount(2_000_000, None, "about", "USD"), amount(10_000, 20_000, None, "m3")
    ('about 2 million USD', '10,000–20,000 m³')
    """
    if per == "rank" and value is not None:
        return f"rank {in_words(value, most, qualifier, None, number)}"
    return in_words(value, most, qualifier, _UNITS.get(per or "", per), number) or ""


def growth(value: float | None, qualifier: str | None) -> str:
    """How a measure grew.

    >>> growth(2.7, "almost")
    'almost 2.7 ×'
    """
    return amount(value, None, qualifier, "×")


def how_much(fact: Mapping[str, Any]) -> str:
    """For how much a fact is: amount, quantity and growth, each with its qualifier, empty where nothing is told.

    >>> how_much({"amount": 30_400_000, "currency": "USD", "growth": 2.7})
    '30.4 million USD, 2.7 ×'
    """
    told = (
        amount(fact.get("amount"), fact.get("amount_max"), fact.get("amount_qualifier"), fact.get("currency")),
        amount(fact.get("quantity"), fact.get("quantity_max"), fact.get("quantity_qualifier"), fact.get("unit")),
        growth(fact.get("growth"), fact.get("growth_qualifier")),
    )
    return ", ".join(filter(None, told))


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
    """From when to when some facts are told, in years and months, empty where none has a time.

    >>> since([{"date": "2005"}, {"date": "2023-11"}])
    '2005 – Nov 2023'
    """
    told = [date for fact in facts if (date := fact.get("date") or fact.get("valid") or fact.get("announced"))]
    points = sorted(point for date in told for point in date.split("/") if point != OPEN)
    if not points:
        return ""
    first, last = _point(points[0]), _point(points[-1])
    return first if first == last else f"{first} – {last}"
