"""`bycn bridges`."""

from typing import Any

import click

from bycn.options import examples, output_options
from bycn.output import print_answer
from bycn.ties import WHAT_TIES, tie_options, ties_from


@click.command(
    "bridges",
    help="The ties that hold the network together: without one of them it falls into two.\n\n"
    f"A pair tied by several facts is a bridge too, where nothing else joins its sides.\n\n{WHAT_TIES}",
    epilog=examples(
        "bycn bridges",
        "bycn bridges --least 1 --type TWINNED_WITH",
    ),
)
@click.option(
    "--least",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="Only those that would cut off so many entities.",
)
@tie_options
@output_options
def command(*, least: int, format_: str | None, **options: Any) -> None:
    """The ties that hold the network together."""
    from bycn.queries.bridges import bridges

    print_answer(bridges(ties_from(options), least=least), format_)
