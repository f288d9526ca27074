"""What the columns of a foreign table mean: by the words of their header, else by what their cells hold."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bycn.loaders.foreign.dates import read_date
from bycn.loaders.foreign.recipe import Recipe
from bycn.loaders.foreign.shape import Shaped
from bycn.loaders.foreign.values import Unclear
from bycn.loaders.foreign.words import header_key, whole, within, words_of

ROLES = {
    "party": "one of the two sides of a tie",
    "parties": "all sides of a tie in one cell",
    "seller": "who sells",
    "buyer": "who buys",
    "reporter": "whose statistics it is",
    "partner": "the other side of a reporter's trade",
    "holder": "the province or oblast of the party beside it",
    "country": "the country of the party beside it",
    "date": "when",
    "year": "the year",
    "month": "the month of the year",
    "precision": "how precise the date is: 9 a year, 10 a month, 11 a day",
    "valid": "how long it is meant to hold",
    "end": "when it ended",
    "title": "what it says",
    "instrument": "which kind of document",
    "status": "how far it has come",
    "flow": "export, import or turnover",
    "amount": "a sum of money",
    "cif": "its value with freight and insurance",
    "fob": "its value without them",
    "export": "a sum of money exported",
    "import": "a sum of money imported",
    "turnover": "a sum of both",
    "currency": "the sum's currency",
    "qualifier": "how exact the sum is",
    "quantity": "a count or measured quantity",
    "unit": "the quantity's unit",
    "goods": "goods or services",
    "code": "a code of the Harmonized System",
    "sectors": "fields of work",
    "source": "where it is stated: an address or a title",
    "locator": "where in the source",
    "note": "kept in the note, with its header",
    "number": "the row's own number, not taken",
    "ignore": "not taken",
}
"""What a column can mean."""
MANY = frozenset({"party", "holder", "country", "note", "number", "ignore", "source"})
"""What several columns can mean."""
PARTIES = ("party", "parties", "seller", "buyer", "reporter", "partner")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_NUMBER_OR_KEY = re.compile(r"[-−]?\d+(?:[.,]\d+)?°?|Q[1-9]\d*")
_SAMPLE = 60
_MOST = 0.6
"""So large a part of the cells decides."""


@dataclass
class Column:
    """A column and what it means."""

    index: int
    name: str
    role: str
    found_by: str
    """How that was found: recipe, others, header, cells; empty where it wasn't."""
    of: int = -1
    """The column of the party whose region or country it holds."""


class Known(Protocol):
    """What is known of names."""

    def knows(self, text: str) -> bool:
        """Whether a text names something known."""

    def region(self, text: str) -> str | None:
        """The region that a text names."""

    def country(self, text: str) -> str | None:
        """The country of what a text names."""


def understood(table: Shaped, recipe: Recipe, names: Known) -> list[Column]:
    """What each column means.

    Raises:
        ValueError: the recipe gives a column a meaning that there is none of.

    """
    found = [
        _by_recipe(index, name, recipe) or _of_flow(index, name, table) or _by_header(index, name)
        for index, name in enumerate(table.header)
    ]
    for column in found:
        if column.found_by == "header" and _are_addresses(table.column(column.index)):
            _of_addresses(column)
        elif column.found_by == "header" and column.role in PARTIES and _are_numbers(table.column(column.index)):
            column.role, column.found_by = "ignore", "cells"
    taken: set[str] = {column.role for column in found if column.found_by == "recipe"}
    for column in found:
        if column.found_by == "header":
            if column.role in taken and column.role not in MANY:
                column.role, column.found_by = "note", ""
            taken.add(column.role)
    for column in found:
        if not column.found_by and column.name:
            role = _by_cells(table.column(column.index)[:_SAMPLE], names.knows)
            if role and (role in MANY or role not in taken):
                column.role, column.found_by = role, "cells"
                taken.add(role)
    _settle_months(found)
    _settle_regions(found, table, names)
    _doubt(found, table, names.knows)
    _join_to_parties(found, table, names)
    return found


def _by_recipe(index: int, name: str, recipe: Recipe) -> Column | None:
    role = recipe.get("columns", name)
    others = recipe.get("import", "others") if name and role is None else None
    if role is None and others is None:
        return None
    if (role or others) not in ROLES:
        where = f'[columns] "{name}" = "{role}"' if role else f'[import] others = "{others}"'
        raise ValueError(f"{where}: there is no such meaning; there are {', '.join(ROLES)}")
    return Column(index, name, str(role or others), "recipe" if role else "others")


def _of_flow(index: int, name: str, table: Shaped) -> Column | None:
    """A column of sums whose header says which way they went: "Export, million USD"."""
    cells = table.column(index)
    flow = within("flow", name) if cells and all(any(map(str.isdigit, cell)) for cell in cells) else None
    return Column(index, name, flow, "header") if flow else None


