"""A workbook with the tables of the shipped ones, a sheet a type: it reads back equal."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from bycn.exports.tables import tables
from bycn.graph_model.fields import Column
from bycn.loaders.engine import Engine
from bycn.loaders.tables.writing import cell
from bycn.loaders.workbooks.writing import Workbook
from bycn.queries.filters import Filters


def write(engine: Engine, filters: Filters, path: Path) -> None:
    """Write a workbook.

    Raises:
        CantHold: the graph holds what a table can't, such as a control character.
        TooLong: a table has more rows, or a value more characters, than a workbook holds.
        NoWriter: the library that writes workbooks isn't installed.

    """
    with Workbook(path) as book:
        for stem, columns, records in tables(engine, filters):
            rows = ([_value(record, column) for column in columns] for record in records)
            book.sheet(stem, [c.name for c in columns], rows, meanings=[c.meaning for c in columns])


def _value(record: Any, column: Column) -> str | Decimal | int:
    value = getattr(record, column.field)
    return value if isinstance(value, Decimal | int) else cell(record, column)
