"""`bycn between`."""

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
    "between",
    cls=Command,
    epilog=examples(
        "bycn between Vitebsk Shandong",
        "bycn between Orsha Nanchang --exact",
        "bycn between BSU Liaoning --only-signed --format csv",
    ),
)
@click.argument("first", metavar="A", shell_complete=entity_names)
@click.argument("second", metavar="B", shell_complete=entity_names)
@click.option("--with-events", is_flag=True, help="Include participation in events and memberships.")
@exact_option
@filter_options
@answering
def command(
    graph: "OpenGraph", first: str, second: str, *, with_events: bool, exact: bool, filters: "Words"
) -> "Answer":
    """All facts that tie A, or anything in it, to B or anything in it, pair by pair."""
    return graph.between(first, second, exact=exact, with_events=with_events, **filters)
