"""What each row says of a fact that several rows state, as a database holds it.

Questions that leave some of the rows out read off the others what they say. It is in hidden lists of texts: `_rows` has
an item for each row, in the order in which they were joined, with what it says by itself; `_dates` one for its date and
how sure that is, the most precise first; `_periods` the days by which as-of and between decide, for each date, validity
and announcement that the rows may leave. The rules of joining are those of `joined_rows`.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Literal, NamedTuple

from bycn.graph_model.facts import FACT_TYPES, MADE_BY_LOADER, Fact
from bycn.graph_model.fields import columns
from bycn.graph_model.joined_rows import GROUPS, by_date, rows_of, with_cells

CELL_SEPARATOR = "\x1c"
ITEM_SEPARATOR = "\x17"
"""Between the cells of an item, and between what a cell lists; no table may hold either."""

ROWS = ("sources", "rows", "row_cells")
"""What is first in an item of `_rows`."""
DATE = ("date", "date_start", "date_end")
DOUBT = ("certainty", "note")
"""What an item of `_dates` says behind the date."""
WHEN = ("date", "valid", "announced")
PERIODS = ("holds_from", "holds_to", "placed_from", "placed_to")
HELD_BY, OUTDATED_BY = "held_by", "outdated_by"
_BOUNDS = {"valid": ("valid_start", "valid_end"), "announced": ("announced_start", "announced_end")}
_FIXED = {"id", "from", "to", "date", "supersedes", "same_as", *MADE_BY_LOADER}
"""What is the fact's own, or isn't read off `_rows`."""
_WITH = {name: first for first, names in (GROUPS | _BOUNDS).items() for name in names}


class OfRow(NamedTuple):
    """A property that depends on which rows are left."""

    name: str
    kind: Literal["text", "number", "list"]
    place: int
    """Where its cell is in an item of `_rows`."""
    given_with: int
    """Where the cell is that says whether a row gives it: its own, or that of the number or date it belongs to."""


def _of_rows() -> dict[str, OfRow]:
    kinds = {c.name: c.kind for cls in FACT_TYPES.values() for c in columns(cls) if c.name not in _FIXED}
    kinds |= dict.fromkeys((name for names in _BOUNDS.values() for name in names), "text")
    kinds |= {HELD_BY: "list", OUTDATED_BY: "list"}
    place = {name: number for number, name in enumerate(kinds, len(ROWS))}
    return {name: OfRow(name, _plain(kind), place[name], place[_WITH.get(name, name)]) for name, kind in kinds.items()}


def _plain(kind: str) -> Literal["text", "number", "list"]:
    return "list" if kind.startswith("list") else "number" if kind == "number" else "text"


OF_ROWS = _of_rows()
"""By name what depends on the rows that are left, but for dates and periods."""


def of_rows(fact: Fact, properties: Callable[[Fact], Mapping[str, object]]) -> dict[str, list[str]]:
    """The hidden lists of a fact that several rows state, given the properties that a row has by itself."""
    rows = rows_of(fact)
    said = {row.id: properties(row) for row in rows}
    return {
        "_rows": [
            _item(row.sources, row.id, cells, *(said[row.id].get(name) for name in OF_ROWS))
            for row, cells in zip(rows, fact.row_cells, strict=True)
        ],
        "_dates": [_item(row.sources, *(said[row.id].get(name) for name in (*DATE, *DOUBT))) for row in by_date(rows)],
        "_periods": list(dict.fromkeys(_period(one, properties) for one in _at_any_time(fact, rows))),
    }


def _at_any_time(fact: Fact, rows: Iterable[Fact]) -> Iterable[Fact]:
    """The fact with each date, validity and announcement that rows may leave it."""
    values = [dict.fromkeys((*(getattr(row, name) for row in rows), None)) for name in WHEN]
    return (with_cells(fact, dict(zip(WHEN, chosen, strict=True))) for chosen in product(*values))


def _period(fact: Fact, properties: Callable[[Fact], Mapping[str, object]]) -> str:
    found = properties(fact)
    return _item(*(found.get(name) for name in (*WHEN, *PERIODS)))


def _item(*cells: object) -> str:
    return CELL_SEPARATOR.join(map(_cell, cells))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ITEM_SEPARATOR.join(value)
    return f"{value:.15f}".rstrip("0") if isinstance(value, float) else str(value)
