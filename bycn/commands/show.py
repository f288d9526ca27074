"""`bycn show`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.completion.candidates import entities_and_facts
from bycn.graph_model.names import UnknownName
from bycn.options import answering, examples, filter_options

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "show",
    cls=Command,
    epilog=examples(
        "bycn show Vitebsk",
        "bycn show 维捷布斯克州 --type TWINNED_WITH --format jsonl",
        "bycn show c1-123",
    ),
)
@click.argument("name", shell_complete=entities_and_facts)
@filter_options
@answering
def command(graph: "OpenGraph", name: str, *, filters: "Words") -> "Answer":
    """Show one entity: its names, key figures, partners and facts. Or one fact, by its id."""
    try:
        return graph.show(name, **filters)
    except UnknownName:
        if _is_source(graph, name):
            raise click.UsageError(f"'{name}' is a source: bycn sources {name}") from None
        raise


def _is_source(graph: "OpenGraph", name: str) -> bool:
    try:
        return bool(graph.sources(name).about)
    except UnknownName:
        return False
