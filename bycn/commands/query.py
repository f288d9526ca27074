"""`bycn query`."""

import json
from typing import Any

import click

from bycn.options import data_options, engine_from, examples, output_options
from bycn.output import print_answer, say


@click.command(
    "query",
    epilog=examples(
        'bycn query "MATCH (c:City)-[r:TWINNED_WITH]-(d) RETURN c.name, d.name, r.date ORDER BY r.date LIMIT 10"',
        "bycn query 'MATCH (e:Entity {id: $id}) RETURN e' -p id=city/vitebsk --format json",
        "echo 'MATCH (n:Province) RETURN count(n) AS provinces' | bycn query -",
    ),
)
@click.argument("text", metavar="CYPHER")
@click.option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter: JSON, or else text.")
@click.option(
    "--timeout",
    "seconds",
    type=click.FloatRange(0, min_open=True),
    default=30,
    show_default=True,
    help="End it after so many seconds.",
)
@click.option("--limit", type=click.IntRange(1), default=1_000, show_default=True, help="How many rows at the most.")
@data_options
@output_options
def command(
    text: str, *, params: tuple[str, ...], format_: str | None, seconds: float, limit: int, **options: Any
) -> None:
    """Ask in Cypher of your own, from the line or (-) from stdin. It may read and nothing else.

    Nothing is changed whatever the text says. LOAD CSV, procedures that do more than tell what the database holds
    and functions other than Cypher's own are refused, and so is what the embedded engine would answer wrongly: the
    message says what to write. Return values, lists and maps where you can: a path p prints best as nodes(p).
    """
    from bycn.queries.free import free

    query = click.open_file("-", encoding="utf-8").read() if text == "-" else text
    values = dict(_parameter(param) for param in params)
    with engine_from(options) as engine:
        answer = free(engine, query, values, seconds=seconds, limit=limit)
    print_answer(answer, format_)
    if not answer.rows:
        say("no rows")


def _parameter(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not (name and equals):
        raise click.BadParameter(f"'{text}' has no value; write NAME=VALUE", param_hint="-p")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
