"""The open graph: what a notebook, a script and the commands ask.

An entity is given by its id, its ISO code, or any name in any language. Every question takes the common filters:
`type`, `exclude`, `between`, `as_of`, `status`, `only_signed`, `sector`, `source` and `exclude_source`. What a reader
should know about an answer is among its remarks, worded for where they are shown.
"""

import warnings
from collections.abc import Sequence
from pathlib import Path

from bycn.loaders.selection import Selection
from bycn.notebook.asking import opened_by
from bycn.notebook.cypher import CypherQuestions
from bycn.notebook.network import WholeNetwork
from bycn.notebook.questions import Questions
from bycn.notebook.whole import WholeGraph
from bycn.safe_text import clean


class OpenGraph(Questions, WholeNetwork, CypherQuestions, WholeGraph):
    """The graph of an engine, open for questions until it is closed.

    >>> import bycn
    >>> graph = bycn.open_graph()
    >>> graph.resolve("Витебск").id
    'city/vitebsk'

    """


def open_graph(
    data: str | Path | Sequence[str | Path] = (),
    *,
    only_data: bool = False,
    uri: str | None = None,
    user: str | None = None,
    database: str | None = None,
    password_file: str | Path | None = None,
    queries: str | Path | None = None,
) -> OpenGraph:
    """Open the graph: the shipped tables, joined with your own (`data`), or a Neo4j at `uri`.

    Without `uri`, and without `data`, the Neo4j that NEO4J_URI names is asked; otherwise no server is needed. A
    password comes from NEO4J_PASSWORD or a file. `queries` is a folder of questions of your own, which join the shipped
    ones.

    >>> import bycn
    >>> with bycn.open_graph() as graph:
    ...     graph.resolve("Витебск").id
    'city/vitebsk'

    Raises:
        DataError: the tables aren't sound.
        ConnectionFailed: there is no Neo4j at the address, or no embedded engine for this machine.
        ValueError: both `data` and `uri` are given.

    """
    from bycn.loaders.neo4j.address import address_from
    from bycn.loaders.opening import open_engine

    paths = (data,) if isinstance(data, str | Path) else tuple(data)
    selection = Selection(tuple(Path(path).expanduser() for path in paths), only_data)
    if uri and selection != Selection():
        raise ValueError("tables are asked without a server: give data or uri, not both; bycn load takes tables to one")
    file = Path(password_file) if password_file else None
    is_asked = uri or selection == Selection()
    address = address_from(uri, user=user, database=database, password_file=file) if is_asked else None
    engine = open_engine(selection, address)
    for warning in engine.warnings:
        warnings.warn(clean(warning), stacklevel=2)
    return OpenGraph(engine, queries=queries, opened_by=opened_by(selection, address))
