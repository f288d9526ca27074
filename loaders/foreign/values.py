"""Values as people write them: dates and sums, read where one reading alone is possible."""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from unicodedata import category, decimal

from bycn.graph_model.dates import OPEN, PartialDate
from bycn.graph_model.names import fold
from bycn.graph_model.vocabulary import CURRENCIES
from bycn.loaders.foreign.words import whole, within, without, words_of

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day first", "month first", "year first"
DAYS, YEARS = "days", "years"
COMMA, POINT = "decimal comma", "decimal point"
_MARKS = re.compile(r"(?<!\b[mм])(?<!\b[kк][mм])\s*(?:\[[^\[\]]{0,12}\]|[*†‡§¹²³⁰⁴-⁹])+\s*$")
_WIDE = {0xFF01 + n: 0x21 + n for n in range(94)}
"""The wide digits and signs of Chinese typing."""
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
_HAN_FIGURES = re.compile(
    "[〇○零一二三四五六七八九]*十?[〇○零一二三四五六七八九]+(?=[年月日号至])|[二三]?十(?=[年月日号至])"
)
_FIGURES_OF_HAN = str.maketrans("〇○零一二三四五六七八九", "000123456789")
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
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’_]")
_EXPONENT = re.compile(r"(\d)(?:[.,](\d{1,14}))?[eE]\+?(\d{1,2})")
"""How a spreadsheet shows a long number, most often without its last digits."""
_NUMBER = re.compile(r"(?:(?<![\w.,])[.,])?(?<!\b[mм])\d(?:[\d\s\u00a0\u202f\u2009'’.,]*\d)?")
_GROUPED = (
    r"(?:[1-9]\d{{0,2}}(?:[\s'’_]\d{{3}})+|[1-9]\d{{0,2}}(?:[{group}]\d{{2,3}})*[{group}]\d{{3}}|\d*)(?:[{sign}]\d+)?"
)
"""A number with its thousands apart, or all of one piece."""


_BESIDE = ("qualifier", "scale", "currency", "unit", "beside")
"""The lists whose words may stand beside a number."""
_MORE = re.compile(r"\s*\+|[万亿千百十]?[多余]")
_NO_MONEY = frozenset({"ALL", "TOP", "TRY", "CUP", "PEN", "MAD"})
"""Codes of money that headers have as words."""
_NEGATIVE = re.compile(r"(?<![\w.,])[-−]\s?\d|^\s*\(\s*[\d.,\s]+$")
"""With a minus, or in brackets as accounts have it."""


class Unclear(Exception):
    """A value that can't be read, or in more than one way."""


class Sum(NamedTuple):
    """A number as written: with its upper end, how exact it is, and the words beside it."""

    value: Decimal
    top: Decimal | None
    qualifier: str | None
    beside: str
    strange: str = ""
    """What of that is no word of sums: "per month", "boxes"."""


def bare(text: str) -> str:
    """A value without the marks of footnotes; empty where it says that nothing is known."""
    value = _MARKS.sub("", text).strip()
    if not re.search(r"\w", value) or whole("missing", value):
        return ""
    return value


def day_order(values: list[str]) -> str | None:
    """What stands first in the dates of a column: None where they don't tell.

    With points and four figures of the year it is the day.
    """
    matches = [m for value in values for m in _FIGURES_WITHIN.finditer(_clean(value))]
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
    clean = _clean(text)
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
    clean = _clean(text).removesuffix(".0")
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


def _clean(text: str) -> str:
    if not text.isascii():
        text = "".join(str(decimal(char, char)) for char in text.translate(_WIDE))
        text = _HAN_FIGURES.sub(_in_figures, text)
    return bare(text)


def _in_figures(han: re.Match[str]) -> str:
    """A number of a Chinese date in figures: 二〇二三, 十一."""
    tens, ten, ones = han[0].translate(_FIGURES_OF_HAN).rpartition("十")
    return str(int(tens or 1) * 10 + int(ones or 0)) if ten else ones


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


