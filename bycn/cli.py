"""The command line: which commands there are, and how errors become messages and exit codes."""

import contextlib
import gc
import importlib
import io
import keyword
import os
import signal
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

from bycn.graph_model.version import VERSION
from bycn.loaders.private_folders import remove_run_folders
from bycn.streams import guarded, prepare
from bycn.terminal import give, print_no_more, say

COLLECT_AFTER = 100_000
"""Objects: most commands are done by then, and a large graph isn't walked over and over while it is read."""

_THREADS_OF_NUMPY = "OPENBLAS_NUM_THREADS"
"""Its library starts one for each processor, which nothing here uses, and ends the run where it can't."""

_BY_A_SIGNAL = 128
"""Exit codes of what a signal ended are above this by its number: 130 for Ctrl-C, 143 for SIGTERM."""

_AGAIN_SECONDS = 0.01

COMMANDS = {
    "connections": "who is tied to a place, and through which facts",
    "neighbours": "who is directly tied to an entity",
    "between": "all that ties two places or bodies directly",
    "path": "how two entities are connected",
    "trade": "flows and contracts, and what they add up to",
    "timeline": "what happened when",
    "show": "one entity and its facts",
    "search": "find entities and facts by text",
    "resolve": "which entity a name means",
    "stats": "how much there is of each type",
    "sources": "the evidence, and the facts that rest on it",
    "queries": "the canned questions: list, show, run",
    "query": "ask in Cypher of your own, read-only",
    "central": "who is at the centre of the network",
    "communities": "who is tied more to each other than to the rest",
    "components": "the pieces of the network that nothing joins",
    "bridges": "the ties that hold the network together",
    "load": "push the graph to a Neo4j",
    "draw": "the network picture",
    "new-data": "start a folder with tables of your own",
    "import": "turn a table you have into tables for bycn",
    "correct": "correct a shipped fact in tables of your own",
    "validate": "check tables of your own",
    "diff": "where two datasets differ, cell by cell",
    "export": "write the graph to a file for other programs",
    "completion": "let the shell complete names",
    "help": "what a command takes, like COMMAND --help",
}
"""The commands with their short help, so that neither `--help` nor another command imports them all."""

ENVIRONMENT = {
    "BYCN_DATA": "tables of your own, as --data",
    "BYCN_FORMAT": "how to print answers, as --format",
    "BYCN_QUERIES": "a folder of questions of your own, as --queries",
    "BYCN_CACHE": "the folder of the cached databases",
    "BYCN_DEBUG": "show the traceback of an error, as --debug",
    "BYCN_COMMAND_OPTION": "any option of a command: BYCN_CONNECTIONS_TO=city",
    "NEO4J_URI": "the Neo4j to ask, as --uri; with NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE",
    "NO_COLOR": "no colours",
}
"""The environment variables, with what each does."""

EXAMPLES = """\
\b
Try:
  bycn connections Vitebsk --to province
  bycn path Vitebsk Jinan
  bycn neighbours "Great Stone"
  bycn show Витебск
"""


class LazyGroup(click.Group):
    """A group that imports the module of a command only when the command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, from the module of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = cmd_name.replace("-", "_") + ("_" if keyword.iskeyword(cmd_name) else "")
        command: click.Command = importlib.import_module(f"bycn.commands.{module}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the arguments; `--debug`, which messages point to, may come after the command as well."""
        mine = args[: args.index("--")] if "--" in args else args
        if "--debug" in mine:
            args = ["--debug", *(arg for arg in mine if arg != "--debug"), *args[len(mine) :]]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for; for a misspelled one the error says what was probably meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from bycn.loaders.near import near

            meant = near(args[0], COMMANDS, 2)
            ctx.fail(f"No such command '{args[0]}'." + (f" Did you mean {' or '.join(meant)}?" if meant else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, then the variables."""
        super().format_epilog(ctx, formatter)
        with formatter.section("Environment"):
            formatter.write_dl(list(ENVIRONMENT.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """The commands and options that begin so, without importing the commands."""
        from click.shell_completion import CompletionItem

        commands = [CompletionItem(name, help=help_) for name, help_ in COMMANDS.items() if name.startswith(incomplete)]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]


@click.group(
    cls=LazyGroup,
    epilog=EXAMPLES,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "BYCN"},
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.  [env: BYCN_DEBUG]")
@click.version_option(VERSION, prog_name="bycn")
@click.pass_context
def cli(ctx: click.Context, *, debug: bool) -> None:
    """Who is tied to whom between Belarus and China, by what, since when, for how much, and who says so."""
    ctx.ensure_object(dict)["debug"] = debug
    ctx.color = False if os.environ.get("NO_COLOR") else None
    if ctx.invoked_subcommand is None:
        give(ctx.get_help())


def main() -> None:
    """Run the program: messages to stderr, and the exit code that the kind of error has."""
    prepare()
    os.environ.setdefault(_THREADS_OF_NUMPY, "1")
    gc.set_threshold(COLLECT_AFTER)
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # all end a run as Ctrl-C does, and leave nothing of it
        number = getattr(signal, name, signal.SIGINT)
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _end)
    sys.unraisablehook = _not_lost
    try:
        code = _run()
    finally:
        remove_run_folders()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)  # the interpreter's own clean-up takes longer than many answers, and nothing waits for it


_ended_by = [signal.SIGINT]
"""The signal that ended the run; click makes one exception of all."""


def _end(number: int, _frame: object) -> None:
    _ended_by[0] = signal.Signals(number)
    raise KeyboardInterrupt


def _not_lost(told: "sys.UnraisableHookArgs") -> None:
    """Where nothing can be raised, as in a callback of an import, a signal comes again a little later."""
    if told.exc_type is not KeyboardInterrupt or not hasattr(signal, "setitimer"):
        sys.__unraisablehook__(told)
        return
    signal.signal(signal.SIGALRM, lambda _number, frame: _end(_ended_by[0], frame))
    signal.setitimer(signal.ITIMER_REAL, _AGAIN_SECONDS)


def _run() -> int:
    with guarded():
        try:
            return _answer()
        except (click.Abort, KeyboardInterrupt):  # while it says what is wrong, too
            say("stopped")
            return _BY_A_SIGNAL + _ended_by[0]


def _answer() -> int:
    said = {"debug": False}
    try:
        if "_BYCN_COMPLETE" in os.environ:
            return _complete(os.environ["_BYCN_COMPLETE"])
        code = cli.main(standalone_mode=False, prog_name="bycn", obj=said)
        sys.stdout.flush()
    except click.ClickException as error:
        message = io.StringIO()
        error.show(message)
        say(message.getvalue().rstrip())
        return error.exit_code
    except click.Abort:
        raise
    except (BrokenPipeError, SystemExit):  # the reader of our output has seen enough; click makes an exit of it
        print_no_more()
        return 0
    except Exception as error:
        from bycn.exit_codes import exit_code, explain  # it knows all that can go wrong, which an answer doesn't need

        if said["debug"]:
            import traceback

            say("".join(traceback.format_exception(error)).rstrip())
        else:
            say(f"bycn: {explain(error)}")
        return exit_code(error)
    return code if isinstance(code, int) else 0


def _complete(instruction: str) -> int:
    from bycn.completion.scripts import complete, script

    shell, _, what = instruction.partition("_")
    if what == "source":
        give(script(shell, cli))
    else:
        complete(shell, cli)
    return 0
