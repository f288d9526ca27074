"""When a fact counts: the period over which it holds, and the period by which it is placed in time."""

from bycn.graph_model.dates import FIRST_DAY, LAST_DAY, PartialDate
from bycn.graph_model.facts import Fact
from bycn.graph_model.vocabulary import PLANS

Period = tuple[str, str]
"""First and last day, both as ISO text."""


def holding_period(fact: Fact) -> Period | None:
    """The days on which a fact holds, None for a plan and for what has no time at all.

    A tie holds from when it was made for as long as it is valid; what is momentary holds while its date lasts;
    structure without a date holds always. An open start never reaches back: what is dated `../2023` is known to hold
    from the end of 2023 on, and what is momentary on that last day alone.
    """
    if fact.status in PLANS:
        return None
    if fact.momentary:
        return (_begin(fact.date), fact.date.last) if fact.date else None
    if fact.date is None and fact.valid is None:
        return (FIRST_DAY, LAST_DAY) if fact.trait == "structure" else None
    if fact.valid is None:
        assert fact.date is not None
        return _begin(fact.date), LAST_DAY
    begin = max(_begin(fact.date), fact.valid.first) if fact.date else _begin(fact.valid)
    return begin, fact.valid.last


def placing_period(fact: Fact) -> Period | None:
    """The days by which a fact is found between two dates: its date, else its validity, else its announcement.

    Here too an open start never reaches back.
    """
    when = fact.date or fact.valid or fact.announced
    return (_begin(when), when.last) if when else None


def _begin(when: PartialDate) -> str:
    return when.start or when.last
