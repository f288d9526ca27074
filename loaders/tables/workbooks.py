"""Workbooks as tables: a sheet a type, places as `FILE!Sheet!C12`."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bycn.loaders.tables.files import rows_under
from bycn.loaders.tables.header import Header, known_columns
from bycn.loaders.tables.rows import Problems, Row, Table, Unreadable
from bycn.loaders.tables.table_types import kind_named
from bycn.loaders.tables.text import forbidden_in, one_line
from bycn.loaders.workbooks.sheets import NotASpreadsheet, Sheet, column_letters, sheets
from bycn.loaders.workbooks.writing import NAMES, WORDS

_TELLING = 2
"""How many known columns make a table of a sheet, whatever its name."""


def read_workbook(
    path: Path, root: int, problems: Problems, intern: Callable[[str, str], str], read: Callable[[Path], bytes]
) -> Iterator[Row]:
    """The rows of all sheets that are tables. A sheet of notes, or of words to choose from, is passed over.

    Raises:
        Unreadable: the file can't be read, or holds no table.

    """
    try:
        data = read(path)
        found = [sheet for sheet in sheets(data, path.suffix.lower()) if any(map(any, sheet.rows))]
    except OSError as error:
        raise Unreadable(0, "-", f"can't be read ({error.strerror}); check the file and its permissions") from error
    except NotASpreadsheet as error:
        raise Unreadable(0, "-", str(error)) from error
    tables = [sheet for sheet in found if _is_table(sheet)]
    if found and not tables:
        raise Unreadable(0, "-", "no sheet is a table; name each after its type, with the columns in its first line")
    for sheet in tables:
        file = f"{path}!{sheet.name}"
        try:
            yield from _rows(sheet, file, path.stem if len(found) == 1 else "", root, problems, intern)
        except Unreadable as error:
            problems.add(f"{file}!A{error.line}", error.line, error.column, error.message)


def _is_table(sheet: Sheet) -> bool:
    if sheet.name in (WORDS, NAMES):
        return False
    return kind_named(sheet.name) is not None or known_columns(next(filter(any, sheet.rows))) >= _TELLING


def _rows(
    sheet: Sheet, file: str, stem: str, root: int, problems: Problems, intern: Callable[[str, str], str]
) -> Iterator[Row]:
    records = [(line, cells) for line, cells in enumerate(sheet.rows, 1) if any(map(str.strip, cells))]
    line, names = records[0]
    named = sheet.name if kind_named(sheet.name) or not kind_named(stem) else stem
    header = Header.read(names, named, line, "sheet")
    letters = {name: column_letters(place) for place, name in reversed(list(enumerate(header.names)))}
    table = Table(file, root, line, header.lacking, header.no_status, letters=letters)
    cleaned = ((line, _clean(cells, table, line, header.names, problems)) for line, cells in records[1:])
    yield from rows_under(header, table, cleaned, problems, intern)


def _clean(cells: list[str], table: Table, line: int, names: list[str], problems: Problems) -> list[str]:
    """Cells on one line each, without characters that no table should hold."""
    if all(cell.isprintable() for cell in cells):
        return cells
    for name, cell in zip(names, cells, strict=False):
        if wrong := forbidden_in(cell):
            problems.within(table, line, name, wrong)
    return [one_line(cell) for cell in cells]
