"""`bycn export`."""

import importlib
from pathlib import Path
from typing import Any

import click

from bycn.options import data_options, engine_from, examples, filter_options, filters_from

LINES = {"jsonl": "jsonl", "graphml": "graphml", "gexf": "gexf", "cypher": "cypher"}
FOLDERS = {"csv": "tables", "neo4j-admin": "neo4j_admin"}
"""The forms, each with its module in `bycn.exports`: those that are one text, and those that are a folder."""
FORMATS = ("jsonl", "csv", "graphml", "gexf", "cypher", "neo4j-admin")

HELP = """Write the graph, or the facts that the filters keep, for other programs.

\b
jsonl        one node or relationship a line; bycn reads it back
csv          a folder of tables like bycn's own; bycn reads it back
graphml      networkx, igraph, yEd, Cytoscape; with filters only what they tie
gexf         Gephi, with colours, positions and timeline; likewise
cypher       a script for any Neo4j; may be run again
neo4j-admin  a folder of files for Neo4j's import tool, with the command

docs/exports.md says what each of them can't hold.
"""


@click.command(
    "export",
    help=HELP,
    epilog=examples(
        "bycn export graphml -o graph.graphml --force",
        "bycn export gexf --only-signed --sector education",
        "bycn export csv -o tables --between 2022 2024 --force",
    ),
)
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option("-o", "--output", "path", default="-", metavar="PATH", help="Where to write; stdout without it.")
@click.option("--force", is_flag=True, help="Overwrite PATH where it exists; of a folder, only what an export wrote.")
@filter_options
@data_options
def command(form: str, *, path: str, force: bool, **options: Any) -> None:
    """Write the graph for other programs."""
    filters = filters_from(options)
    if form in FOLDERS and path == "-":
        raise click.UsageError(f"{form} is a folder; name one with -o")
    with engine_from(options) as engine:
        if form in LINES:
            from bycn.files import write_lines

            write_lines(
                importlib.import_module(f"bycn.exports.{LINES[form]}").lines(engine, filters), path, force=force
            )
        else:
            from bycn.folders import write_folder

            module = importlib.import_module(f"bycn.exports.{FOLDERS[form]}")
            write_folder(lambda f: module.write(engine, filters, f), Path(path), force=force)
