"""`bycn central`."""

from typing import Any

import click

from bycn.options import examples, output_options
from bycn.output import print_answer
from bycn.ties import WHAT_TIES, tie_options, ties_from


@click.command(
    "central",
    help=f"Who stands in the middle of the network, by degree or betweenness centrality.\n\n{WHAT_TIES}",
    epilog=examples(
        "bycn central",
        "bycn central --by betweenness --type TWINNED_WITH",
        "bycn central --sector education --between 2019 2023 --limit 10",
    ),
)
@click.option(
    "--by", type=click.Choice(("degree", "betweenness")), default="degree", show_default=True, help="What to order by."
)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many rows.")
@tie_options
@output_options
def command(*, by: str, limit: int, format_: str | None, **options: Any) -> None:
    """Who stands in the middle of the network."""
    from bycn.queries.centrality import central

    print_answer(central(ties_from(options), by=by, limit=limit), format_)
