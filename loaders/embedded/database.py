"""The embedded engine."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from loaders.embedded.arcade import arcadedb, open_read_only
from loaders.embedded.cache import database_folder
from loaders.engine import QueryError, Record
from loaders.selection import Selection


class EmbeddedEngine:
    """A cached database of the selected tables, opened read-only. Implements `loaders.engine.Engine`."""

    name = "embedded"
    warnings: Sequence[str] = ()

    def __init__(self, selection: Selection | None = None):
        self._error = arcadedb().ArcadeDBError
        self.folder = database_folder(selection or Selection(), _builder(selection or Selection()))
        self._database = open_read_only(self.folder)

    def run(self, query: str, params: Mapping[str, Any] | None = None) -> list[Record]:
        """Run a read-only query. See `loaders.engine.Engine.run`."""
        try:
            rows: list[Record] = self._database.query("opencypher", query, dict(params or {})).to_list()
        except self._error as error:
            raise QueryError(_plain(str(error))) from error
        return rows

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def __enter__(self) -> "EmbeddedEngine":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _builder(selection: Selection) -> Any:
    def build_from_tables(folder: Path) -> None:
        # Imported here: only a first run needs the model and the tables.
        from loaders.embedded.build import build
        from loaders.tables import read_graph

        build(read_graph(selection), folder)

    return build_from_tables


def _plain(message: str) -> str:
    """The engine's message without its wrapping, in one line."""
    return " ".join(message.rsplit("Exception: ", 1)[-1].split())
