"""What several rows state: the rows of one fact, each in a table of its own.

Nothing is joined because it looks alike: a row says itself, by `same_as`, which fact it states once more.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date as day
from decimal import Decimal
from typing import Any

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.facts import Fact
from bycn.graph_model.fields import columns
from bycn.graph_model.vocabulary import LIST_SEPARATOR

_UNITED = ("sectors", "goods", "topics", "part_of", "disagrees_with", "sources", "locator")
"""The lists that join what either row says."""
_ONE = ("measure", "direction", "reporter", "valuation", "amount", "currency", "quantity", "unit", "growth")
"""Where two rows for the same fact can't differ, if both say something."""
GROUPS = {"amount": ("amount_max", "amount_qualifier"), "quantity": ("quantity_max", "quantity_qualifier")}
"""What belongs to a number and comes with it alone."""
_AGREEING = frozenset({"signed", "in_force"})
"""What one row calls signed, another may call in force."""


def rows_of(fact: Fact) -> tuple[Fact, ...]:
    """The rows that state a fact, each as it is in its own table, in the order in which they were joined."""
    if len(fact.rows) != len(fact.row_cells):
        return (fact,)
    try:
        rows = zip(fact.rows, map(json.loads, fact.row_cells), strict=True)
        return tuple(type(fact)(**(cells | {"id": id_})) for id_, cells in rows) or (fact,)
    except (TypeError, ValueError, RecursionError):  # made by hand: checks say so
        return (fact,)


def by_date(rows: Iterable[Fact]) -> list[Fact]:
    """Rows, the one with the most precise date first."""
    return sorted(rows, key=lambda row: _vagueness(row.date))


def conflict(fact: Fact, row: Fact) -> tuple[str, str] | None:
    """The column in which a row doesn't tell the same as a fact, and why; None where it may."""
    if type(fact) is not type(row):
        return "same_as", f"'{fact.id}' is of type {fact.type}, this row of {row.type}; name a fact of its own type"
    ends = {(fact.from_, fact.to)} | ({(fact.to, fact.from_)} if fact.cross_border else set())
    unnamed = [tuple(map(bool, (f.from_unnamed, f.to_unnamed))) for f in (fact, _turned(row, fact))]
    if (row.from_, row.to) not in ends or unnamed[0] != unnamed[1]:
        return "same_as", f"'{fact.id}' is about other parties ({fact.from_}, {fact.to}); name a fact of these two"
    for column in ("date", "valid"):
        one, other = getattr(fact, column), getattr(row, column)
        if one and other and not one.overlaps(other):
            return column, _differing(fact, one, other)
    if _status_differs(fact.status, row.status):
        return "status", _differing(fact, fact.status, row.status)
    for column in _ONE:
        one, other = getattr(fact, column, None), getattr(row, column, None)
        if None not in (one, other) and one != other:
            return column, _differing(fact, one, other)
    return None


def joined(fact: Fact, row: Fact) -> Fact:
    """The fact with what a row adds that tells it once more: under its own id, with the more precise date."""
    return _together(fact, (*rows_of(fact), _turned(row, fact)))


def with_cells(fact: Fact, cells: dict[str, Any]) -> Fact:
    """The fact with other values in some cells."""
    return type(fact)(**(_cells(fact) | cells))


def naming(fact: Fact, column: str, other: str) -> Fact:
    """The fact with one more that it names in `part_of` or `disagrees_with`."""
    return _with_changed_rows(fact, lambda row: {column: (*getattr(row, column), other)})


def renamed(fact: Fact, names: dict[str, str]) -> Fact:
    """The fact with other ids in place of those of rows that were joined to another fact."""
    return _with_changed_rows(
        fact,
        lambda row: {
            column: tuple(dict.fromkeys(names.get(id_, id_) for id_ in getattr(row, column)))
            for column in ("part_of", "disagrees_with")
        },
    )