def decimal_sign(values: list[str], *, comma_table: bool, real_numbers: bool = False) -> str | None:
    """Whether a comma or a point parts the decimals of a column; None where it may be either.

    Where a file has `real_numbers`, a point is theirs.
    """
    numbers = [re.sub(_SPACES, "", m) for value in values for m in _NUMBER.findall(value)]
    commas = [n for n in numbers if "," in n]
    real = set(values) if real_numbers else set()
    points = [n for n in numbers if "." in n and n not in real]
    for number in numbers:
        if "," in number and "." in number:
            return COMMA if number.rindex(",") > number.rindex(".") else POINT
    for numbers, sign, own, other in ((commas, ",", COMMA, POINT), (points, ".", POINT, COMMA)):
        if any(n.count(sign) > 1 for n in numbers):
            return other
        if any(not re.fullmatch(rf"[1-9]\d{{0,2}}\{sign}\d{{3}}", n) for n in numbers):
            return own
    if commas:
        return COMMA if comma_table else None
    return None if points and not real_numbers else POINT


def sign_in(text: str, sign: str | None) -> str | None:
    """What parts the decimals of a cell where numbers are numbers: beside texts with a comma a real one has a point."""
    if sign != COMMA or not re.fullmatch(r"\d+\.\d+", text):
        return sign
    return None if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text) else POINT


def read_sum(text: str, sign: str | None, factor: Decimal = Decimal(1)) -> Sum:
    """A number with what stands beside it: "over $3.5 million", "1 234,5", "10–12 тыс. тонн".

    Raises:
        Unclear: it isn't a number, or may be two.

    """
    clean = _clean(text)
    if match := _EXPONENT.fullmatch(clean):
        decimals = match[2] or ""
        digits, places = match[1] + decimals, int(match[3]) - len(decimals)
        if places >= 0:
            return Sum(Decimal(digits + "0" * places) * factor, None, "about" if places else None, "")
    found = list(_NUMBER.finditer(clean))
    if not found or len(found) > 2 or _NEGATIVE.search(clean[: found[0].end()]) or "%" in clean:
        raise Unclear(f"'{text}' is not a number")
    before, after = clean[: found[0].start()], clean[found[-1].end() :]
    between = clean[found[0].end() : found[1].start()] if len(found) > 1 else "-"
    if not re.fullmatch(r"\s*(?:[-–—−]|to|до|à|至|\.\.)\s*", between):
        raise Unclear(f"'{text}' holds two numbers")
    beside = f"{before} {after}"
    scale = within("scale", after) or within("scale", before)
    value, *top = (_plain(match[0], sign, text) * (Decimal(scale) if scale else factor) for match in found)
    return Sum(_trimmed(value), _trimmed(top[0]) if top else None, _qualifier(before, after), beside, _strange(beside))


def _strange(beside: str) -> str:
    if not beside.strip():
        return ""
    unknown = [sign for sign in beside if category(sign) == "Sc" and sign not in words_of("currency")]
    rest = without(_BESIDE, re.sub(r"\b[A-Z]{3}\b", lambda m: "" if m[0] in CURRENCIES else m[0], beside))
    return " ".join((*unknown, rest)).strip()


def _plain(number: str, sign: str | None, text: str) -> Decimal:
    digits = _SPACES.sub("", number)
    if sign is None and re.fullmatch(r"\d{1,3}[,.]\d{3}", digits):
        raise Unclear(f"'{text}' may have decimals or thousands")
    group, own = (".", ",") if sign == COMMA else (",", ".")
    if not re.fullmatch(_GROUPED.format(group=group, sign=own), number):
        raise Unclear(f"'{text}' is not a number")
    digits = digits.replace(group, "").replace(own, ".")
    try:
        return Decimal(digits)
    except ArithmeticError as error:
        raise Unclear(f"'{text}' is not a number") from error


def _trimmed(value: Decimal) -> Decimal:
    return Decimal(f"{value.normalize():f}")


def _qualifier(before: str, after: str) -> str | None:
    if _MORE.match(after):
        return "over"
    return next(
        (q for sign, q in words_of("qualifier").items() if sign in before and not sign.isalnum()), None
    ) or within("qualifier", before)


def currency_in(text: str) -> str | None:
    """The currency that stands in a header or beside a sum."""
    for sign in ("US$", "$", "€", "¥", "₽", "£", "₴", "₸"):
        if sign in text:
            return words_of("currency").get(sign) or words_of("currency").get(fold(sign))
    codes = (code for code in re.findall(r"\b[A-Z]{3}\b", text) if code in CURRENCIES - _NO_MONEY)
    return within("currency", text) or next(codes, None)


def factor_in(header: str) -> Decimal:
    """By what the sums under a header are multiplied: "Value, thousand USD"."""
    scale = within("scale", header)
    return Decimal(scale) if scale else Decimal(1)
