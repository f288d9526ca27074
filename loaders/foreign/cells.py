"""The cells of one row of a foreign table by what their columns mean: texts, words and dates, and what is wrong."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bycn.graph_model.errors import Problem
from bycn.graph_model.folding import word_key
from bycn.loaders.foreign.columns import ROLES, Column
from bycn.loaders.foreign.dates import YEARS, first_of_january, month_of, read_date
from bycn.loaders.foreign.evidence import Evidence
from bycn.loaders.foreign.goods import Goods
from bycn.loaders.foreign.grids import Grid
from bycn.loaders.foreign.parties import LeftOut, Names
from bycn.loaders.foreign.recipe import Question, Recipe
from bycn.loaders.foreign.values import Unclear, bare
from bycn.loaders.foreign.words import whole, within, words_of
from bycn.loaders.tables.spreadsheet_errors import is_error

_YEAR = re.compile(r"(?:19|20)\d\d")
_FORMS = "2023, 2023-11, 2023-06-25 or 2016/2020"
_WORDS = ("instrument", "status", "flow", "qualifier", "unit")


@dataclass
class Context:
    """What a row needs to know of its table."""

    grid: Grid
    recipe: Recipe
    type: str
    columns: list[Column]
    names: Names
    evidence: Evidence
    goods: Goods
    ask: Callable[[Question], None]
    caption: str = ""
    """What is above the table, where it says in which money its sums are."""
    orders: dict[int, str | None] = field(default_factory=dict)
    """What comes first in the dates of a column."""
    signs: dict[int, str | None] = field(default_factory=dict)
    """What parts the decimals of a column."""
    gaps: set[int] = field(default_factory=set)
    """The columns of which it is asked whether an empty cell means the one above."""


class Cells:
    """The cells of a row, what is wrong with them, and whether the row waits for an answer."""

    def __init__(self, table: Context, line: int, cells: list[str]):
        self._table, self._line, self._cells = table, line, cells
        self.problems: list[Problem] = []
        self.waits = False
        self._columns = table.columns
        for column in self._columns:
            if is_error(cells[column.index]):
                message = f"'{cells[column.index]}' is an error of the spreadsheet; write the value, or nothing"
                self._wrong(column, message)

    def _of(self, *roles: str) -> list[tuple[Column, str]]:
        return [(c, text) for c in self._columns if c.role in roles and (text := self._cells[c.index])]

    def _first(self, *roles: str) -> Column | None:
        return next((column for column in self._columns if column.role in roles), None)

    def _text(self, role: str) -> str:
        return next((line_of(text) for _, text in self._of(role)), "")

    def _default(self, name: str) -> str:
        value = self._table.recipe.get("defaults", name)
        return "" if value is None else str(value)

    def _wrong(self, column: Column | None, message: str) -> None:
        grid = self._table.grid
        address = grid.address(self._line, column.index if column else None)
        file = address if grid.in_cells else grid.file
        self.problems.append(Problem(file, self._line, column.name if column else "-", message))

    def _ask(self, question: Question) -> None:
        self._table.ask(question)
        self.waits = True

    def _dated(self, role: str) -> str:
        for column, text in self._of(role):
            if not bare(text) or is_error(text):
                continue
            order = self._table.orders.get(column.index)
            if order is None and first_of_january([text]):
                self.waits = True
                continue
            try:
                return _cut(read_date(text, order), self._text("precision"), order)
            except Unclear as unclear:
                if order is None and "may be a day" in str(unclear):
                    self.waits = True
                else:
                    sign = "" if str(unclear).endswith(", or") else ";"
                    remedy = "" if "; write" in str(unclear) else f"{sign} write it as {_FORMS}"
                    self._wrong(column, f"{unclear}{remedy}")
        return ""

    def _date(self) -> str:
        year = self._dated("year")
        if year and (date := self._within_year(year)):
            return date
        if not year and any(c.role == "year" and c.index in self._table.gaps for c in self._columns):
            self.waits = True
            return ""
        return self._dated("date") or year or self._default("date")

    def _within_year(self, year: str) -> str:
        """The month or period that stands beside a year, and doesn't name the year itself."""
        for column, text in self._of("month", "date"):
            if column.role == "date" and _YEAR.search(text):
                continue
            try:
                return month_of(year, text)
            except Unclear:
                if column.role == "month":
                    message = f"'{text}' is no month; write 1 to 12, its name, or several as January–June"
                    self._wrong(column, message)
        return ""

    def _word(self, role: str, *, required: bool = False) -> str:
        for column, text in self._of(role):
            text = bare(text)
            if not text or is_error(text):
                continue
            answered = self._table.recipe.words(role).get(word_key(text))
            ours = answered or whole(role, text) or within(role, text)
            if ours == "skip":
                raise LeftOut(f"{column.name} is '{text}'")
            if ours:
                return ours
            self._ask(Question(f"words.{role}", text, f"what does '{text}' mean in {column.name}?", _choices(role)))
            return ""
        if required and not (default := self._default(role)):
            if empty := self._first(role):
                self._wrong(empty, f"is empty; write {ROLES[role]}")
            else:
                question = f"the table doesn't say {ROLES[role]}"
                self._ask(Question("defaults", role, question, _choices(role)))
            return default
        return self._default(role)


def _cut(date: str, precision: str, order: str | None) -> str:
    """A date as precise as a column beside it says, by the numbers 9 to 11, or as was answered for its column."""
    if order == YEARS or precision == "9":
        return date[:4]
    return date[:7] if precision == "10" else date


def _choices(role: str) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(words_of(role).values())) if role in _WORDS else ()
    return (*words, "skip") if role != "instrument" else words


def line_of(text: str) -> str:
    """A value in one line, without the marks of footnotes."""
    return " ".join(bare(text).split())