def _by_header(index: int, name: str) -> Column:
    roles, key = words_of("columns"), header_key(name)
    own = header_key(name.rpartition(": ")[2])  # of a column below a merged cell
    role = roles.get(key) or roles.get(own) or roles.get(key.removesuffix(" name").removeprefix("name of "))
    last = roles.get(key.rpartition(" ")[2])
    if role is None and last in ("country", "holder"):  # "twin town's country"
        role = last
    if role is None and len(key) > 3:
        inside = [(-len(word), ours) for word, ours in roles.items() if len(word) > 3 and f" {word} " in f" {key} "]
        role = min(inside)[1] if inside else None
    return Column(index, name, role or "note", "header" if role else "")


def _are_addresses(cells: list[str]) -> bool:
    return bool(cells) and all(map(_ADDRESS.match, cells[:_SAMPLE]))


def _are_numbers(cells: list[str]) -> bool:
    """Whether cells that a header calls places are coordinates, or the keys of a database: "53.9", "Q2280"."""
    return (
        bool(cells) and all(map(_NUMBER_OR_KEY.fullmatch, cells[:_SAMPLE])) and any("." in c or "Q" in c for c in cells)
    )


def _of_addresses(column: Column) -> None:
    """A query gives what it finds twice, by address and by name: the name stands in a column of its own."""
    if column.role in PARTIES:
        column.role, column.found_by = "source", "cells"
    elif column.role not in ("source", "note"):
        column.role, column.found_by = "ignore", "cells"


def _by_cells(cells: list[str], names: Callable[[str], bool]) -> str | None:
    if not cells:
        return None
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("source", lambda cell: _ADDRESS.match(cell) is not None),
        ("instrument", lambda cell: whole("instrument", cell) is not None),
        ("flow", lambda cell: whole("flow", cell) is not None),
        ("status", lambda cell: whole("status", cell) is not None),
        ("date", _is_date),
        ("party", names),
    )
    for role, test in tests:
        if sum(map(test, cells)) >= max(1, _MOST * len(cells)):
            return role
    return None


def _is_date(cell: str) -> bool:
    try:
        return read_date(cell)[:2] in ("19", "20")
    except Unclear:
        return False


def _settle_months(found: list[Column]) -> None:
    """A column of months without one of years holds whole dates."""
    roles = {column.role for column in found}
    for column in found:
        if column.role == "month" and column.found_by == "header" and "year" not in roles:
            column.role, column.found_by = ("note", "") if "date" in roles else ("date", "header")


def _settle_regions(found: list[Column], table: Shaped, names: Known) -> None:
    """A column of regions says where the parties lie, unless one of the two sides is named nowhere else."""
    regions = [column for column in found if column.role == "holder" and column.found_by == "header"]
    parties = [column for column in found if column.role in PARTIES]
    for column in regions:
        if not parties or (len(parties) == 1 and _are_apart(column, parties[0], table, names)):
            column.role = "party"
        elif not any(map(names.region, table.column(column.index)[:_SAMPLE])):
            column.role, column.found_by = "note", ""


def _are_apart(one: Column, other: Column, table: Shaped, names: Known) -> bool:
    """Whether two columns hold names of different countries."""
    first, second = (_country(column, table, names) for column in (one, other))
    return other.role != "parties" and None not in (first, second) and first != second


def _country(column: Column, table: Shaped, names: Known) -> str | None:
    """The country of most names of a column."""
    found = Counter(country for cell in table.column(column.index)[:_SAMPLE] if (country := names.country(cell)))
    return max(found, key=lambda country: found[country], default=None)


def _join_to_parties(found: list[Column], table: Shaped, names: Known) -> None:
    """Say whose region or country each column holds: the party's before it, or behind it where that alone fits."""
    parties = [column for column in found if column.role in PARTIES]
    for column in found:
        if column.role not in ("holder", "country") or not parties:
            continue
        before = [party for party in parties if party.index < column.index]
        behind = [party for party in parties if party.index > column.index]
        near = [*before[-1:], *behind[:1]]
        fitting = [party for party in near if not _are_apart(column, party, table, names)]
        column.of = (fitting or near)[0].index
    for role in ("holder", "country"):
        columns = [column for column in found if column.role == role]
        joined = {column.of for column in columns}
        if len(columns) == len(parties) > len(joined):  # all of them stand behind the parties
            for column, party in zip(columns, parties, strict=True):
                column.of = party.index


def _doubt(found: list[Column], table: Shaped, names: Callable[[str], bool]) -> None:
    """A column named for parties whose cells are none, such as "Name" of a document, is another thing."""
    parties = [column for column in found if column.role == "party" and column.found_by == "header"]
    known = {c.index: sum(map(names, table.column(c.index)[:_SAMPLE])) for c in parties}
    for column in parties:
        if header_key(column.name) in ("name", "side", "place") and not known[column.index] and any(known.values()):
            column.role, column.found_by = "note", ""
