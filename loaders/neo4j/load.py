"""The load: makes a Neo4j hold a graph, whatever of it is there already."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from bycn.graph_model.graph import Graph
from bycn.loaders.engine import Record
from bycn.loaders.neo4j.compare import EXAMPLES, Tally, compare, stale_facts, stale_nodes
from bycn.loaders.neo4j.concurrency import run_concurrently
from bycn.loaders.neo4j.connection import Connection
from bycn.loaders.neo4j.inventory import Inventory, read_inventory
from bycn.loaders.neo4j.prune import remove_facts, remove_forgotten, remove_nodes, take_up
from bycn.loaders.neo4j.replacing import check_datasets
from bycn.loaders.neo4j.schema import GRAPH, STATE, create_constraints, renew_plans
from bycn.loaders.neo4j.state import Lease, check_schema, is_outdated, read_state, writes_in
from bycn.loaders.neo4j.write import write_batch
from bycn.loaders.rows import BATCH

Progress = Callable[[int, int], None]
"""Called after every batch with how many rows are done, of how many."""


@dataclass(slots=True)
class Summary:
    """What a load did, or would do."""

    tally: Tally = field(default_factory=Tally)
    removed: int = 0
    stale: list[tuple[str, list[str]]] = field(default_factory=list)
    """For a plan: the ids of what would be removed, each list with its label or relationship type."""
    kept: int = 0
    """How much the tables no longer hold that is left there, because nothing is pruned."""
    released: list[str] = field(default_factory=list)
    """Nodes that stay, without our labels, because foreign relationships are attached to them."""
    constraints: int = 0
    seconds: float = 0.0

    @property
    def created(self) -> int:
        """How many rows were new."""
        return sum(self.tally.created.values())

    @property
    def changed(self) -> int:
        """How many rows were there in another form."""
        return sum(self.tally.changed.values())

    @property
    def unchanged(self) -> int:
        """How many rows were there as they are in the tables."""
        return self.tally.unchanged

    @property
    def rate(self) -> float:
        """Rows a second, those that were only compared included."""
        return (self.created + self.changed + self.unchanged + self.removed) / max(self.seconds, 1e-9)

    def changes(self) -> list[tuple[str, str, int, list[str]]]:
        """What is created, changed and removed of each kind: how many, and a few of the ids."""
        counted = (("create", self.tally.created), ("change", self.tally.changed))
        rows = [
            (what, name, count, self.tally.examples[what, name])
            for what, counts in counted
            for name, count in counts.items()
        ]
        return rows + [("remove", name, len(ids), ids[:EXAMPLES]) for name, ids in self.stale]


def load(
    connection: Connection,
    graph: Graph,
    *,
    size: int = BATCH,
    prune: bool = True,
    verify: bool = False,
    replace: bool = False,
    progress: Progress = lambda _done, _total: None,
) -> Summary:
    """Make the database hold the graph, in transactions of `size` rows; only rows that differ are written.

    `prune` removes what an earlier load put there and the graph lacks. `verify` compares the properties that are
    really there, rather than the digests that loads left. A load that ended early is completed by the next one.
    `replace` says that what came from other tables may be removed.

    Raises:
        ForeignData: data of another origin has ids of ours; nothing is written.
        OtherDataset: what came from other tables would be removed, and may not; nothing is written.
        SchemaNewer: a newer bycn loaded this database; nothing is written.
        MissingNode: an end of a fact, or a node to change, is gone from the database.
        TakenOver: another load began after this one.

    """
    begun = time.perf_counter()
    look = partial(_look, connection, graph, prune=prune, verify=verify, replace=replace)
    state, held, returning = look()
    summary = Summary(constraints=create_constraints(connection, STATE))
    lease = Lease(connection)
    before = lease.begin(graph.dataset.split("+"))
    with lease.at_work():
        with lease.undisturbed():
            summary.constraints += create_constraints(connection, GRAPH)
        if before != writes_in(state):  # another load wrote between our look and our turn; now it can't any more
            state, held, returning = look()
        take_up(lease, returning, size)
        total, done = _size(graph), 0
        for batches in compare(graph, held, size, summary.tally):
            for looked_at in run_concurrently(lambda batch: write_batch(lease, batch), batches):
                done += looked_at
                progress(done, total)
        moved, gone = stale_facts(graph, held)
        summary.removed = remove_facts(lease, moved, size)
        if prune:
            summary.removed += remove_facts(lease, gone, size)
            if is_outdated(state):
                summary.removed += remove_forgotten(lease, size)
            removed, summary.released = remove_nodes(lease, stale_nodes(held), size)
            summary.removed += removed
        else:
            summary.kept = _count(gone) + _count(stale_nodes(held))
        lease.finish(_described(graph, summary.tally), pruned=prune)
    if summary.created or summary.changed or summary.removed:
        renew_plans(connection)
    summary.seconds = time.perf_counter() - begun
    return summary


def plan(
    connection: Connection, graph: Graph, *, prune: bool = True, verify: bool = False, replace: bool = False
) -> Summary:
    """What `load` would do now. Nothing is written; errors are those of `load`."""
    begun = time.perf_counter()
    _, held, _ = _look(connection, graph, prune=prune, verify=verify, replace=replace)
    summary = Summary()
    for batches in compare(graph, held, BATCH, summary.tally):
        for _ in batches:  # taking them is what fills the tally
            pass
    moved, gone = stale_facts(graph, held)
    leaving = [moved, gone, stale_nodes(held)] if prune else [moved]
    summary.stale = [(name, ids) for ids_by_name in leaving for name, ids in ids_by_name.items()]
    summary.removed = sum(len(ids) for _, ids in summary.stale)
    summary.kept = 0 if prune else _count(gone) + _count(stale_nodes(held))
    summary.seconds = time.perf_counter() - begun
    return summary


def _look(
    connection: Connection, graph: Graph, *, prune: bool, verify: bool, replace: bool
) -> tuple[Record | None, Inventory, dict[str, list[str]]]:
    """The state, what is held, and which nodes that an earlier load let go of the graph has again."""
    state = read_state(connection)
    check_schema(state)
    held = read_inventory(connection, whole=verify)
    held.check_foreign(graph)
    if prune and not replace:
        check_datasets(state, held, graph)
    returning = held.take_up(graph)
    if is_outdated(state):
        held.distrust()
    return state, held, returning


def _size(graph: Graph) -> int:
    return len(graph.entities) + len(graph.facts) + len(graph.sources) + len(graph.documents)


def _count(ids_by_name: Mapping[str, Sequence[str]]) -> int:
    return sum(map(len, ids_by_name.values()))


def _described(graph: Graph, tally: Tally) -> dict[str, str | int | list[str]]:
    return {
        "dataset": graph.dataset,
        "datasets": graph.dataset.split("+"),
        "digest": tally.digest,
        "entities": len(graph.entities),
        "facts": len(graph.facts),
        "sources": len(graph.sources),
        "documents": len(graph.documents),
    }
