"""`bycn communities`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.network_options import WHAT_TIES, tie_options
from bycn.options import answering, examples, filter_options
from bycn.parameter_types import Above0, whole_number
from bycn.queries.communities import RESOLUTION, SEED

if TYPE_CHECKING:
    from bycn.keyword_filters import Counting, Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "communities",
    cls=Command,
    help="Which entities are tied more to each other than to the rest (method of Louvain, seeded: the same graph "
    f"gives the same communities).\n\n{WHAT_TIES}",
    epilog=examples(
        "bycn communities",
        "bycn communities --members --type AGREEMENT --format csv",
        "bycn communities --resolution 2 --only-signed",
    ),
)
@click.option("--members", "each_member", is_flag=True, help="One row per entity.")
@click.option(
    "--resolution",
    type=Above0(1_000),
    default=RESOLUTION,
    show_default=True,
    help="Above 1 for more and smaller ones, below for fewer and larger ones.",
)
@click.option("--seed", type=whole_number(0), default=SEED, show_default=True, help="Where the search starts.")
@filter_options
@tie_options
@answering
def command(
    graph: "OpenGraph",
    *,
    each_member: bool,
    resolution: float,
    seed: int,
    counting: "Counting",
    filters: "Words",
) -> "Answer":
    """Which entities are tied more to each other than to the rest."""
    return graph.communities(each_member=each_member, resolution=resolution, seed=seed, **counting, **filters)
