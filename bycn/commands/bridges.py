"""`bycn bridges`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.network_options import WHAT_TIES, tie_options
from bycn.options import answering, examples, filter_options
from bycn.parameter_types import whole_number
from bycn.queries.bridges import LEAST

if TYPE_CHECKING:
    from bycn.keyword_filters import Counting, Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "bridges",
    cls=Command,
    help="The ties that hold the network together: without any one of them it would fall into two.\n\n"
    f"A pair tied by several facts is a bridge too, where nothing else joins its sides.\n\n{WHAT_TIES}",
    epilog=examples(
        "bycn bridges",
        "bycn bridges --least 1 --type TWINNED_WITH",
    ),
)
@click.option(
    "--least",
    type=whole_number(1),
    default=LEAST,
    show_default=True,
    help="Only those that would cut off at least this many entities.",
)
@filter_options
@tie_options
@answering
def command(graph: "OpenGraph", *, least: int, counting: "Counting", filters: "Words") -> "Answer":
    """The ties that hold the network together."""
    return graph.bridges(least=least, **counting, **filters)
