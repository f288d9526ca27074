"""`bycn neighbours`."""

from typing import Any

import click

from bycn.completion import entity_names
from bycn.options import data_options, engine_from, examples, filter_options, filters_from, output_options
from bycn.output import print_answer, say
from bycn.remarks import place_of, time_remarks


@click.command(
    "neighbours",
    epilog=examples(
        'bycn neighbours "Great Stone"',
        "bycn neighbours BUTB --type ACCREDITED_AT",
        "bycn neighbours Polotsk --exact --depth 2",
    ),
)
@click.argument("name", shell_complete=entity_names)
@click.option("--depth", type=click.IntRange(1, 6), default=1, show_default=True, help="How many steps to walk.")
@click.option("--through-countries", is_flag=True, help="Walk on through Belarus and China themselves.")
@click.option("--exact", is_flag=True, help="A bare city name is the city, not its region.")
@filter_options
@data_options
@output_options
def command(name: str, *, exact: bool, format_: str | None, **options: Any) -> None:
    """Who is directly tied to NAME."""
    from bycn.queries.neighbours import neighbours

    filters = filters_from(options)
    with engine_from(options) as engine:
        place = place_of(engine, name, exact=exact)
        answer = neighbours(engine, place.id, filters=filters, **options)
        answer.remarks.extend(time_remarks(engine, filters))
    print_answer(answer, format_)
    if not answer.rows:
        say(f"{place.name} is known, but nothing is tied to it here")
