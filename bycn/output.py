"""Printing answers: the same rows in every format, data alone on stdout."""

import json
import math
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bycn.answers import FORMS, ITEMS
from bycn.atomic_write import write_bytes, write_lines
from bycn.graph_model.errors import BycnError
from bycn.graph_model.messages import worded
from bycn.loaders.formulas import guarded
from bycn.queries.answer_rows import chosen, first_items
from bycn.queries.answers import Answer
from bycn.queries.remarks import OnSums, Remark, Said, Widened
from bycn.safe_text import clean, escaped
from bycn.spelling import as_option
from bycn.terminal import give, is_terminal, say, show, width

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md", "xlsx")
MARK = "\ufeff"
"""The byte order mark, by which spreadsheets recognise UTF-8."""

_LIST_SEPARATOR = "; "


class NeedsFile(BycnError):
    """A format that can't be printed."""


@dataclass(frozen=True)
class Output:
    """How an answer is to be printed."""

    format_: str | None = None
    full: bool = False
    columns: tuple[str, ...] = ()
    sort: str | None = None
    limit: int | None = None
    color: str = "auto"
    pager: bool = True
    file: str | None = None
    force: bool = False
    bom: bool = False

    @property
    def form(self) -> str:
        """The form asked for; else that of the file's ending, the one for people on a terminal, and rows elsewhere."""
        ending = Path(self.file or "").suffix.lower()[1:]
        by_itself = "table" if is_terminal() and not self.file else "tsv"
        return self.format_ or (ending if ending in FORMATS else by_itself)

    @property
    def is_plain(self) -> bool:
        """Whether rows are wanted as they are."""
        return bool(self.columns or self.sort)


def print_answer(answer: Answer, output: Output) -> None:
    """Print an answer's rows to stdout and its remarks to stderr: before the rows how names were taken."""
    whole = chosen(answer, output.columns, output.sort)
    form = _form(output) if output.form == "table" and whole.rows and output.limit != 0 else None
    item = ITEMS.get(form.rpartition(".")[2]) if form and not output.file else None
    answer = first_items(whole, output.limit, *item) if item else chosen(whole, limit=output.limit)
    before: list[Remark] = [remark for remark in answer.remarks if isinstance(remark, Widened)]
    if form:  # it says so in its first sentence, and explains sums only in full
        before += [remark for remark in answer.remarks if isinstance(remark, Said)]
        before += [remark for remark in answer.remarks if isinstance(remark, OnSums) and not output.full]
    else:
        tell(before)
    if output.form == "xlsx":
        _to_sheet(answer, output)
    elif output.form == "table" and not output.file:
        _show(answer, output, form, whole)
    else:
        _give_rows(answer, output)
    tell(remark for remark in answer.remarks if remark not in before)


def _to_sheet(answer: Answer, output: Output) -> None:
    if output.file is None:
        raise NeedsFile("xlsx is a file; name one with -o")
    from bycn.sheet import sheet

    write_bytes(sheet(answer), output.file, force=output.force)


def _give_rows(answer: Answer, output: Output) -> None:
    """Rows to stdout or a file. A CSV file begins with the byte order mark, a pipe only if asked."""
    for_sheet = output.form == "csv" and bool(output.file or output.bom)
    if output.form == "table":
        text = _page(answer, output, None, answer)
    else:
        text = _as_csv(answer, guarded) if for_sheet else _WRITERS[output.form](answer)
    mark = MARK if output.bom or (output.file and output.form == "csv") else ""
    if output.file:
        write_lines([mark, text, "\n" if text and not text.endswith("\n") else ""], output.file, force=output.force)
    elif text:
        give(mark + text)


def _form(output: Output) -> str | None:
    """The module that makes the command's own form of its answer, if it has one."""
    import click

    if output.is_plain:
        return None
    return FORMS.get(click.get_current_context().info_name or "")


def _show(answer: Answer, output: Output, form: str | None, whole: Answer) -> None:
    """Print an answer for people."""
    if answer.rows:
        show(_page(answer, output, form, whole), paged=output.pager)


def _page(answer: Answer, output: Output, form: str | None, whole: Answer) -> str:
    import click

    from bycn.answers.printing import page_of

    options = click.get_current_context().params
    page = page_of(answer, width(), form, options, full=output.full, plain=output.is_plain, whole=whole)
    return page.text(coloured=_coloured(output.color) and not output.file)


def _coloured(color: str) -> bool:
    if color != "auto":
        return color == "always"
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


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
    if type(value) is dict:  # one that knows how it reads says so
        return _json(value)
    return clean(str(value))


def _json(value: Any) -> str:
    try:
        return escaped(json.dumps(value, ensure_ascii=False, allow_nan=False))
    except ValueError:  # JSON has neither NaN nor Infinity
        return _json(_finite(value))


def _finite(value: Any) -> Any:
    """A value with null in place of numbers that JSON can't hold."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {name: _finite(part) for name, part in value.items()}
    return [_finite(part) for part in value] if isinstance(value, list | tuple) else value


def _as_json(answer: Answer) -> str:
    rows = ",\n ".join(map(_json, answer.to_dicts()))
    return f"[{rows}]"


def _as_jsonl(answer: Answer) -> str:
    return "\n".join(map(_json, answer.to_dicts()))


def _as_csv(answer: Answer, guard: Callable[[str], str] = str) -> str:
    import csv
    import io

    def shown(cell: Any) -> str:
        text = _text(cell).replace("\n", " ")
        return guard(text) if isinstance(cell, str | list) else text

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([shown(cell) for cell in row] for row in answer.rows)
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


_WRITERS: dict[str, Callable[[Answer], str]] = {
    "json": _as_json,
    "jsonl": _as_jsonl,
    "csv": _as_csv,
    "tsv": _as_tsv,
    "md": _as_md,
}
