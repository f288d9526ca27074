"""A Neo4j, reached and logged in to: managed transactions that read or write, errors in plain words."""

import contextlib
import logging
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, wait
from typing import Any, TypeVar

import neo4j
from neo4j import READ_ACCESS, GraphDatabase, ManagedTransaction, Result, RoutingControl, Session, Transaction

from bycn.loaders.engine import ConnectionFailed, QueryTimeout, Record
from bycn.loaders.neo4j.address import Address
from bycn.loaders.neo4j.errors import plain_errors
from bycn.loaders.threads import check_threads

OLDEST = (5, 26)
_PATIENCE_SECONDS = 15
_THREADS = 4
"""Of a load: two that write, and one that tells of it."""
_FETCH = 10_000
_STREAM_FETCH = 1_000

_T = TypeVar("_T")

# The driver reports its retries in a log that ends up on stderr where nobody asked for one.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Connection:
    """A Neo4j, for several threads at once. What is read after a write sees it, on a cluster too.

    Raises:
        ConnectionFailed: no server, no login, or a server that is too old; or no threads for it.

    """

    def __init__(self, address: Address):
        self.address = address
        check_threads(_THREADS, "a Neo4j's client")
        with plain_errors(address, connected=False):
            self._driver = _driver(address)
        try:
            with plain_errors(address, connected=False):
                _check_version(self._driver.get_server_info().agent, address)
        except BaseException:
            self._driver.close()
            raise
        self._bookmarks = GraphDatabase.bookmark_manager()

    def read(self, query: str, params: Mapping[str, Any] | None = None) -> list[Record]:
        """The rows of a query that reads."""
        with plain_errors(self.address):
            return self._driver.execute_query(
                query,
                dict(params or {}),
                routing_=RoutingControl.READ,
                database_=self.address.database,
                bookmark_manager_=self._bookmarks,
                result_transformer_=Result.data,
            )

    def stream(self, query: str, params: Mapping[str, Any] | None, take: Callable[[Iterable[neo4j.Record]], _T]) -> _T:
        """What `take` makes of the rows of a query that reads; it may be called again when a transaction is retried."""
        with plain_errors(self.address), self._session() as session:
            return session.execute_read(lambda tx: take(tx.run(query, dict(params or {}))))

    def within(self, seconds: float, work: Callable[[Transaction], _T]) -> _T:
        """What `work` makes of one transaction that may only read and is never tried again.

        The server ends it after `seconds`. But it looks at the time between rows alone, and not while it makes a plan,
        so we hang up at the same time: a server that has lost its client ends the transaction as soon as it looks.

        Raises:
            QueryTimeout: it took longer than that.

        """
        outcome: Future[_T] = Future()

        def attempt() -> None:
            try:
                with self.reading(seconds) as transaction:
                    result = work(transaction)
                outcome.set_result(result)
            except BaseException as error:
                outcome.set_exception(error)

        threading.Thread(target=attempt, daemon=True).start()
        in_time = False
        try:
            in_time = outcome in wait([outcome], seconds).done
        finally:
            if not in_time:
                self._hang_up()
        if not in_time:
            raise QueryTimeout(f"the question took longer than {seconds:g} s and was stopped")
        return outcome.result()

    def _hang_up(self) -> None:
        busy, self._driver = self._driver, _driver(self.address)
        with contextlib.suppress(Exception):
            busy.close()

    @contextlib.contextmanager
    def reading(self, seconds: float | None = None) -> Iterator[Transaction]:
        """One transaction that may only read and is never tried again; the server ends it after `seconds`."""
        with (
            plain_errors(self.address),
            self._session(default_access_mode=READ_ACCESS, fetch_size=_STREAM_FETCH) as session,
            session.begin_transaction(timeout=seconds) as transaction,
        ):
            yield transaction

    def write(self, work: Callable[[ManagedTransaction], _T]) -> _T:
        """Do `work` in one transaction that writes; it may be called again when a transaction is retried."""
        with plain_errors(self.address), self._session() as session:
            return session.execute_write(work)

    def _session(self, **settings: Any) -> Session:
        return self._driver.session(database=self.address.database, bookmark_manager=self._bookmarks, **settings)

    def close(self) -> None:
        """End every connection."""
        self._driver.close()

    def __enter__(self) -> "Connection":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _driver(address: Address) -> neo4j.Driver:
    return GraphDatabase.driver(
        address.uri,
        auth=(address.user, address.password) if address.password else None,
        connection_timeout=_PATIENCE_SECONDS,
        connection_acquisition_timeout=_PATIENCE_SECONDS,
        max_transaction_retry_time=_PATIENCE_SECONDS,
        notifications_min_severity="OFF",
        fetch_size=_FETCH,
    )


def run(tx: ManagedTransaction, query: str, **params: Any) -> list[Record]:
    """The rows of a query inside a transaction."""
    return tx.run(query, params).data()


def _check_version(agent: str, address: Address) -> None:
    match = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if not match:
        raise ConnectionFailed(f"what answers at {address.printable} is not a Neo4j but {agent}")
    if (int(match[1]), int(match[2])) < OLDEST:
        raise ConnectionFailed(
            f"the Neo4j at {address.printable} is {agent.removeprefix('Neo4j/')}, too old; it must be 5.26 or later"
        )
