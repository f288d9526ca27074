"""Dates as people write them, read where one reading alone is possible."""

import re
from datetime import date

from bycn.graph_model.dates import OPEN, PartialDate
from bycn.loaders.foreign.months import in_figures, joined, month_named, roman, whole_year
from bycn.loaders.foreign.periods import is_whole_year, part_of_year
from bycn.loaders.foreign.values import Unclear, clean_of

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day first", "month first", "year first"
DAYS, YEARS = "days", "years"
_DASH = re.compile(
    r"\s*[–—−至]\s*|\s+(?:-|to|until|по|да|à)\s+|(?<=\d{4})-(?=\d\d?[./])|(?<=^\d{6})-(?=\d{6}$)"
    r"|(?<=[年月日号])[-~](?=\d)|(?<=^\d\d\.\d\d)-(?=\d\d\.\d\d\.\d{4}$)|(?<=-\d\d)\.\.(?=\d{4}-)"
)
_SINCE = re.compile(
    r"^(?:since|from|in|on|for|during|с|со|от|в|за|з|ад|у|depuis|de|en|le|du|seit|ab|im|am|od|w|自)\s+(?=\D*\d)"
    r"|(?:\s+|(?<=\d))(?:г|гг|год[ау]?|г\.|у|гады?|годзе|year|r|rok[ui]?)\.?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^(?:(?:until|till|to|by|до|да|по|к|bis|do|jusqu.(?:en|à|au))\s+|至|截至)(?=\D*\d)", re.IGNORECASE)
_ABOUT = re.compile(
    r"^(?:[~≈]|ca?\.|(?:ca|circa|about|around|approx(?:imately|\.)?|около|примерно|ок\.|каля|прыкладна|vers|environ|etwa|um|około)"
    r"(?=[\s\d])|大?约)\s*(?=\D*\d)",
    re.IGNORECASE,
)
_QUOTES = dict.fromkeys(map(ord, '«»"“”„'))
_WEEK = re.compile(r"(\d{4})-?W(\d\d)(?:-?([1-7]))?")
_NOW = re.compile(
    r"present|now|today|н\.?\s?в\.?|настоящее время|наст\.?|цяпер|aujourd.hui|heute|至?今|\.\.", re.IGNORECASE
)
_YEARS = re.compile(r"((?:19|20)\d\d)\s?(?:[-–/~]|\.\.)\s?((?:19|20)?\d\d)")
_DAYS_OF_MONTH = re.compile(r"(\d{1,2})\s?[-–—]\s?(\d{1,2})([\s.].*\d{4})")
_DAYS_BEHIND_MONTH = re.compile(r"([^\W\d_]{3,}\.?) (\d{1,2})\s?[-–—]\s?(\d{1,2}),? (\d{4})")
_YEAR_BEHIND = re.compile(r".*[\s./]((?:19|20)\d\d)")
_DAY_AND_MONTH = re.compile(r"\d{1,2}\.\d{1,2}|\d{1,2}\.?\s+[^\W\d_]{3,}\.?|[^\W\d_]{3,}\.?\s+\d{1,2}|[^\W\d_]{3,}\.?")
_HAN_REST = re.compile(r"(\d{1,2}月)?\d{1,2}[日号]")
_DOUBTED = re.compile(r"\s*(?:\(\?\)|\?)$")
_ISO = re.compile(r"\+?(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?:[T ]\d\d:\d\d.*)?")
_MONTH_CODE = re.compile(r"(\d{4})[Mm](\d{1,2})")
_SEVERAL = re.compile(r"(\d\d?)\s*[-–—]\s*(\d\d?)")
_DAY_OF_MONTH = re.compile(r"\d\d?\.\d\d?")
_DAY = r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)"
_FIGURES = re.compile(rf"{_DAY}(?:[T ]\d\d:\d\d.*)?")
_FIGURES_WITHIN = re.compile(rf"(?<![\w./-]){_DAY}(?![\d./-])")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)?")
_HAN = re.compile("[\u4e00-\u9fff]")
_YEAR_WORDED = re.compile(r"(\d{4})(?:\s*г(?:од[ау]?)?\b)?[\s.,-]+([^\W\d_]{3,})\.?(?:[\s.-]+(\d{1,2}))?")
_HAN_DATE = re.compile(r"(\d{4})\s*年\s*(?:(\d{1,2})\s*月份?\s*(?:(\d{1,2})\s*[日号])?)?")
_WORDED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|-?го)?(?:\s+of(?=\s))?[\s.-]+)?([^\W\d_]{3,})\.?(?:[\s.-]+(\d{1,2})(?:st|nd|rd|th)?,)?[\s.,-]+(?:de\s+)?(\d{4}|\d\d)"
)
_SERIAL = re.compile(r"[34]\d{4}(?:\.\d+)?")


