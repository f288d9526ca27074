"""`bycn components`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.network_options import WHAT_TIES, tie_options
from bycn.options import answering, examples, filter_options

if TYPE_CHECKING:
    from bycn.keyword_filters import Counting, Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "components",
    cls=Command,
    help=f"The separate parts of the network, which no tie joins to each other, the largest first.\n\n{WHAT_TIES}",
    epilog=examples(
        "bycn components",
        "bycn components --type TWINNED_WITH --members",
    ),
)
@click.option("--members", "each_member", is_flag=True, help="One row per entity.")
@filter_options
@tie_options
@answering
def command(graph: "OpenGraph", *, each_member: bool, counting: "Counting", filters: "Words") -> "Answer":
    """The separate parts of the network, which no tie joins to each other."""
    return graph.components(each_member=each_member, **counting, **filters)
