"""`bycn stats`."""

from typing import Any

import click

from bycn.options import data_options, engine_from, examples, filter_options, filters_from, output_options
from bycn.output import print_answer


@click.command(
    "stats",
    epilog=examples(
        "bycn stats",
        "bycn stats --only-signed --between 2023 2024",
    ),
)
@filter_options
@data_options
@output_options
def command(*, format_: str | None, **options: Any) -> None:
    """How many entities there are by type and country, and how many facts by type and status."""
    from bycn.queries.overview import stats

    filters = filters_from(options)
    with engine_from(options) as engine:
        print_answer(stats(engine, filters), format_)
