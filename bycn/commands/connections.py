"""`bycn connections`."""

from typing import Any

import click

from bycn.completion import entity_names
from bycn.options import ENTITY_TYPE, data_options, engine_from, examples, filter_options, filters_from, output_options
from bycn.output import print_answer, say
from bycn.remarks import place_of, time_remarks


@click.command(
    "connections",
    epilog=examples(
        "bycn connections Vitebsk --to province",
        "bycn connections Витебск --to city --only-signed",
        "bycn connections Chongqing --to oblast --facts --format md",
    ),
)
@click.argument("name", shell_complete=entity_names)
@click.option("--to", type=ENTITY_TYPE, default="province", show_default=True, help="What to look for.")
@click.option("--facts", "each_fact", is_flag=True, help="One row a fact.")
@click.option("--direct", is_flag=True, help="Leave out what lies inside, on both sides.")
@click.option("--with-events", is_flag=True, help="Count events and memberships too.")
@click.option("--exact", is_flag=True, help="A bare city name is the city, not its region.")
@filter_options
@data_options
@output_options
def command(name: str, *, exact: bool, format_: str | None, **options: Any) -> None:
    """Who is tied to NAME, or to anything inside it, and through which facts."""
    from bycn.queries.connections import connections

    filters = filters_from(options)
    with engine_from(options) as engine:
        place = place_of(engine, name, exact=exact)
        answer = connections(engine, place.id, filters=filters, **options)
        answer.remarks.extend(time_remarks(engine, filters))
    print_answer(answer, format_)
    if not answer.rows:
        say(f"{place.name} is known, but no {options['to']} is tied to it here")
