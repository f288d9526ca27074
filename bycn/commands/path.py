"""`bycn path`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.completion.names import entity_names
from bycn.options import answering, exact_option, examples, filter_options

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "path",
    cls=Command,
    epilog=examples(
        "bycn path Vitebsk Jinan",
        "bycn path MTZ Huawei --all",
        "bycn path Gomel Gansu --through-countries -k 3",
    ),
)
@click.argument("first", metavar="A", shell_complete=entity_names)
@click.argument("second", metavar="B", shell_complete=entity_names)
@click.option("--all", "every_shortest", is_flag=True, help="Show every chain as short as the shortest.")
@click.option("-k", "count", type=click.IntRange(1, 100), metavar="N", help="The N best chains, longer ones included.")
@click.option("--with-events", is_flag=True, help="Let chains run through events and memberships.")
@click.option("--no-places", is_flag=True, help="Don't let chains run through a place that two of them share.")
@click.option("--through-countries", is_flag=True, help="Let chains run through Belarus and China themselves.")
@exact_option
@filter_options
@answering
def command(
    graph: "OpenGraph",
    first: str,
    second: str,
    *,
    every_shortest: bool,
    count: int | None,
    with_events: bool,
    no_places: bool,
    through_countries: bool,
    exact: bool,
    filters: "Words",
) -> "Answer":
    """How A and B are connected: what ties them directly, else the best chains.

    A and B include everything that lies in them. Each tie of a chain counts as one step, and passing through a place
    or body that two entities share as two. Chains of facts come before those that rest on plans.
    """
    return graph.path(
        first,
        second,
        every_shortest=every_shortest,
        count=count,
        exact=exact,
        with_events=with_events,
        no_places=no_places,
        through_countries=through_countries,
        **filters,
    )
