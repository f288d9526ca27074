"""Raw row → model object, through the validation that the model's classes carry."""

from typing import Any

from pydantic import ValidationError

from bycn.graph_model.properties import public_properties
from bycn.loaders.tables.messages import explain, lacking
from bycn.loaders.tables.rows import Problems, Row


def record_of(row: Row, problems: Problems) -> Any | None:
    """The record that a row means, None where something is wrong with it: that is noted."""
    told = _take_computed(row)
    try:
        record = row.kind.adapter.validate_python(row.cells)
    except ValidationError as error:
        told_of: set[str] = set()
        for detail in error.errors(include_url=False):
            column, message = explain(detail, row.kind)
            if detail["type"] == "too_short" and column in told_of:  # its items are wrong, that is why
                continue
            told_of.add(column)
            if detail["type"] == "missing" and column in row.table.lacking:
                problems.add(row.table.file, row.table.header, column, lacking(row.kind.columns[column]))
            else:
                problems.at(row, column, message)
        return None
    if told:
        _compare_computed(row, record, told, problems)
    return record


def _take_computed(row: Row) -> dict[str, Any]:
    computed = row.kind.computed
    if row.cells.keys().isdisjoint(computed):
        return {}
    return {name: row.cells.pop(name) for name in computed if name in row.cells}


def _compare_computed(row: Row, record: Any, told: dict[str, Any], problems: Problems) -> None:
    right_ones = public_properties(record) if told else {}
    for name, value in told.items():
        right = right_ones.get(name)
        if value != right:
            hint = f"it comes to {right}" if right else "there is none"
            problems.at(row, name, f"'{value}' doesn't follow from the other columns; {hint}; leave the cell empty")
