"""Writing a batch: one transaction in which all of it arrives, or nothing."""

from neo4j import ManagedTransaction

from graph_model.entities import ENTITY_TYPES
from graph_model.errors import BycnError
from graph_model.facts import FACT_TYPES
from loaders.cypher_files import statement
from loaders.neo4j.compare import Batch
from loaders.neo4j.connection import run
from loaders.neo4j.state import Lease
from loaders.rows import Row

_ENTITY_LABELS = frozenset(cls.label for cls in ENTITY_TYPES.values())


class MissingEnd(BycnError):
    """Facts name entities that the database doesn't hold."""


def write_batch(lease: Lease, batch: Batch) -> None:
    """Write the rows of a batch, if it has any; changed ones take the place of what was there, whole.

    Raises:
        MissingEnd: an end of a fact isn't in the database; the batch isn't written.
        TakenOver: another load has begun since.

    """
    if not batch.rows:
        return
    work = _write_facts if batch.name in FACT_TYPES else _write_nodes
    lease.write(lambda tx: work(tx, batch))


def _write_nodes(tx: ManagedTransaction, batch: Batch) -> None:
    if batch.changed and batch.name in _ENTITY_LABELS:  # they may be of another type now
        run(tx, statement(f"loading/labels/{batch.name}"), ids=batch.changed)
    _send(tx, f"loading/nodes/{batch.name}", batch.rows)


def _write_facts(tx: ManagedTransaction, batch: Batch) -> None:
    if batch.changed:  # its ends may have changed, which only a new relationship can follow
        run(tx, statement(f"loading/removal/{batch.name}"), ids=batch.changed)
    matched = _send(tx, f"loading/facts/{batch.name}", batch.rows)
    if matched != len(batch.rows):
        raise MissingEnd(_missing_ends(tx, batch.rows))


def _send(tx: ManagedTransaction, name: str, rows: list[Row]) -> int:
    return int(run(tx, statement(name), rows=rows)[0]["matched"])


def _missing_ends(tx: ManagedTransaction, rows: list[Row]) -> str:
    ends = sorted({end for *both, _ in rows for end in both})
    missing = {record["id"] for record in run(tx, statement("loading/missing"), ids=ends)}
    of_facts = ((properties["id"], end) for *both, properties in rows for end in both)
    fact, absent = next((one for one in of_facts if one[1] in missing), (rows[0][-1]["id"], "an end"))
    return (
        f"the fact {fact} needs the entity {absent}, which is not in the database; "
        f"{len(missing)} such ends are missing: was something deleted during the load? Run it again"
    )
