"""Raw rows: what a file says before anybody has judged it, and the problems found on the way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bycn.graph_model.errors import Problem
from bycn.graph_model.folding import fold
from bycn.loaders.tables.table_types import Kind


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A file of rows. `root` counts the folders and files asked for, the shipped ones first."""

    file: str
    root: int
    header: int = 1
    """The line that names the columns."""
    lacking: frozenset[str] = frozenset()
    """Required columns that the header lacks: reported once, not for each row."""
    no_status: bool = False
    """Whether the header lacks `status` where facts have one."""
    exchange: bool = False
    """Whether it has the exchange form, in which a whole graph that was sound comes back."""
    letters: Mapping[str, str] | None = None
    """In a workbook, the letters of each column."""

    def at(self, line: int, column: str) -> str:
        """The file, or in a workbook the cell: `FILE!Sheet!C12`."""
        return self.file if self.letters is None else f"{self.file}!{self.letters.get(column, 'A')}{line}"


@dataclass(slots=True, eq=False)
class Row:
    """One row: the filled cells by column, as text, or as JSON values where the file is JSON Lines."""

    table: Table
    line: int
    kind: Kind
    cells: dict[str, Any]

    @property
    def id(self) -> str:
        """The id it gives, empty where there is none to speak of."""
        value = self.cells.get("id")
        return value if isinstance(value, str) else ""

    @property
    def traces(self) -> set[str]:
        """By what others may name it, so that where it gives no record it isn't said to lack."""
        name = self.cells.get("name")
        return {self.id, fold(name)} if isinstance(name, str) else {self.id}

    @property
    def gives_names_alone(self) -> bool:
        """Whether it only adds names to something known: whichever folder tells of that, it comes after it."""
        return "name" not in self.cells

    def comes_after(self, other: "Row") -> bool:
        """Whether its folder was asked for after the other's, or it only adds names."""
        root, before = self.table.root, other.table.root
        return before < root or (before > root and self.gives_names_alone)

    @property
    def location(self) -> str:
        """Where it stands, for people."""
        return self.table.at(self.line, "") if self.table.letters is not None else f"{self.table.file}:{self.line}"


class Unreadable(Exception):
    """A file that can't be read on from a line."""

    def __init__(self, line: int, column: str, message: str):
        self.line, self.column, self.message = line, column, message
        super().__init__(message)


MOST_REPORTED = 1_000
"""At most this many problems are listed, and the others counted."""
_LONGEST_MESSAGE, _LEFT = 1_000, 450


@dataclass
class Problems:
    """What is wrong, gathered so that all of it is reported at once."""

    found: dict[Problem, None] = field(default_factory=dict)
    more: int = 0
    remarks: list[Problem] = field(default_factory=list)
    """What isn't wrong, but should be known."""

    def at(self, row: Row, column: str, message: str) -> None:
        """Note a problem with a row."""
        self.within(row.table, row.line, column, message)

    def within(self, table: Table, line: int, column: str, message: str) -> None:
        """Note a problem with a line of a table."""
        self.add(table.at(line, column), line, column, message)

    def add(self, file: str, line: int, column: str, message: str) -> None:
        """Note a problem with a file."""
        self.extend([Problem(file, line, column, message)])

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note problems, each once."""
        for each in problems:
            problem = Problem(each.file, each.line, _short(each.column), _short(each.message))
            if len(self.found) < MOST_REPORTED:
                self.found[problem] = None
            elif problem not in self.found:
                self.more += 1


def _short(text: str) -> str:
    """A text without its middle where that is a whole cell: both what is wrong and what would be right stay."""
    return text if len(text) <= _LONGEST_MESSAGE else f"{text[:_LEFT]} … {text[-_LEFT:]}"
