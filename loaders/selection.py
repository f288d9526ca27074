"""Which tables a graph is made of: the shipped ones, a user's own, or both."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bycn.graph_model.errors import DataError, Problem
from bycn.loaders.bounded_reading import MOST_IN_TABLE, content

DATASETS = Path(__file__).parent / "datasets"
TABLE_SUFFIXES = (".csv", ".tsv", ".jsonl", ".xlsx", ".ods")
_PACKED = (".gz", ".zip")


class Selection(NamedTuple):
    """The tables to read: those in `paths` (files or folders), after the shipped ones unless `only_own`."""

    paths: tuple[Path, ...] = ()
    only_own: bool = False

    def roots(self) -> list[Path]:
        """The folders and files to read, in order: later ones add to earlier ones."""
        shipped = [] if self.only_own else sorted(p for p in DATASETS.iterdir() if p.is_dir() and p.name[0] not in "._")
        return [*shipped, *self.paths]

    def files(self) -> Iterator[Path]:
        """Every table, in a fixed order.

        Raises:
            DataError: a path doesn't exist, or a folder holds no table.

        """
        for root in self.roots():
            yield from self.tables(root)

    def tables(self, root: Path) -> list[Path]:
        """The tables that a root names: itself, or those that lie in the folder, by name.

        Raises:
            DataError: the path doesn't exist, is no table, or is a folder without any.

        """
        if root.is_dir():
            found = sorted(p for p in root.iterdir() if p.suffix.lower() in TABLE_SUFFIXES and p.name[0] not in "._~")
            wrong = "" if found else "no table in this folder; it needs .csv, .xlsx, .ods or .jsonl files"
        else:
            found, wrong = [root], _wrong_with(root)
        if wrong:
            raise DataError([Problem(str(root), 0, "-", wrong)])
        return found

    def read(self, path: Path) -> bytes:
        """The bytes of a table.

        Raises:
            OSError: it can't be read.

        """
        return content(path, MOST_IN_TABLE)


class Snapshot:
    """A selection as it was when this was made, with the methods of one: every folder listed and every table read once.

    What is hashed is thus what a graph is read from, though somebody saves a table meanwhile.
    """

    def __init__(self, selection: Selection):
        self._roots = selection.roots()
        self._tables = {root: selection.tables(root) for root in self._roots}
        self._contents = {path: _bytes_of(path) for paths in self._tables.values() for path in paths}

    def roots(self) -> list[Path]:
        """See `Selection.roots`."""
        return self._roots

    def tables(self, root: Path) -> list[Path]:
        """See `Selection.tables`."""
        return self._tables[root]

    def read(self, path: Path) -> bytes:
        """See `Selection.read`."""
        content = self._contents[path]
        if isinstance(content, OSError):
            raise content
        return content


def _bytes_of(path: Path) -> bytes | OSError:
    try:
        return content(path, MOST_IN_TABLE)
    except OSError as error:
        return error


_NOT_TABLES = ("README.md", "import.toml", "datapackage.json", "example")
"""What this program itself puts next to tables."""


def passed_over(root: Path) -> list[Path]:
    """The files in a folder that somebody may have taken for tables, and the folders in it that hold some."""
    if not root.is_dir():
        return []
    there = [path for path in root.iterdir() if path.name[0] not in "._~" and path.name not in _NOT_TABLES]
    files = [path for path in there if path.is_file() and path.suffix.lower() not in TABLE_SUFFIXES]
    return sorted([*files, *(path for path in there if _holds_tables(path))])


def _holds_tables(path: Path) -> bool:
    return path.is_dir() and any(file.suffix.lower() in TABLE_SUFFIXES for file in path.glob("*.*"))


def _wrong_with(file: Path) -> str:
    """Why what is no folder is no table either, empty where it is one."""
    if not file.exists():
        return "no such file or folder; check the path"
    if not file.is_file():
        return "no file or folder, but a pipe or a device; save it as a file"
    suffix = file.suffix.lower()
    if suffix in TABLE_SUFFIXES:
        return ""
    remedy = "unpack it" if suffix in _PACKED else f"its name must end in {', '.join(TABLE_SUFFIXES)}"
    return f"not a table; {remedy}"


def is_shipped(fact: str, type_: str) -> bool:
    """Whether the shipped tables have a fact of a type under that id."""
    begun = f"{fact},".encode()
    tables = (root / f"{type_.lower()}.csv" for root in Selection().roots())
    rows = (row for table in tables if table.is_file() for row in table.read_bytes().splitlines())
    return any(row.startswith(begun) for row in rows)
