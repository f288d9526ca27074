"""When a fact counts: the period over which it holds, and the period by which it is placed in time."""

from bycn.graph_model.dates import FIRST_DAY, LAST_DAY
from bycn.graph_model.facts import Fact
from bycn.graph_model.vocabulary import PLANS

Period = tuple[str, str]
"""First and last day, both as ISO text."""


def holding_period(fact: Fact) -> Period | None:
    """The days on which a fact holds, None for a plan and for what has no time at all.

    A tie holds from when it was made (or was first known to hold) for as long as it is valid; what is momentary holds
    while its date lasts; structure without a date holds always.
    """
    if fact.status in PLANS:
        return None
    if fact.momentary:
        return (fact.date.first, fact.date.last) if fact.date else None
    if fact.date is None and fact.valid is None:
        return (FIRST_DAY, LAST_DAY) if fact.structural else None
    begin = (fact.date.start or fact.date.last) if fact.date else FIRST_DAY
    if fact.valid is None:
        return begin, LAST_DAY
    return max(begin, fact.valid.first), fact.valid.last


def placing_period(fact: Fact) -> Period | None:
    """The days by which a fact is found between two dates: its date, else its validity, else its announcement."""
    when = fact.date or fact.valid or fact.announced
    return (when.first, when.last) if when else None
