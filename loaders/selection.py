"""Which tables a graph is made of: the shipped ones, a user's own, or both."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bycn.graph_model.errors import DataError, Problem

DATASETS = Path(__file__).parent / "datasets"
TABLE_SUFFIXES = (".csv", ".tsv", ".jsonl")


class Selection(NamedTuple):
    """The tables to read: those in `paths` (files or folders), behind the shipped ones unless `only_own`."""

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
            yield from tables_in(root)


def tables_in(root: Path) -> list[Path]:
    """The tables that a path names: itself, or those that lie in the folder, by name.

    Raises:
        DataError: the path doesn't exist, is no table, or is a folder without any.

    """
    if root.is_dir():
        found = sorted(p for p in root.iterdir() if p.suffix.lower() in TABLE_SUFFIXES and p.name[0] not in "._~")
        if not found:
            raise DataError([Problem(str(root), 0, "-", "no table in this folder; it needs .csv or .jsonl files")])
        return found
    if not root.is_file():
        raise DataError([Problem(str(root), 0, "-", "no such file or folder; check the path")])
    if root.suffix.lower() not in TABLE_SUFFIXES:
        raise DataError([Problem(str(root), 0, "-", f"not a table; its name must end in {', '.join(TABLE_SUFFIXES)}")])
    return [root]
