"""The exceptions of bycn. Only the command line turns them into messages and exit codes."""

from collections.abc import Iterable
from typing import NamedTuple


class BycnError(Exception):
    """Base of every error that bycn raises on purpose."""


class Problem(NamedTuple):
    """One thing wrong in a user's tables: where it is, what it is, and what would be right."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.column}: {self.message}"


class DataError(BycnError):
    """Tables that can't be loaded. `problems` holds all that is wrong with them, in order of file and line."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))
