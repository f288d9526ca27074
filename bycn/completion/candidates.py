"""Values of options for the shell to complete: words of closed lists, and what the cached database holds."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from bycn.completion.names import from_cache
from bycn.graph_model.vocabulary import FACT_TYPE_NAMES, STATUSES

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from bycn.loaders.engine import Record

Completing = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def _items(values: Iterable[tuple[str, str]], incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    start = incomplete.casefold()
    return [CompletionItem(value, help=help_) for value, help_ in values if value.casefold().startswith(start)]


def one_of(known: Iterable[str]) -> Completing:
    """The words of a list."""
    return lambda _ctx, _param, incomplete: _items(((word, "") for word in known), incomplete)


def _cached(question: str, values: "Callable[[Record], tuple[str, str]]", **asked: Any) -> Completing:
    """What a question gives on the cached database; nothing where there is none."""

    def complete(ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        try:
            return _items(map(values, from_cache(ctx.params, question, asked)), incomplete)
        except Exception:
            return []

    return complete


fact_types = one_of(FACT_TYPE_NAMES)
statuses = one_of(STATUSES)
sectors = _cached("names/sectors", lambda row: (row["term"], ""))
goods = _cached("names/goods", lambda row: (row["term"], ""))
sources = _cached("evidence/sources", lambda row: (row["id"].rpartition("/")[2], row["title"] or ""), limit=10_000)


def parameters(ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The parameters of the canned question that is named on the line, each with its equals sign."""
    from bycn.queries.library import Library

    try:  # while an option lacks its value, click keeps what stands before it unread
        name = ctx.params.get("name") or ctx.args[0]
        header = Library(ctx.params.get("folder")).find(name).header
    except Exception:
        return []
    return _items(((f"{parameter.name}=", parameter.meaning) for parameter in header.parameters), incomplete)
