"""`bycn help`."""

import click

from bycn.command import Command
from bycn.options import examples
from bycn.terminal import give


@click.command(
    "help",
    cls=Command,
    epilog=examples(
        "bycn help path",
        "bycn help queries run",
    ),
)
@click.argument("words", nargs=-1, metavar="[COMMAND]...")
@click.pass_context
def command(ctx: click.Context, /, *, words: tuple[str, ...]) -> None:
    """Show how to use a command, as COMMAND --help does."""
    context = ctx.find_root()
    for word in words:
        group = context.command
        found = group.resolve_command(context, [word])[1] if isinstance(group, click.Group) else None
        if found is None:
            raise click.UsageError(f"'{context.command_path}' has no command '{word}'")
        context = click.Context(found, parent=context, info_name=word, **found.context_settings)
    give(context.get_help())
