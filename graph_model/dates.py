"""Partial dates: the subset of EDTF that the tables use, with the first and last day each one covers.

Forms: `2023`, `2023-11`, `2023-06-25`, `2016/2020`, `2023-01/2023-06`, `../2021`, `2019/..`, and `~` behind a
year, month or day that is approximate. Bounds are ISO days as text: they sort as they are and every engine knows them.
Source: Extended Date/Time Format, Library of Congress, levels 0 and 1.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)", re.ASCII)
OPEN = ".."
FORMS = "2023, 2023-11, 2023-06-25, 2016/2020, ../2021, 2019/.. or 2015~"

FIRST_DAY = "0000-01-01"
"""Sorts before every bound: used for an open start where a comparison needs a value."""
LAST_DAY = "9999-12-31"
"""Sorts after or with every bound: used for an open end where a comparison needs a value."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date, or a period, known as precisely as its text says.

    `start` and `end` are the first and the last day it can mean (ISO text), None where the period is open.
    """

    text: str
    start: str | None
    end: str | None

    @staticmethod
    def parse(text: str) -> "PartialDate":
        """Read a partial date.

        >>> PartialDate.parse("2023-02").end
        '2023-02-28'

        Raises:
            ValueError: the text has none of the forms, the calendar lacks the day, or the period is reversed.

        """
        return _parse(text)

    @property
    def first(self) -> str:
        """The first day, or a value that sorts before all days."""
        return self.start or FIRST_DAY

    @property
    def last(self) -> str:
        """The last day, or a value that sorts after all days."""
        return self.end or LAST_DAY

    @property
    def is_approximate(self) -> bool:
        """Whether a `~` marks the date as not sure."""
        return "~" in self.text

    def overlaps(self, other: "PartialDate") -> bool:
        """Whether the two periods share a day."""
        return self.first <= other.last and other.first <= self.last

    def lies_within(self, other: "PartialDate") -> bool:
        """Whether every day of this period is one of the other's."""
        return other.first <= self.first and self.last <= other.last

    def __str__(self) -> str:
        return self.text


def is_date(value: object) -> bool:
    """Whether a value is a date as tables write it.

    >>> is_date("../2023-02"), is_date("Feb 2023"), is_date(2023)
    (True, False, False)
    """
    try:
        return isinstance(value, str) and bool(_parse(value))
    except ValueError:
        return False


@lru_cache(maxsize=65_536)
def _parse(text: str) -> PartialDate:
    first, slash, last = text.partition("/")
    if not slash:
        return PartialDate(text, *_point_bounds(text, text))
    start = None if first == OPEN else _point_bounds(first, text)[0]
    end = None if last == OPEN else _point_bounds(last, text)[1]
    if start is None and end is None:
        raise ValueError(f"'{text}' is open on both sides; leave the cell empty")
    if start and end and start > end:
        raise ValueError(f"'{text}' ends before it starts; write the earlier date first")
    return PartialDate(text, start, end)


def _point_bounds(point: str, text: str) -> tuple[str, str]:
    """The first and last day of a year, month or day of a text."""
    match = _POINT.fullmatch(point)
    if not match or match[1] == "0000":
        raise ValueError(f"'{text}' is not a date; write {FORMS}")
    year, month, day, _ = match.groups()
    if month and not 1 <= int(month) <= 12:
        raise ValueError(f"'{text}' has no such month; months run from 01 to 12")
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    days = monthrange(int(year), int(month))[1]
    if day and not 1 <= int(day) <= days:
        raise ValueError(f"'{text}' is not in the calendar; {year}-{month} has {days} days")
    return (f"{year}-{month}-{day}",) * 2 if day else (f"{year}-{month}-01", f"{year}-{month}-{days}")
