"""The state of a database: a `BycnLoad` node that says what was loaded, by which program, and whether that finished.

It is the lock of a load, too. A load that begins writes a token of its own into it, and every transaction, before it
commits, locks the node and looks whether its token is still there. So the load that began last wins, an older one
that still runs stops at its next transaction, and one that was killed blocks nobody.

While it works a load says so every few seconds, by which readers know one that is under way from one that was killed.
"""

import contextlib
import re
import threading
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from neo4j import ManagedTransaction

from bycn.graph_model.errors import BycnError
from bycn.graph_model.messages import Advice
from bycn.graph_model.version import SCHEMA, VERSION
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import ConnectionFailed, Record
from bycn.loaders.neo4j.address import Address
from bycn.loaders.neo4j.connection import Connection, run

_TAKEN_OVER = "another load into this database began after this one and took over; nothing is lost"
_BEAT_SECONDS = 3.0
_PATIENCE_SECONDS = 15.0
"""A load that has been silent for longer isn't under way."""
_TYPES = {"schema": int, "writes": int, "version": str, "dataset": str, "datasets": list, "complete": bool}
_T = TypeVar("_T")


class SchemaNewer(BycnError):
    """The database was filled by a newer bycn, which stores data in a form that this one doesn't know."""


class SchemaOlder(ConnectionFailed):
    """The database was filled by an older bycn, in a form in which questions would find too little."""


class TakenOver(BycnError):
    """Another load began after this one and goes on in its place."""


def read_state(connection: Connection) -> Record | None:
    """The properties of the `BycnLoad` node, and whether a load is `under_way`; None where there is no such node."""
    found = connection.read(statement("loading/state/read"), {"patience": int(_PATIENCE_SECONDS * 1000)})
    return _typed(found[0]["state"]) if found else None


def _typed(state: Record) -> Record:
    """A state without what isn't of the type that a load writes: somebody else may have changed the node."""
    return {name: value for name, value in state.items() if type(value) is _TYPES.get(name, type(value))}


def check_ours(connection: Connection, state: Record | None, address: Address) -> None:
    """See that what was filled without a load, by a script or import of ours, has what questions need.

    Raises:
        ConnectionFailed: another program wrote what is there.

    """
    if state is None and connection.read(statement("loading/state/foreign")) == [{"foreign": True}]:
        raise ConnectionFailed(
            Advice(
                f"nothing was loaded by bycn at {address}: its entities were written by another program and lack what "
                "questions need",
                "run `bycn load` on an empty database, or read a file of theirs with {}",
                "data",
            )
        )


def check_schema(state: Record | None) -> None:
    """See that a load by this program can't spoil what a newer one stored.

    Raises:
        SchemaNewer: the database's schema number is higher than ours.

    """
    if state and (state.get("schema") or 0) > SCHEMA:
        raise SchemaNewer(
            f"this database was loaded by bycn {state.get('version')} in a newer form (schema {state['schema']}, "
            f"ours is {SCHEMA}); upgrade bycn, or load into another database"
        )


def check_readable(state: Record | None, address: Address) -> None:
    """See that questions, which are written for our shape, find all that there is.

    Raises:
        SchemaOlder: the database's schema number is lower than ours.

    """
    if state and is_outdated(state):
        remedy = (
            f"{_under_way(state)}: ask again when it has finished" if state["under_way"] else "`bycn load` renews it"
        )
        raise SchemaOlder(
            f"the graph at {address} was loaded by an older bycn ({_version(state)}), in a form that this one can't "
            f"query (schema {state.get('schema') or 0}, ours is {SCHEMA}); {remedy}"
        )


def warnings_about(state: Record | None, address: Address) -> list[str]:
    """What readers of this database should know about it."""
    if state is None:
        return [f"nothing was loaded by bycn at {address}; `bycn load` fills it"]
    warnings = []
    if state["under_way"]:
        warnings.append(f"answers from {address} may be incomplete: {_under_way(state)}")
    elif not state.get("complete"):
        warnings.append(f"the last load at {address} did not finish; run `bycn load` to complete it")
    version = _version(state)
    if (state.get("schema") or 0) > SCHEMA:
        warnings.append(f"the graph at {address} was loaded by a newer bycn ({version}); upgrade this one")
    elif _numbers(version) < _numbers(VERSION) and not state["under_way"]:
        warnings.append(f"the graph at {address} was loaded by an older bycn ({version}); `bycn load` renews it")
    return warnings


