"""Raw row → model object, through the validation that the model's classes carry."""

from typing import Any

from pydantic import ValidationError

from bycn.loaders.tables.messages import explain, lacking
from bycn.loaders.tables.rows import Problems, Row


def record_of(row: Row, problems: Problems) -> Any | None:
    """The record that a row means, None where something is wrong with it: that is noted.

    What exports tell beside the columns may stand in a row; it is computed again, whatever it says.
    """
    for name in row.kind.computed:
        row.cells.pop(name, None)
    try:
        return row.kind.adapter.validate_python(row.cells)
    except ValidationError as error:
        told_of: set[str] = set()
        for detail in error.errors(include_url=False):
            column, message = explain(detail, row.kind)
            if detail["type"] == "too_short" and column in told_of:  # its items are wrong, that is why
                continue
            told_of.add(column)
            if detail["type"] == "missing" and column in row.table.lacking:
                problems.within(row.table, row.table.header, column, lacking(row.kind.columns[column]))
            else:
                problems.at(row, column, message)
        return None
