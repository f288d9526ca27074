"""What a fact says that several rows state, where filters by works leave some of these out: what the others say."""

import re

from bycn.graph_model.facts import MADE_BY_LOADER
from bycn.graph_model.row_properties import (
    CELL_SEPARATOR,
    DATE,
    DOUBT,
    HELD_BY,
    ITEM_SEPARATOR,
    OF_ROWS,
    OUTDATED_BY,
    PERIODS,
    ROWS,
    WHEN,
    OfRow,
)

_ALL = (*OF_ROWS, *DATE, *PERIODS, *MADE_BY_LOADER)
_NUMBER = "CASE WHEN _cell CONTAINS '.' THEN toFloat(_cell) ELSE toInteger(_cell) END"
_ITEMS = f"split(_row[{{place}}], '{ITEM_SEPARATOR}')"
_SOURCES = _ITEMS.format(place=0)


class RowsLeft:
    """The Cypher for what is left of a fact whose rows are to meet a condition."""

    def __init__(self, variable: str, conditions: list[str]):
        """The conditions are about `{sources}`."""
        self._fact = variable
        cells = f"split(_row, '{CELL_SEPARATOR}')"
        self._conditions = conditions
        self._kept = " AND ".join(conditions).format(sources=f"split({cells}[0], '{ITEM_SEPARATOR}')")
        self._lists = [f"[_row IN {variable}.{name} WHERE {self._kept} | {cells}]" for name in ("_rows", "_dates")]
        self._reading = re.compile(
            rf"^//.*|\bproperties\({variable}\)|\b{variable}\.({'|'.join(_ALL)})\b", re.MULTILINE
        )

    def there(self) -> list[str]:
        """The conditions by which anything is left of it."""
        alone = [condition.format(sources=f"{self._fact}.sources") for condition in self._conditions]
        if len(alone) == 1:
            return alone
        rows = f"{self._fact}._rows"  # one of them meets all conditions
        kept = f"[_row IN coalesce({rows}, []) WHERE {self._kept}]"
        return [*alone, f"size({kept}) >= CASE WHEN {rows} IS NULL THEN 0 ELSE 1 END"]

    def read(self, text: str) -> str:
        """A piece of a question with what is left in place of what the fact says; its header stays."""
        return self._reading.sub(self._written, text)

    def _written(self, found: re.Match[str]) -> str:
        if found[0].startswith("//"):
            return found[0]
        names = [found[1]] if found[1] else _ALL
        said = {name: self._said(name, "_left", "_dated") for name in names}
        value = (
            said[found[1]] if found[1] else f"{self._fact} {{.*, {', '.join(f'{n}: {s}' for n, s in said.items())}}}"
        )
        for name, items in zip(("_dated", "_left"), reversed(self._lists), strict=True):
            value = f"head([{name} IN [{items}] | {value}])" if name in value else value
        value = f"CASE WHEN {self._fact}._rows IS NULL THEN {found[0]} ELSE {value} END"
        # The embedded engine doesn't look into a CASE for variables, and would try a condition before they have a
        # value: a property that no fact has names this one.
        return f"coalesce({value}, {self._fact}._text)" if found[1] else value

    def _said(self, name: str, rows: str, dates: str) -> str:
        if name in DOUBT:
            return _doubt(name, self._of_rows(OF_ROWS[name], rows), dates)
        if name in OF_ROWS:
            return self._of_rows(OF_ROWS[name], rows)
        if name in DATE:
            return _first(f"{dates}[..1]", DATE.index(name) + 1)
        if name in PERIODS:
            return self._period(name, rows, dates)
        said = (
            f"head([_row IN {dates} | {_SOURCES}])"
            if name == "dated_by"
            else f"[_row IN {rows} | _row[{ROWS.index(name)}]]"
        )
        return f"CASE WHEN size({rows}) > 1 THEN {said} END"

    def _period(self, name: str, rows: str, dates: str) -> str:
        alike = " AND ".join(
            f"_period[{place}] = coalesce({self._said(when, rows, dates)}, '')" for place, when in enumerate(WHEN)
        )
        periods = f"[_period IN {self._fact}._periods | split(_period, '{CELL_SEPARATOR}')]"
        place = len(WHEN) + PERIODS.index(name)
        return f"head([_period IN {periods} WHERE _period[{place}] <> '' AND {alike} | _period[{place}]])"

    def _of_rows(self, of_row: OfRow, rows: str) -> str:
        place = of_row.place
        items = _ITEMS.format(place=place)
        if of_row.name == OUTDATED_BY:  # a rival is later than all of them
            rivals = self._of_rows(OF_ROWS["disagrees_with"], rows)
            later = f"head([_row IN {rows} | {items}])"
            found = f"[_word IN {later} WHERE _word IN {rivals} AND all(_row IN {rows} WHERE _word IN {items})]"
            return f"head([_found IN [{found}] WHERE _found <> []])"
        if of_row.kind == "list":
            united = (
                f"reduce(_all = [], _row IN {rows} | _all + [_word IN {items} WHERE NOT _word IN _all AND _word <> ''])"
            )
            if of_row.name == HELD_BY:
                united = f"[_word IN {self._fact}.{HELD_BY} WHERE _word IN {united}]"
            return f"CASE WHEN any(_row IN {rows} WHERE _row[{place}] <> '') THEN {united} END"
        if of_row.kind == "number":
            return f"head([_cell IN [{_first(rows, place, of_row.given_with)}] WHERE _cell IS NOT NULL | {_NUMBER}])"
        if of_row.name == "status":
            first = _first(rows, place)
            return f"CASE WHEN any(_row IN {rows} WHERE _row[{place}] = 'signed') THEN 'signed' ELSE {first} END"
        return _first(rows, place, of_row.given_with)


def _doubt(name: str, said: str, dates: str) -> str:
    """How sure a fact is, or why it isn't, where the row that dates it may have had to be interpreted."""
    certainty, note = (len(DATE) + 1 + DOUBT.index(each) for each in DOUBT)
    dated = f"[_row IN {dates}[..1] WHERE _row[1] <> '' AND _row[{certainty}] = 'read' | _row[{note}]]"
    if name == "certainty":
        return f"CASE WHEN size({dated}) > 0 THEN 'read' ELSE {said} END"
    return (
        f"head([_why IN [head({dated})] | CASE WHEN _why IS NULL OR _why = '' OR _why = {said} THEN {said}"
        f" WHEN {said} IS NULL THEN _why ELSE {said} + ' ' + _why END])"
    )


def _first(rows: str, place: int, given_with: int | None = None) -> str:
    """What the first row says that gives it, none where its cell is empty."""
    given = f"[_row IN {rows} WHERE _row[{place if given_with is None else given_with}] <> '' | _row[{place}]]"
    return f"head([_cell IN {given}[..1] WHERE _cell <> ''])" if given_with not in (None, place) else f"head({given})"
