"""The state of a database: a `BycnLoad` node that says what was loaded, by which program, and whether to the end.

It is the lock of a load, too. Whoever begins writes a token of their own into it, and every transaction, before it
commits, locks the node and looks whether its token still stands there. So the load that began last wins, an older one
that still runs stops at its next transaction, and one that was killed is in nobody's way.
"""

import re
import uuid
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from neo4j import ManagedTransaction

from bycn.graph_model.errors import BycnError
from bycn.graph_model.version import SCHEMA, VERSION
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import ConnectionFailed, Record
from bycn.loaders.neo4j.address import Address
from bycn.loaders.neo4j.connection import Connection, run

_TAKEN_OVER = "another load into this database began after this one and took over; nothing is lost"
_T = TypeVar("_T")


class SchemaNewer(BycnError):
    """The database was filled by a newer bycn, which stores things in a shape that this one doesn't know."""


class TakenOver(BycnError):
    """Another load began after this one and goes on in its place."""


def read_state(connection: Connection) -> Record | None:
    """The properties of the `BycnLoad` node, None where there is none."""
    found = connection.read(statement("loading/state/read"))
    return found[0]["state"] if found else None


def check_schema(state: Record | None) -> None:
    """See that a load by this program can't spoil what a newer one stored.

    Raises:
        SchemaNewer: the database's schema number is higher than ours.

    """
    if state and (state.get("schema") or 0) > SCHEMA:
        raise SchemaNewer(
            f"this database was loaded by bycn {state.get('version')} in a newer shape (schema {state['schema']}, "
            f"ours is {SCHEMA}); upgrade bycn, or load into another database"
        )


def warnings_about(state: Record | None, address: Address) -> list[str]:
    """What somebody who asks this database should know about it."""
    if state is None:
        return [f"nothing was loaded by bycn at {address}; `bycn load` fills it"]
    told = []
    if not state.get("complete"):
        told.append(f"the last load at {address} did not come to its end; run `bycn load` to complete it")
    schema, version = state.get("schema") or 0, str(state.get("version"))
    if schema > SCHEMA:
        told.append(f"the graph at {address} was loaded by a newer bycn ({version}); upgrade this one")
    elif schema < SCHEMA or _numbers(version) < _numbers(VERSION):
        told.append(f"the graph at {address} was loaded by an older bycn ({version}); `bycn load` renews it")
    return told


def is_outdated(state: Record | None) -> bool:
    """Whether the rows were stored in an older shape, so that their digests say nothing."""
    return bool(state and (state.get("schema") or 0) < SCHEMA)


def writes_in(state: Record | None) -> int:
    """How often loads had written when the state was read."""
    return int(state.get("writes") or 0) if state else 0


class Lease:
    """The right to write, from `begin` until another load begins."""

    def __init__(self, connection: Connection):
        self._connection = connection
        self._token = uuid.uuid4().hex

    def begin(self) -> int:
        """Take over from whoever loads, or was loading when it was killed; how often loads have written before."""
        params = {"token": self._token, "schema": SCHEMA, "version": VERSION}
        found = self._connection.write(lambda tx: run(tx, statement("loading/state/begin"), **params))
        return int(found[0]["writes"])

    def write(self, work: Callable[[ManagedTransaction], _T]) -> _T:
        """Do `work` in one transaction that is only kept if the lease is still ours; it marks the database incomplete.

        Raises:
            TakenOver: another load has begun since.

        """

        def transaction(tx: ManagedTransaction) -> _T:
            done = work(tx)
            self._hold(tx)
            return done

        try:
            return self._connection.write(transaction)
        except (TakenOver, ConnectionFailed):
            raise
        except BycnError as error:
            state = read_state(self._connection)
            if state and state.get("token") != self._token:  # what the other load wrote was in our way
                raise TakenOver(_TAKEN_OVER) from error
            raise

    def finish(self, facts: Mapping[str, Any]) -> None:
        """Say that the database is complete, and what it holds.

        Raises:
            TakenOver: another load has begun since.

        """

        def transaction(tx: ManagedTransaction) -> None:
            self._hold(tx)
            run(tx, statement("loading/state/finish"), schema=SCHEMA, version=VERSION, **facts)

        self._connection.write(transaction)

    def _hold(self, tx: ManagedTransaction) -> None:
        if run(tx, statement("loading/state/hold"), token=self._token) != [{"held": 1}]:
            raise TakenOver(_TAKEN_OVER)


def _numbers(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]
