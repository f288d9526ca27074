"""`bycn resolve`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.completion.names import entity_names
from bycn.exit_codes import NOT_FOUND, explain
from bycn.options import examples, on_graph, output_options
from bycn.output import Output, print_answer
from bycn.terminal import say

if TYPE_CHECKING:
    from bycn.notebook import OpenGraph


@click.command(
    "resolve",
    cls=Command,
    epilog=examples(
        "bycn resolve Vitebsk Витебск",
        "bycn resolve CN-SN Шэньси 陕西",
    ),
)
@click.argument("names", nargs=-1, required=True, metavar="NAME...", shell_complete=entity_names)
@on_graph
@output_options
def command(graph: "OpenGraph", *, names: tuple[str, ...], output: Output) -> None:
    """Show which entity each NAME means: an id, an ISO code, or any name in any language."""
    from bycn.graph_model.names import AmbiguousName, UnknownName
    from bycn.queries.answers import Answer

    rows, failures = [], []
    for name in names:
        try:
            match = graph.resolve(name)
            rows.append((name, match.id, match.name, match.type, match.kind))
        except (AmbiguousName, UnknownName) as failure:
            failures.append(explain(failure))
    print_answer(Answer(("text", "id", "name", "type", "match"), rows), output)
    for message in failures:
        say(f"bycn: {message}")
    if failures:
        click.get_current_context().exit(NOT_FOUND)
