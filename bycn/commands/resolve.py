"""`bycn resolve`."""

from typing import Any

import click

from bycn.completion import entity_names
from bycn.failures import NOT_FOUND
from bycn.options import data_options, engine_from, examples, output_options
from bycn.output import print_answer, say


@click.command(
    "resolve",
    epilog=examples(
        "bycn resolve Vitebsk Витебск",
        "bycn resolve CN-SN Шэньси 陕西",
    ),
)
@click.argument("names", nargs=-1, required=True, metavar="NAME...", shell_complete=entity_names)
@data_options
@output_options
@click.pass_context
def command(ctx: click.Context, /, *, names: tuple[str, ...], format_: str | None, **options: Any) -> None:
    """Which entity a name means: by id, ISO code, or any name in any language."""
    from bycn.graph_model.names import AmbiguousName, UnknownName
    from bycn.queries.answers import Answer
    from bycn.queries.resolving import resolve

    rows, failures = [], []
    with engine_from(options) as engine:
        for name in names:
            try:
                match = resolve(engine, name)
                rows.append((name, match.id, match.name, match.type, match.kind))
            except (AmbiguousName, UnknownName) as failure:
                failures.append(str(failure))
    print_answer(Answer(("text", "id", "name", "type", "match"), rows), format_)
    for message in failures:
        say(f"bycn: {message}")
    if failures:
        ctx.exit(NOT_FOUND)