def day_order(values: list[str]) -> str | None:
    """What stands first in the dates of a column: None where they don't tell, or some tell one and some the other.

    With points and four figures of the year it is the day.
    """
    matches = [m for value in values for m in _FIGURES_WITHIN.finditer(clean_of(value))]
    if any(int(m[3]) > 12 for m in matches):
        return None if any(m[2] != "." and int(m[1]) > 12 for m in matches) else MONTH_FIRST
    if any(len(m[4]) == 2 for m in matches):
        return None
    figures = [m for m in matches if m[2] != "."]
    if any(int(m[1]) > 12 for m in figures):
        return DAY_FIRST
    return None if any(m[1] != m[3] for m in figures) else DAY_FIRST


def first_of_january(values: list[str]) -> str | None:
    """A cell of a column whose dates, all on 1 January at midnight, may mean years: query services write these so."""
    midnights = [value for value in values if "T00:00:00" in value]
    return next((value for value in midnights if "-01-01T" in value), None)


def read_date(text: str, order: str | None = DAY_FIRST) -> str:
    """A date as our tables have it.

    >>> read_date("25.06.2023"), read_date("июнь 2023 г."), read_date("2016–2020"), read_date("2023年6月")
    ('2023-06-25', '2023-06', '2016/2020', '2023-06')

    Raises:
        Unclear: it isn't a date, or may be two.

    """
    clean = clean_of(text)
    try:
        return PartialDate.parse(clean).text
    except ValueError:
        pass
    clean = re.sub(r"(?<=\d)\.$", "", clean.translate(_QUOTES))
    clean = re.sub(r"(?<=\d)\. (?=\d)", ".", clean)
    if doubted := _DOUBTED.search(clean):
        return _checked(f"{read_date(clean[: doubted.start()], order)}~", text)
    if about := _ABOUT.match(clean):
        return _checked(f"{read_date(clean[about.end() :], order)}~", text)
    if until := _UNTIL.match(clean):
        return _checked(f"{OPEN}/{_point(_SINCE.sub('', clean[until.end() :]), order, text)}", text)
    whole = in_figures(clean)
    clean = _SINCE.sub("", _SINCE.sub("", whole)).strip(" ,")
    if part := part_of_year(whole) or part_of_year(clean):
        return _checked(part, text)
    if week := _WEEK.fullmatch(clean):
        return _week(week, text)
    if (years := _YEARS.fullmatch(clean)) and (last := _later_year(years[1], years[2], text)):
        return _checked(f"{years[1]}/{last}", text)
    if ends := _ends(clean):
        first, last = ends
        last = OPEN if not last or _NOW.fullmatch(last) else _point(last, order, text)
        return _checked(f"{_point(first, order, text)}/{last}", text)
    return _checked(_point(clean, order, text), text)


def _ends(clean: str) -> tuple[str, str] | None:
    """Both ends of a period, each whole: one may say the month or the year for both. None where it is no period."""
    if days := _DAYS_OF_MONTH.fullmatch(clean):
        return days[1] + days[3], days[2] + days[3]
    if days := _DAYS_BEHIND_MONTH.fullmatch(clean):
        return f"{days[1]} {days[2]}, {days[4]}", f"{days[1]} {days[3]}, {days[4]}"
    first, *others = _DASH.split(re.sub(r"(?<=\w)-$", "–", clean), maxsplit=1)
    if not others:
        return None
    first, last = _SINCE.sub("", first).strip(), others[0]
    if (year := _YEAR_BEHIND.fullmatch(last)) and _DAY_AND_MONTH.fullmatch(first):
        sign = "." if _DAY_OF_MONTH.fullmatch(first) else ", " if first[-1].isdecimal() else " "
        return f"{first}{sign}{year[1]}", last
    if (told := _HAN_DATE.fullmatch(first)) and (rest := _HAN_REST.fullmatch(last)):
        return first, f"{told[1]}年{'' if rest[1] else f'{told[2]}月'}{last}"
    return first, last


