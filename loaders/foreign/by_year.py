"""Tables with the years beside each other: each year is read as a table of its own."""

import re
from dataclasses import replace

from bycn.loaders.foreign.row_sums import SUMS
from bycn.loaders.foreign.shape import Shaped
from bycn.loaders.foreign.words import header_key, within, words_of

YEAR = "year"
"""The name of the column that holds the year then."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)(?:\s*(?:годы?|года|гг?\.?|year|année|年)(?!\w))?", re.IGNORECASE)
_AT_ENDS = " :,;–—-|/"
_NUMBER = re.compile(r"[^\w\s]?\s*\d[\d\s.,]*\S*")


def by_year(table: Shaped) -> list[Shaped]:
    """A table whose columns are of several years as one table a year, in which every cell stays where it is.

    "Export 2021" beside "Export 2022" is the column "Export" in either, with the year in a column at the end. A table
    of any other kind is left as it is.
    """
    named = {index: found for index, name in enumerate(table.header) if (found := _year_of(name))}
    held = [cell for index in named for cell in table.column(index)]
    numbers = sum(bool(_NUMBER.fullmatch(cell)) for cell in held)
    years = sorted(set(named.values()))
    dated = any(words_of("columns").get(header_key(name)) in ("date", "year") for name in table.header)
    traded = any(map(_is_of_trade, (_without_year(table.header[index], table.above) for index in named)))
    if len(years) < 2 or dated or not traded or 2 * numbers <= len(held):
        return [table]
    table.grid.remarks.append(f"{table.grid.file}: columns of {years[0]} to {years[-1]} are read as rows of each year")
    first, *others = [_of(year, table, named) for year in years]
    return [first, *(replace(other, left_out=[], broken=[]) for other in others)]


def _of(year: str, table: Shaped, named: dict[int, str]) -> Shaped:
    others = {index for index, of in named.items() if of != year}
    header = [
        "" if index in others else _without_year(name, table.above) if index in named else name
        for index, name in enumerate(table.header)
    ]
    rows = [
        (line, [*("" if index in others else cell for index, cell in enumerate(cells)), year])
        for line, cells in table.rows
        if any(cells[index] for index, of in named.items() if of == year)
    ]
    return replace(table, header=[*header, YEAR], rows=rows)


def _year_of(name: str) -> str | None:
    """The one year that a header names."""
    found = _YEAR.findall(name)
    return found[0] if len(found) == 1 else None


def _is_of_trade(name: str) -> bool:
    """Whether a column holds sums or flows: the population of several years makes no facts."""
    return bool(within("flow", name)) or words_of("columns").get(header_key(name)) in SUMS


def _without_year(name: str, above: list[str]) -> str:
    """What a column of a year holds; where its name is the year alone, a line above the table may say so."""
    rest = re.sub(r"\s+", " ", _YEAR.sub(" ", name)).strip(_AT_ENDS).replace(" ,", ",").replace(" :", ":")
    return rest or next((f"{flow} ({line})" for line in above if (flow := within("flow", line))), "amount")
