"""`bycn diff`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.completion.candidates import a_file, one_of
from bycn.options import examples, output_options
from bycn.output import Output, print_answer
from bycn.terminal import say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from bycn.graph_model.graph import Graph

SHIPPED = "shipped"
_CHANGES = ("added", "removed", "changed")


def _tables(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    return [*one_of((SHIPPED,))(ctx, param, incomplete), *a_file(ctx, param, incomplete)]


@click.command(
    "diff",
    cls=Command,
    epilog=examples(
        "bycn diff shipped my-tables/",
        "bycn diff my-tables-of-may/ my-tables/ --format md",
        "bycn diff shipped graph.jsonl --only-data",
    ),
)
@click.argument("before", metavar="A", shell_complete=_tables)
@click.argument("after", metavar="B", shell_complete=_tables)
@click.option("--only-data", is_flag=True, help="Don't join A and B to the shipped tables.")
@output_options
def command(before: str, after: str, *, only_data: bool, output: Output) -> None:
    """Show what changed from A to B: records added and removed, and every cell that differs.

    A and B are tables, a file or folder, joined to the shipped ones as --data joins them; 'shipped' means only those.
    """
    from bycn.loaders.differences import Difference, differences
    from bycn.queries.answers import Answer

    found = list(differences(_graph(before, only_data=only_data), _graph(after, only_data=only_data)))
    print_answer(Answer(Difference._fields, [tuple(difference) for difference in found]), output)
    counts = {change: len({(d.what, d.id) for d in found if d.change == change}) for change in _CHANGES}
    say(", ".join(f"{count} {change}" for change, count in counts.items()) if found else "no difference")


def _graph(name: str, *, only_data: bool) -> "Graph":
    from bycn.loaders.selection import Selection
    from bycn.loaders.tables import read_graph

    if name == SHIPPED:
        return read_graph(Selection())
    return read_graph(Selection((Path(name),), only_data))
