"""`bycn export`."""

from typing import Any

import click

from bycn.options import data_options, engine_from, examples, filter_options, filters_from

FORMATS = ("jsonl",)


@click.command(
    "export",
    epilog=examples(
        "bycn export jsonl -o graph.jsonl --force",
        "bycn export jsonl --only-signed --sector education",
    ),
)
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option("-o", "--output", "path", default="-", metavar="FILE", help="Where to write; stdout without it.")
@click.option("--force", is_flag=True, help="Overwrite FILE where it exists.")
@filter_options
@data_options
def command(form: str, *, path: str, force: bool, **options: Any) -> None:
    """Write the graph, or the facts that the filters keep, in FORMAT (jsonl)."""
    from bycn.exports import jsonl
    from bycn.files import write_lines

    filters = filters_from(options)
    with engine_from(options) as engine:
        write_lines(jsonl.lines(engine, filters), path, force=force)
