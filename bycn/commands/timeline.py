"""`bycn timeline`."""

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
    "timeline",
    cls=Command,
    epilog=examples(
        "bycn timeline Vitebsk",
        'bycn timeline "Great Stone" --between 2023 2024',
        "bycn timeline Orsha --exact --only-signed --format md",
    ),
)
@click.argument("name", shell_complete=entity_names)
@exact_option
@filter_options
@answering
def command(graph: "OpenGraph", name: str, *, exact: bool, filters: "Words") -> "Answer":
    """The facts of NAME and of everything in it, by date; those without a date come last."""
    return graph.timeline(name, exact=exact, **filters)
