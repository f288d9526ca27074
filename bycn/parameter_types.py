"""The values of options: dates, numbers, words from lists; what is wrong is answered with what would be right."""

import math
from typing import Any

import click

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.dates_in_words import as_date
from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES
from bycn.queries.answers import EVERY_ROW
from bycn.queries.known_words import from_list, meant


class DateParameter(click.ParamType[PartialDate]):
    """A partial date: 2023, 2023-06, 2023-06-25, or a period."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> PartialDate:
        """Read it, or say what would be right."""
        try:
            return value if isinstance(value, PartialDate) else PartialDate.parse(value)
        except ValueError as error:
            meant = as_date(str(value))
            self.fail(f"{error}{f'; did you mean {meant}?' if meant else ''}", param, ctx)


class Above0(click.FloatRange):
    """A number above 0 and up to a bound; NaN, which passes any bound, is refused."""

    def __init__(self, most: float):
        super().__init__(0, most, min_open=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read it, or say what would be right."""
        number = super().convert(value, param, ctx)
        return self.fail(f"{value!r} is not a number.", param, ctx) if math.isnan(number) else number


class WordParameter(click.Choice[str]):
    """A word from a list, in any case, with blanks or in the plural: Provinces, "economic zone"."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read it, or say what it may have been meant as, else which there are."""
        if found := from_list(str(value), self.choices):
            return found
        return self.fail(f"there is no '{value}'{meant(str(value), self.choices)}", param, ctx)


DATE = DateParameter()
ENTITY_TYPE = WordParameter(ENTITY_TYPE_NAMES)


def whole_number(least: int) -> click.IntRange:
    """A whole number that every engine and library can take."""
    return click.IntRange(least, EVERY_ROW)
