"""The seam between questions and databases: a Cypher text and its parameters in, records out."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import NoneType
from typing import Any, NamedTuple, Protocol

from bycn.graph_model.errors import BycnError
from bycn.graph_model.folding import IN_UTF_8, is_text
from bycn.loaders.selection import Selection

Record = dict[str, Any]
"""One row of an answer: column → scalar, list or map."""
MOST_IN_VALUE, MOST_IN_ANSWER = 1_000_000, 100_000_000
"""How many characters and list items one value, and all rows, of a question that somebody typed may have."""
_SHOWN = 60
_STORED = (str, int, float, list, NoneType)
_DEEPEST = 50


class Plan(NamedTuple):
    """How a database would run a query: whether it only reads (`r`), and each step with what it is about."""

    kind: str
    steps: tuple[tuple[str, str], ...]


class Engine(Protocol):
    """A database that answers Cypher, read-only. Used as a context manager, it is closed at the end."""

    name: str
    tables: Selection | None
    """The tables that it was made of; None where it can't know."""
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
        """How the database would run a query, None where it doesn't say but refuses by itself what isn't reading.

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
            QueryError: the database refuses the query, or a value is too large.
            QueryTimeout: it took longer than `seconds`.

        """
        ...

    def close(self) -> None:
        """Give the database back."""
        ...

    def __enter__(self) -> "Engine": ...

    def __exit__(self, *exc: object) -> None: ...


def sendable(query: str, params: Mapping[str, Any] | None) -> Record:
    """The parameters of a query, once it is sure that they and the query are what a database can take.

    Raises:
        NotSendable: something isn't, such as what was typed on a terminal in another encoding.

    """
    given = dict(params or {})
    for part in _scalars([query, given]):
        if isinstance(part, str) and not is_text(part):
            raise NotSendable(f"'{part[:_SHOWN]}' isn't UTF-8; {IN_UTF_8}")
        if isinstance(part, float) and not math.isfinite(part):
            raise NotSendable(f"{part} is no value that a parameter can have; write a number, or null")
        if isinstance(part, int) and not -(1 << 63) <= part < 1 << 63:
            raise NotSendable("a whole number has more digits than a database keeps; write it as a text")
    return given


def _scalars(value: Any, deep: int = 0) -> Iterator[Any]:
    if deep > _DEEPEST:
        raise NotSendable(f"a parameter has lists or maps within each other more than {_DEEPEST} deep; flatten it")
    if isinstance(value, Mapping):
        yield from _scalars([*value, *value.values()], deep + 1)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _scalars(part, deep + 1)
    else:
        yield value


def bounded(rows: Iterable[Record]) -> Iterator[Record]:
    """The rows as long as neither a value nor all of them together are more than anybody reads.

    Raises:
        QueryError: they are.

    """
    left = MOST_IN_ANSWER
    for row in rows:
        for column, value in row.items():
            size = _size(value)
            if size > MOST_IN_VALUE:
                raise QueryError(
                    f"a value of '{column}' has more than {MOST_IN_VALUE:,} characters or list items; "
                    f"return a part, such as left({column}, 1000) or {column}[..100], or its size"
                )
            left -= size
        if left < 0:
            raise QueryError(f"the rows have more than {MOST_IN_ANSWER:,} characters; ask for fewer rows, or smaller")
        yield row


def _size(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Mapping):
        return sum(map(_size, value)) + sum(map(_size, value.values()))
    return sum(map(_size, value)) if isinstance(value, list | tuple) else 1


class NotSendable(BycnError):
    """A query or value that no database can take."""


class QueryError(BycnError):
    """The database refused a query; the message is its own, in one line."""


class QueryTimeout(QueryError):
    """A query was ended because its time was over."""


class ConnectionFailed(BycnError):
    """No database, or no login to it; the message says the remedy."""


class EngineMissing(ConnectionFailed):
    """The embedded engine has no build for this machine."""


def public(properties: Record) -> Record:
    """Properties without bycn's own, and without what others put there that bycn never stores: times, points, bytes."""
    return {
        name: value for name, value in properties.items() if not name.startswith("_") and isinstance(value, _STORED)
    }
