"""The allowed terms for goods and sectors, with their synonyms."""

from collections.abc import Iterator

from graph_model.errors import Problem
from graph_model.fields import LIST_SEPARATOR
from graph_model.names import fold
from loaders.tables.files import RawRow, near

TERM_TABLES = ("goods", "sectors")


class Terms:
    """The terms of one list. Without any it allows everything: own tables may do without a list."""

    def __init__(self) -> None:
        self._by_key: dict[str, str] = {}

    def add(self, row: RawRow) -> Iterator[Problem]:
        """Add a row of the list: `term`, and `synonyms` that mean the same."""
        term = str(row.cells.get("term", ""))
        if not term:
            yield Problem(row.file, row.line, "term", "required, but empty")
            return
        for word in (term, *split(row.cells.get("synonyms"))):
            known = self._by_key.setdefault(fold(word), term)
            if known != term:
                yield Problem(row.file, row.line, "synonyms", f"'{word}' already means '{known}'; keep one of them")

    def normalise(self, row: RawRow, column: str) -> Iterator[Problem]:
        """Put the terms of a cell in the place of their synonyms."""
        words = split(row.cells.get(column))
        if not words or not self._by_key:
            return
        terms = []
        for word in words:
            term = self._by_key.get(fold(word))
            if term is None:
                hint = near(word, list(self._by_key.values()))
                yield Problem(row.file, row.line, column, f"'{word}' is not in {column}.csv{hint or '; add it there'}")
            else:
                terms.append(term)
        row.cells[column] = tuple(dict.fromkeys(terms))


def split(cell: object) -> list[str]:
    """The parts of a list cell."""
    if isinstance(cell, str):
        return [part for part in map(str.strip, cell.split(LIST_SEPARATOR)) if part]
    return list(cell) if isinstance(cell, list | tuple) else []
