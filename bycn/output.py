"""Printing answers: the same rows in every format, data alone on stdout."""

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterable
from typing import Any

from bycn.graph_model.messages import worded
from bycn.queries.answers import Answer
from bycn.queries.remarks import Remark, Widened
from bycn.spelling import as_option
from bycn.terminal import clean, escaped, give, say

__all__ = ["print_answer", "say"]

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LIST_SEPARATOR = "; "
_HEADER_PADDING = 2
"""By which tabulate makes a column wider than its header."""


def print_answer(answer: Answer, format_: str | None) -> None:
    """Print an answer's rows to stdout and its remarks to stderr: before the rows how names were taken."""
    tell([remark for remark in answer.remarks if isinstance(remark, Widened)])
    chosen = format_ or ("table" if sys.stdout.isatty() else "tsv")
    text = _WRITERS[chosen](answer)
    if text:
        give(text)
    tell([remark for remark in answer.remarks if not isinstance(remark, Widened)])


def tell(remarks: Iterable[Remark]) -> None:
    """Say remarks in the words of the command line."""
    for remark in remarks:
        say(worded(remark, as_option))


def _text(value: Any, separator: str = _LIST_SEPARATOR) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return separator.join(_text(part) for part in value)
    if isinstance(value, dict):
        return _json(value)
    return clean(str(value))


def _json(value: Any) -> str:
    return escaped(json.dumps(value, ensure_ascii=False))


def _as_json(answer: Answer) -> str:
    rows = ",\n ".join(map(_json, answer.to_dicts()))
    return f"[{rows}]"


def _as_jsonl(answer: Answer) -> str:
    return "\n".join(map(_json, answer.to_dicts()))


def _as_csv(answer: Answer) -> str:
    import csv
    import io

    def guard(cell: Any) -> Any:
        text = _text(cell).replace("\n", " ")
        return f"'{text}" if isinstance(cell, str | list) and text.startswith(_FORMULA) else text

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([guard(cell) for cell in row] for row in answer.rows)
    return out.getvalue().removesuffix("\n")


def _as_tsv(answer: Answer) -> str:
    lines = ([re.sub(r"[\t\n]+", " ", _text(cell)) for cell in row] for row in (answer.columns, *answer.rows))
    return "\n".join("\t".join(line) for line in lines) if answer.rows else ""


def _as_md(answer: Answer) -> str:
    def cell(value: Any) -> str:
        return re.sub(r"([|\\`*_<>\[\]])", r"\\\1", _text(value)).replace("\n", " ")

    head, *rows = ([cell(c) for c in row] for row in (answer.columns, *answer.rows))
    lines = [head, ["---"] * len(answer.columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) if answer.rows else ""


def _as_table(answer: Answer) -> str:
    from tabulate import tabulate

    if not answer.rows:
        return ""
    rows = [[_text(cell, "\n") for cell in row] for row in answer.rows]
    widths = _widths(answer.columns, rows, shutil.get_terminal_size((120, 24)).columns)
    return str(tabulate(rows, headers=answer.columns, tablefmt="simple", maxcolwidths=widths, disable_numparse=True))


def _widths(columns: tuple[str, ...], rows: list[list[str]], available: int) -> list[int | None]:
    """How wide each column may be: no word is broken, and the room that is left goes to the columns that lack most."""
    from wcwidth import wcswidth

    cells = [[name, *(row[i] for row in rows)] for i, name in enumerate(columns)]
    least = [wcswidth(name) + _HEADER_PADDING for name in columns]
    natural = [max(wcswidth(line) for cell in column for line in cell.split("\n") or [""]) for column in cells]
    widths = [max(wcswidth(word) for cell in column for word in cell.split() or [""]) for column in cells]
    natural, widths = (list(map(max, wished, least)) for wished in (natural, widths))
    room = available - 2 * (len(columns) - 1) - sum(widths)
    if sum(natural) - sum(widths) <= room:
        return [None] * len(columns)
    for _ in range(room):
        widths[max(range(len(columns)), key=lambda i: natural[i] - widths[i])] += 1
    return [width if width < wish else None for width, wish in zip(widths, natural, strict=True)]


_WRITERS: dict[str, Callable[[Answer], str]] = {
    "table": _as_table,
    "json": _as_json,
    "jsonl": _as_jsonl,
    "csv": _as_csv,
    "tsv": _as_tsv,
    "md": _as_md,
}
