"""Files of any form → grids: a header, rows of texts, and where each cell stands."""

import csv
import html
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from bycn.graph_model.errors import BycnError
from bycn.loaders.bounded_reading import MOST_IN_TABLE, content
from bycn.loaders.encodings import decoded
from bycn.loaders.formulas import unguarded
from bycn.loaders.workbooks.sheets import OLD_WORKBOOK, WORKBOOKS, NotASpreadsheet, column_letters, sheets

_DELIMITERS = ",;\t|"
_LOOKED_AT = 50
"""How many lines are read to find what separates the cells."""
_TEXTS = (".csv", ".tsv", ".txt", ".tab")
_JSON = (".json", ".jsonl", ".ndjson")
SUFFIXES = (*_TEXTS, *_JSON, *WORKBOOKS, OLD_WORKBOOK)
_JOINED = "; "
_NOTHING = re.compile(r"\\N|_:\w+|https?://[^\s/]+/\.well-known/genid/\S+")
"""How databases write that there is no value, and query services that there is one that nobody knows."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_MARKDOWN = re.compile(r"\[([^\[\]]+)\]\((https?://[^\s()]+)\)")
"""Links, as the texts of pages have them."""
_OF_NO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_QUERIED = re.compile(r"^\?|^<(.*)>$|^(.*?)(?:@[a-z]{2,3}(?:-\w+)*|\^\^<.*>)$")
"""What a query service puts around names, addresses and values in its own tables."""


class UnreadableFile(BycnError):
    """A file that is no table of any form known."""


@dataclass
class Grid:
    """What one file or sheet holds, as text. The header stands among the rows until it is found."""

    file: str
    name: str
    """The file's name without its ending, with the sheet's where there are several."""
    lines: list[tuple[int, list[str]]]
    """The rows that hold something, each with its line, from 1."""
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Where cells lead, by line and index of the column."""
    in_cells: bool = False
    """Whether places are cells of a workbook."""
    header: list[str] | None = None
    """The names of the columns, where the form has them apart."""
    comma_table: bool = False
    """Whether its cells are parted by semicolons, as where the comma is the decimal sign."""
    real_numbers: bool = False
    """Whether numbers are numbers in the file, and no texts."""
    is_one_of_several: bool = False
    """Whether other sheets of its workbook are read too."""
    remarks: list[str] = field(default_factory=list)

    def address(self, line: int, column: int | None = None) -> str:
        """Where something is: `FILE:LINE`, or `FILE!Sheet!C12`."""
        if self.in_cells:
            return f"{self.file}!{column_letters(column or 0)}{line}"
        return f"{self.file}:{line}"


def grids(path: Path, sheet: str | None = None) -> list[Grid]:
    """The tables of a file: one, or of a workbook each sheet that holds something, or the one that is named.

    Raises:
        UnreadableFile: it is no table, is empty, or has no such sheet.
        OSError: it can't be read.

    """
    suffix, data = path.suffix.lower(), content(path, MOST_IN_TABLE)
    if suffix in (*WORKBOOKS, OLD_WORKBOOK):
        found = list(_of_workbook(path, data, suffix))
        names = [grid.name for grid in found]
        if sheet is not None:
            others = [grid for grid in found if grid.name.casefold() != sheet.casefold()]
            found = [grid for grid in found if grid not in others]
            if not found:
                raise UnreadableFile(
                    f"{path} has no sheet '{sheet}'; it has {', '.join(names) or 'none that is filled'}"
                )
            if told := ", ".join(f"{grid.name} ({len(grid.lines):,} lines)" for grid in others if grid.lines):
                found[0].remarks.append(f"{path}: other sheets aren't read: {told}")
    elif suffix in _JSON:
        found = [_of_json(path, data)]
    elif suffix in _TEXTS:
        found = [_of_text(path, data)]
    else:
        raise UnreadableFile(f"{path} is no table; its name must end in {', '.join(SUFFIXES)}")
    if not any(grid.lines for grid in found):
        raise UnreadableFile(f"{path} holds no rows")
    for grid in found:
        grid.links = {**grid.links, **_links_in(grid.lines)}
        grid.lines = [(line, [_seen(cell) for cell in cells]) for line, cells in grid.lines]
    filled = [grid for grid in found if grid.lines]
    for grid in filled:
        grid.is_one_of_several = len(filled) > 1
    return filled


def _links_in(lines: list[tuple[int, list[str]]]) -> dict[tuple[int, int], str]:
    """Where cells lead that are written as links of Markdown."""
    texts = ((line, n, cell) for line, cells in lines for n, cell in enumerate(cells) if "](" in cell)
    return {(line, n): match[2] for line, n, cell in texts if (match := _MARKDOWN.search(cell))}


