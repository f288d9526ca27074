"""The options that many commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from graph_model.dates import PartialDate
from graph_model.vocabulary import ENTITY_TYPE_NAMES
from loaders.engine import Engine
from loaders.selection import Selection
from queries.filters import Filters

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
    return _apply(options, command)


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
    return _apply(options, command)


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
    """Open the engine that a command's options ask for, and take those options out."""
    from loaders.opening import open_engine

    return open_engine(Selection(tuple(options.pop("data")), options.pop("only_data")))
