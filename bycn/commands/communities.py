"""`bycn communities`."""

from typing import Any

import click

from bycn.options import examples, output_options
from bycn.output import print_answer
from bycn.ties import WHAT_TIES, tie_options, ties_from


@click.command(
    "communities",
    help="Which entities are tied more to each other than to the rest (method of Louvain, seeded: the same graph "
    f"gives the same communities).\n\n{WHAT_TIES}",
    epilog=examples(
        "bycn communities",
        "bycn communities --members --type AGREEMENT --format csv",
        "bycn communities --resolution 2 --only-signed",
    ),
)
@click.option("--members", "each_member", is_flag=True, help="One row an entity.")
@click.option(
    "--resolution",
    type=click.FloatRange(0, min_open=True),
    default=1.0,
    show_default=True,
    help="Above 1 for more and smaller ones, below for fewer and larger ones.",
)
@click.option("--seed", type=click.IntRange(0), default=2023, show_default=True, help="Where the search starts.")
@tie_options
@output_options
def command(*, each_member: bool, resolution: float, seed: int, format_: str | None, **options: Any) -> None:
    """Which entities are tied more to each other than to the rest."""
    from bycn.queries.groups import communities

    graph = ties_from(options)
    print_answer(communities(graph, resolution=resolution, seed=seed, each_member=each_member), format_)
