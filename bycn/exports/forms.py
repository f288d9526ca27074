"""The forms in which the graph is written, each with its module here."""

import importlib
from collections.abc import Iterator
from pathlib import Path

from bycn.atomic_write import write_file, write_folder, write_lines
from bycn.graph_model.graph import Graph
from bycn.loaders.engine import Engine
from bycn.progress import Progress
from bycn.queries.filters import Filters

FOLDERS = {"csv": "tables", "neo4j-admin": "neo4j_admin"}
"""Those that are a folder."""
FILES = ("xlsx",)
"""Those that are a file, and no text that a pipe could take."""
NETWORKS = ("graphml", "gexf", "d3", "cytoscape")
"""Those that are looked at: only they may be `undirected` and hold sources and documents on demand."""
_OFTEN = 1_000
FORMS = ("jsonl", "csv", "xlsx", *NETWORKS, "cypher", "neo4j-admin")
TEXTS = tuple(form for form in FORMS if form not in (*FOLDERS, *FILES))
"""Those that go to stdout, and may be packed."""


def write(
    engine: Engine,
    form: str,
    path: str | Path,
    filters: Filters,
    *,
    force: bool = False,
    compress: bool = False,
    **network: bool,
) -> None:
    """Write the graph, or the facts that the filters keep, to a file or folder; a text to stdout where it is `-`.

    A text is packed by gzip if asked, or if its name ends in .gz.
    A network takes `undirected` and `with_sources` besides.

    Raises:
        ValueError: there is no such form, or it is given what only networks, or only texts, take.
        FileExists: the file or folder is there and `force` isn't given, or the folder holds what no export wrote.
        OSError: it can't be written.

    """
    if form not in FORMS:
        raise ValueError(f"the graph isn't written as '{form}'; there are {', '.join(FORMS)}")
    asked = {name: value for name, value in network.items() if value}
    if asked and form not in NETWORKS:
        raise ValueError(f"{form} takes no {' or '.join(asked)}; the networks do: {', '.join(NETWORKS)}")
    if compress and form not in TEXTS:
        raise ValueError(f"{form} is no text to be packed; only {', '.join(TEXTS)} are")
    module = importlib.import_module(f"bycn.exports.{FOLDERS.get(form, form)}")
    if form in FOLDERS:
        write_folder(lambda folder: module.write(engine, filters, folder), Path(path), force=force)
    elif form in FILES:
        write_file(lambda draft: module.write(engine, filters, draft), Path(path), force=force)
    else:
        lines = module.lines(engine, filters, **asked)
        write_lines(lines if str(path) == "-" else _watched(lines), str(path), force=force, compress=compress)


def write_import_files(graph: Graph, path: str | Path, *, force: bool = False) -> None:
    """Write the form `neo4j-admin` of tables that were read; no database is made of them. Raises as `write`."""
    from bycn.exports.neo4j_admin import write_contents
    from bycn.exports.records import of_graph

    write_folder(lambda folder: write_contents(of_graph(graph), folder), Path(path), force=force)


def _watched(lines: Iterator[str]) -> Iterator[str]:
    """Lines, with how many there were so far on a terminal."""
    progress = Progress()
    try:
        for number, line in enumerate(lines, 1):
            if number % _OFTEN == 0:
                progress(number)
            yield line
    finally:
        progress.end()
