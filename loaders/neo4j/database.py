"""The Neo4j engine."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from neo4j import Transaction

from bycn.loaders.engine import Plan, Record, bounded, sendable
from bycn.loaders.neo4j.address import Address
from bycn.loaders.neo4j.connection import Connection
from bycn.loaders.neo4j.result_values import plain_value
from bycn.loaders.neo4j.state import check_ours, check_readable, read_state, warnings_about
from bycn.loaders.selection import Selection


class Neo4jEngine:
    """A Neo4j that `bycn load` filled, asked with the right to read alone. Implements `bycn.loaders.engine.Engine`.

    Raises:
        ConnectionFailed: there is none at the address, or it was filled in an older shape.

    """

    name = "neo4j"
    tables: Selection | None = None

    def __init__(self, address: Address):
        self._connection = Connection(address)
        try:
            state = read_state(self._connection)
            check_readable(state, address)
            check_ours(self._connection, state, address)
            self.warnings: Sequence[str] = warnings_about(state, address)
        except BaseException:
            self._connection.close()
            raise

    def run(self, query: str, params: Mapping[str, Any] | None = None) -> list[Record]:
        """Run a read-only query. See `bycn.loaders.engine.Engine.run`."""
        return self._connection.read(query, sendable(query, params))

    def stream(self, query: str, params: Mapping[str, Any] | None = None) -> Iterator[Record]:
        """The rows one by one. See `bycn.loaders.engine.Engine.stream`."""
        with self._connection.reading() as transaction:
            for row in transaction.run(query, sendable(query, params)):
                yield row.data()

    def plan(self, query: str, params: Mapping[str, Any] | None = None, *, seconds: float) -> Plan | None:
        """The server's plan. See `bycn.loaders.engine.Engine.plan`."""
        text, values = f"EXPLAIN {query}", sendable(query, params)
        summary = self._connection.within(seconds, lambda transaction: transaction.run(text, values).consume())
        return Plan(summary.query_type or "", tuple(_steps(summary.plan or {})))

    def run_within(
        self, query: str, params: Mapping[str, Any] | None = None, *, seconds: float, limit: int
    ) -> list[Record]:
        """Run a query that ends with its time. See `bycn.loaders.engine.Engine.run_within`."""

        def rows(transaction: Transaction) -> list[Record]:
            found = islice(transaction.run(query, sendable(query, params)), limit)
            return list(bounded(dict(zip(row.keys(), map(plain_value, row.values()), strict=True)) for row in found))

        return self._connection.within(seconds, rows)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def __enter__(self) -> "Neo4jEngine":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _steps(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if plan:
        yield plan["operatorType"], plan.get("args", {}).get("Details", "")
    for child in plan.get("children", ()):
        yield from _steps(child)
