"""An answer as a spreadsheet: the same rows, with a frozen header, numbers as numbers, days as days, links as links."""

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Any

from bycn.loaders.workbooks.writing import LONGEST_CELL, open_book
from bycn.queries.answers import Answer
from bycn.safe_text import clean

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_LINK = 2_079
_WIDEST = 60
_MOST_DIGITS = 2**53
"""Larger whole numbers would lose digits in a cell."""


def sheet(answer: Answer) -> bytes:
    """The file.

    Raises:
        NoWriter: what writes workbooks isn't installed.

    """
    out = io.BytesIO()
    with open_book(out, in_memory=True) as book:
        book.set_properties({"created": dt.datetime(2000, 1, 1)})  # the same rows give the same bytes
        page = book.add_worksheet("answer")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        page.write_row(0, 0, answer.columns, book.add_format({"bold": True}))
        page.freeze_panes(1, 0)
        for row, values in enumerate(answer.rows, 1):
            for column, value in enumerate(values):
                _write(page, row, column, value, day)
        for column, name in enumerate(answer.columns):
            longest = max((len(_text(row[column])) for row in answer.rows), default=0)
            page.set_column(column, column, min(_WIDEST, max(len(name), longest) + 2))
        if answer.rows:
            page.autofilter(0, 0, len(answer.rows), len(answer.columns) - 1)
    return out.getvalue()


def _write(page: "Worksheet", row: int, column: int, value: Any, day: Any) -> None:
    text = _text(value)
    if isinstance(value, bool):
        page.write_boolean(row, column, value)
    elif isinstance(value, float | int) and abs(value) < _MOST_DIGITS:  # not so of NaN and Infinity
        page.write_number(row, column, value)
    elif isinstance(value, str) and (found := _as_day(value)):
        page.write_datetime(row, column, found, day)
    elif isinstance(value, str) and re.match(r"https?://\S+$", value) and len(value) <= _LONGEST_LINK:
        page.write_url(row, column, text, string=text)
    elif text and not isinstance(value, float):
        page.write_string(row, column, text[:LONGEST_CELL])


def _as_day(text: str) -> dt.datetime | None:
    """A whole day that a spreadsheet knows; a month or year stays as it is given."""
    if not _DAY.fullmatch(text) or text < "1900-03-01":
        return None
    return dt.datetime.fromisoformat(text)


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(map(_text, value))
    return "" if value is None else clean(str(value))
