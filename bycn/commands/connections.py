"""`bycn connections`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.completion.names import entity_names
from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES
from bycn.options import answering, exact_option, examples, filter_options
from bycn.parameter_types import ENTITY_TYPE
from bycn.queries.connections import TO

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "connections",
    cls=Command,
    epilog=examples(
        "bycn connections Vitebsk --to province",
        "bycn connections Витебск --to city --only-signed",
        "bycn connections Chongqing --to oblast --facts --format md",
    ),
)
@click.argument("name", shell_complete=entity_names)
@click.option(
    "--to",
    type=ENTITY_TYPE,
    metavar="TYPE",
    default=TO,
    show_default=True,
    help=f"What to look for: {', '.join(ENTITY_TYPE_NAMES)}.",
)
@click.option("--facts", "each_fact", is_flag=True, help="One row per fact.")
@click.option("--direct", is_flag=True, help="Leave out what lies inside NAME and inside what is found.")
@click.option("--with-events", is_flag=True, help="Include participation in events and memberships.")
@exact_option
@filter_options
@answering
def command(
    graph: "OpenGraph",
    name: str,
    *,
    to: str,
    each_fact: bool,
    direct: bool,
    with_events: bool,
    exact: bool,
    filters: "Words",
) -> "Answer":
    """Who is tied to NAME, or to anything inside it, and through which facts."""
    return graph.connections(
        name, to, exact=exact, direct=direct, with_events=with_events, each_fact=each_fact, **filters
    )
