"""The constraints that a load and every question by id rest on, and the plans that are made with them."""

import contextlib

from neo4j import ManagedTransaction

from bycn.loaders.cypher_files import statement, statements
from bycn.loaders.engine import QueryError
from bycn.loaders.neo4j.connection import Connection, run
from bycn.loaders.neo4j.errors import DatabaseRefused

_PATIENCE_SECONDS = 600
_REPLAN_SECONDS = 30


def create_schema(connection: Connection) -> int:
    """Create the constraints that are missing and wait until they are ready; how many were missing."""
    files = ("schema/node_constraints", "schema/fact_constraints", "schema/neo4j")
    texts = [text for name in files for text in statements(name)]

    def work(tx: ManagedTransaction) -> int:
        return sum(tx.run(text).consume().counters.constraints_added for text in texts)

    created = connection.write(work)
    connection.write(lambda tx: run(tx, statement("schema/await"), seconds=_PATIENCE_SECONDS))
    return created


def renew_plans(connection: Connection) -> None:
    """Have questions planned for what the database holds now: for an index that was empty, a scan looks cheap.

    Only administrators may ask for it, and a server may not offer it; then the database finds out by itself, later.
    """
    with contextlib.suppress(DatabaseRefused, QueryError):
        connection.write(lambda tx: run(tx, statement("schema/replan"), seconds=_REPLAN_SECONDS))
