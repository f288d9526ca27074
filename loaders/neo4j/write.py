"""Writing a batch: one transaction in which all of it arrives, or nothing."""

from neo4j import ManagedTransaction

from bycn.graph_model.errors import BycnError
from bycn.graph_model.facts import FACT_TYPES
from bycn.loaders.cypher_files import statement
from bycn.loaders.neo4j.compare import Batch
from bycn.loaders.neo4j.connection import run
from bycn.loaders.neo4j.state import Lease
from bycn.loaders.rows import Row
from bycn.loaders.statements import loading


class MissingNode(BycnError):
    """Nodes that a batch needs aren't in the database: the ends of its facts, or those that it changes."""


def write_batch(lease: Lease, batch: Batch) -> int:
    """Write the rows of a batch, if it has any; changed ones take the place of what was there, whole.

    Returns how many records were looked at for it.

    Raises:
        MissingNode: an end of a fact, or a node to change, isn't in the database; the batch isn't written.
        TakenOver: another load has begun since.

    """
    if batch.new or batch.changed:
        work = _write_facts if batch.name in FACT_TYPES else _write_nodes
        lease.write(lambda tx: work(tx, batch))
    return batch.looked_at


def _write_nodes(tx: ManagedTransaction, batch: Batch) -> None:
    if batch.new:
        _send(tx, f"nodes/{batch.name}", batch.new)
    if batch.changed and _send(tx, f"changed/{batch.name}", batch.changed) != len(batch.changed):
        raise MissingNode(f"{batch.name} nodes were deleted from the database during the load; run it again")


def _write_facts(tx: ManagedTransaction, batch: Batch) -> None:
    if batch.changed:  # its ends may have changed, which only a new relationship can follow
        run(tx, loading()[f"removal/{batch.name}"], ids=[row[-1]["id"] for row in batch.changed])
    rows = batch.new + batch.changed
    if _send(tx, f"facts/{batch.name}", rows) != len(rows):
        raise MissingNode(_missing_ends(tx, rows))


def _send(tx: ManagedTransaction, name: str, rows: list[Row]) -> int:
    return int(run(tx, loading()[name], rows=rows)[0]["matched"])


def _missing_ends(tx: ManagedTransaction, rows: list[Row]) -> str:
    ends = sorted({end for *both, _ in rows for end in both})
    missing = {record["id"] for record in run(tx, statement("loading/missing"), ids=ends)}
    of_facts = ((properties["id"], end) for *both, properties in rows for end in both)
    fact, absent = next((one for one in of_facts if one[1] in missing), (rows[0][-1]["id"], "an end"))
    return (
        f"the fact {fact} needs the entity {absent}, which is not in the database; "
        f"{len(missing)} such ends are missing: was something deleted during the load? Run it again"
    )