def _with_changed_rows(fact: Fact, changes: Callable[[Fact], dict[str, Any]]) -> Fact:
    rows = tuple(with_cells(row, changes(row)) for row in rows_of(fact))
    return _together(fact, rows) if fact.rows else rows[0]


def _turned(row: Fact, fact: Fact) -> Fact:
    """The row in the direction of the fact."""
    if (row.from_, row.to) == (fact.from_, fact.to):
        return row
    ends = {"from": row.to, "to": row.from_, "from_unnamed": row.to_unnamed, "to_unnamed": row.from_unnamed}
    return with_cells(row, ends)


def _together(fact: Fact, rows: tuple[Fact, ...]) -> Fact:
    """What rows say together, under the id of a fact: the first that fills a cell counts."""
    cells: dict[str, Any] = {}
    for row in rows:
        more = _cells(row)
        cells |= {name: value for name, value in more.items() if name not in cells and _comes(name, cells)}
    cells |= {"id": fact.id, "supersedes": fact.supersedes or cells.get("supersedes")}
    for name in _UNITED:
        if united := dict.fromkeys(one for row in rows for one in getattr(row, name)):
            cells[name] = tuple(united)
    if any(row.status == "signed" for row in rows):
        cells["status"] = "signed"
    cells |= {"rows": tuple(row.id for row in rows), "row_cells": tuple(map(_written, rows))}
    dating = by_date(rows)[0]
    if dating.date:
        cells |= {"date": dating.date, "dated_by": dating.sources}
    if dating.date and dating.certainty == "read":  # the date is no source's word, whatever the others state
        cells |= {"certainty": "read", "note": _both(cells.get("note"), dating.note)}
    return type(fact)(**{name: value for name, value in cells.items() if name != "same_as"})


def _both(note: str | None, other: str | None) -> str | None:
    """Two notes as one, each once."""
    return " ".join(dict.fromkeys(filter(None, (note, other)))) or None


def _written(row: Fact) -> str:
    """The cells of a row in one text; `|` is left to the list in which the texts stand."""
    cells = {name: _plain(value) for name, value in _cells(row).items() if name not in ("id", "same_as", "supersedes")}
    return json.dumps(cells, ensure_ascii=False).replace(LIST_SEPARATOR, "\\u007c")


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def twinned_twice(facts: Iterable[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Twinnings of a pair that is twinned already, with that one, where nothing speaks against their being the same."""
    of_pair: dict[frozenset[str], list[Fact]] = {}
    for fact in facts:
        if fact.type == "TWINNED_WITH":
            others = of_pair.setdefault(frozenset((fact.from_, fact.to)), [])
            same = (other for other in others if other.id not in fact.disagrees_with and conflict(other, fact) is None)
            if earlier := next(same, None):
                yield fact, earlier
            others.append(fact)


def _cells(fact: Fact) -> dict[str, Any]:
    values = ((column.name, getattr(fact, column.field)) for column in columns(type(fact)))
    return {name: value for name, value in values if value not in (None, ())}


def _comes(name: str, mine: dict[str, Any]) -> bool:
    return not any(number in mine and name in others for number, others in GROUPS.items())


def _vagueness(date: PartialDate | None) -> tuple[int, bool]:
    """By what the more precise date comes first: its days, then whether it is only about then.

    Without a first day what was there the earliest comes first, then what says no last day, then no date at all.
    """
    if date is None or date.start is None or date.end is None:
        last = day.fromisoformat(date.end) if date and date.end else day.max
        return (day.max.toordinal() + last.toordinal() + (date is None), False)
    return (day.fromisoformat(date.end) - day.fromisoformat(date.start)).days, date.is_approximate


def _status_differs(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return False
    return not _AGREEING.issuperset((one, other))


def _differing(fact: Fact, one: object, other: object) -> str:
    remedy = "keep both, each naming the other in 'disagrees_with'"
    return f"'{fact.id}' says {one}, this row {other}: that is no longer the same; leave 'same_as' empty, or {remedy}"
