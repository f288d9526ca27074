"""Dates as people write them, read where one reading alone is possible."""

import re
from datetime import date

from bycn.graph_model.dates import OPEN, PartialDate
from bycn.graph_model.names import fold
from bycn.loaders.foreign.values import Unclear, clean_of
from bycn.loaders.foreign.words import words_of

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day first", "month first", "year first"
DAYS, YEARS = "days", "years"
_DASH = re.compile(r"\s*[–—−至]\s*|\s+(?:-|to|until|по|да|à)\s+")
_SINCE = re.compile(
    r"^(?:since|from|in|on|с|со|от|в|з|ад|у|depuis|de|en|le|du|seit|ab|im|am|od|w|自)\s+(?=\D*\d)"
    r"|\s*(?:г|гг|год[ау]?|г\.|у|гады?|годзе|year|r|rok[ui]?)\.?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^(?:(?:until|till|to|by|до|да|по|bis|do|jusqu.(?:en|à|au))\s+|至|截至)(?=\D*\d)", re.IGNORECASE)
_ABOUT = re.compile(
    r"^(?:[~≈]|ca?\.|(?:ca|circa|about|around|approx(?:imately|\.)?|около|примерно|ок\.|каля|прыкладна|vers|environ|etwa|um|około)"
    r"(?=[\s\d])|大?约)\s*(?=\D*\d)",
    re.IGNORECASE,
)
_QUOTES = dict.fromkeys(map(ord, '«»"“”„'))
_WEEK = re.compile(r"(\d{4})-?W(\d\d)(?:-?([1-7]))?")
_MONTHS_OF_YEAR = re.compile(r"([^\W\d_]{3,})\.?\s*[-–—/]\s*([^\W\d_]{3,})\.?,?\s+(\d{4})")
_FIRST_MONTHS = re.compile(r"(\d{1,2})\s*(?:months|мес\w*\.?|mois)\s*(?:of\s+|de\s+)?(\d{4})", re.IGNORECASE)
_HAN_MONTHS = re.compile(r"(\d{4})年(\d{1,2})月?\s*[-–—~至]\s*(\d{1,2})月份?")
_NOW = re.compile(r"present|now|today|н\.?\s?в\.?|настоящее время|наст\.?|цяпер|aujourd.hui|至今|\.\.", re.IGNORECASE)
_YEARS = re.compile(r"((?:19|20)\d\d)\s?(?:[-–/]|\.\.)\s?((?:19|20)?\d\d)")
_DAYS_OF_MONTH = re.compile(r"(\d{1,2})\s?[-–—]\s?(\d{1,2})([\s.].*\d{4})")
_ISO = re.compile(r"\+?(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d\d:\d\d.*)?")
_DAY = r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)"
_FIGURES = re.compile(rf"{_DAY}(?:[T ]\d\d:\d\d.*)?")
_FIGURES_WITHIN = re.compile(rf"(?<![\w./-]){_DAY}(?![\d./-])")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)?")
_YEAR_WORDED = re.compile(r"(\d{4})[\s.,-]+([^\W\d_]{3,})\.?(?:[\s.-]+(\d{1,2}))?")
_HAN = re.compile(r"(\d{4})\s*年\s*(?:(\d{1,2})\s*月份?\s*(?:(\d{1,2})\s*[日号])?)?")
_WORDED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|-?го)?[\s.-]+)?([^\W\d_]{3,})\.?(?:[\s.-]+(\d{1,2})(?:st|nd|rd|th)?,)?[\s.,-]+(?:de\s+)?(\d{4}|\d\d)"
)
_NTH = r"[1-4]|iv|i{1,3}|first|second|third|fourth|перв\w*|втор\w*|трет\w*|четв\w*"
_PARTS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"q(?P<quarter>[1-4])[ ,/-]*(?P<year>\d{4})",
        r"(?P<quarter>[1-4])q[ ,/-]*(?P<year>\d{4})",
        r"(?P<year>\d{4})[ /-]*q(?P<quarter>[1-4])",
        rf"(?P<quarter>{_NTH})(?:[- ]?\w{{1,2}})?\.?\s*(?:кв\w*|quarter|trimestre|kwarta\w*|quartal)[., ]*(?:of |de )?(?P<year>\d{{4}})",  # noqa: E501
        rf"(?P<year>\d{{4}})[., ]*(?:г\.?|года?)?[., ]*(?P<quarter>{_NTH})(?:[- ]?\w{{1,2}})?\.?\s*(?:кв\w*|quarter|trimestre)\.?",  # noqa: E501
        r"(?P<year>\d{4})年?第?(?P<quarter>[1-4一二三四])季度",
        r"h(?P<half>[12])[ ,/-]*(?P<year>\d{4})",
        r"(?P<half>[12])h[ ,/-]*(?P<year>\d{4})",
        r"(?P<year>\d{4})[ /-]*h(?P<half>[12])",
        rf"(?P<half>{_NTH})(?:[- ]?\w{{1,2}})?\.?\s*(?:полугоди[ея]|половина|half|паўгоддзе)\.?,?\s*(?:of )?(?P<year>\d{{4}})",  # noqa: E501
        r"(?P<year>\d{4})年?(?P<half>[上下])半年",
    )
)
"""Quarters and halves of a year."""
_PLACES = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2,
    "fir": 1, "sec": 2, "thi": 3, "fou": 4, "пер": 1, "вто": 2, "тре": 3, "чет": 4,
}  # fmt: skip
"""Numbers in words, as they begin."""
_SERIAL = re.compile(r"[34]\d{4}(?:\.\d+)?")


