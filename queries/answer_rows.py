"""Which rows and columns of an answer are shown: some of them, in another order, or cut after so many."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.errors import BycnError
from bycn.queries.answers import Answer
from bycn.queries.remarks import Shown


class UnknownColumn(BycnError):
    """An answer doesn't have a column that was named."""


def chosen(answer: Answer, columns: Sequence[str] = (), sort: str | None = None, limit: int | None = None) -> Answer:
    """An answer with some of its columns, sorted by one ("-date" from the largest down), cut after some rows.

    Raises:
        UnknownColumn: it has no such column.

    """
    rows, remarks = answer.rows, answer.remarks
    if sort:
        place = _index_of(answer, sort.removeprefix("-"))
        given = [row for row in rows if row[place] is not None]
        given.sort(key=lambda row: _order(row[place]), reverse=sort.startswith("-"))
        rows = given + [row for row in rows if row[place] is None]
    if limit is not None and len(rows) > limit:
        remarks = [*remarks, Shown(limit, len(rows))]
        rows = rows[:limit]
    if columns:
        places = [_index_of(answer, column) for column in columns]
        rows = [tuple(row[place] for place in places) for row in rows]
    return replace(answer, columns=tuple(columns) or answer.columns, rows=rows, remarks=remarks)


def first_items(answer: Answer, limit: int | None, item: str, by: Sequence[str]) -> Answer:
    """An answer cut after some of the items that the rows make up which are alike in the columns `by`, each whole."""
    places = [_index_of(answer, column) for column in by]
    keys = [tuple(row[place] for place in places) for row in answer.rows]
    items = list(dict.fromkeys(keys))
    if limit is None or len(items) <= limit:
        return answer
    kept = set(items[:limit])
    rows = [row for row, key in zip(answer.rows, keys, strict=True) if key in kept]
    return replace(answer, rows=rows, remarks=[*answer.remarks, Shown(limit, len(items), item)])


def _index_of(answer: Answer, column: str) -> int:
    if column not in answer.columns:
        raise UnknownColumn(f"there is no column '{column}' here; there are {', '.join(answer.columns)}")
    return answer.columns.index(column)


def _order(value: Any) -> tuple[bool, Any]:
    """Numbers before text, whatever a column mixes, and dates by their day: what is open at the start, by its end."""
    if isinstance(value, int | float):
        return False, value
    text = str(value)
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return True, text.casefold()
    return True, f"{date.start or date.end} {text}"
