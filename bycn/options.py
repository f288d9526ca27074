"""The options that many commands share."""

import dataclasses
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES
from bycn.loaders.engine import Engine
from bycn.loaders.neo4j.address import Address, address_from
from bycn.loaders.selection import Selection
from bycn.queries.filters import Filters
from bycn.terminal import ask_hidden, say

_SHOW_CYPHER = "show_cypher"
FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md")

_Command = TypeVar("_Command", bound=Callable[..., Any])


class DateParameter(click.ParamType[PartialDate]):
    """A partial date: 2023, 2023-06, 2023-06-25, or a period."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> PartialDate:
        """Read it, or say what would be right."""
        try:
            return value if isinstance(value, PartialDate) else PartialDate.parse(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def examples(*lines: str) -> str:
    """The examples at the end of a command's help, as they would be typed."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


DATE = DateParameter()
ENTITY_TYPE = click.Choice(ENTITY_TYPE_NAMES)


def output_options(command: _Command) -> _Command:
    """Add `--format`."""
    option = click.option(
        "--format",
        "format_",
        type=click.Choice(FORMATS),
        envvar="BYCN_FORMAT",
        show_envvar=True,
        help="How to print; the default is a table on a terminal and TSV in a pipe.",
    )
    return option(command)


def data_options(command: _Command) -> _Command:
    """Add the options that say which graph is asked."""
    options = [
        click.option(
            "--data",
            "data",
            type=click.Path(path_type=Path),
            multiple=True,
            help="Tables of your own, a file or folder, joined to the shipped ones.",
        ),
        click.option("--only-data", is_flag=True, help="Ask your own tables alone."),
    ]
    return _apply([*options, *_ADDRESS_OPTIONS], command)


_ADDRESS_OPTIONS = [
    click.option("--uri", help="Ask the Neo4j at this address, such as bolt://localhost:7687.  [env: NEO4J_URI]"),
    click.option("--database", metavar="NAME", help="The Neo4j database.  [env: NEO4J_DATABASE]"),
    click.option("--user", metavar="NAME", help="The Neo4j user.  [env: NEO4J_USERNAME; default: neo4j]"),
    click.option(
        "--password-file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="The file with the password, else NEO4J_PASSWORD or a prompt.",
    ),
]


def filter_options(command: _Command) -> _Command:
    """Add the common filters."""
    options = [
        click.option(
            "--type", "types", multiple=True, metavar="TYPE", help="Only facts of this type, such as AGREEMENT."
        ),
        click.option("--exclude", multiple=True, metavar="TYPE", help="No facts of this type."),
        click.option(
            "--between", nargs=2, type=DATE, metavar="FROM TO", help="Only facts of this time, such as 2019 2023."
        ),
        click.option("--as-of", type=DATE, help="Only what held then: a day, month or year."),
        click.option("--status", "statuses", multiple=True, metavar="STATUS", help="Only facts of this status."),
        click.option("--only-signed", is_flag=True, help="No plans: nothing planned, proposed or negotiated."),
        click.option("--sector", "sectors", multiple=True, help="Only facts of this sector."),
    ]
    return cypher_option(_apply(options, command))


def cypher_option(command: _Command) -> _Command:
    """Add `--show-cypher`, which `engine_from` heeds."""

    def remember(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
        ctx.meta[_SHOW_CYPHER] = value

    option = click.option(
        "--show-cypher",
        is_flag=True,
        expose_value=False,
        callback=remember,
        help="Tell on stderr which Cypher ran, with its parameters.",
    )
    return option(command)


def _apply(options: list[Callable[[Any], Any]], command: _Command) -> _Command:
    for option in reversed(options):
        command = option(command)
    return command


def filters_from(options: dict[str, Any]) -> Filters:
    """Take the common filters out of a command's options."""
    between: tuple[PartialDate, PartialDate] | None = options.pop("between")
    if between and between[0].first > between[1].last:
        raise click.BadParameter("the period ends before it starts", param_hint="--between")
    period = PartialDate(f"{between[0]}/{between[1]}", between[0].start, between[1].end) if between else None
    return Filters(
        types=options.pop("types"),
        exclude=options.pop("exclude"),
        statuses=options.pop("statuses"),
        only_signed=options.pop("only_signed"),
        sectors=options.pop("sectors"),
        between=period,
        as_of=options.pop("as_of"),
    )


def engine_from(options: dict[str, Any]) -> Engine:
    """Open the engine that a command's options ask for, and take those options out. Its warnings are told."""
    from bycn.loaders.opening import open_engine

    selection = selection_from(options)
    address = address_from_options(options, asked=selection == Selection())
    if address and selection != Selection():
        raise click.UsageError(
            "--data is asked without a server; `bycn load --data` takes tables to the Neo4j of --uri"
        )
    engine = open_engine(selection, address)
    for warning in engine.warnings:
        say(warning)
    if click.get_current_context().meta.get(_SHOW_CYPHER):
        from bycn.showing import ShowingEngine

        return cast("Engine", ShowingEngine(engine))
    return engine


def selection_from(options: dict[str, Any]) -> Selection:
    """Which tables a command's options select."""
    return Selection(tuple(options.pop("data")), options.pop("only_data"))


def address_from_options(
    options: dict[str, Any], *, asked: bool = True, default_uri: str | None = None
) -> Address | None:
    """The Neo4j that a command's options, or where `asked` the environment, name. Without a password it is prompted."""
    uri = options.pop("uri")
    login = {name: options.pop(name) for name in ("user", "database", "password_file")}
    if not (uri or asked):
        return None
    address = address_from(uri, default_uri=default_uri, **login)
    if address and address.password is None and sys.stdin.isatty():
        password = ask_hidden(f"Password of {address.user} at {address.place}")
        return dataclasses.replace(address, password=password or None)
    return address
