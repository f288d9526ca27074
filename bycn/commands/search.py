"""`bycn search`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.options import answering_up_to, examples, filter_options
from bycn.parameter_types import whole_number
from bycn.queries.overview import LIMIT

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "search",
    cls=Command,
    epilog=examples(
        "bycn search stone",
        "bycn search университет",
        "bycn search flax --format json",
    ),
)
@click.argument("text")
@click.option(
    "--limit",
    type=whole_number(1),
    default=LIMIT,
    show_default=True,
    help="How many entities, and how many facts, at most.",
)
@filter_options
@answering_up_to
def command(graph: "OpenGraph", text: str, *, limit: int, filters: "Words") -> "Answer":
    """Find the entities whose name contains TEXT, in any language, and the facts that mention it.

    A fact may mention it in its title or note, in what a figure counts, as a good or sector, or as its amount:
    `bycn search timber`, `bycn search "80.6 million"`.
    """
    return graph.search(text, limit=limit, **filters)
