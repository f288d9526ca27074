"""`bycn validate`."""

from pathlib import Path

import click

from bycn.command import Command
from bycn.exit_codes import BAD_DATA
from bycn.options import examples, output_options
from bycn.output import Output, print_answer, say
from bycn.terminal import without_login


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
    """Check tables of your own, joined to the shipped ones: every problem at once, with file, line and remedy."""
    from bycn.graph_model.errors import DataError
    from bycn.loaders.selection import Selection
    from bycn.loaders.tables import read_graph
    from bycn.queries.answers import Answer

    columns = ("file", "line", "column", "message")
    try:
        graph = read_graph(Selection(paths, only_data))
    except DataError as error:
        rows = [(without_login(p.file), p.line, p.column, p.message) for p in error.problems]
        print_answer(Answer(columns, rows), output)
        say(f"bycn: {len(rows)} problem{'s' if len(rows) != 1 else ''}")
        ctx.exit(BAD_DATA)
    print_answer(Answer(columns, []), output)
    say(f"sound: {len(graph.entities):,} entities and {len(graph.facts):,} facts")
