"""The Neo4j engine."""

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.engine import Record
from loaders.neo4j.address import Address
from loaders.neo4j.connection import Connection
from loaders.neo4j.state import read_state, warnings_about


class Neo4jEngine:
    """A Neo4j that `bycn load` filled, asked with the right to read alone. Implements `loaders.engine.Engine`."""

    name = "neo4j"

    def __init__(self, address: Address):
        self._connection = Connection(address)
        try:
            self.warnings: Sequence[str] = warnings_about(read_state(self._connection), address)
        except BaseException:
            self._connection.close()
            raise

    def run(self, query: str, params: Mapping[str, Any] | None = None) -> list[Record]:
        """Run a read-only query. See `loaders.engine.Engine.run`."""
        return self._connection.read(query, params)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def __enter__(self) -> "Neo4jEngine":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
