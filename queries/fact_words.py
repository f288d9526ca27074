"""When a fact is, of what kind and how far it has come, in the words of people."""

from collections.abc import Iterable, Mapping
from typing import Any

from bycn.graph_model.dates import OPEN
from bycn.graph_model.dates_in_words import date_in_words

WORDS = {
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
    "in_force": "in force",
    "negotiating": "in talks",
}
"""Types and statuses of facts in words; one that isn't here is written small, with blanks."""
_DETAILS = ("instrument", "form", "measure", "role")
"""Properties that say more of a fact than its type does."""


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
    return WORDS.get(type_) or type_.replace("_", " ").lower()


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
    return WORDS.get(status or "", (status or "").replace("_", " "))


def since(facts: Iterable[Mapping[str, Any]]) -> str:
    """From when to when some facts are dated, in years and months, empty where none has a time.

    >>> since([{"date": "2005"}, {"date": "2023-11-05"}]), since([{"date": "../2023-02"}, {"date": "2023-11"}])
    ('2005 – Nov 2023', 'Feb–Nov 2023')
    """
    first, last = _first_and_last(facts)
    return date_in_words(first if last.startswith(first) else f"{first}/{last}")


def first_and_last(facts: Iterable[Mapping[str, Any]]) -> tuple[str, str]:
    """When the first and the last of some facts are, each in words.

    >>> first_and_last([{"date": "2005"}, {"date": "2023-11-05"}])
    ('2005', 'Nov 2023')
    """
    first, last = _first_and_last(facts)
    return date_in_words(first), date_in_words(last)


def _first_and_last(facts: Iterable[Mapping[str, Any]]) -> tuple[str, str]:
    dates = [date for fact in facts if (date := fact.get("date") or fact.get("valid") or fact.get("announced"))]
    points = sorted(point.rstrip("~")[:7] for date in dates for point in date.split("/") if point != OPEN)
    return (points[0], points[-1]) if points else ("", "")
