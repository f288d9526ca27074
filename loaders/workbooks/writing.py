"""Workbooks of our tables: a sheet a type, every cell as it stands, lists of words to choose from.

Partial dates stay text, so that no spreadsheet makes days of months; no text becomes a formula or a link.
"""

import importlib
import shutil
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from bycn.graph_model.errors import BycnError
from bycn.loaders.private_folders import remove_run_folder, run_folder

MOST_ROWS, LONGEST_CELL = 1_048_576, 32_767
LONGEST_LIST = 255
"""A list of words in a cell's own rule may have this many characters; a longer one goes into a sheet."""
OFFERED_ROWS = 2_000
"""How many rows have lists to choose from."""
WORDS, NAMES = "words", "known names"
_WIDTH = 16


class NoWriter(BycnError):
    """The library that writes workbooks isn't installed."""


class TooLong(BycnError):
    """A value or a table that a workbook can't hold."""


class Choice(NamedTuple):
    """The words that a column takes. `strict` ones alone; else others too, such as lists of them."""

    words: tuple[str, ...]
    strict: bool


def open_book(target: Any, **options: bool | str) -> Any:
    """A book of XlsxWriter's, in which no text becomes a formula or a link.

    Raises:
        NoWriter: it isn't installed.

    """
    try:
        library: Any = importlib.import_module("xlsxwriter")
    except ImportError as error:
        raise NoWriter("workbooks are written by XlsxWriter; install it: pip install 'bycn[xlsx]'") from error
    return library.Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False} | options)


class Workbook:
    """A workbook to be written sheet by sheet, rows in order."""

    def __init__(self, path: Path):
        self._path = path
        with ExitStack() as cleared:
            # The library leaves its drafts where a disk is full: they go with their folder, and the file is a copy.
            folder = run_folder()
            cleared.callback(remove_run_folder, folder)
            self._draft = folder / "book.xlsx"
            self._book = open_book(str(self._draft), constant_memory=True, tmpdir=str(folder))
            self._cleared = cleared.pop_all()
        self._head = self._book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        self._text = self._book.add_format({"num_format": "@"})

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(self, *_: object) -> None:
        with self._cleared:
            try:
                self._book.close()
            except Exception as error:  # the library's own, about what the system said
                if error.args and isinstance(error.args[0], OSError):
                    raise error.args[0] from error
                raise
            with self._draft.open("rb") as draft, self._path.open("wb") as file:
                shutil.copyfileobj(draft, file)

    def sheet(
        self,
        name: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[str | Decimal | int]],
        *,
        meanings: Sequence[str] = (),
        choices: dict[str, Choice] | None = None,
    ) -> None:
        """Write a sheet: its header with what each column means, and its rows.

        Raises:
            TooLong: it has more rows, or a cell more signs, than a workbook holds.

        """
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(len(columns) - 1, 0), _WIDTH, self._text)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column, self._head)
            if place < len(meanings) and meanings[place]:
                sheet.write_comment(0, place, meanings[place])
            if choice := (choices or {}).get(column):
                sheet.data_validation(1, place, OFFERED_ROWS, place, self._rule(choice))
        for line, row in enumerate(rows, 1):
            if line >= MOST_ROWS:
                raise TooLong(f"{name} has more than {MOST_ROWS - 1:,} rows, which no workbook holds; export csv")
            for place, value in enumerate(row):
                self._cell(sheet, line, place, value, f"{name}, row {line + 1}: {columns[place]}")

    def _cell(self, sheet: Any, line: int, place: int, value: str | Decimal | int, where: str) -> None:
        if isinstance(value, Decimal | int):
            sheet.write_number(line, place, float(value))
        elif len(value) > LONGEST_CELL:
            raise TooLong(f"{where}: {len(value):,} characters, a cell holds {LONGEST_CELL:,}; export csv")
        elif value:
            sheet.write_string(line, place, value, self._text)

    def _rule(self, choice: Choice) -> dict[str, Any]:
        source: list[str] | str = list(choice.words)
        if choice.words and choice.words[0].startswith("="):
            source = choice.words[0]
        rule = {"validate": "list", "source": source}
        return rule if choice.strict else {**rule, "show_error": False}
