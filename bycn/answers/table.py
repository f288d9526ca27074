"""Rows of any kind as a table for people: what says nothing is left out, what belongs together stands together."""

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

from rich.text import Text

from bycn.answers import words
from bycn.answers.page import Page
from bycn.answers.pieces import BOLD, DIM, HELD, READ, Listing, joined, mark, piece
from bycn.graph_model.counting import counted
from bycn.graph_model.dates import OPEN, is_date
from bycn.graph_model.dates_in_words import date_in_words, days_in_words
from bycn.graph_model.vocabulary import FACT_TYPE_NAMES, STATUSES
from bycn.queries import amounts, fact_words
from bycn.queries.answers import FACT_COLUMNS, Answer

_WHEN = ("date", "valid", "announced")
_PERIOD = ("first_day", "last_day")
_DATES = (
    "valid",
    "since",
    "twinned",
    "first_sign",
    "last_sign",
    "plan_announced",
    "planned_for",
    "dates",
    "other_date",
    "growth_base",
)
"""Columns that hold a date as tables write it, where it isn't told as a fact's own time."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
"""A day, which is one in any column."""
_COUNTRIES = ("country", "reporter")
_QUALIFIERS = ("qualifier", "qualifiers", "told_qualifier", "reached_qualifier", "planned_qualifiers")
_CODES = ("type", "entity_type", *_QUALIFIERS, "per", "unit")
"""Columns of words that tables write with `_` for a blank, and units."""
_IDS = (*FACT_COLUMNS, "source", "sources", "other_sources")
"""Columns that hold ids of facts or sources, short ones on a terminal."""
_OTHER = "other_"
"""How columns of a second fact in a row begin."""
_MEASURED = (("amount", "currency"), ("quantity", "unit"))
"""Numbers, and what says of what they are."""
_GROWTH = ("growth", "growth_qualifier", "growth_base")
_NAMES = ("name", "from", "to")
_LOCAL_NUMBERS = 10_000
"""Whole numbers below are written without a comma: they may be years."""
_MOST_LINES = 6
_MOST_PARTS = 6
"""So many parts of a list are named."""

Row = Mapping[str, Any]
Cells = Callable[[Row], Text]


def table(page: Page, answer: Answer, *, full: bool, read: Collection[str] = ()) -> None:
    """Add the rows of an answer, in `full` every column with all that it holds; facts that are `read` are marked."""
    answer = _opened(answer)
    columns = readable(answer, full=full, read=read)
    same = {} if full else constants(columns)
    if len(same) == len(columns):
        same.pop(next(iter(columns)), None)
    shown = {name: cells for name, cells in columns.items() if name not in same and any(cells)}
    if not shown:
        page.say(f"{counted(len(answer.rows), 'row')} without any value")
    page.grid(
        list(zip(*shown.values(), strict=True)),
        header=[piece(name.replace("_", " "), DIM) for name in shown],
        right=[name in answer.columns and _is_measured(answer, name) for name in shown],
        most=None if full else _MOST_LINES,
    )
    say_constants(page, same)
    if any(isinstance(cell, Listing) and cell.is_short for cells in shown.values() for cell in cells):
        page.blank()
        page.say(piece("Long lists are shortened; --full has all of them", DIM))


def constants(columns: Mapping[str, Sequence[Text]]) -> dict[str, Text]:
    """What several rows have in common."""
    return {
        name: cells[0] for name, cells in columns.items() if len(cells) > 1 and all(cell == cells[0] for cell in cells)
    }


def say_constants(page: Page, same: Mapping[str, Text]) -> None:
    """Say once what is the same in all rows."""
    if shared := [joined([piece(f"{name.replace('_', ' ')}:", DIM), value]) for name, value in same.items() if value]:
        page.blank()
        page.say(joined([piece("the same in all rows", DIM), joined(shared, " · ")], " – "))


def _opened(answer: Answer) -> Answer:
    """An answer with a row for each property, where one row holds them all."""
    [row] = answer.to_dicts() if len(answer) == 1 else [{}]
    if not isinstance(properties := row.get("properties"), dict):
        return answer
    ordered = sorted(properties.items(), key=lambda item: (item[0] != "name", item[0]))
    return Answer(("property", "value"), [item for item in ordered if item[1] not in (None, "", [])])


def readable(answer: Answer, *, full: bool = False, read: Collection[str] = ()) -> dict[str, list[Text]]:
    """The columns that people see, each with its cells."""
    rows = answer.to_dicts()
    return {name: [cell(row) for row in rows] for name, cell in _columns(answer, read, full=full).items()}


def _is_measured(answer: Answer, name: str) -> bool:
    """Whether a column, where there is one, holds finite numbers alone."""
    if name not in answer.columns:
        return True
    values = [row[answer.columns.index(name)] for row in answer.rows]
    return all(value is None or (_is_number(value) and math.isfinite(value)) for value in values)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _columns(answer: Answer, read: Collection[str], *, full: bool) -> dict[str, Cells]:
    """The columns that people see, each with what it makes of a row."""
    known = set(answer.columns)
    texts = _texts(answer, read, full=full)
    merged: dict[str, tuple[str, Cells]] = {}
    if "date" in known:
        times = {"day", *_WHEN} & known
        name = "when" if len(times) > 1 else "date"
        merged |= dict.fromkeys(times, (name, lambda row: piece(fact_words.when(row))))
    if known.issuperset(_PERIOD):
        merged |= dict.fromkeys(_PERIOD, ("period", _period))
    for whose in ("", _OTHER):
        merged |= _merged_numbers(answer, whose)
    columns: dict[str, Cells] = {}
    for name in answer.columns:
        column, cell = merged.get(name, (name, lambda row, name=name: texts(name, row[name])))
        columns.setdefault(column, cell)
    return columns


def _period(row: Row) -> Text:
    days = [row[name] or OPEN for name in _PERIOD]
    return piece(days_in_words("/".join(days)) if any(row[name] for name in _PERIOD) else "")


def _merged_numbers(answer: Answer, whose: str) -> dict[str, tuple[str, Cells]]:
    """The columns that a number takes, each with the one that says it and how; `whose` is how they begin."""
    known = set(answer.columns)
    merged: dict[str, tuple[str, Cells]] = {}

    def merge(what: str, *names: str, said: Callable[[Row], str]) -> None:
        def own(row: Row) -> Text:
            return piece(said({name.removeprefix(whose): row[name] for name in row if name.startswith(whose)}))

        merged.update(dict.fromkeys({f"{whose}{name}" for name in names} & known, (f"{whose}{what}", own)))

    for what, per in _MEASURED:
        measured = (f"{whose}{what}", f"{whose}{what}_max")
        if {f"{whose}{what}", f"{whose}{per}"} <= known and all(_is_measured(answer, name) for name in measured):
            merge(
                what, what, f"{what}_max", f"{what}_qualifier", per, said=partial(amounts.measured, what=what, per=per)
            )
    if {f"{whose}{name}" for name in _GROWTH[:2]} <= known and _is_measured(answer, f"{whose}growth"):
        merge("growth", *_GROWTH, said=words.growth)
    return merged


def _texts(answer: Answer, read: Collection[str], *, full: bool) -> Callable[[str, Any], Text]:
    """How a value of a column reads."""
    ids = {} if full else words.short_ids(_ids(answer))

    def text(name: str, value: Any) -> Text:
        if value is None:
            return piece("")
        if name in ("status", "other_status") and value in STATUSES:
            return joined([mark(plan=fact_words.is_plan({"status": value})), piece(fact_words.status_in_words(value))])
        if isinstance(value, list | tuple):
            parts = [text(name, part).plain for part in value]
            return Listing(parts, None if full else _MOST_PARTS, DIM if name in _IDS else "")
        if name in _IDS and isinstance(value, str):
            return joined([piece(ids.get(value, value), DIM), piece(READ if value in read else "")], HELD)
        if isinstance(value, str) and (name in _DATES or _DAY.fullmatch(value)) and is_date(value):
            return piece(date_in_words(value))
        if name in _COUNTRIES and isinstance(value, str):
            return piece(words.COUNTRIES.get(value, value))
        if isinstance(value, str) and value in FACT_TYPE_NAMES:
            return piece(fact_words.type_in_words(value))
        if name in _CODES and isinstance(value, str):
            return piece(amounts.unit_in_words(value).replace("_", " "))
        return piece(_plainly(value), BOLD if name in _NAMES[:1] else "")

    return text


def _plainly(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and abs(value) < _LOCAL_NUMBERS:
        return str(value)
    if isinstance(value, int | float):
        return amounts.plain(value) if math.isfinite(value) else str(value)
    if isinstance(value, dict) and value.get("id") and (called := value.get("name") or value.get("title")):
        return f"{called} ({value['id']})"  # a node or relationship
    if type(value) is dict:  # one that knows how it reads says so
        return ", ".join(f"{name}: {_plainly(part)}" for name, part in value.items() if part is not None)
    if isinstance(value, list | tuple):
        return ", ".join(map(_plainly, value))
    return "" if value is None else str(value)


def _ids(answer: Answer) -> list[str]:
    columns = [i for i, column in enumerate(answer.columns) if column in _IDS]
    cells = (row[i] for row in answer.rows for i in columns)
    return [id_ for cell in cells for id_ in (cell if isinstance(cell, list) else [cell]) if isinstance(id_, str)]
