"""`bycn import`."""

from pathlib import Path

import click

from bycn.command import Command
from bycn.exit_codes import BAD_DATA
from bycn.options import examples, printing_options
from bycn.output import Output, print_answer
from bycn.terminal import say

_SHOWN = 20
"""Up to this number, places of one kind are listed one by one."""


@click.command(
    "import",
    cls=Command,
    epilog=examples(
        "bycn import twin-towns.xlsx -o my-tables",
        "bycn import comtrade-2024-01.csv comtrade-2024-02.csv -o trade",
        "bycn import agreements.ods --sheet 2023 -o my-tables --format json",
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the tables go.",
)
@click.option("--sheet", metavar="NAME", help="Only this sheet of a workbook.")
@click.option(
    "--recipe",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="An import.toml, or the name of a shipped one, in addition to DIR's own.",
)
@printing_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    files: tuple[Path, ...],
    folder: Path,
    sheet: str | None,
    recipe: Path | None,
    output: Output,
) -> None:
    """Turn a table that somebody has into tables of ours, in DIR: CSV, workbooks, JSON, JSON Lines.

    Prints what was understood, column by column, with three cells of each. What can't be decided is in
    DIR/import.toml as a question with candidates: answer it, and type the same line again. The same file imports the
    next table of the form. Rows of the same files are replaced, all else in DIR stays.
    """
    from bycn.loaders.foreign.recipe import FILE
    from bycn.loaders.foreign.run import run_import
    from bycn.queries.answers import Answer

    result = run_import(files, folder, sheet, recipe)
    columns = ("file", "column", "means", "first", "second", "third")
    print_answer(Answer(columns, list(result.understanding)), output)
    for remark in result.remarks:
        say(remark)
    by_reason: dict[str, list[str]] = {}
    for place, why in result.left_out:
        by_reason.setdefault(why, []).append(place)
    for why, places in by_reason.items():
        more = f" and {len(places) - _SHOWN:,} more" if len(places) > _SHOWN else ""
        say(f"left out ({why}): {', '.join(places[:_SHOWN])}{more}")
    for problem in sorted(result.problems, key=lambda problem: problem.order):
        say(f"{problem}")
    wrong = len({(problem.file.rpartition("!")[0], problem.line) for problem in result.problems})
    say(f"facts written to {folder}: {result.facts:,}")
    say(f"rows left out: {len(result.left_out):,}; waiting for answers: {result.waiting:,}; with problems: {wrong:,}")
    if result.questions:
        say(f"questions in {folder / FILE}: {len(result.questions)}; answer them, and type the same line again")
    if result.problems or result.waiting:
        ctx.exit(BAD_DATA)
