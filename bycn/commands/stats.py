"""`bycn stats`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.options import answering, examples, filter_options

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "stats",
    cls=Command,
    epilog=examples(
        "bycn stats",
        "bycn stats --only-signed --between 2023 2024",
    ),
)
@filter_options
@answering
def command(graph: "OpenGraph", *, filters: "Words") -> "Answer":
    """Count the entities by type and country, and the facts by type and status, and by work.

    With filters, the entities are those that have a fact which the filters keep.
    """
    return graph.stats(**filters)
