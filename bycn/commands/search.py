"""`bycn search`."""

from typing import Any

import click

from bycn.options import data_options, engine_from, examples, filter_options, filters_from, output_options
from bycn.output import print_answer, say


@click.command(
    "search",
    epilog=examples(
        "bycn search stone",
        "bycn search университет",
        "bycn search flax --format json",
    ),
)
@click.argument("text")
@click.option(
    "--limit", type=click.IntRange(1), default=100, show_default=True, help="How many of each kind at the most."
)
@filter_options
@data_options
@output_options
def command(text: str, *, format_: str | None, limit: int, **options: Any) -> None:
    """Entities with a name that contains TEXT, in any language, and facts whose title or note does."""
    from bycn.queries.overview import search

    filters = filters_from(options)
    with engine_from(options) as engine:
        answer = search(engine, text, limit=limit, filters=filters)
    print_answer(answer, format_)
    if not answer.rows:
        say(f"nothing contains '{text}'")
