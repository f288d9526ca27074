"""The constraints that a load and every question by id rest on, and the plans that are made with them."""

import contextlib
import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count
from typing import NamedTuple

from neo4j import ManagedTransaction

from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import QueryError, Record
from bycn.loaders.neo4j.connection import Connection, run
from bycn.loaders.neo4j.errors import DatabaseRefused
from bycn.loaders.statements import fact_constraints, node_constraints

STATE = ("CREATE CONSTRAINT bycnload_id IF NOT EXISTS FOR (l:BycnLoad) REQUIRE l.id IS UNIQUE",)
"""The constraint on the node that says what was loaded."""
GRAPH = (*node_constraints(), *fact_constraints())
_PATIENCE_SECONDS = 600
_REPLAN_SECONDS = 30
_FORM = re.compile(r"CREATE CONSTRAINT (?P<name>\w+) .*?(?P<bracket>[(\[])\w*:(?P<label>\w+)")


class _Wanted(NamedTuple):
    """A constraint as its statement has it."""

    name: str
    kind: str
    label: str
    statement: str

    def of(self, indexes: list[Record]) -> Record | None:
        """The index of those that are there which is about the same ids: its own, or one in its way."""
        place = ("RANGE", self.kind, [self.label], ["id"])
        same = (one for one in indexes if (one["type"], one["kind"], one["labels"], one["properties"]) == place)
        return next(same, None)

    def names(self) -> Iterator[str]:
        """What it may be named, for a name may be taken by somebody else's constraint or index."""
        yield self.name
        yield f"bycn_{self.name}"
        yield from (f"bycn_{self.name}_{number}" for number in count(2))

    def may_be_named(self, name: str) -> bool:
        """Whether a name is one of those."""
        return re.fullmatch(rf"{self.name}|bycn_{self.name}(_\d+)?", name) is not None


def create_constraints(connection: Connection, texts: Iterable[str]) -> int:
    """Create the constraints that are missing and wait until all are ready; how many were missing.

    Each comes in a transaction of its own. A server that is killed within one leaves the index of a constraint that
    isn't there; it is made again. A constraint of somebody else's that serves as well is as good as ours.

    Raises:
        DatabaseRefused: an index of somebody else's is in the way, or data that is there.

    """
    wanted = [_read(text) for text in texts]
    missing = _missing(connection, wanted)
    for constraint in missing:
        try:
            connection.write(partial(_clear, wanted=constraint))
            connection.write(partial(_make, wanted=constraint))
        except (DatabaseRefused, QueryError):
            if _missing(connection, [constraint]):  # else another load made it at the same time
                raise
    indexes = connection.read(statement("schema/indexes"))
    for index in (constraint.of(indexes) for constraint in wanted):
        if index and index["state"] != "ONLINE":
            connection.read(statement("schema/await_one"), {"name": index["name"], "seconds": _PATIENCE_SECONDS})
    return len(missing)


def renew_plans(connection: Connection) -> None:
    """Have questions planned for what the database holds now: for an index that was empty, a scan looks cheap.

    Only administrators may ask for it, and a server may not offer it; then the database finds out by itself, later.
    """
    with contextlib.suppress(DatabaseRefused, QueryError):
        connection.write(lambda tx: run(tx, statement("schema/replan"), seconds=_REPLAN_SECONDS))


def _read(text: str) -> _Wanted:
    found = _FORM.match(text)
    if not found:
        raise AssertionError(f"no constraint: {text}")
    return _Wanted(found["name"], "RELATIONSHIP" if found["bracket"] == "[" else "NODE", found["label"], text)


def _missing(connection: Connection, wanted: list[_Wanted]) -> list[_Wanted]:
    owned = [index for index in connection.read(statement("schema/indexes")) if index["owner"]]
    return [constraint for constraint in wanted if not constraint.of(owned)]


def _clear(tx: ManagedTransaction, wanted: _Wanted) -> None:
    """Drop the index that a killed server left: in one transaction with what replaces it, newer Neo4j won't."""
    index = wanted.of(run(tx, statement("schema/indexes")))
    if index and not index["owner"]:
        if not wanted.may_be_named(index["name"]):
            raise DatabaseRefused(
                f"the index {index['name']} of your own, on the id of {wanted.label}, is where bycn needs a "
                f"constraint, which brings an index along: DROP INDEX `{index['name']}`, then load again"
            )
        run(tx, f"DROP INDEX {index['name']} IF EXISTS")


def _make(tx: ManagedTransaction, wanted: _Wanted) -> None:
    taken = {found["name"] for text in ("schema/indexes", "schema/constraints") for found in run(tx, statement(text))}
    free = next(name for name in wanted.names() if name not in taken)
    run(tx, wanted.statement.replace(wanted.name, free, 1))
