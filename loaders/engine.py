"""The seam between questions and databases: a Cypher text and its parameters in, records out."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from graph_model.errors import BycnError

Record = dict[str, Any]
"""One row of an answer: column → scalar, list or map."""


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

    def close(self) -> None:
        """Give the database back."""
        ...

    def __enter__(self) -> "Engine": ...

    def __exit__(self, *exc: object) -> None: ...


class QueryError(BycnError):
    """The database refused a query; the message is its own, in one line."""


class ConnectionFailed(BycnError):
    """No database, or no login to it; the message says the remedy."""


class EngineMissing(ConnectionFailed):
    """The embedded engine has no build for this machine."""
