"""What is told twice: several rows that tell one fact, each in a table of its own.

Nothing is joined because it looks alike: a row says itself, by `same_as`, which fact it tells once more.
"""

from collections.abc import Iterable, Iterator
from datetime import date as day
from typing import Any, NamedTuple

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.facts import Fact
from bycn.graph_model.fields import NONE, UNDATED, columns

_UNITED = ("sectors", "goods", "topics", "part_of", "disagrees_with", "sources", "locator")
"""The lists that join what either row says."""
_ONE = ("measure", "direction", "reporter", "valuation", "amount", "currency", "quantity", "unit", "growth")
"""Where two rows for the same fact can't differ, if both say something."""
_GROUPS = {"amount": ("amount_max", "amount_qualifier"), "quantity": ("quantity_max", "quantity_qualifier")}
"""What belongs to a number and comes with it alone."""
_BETWEEN = ";"
"""Between the sectors of a row."""
_AGREEING = frozenset({"signed", "in_force"})
"""What one row calls signed, another may call in force."""


class Told(NamedTuple):
    """What one row says of a fact where others may say something else."""

    row: str
    date: PartialDate | None
    status: str | None
    instrument: str | None
    sectors: tuple[str, ...]
    sources: tuple[str, ...]


def told(fact: Fact) -> list[Told]:
    """What each row tells of a fact, the most precise date first."""
    if not fact.rows:
        return [
            Told(fact.id, fact.date, fact.status, getattr(fact, "instrument", None), fact.sectors, fact.sources),
        ]
    parts = zip(
        fact.rows,
        fact.row_dates,
        fact.row_statuses,
        fact.row_instruments,
        fact.row_sectors,
        fact.row_sources,
        strict=False,
    )
    return [
        Told(row, _date(when), _word(status), _word(instrument), _words(sectors), tuple(sources.split()))
        for row, when, status, instrument, sectors, sources in parts
    ]


def conflict(fact: Fact, row: Fact) -> tuple[str, str] | None:
    """The column in which a row doesn't tell the same as a fact, and why; None where it may."""
    if type(fact) is not type(row):
        return "same_as", f"'{fact.id}' is of type {fact.type}, this row of {row.type}; name a fact of its own type"
    ends = {(fact.from_, fact.to)} | ({(fact.to, fact.from_)} if fact.cross_border else set())
    unnamed = [tuple(map(bool, (f.from_unnamed, f.to_unnamed))) for f in (fact, row)]
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
    mine, theirs = (_cells(record) for record in (fact, row))
    cells = mine | {name: value for name, value in theirs.items() if name not in mine and _comes(name, mine)}
    for name in _UNITED:
        if united := dict.fromkeys((*mine.get(name, ()), *theirs.get(name, ()))):
            cells[name] = tuple(united)
    if "signed" in (fact.status, row.status):
        cells["status"] = "signed"
    rows = sorted((*told(fact), *told(row)), key=lambda one: _vagueness(one.date))
    cells.pop("same_as", None)
    cells |= {
        "rows": tuple(one.row for one in rows),
        "row_dates": tuple(str(one.date or UNDATED) for one in rows),
        "row_statuses": tuple(one.status or NONE for one in rows),
        "row_instruments": tuple(one.instrument or NONE for one in rows),
        "row_sectors": tuple(_BETWEEN.join(one.sectors) or NONE for one in rows),
        "row_sources": tuple(" ".join(one.sources) for one in rows),
    }
    if rows[0].date:
        cells |= {"date": rows[0].date, "dated_by": rows[0].sources}
    return type(fact)(**cells)


def dated(fact: Fact, date: PartialDate | None) -> Fact:
    """The fact with another date."""
    return type(fact)(**(_cells(fact) | {"date": date}))


def naming(fact: Fact, column: str, other: str) -> Fact:
    """The fact with one more that it names in `part_of` or `disagrees_with`."""
    cells = _cells(fact)
    return type(fact)(**(cells | {column: (*cells.get(column, ()), other)}))


def renamed(fact: Fact, names: dict[str, str]) -> Fact:
    """The fact with other ids in place of those of rows that were joined to another fact."""
    cells = _cells(fact)
    for name in ("part_of", "disagrees_with"):
        if not names.keys().isdisjoint(cells.get(name, ())):
            cells[name] = tuple(dict.fromkeys(names.get(id_, id_) for id_ in cells[name]))
    return type(fact)(**cells)


def twinned_twice(facts: Iterable[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Twinnings of a pair that is twinned already, with that one, where nothing speaks against their being the same."""
    first: dict[frozenset[str], Fact] = {}
    for fact in facts:
        if fact.type == "TWINNED_WITH":
            earlier = first.setdefault(frozenset((fact.from_, fact.to)), fact)
            if earlier is not fact and earlier.id not in fact.disagrees_with and conflict(earlier, fact) is None:
                yield fact, earlier


def _cells(fact: Fact) -> dict[str, Any]:
    values = ((column.name, getattr(fact, column.field)) for column in columns(type(fact)))
    return {name: value for name, value in values if value not in (None, ())}


def _comes(name: str, mine: dict[str, Any]) -> bool:
    return not any(number in mine and name in others for number, others in _GROUPS.items())


def _date(text: str) -> PartialDate | None:
    return None if text == UNDATED else PartialDate.parse(text)


def _word(text: str) -> str | None:
    return None if text == NONE else text


def _words(text: str) -> tuple[str, ...]:
    return () if text == NONE else tuple(text.split(_BETWEEN))


def _vagueness(date: PartialDate | None) -> tuple[int, bool]:
    """By what the more precise date comes first: its days, then whether it is only about then."""
    if date is None or date.start is None or date.end is None:
        return (day.max.toordinal() + (date is None), False)
    return (day.fromisoformat(date.end) - day.fromisoformat(date.start)).days, date.is_approximate


def _status_differs(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return False
    return not _AGREEING.issuperset((one, other))


def _differing(fact: Fact, one: object, other: object) -> str:
    remedy = "keep both, each naming the other in 'disagrees_with'"
    return f"'{fact.id}' says {one}, this row {other}: that is no longer the same; leave 'same_as' empty, or {remedy}"
