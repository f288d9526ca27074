"""Goods and sectors: the words that facts may use, and the words that are read as them.

A list that isn't there limits nothing: a graph that comes back in the exchange form brings none along, and its own
words are taken beside the lists of others.
"""

from typing import Any

from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.near import near
from bycn.loaders.tables.rows import Problems, Row
from bycn.loaders.tables.table_types import WORD_LISTS, Term
from bycn.loaders.tables.text import parted


class Terms:
    """The terms of one list, goods or sectors."""

    def __init__(self, column: str):
        self.column = column
        self._terms: dict[str, str] = {}
        self._rows: dict[str, Row] = {}
        self._known: dict[str, tuple[str, ...]] = {}

    def add(self, term: Term, row: Row, problems: Problems) -> None:
        """Take a row of the list. A table of one's own may give known terms more synonyms."""
        earlier = self._rows.get(term.term)
        if earlier and earlier.table.root == row.table.root:
            problems.at(row, "term", f"'{term.term}' is already in {earlier.location}; keep one row")
        self._rows[term.term] = row
        for word in (term.term, *term.synonyms):
            other = self._terms.setdefault(_key(word), term.term)
            if other != term.term:
                column = "term" if word == term.term else "synonyms"
                problems.at(
                    row, column, f"'{word}' means '{other}' in {self._rows[other].location}; give it one meaning"
                )

    def apply(self, row: Row, problems: Problems) -> None:
        """Put the terms in place of their synonyms in a fact's row."""
        value = row.cells.get(self.column)
        if value is None or not self._terms:
            return
        found = self._known.get(value)
        if found is None:
            found = self._terms_in(value, row, problems)
            if found is None:
                return
            if not row.table.exchange:
                self._known[value] = found
        row.cells[self.column] = found

    def _terms_in(self, value: Any, row: Row, problems: Problems) -> tuple[str, ...] | None:
        words = value.split(LIST_SEPARATOR) if isinstance(value, str) else map(str, value)
        found: list[str] = []
        sound = True
        for word in filter(None, map(str.strip, words)):
            term = self._terms.get(_key(word)) or (word if row.table.exchange else None)
            if term is None:
                problems.at(
                    row, self.column, f"'{word}' is not in {self.column}.csv; {self._several(word) or self._near(word)}"
                )
                sound = False
            elif term not in found:
                found.append(term)
        return tuple(found) if sound else None

    def _several(self, word: str) -> str | None:
        meant = [self._terms.get(_key(part)) for part in parted(word.replace("/", ","))]
        return (
            f"join several with |: {LIST_SEPARATOR.join(filter(None, meant))}"
            if len(meant) > 1 and all(meant)
            else None
        )

    def _near(self, word: str) -> str:
        close = near(_key(word), self._terms, 3, cutoff=0.7)
        meant = list(dict.fromkeys(self._terms[key] for key in close))
        return f"did you mean {' or '.join(map(repr, meant))}?" if meant else "use one of its terms, or add a row to it"


def _key(word: str) -> str:
    return " ".join(word.casefold().split())


def word_lists() -> dict[str, Terms]:
    """The lists by name, still empty."""
    return {name: Terms(name) for name in WORD_LISTS}
