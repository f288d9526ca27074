"""The forms in which the graph is written, each with its module here."""

import importlib
from pathlib import Path

from bycn.loaders.engine import Engine
from bycn.queries.filters import Filters

FOLDERS = {"csv": "tables", "neo4j-admin": "neo4j_admin"}
"""Those that are a folder."""
FILES = ("xlsx",)
"""Those that are a file, and no text that a pipe could take."""
FORMS = ("jsonl", "csv", "xlsx", "graphml", "gexf", "cypher", "neo4j-admin")


def write(engine: Engine, form: str, path: str | Path, filters: Filters, *, force: bool = False) -> None:
    """Write the graph, or the facts that the filters keep, to a file or folder; a text to stdout where it is `-`.

    Raises:
        ValueError: there is no such form.
        FileExists: the file or folder is there and `force` isn't given, or the folder holds what no export wrote.
        OSError: it can't be written.

    """
    if form not in FORMS:
        raise ValueError(f"the graph isn't written as '{form}'; there are {', '.join(FORMS)}")
    module = importlib.import_module(f"bycn.exports.{FOLDERS.get(form, form)}")
    if form in FOLDERS:
        from bycn.atomic_write import write_folder

        write_folder(lambda folder: module.write(engine, filters, folder), Path(path), force=force)
    elif form in FILES:
        from bycn.atomic_write import write_file

        write_file(lambda draft: module.write(engine, filters, draft), Path(path), force=force)
    else:
        from bycn.atomic_write import write_lines

        write_lines(module.lines(engine, filters), str(path), force=force)
