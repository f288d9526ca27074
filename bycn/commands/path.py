"""`bycn path`."""

from typing import Any

import click

from bycn.completion import entity_names
from bycn.options import data_options, engine_from, examples, filter_options, filters_from, output_options
from bycn.output import print_answer, say
from bycn.remarks import place_of, time_remarks


@click.command(
    "path",
    epilog=examples(
        "bycn path Novopolotsk Shandong",
        'bycn path "Brest State Technical University" Anhui --all',
        "bycn path Orsha Nanchang --exact -k 3",
    ),
)
@click.argument("start", metavar="A", shell_complete=entity_names)
@click.argument("end", metavar="B", shell_complete=entity_names)
@click.option("--all", "every_shortest", is_flag=True, help="Every path that is as short as the shortest.")
@click.option("-k", "count", type=click.IntRange(1, 100), help="The so many shortest paths.")
@click.option("--max-hops", type=click.IntRange(1, 20), default=8, show_default=True, help="No longer paths than this.")
@click.option("--through-countries", is_flag=True, help="Let paths run through Belarus and China themselves.")
@click.option("--exact", is_flag=True, help="A bare city name is the city, not its region.")
@filter_options
@data_options
@output_options
def command(start: str, end: str, *, exact: bool, format_: str | None, **options: Any) -> None:
    """How A and B are connected, each hop with type, date, status and source."""
    from bycn.queries.paths import paths

    filters = filters_from(options)
    with engine_from(options) as engine:
        first, last = (place_of(engine, name, exact=exact) for name in (start, end))
        answer = paths(engine, first.id, last.id, filters=filters, **options)
        answer.remarks.extend(time_remarks(engine, filters))
    print_answer(answer, format_)
    if not answer.rows and first.id != last.id:
        say(f"no path of {options['max_hops']} hops or fewer joins {first.name} and {last.name}")
