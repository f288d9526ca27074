"""The options of the commands that look at the network as a whole, and the graph of ties that these ask for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bycn.options import data_options, engine_from, filter_options, filters_from
from bycn.output import say
from bycn.remarks import time_remarks

if TYPE_CHECKING:
    import networkx as nx

_Command = TypeVar("_Command", bound=Callable[..., Any])

WHAT_TIES = """\
\b
Ties are counted between two entities, each pair once, whatever the direction.
Figures (INDICATOR) tie nobody, structure (LOCATED_IN, PART_OF) only --with-structure,
events and memberships only --with-events; a type named with --type counts in any case.
Belarus and China are left out unless --through-countries: everything hangs on them."""


def tie_options(command: _Command) -> _Command:
    """Add the common filters, what counts as a tie, and which graph is asked."""
    options = [
        click.option("--with-events", is_flag=True, help="Count events and memberships too."),
        click.option("--with-structure", is_flag=True, help="Count what lies in what, too."),
        click.option("--through-countries", is_flag=True, help="Keep Belarus and China themselves."),
        click.option(
            "--max-facts",
            type=click.IntRange(1),
            default=200_000,
            show_default=True,
            help="Refuse a larger graph than this.",
        ),
    ]
    command = data_options(command)
    for option in reversed(options):
        command = option(command)
    return filter_options(command)


def ties_from(options: dict[str, Any]) -> "nx.Graph":
    """Read the graph of ties that a command's options ask for, and take those options out."""
    from bycn.queries.networks import ties

    filters = filters_from(options)
    wanted = {name: options.pop(name) for name in ("with_events", "with_structure", "through_countries", "max_facts")}
    with engine_from(options) as engine:
        graph = ties(engine, filters, **wanted)
        for remark in time_remarks(engine, filters):
            say(remark)
    if not graph:
        say("no ties are left by these filters")
    return graph
