"""The options that many commands share. Each group of them reaches a command as one typed argument."""

import dataclasses
import functools
import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click
from click.core import ParameterSource

from bycn.completion import candidates
from bycn.graph_model.dates import PartialDate
from bycn.keyword_filters import Words, period
from bycn.loaders.engine import Engine
from bycn.loaders.neo4j.address import Address, address_from
from bycn.loaders.selection import Selection
from bycn.output import FORMATS, Output, print_answer
from bycn.parameter_types import DATE, WordParameter, whole_number
from bycn.queries.answers import Answer
from bycn.terminal import ask_hidden, say

if TYPE_CHECKING:
    from bycn.notebook import OpenGraph

_SHOW_CYPHER = "show_cypher"

_Command = TypeVar("_Command", bound=Callable[..., Any])
_Given = TypeVar("_Given")


def examples(*lines: str) -> str:
    """The examples at the end of a command's help, as they would be typed."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


@dataclasses.dataclass(frozen=True)
class Origin:
    """Which graph a command asks: tables, or a Neo4j that is named here or in the environment."""

    data: tuple[Path, ...]
    only_data: bool
    uri: str | None
    database: str | None
    user: str | None
    password_file: Path | None

    @property
    def selection(self) -> Selection:
        """The tables."""
        return Selection(self.data, self.only_data)

    def address(self, *, default_uri: str | None = None) -> Address | None:
        """The Neo4j, if one is named. Without a password, the user is prompted for one."""
        address = address_from(
            self.uri,
            user=self.user,
            database=self.database,
            password_file=self.password_file,
            default_uri=default_uri,
        )
        if address and address.password is None and sys.stdin.isatty():
            password = ask_hidden(f"Password of {address.user} at {address.printable}")
            return dataclasses.replace(address, password=password or None)
        return address

    @functools.cached_property
    def asked(self) -> Address | None:
        """The Neo4j that answers, None where tables do."""
        own_tables = self.selection != Selection()
        if self.uri and own_tables and _is_typed("data", "only_data"):
            raise click.UsageError(
                "--data is queried without a server; `bycn load --data` loads tables into the Neo4j at --uri"
            )
        return self.address() if self.uri or not own_tables else None

    def open(self) -> Engine:
        """Open its engine, and say what it warns about."""
        from bycn.loaders.opening import open_engine

        engine = open_engine(self.selection, self.asked)
        for warning in engine.warnings:
            say(warning)
        if click.get_current_context().meta.get(_SHOW_CYPHER):
            from bycn.show_cypher import ShowingEngine

            return cast("Engine", ShowingEngine(engine))
        return engine


def _is_typed(*options: str) -> bool:
    """Whether one of these options is given in the command rather than by the environment."""
    context = click.get_current_context()
    return any(context.get_parameter_source(option) is ParameterSource.COMMANDLINE for option in options)


def gathered(name: str, gather: Callable[..., object], *options: Callable[[Any], Any]) -> Callable[[_Command], Any]:
    """Add options whose values, put together by `gather`, reach the command as the argument `name`."""
    own = inspect.get_annotations(gather)

    def add(command: _Command) -> Any:
        @functools.wraps(command)
        def called(*args: Any, **given: Any) -> Any:
            value = gather(**{option: given.pop(option) for option in own if option in given})
            return command(*args, **given, **{name: value})

        return _apply(options, called)

    return add


def _apply(options: tuple[Callable[[Any], Any], ...], command: Any) -> Any:
    for option in reversed(options):
        command = option(command)
    return command


def _show_cypher(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    ctx.meta[_SHOW_CYPHER] = value


def _in_order(
    _ctx: click.Context, _param: click.Parameter, between: tuple[PartialDate, PartialDate] | None
) -> tuple[PartialDate, PartialDate] | None:
    if between:
        try:
            period(*between)
        except ValueError:
            raise click.BadParameter("the period ends before it starts", param_hint="--between") from None
    return between


filter_options = gathered(
    "filters",
    Words,
    click.option(
        "--show-cypher",
        is_flag=True,
        expose_value=False,
        callback=_show_cypher,
        help="Print to stderr which Cypher ran, with its parameters.",
    ),
    click.option(
        "--type",
        multiple=True,
        metavar="TYPE",
        shell_complete=candidates.fact_types,
        help="Only facts of this type, such as AGREEMENT.",
    ),
    click.option(
        "--exclude", multiple=True, metavar="TYPE", shell_complete=candidates.fact_types, help="No facts of this type."
    ),
    click.option(
        "--between",
        nargs=2,
        type=DATE,
        callback=_in_order,
        metavar="FROM TO",
        shell_complete=candidates.years,
        help="Only facts of this time, such as 2019 2023.",
    ),
    click.option(
        "--as-of",
        type=DATE,
        shell_complete=candidates.years,
        help="Only what held at that time: a day, month or year.",
    ),
    click.option(
        "--status",
        multiple=True,
        metavar="STATUS",
        shell_complete=candidates.statuses,
        help="Only facts of this status.",
    ),
    click.option("--only-signed", is_flag=True, help="No plans: nothing planned, proposed or negotiated."),
    click.option("--sector", multiple=True, shell_complete=candidates.sectors, help="Only facts of this sector."),
    click.option(
        "--source",
        multiple=True,
        shell_complete=candidates.sources,
        metavar="ID",
        help="Only facts from this source: a work with its footnotes, such as zalesskij-2024, or one footnote, fn-16.",
    ),
    click.option(
        "--exclude-source",
        multiple=True,
        shell_complete=candidates.sources,
        metavar="ID",
        help="No facts that rest on this source alone.",
    ),
)
"""Add the common filters, as `filters`, and `--show-cypher`."""

origin_options = gathered(
    "origin",
    Origin,
    click.option(
        "--data",
        "data",
        type=click.Path(path_type=Path),
        multiple=True,
        envvar="BYCN_DATA",
        show_envvar=True,
        help="Your own tables, a file or folder, joined to the shipped ones.",
    ),
    click.option("--only-data", is_flag=True, help="Use your own tables alone."),
    click.option("--uri", help="Ask the Neo4j at this address, such as bolt://localhost:7687.  [env: NEO4J_URI]"),
    click.option("--database", metavar="NAME", help="The Neo4j database.  [env: NEO4J_DATABASE]"),
    click.option("--user", metavar="NAME", help="The Neo4j user.  [env: NEO4J_USERNAME; default: neo4j]"),
    click.option(
        "--password-file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="The file with the password, else NEO4J_PASSWORD or a prompt.",
    ),
)
"""Add the options that say which graph is asked, as `origin`."""

exact_option = click.option("--exact", is_flag=True, help="A bare city name is the city, not its region.")


def _output(
    *,
    format_: str | None,
    full: bool,
    columns: str | None,
    sort: str | None,
    rows: int | None = None,
    color: str,
    pager: bool,
    file: str | None = None,
    force: bool = False,
    bom: bool = False,
) -> Output:
    named = tuple(name.strip() for name in columns.split(",")) if columns else ()
    return Output(format_, full, named, sort, rows, color, pager, None if file == "-" else file, force, bom)


_SHAPE = (
    click.option(
        "--format",
        "format_",
        type=WordParameter(FORMATS),
        envvar="BYCN_FORMAT",
        show_envvar=True,
        help="How to print; the default is for people on a terminal and TSV in a pipe.",
    ),
    click.option("--full", is_flag=True, help="Shorten nothing: whole ids, every name and line."),
    click.option("--columns", metavar="A,B", help="Only these columns, as a plain table."),
    click.option("--sort", metavar="COLUMN", help="Sort by this column; -COLUMN sorts from the largest down."),
    click.option(
        "--color", type=WordParameter(("auto", "always", "never")), default="auto", help="When to use colours."
    ),
    click.option("--pager/--no-pager", default=True, help="Whether answers longer than the screen go to the pager."),
)
_FILE = (
    click.option(
        "-o",
        "--output",
        "file",
        metavar="FILE",
        shell_complete=candidates.a_file,
        help="Write to a file, in the format of its ending; CSV with a byte order mark.",
    ),
    click.option("--force", is_flag=True, help="Overwrite FILE where it exists."),
    click.option("--bom", is_flag=True, help="Write the byte order mark in a pipe, too."),
)
_ROWS = click.option("--limit", "rows", type=whole_number(0), metavar="N", help="At most this many rows.")

output_options = gathered("output", _output, *_SHAPE, *_FILE, _ROWS)
"""Add how to print, as `output`."""
printing_options = gathered("output", _output, *_SHAPE, _ROWS)
"""The same for a command that writes something else to `-o`."""

queries_option = click.option(
    "--queries",
    "folder",
    type=click.Path(path_type=Path),
    envvar="BYCN_QUERIES",
    show_envvar=True,
    metavar="DIR",
    help="Your own questions, a folder of .cypher files, joined to the shipped ones.",
)


def parameters_option(help_: str, a_list: str = "A|B", **settings: Any) -> Callable[[Any], Any]:
    """Add the parameters of a question, as `params`: each value as it was typed, by its name."""

    def named(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
        values: dict[str, str] = {}
        for text in given:
            name, equals, value = text.partition("=")
            if not (name and equals):
                raise click.BadParameter(f"'{text}' has no value; write NAME=VALUE", param_hint="-p")
            if name in values:
                raise click.BadParameter(f"'{name}' is given twice; a list is written {name}={a_list}", param_hint="-p")
            values[name] = value
        return values

    return click.option(
        "-p", "--param", "params", multiple=True, metavar="NAME=VALUE", callback=named, help=help_, **settings
    )


def on_graph(command: Callable[..., _Given]) -> Callable[..., _Given]:
    """Give a command the graph that its options name, open; what `--queries` names is among its questions."""

    @functools.wraps(command)
    def called(*, origin: Origin, folder: Path | None = None, **given: Any) -> _Given:
        from bycn.notebook import OpenGraph
        from bycn.notebook.asking import opened_by

        words = opened_by(origin.selection, origin.asked)
        with OpenGraph(origin.open(), queries=folder, opened_by=words) as graph:
            return command(graph, **given)

    return cast("Callable[..., _Given]", origin_options(called))


def answering(
    command: Callable[..., Answer], output_options: Callable[[Any], Any] = output_options
) -> Callable[..., None]:
    """Give a command the graph that its options name, and print its answer as its options say."""

    @functools.wraps(command)
    def called(graph: "OpenGraph", *, output: Output, **given: Any) -> None:
        print_answer(command(graph, **given), output)

    return on_graph(output_options(called))


answering_up_to = functools.partial(answering, output_options=gathered("output", _output, *_SHAPE, *_FILE))
"""The same for a command that has a `--limit` of its own."""
