"""Raw row → model object, through the validation that the model's classes carry."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from bycn.graph_model.fields import Column
from bycn.loaders.tables.messages import explain, lacking
from bycn.loaders.tables.rows import Problems, Row


def record_of(row: Row, problems: Problems) -> Any | None:
    """The record that a row means, None where something is wrong with it: that is noted.

    What exports have in addition to the columns may be in a row; it is computed again, whatever it says.
    """
    for name in row.kind.computed:
        row.cells.pop(name, None)
    try:
        return row.kind.adapter.validate_python(row.cells)
    except ValidationError as error:
        _note(error, row, problems)
        return None


def sound_part(row: Row, wrong: Iterable[str], problems: Problems) -> tuple[Any, frozenset[str]] | None:
    """What a row says without its `wrong` columns, and those that can't be judged: so that no mistake hides another.

    What is wrong with further cells is noted. None where nothing sound is left.
    """
    left_out = set(wrong)
    for _ in range(2):
        cells = {name: value for name, value in row.cells.items() if name not in left_out}
        lacking = {c.name: _stand_in(c) for c in row.kind.columns.values() if c.required and c.name not in cells}
        try:
            return row.kind.adapter.validate_python(cells | lacking), frozenset(left_out | lacking.keys())
        except ValidationError as error:
            left_out |= _note(error, row, problems, but=left_out | lacking.keys())
    return None


def _note(error: ValidationError, row: Row, problems: Problems, but: Container[str] = ()) -> set[str]:
    """Note what validation found, and give the columns; what it found in columns of `but` isn't reported."""
    reported: set[str] = set()
    for detail in _differing(error.errors(include_url=False)):
        column, message = explain(detail, row.kind)
        if column in but or (detail["type"] == "too_short" and column in reported):  # its items are wrong, that is why
            continue
        reported.add(column)
        if detail["type"] == "missing" and column in row.table.lacking:
            problems.within(row.table, row.table.header, column, lacking(row.kind.columns[column]))
        else:
            problems.at(row, column, message)
    return reported


def _differing(details: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    """What validation found, once where items of a list are wrong in the same way."""
    return {(d["loc"][0], d["type"], str(d["input"]) if len(d["loc"]) > 1 else ""): d for d in details}.values()


def _stand_in(column: Column) -> Any:
    word = column.choices[0] if column.choices else "unsound"
    return {"number": 1, "whole number": 1, "date": "2000"}.get(column.kind, (word,) if column.is_list else word)
