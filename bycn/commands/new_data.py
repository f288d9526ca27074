"""`bycn new-data`."""

from pathlib import Path

import click

from bycn.command import Command
from bycn.options import examples
from bycn.parameter_types import WordParameter
from bycn.terminal import give, say


@click.command(
    "new-data",
    cls=Command,
    epilog=examples(
        "bycn new-data my-tables",
        "bycn new-data my-workbook --format xlsx",
    ),
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=WordParameter(("csv", "xlsx")),
    default="csv",
    show_default=True,
    help="CSV, or one workbook with lists to choose from.",
)
def command(folder: Path, form: str) -> None:
    """Start tables of your own: a new folder with empty tables of every type, a README and a worked example."""
    from bycn.loaders.own_data import start_folder

    for path in start_folder(folder, form):
        give(str(path))
    say(f"begin with {folder / 'README.md'}; bycn validate {folder / 'example'} checks the example")
