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
@click.option("--all", "every_shortest", is_flag=True, help="Every chain that is as short as the shortest.")
@click.option("-k", "count", type=click.IntRange(1, 100), help="The so many best, longer ones too.")
@click.option("--with-events", is_flag=True, help="Let chains run through events and memberships.")
@click.option("--no-places", is_flag=True, help="Don't let chains run through a place that two lie in.")
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

    A and B are meant with all that lies in them. A chain is as long as its ties, and two more for each passage through
    a place or body that two on it lie in or belong to. Facts go before plans.
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
