"""`bycn central`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.network_options import WHAT_TIES, tie_options
from bycn.options import answering_up_to, examples, filter_options
from bycn.parameter_types import WordParameter, whole_number
from bycn.queries.centrality import BY, LIMIT, MEASURES

if TYPE_CHECKING:
    from bycn.keyword_filters import Counting, Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "central",
    cls=Command,
    help=f"Who is at the centre of the network, by degree or betweenness centrality.\n\n{WHAT_TIES}",
    epilog=examples(
        "bycn central",
        "bycn central --by betweenness --type TWINNED_WITH",
        "bycn central --sector education --between 2019 2023 --limit 10",
    ),
)
@click.option("--by", type=WordParameter(MEASURES), default=BY, show_default=True, help="What to order by.")
@click.option("--limit", type=whole_number(1), default=LIMIT, show_default=True, help="How many rows at most.")
@filter_options
@tie_options
@answering_up_to
def command(graph: "OpenGraph", *, by: str, limit: int, counting: "Counting", filters: "Words") -> "Answer":
    """Who is at the centre of the network."""
    return graph.central(by=by, limit=limit, **counting, **filters)
