"""CSV and TSV: text → raw rows, as Excel, LibreOffice and people write them."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bycn.loaders.formulas import may_hold_guards, unguarded
from bycn.loaders.tables.header import Header, known_columns
from bycn.loaders.tables.rows import Problems, Row, Table, Unreadable
from bycn.loaders.tables.table_types import TYPE_COLUMN, Kind, kind_named, kinds_like
from bycn.loaders.tables.text import LONGEST_CELL, one_line, read_text, seen

DELIMITERS = ",;\t"
_SEPARATOR_LINE = "sep="
_QUOTES = 'quotation marks don\'t match; end the cell with ", and write each " inside it twice'
_TOO_LONG = f"a cell has more than {LONGEST_CELL:,} characters; shorten it, or close its quotation mark"
_MOST_COLUMNS = 500
_DECIMAL_COMMA = re.compile(r"\d+,\d+", re.ASCII)
_OTHER_SIGN = "|"


def read_delimited(
    path: Path, root: int, problems: Problems, intern: Callable[[str, str], str], read: Callable[[Path], bytes]
) -> Iterator[Row]:
    """The rows of a file, empty ones left out. What is wrong with its form is noted.

    Raises:
        Unreadable: the file can't be read on.

    """
    file = str(path)
    lines = io.StringIO(read_text(path, file, problems, read), newline="")
    delimiter, skipped = _delimiter(lines)
    records = _records(lines, delimiter, skipped)
    line, cells = next(records, (1, []))
    if not cells:
        raise Unreadable(1, "-", "the table is empty; its first line names the columns")
    if len(cells) == 1 and known_columns(cells[0].split(_OTHER_SIGN)) > 1:
        raise Unreadable(
            line, "-", f"cells are separated by {_OTHER_SIGN} here; save it with commas, semicolons or tabs"
        )
    if len(cells) > _MOST_COLUMNS:
        raise Unreadable(line, "-", f"{len(cells):,} columns; a table has {_MOST_COLUMNS} at the most, take some out")
    header = Header.read(cells, path.stem, line)
    rows = rows_under(header, Table(file, root, line, header.lacking, header.no_status), records, problems, intern)
    yield from with_decimal_points(list(rows)) if delimiter == ";" else rows


def with_decimal_points(rows: list[Row]) -> list[Row]:
    """The rows of a table with semicolons: a comma is the decimal sign there, unless one of its numbers differs."""
    numbers = [
        (row, name, text)
        for row in rows
        for name, text in row.cells.items()
        if ("," in text or "." in text) and (column := row.kind.columns.get(name)) and column.kind == "number"
    ]
    if all("." not in text and text.count(",") == 1 for _, _, text in numbers):
        for row, name, text in numbers:
            if _DECIMAL_COMMA.fullmatch(text):
                row.cells[name] = text.replace(",", ".")
    return rows


def rows_under(
    header: Header,
    table: Table,
    records: Iterable[tuple[int, list[str]]],
    problems: Problems,
    intern: Callable[[str, str], str],
) -> Iterator[Row]:
    """The rows under a header. What is wrong with the header and with the form of rows is noted."""
    for found in header.problems(table.file, table.header):
        problems.within(table, found.line, found.column, found.message)
    columns, width = header.columns, len(header.names)
    for line, cells in records:
        if any(map(str.strip, cells[width:])):  # fewer are sound: Excel leaves out empty cells at the end
            message = f"{len(cells)} cells where the header names {width}; give every row as many"
            problems.within(table, line, "-", message)
            continue
        if header.is_again(cells):
            problems.within(table, line, "-", "the header stands here again; take this line out")
            continue
        pairs = zip(columns, cells, strict=False)
        filled = {name: intern(text, text) for name, cell in pairs if cell and name and (text := seen(cell))}
        if kind := _kind_of_row(filled, header.kind, table, line, problems):
            yield Row(table, line, kind, filled)


def _delimiter(lines: io.StringIO) -> tuple[str, int]:
    """What separates the cells, and how many lines come before the table."""
    first = lines.readline()
    if first.lower().startswith(_SEPARATOR_LINE):
        named = first[len(_SEPARATOR_LINE) :].strip("\r\n")
        return (named if named and named in DELIMITERS else ","), 1
    while first and not first.strip():
        first = lines.readline()
    lines.seek(0)
    return max(DELIMITERS, key=lambda sign: _fitness(first, sign)), 0


def _fitness(header: str, sign: str) -> tuple[int, int]:
    """How well a sign parts a header: by the columns known, and where none is, by how often it occurs there."""
    return known_columns([cell.strip('" \r\n') for cell in header.split(sign)]), header.count(sign)


def _records(lines: io.StringIO, delimiter: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold something, each with the number of its first line; line breaks in cells become spaces."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    guards = delimiter != "\t" and may_hold_guards(lines.getvalue())
    last = skipped
    while True:
        start = last + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise Unreadable(start, "-", _TOO_LONG if "limit" in str(error) else _QUOTES) from error
        if cells is None:
            return
        last = reader.line_num + skipped
        if last > start:
            cells = [one_line(cell) for cell in cells]
        if guards:
            cells = [unguarded(cell) for cell in cells]
        if any(map(str.strip, cells)):
            yield start, cells


def _kind_of_row(filled: dict[str, str], kind: Kind | None, table: Table, line: int, problems: Problems) -> Kind | None:
    named = filled.pop(TYPE_COLUMN, None)
    if named is None:
        if kind is None:
            problems.within(table, line, TYPE_COLUMN, "is empty; say what the row is, such as city or TWINNED_WITH")
        return kind
    found = kind_named(named)
    if found is None:
        problems.within(table, line, TYPE_COLUMN, f"'{named}' is no type; {kinds_like(named)}")
    elif kind not in (found, None):
        message = f"'{named}' isn't what the file's name says; leave it empty, or move the row to another file"
        problems.within(table, line, TYPE_COLUMN, message)
        return None
    return found
