"""Reading the text of a table: CSV as spreadsheets write it, into raw rows that know their line."""

import csv
import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from graph_model.errors import Problem

_DELIMITERS = ",;\t"
_HEADER = "header"


class RawRow(NamedTuple):
    """A row as it was written: where it stands, and its cells by column, empty ones left out."""

    file: str
    line: int
    cells: dict[str, object]


class Unreadable(Exception):
    """A file that no row can be read from."""

    def __init__(self, problem: Problem):
        super().__init__(str(problem))
        self.problem = problem


def read_text(path: Path) -> str:
    """The text of a file, without a byte order mark.

    Raises:
        Unreadable: it can't be opened, is not UTF-8, or holds a NUL.

    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(Problem(str(path), 0, "-", f"{error.strerror}; check that the file can be read")) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(Problem(str(path), line, "-", "this is not UTF-8; save the table as “CSV UTF-8”")) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Unreadable(Problem(str(path), line, "-", "a NUL character stands here; take it out"))
    return text


def read_csv(path: Path, allowed: Mapping[str, bool], problems: list[Problem]) -> Iterator[RawRow]:
    """The rows of a CSV file; what is wrong with one goes to `problems`, and the row is left out.

    `allowed` holds the columns that the table may have, and whether it must.

    Raises:
        Unreadable: the file can't be read as a table at all.

    """
    name, text = str(path), read_text(path)
    skipped = 0
    if text[:4].lower() == "sep=":  # Excel's own first line
        first, _, text = text.partition("\n")
        delimiter, skipped = first[4:].rstrip("\r") or ",", 1
    else:
        delimiter = _delimiter_of(text)
    lines = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    try:
        header = [cell.strip() for cell in next(lines, [])]
        problems.extend(_check_header(name, skipped + 1, header, allowed))
        kept = [(place, column) for place, column in enumerate(header) if column in allowed]
        start = lines.line_num
        for values in lines:
            line, start = skipped + start + 1, lines.line_num
            if not any(value.strip() for value in values):
                continue
            if len(values) > len(header) and any(value.strip() for value in values[len(header) :]):
                problems.append(_ragged(name, line, len(values), len(header)))
                continue
            if len(values) < len(header):
                problems.append(_ragged(name, line, len(values), len(header)))
                continue
            yield RawRow(name, line, {column: cell for place, column in kept if (cell := values[place].strip())})
    except csv.Error as error:
        line = skipped + start + 1 if "unexpected end" in str(error) else skipped + lines.line_num
        wrong = "a quote is opened and never closed" if "unexpected end" in str(error) else f"broken CSV ({error})"
        remedy = 'close it, and write a quote within a quoted cell twice ("")'
        raise Unreadable(Problem(name, line, "-", f"{wrong}; {remedy}")) from error


def _delimiter_of(text: str) -> str:
    header = text.partition("\n")[0]
    return max(_DELIMITERS, key=header.count)


def _ragged(name: str, line: int, found: int, expected: int) -> Problem:
    remedy = "quote cells that hold the separator" if found > expected else "fill the row up with empty cells"
    return Problem(name, line, "-", f"{found} cells where the header has {expected} columns; {remedy}")


def _check_header(name: str, line: int, header: list[str], allowed: Mapping[str, bool]) -> Iterator[Problem]:
    if not any(header):
        raise Unreadable(Problem(name, line, _HEADER, "the table is empty; its first line must name the columns"))
    missing = [column for column, required in allowed.items() if required and column not in header]
    if missing:
        raise Unreadable(
            Problem(name, line, missing[0], f"the table has no such column; it needs {', '.join(missing)}")
        )
    for column in dict.fromkeys(header):
        if header.count(column) > 1:
            raise Unreadable(Problem(name, line, column or _HEADER, "this column stands twice; keep one of them"))
        if column and column not in allowed:
            hint = near(column, list(allowed)) or f"; it may have {', '.join(allowed)}"
            yield Problem(name, line, column, f"unknown column{hint}")


def near(word: str, known: list[str]) -> str:
    """A hint at the word that was probably meant, empty when none is near."""
    found = difflib.get_close_matches(word, known, 1)
    return f"; did you mean '{found[0]}'?" if found else ""
