"""What to write for a date written in a cell as lists and spreadsheets have it."""

import re
from datetime import date, timedelta

from bycn.graph_model.dates import FORMS, OPEN, PartialDate
from bycn.loaders.foreign.dates import read_date
from bycn.loaders.foreign.values import Unclear, bare

_QUOTES = " \t'’‘`\"“”«»"
_DAY_ONE = date(1899, 12, 30)
"""The day before the first of a spreadsheet's calendar, as all count since the leap year that 1900 wasn't."""
_SERIAL = re.compile(r"[34]\d{4}(?:\.\d+)?", re.ASCII)
_SHORT_MONTH = re.compile(r"[^\W\d_]{3,4}\.?-?\d\d", re.UNICODE)
_YEAR_FIRST = re.compile(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$")
_REWRITTEN = (
    (re.compile(r"(\d{4})\.0"), r"\1"),
    (re.compile(r"(\d{4})-(1[3-9]|2\d|3[01])-(\d\d)"), r"\1-\3-\2"),
    (re.compile(r"(?:XX|00|\?\?)[./-](\d\d)[./-](\d{4})"), r"\2-\1"),
    (re.compile(r"(\d{4})\+"), r"\1/.."),
    (re.compile(r"(\d{4}(?:-\d\d)?)-(?:XX|00|\?\?)(?:-(?:XX|00|\?\?))?"), r"\1"),
    (re.compile(r"(?:ca?\.?|около|~)?\s*(\d{4}(?:-\d\d){0,2})\s*[?~]?"), r"\1~"),
    (re.compile(r"[/–-]\s*(\d{4}(?:-\d\d){0,2})"), r"../\1"),
    (re.compile(r"(\d{4}(?:-\d\d){0,2})\s*[/–-]"), r"\1/.."),
    (re.compile(r"(\d{4}(?:-\d\d){0,2})\s*/\s*(\d{4}(?:-\d\d){0,2})"), r"\1/\2"),
)
_BY_A_SPREADSHEET = "; a spreadsheet has turned it into this: format the column as text before typing"


def not_a_date(text: str, reason: str) -> str:
    """What to say of a cell that is no date, with what to write where one reading alone is possible.

    >>> not_a_date("25.06.2023", "")
    "'25.06.2023' is not a date as tables have it; write 2023-06-25"
    """
    if not bare(text) and OPEN not in text:
        return f"'{text}' is not a date; leave the cell empty where nothing is known"
    try:
        meant = _meant(text.strip(_QUOTES))
    except Unclear as unclear:
        if "may be" in str(unclear):
            return f"{unclear}; write it as {FORMS}"
        if "is read as" in str(unclear):
            return str(unclear)
        if "is not a date;" in reason:
            return f"'{text}' is not a date; write {FORMS}"
        return reason if reason.startswith(f"'{text}'") else f"'{text}' is not a date: {reason}"
    if meant.startswith("0"):  # the year is a slip
        return f"'{text}' is not a date; write {FORMS}"
    made = _BY_A_SPREADSHEET if _SERIAL.fullmatch(text) or _SHORT_MONTH.fullmatch(text) else ""
    return f"'{text}' is not a date as tables have it; write {meant}{made}"


def _meant(text: str) -> str:
    if _SERIAL.fullmatch(text):
        return (_DAY_ONE + timedelta(days=int(float(text)))).isoformat()
    for pattern, put in _REWRITTEN:
        if pattern.fullmatch(text) and (meant := _sound(pattern.sub(put, text))):
            return meant
    return read_date(_YEAR_FIRST.sub(r"\1-\2-\3", text), order=None)


def _sound(text: str) -> str | None:
    try:
        return PartialDate.parse(text).text
    except ValueError:
        return None
