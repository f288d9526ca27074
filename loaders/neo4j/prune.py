"""Removing what an earlier load wrote and the tables no longer hold, and taking nodes up again that come back."""

from collections.abc import Iterable, Mapping
from functools import partial

from neo4j import ManagedTransaction

from bycn.loaders.neo4j.connection import run
from bycn.loaders.neo4j.state import Lease
from bycn.loaders.rows import batches
from bycn.loaders.statements import loading


def remove_facts(lease: Lease, facts: Mapping[str, Iterable[str]], size: int) -> int:
    """Remove facts, given as ids by type; how many."""
    removed = 0
    for name, ids in facts.items():
        for batch in batches(ids, size):
            removed += _remove(lease, name, batch)
    return removed


def remove_nodes(lease: Lease, nodes: Mapping[str, Iterable[str]], size: int) -> tuple[int, list[str]]:
    """Remove nodes, given as ids by label: how many, and which stay because foreign relationships are attached to them.

    Those that stay lose our labels and traces, and are nobody's business of ours until the tables have them again.
    """
    removed, released = 0, list[str]()
    for name, ids in nodes.items():
        for batch in batches(ids, size):
            kept = _release(lease, name, batch)
            removed += _remove(lease, name, [id_ for id_ in batch if id_ not in kept])
            released += kept
    return removed, released


def take_up(lease: Lease, nodes: Mapping[str, Iterable[str]], size: int) -> None:
    """Take up nodes that an earlier load let go of, given as ids by label; what hangs on them stays."""
    for name, ids in nodes.items():
        for batch in batches(ids, size):
            lease.write(partial(run, query=loading()[f"taking_up/{name}"], ids=batch))


def remove_forgotten(lease: Lease, size: int) -> int:
    """Remove facts of types that an older model had."""
    total = 0
    while removed := _in_transaction(lease, "removal/of_forgotten_types", limit=size):
        total += removed
    return total


def _release(lease: Lease, name: str, ids: list[str]) -> list[str]:
    def work(tx: ManagedTransaction) -> list[str]:
        return [record["id"] for record in run(tx, loading()[f"release/{name}"], ids=ids)]

    return lease.write(work)


def _remove(lease: Lease, name: str, ids: list[str]) -> int:
    return _in_transaction(lease, f"removal/{name}", ids=ids)


def _in_transaction(lease: Lease, name: str, **params: object) -> int:
    return lease.write(lambda tx: int(run(tx, loading()[name], **params)[0]["removed"]))
