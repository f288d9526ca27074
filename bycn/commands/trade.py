"""`bycn trade`."""

from typing import Any

import click

from bycn.completion.names import entity_names
from bycn.options import data_options, engine_from, examples, filter_options, filters_from, output_options
from bycn.output import print_answer, say
from bycn.remarks import place_of, time_remarks


@click.command(
    "trade",
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
    help="Only trade with this one and what is inside it.",
)
@click.option("--good", help="Only this good or service.")
@click.option("--joined", is_flag=True, help="Add up periods too, from the first day to the last.")
@click.option("--exact", is_flag=True, help="A bare city name is the city, not its region.")
@filter_options
@data_options
@output_options
def command(
    name: str, *, partner: str | None, good: str | None, joined: bool, exact: bool, format_: str | None, **options: Any
) -> None:
    """The flows and contracts of NAME and what is inside it, and what they add up to.

    Sums are made per measure, currency or unit and period, plans apart. What lies within another figure is left out,
    and where figures overlap there is no sum: stderr says so.
    """
    from bycn.queries.terms import known_term
    from bycn.queries.trade import trade

    filters = filters_from(options)
    with engine_from(options) as engine:
        party = place_of(engine, name, exact=exact)
        other = place_of(engine, partner, exact=exact) if partner else None
        term = known_term(engine, "good", good) if good else None
        between = other.id if other else None
        answer = trade(engine, party.id, partner=between, good=term, joined=joined, filters=filters)
        answer.remarks.extend(time_remarks(engine, filters))
    print_answer(answer, format_)
    if not answer.rows:
        say(f"{party.name} is known, but no such trade of it is told here")