def day_order(values: list[str]) -> str | None:
    """What stands first in the dates of a column: None where they don't tell.

    With points and four figures of the year it is the day.
    """
    matches = [m for value in values for m in _FIGURES_WITHIN.finditer(clean_of(value))]
    if any(int(m[3]) > 12 for m in matches):
        return MONTH_FIRST
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
    if about := _ABOUT.match(clean):
        return _checked(f"{read_date(clean[about.end() :], order)}~", text)
    if until := _UNTIL.match(clean):
        return _checked(f"{OPEN}/{_point(_SINCE.sub('', clean[until.end() :]), order, text)}", text)
    clean = _SINCE.sub("", _SINCE.sub("", clean)).strip(" ,")
    if part := _part_of_year(clean) or _months_of_year(clean):
        return _checked(part, text)
    if week := _WEEK.fullmatch(clean):
        return _week(week, text)
    if (years := _YEARS.fullmatch(clean)) and (last := _later_year(years[1], years[2], text)):
        return _checked(f"{years[1]}/{last}", text)
    if days := _DAYS_OF_MONTH.fullmatch(clean):
        ends = (_point(f"{days[n]}{days[3]}", order, text) for n in (1, 2))
        return _checked("/".join(ends), text)
    first, *others = _DASH.split(re.sub(r"(?<=\w)-$", "–", clean), maxsplit=1)
    if others:
        last = OPEN if not others[0] or _NOW.fullmatch(others[0]) else _point(others[0], order, text)
        return _checked(f"{_point(first, order, text)}/{last}", text)
    return _checked(_point(clean, order, text), text)


def month_of(year: str, text: str) -> str:
    """A month of a year by its number or name, or several: "3", "март", "1-3月". Trade statistics write a year as 52.

    Raises:
        Unclear: it isn't a month.

    """
    clean = clean_of(text).removesuffix(".0")
    if clean in ("", "0", "52"):
        return year
    if clean.isdecimal():
        return _checked(_joined(year, clean), text)
    if year in clean:
        return read_date(clean)
    return read_date(f"{year}年{clean}" if "月" in clean else f"{clean} {year}")


def _later_year(first: str, last: str, text: str) -> str | None:
    """The second of two years; of two figures only one that is no month: 2016-20."""
    if len(last) == len(first):
        return last
    if int(last) == int(first[2:]) + 1 <= 12:
        raise Unclear(f"'{text}' may be a month or two years")
    return f"{first[:2]}{last}" if int(last) > max(12, int(first[2:])) else None


def _part_of_year(clean: str) -> str | None:
    match = next((match for form in _PARTS if (match := form.fullmatch(clean))), None)
    if match is None:
        return None
    named = match.groupdict()
    months = 3 if named.get("quarter") else 6
    text = (named.get("quarter") or named["half"]).lower()
    last = months * (_PLACES.get(text[:3]) or int(text))
    return f"{named['year']}-{last - months + 1:02}/{named['year']}-{last:02}"


def _months_of_year(clean: str) -> str | None:
    """The first months of a year, or some of it: "January–June 2023", "9 месяцев 2023", "2023年1-6月"."""
    if match := _MONTHS_OF_YEAR.fullmatch(clean):
        first, last, year = _month(match[1]), _month(match[2]), match[3]
    elif match := _FIRST_MONTHS.fullmatch(clean):
        first, last, year = "1", *match.groups()
    elif match := _HAN_MONTHS.fullmatch(clean):
        year, first, last = match.groups()
    else:
        return None
    return f"{_joined(year, first)}/{_joined(year, last)}" if first and last else None


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
    if re.fullmatch(r"\d{4}(\.0)?", clean):
        return clean[:4]
    if match := _ISO.fullmatch(clean) or _HAN.fullmatch(clean):
        year, month, day = match.groups()
        return _joined(year, month, day)
    if match := _FIGURES.fullmatch(clean):
        return _of_figures(match, order, text)
    if match := _MONTH_YEAR.fullmatch(clean):
        return _joined(match[2], match[1])
    if match := _COMPACT.fullmatch(clean):
        return _joined(*match.groups())
    if match := _WORDED.fullmatch(clean):
        day, word, later_day, year = match.groups()
        if month := _month(word):
            return _joined(_whole_year(year), month, day or later_day)
    if (match := _YEAR_WORDED.fullmatch(clean)) and (month := _month(match[2])):
        return _joined(match[1], month, match[3])
    if _SERIAL.fullmatch(clean):
        raise Unclear(f"'{text}' is how a spreadsheet counts days; show the cell as a date, or")
    raise Unclear(f"'{text}' is not a date")


def _of_figures(match: re.Match[str], order: str | None, text: str) -> str:
    first, sign, second, year = match.groups()
    if len(year) == 2 and int(second) <= 12:  # points don't tell here: 13.06.23 may be a year first
        if order is None:
            raise Unclear(f"'{text}' may be a day, a month or a year first")
        if order == YEAR_FIRST:
            return _joined(_whole_year(first), second, year)
        sign = "/"
    year = _whole_year(year)
    if int(first) > 12 or (int(second) <= 12 and (sign == "." or order == DAY_FIRST)):
        return _joined(year, second, first)
    if int(second) > 12 or order == MONTH_FIRST:
        return _joined(year, first, second)
    raise Unclear(f"'{text}' may be a day or a month first")


def _whole_year(year: str) -> str:
    """A year of two figures with its century."""
    if len(year) == 4:
        return year
    return f"20{year}" if int(year) < 50 else f"19{year}"


def _joined(year: str, month: str | None = None, day: str | None = None) -> str:
    return "-".join((year, *(f"{int(part):02}" for part in (month, day) if part)))


def _month(word: str) -> str | None:
    key = fold(word)
    return next((month for begin, month in words_of("months").items() if key.startswith(begin)), None)
