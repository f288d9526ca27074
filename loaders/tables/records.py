"""From a raw row to a record: what pydantic finds wrong, in words that say what would be right."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from graph_model.errors import Problem
from graph_model.fields import Column, columns
from loaders.tables.files import RawRow, near


@cache
def _adapter(cls: type) -> TypeAdapter[Any]:
    return TypeAdapter(cls)


def to_record(cls: type, row: RawRow, problems: list[Problem]) -> Any:
    """The record that a row describes, or None; what is wrong with it goes to `problems`."""
    try:
        return _adapter(cls).validate_python(row.cells)
    except ValidationError as error:
        problems.extend(_problems(cls, row, error))
        return None


def _problems(cls: type, row: RawRow, error: ValidationError) -> Iterator[Problem]:
    by_name = {column.name: column for column in columns(cls)} | {column.field: column for column in columns(cls)}
    told: set[str] = set()
    for detail in error.errors(include_url=False):
        name = str(detail["loc"][0]) if detail["loc"] else "-"
        column = by_name.get(name)
        if name not in told:
            told.add(name)
            yield Problem(row.file, row.line, column.name if column else name, _message(cls, column, dict(detail)))


def _message(cls: type, column: Column | None, detail: dict[str, Any]) -> str:
    value, kind = detail["input"], str(detail["type"])
    if column is None:
        return f"a {cls.__name__} has no such column{near(str(detail['loc'][0]), [c.name for c in columns(cls)])}"
    if kind in ("missing", "too_short", "string_too_short"):
        return f"required, but empty; it says {column.meaning}"
    if kind == "literal_error":
        return f"'{value}' is not one of {', '.join(column.choices)}{near(str(value), list(column.choices))}"
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    if kind == "string_pattern_mismatch":
        return f"'{value}' is not an id; ids hold Latin letters, digits and . _ / ~ - only"
    if column.kind in ("number", "whole number"):
        return _about_number(str(value), kind)
    return f"'{value}' can't stand here ({detail['msg'].lower()}); it says {column.meaning}"


def _about_number(value: str, kind: str) -> str:
    if kind.startswith(("greater", "less")):
        return f"{value} is out of range; write a positive number"
    plain = re.sub(r"[\s\u00a0\u202f']", "", value)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d+,\d+", plain):
        plain = plain.replace(",", ".")
    right = plain if re.fullmatch(r"\d+(\.\d+)?", plain) else "digits, such as 12500000 or 12.5"
    return f"'{value}' is not a number; write {right}"
