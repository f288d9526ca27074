"""Entity names for the shell to complete, from the cached database."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from bycn.loaders.engine import Record

MOST = 50


class NotCached(Exception):
    """There is no database yet, and to make one would keep the shell waiting."""


def entity_names(ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The entities whose name, in any language, or id begins as typed; none where that can't be said at once."""
    return entities(ctx, incomplete)


def entities(ctx: click.Context, incomplete: str, types: Sequence[str] = ENTITY_TYPE_NAMES) -> "list[CompletionItem]":
    """The same, of these types alone."""
    from click.shell_completion import CompletionItem

    from bycn.graph_model.folding import fold

    try:
        asked = {"start": fold(incomplete), "types": list(types), "limit": MOST}
        rows = from_cache(ctx.params, "names/beginning", asked)
    except Exception:
        return []
    found = ((row, _form(row, incomplete)) for row in rows)
    return [CompletionItem(form, help=_help(row, form)) for row, form in found if form]


def from_cache(params: dict[str, Any], question: str, asked: dict[str, Any]) -> "list[Record]":
    """The rows of a question on the cached database of the tables that a command's options name.

    Raises:
        NotCached: there is none.

    """
    from bycn.loaders.cypher_files import statement
    from bycn.loaders.embedded.arcade import open_read_only
    from bycn.loaders.embedded.cache import database_folder
    from bycn.loaders.selection import Selection, Snapshot

    def refuse(_tables: Snapshot, _folder: Path) -> None:
        raise NotCached

    selection = Selection(tuple(params.get("data") or ()), bool(params.get("only_data")))
    database = open_read_only(database_folder(selection, refuse).folder)
    try:
        rows: list[Record] = database.query("opencypher", statement(question), asked).to_list()
    finally:
        database.close()
    return rows


def _form(row: "Record", incomplete: str) -> str | None:
    """The name that goes on from what was typed, in the letters that were typed."""
    from bycn.graph_model.folding import fold

    start = fold(incomplete)
    return next((form for form in (row["name"], row["id"], *row["forms"]) if fold(form).startswith(start)), None)


def _help(row: "Record", form: str) -> str:
    return str(row["type"]) if form == row["name"] else f"{row['name']}, {row['type']}"
