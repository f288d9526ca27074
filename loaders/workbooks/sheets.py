"""Workbooks → sheets of cells as text: dates as precisely as they are shown, errors by their name, links kept."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple

from bycn.graph_model.errors import BycnError
from bycn.loaders.workbooks import hidden_ods, hidden_xlsx
from bycn.loaders.workbooks.hidden import MOST_CELLS, Hidden, TooLarge, checked

WORKBOOKS = (".xlsx", ".ods")
"""Those that say how a date is shown, which `.xls` doesn't."""
OLD_WORKBOOK = ".xls"
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError),
    *(LookupError, ArithmeticError, RuntimeError, ValueError, OSError),
)
_PANIC = "PanicException"
"""What the library raises over what its authors never expected: no `Exception`, and its type can't be imported."""
_DIGITS = 15
"""A spreadsheet keeps this many digits of a number; what comes after them is rounding noise."""


class NotASpreadsheet(BycnError):
    """A file that no spreadsheet wrote, or a harmful one."""


class Sheet(NamedTuple):
    """A sheet: its cells as text from A1 on, and the addresses that cells are linked to, by row and column from 0."""

    name: str
    rows: list[list[str]]
    links: dict[tuple[int, int], str]


def sheets(data: bytes, suffix: str) -> Iterator[Sheet]:
    """The sheets of a workbook, one by one.

    Raises:
        NotASpreadsheet: it can't be read, or unpacks to more than a machine should hold.

    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        hidden = _hidden(data, suffix)
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(name)
            yield _sheet(name, sheet.to_python(skip_empty_area=False), hidden.get(name) or Hidden())
    except TooLarge as error:
        raise NotASpreadsheet(str(error)) from error
    except BaseException as error:
        if not isinstance(error, (CalamineError, *_UNREADABLE)) and type(error).__name__ != _PANIC:
            raise
        reason = " ".join(str(error).split())
        remedy = "open it in a spreadsheet, take a password off, and save it again"
        raise NotASpreadsheet(f"it can't be read as a spreadsheet ({reason}); {remedy}") from error


def column_letters(place: int) -> str:
    """The letters of a column, counted from 0.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _hidden(data: bytes, suffix: str) -> dict[str, Hidden]:
    if suffix == OLD_WORKBOOK:
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        checked(archive)
        return hidden_ods.hidden_in(archive) if suffix == ".ods" else hidden_xlsx.hidden_in(archive)


def _sheet(name: str, values: Sequence[Sequence[object]], hidden: Hidden) -> Sheet:
    if len(values) * max(map(len, values), default=0) > MOST_CELLS:
        raise TooLarge(f"sheet '{name}' has more than {MOST_CELLS:,} cells; split it")
    rows = [[text_of(value) for value in row] for row in values]
    for (row, column), shown in hidden.precision.items():
        if row < len(values) and column < len(values[row]) and isinstance(value := values[row][column], date):
            rows[row][column] = value.isoformat()[:shown]
    for (row, column), error in hidden.errors.items():
        _put(rows, row, column, error)
    return Sheet(name, rows, hidden.links)


def _put(rows: list[list[str]], row: int, column: int, text: str) -> None:
    """A cell that the library left out, at the edge of the sheet too."""
    rows.extend([] for _ in range(row + 1 - len(rows)))
    rows[row].extend("" for _ in range(column + 1 - len(rows[row])))
    rows[row][column] = text


def text_of(value: object) -> str:
    """A cell's value as a table has it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**_DIGITS:
        return str(int(value))
    if isinstance(value, int | float):
        return f"{Decimal(f'{value:.{_DIGITS}g}'):f}"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, timedelta) else ""