def month_of(year: str, text: str) -> str:
    """A month of a year by its number or name, or several: "3", "март", "1-3月". Trade statistics write a year as 52.

    Raises:
        Unclear: it isn't a month.

    """
    clean = clean_of(text).removesuffix(".0")
    if clean in ("", "0", "52") or is_whole_year(clean):
        return year
    if number := clean if clean.isdecimal() else _sure(roman(clean)):
        return _checked(joined(year, number), text)
    if year in clean:
        return read_date(clean)
    if several := _SEVERAL.fullmatch(clean):
        return _checked("/".join(joined(year, part) for part in several.groups()), text)
    if _DAY_OF_MONTH.fullmatch(clean):
        return read_date(f"{clean}.{year}")
    if _HAN.search(clean):
        return read_date(f"{year}年{clean}")
    return read_date(f"{clean} {year}")


def _sure(month: str | None) -> str | None:
    """A Roman month that is no quarter."""
    return month if month and int(month) > 4 else None


def _later_year(first: str, last: str, text: str) -> str | None:
    """The second of two years; of two figures only one that is no month: 2016-20."""
    if len(last) == len(first):
        return last
    if int(last) == int(first[2:]) + 1 <= 12:
        raise Unclear(f"'{text}' may be a month or two years")
    return f"{first[:2]}{last}" if int(last) > max(12, int(first[2:])) else None


def _week(match: re.Match[str], text: str) -> str:
    year, week, day = match.groups()
    try:
        first, last = (date.fromisocalendar(int(year), int(week), n) for n in (int(day or 1), int(day or 7)))
    except ValueError as error:
        raise Unclear(f"'{text}' is no week of the calendar") from error
    return first.isoformat() if day else f"{first}/{last}"


def _checked(date_: str, text: str) -> str:
    try:
        return PartialDate.parse(date_).text
    except ValueError as error:
        if date_ == text:
            raise Unclear(str(error)) from error
        raise Unclear(f"'{text}' is read as {date_}, which is no date: {error}") from error


def _point(clean: str, order: str | None, text: str) -> str:
    if found := _in_figures(clean, order, text) or _in_words(clean):
        return found
    if _SERIAL.fullmatch(clean):
        raise Unclear(f"'{text}' is how a spreadsheet counts days; show the cell as a date, or")
    raise Unclear(f"'{text}' is not a date")


def _in_figures(clean: str, order: str | None, text: str) -> str | None:
    if re.fullmatch(r"\d{4}(\.0)?", clean):
        return clean[:4]
    if match := _ISO.fullmatch(clean):
        return joined(match[1], match[3], match[4])
    if match := _HAN_DATE.fullmatch(clean) or _MONTH_CODE.fullmatch(clean):
        return joined(*match.groups())
    if match := _FIGURES.fullmatch(clean):
        return _of_figures(match, order, text)
    if match := _MONTH_YEAR.fullmatch(clean):
        return joined(match[2], match[1])
    if match := _COMPACT.fullmatch(clean):
        return joined(*match.groups())
    return None


def _in_words(clean: str) -> str | None:
    if match := _WORDED.fullmatch(clean):
        day, word, later_day, year = match.groups()
        if month := month_named(word):
            return joined(whole_year(year), month, day or later_day)
    if (match := _YEAR_WORDED.fullmatch(clean)) and (month := month_named(match[2])):
        return joined(match[1], month, match[3])
    return None


def _of_figures(match: re.Match[str], order: str | None, text: str) -> str:
    first, sign, second, year = match.groups()
    if len(year) == 2 and int(second) <= 12:  # points don't tell here: 13.06.23 may be a year first
        if order is None:
            raise Unclear(f"'{text}' may be a day, a month or a year first")
        if order == YEAR_FIRST:
            return joined(whole_year(first), second, year)
        sign = "/"
    year = whole_year(year)
    if int(first) > 12 or (int(second) <= 12 and (sign == "." or order == DAY_FIRST)):
        return joined(year, second, first)
    if int(second) > 12 or order == MONTH_FIRST:
        return joined(year, first, second)
    raise Unclear(f"'{text}' may be a day or a month first")
