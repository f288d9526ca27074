"""The seam between questions and databases: a Cypher text and its parameters in, records out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from bycn.graph_model.errors import BycnError
from bycn.graph_model.names import IN_UTF_8, is_text

Record = dict[str, Any]
"""One row of an answer: column → scalar, list or map."""
_SHOWN = 60


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


def sendable(query: str, params: Mapping[str, Any] | None) -> Record:
    """The parameters of a query, once it is sure that they and the query are text that a database can take.

    Raises:
        NotText: something isn't, such as what was typed on a terminal in another encoding.

    """
    given = dict(params or {})
    for text in _texts([query, given]):
        if not is_text(text):
            raise NotText(f"'{text[:_SHOWN]}' isn't UTF-8; {IN_UTF_8}")
    return given


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts([*value, *value.values()])
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


class NotText(BycnError):
    """A query or value that isn't text in UTF-8."""


class QueryError(BycnError):
    """The database refused a query; the message is its own, in one line."""


class QueryTimeout(QueryError):
    """A query was ended because its time was over."""


class ConnectionFailed(BycnError):
    """No database, or no login to it; the message says the remedy."""


class EngineMissing(ConnectionFailed):
    """The embedded engine has no build for this machine."""


def public(properties: Record) -> Record:
    """Properties without bycn's own."""
    return {name: value for name, value in properties.items() if not name.startswith("_")}
