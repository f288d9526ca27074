"""The exceptions of bycn. Each face words them; only the command line gives them exit codes."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bycn.graph_model.messages import Spelling, Worded, worded

_CELL = re.compile(r"(.*)![A-Z]{1,3}\d+")
"""A place in a workbook, `FILE!Sheet!C12`: it names the line already."""


class BycnError(Worded, Exception):
    """Base of every error that bycn raises on purpose: with a text, or with a value that a face puts into words."""

    def in_words(self, spelled: Spelling) -> str:
        """The message."""
        return worded(self.args[0], spelled) if self.args else ""


class Problem(NamedTuple):
    """One thing wrong in a user's tables: where it is, what it is, and what would be right."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        place = self.file if _CELL.fullmatch(self.file) else f"{self.file}:{self.line}"
        return f"{place}: {self.column}: {self.message}"

    @property
    def order(self) -> tuple[str, int, str, str]:
        """By what it sorts: file or sheet, then line."""
        cell = _CELL.fullmatch(self.file)
        return (cell[1] if cell else self.file, self.line, self.column, self.message)


class DataError(BycnError):
    """Tables that can't be loaded. `problems` holds what is wrong with them, in order of file and line.

    Where that is more than anybody reads, `more` counts the rest.
    """

    def __init__(self, problems: Iterable[Problem], more: int = 0):
        self.problems, self.more = sorted(problems, key=lambda problem: problem.order), more
        super().__init__("\n".join([*map(str, self.problems), *([f"and {more:,} more"] if more else ())]))
