"""Values for the shell to complete: words of closed lists, and what the cached database holds."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from bycn.completion.names import entities, entity_names, from_cache
from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES, FACT_TYPE_NAMES, LIST_SEPARATOR, STATUSES

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


def _terms(question: str) -> Completing:
    return _cached(question, lambda row: (row["term"], ""))


def _ends(question: str) -> Completing:
    """Ids by their end, which is enough to name what has one."""
    return _cached(question, lambda row: (row["id"].rpartition("/")[2], ""))


fact_types = one_of(FACT_TYPE_NAMES)
statuses = one_of(STATUSES)
sectors = _terms("names/sectors")
goods = _terms("names/goods")
years = _terms("names/years")
facts = _ends("names/facts")
sources = _cached("evidence/sources", lambda row: (row["id"].rpartition("/")[2], row["title"] or ""), limit=10_000)

_OF_TYPE: dict[str | None, Completing] = {
    "entity_type": one_of(ENTITY_TYPE_NAMES),
    "fact_type": fact_types,
    "status": statuses,
    "boolean": one_of(("true", "false")),
    "sector": sectors,
    "good": goods,
    "unit": _terms("names/units"),
    "instrument": _terms("names/instruments"),
    "locator": _terms("names/locators"),
    "source": sources,
    "document": _ends("names/documents"),
    "fact": facts,
    "year": years,
    "date": years,
}
"""The values of a question's parameters, by the type that its header gives them; of entities, names are offered."""


def a_file(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Files, which the shell knows."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def entities_and_facts(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Names of entities; where none begins so, ids of facts."""
    return entity_names(ctx, param, incomplete) or facts(ctx, param, incomplete)


def questions(ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The names of canned questions that have in them what was typed."""
    from click.shell_completion import CompletionItem

    from bycn.queries.library import Library

    return [CompletionItem(name) for name in Library(ctx.params.get("folder")).names() if incomplete in name]


def parameters(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The parameters of the canned question that is named on the line, each with its equals sign; behind it, values."""
    from click.shell_completion import CompletionItem

    try:
        known = {parameter["name"] or "": parameter for parameter in _of_question(ctx)}
    except Exception:
        return []
    name, equals, value = incomplete.partition("=")
    if not equals:
        return _items(((f"{name}=", written["meaning"] or "") for name, written in known.items()), incomplete)
    if name not in known:
        return []
    written = known[name]
    last = value.rpartition(LIST_SEPARATOR)[2] if written["modifier"] == "list" else value
    before = incomplete.removesuffix(last)
    if written["type"] == "entity":
        found = entities(ctx, last, written["kinds"].split("|") if written["kinds"] else ENTITY_TYPE_NAMES)
    else:
        found = _OF_TYPE.get(written["type"], one_of(()))(ctx, param, last)
    return [CompletionItem(before + item.value, help=item.help) for item in found]


def _of_question(ctx: click.Context) -> list[dict[str, str | None]]:
    """The parameters of the question that is named on the line."""
    from bycn.queries.header_entries import parameters_written
    from bycn.queries.library import Library

    # While an option lacks its value, click leaves the arguments before it unread.
    name = ctx.params.get("question") or ctx.params.get("name") or ctx.args[0]
    library = Library(ctx.params.get("folder"))
    named, path = library.file(name)
    if written := parameters_written(path):
        return written
    return [parameter.model_dump() for parameter in library.find(named).header.parameters]
