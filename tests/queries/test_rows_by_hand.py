"""Answers held against rows that a reader wrote down from the book, chapter by chapter, without looking at the tables.

Only columns that the text itself gives are compared: who, when, how much, how exact, how far it has come.
"""

import pytest

from bycn.queries.filters import NO_FILTERS, Filters
from bycn.queries.library import ask

from .by_hand import chapters, subjects

BOOK = ("zalesskij-2024", "reference")
"""The book, and where its places lie."""
BY_HAND = [*chapters.ROWS, *subjects.ROWS]
WHOLE = {
    "twinnings/dormant",
    "twinnings/places_without",
    "agreements/facts_of_document",
    "twinnings/of_place",
    "twinnings/by_oblast",
    "twinnings/by_year",
    "agreements/between",
    "agreements/many_party",
    "trade/between",
    "exchange/companies_by_role",
    "evidence/disagreements",
    "trade/largest_contracts",
    "trade/growth",
    "trade/goods_sold_to_province",
    "connections/places_without_ties",
    "universities/confucius_institutes",
    "time/new_in_year",
}
"""Of these every row was written down; of the others all those that the reader met, among more."""


def counted(column: str, value):
    """A cell as a reader would write it: of ids, which are ours, how many there are."""
    return len(value) if column in ("facts", "by_then", "plans") and isinstance(value, list) else value


@pytest.mark.parametrize(
    ("name", "given", "columns", "rows"),
    BY_HAND,
    ids=[f"{n} {' '.join(map(str, g.values()))}" for n, g, _, _ in BY_HAND],
)
def test_rows_are_those_of_the_book(engine, library, name, given, columns, rows):
    # Whatever other sources come to tell, the book tells these.
    from_book = Filters(works=BOOK) if library.find(name).takes_filters else NO_FILTERS
    exact = bool(given.get("exact"))
    asked = {key: value for key, value in given.items() if key != "exact"}
    answer = ask(engine, name, asked, filters=from_book, exact=exact)
    found = [tuple(counted(column, row[column]) for column in columns.split()) for row in answer]
    if name in WHOLE:
        assert sorted(map(repr, found)) == sorted(map(repr, rows))
    else:
        for row in rows:
            assert found.count(row) >= rows.count(row), f"{row} is not among the rows"
