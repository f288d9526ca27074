"""When a fact is, of what kind and how far it has come, in the words of people."""

from collections.abc import Iterable, Mapping
from typing import Any

from bycn.graph_model.dates import OPEN
from bycn.graph_model.dates_in_words import date_in_words
from bycn.graph_model.vocabulary import PLANS

Fact = Mapping[str, Any]
"""What is known of a fact, by the names of its properties or columns."""

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
_PLANNED_TWINNING = "twinning"
ALSO_CALLED = {
    "TWINNED_WITH": (_PLANNED_TWINNING, "twin"),
    "JOINT_PROJECT": ("project",),
    "TRADE_FLOW": ("flow",),
}
"""What else people call types of facts."""
_TELLING = ("TWINNED_WITH", "JOINT_PROJECT", "AGREEMENT", "CONTRACT", "ACCREDITED_AT", "COOPERATES_WITH")
"""Types of ties, those first that say most of how two are tied."""
_DETAILS = ("instrument", "form", "measure", "role")
"""Properties that say more of a fact than its type does."""


def is_plan(fact: Fact) -> bool:
    """Whether something has not happened: a fact knows it, the row of a question may have its status alone."""
    return bool(fact["plan"]) if fact.get("plan") is not None else fact.get("status") in PLANS


def when(fact: Fact) -> str:
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


def kind_of(fact: Fact) -> str:
    """What kind of fact it is, as closely as it says: the instrument of an agreement, the form of a project.

    >>> kind_of({"type": "AGREEMENT", "instrument": "memorandum"})
    'memorandum'
    >>> kind_of({"type": "TWINNED_WITH", "plan": True})
    'twinning'
    """
    if fact["type"] == "TWINNED_WITH":
        return _PLANNED_TWINNING if is_plan(fact) else type_in_words(fact["type"])
    detail = next((fact[name] for name in _DETAILS if fact.get(name)), None)
    if fact["type"] == "JOINT_PROJECT" and detail:
        return f"joint {detail}"
    return str(detail or type_in_words(fact["type"]))


def status_in_words(status: str | None) -> str:
    """How far something has come.

    >>> status_in_words("in_force"), status_in_words("signed")
    ('in force', 'signed')
    """
    return WORDS.get(status or "", (status or "").replace("_", " "))


def telling(fact: Fact) -> tuple[bool, int, bool]:
    """How much a fact says of the tie of its ends, those first that say most: what is firm, of which type, how surely.

    >>> by_trade = {"type": "TRADE_FLOW", "status": "completed"}
    >>> min(by_trade, {"type": "TWINNED_WITH", "status": "planned"}, {"type": "CONTRACT"}, key=telling)
    {'type': 'CONTRACT'}
    """
    type_ = fact["type"]
    return is_plan(fact), _TELLING.index(type_) if type_ in _TELLING else len(_TELLING), fact.get("certainty") == "read"


def since(facts: Iterable[Fact]) -> str:
    """From when to when some facts are dated, in years and months, empty where none has a time.

    >>> since([{"date": "2005"}, {"date": "2023-11-05"}]), since([{"date": "../2023-02"}, {"date": "2023-11"}])
    ('2005 – Nov 2023', 'Feb–Nov 2023')
    """
    first, last = _first_and_last(facts)
    return date_in_words(first if last.startswith(first) else f"{first}/{last}")


def first_and_last(facts: Iterable[Fact]) -> tuple[str, str]:
    """When the first and the last of some facts are, each in words.

    >>> first_and_last([{"date": "2005"}, {"date": "2023-11-05"}])
    ('2005', 'Nov 2023')
    """
    first, last = _first_and_last(facts)
    return date_in_words(first), date_in_words(last)


def _first_and_last(facts: Iterable[Fact]) -> tuple[str, str]:
    dates = [date for fact in facts if (date := fact.get("date") or fact.get("valid") or fact.get("announced"))]
    points = sorted(point.rstrip("~")[:7] for date in dates for point in date.split("/") if point != OPEN)
    return (points[0], points[-1]) if points else ("", "")
