"""An answer as a notebook shows it."""

from collections.abc import Sequence
from html import escape
from typing import Any

from bycn.graph_model.counting import counted
from bycn.queries.remarks import Remark, Said

MOST_ROWS = 100
"""How many rows a notebook shows of an answer."""

_CELL = ' style="text-align:left;vertical-align:top"'


def as_html(columns: Sequence[str], rows: Sequence[Sequence[Any]], remarks: Sequence[Remark]) -> str:
    """The rows as a table without its empty columns, under what is said of them: everything escaped."""
    first = [remark for remark in remarks if isinstance(remark, Said)]
    shown = counted(len(rows), "row") + (f", {MOST_ROWS} of them shown" if len(rows) > MOST_ROWS else "")
    last = [shown, *(remark for remark in remarks if remark not in first)]
    above, below = ("".join(f"<p>{escape(str(remark))}</p>" for remark in said) for said in (first, last))
    return f"{above}{_table(columns, rows[:MOST_ROWS])}{below}"


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    used = [i for i in range(len(columns)) if any(row[i] not in (None, "", []) for row in rows)]
    if not used:
        return ""
    head = "".join(f"<th{_CELL}>{escape(columns[i])}</th>" for i in used)
    body = "".join(f"<tr>{''.join(_cell(row[i]) for i in used)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    return f"<td{_CELL}>{_text(value)}</td>"


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "<br>".join(map(_text, value))
    return escape(str(value)).replace("\n", "<br>")