def _seen(cell: str) -> str:
    """A cell as one sees it: without signs of no width, marks and codes of pages, and databases' sign for nothing."""
    if "[" in cell:
        cell = _MARKDOWN.sub(r"\1", _WIKI.sub(r"\1", cell))
    if "&" in cell:
        cell = _ENTITY.sub(lambda code: html.unescape(code[0]), cell)
    if not cell.isprintable():
        cell = _OF_NO_WIDTH.sub("", cell)
    return "" if _NOTHING.fullmatch(cell) else cell.strip()


def _of_workbook(path: Path, data: bytes, suffix: str) -> Iterator[Grid]:
    try:
        for sheet in sheets(data, suffix):
            lines = [(n, row) for n, row in enumerate(sheet.rows, 1) if any(map(str.strip, row))]
            links = {(row + 1, column): address for (row, column), address in sheet.links.items()}
            grid = Grid(f"{path}!{sheet.name}", sheet.name, lines, links, in_cells=True, real_numbers=True)
            if suffix == OLD_WORKBOOK:
                grid.remarks.append(f"{path}: an .xls hides errors, links and how dates are shown; .xlsx shows them")
            yield grid
    except NotASpreadsheet as error:
        raise UnreadableFile(f"{path}: {error}") from error


def _of_text(path: Path, data: bytes) -> Grid:
    text = decoded(data)
    content = text.text.removeprefix("\ufeff").replace("\0", "")
    skipped = 1 if content[:4].lower() == "sep=" else 0
    delimiter = content[4] if skipped and content[4:5] in tuple(_DELIMITERS) else _delimiter(content)
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    lines, last = [], 0
    try:
        for row in reader:
            start, last = last + 1, reader.line_num
            if start > skipped and any(map(str.strip, row)):
                lines.append((start, [unguarded(cell.strip()) for cell in row]))
    except csv.Error as error:
        raise UnreadableFile(f"{path}:{last + 1}: not a table ({error})") from error
    if lines and all(cell.startswith("?") for cell in lines[0][1]):
        lines = [(line, [_QUERIED.sub(r"\1\2", cell) for cell in row]) for line, row in lines]
    grid = Grid(str(path), path.stem, lines, comma_table=delimiter == ";")
    if text.encoding != "utf-8":
        sure = "" if text.sure else "; it has few letters to judge by, so look at the names"
        grid.remarks.append(f"{path} is read as {text.name}{sure}")
    return grid


def _delimiter(content: str) -> str:
    """The sign that parts most lines into equally many cells."""
    sample = "\n".join(content.splitlines()[:_LOOKED_AT])

    def fitness(sign: str) -> tuple[float, int]:
        try:
            widths = Counter(len(row) for row in csv.reader(io.StringIO(sample), delimiter=sign) if any(row))
        except csv.Error:
            return (0, 0)
        width, count = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1], pair[0]), default=(1, 0))
        return (count / widths.total() if width > 1 else 0, width)

    return max(_DELIMITERS, key=fitness)


def _of_json(path: Path, data: bytes) -> Grid:
    text = decoded(data).text.removeprefix("\ufeff")
    try:
        records = list(enumerate(_records(json.loads(text, parse_float=Decimal)), 1))
    except ValueError:
        try:
            numbered = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
            records = [(n, json.loads(line, parse_float=Decimal)) for n, line in numbered]
        except (ValueError, RecursionError) as error:
            raise UnreadableFile(f"{path} is not JSON ({error})") from error
    except RecursionError as error:
        raise UnreadableFile(f"{path} is nested too deep") from error
    if not all(isinstance(record, dict) for _, record in records):
        raise UnreadableFile(f"{path} holds no list of objects, one for each row")
    records = [(n, dict(_flat(record))) for n, record in records]
    header = list(dict.fromkeys(key for _, record in records for key in record))
    lines = [(n, [_json_text(record.get(key)) for key in header]) for n, record in records]
    return Grid(str(path), path.stem, [line for line in lines if any(line[1])], header=header, real_numbers=True)


def _records(value: Any) -> list[Any]:
    """The longest list of objects in a JSON value, at any depth; an object without one is the only record."""
    found = max(_lists(value), key=len, default=[])
    return found or ([value] if isinstance(value, dict) else [])


def _lists(value: Any) -> Iterator[list[Any]]:
    if isinstance(value, list):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from (found for found in _lists(part) if all(isinstance(record, dict) for record in found))


def _flat(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The fields of a record, those of a record within it by both names: "properties: city", as below a merged cell."""
    for key, value in record.items():
        if isinstance(value, dict) and value and "value" not in value:
            yield from ((f"{key}: {name}", part) for name, part in value.items())
        else:
            yield key, value


def _json_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, dict):  # the query service tells type and language of each value
        return _json_text(value["value"]) if "value" in value else _JOINED.join(map(_json_text, value.values()))
    if isinstance(value, list):
        return _JOINED.join(filter(None, map(_json_text, value)))
    return f"{value:f}" if isinstance(value, Decimal) else str(value).strip()
