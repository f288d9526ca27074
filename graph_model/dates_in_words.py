"""Partial dates and periods as people write them."""

import calendar
import re
from itertools import takewhile

from bycn.graph_model.dates import OPEN, PartialDate

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS_READ = tuple(map(str.casefold, _MONTHS))


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


def days_in_words(days: str | None) -> str:
    """A period of days as the years or months that it fills.

    >>> days_in_words("2019-01-01/2019-06-30"), days_in_words("2023-11-01/2023-11-30")
    ('Jan–Jun 2019', 'Nov 2023')
    >>> days_in_words("2018-01-01/2019-12-31"), days_in_words("2020-02-03/2020-02-29")
    ('2018–2019', '3–29 Feb 2020')
    >>> days_in_words("../2018-06-30"), days_in_words("2023-01-01/..")
    ('by Jun 2018', 'since Jan 2023')
    """
    if open_period := re.fullmatch(r"\.\./(\d{4})-(\d\d)-(\d\d)|(\d{4}-\d\d)-01/\.\.", days or ""):
        year, month, day, first_month = open_period.groups()
        if first_month:
            return date_in_words(f"{first_month}/..")
        if int(day) == calendar.monthrange(int(year), int(month))[1]:
            return date_in_words(f"../{year}-{month}")
    if not (match := re.fullmatch(r"((\d{4})-\d\d)-(\d\d)/((\d{4})-(\d\d))-(\d\d)", days or "")):
        return date_in_words(days)
    first, first_year, first_day, last, last_year, last_month, last_day = match.groups()
    if int(first_day) > 1 or int(last_day) < calendar.monthrange(int(last_year), int(last_month))[1]:
        return date_in_words(days)
    return date_in_words(f"{first_year}/{last_year}" if (first[4:], last[4:]) == ("-01", "-12") else f"{first}/{last}")


def as_date(text: str) -> str | None:
    """What a date in another form would be in ours, None where it can't be known.

    >>> as_date("06/2023"), as_date("5.6.2023"), as_date("June 2023"), as_date("2023/06"), as_date("soon")
    ('2023-06', '2023-06-05', '2023-06', '2023-06', None)
    >>> as_date("30.2.2019"), as_date("2019-02-30")  # no such day
    (None, None)
    """
    parts = re.findall(r"\d+|[a-z]+", text.casefold())
    year = next((part for part in parts if len(part) == 4 and part.isdigit()), None)
    rest = [
        str(_MONTHS_READ.index(part[:3]) + 1) if part[:3] in _MONTHS_READ else part for part in parts if part != year
    ]
    if year is None or len(rest) not in (1, 2) or not all(part.isdigit() and len(part) < 3 for part in rest):
        return None
    if parts[0] != year and not parts[0].isalpha():
        rest.reverse()
    if not 1 <= int(rest[0]) <= 12:
        return None
    ours = "-".join([year, *(f"{int(part):02}" for part in rest)])
    try:
        return str(PartialDate.parse(ours))
    except ValueError:
        return None