def is_outdated(state: Record | None) -> bool:
    """Whether the rows were stored in an older shape, so that their digests say nothing."""
    return bool(state and (state.get("schema") or 0) < SCHEMA)


def writes_in(state: Record | None) -> int:
    """How many times loads had written when the state was read."""
    return int(state.get("writes") or 0) if state else 0


def datasets_in(state: Record | None) -> list[str]:
    """The datasets of which something may be in the database."""
    state = state or {}
    return list(map(str, state.get("datasets") or filter(None, (state.get("dataset") or "").split("+"))))


class Lease:
    """The right to write, from `begin` until another load begins."""

    def __init__(self, connection: Connection):
        self._connection = connection
        self._token = uuid.uuid4().hex

    def begin(self, datasets: Sequence[str]) -> int:
        """Take over from any other load, alive or killed; how many times loads have written so far."""
        params = {"token": self._token, "schema": SCHEMA, "version": VERSION, "datasets": list(datasets)}
        found = self._connection.write(lambda tx: run(tx, statement("loading/state/begin"), **params))
        return int(found[0]["writes"])

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        """Let readers know, for as long as the work inside takes, that the load goes on."""
        ended = threading.Event()

        def tell() -> None:
            while not ended.wait(_BEAT_SECONDS):
                self._tell_alive(alive=True)

        teller = threading.Thread(target=tell, name="bycn-at-work", daemon=True)
        teller.start()
        try:
            yield
        except ConnectionFailed:
            raise
        except BaseException:
            self._tell_alive(alive=False)
            raise
        finally:
            ended.set()
            teller.join(_BEAT_SECONDS)

    @contextlib.contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Report a failure that another load caused as just that.

        Raises:
            TakenOver: another load has begun since.

        """
        try:
            yield
        except (TakenOver, ConnectionFailed):
            raise
        except BycnError as error:
            state = read_state(self._connection)
            if state and state.get("token") != self._token:  # what the other load wrote was in our way
                raise TakenOver(_TAKEN_OVER) from error
            raise

    def write(self, work: Callable[[ManagedTransaction], _T]) -> _T:
        """Do `work` in one transaction that is only kept if the lease is still ours; it marks the database incomplete.

        Raises:
            TakenOver: another load has begun since.

        """

        def transaction(tx: ManagedTransaction) -> _T:
            done = work(tx)
            self._hold(tx)
            return done

        with self.undisturbed():
            return self._connection.write(transaction)

    def finish(self, facts: Mapping[str, Any], *, pruned: bool) -> None:
        """Say that the database is complete, and what it holds; `pruned`: nothing else.

        Raises:
            TakenOver: another load has begun since.

        """
        params = {"schema": SCHEMA, "version": VERSION, "pruned": pruned, **facts}

        def transaction(tx: ManagedTransaction) -> None:
            self._hold(tx)
            run(tx, statement("loading/state/finish"), **params)

        self._connection.write(transaction)

    def _tell_alive(self, *, alive: bool) -> None:
        params = {"token": self._token, "alive": alive}
        with contextlib.suppress(BycnError):  # whoever writes will say it better
            self._connection.write(lambda tx: run(tx, statement("loading/state/alive"), **params))

    def _hold(self, tx: ManagedTransaction) -> None:
        if run(tx, statement("loading/state/hold"), token=self._token) != [{"held": 1}]:
            raise TakenOver(_TAKEN_OVER)


def _under_way(state: Record) -> str:
    begun = str(state.get("started"))
    with contextlib.suppress(ValueError):
        begun = f"{datetime.fromisoformat(begun).astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return f"a load has been under way there since {begun}"


def _version(state: Record) -> str:
    return state.get("version") or "unknown version"


def _numbers(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]
