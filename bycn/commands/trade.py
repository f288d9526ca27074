"""`bycn trade`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.completion.candidates import goods
from bycn.completion.names import entity_names
from bycn.options import answering, exact_option, examples, filter_options

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "trade",
    cls=Command,
    epilog=examples(
        "bycn trade Brest",
        'bycn trade "Minsk Region" --with Guangdong',
        'bycn trade BUTB --good "sawn timber" --between 2023 2023 --format md',
    ),
)
@click.argument("name", shell_complete=entity_names)
@click.option(
    "--with",
    "partner",
    metavar="PARTNER",
    shell_complete=entity_names,
    help="Only trade with PARTNER and what is inside it.",
)
@click.option("--good", shell_complete=goods, help="Only this good or service.")
@click.option("--joined", is_flag=True, help="Add up different periods too, and say what lies between them.")
@exact_option
@filter_options
@answering
def command(
    graph: "OpenGraph",
    name: str,
    *,
    partner: str | None,
    good: str | None,
    joined: bool,
    exact: bool,
    filters: "Words",
) -> "Answer":
    """The trade flows and contracts of NAME and of what is inside it, and what they add up to.

    There is a sum for each measure, currency or unit, period and reporting country; plans, services, contracts to sell
    and to buy, and quantities of each good are added up apart. A figure that is part of another is left out, and
    figures that overlap aren't added up; a remark says so.
    """
    return graph.trade(name, partner=partner, good=good, joined=joined, exact=exact, **filters)
