"""`bycn export`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.exports.forms import FILES, FOLDERS, FORMS
from bycn.options import examples, filter_options, on_graph

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph

HELP = """Write the graph, or the facts that the filters keep, for other programs.

\b
jsonl        one node or relationship a line; bycn reads it back
csv          a folder of tables like bycn's own; bycn reads it back
xlsx         a workbook with a sheet a type; bycn reads it back
graphml      networkx, igraph, yEd, Cytoscape; with filters only what they tie
gexf         Gephi, with colours, positions and timeline; likewise
cypher       a script for any Neo4j; may be run again
neo4j-admin  a folder of files for Neo4j's import tool, with the command

docs/exports.md says what each of them can't hold.
"""


@click.command(
    "export",
    cls=Command,
    help=HELP,
    epilog=examples(
        "bycn export graphml -o graph.graphml --force",
        "bycn export gexf --only-signed --sector education",
        "bycn export xlsx -o graph.xlsx --only-signed --force",
        "bycn export csv -o tables --between 2022 2024 --force",
    ),
)
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMS))
@click.option("-o", "--output", "path", default="-", metavar="PATH", help="Where to write; stdout without it.")
@click.option("--force", is_flag=True, help="Overwrite PATH where it exists; of a folder, only what an export wrote.")
@filter_options
@on_graph
def command(graph: "OpenGraph", form: str, *, path: str, force: bool, filters: "Words") -> None:
    """Write the graph for other programs."""
    if form in (*FOLDERS, *FILES) and path == "-":
        raise click.UsageError(f"{form} is a {'folder' if form in FOLDERS else 'file'}; name one with -o")
    graph.export(form, path, force=force, **filters)
