"""`bycn timeline`."""

from typing import Any

import click

from bycn.completion import entity_names
from bycn.options import data_options, engine_from, examples, filter_options, filters_from, output_options
from bycn.output import print_answer, say
from bycn.remarks import place_of, time_remarks


@click.command(
    "timeline",
    epilog=examples(
        "bycn timeline Vitebsk",
        'bycn timeline "Great Stone" --between 2023 2024',
        "bycn timeline Orsha --exact --only-signed --format md",
    ),
)
@click.argument("name", shell_complete=entity_names)
@click.option("--exact", is_flag=True, help="A bare city name is the city, not its region.")
@filter_options
@data_options
@output_options
def command(name: str, *, exact: bool, format_: str | None, **options: Any) -> None:
    """The facts of NAME and of what is inside it, in order of date; what has none comes last."""
    from bycn.queries.timeline import timeline

    filters = filters_from(options)
    with engine_from(options) as engine:
        party = place_of(engine, name, exact=exact)
        answer = timeline(engine, party.id, filters)
        answer.remarks.extend(time_remarks(engine, filters))
    print_answer(answer, format_)
    if not answer.rows:
        say(f"{party.name} is known, but nothing is told of it here")
