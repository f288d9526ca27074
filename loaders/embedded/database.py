"""The embedded engine."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bycn.loaders.embedded.arcade import engine_error, message_of
from bycn.loaders.embedded.cache import database_folder, let_go
from bycn.loaders.embedded.sharing import give_back, take
from bycn.loaders.engine import Plan, QueryError, Record, sendable
from bycn.loaders.selection import Selection, Snapshot


class EmbeddedEngine:
    """A cached database of the selected tables, opened read-only. Implements `bycn.loaders.engine.Engine`."""

    name = "embedded"
    tables: Selection | None = None
    _closed = False

    def __init__(self, selection: Selection | None = None):
        self._error = engine_error()
        self.tables = selection or Selection()
        self._cached = database_folder(self.tables, _build_from_tables)
        self.folder = self._cached.folder
        self.warnings: Sequence[str] = [self._cached.warning] if self._cached.warning else []
        self._database = take(self.folder)

    def run(self, query: str, params: Mapping[str, Any] | None = None) -> list[Record]:
        """Run a read-only query. See `bycn.loaders.engine.Engine.run`."""
        self._check_open()
        try:
            rows: list[Record] = self._database.query("opencypher", query, sendable(query, params)).to_list()
        except self._error as error:
            raise QueryError(message_of(error)) from error
        return rows

    def stream(self, query: str, params: Mapping[str, Any] | None = None) -> Iterator[Record]:
        """The rows one by one. See `bycn.loaders.engine.Engine.stream`."""
        self._check_open()
        try:
            yield from self._database.query("opencypher", query, sendable(query, params)).iter_dicts()
        except self._error as error:
            raise QueryError(message_of(error)) from error

    def plan(self, query: str, params: Mapping[str, Any] | None = None, *, seconds: float) -> Plan | None:
        """None: the engine refuses by itself what isn't reading. See `bycn.loaders.engine.Engine.plan`."""
        return None

    def run_within(
        self, query: str, params: Mapping[str, Any] | None = None, *, seconds: float, limit: int
    ) -> list[Record]:
        """Run a query in a process that ends with its time. See `bycn.loaders.engine.Engine.run_within`."""
        from bycn.loaders.embedded.query_process import answer_of_child

        self._check_open()
        return answer_of_child(self.folder, query, sendable(query, params), seconds=seconds, limit=limit)

    def _check_open(self) -> None:
        if self._closed:
            raise QueryError("the graph is closed; open it again")

    def close(self) -> None:
        """Close the database, unless another engine of this process still asks it."""
        if not self._closed:
            self._closed = True
            give_back(self.folder)
            let_go(self._cached)

    def __enter__(self) -> "EmbeddedEngine":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _build_from_tables(tables: Snapshot, folder: Path) -> None:
    # Imported here: only a first run needs the model and the tables.
    from bycn.loaders.embedded.build import build
    from bycn.loaders.tables import read_graph

    build(read_graph(tables), folder)
