"""Parts of years as statistics name them: quarters, halves, their first months, and the whole of them."""

import re

from bycn.graph_model.folding import fold
from bycn.loaders.foreign.months import joined, month_named, whole_year
from bycn.loaders.foreign.words import whole

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHORT = r"(?P<year>(?:19|20)?\d\d)"
_NTH = (
    r"[1-4]|iv|i{1,3}|first|second|third|fourth|перв\w*|втор\w*|трет\w*|четв\w*|перш\w*|друг\w*|трэц\w*|чацв\w*"
    r"|premi\w*|deuxi\w*|troisi\w*|quatri\w*"
)
_QUARTER = r"(?:кв\w*|quarter|qtr|trim\w*|трим\w*|kwarta\w*|quartal)"
_HALF = r"(?:полугоди[ея]|половина|half(?:[- ]year)?|паўгоддз\w*|semestre|semester|halbjahr)"
_ENDING = r"(?:[- ]?(?:st|nd|rd|th|er|re|e|ème|eme|й|я|е|ы|ый|ая|ое|га|го))?"
_PARTS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"[qt](?P<quarter>[1-4])[ ,/'’-]*{_SHORT}",
        rf"(?P<quarter>[1-4])[qt][ ,/'’-]*{_SHORT}",
        rf"{_YEAR}[ /-]*[qt](?P<quarter>[1-4])",
        rf"(?P<quarter>{_NTH}){_ENDING}\.?\s*{_QUARTER}\.?,?\s*(?:of |de )?{_YEAR}",
        rf"{_YEAR}年?第?(?P<quarter>[1-4一二三四])季度?",
        rf"h(?P<half>[12])[ ,/'’-]*{_SHORT}",
        rf"(?P<half>[12])h[ ,/'’-]*{_SHORT}",
        rf"{_YEAR}[ /-]*h(?P<half>[12])",
        rf"(?P<half>{_NTH}){_ENDING}\.?\s*{_HALF}\.?,?\s*(?:of |de )?{_YEAR}",
        rf"{_YEAR}年?(?P<half>[上下])半年",
    )
)
_PLACES = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2,
    "fir": 1, "sec": 2, "thi": 3, "fou": 4, "пер": 1, "вто": 2, "тре": 3, "чет": 4, "дру": 2, "трэ": 3, "чац": 4,
    "pre": 1, "deu": 2, "tro": 3, "qua": 4,
}  # fmt: skip
"""Numbers in words, as they begin."""
_WORD = r"([^\W\d_]{3,})\.?"
_RANGE = r"\s*(?:[-–—−/]|\bto\b|\bà\b|\bпо\b|\bда\b|\bthrough\b)\s*"
_MONTHS = re.compile(rf"{_WORD}{_RANGE}{_WORD},?\s+{_YEAR}", re.IGNORECASE)
_FIGURES = re.compile(rf"(\d\d?)\s?[-–—]\s?(\d\d?)\s?[./]\s?{_YEAR}")
_COUNTS = {"three": 3, "six": 6, "nine": 9, "три": 3, "шест": 6, "девят": 9, "тры": 3, "шэсц": 6, "дзевяц": 9,
           "trois": 3, "neuf": 9}  # fmt: skip
_FIRST_MONTHS = re.compile(
    rf"(?:first |the first |перв\w+ |перш\w+ |(?:les )?premiers )?(\d\d?|[^\W\d_]+)\s*(?:months|мес\w*\.?|mois)"
    rf"\s*(?:of |de )?{_YEAR}",
    re.IGNORECASE,
)
_HAN_MONTHS = re.compile(r"(?P<year>\d{4})年(\d{1,2})月?\s*[-–—~至]\s*(\d{1,2})月份?")
_YEAR_FIRST = re.compile(
    rf"{_YEAR}(?:\s*(?:г|год[ау]?|гады?|года)\.?(?!\w))?[\s,.:(（-]*(?P<rest>[^\W\d].*?|[1-9].*?)[\s)）]*"
)
_ONE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def part_of_year(text: str) -> str | None:
    """The period that a text names, in our form; None where it names no part of a year, nor the whole.

    >>> part_of_year("I кв. 2023"), part_of_year("2023 (Jan–Jun)"), part_of_year("whole year 2023")
    ('2023-01/2023-03', '2023-01/2023-06', '2023')
    """
    if found := _part(text) or _months(text) or _whole(text):
        return found
    if turned := _YEAR_FIRST.fullmatch(text):
        rest = f"{turned['rest']} {turned['year']}"
        return _part(rest) or _months(rest)
    return None


def is_whole_year(text: str) -> bool:
    """Whether a cell beside a year says that all of it is meant."""
    return whole("year", text) is not None


def _whole(text: str) -> str | None:
    years = _ONE_YEAR.findall(text)
    rest = " ".join(re.sub(r"\W|\bг\b", " ", _ONE_YEAR.sub(" ", text)).split())
    return years[0] if len(years) == 1 and rest and is_whole_year(rest) else None


def _part(text: str) -> str | None:
    match = next((match for form in _PARTS if (match := form.fullmatch(text))), None)
    if match is None:
        return None
    named = match.groupdict()
    months = 3 if named.get("quarter") else 6
    place = (named.get("quarter") or named["half"]).lower()
    number = _PLACES.get(place) or _PLACES.get(place[:3]) or int(place)
    last = months * number
    return _period(whole_year(named["year"]), str(last - months + 1), str(last)) if last <= 12 else None


def _months(text: str) -> str | None:
    """The first months of a year, or some of it: "January–June 2023", "9 месяцев 2023", "2023年1-6月", "01-06.2023"."""
    if match := _MONTHS.fullmatch(text):
        first, last = month_named(match[1]), month_named(match[2])
    elif match := _FIRST_MONTHS.fullmatch(text):
        count = next((n for word, n in _COUNTS.items() if fold(match[1]).startswith(word)), None)
        first, last = "1", match[1] if match[1].isdecimal() else str(count or "")
    elif match := _HAN_MONTHS.fullmatch(text) or _FIGURES.fullmatch(text):
        first, last = (part for part in match.groups() if len(part) < 3)
    else:
        return None
    return _period(match["year"], first, last) if first and last else None


def _period(year: str, first: str, last: str) -> str:
    return f"{joined(year, first)}/{joined(year, last)}"
