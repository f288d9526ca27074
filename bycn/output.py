"""Printing answers: the same rows in every format, data alone on stdout."""

import json
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bycn.answers import FORMS
from bycn.graph_model.messages import worded
from bycn.queries.answers import Answer, chosen
from bycn.queries.remarks import OnSums, Remark, Said, Widened
from bycn.spelling import as_option
from bycn.terminal import clean, escaped, give, is_terminal, say, show, width

__all__ = ["print_answer", "say"]

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LIST_SEPARATOR = "; "


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

    @property
    def form(self) -> str:
        """The form asked for; else the one for people on a terminal, and rows elsewhere."""
        return self.format_ or ("table" if is_terminal() else "tsv")

    @property
    def is_plain(self) -> bool:
        """Whether rows are wanted as they are."""
        return bool(self.columns or self.sort)


def print_answer(answer: Answer, output: Output) -> None:
    """Print an answer's rows to stdout and its remarks to stderr: before the rows how names were taken."""
    answer = chosen(answer, output.columns, output.sort, output.limit)
    form = _form(output) if output.form == "table" and answer.rows else None
    before: list[Remark] = [remark for remark in answer.remarks if isinstance(remark, Widened)]
    if form:  # it says so in its first sentence, and tells of sums only in full
        before += [remark for remark in answer.remarks if isinstance(remark, Said)]
        before += [remark for remark in answer.remarks if isinstance(remark, OnSums) and not output.full]
    else:
        tell(before)
    if output.form == "table":
        _show(answer, output, form)
    elif text := _WRITERS[output.form](answer):
        give(text)
    tell(remark for remark in answer.remarks if remark not in before)


def _form(output: Output) -> str | None:
    """The module that makes the form in which the command tells its answer, if it has one."""
    import click

    if output.is_plain:
        return None
    return FORMS.get(click.get_current_context().info_name or "")


def _show(answer: Answer, output: Output, form: str | None) -> None:
    """Print an answer for people."""
    if answer.rows:
        import click

        from bycn.answers.printing import page_of

        page = page_of(
            answer, width(), form, click.get_current_context().params, full=output.full, plain=output.is_plain
        )
        show(page.text(coloured=_coloured(output.color)), paged=output.pager)


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


_WRITERS: dict[str, Callable[[Answer], str]] = {
    "json": _as_json,
    "jsonl": _as_jsonl,
    "csv": _as_csv,
    "tsv": _as_tsv,
    "md": _as_md,
}
