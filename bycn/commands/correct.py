"""`bycn correct`."""

from pathlib import Path

import click

from bycn.command import Command
from bycn.completion.candidates import facts
from bycn.options import examples
from bycn.terminal import give, say


@click.command(
    "correct",
    cls=Command,
    epilog=examples(
        "bycn correct zalesskij-2024/c1-086",
        "bycn correct c1-086 -o my-corrections",
        "bycn correct c1-088 --retract",
    ),
)
@click.argument("fact", metavar="FACT", shell_complete=facts)
@click.option(
    "-o", "--output", "folder", metavar="DIR", type=click.Path(path_type=Path), help="Your tables; stdout without it."
)
@click.option("--retract", is_flag=True, help="Take the fact out, and put nothing in its place.")
def command(fact: str, *, folder: Path | None, retract: bool) -> None:
    """Correct a shipped fact: the row that supersedes it, ready to edit, for a table of your own.

    FACT is its id, as answers print it. The row says what the shipped one says; change what is wrong.
    """
    from bycn.loaders.foreign.tables import as_csv, write_rows
    from bycn.loaders.own_data.correcting import AlreadyCorrected, correction
    from bycn.loaders.selection import Selection
    from bycn.loaders.tables import read_graph

    stem, cells = correction(read_graph(Selection()), fact, retract=retract)
    if folder is None:
        give(as_csv(stem, [cells]).rstrip("\r\n"))
        say(f"a row of {stem}.csv: edit it, and give its folder with --data")
        return
    if not write_rows(folder, {stem: [cells]}, keep=True):
        raise AlreadyCorrected(f"{folder / stem}.csv holds {cells['id']} already; edit it there")
    say(f"{folder / stem}.csv: edit {cells['id']}, then bycn diff shipped {folder}")
