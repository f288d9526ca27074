"""`bycn sources`."""

from typing import Any

import click

from bycn.options import data_options, engine_from, examples, filter_options, filters_from, output_options
from bycn.output import print_answer, say


@click.command(
    "sources",
    epilog=examples(
        "bycn sources",
        "bycn sources fn-16",
        "bycn sources zalesskij-2024/fn-22 --type AGREEMENT",
    ),
)
@click.argument("source", required=False, metavar="[ID]")
@filter_options
@data_options
@output_options
def command(source: str | None, *, format_: str | None, **options: Any) -> None:
    """The sources with the number of facts that cite each, or the facts that rest on one."""
    from bycn.queries.evidence import facts_of_source, sources

    filters = filters_from(options)
    with engine_from(options) as engine:
        answer = facts_of_source(engine, source, filters) if source else sources(engine)
    print_answer(answer, format_)
    if not answer.rows:
        say("no fact rests on it")
