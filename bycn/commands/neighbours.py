"""`bycn neighbours`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.completion.names import entity_names
from bycn.options import answering, exact_option, examples, filter_options
from bycn.queries.neighbours import DEPTH

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "neighbours",
    cls=Command,
    epilog=examples(
        'bycn neighbours "Great Stone"',
        "bycn neighbours BUTB --type ACCREDITED_AT",
        "bycn neighbours Polotsk --exact --depth 2",
    ),
)
@click.argument("name", shell_complete=entity_names)
@click.option("--depth", type=click.IntRange(1, 6), default=DEPTH, show_default=True, help="How many steps away.")
@click.option("--through-countries", is_flag=True, help="Go on through Belarus and China themselves.")
@exact_option
@filter_options
@answering
def command(
    graph: "OpenGraph", name: str, *, depth: int, through_countries: bool, exact: bool, filters: "Words"
) -> "Answer":
    """Who is directly tied to NAME."""
    return graph.neighbours(name, depth=depth, exact=exact, through_countries=through_countries, **filters)
