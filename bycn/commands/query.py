"""`bycn query`."""

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import click

from bycn.command import Command
from bycn.completion.candidates import a_file
from bycn.loaders.bounded_reading import MOST_IN_QUESTION
from bycn.options import answering_up_to, examples, parameters_option
from bycn.parameter_types import Above0, whole_number
from bycn.queries.answers import NoFacts
from bycn.queries.read_only import MOST_SECONDS, ROWS, SECONDS

if TYPE_CHECKING:
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "query",
    cls=Command,
    epilog=examples(
        'bycn query "MATCH (c:City)-[r:TWINNED_WITH]-(d) RETURN c.name, d.name, r.date ORDER BY r.date LIMIT 10"',
        "bycn query 'MATCH (e:Entity {id: $id}) RETURN e' -p id=city/vitebsk --format json",
        "bycn query 'MATCH ()-[r:TWINNED_WITH]->() RETURN r.id AS fact' --draw twins.svg",
    ),
)
@click.argument("text", metavar="CYPHER")
@parameters_option("A parameter: JSON, or else text.", '["A","B"]')
@click.option(
    "--timeout",
    "seconds",
    type=Above0(MOST_SECONDS),
    default=SECONDS,
    show_default=True,
    help="Stop it after this many seconds.",
)
@click.option("--limit", type=whole_number(1), default=ROWS, show_default=True, help="How many rows at most.")
@click.option(
    "--draw",
    "picture",
    metavar="FILE",
    shell_complete=a_file,
    help="Draw the facts as well: .html, .svg, .png or .pdf.",
)
@answering_up_to
def command(
    graph: "OpenGraph",
    text: str,
    *,
    params: dict[str, str],
    seconds: float,
    limit: int,
    picture: str | None,
) -> "Answer":
    """Ask in your own Cypher, given on the line or, with -, from stdin. It can only read.

    Nothing is ever changed. LOAD CSV, procedures that do more than describe the database and functions other than
    Cypher's own are refused, and so is what the embedded engine would answer wrongly: the message says what to write
    instead. Return values, lists and maps where you can: a path p prints best as nodes(p). --draw draws the facts
    whose ids are in a column 'fact' or 'facts': RETURN r.id AS fact.
    """
    from bycn.pictures.recipe import command as command_of

    query = _from_stdin() if text == "-" else text
    answer = graph.query(
        query, params={name: _value(name, typed) for name, typed in params.items()}, seconds=seconds, limit=limit
    )
    if picture:
        try:
            bounds = {"limit": limit if limit != ROWS else None, "seconds": seconds if seconds != SECONDS else None}
            again = command_of({"names": (query,), "params": params, **bounds, **graph.opened_by}, "query")
            drawn = dataclasses.replace(answer.draw(), command=again)
            drawn.save(picture, force=click.get_current_context().params["force"])
        except NoFacts as error:
            raise click.UsageError(str(error)) from error
    return answer


def _from_stdin() -> str:
    text: str = click.open_file("-", encoding="utf-8").read(MOST_IN_QUESTION + 1)
    if len(text) > MOST_IN_QUESTION:
        raise click.UsageError(f"what stdin gives has more than {MOST_IN_QUESTION:,} characters, and is no question")
    return text


def _value(name: str, typed: str) -> Any:
    try:
        return json.loads(typed)
    except ValueError:
        return typed
    except RecursionError:
        raise click.BadParameter(f"{name} holds lists or maps within each other, too deep", param_hint="-p") from None
