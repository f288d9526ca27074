"""`bycn show`."""

from typing import TYPE_CHECKING

import click

from bycn.completion.names import entity_names
from bycn.options import answering, examples, filter_options

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "show",
    epilog=examples(
        "bycn show Vitebsk",
        "bycn show 维捷布斯克州 --type TWINNED_WITH",
        "bycn show exchange/butb --between 2023 2023 --format jsonl",
    ),
)
@click.argument("name", shell_complete=entity_names)
@filter_options
@answering
def command(graph: "OpenGraph", name: str, *, filters: "Words") -> "Answer":
    """One entity: its names in all languages, and the facts it stands in itself."""
    return graph.show(name, **filters)
