"""`bycn help`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.options import examples
from bycn.terminal import give

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def _within(context: click.Context, words: Iterable[str]) -> click.Context:
    """The context of the command that words name, one after the other.

    Raises:
        UsageError: there is none.

    """
    for word in words:
        group = context.command
        found = group.resolve_command(context, [word])[1] if isinstance(group, click.Group) else None
        if found is None:
            raise click.UsageError(f"'{context.command_path}' has no command '{word}'")
        context = click.Context(found, parent=context, info_name=word, **found.context_settings)
    return context


def _commands(ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The commands that begin so, after the words already typed those of a group."""
    try:
        context = _within(ctx.find_root(), ctx.params.get("words") or ())
    except click.UsageError:
        return []
    found = context.command.shell_complete(context, incomplete) if isinstance(context.command, click.Group) else []
    return [item for item in found if not item.value.startswith("-")]


@click.command(
    "help",
    cls=Command,
    epilog=examples(
        "bycn help path",
        "bycn help queries run",
    ),
)
@click.argument("words", nargs=-1, metavar="[COMMAND]...", shell_complete=_commands)
@click.pass_context
def command(ctx: click.Context, /, *, words: tuple[str, ...]) -> None:
    """Show how to use a command, as COMMAND --help does."""
    give(_within(ctx.find_root(), words).get_help())
