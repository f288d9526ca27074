"""`bycn path`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.completion.names import entity_names
from bycn.options import answering, exact_option, examples, filter_options
from bycn.queries.paths import MAX_HOPS

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "path",
    cls=Command,
    epilog=examples(
        "bycn path Novopolotsk Shandong",
        'bycn path "Brest State Technical University" Anhui --all',
        "bycn path Orsha Nanchang --exact -k 3",
    ),
)
@click.argument("start", metavar="A", shell_complete=entity_names)
@click.argument("end", metavar="B", shell_complete=entity_names)
@click.option("--all", "every_shortest", is_flag=True, help="Every path that is as short as the shortest.")
@click.option("-k", "count", type=click.IntRange(1, 100), help="The so many shortest paths.")
@click.option(
    "--max-hops", type=click.IntRange(1, 20), default=MAX_HOPS, show_default=True, help="No longer paths than this."
)
@click.option("--through-countries", is_flag=True, help="Let paths run through Belarus and China themselves.")
@exact_option
@filter_options
@answering
def command(
    graph: "OpenGraph",
    start: str,
    end: str,
    *,
    every_shortest: bool,
    count: int | None,
    max_hops: int,
    through_countries: bool,
    exact: bool,
    filters: "Words",
) -> "Answer":
    """How A and B are connected, each hop with type, date, status and source."""
    return graph.path(
        start,
        end,
        every_shortest=every_shortest,
        count=count,
        max_hops=max_hops,
        exact=exact,
        through_countries=through_countries,
        **filters,
    )
