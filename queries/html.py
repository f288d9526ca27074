"""Answers as HTML tables, for notebooks: everything escaped."""

from html import escape
from typing import Any

from bycn.queries.answers import Answer

MOST_ROWS = 100
_CELL = ' style="text-align:left;vertical-align:top"'


def table(answer: Answer, *, most: int = MOST_ROWS) -> str:
    """The rows as a table, at most `most` of them, with the remarks under it."""
    head = "".join(f"<th{_CELL}>{escape(column)}</th>" for column in answer.columns)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in answer.rows[:most])
    count = len(answer.rows)
    shown = f"{count} row{'' if count == 1 else 's'}" + (f", {most} of them shown" if count > most else "")
    below = "".join(f"<p>{escape(remark)}</p>" for remark in (shown, *answer.remarks))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{below}"


def _cell(value: Any) -> str:
    return f"<td{_CELL}>{_text(value)}</td>"


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "<br>".join(map(_text, value))
    return escape(str(value)).replace("\n", "<br>")
