"""`bycn completion`."""

import click

from bycn.command import Command
from bycn.completion.scripts import SHELLS, script
from bycn.options import examples
from bycn.parameter_types import WordParameter
from bycn.terminal import give, say


@click.command(
    "completion",
    cls=Command,
    epilog=examples(
        "bycn completion bash",
        "bycn completion zsh",
    ),
)
@click.argument("shell", type=WordParameter(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that lets SHELL complete commands, options, their values and entity names.

    \b
    bash: bycn completion bash >> ~/.bashrc
    zsh:  bycn completion zsh >> ~/.zshrc
          (above it there: autoload -Uz compinit && compinit)
    fish: bycn completion fish > ~/.config/fish/completions/bycn.fish

    Entity names, sectors and what else the data hold are completed once a first question has been asked.
    """  # noqa: D301
    give(script(shell, ctx.find_root().command))
    if shell == "zsh":
        say("zsh needs this above it in ~/.zshrc: autoload -Uz compinit && compinit")
