"""`bycn sources`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.options import answering, examples, filter_options

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "sources",
    cls=Command,
    epilog=examples(
        "bycn sources",
        "bycn sources fn-16",
        "bycn sources zalesskij-2024/fn-22 --type AGREEMENT",
    ),
)
@click.argument("source", required=False, metavar="[ID]")
@filter_options
@answering
def command(graph: "OpenGraph", source: str | None, *, filters: "Words") -> "Answer":
    """The sources with the number of facts that cite each, or the facts that rest on one."""
    return graph.sources(source, **filters)
