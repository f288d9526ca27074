"""`bycn export`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.completion.candidates import a_file
from bycn.exports.forms import FILES, FOLDERS, FORMS, NETWORKS, TEXTS, write_import_files
from bycn.options import Origin, examples, filter_options, origin_options
from bycn.parameter_types import WordParameter

if TYPE_CHECKING:
    from bycn.keyword_filters import Words

HELP = """Write the graph, or the facts that the filters keep, for other programs.

\b
jsonl        one node or relationship a line; bycn reads it back
csv          a folder of tables like bycn's own; bycn reads it back
xlsx         a workbook with a sheet a type; bycn reads it back
graphml      networkx, igraph, yEd, Gephi; with filters only what they tie
gexf         Gephi and sigma, with colours, positions and timeline; likewise
d3           JSON with nodes and links, for D3 and networkx; likewise
cytoscape    JSON with elements, for Cytoscape and Cytoscape.js; likewise
cypher       a script for any Neo4j; may be run again
neo4j-admin  a folder of files for Neo4j's import tool, with the command

A text is packed by --compress, or in a file whose name ends in .gz. docs/exports.md says what each form can't hold.
"""


@click.command(
    "export",
    cls=Command,
    help=HELP,
    epilog=examples(
        "bycn export graphml -o graph.graphml --force",
        "bycn export xlsx -o graph.xlsx --only-signed --sector education --force",
        "bycn export csv -o tables --between 2022 2024 --force",
    ),
)
@click.argument("form", metavar="FORMAT", type=WordParameter(FORMS))
@click.option(
    "-o",
    "--output",
    "path",
    default="-",
    metavar="PATH",
    shell_complete=a_file,
    help="Where to write; stdout without it.",
)
@click.option("--force", is_flag=True, help="Overwrite PATH where it exists; of a folder, only what an export wrote.")
@click.option("--compress", is_flag=True, help="Pack the text with gzip.")
@click.option("--undirected", is_flag=True, help="Networks: no direction; direction_matters says where it counts.")
@click.option("--with-sources", is_flag=True, help="Networks: sources and documents as nodes too.")
@filter_options
@origin_options
def command(
    form: str,
    *,
    origin: Origin,
    path: str,
    force: bool,
    compress: bool,
    undirected: bool,
    with_sources: bool,
    filters: "Words",
) -> None:
    """Write the graph for other programs."""
    if form in (*FOLDERS, *FILES) and path == "-":
        raise click.UsageError(f"{form} is a {'folder' if form in FOLDERS else 'file'}; name one with -o")
    if compress and form not in TEXTS:
        raise click.UsageError(f"{form} is no text; --compress goes with {', '.join(TEXTS)}")
    if (undirected or with_sources) and form not in NETWORKS:
        raise click.UsageError(f"{form} is no network; --undirected and --with-sources go with {', '.join(NETWORKS)}")
    from bycn.keyword_filters import filters_of
    from bycn.loaders.tables import read_graph
    from bycn.notebook import OpenGraph
    from bycn.queries.filters import NO_FILTERS

    if form == "neo4j-admin" and filters_of(filters) == NO_FILTERS and origin.asked is None:
        write_import_files(read_graph(origin.selection), path, force=force)
        return
    with OpenGraph(origin.open()) as graph:
        graph.export(
            form, path, force=force, compress=compress, undirected=undirected, with_sources=with_sources, **filters
        )
