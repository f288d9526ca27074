"""The seam between questions and databases: a Cypher text and its parameters in, records out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from bycn.graph_model.errors import BycnError

Record = dict[str, Any]
"""One row of an answer: column → scalar, list or map."""


class Plan(NamedTuple):
    """How a database would run a query: whether it only reads (`r`), and each step with what it is about."""

    kind: str
    steps: tuple[tuple[str, str], ...]


class Engine(Protocol):
    """A database that answers Cypher, read-only. Used as a context manager, it is closed at the end."""

    name: str
    warnings: Sequence[str]
    """What somebody who asks should know about this database, such as that it is incomplete."""

    def run(self, query: str, params: Mapping[str, Any] | None = None) -> list[Record]:
        """Run a read-only query and return its rows.

        Raises:
            QueryError: the database refuses the query.
            ConnectionFailed: the database can't be reached.

        """
        ...

    def stream(self, query: str, params: Mapping[str, Any] | None = None) -> Iterator[Record]:
        """The rows of a read-only query one by one, so that any number of them fits into memory. Raises as `run`."""
        ...

    def plan(self, query: str, params: Mapping[str, Any] | None = None, *, seconds: float) -> Plan | None:
        """How the database would run a query, None where it doesn't tell but refuses by itself what isn't reading.

        Raises:
            QueryError: the database refuses the query.
            QueryTimeout: it took longer than `seconds`.

        """
        ...

    def run_within(
        self, query: str, params: Mapping[str, Any] | None = None, *, seconds: float, limit: int
    ) -> list[Record]:
        """Run a query that somebody typed: read-only, ended when its time is over, `limit` rows at the most.

        Nodes and relationships come as maps of their properties.

        Raises:
            QueryError: the database refuses the query.
            QueryTimeout: it took longer than `seconds`.

        """
        ...

    def close(self) -> None:
        """Give the database back."""
        ...

    def __enter__(self) -> "Engine": ...

    def __exit__(self, *exc: object) -> None: ...


class QueryError(BycnError):
    """The database refused a query; the message is its own, in one line."""


class QueryTimeout(QueryError):
    """A query was ended because its time was over."""


class ConnectionFailed(BycnError):
    """No database, or no login to it; the message says the remedy."""


class EngineMissing(ConnectionFailed):
    """The embedded engine has no build for this machine."""
