"""`bycn load`."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.loaders.rows import BATCH
from bycn.options import Origin, examples, origin_options, output_options
from bycn.output import Output, print_answer
from bycn.progress import Progress
from bycn.terminal import ask_yes, give, say

if TYPE_CHECKING:
    from bycn.loaders.neo4j.load import Summary
    from bycn.loaders.neo4j.replacing import OtherDataset


@click.command(
    "load",
    cls=Command,
    epilog=examples(
        "bycn load --dry-run",
        "bycn load --uri neo4j+s://graph.example.org --database cooperation",
        "bycn load --data my-tables/ --no-prune",
    ),
)
@click.option("--dry-run", is_flag=True, help="Show what would be created, changed and removed; write nothing.")
@click.option(
    "--prune/--no-prune",
    default=True,
    show_default=True,
    help="Remove what an earlier load put there and the tables no longer contain.",
)
@click.option("--verify", is_flag=True, help="Compare every property that is really there, and repair what differs.")
@click.option("--yes", is_flag=True, help="Remove without asking what was loaded from other tables, too.")
@click.option(
    "--batch", type=click.IntRange(1, 1_000_000), default=BATCH, show_default=True, help="Rows per transaction."
)
@origin_options
@output_options
def command(*, origin: Origin, dry_run: bool, prune: bool, verify: bool, yes: bool, batch: int, output: Output) -> None:
    """Load the graph into a Neo4j, at bolt://localhost:7687 unless --uri or NEO4J_URI names another.

    Only what differs is written, so that loading again, after an edit or a mishap, is quick and safe.
    """
    from bycn.loaders.neo4j.address import LOCAL
    from bycn.loaders.neo4j.connection import Connection
    from bycn.loaders.neo4j.load import load, plan
    from bycn.loaders.neo4j.replacing import OtherDataset
    from bycn.loaders.tables import read_graph
    from bycn.queries.answers import Answer

    graph = read_graph(origin.selection)
    address = origin.address(default_uri=LOCAL)
    assert address  # there is a default one

    def in_place(work: Callable[..., "Summary"], may_replace: Callable[[OtherDataset], None]) -> "Summary":
        try:
            return work(connection, graph, prune=prune, verify=verify, replace=yes)
        except OtherDataset as error:
            may_replace(error)
            return work(connection, graph, prune=prune, verify=verify, replace=True)

    with Connection(address) as connection:
        if dry_run:
            summary = in_place(plan, lambda error: say(f"{error}: a load asks first, unless --yes is given"))
            print_answer(Answer(("change", "what", "count", "ids"), summary.changes()), output)
            say(f"would be: {_in_words(summary)}; nothing was written")
            return
        progress = Progress()
        try:
            summary = in_place(partial(load, size=batch, progress=progress), _ask)
        finally:
            progress.end()
    if summary.constraints:
        say(f"{summary.constraints} missing constraints were created")
    for id_ in summary.released:
        say(f"{id_} is gone from the tables but stays in the database: relationships not made by bycn depend on it")
    give(f"{_in_words(summary)}; {summary.seconds:.1f} s, {summary.rate:.0f} rows/s")


def _ask(error: "OtherDataset") -> None:
    if not sys.stdin.isatty():
        raise click.UsageError(f"{error}; nothing was written: --yes removes them, --no-prune keeps them")
    if not ask_yes(f"{error} (--no-prune keeps them). Remove them?"):
        raise click.Abort


def _in_words(summary: "Summary") -> str:
    kept = f", {summary.kept} stale ones kept" if summary.kept else ""
    return (
        f"{summary.created} created, {summary.changed} changed, {summary.unchanged} unchanged, "
        f"{summary.removed} removed{kept}"
    )
