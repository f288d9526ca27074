"""`bycn validate`."""

from pathlib import Path

import click

from bycn.command import Command
from bycn.exit_codes import BAD_DATA
from bycn.graph_model.counting import counted
from bycn.options import examples, output_options
from bycn.output import Output, print_answer
from bycn.safe_text import without_login
from bycn.terminal import say

_PROPOSALS = 20
"""How many of the things that a row may mean but doesn't say are listed."""


@click.command(
    "validate",
    cls=Command,
    epilog=examples(
        "bycn validate my-tables/",
        "bycn validate contracts.csv graph.jsonl --format json",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--only-data", is_flag=True, help="Don't join them to the shipped tables.")
@output_options
@click.pass_context
def command(ctx: click.Context, /, *, paths: tuple[Path, ...], only_data: bool, output: Output) -> None:
    """Check your own tables, joined to the shipped ones: every problem at once, with file, line and remedy.

    Where they are sound, remarks say what a row may mean but doesn't say: a topic, or a twinning that is known already.
    """
    from bycn.graph_model.errors import DataError
    from bycn.loaders.selection import TABLE_SUFFIXES, Selection, passed_over
    from bycn.loaders.tables import read_with_proposals
    from bycn.queries.answers import Answer

    for path in (path for root in paths for path in passed_over(root)):
        remedy = "name the folder, too" if path.is_dir() else f"the name of a table ends in {', '.join(TABLE_SUFFIXES)}"
        say(f"not read: {path}; {remedy}")
    columns = ("file", "line", "column", "message")
    try:
        graph, proposals, (entities, facts) = read_with_proposals(Selection(paths, only_data))
    except DataError as error:
        rows = [(without_login(p.file), p.line, p.column, p.message) for p in error.problems]
        print_answer(Answer(columns, rows), output)
        more = f", and {error.more:,} more" if error.more else ""
        say(f"bycn: {counted(len(rows), 'problem')}{more}")
        ctx.exit(BAD_DATA)
    print_answer(Answer(columns, []), output)
    for proposal in proposals[:_PROPOSALS]:
        say(f"perhaps: {without_login(proposal.file)}:{proposal.line}: {proposal.column}: {proposal.message}")
    if len(proposals) > _PROPOSALS:
        say(f"perhaps: {len(proposals) - _PROPOSALS:,} more of these")
    verdict = f"sound: {counted(entities, 'entity')} and {counted(facts, 'fact')} are yours"
    say(f"{verdict}; {len(graph.entities):,} and {len(graph.facts):,} in all")
