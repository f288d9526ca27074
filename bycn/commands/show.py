"""`bycn show`."""

from typing import Any

import click

from bycn.completion import entity_names
from bycn.options import data_options, engine_from, examples, filter_options, filters_from, output_options
from bycn.output import print_answer


@click.command(
    "show",
    epilog=examples(
        "bycn show Vitebsk",
        "bycn show 维捷布斯克州 --type TWINNED_WITH",
        "bycn show exchange/butb --between 2023 2023 --format jsonl",
    ),
)
@click.argument("name", shell_complete=entity_names)
@filter_options
@data_options
@output_options
def command(name: str, *, format_: str | None, **options: Any) -> None:
    """One entity: its names in all languages, and the facts it stands in itself."""
    from bycn.queries.overview import show
    from bycn.queries.resolving import resolve

    filters = filters_from(options)
    with engine_from(options) as engine:
        print_answer(show(engine, resolve(engine, name).id, filters), format_)
