"""What a load has to do: the rows of the graph that a database lacks or holds in another form, in batches."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bycn.graph_model.entities import Entity
from bycn.graph_model.graph import Graph
from bycn.loaders.neo4j.inventory import Digests, Inventory
from bycn.loaders.rows import Row, Rows, batches, facts_by_type, nodes_by_label

EXAMPLES = 5
"""How many ids of each kind a plan names."""
_DIGESTS = 1 << 64


class Batch(NamedTuple):
    """Rows of one label or relationship type, and how many were looked at to find them."""

    name: str
    new: list[Row]
    changed: list[Row]
    """Rows that take the place of what is there in another form."""
    looked_at: int


@dataclass(slots=True)
class Tally:
    """What was found by comparing, by label and relationship type. Grows while batches are taken."""

    created: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    examples: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    fingerprint: int = 0
    """The sum of all row digests: the same for the same graph, in whatever order it comes."""

    @property
    def digest(self) -> str:
        """The fingerprint of the whole graph, as text."""
        return f"{self.fingerprint % _DIGESTS:016x}"

    def add(self, name: str, id_: str, digest: str, held: str | None) -> bool:
        """Count a record by its digest and the one that is held in its place; whether it has to be written."""
        self.fingerprint += int(digest, 16)
        if held == digest:
            self.unchanged += 1
            return False
        counts, what = (self.created, "create") if held is None else (self.changed, "change")
        counts[name] = counts.get(name, 0) + 1
        examples = self.examples.setdefault((what, name), [])
        if len(examples) < EXAMPLES:
            examples.append(id_)
        return True


def compare(graph: Graph, held: Inventory, size: int, tally: Tally) -> tuple[Iterator[Batch], Iterator[Batch]]:
    """The batches that make the database hold the graph: those of nodes, then those of facts, which need their ends.

    Ids that the graph has are taken out of `held` while batches are taken, so that what is stale is left in it.
    """
    rows = Rows(graph)
    of_nodes = (
        batch
        for label, nodes in nodes_by_label(graph).items()
        for batch in _differing(label, nodes, rows, _digests_for(held.nodes, nodes[0]), size, tally)
    )
    of_facts = (
        batch
        for name, facts in facts_by_type(graph).items()
        for batch in _differing(name, facts, rows, held.facts.get(name, {}), size, tally)
    )
    return of_nodes, of_facts


def _digests_for(held: Digests, node: Any) -> dict[str, str]:
    return held.get(Entity.label if isinstance(node, Entity) else node.label, {})


def _differing(
    name: str, records: list[Any], maker: Rows, held: dict[str, str], size: int, tally: Tally
) -> Iterator[Batch]:
    for looked_at in batches(records, size):
        new: list[Row] = []
        changed: list[Row] = []
        for record in looked_at:
            row = maker.row(record)
            old = held.pop(record.id, None)
            if tally.add(name, record.id, row[-1]["_digest"], old):
                (new if old is None else changed).append(row)
        yield Batch(name, new, changed, len(looked_at))


def stale_facts(graph: Graph, held: Inventory) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Of the facts that are left in `held`: those of another type now, and those that the tables no longer have."""
    moved: dict[str, list[str]] = {}
    gone: dict[str, list[str]] = {}
    for name, digests in held.facts.items():
        for id_ in digests:
            (moved if id_ in graph.facts else gone).setdefault(name, []).append(id_)
    return moved, gone


def stale_nodes(held: Inventory) -> dict[str, list[str]]:
    """The ids of the nodes that are left in `held`, by label."""
    return {label: list(digests) for label, digests in held.nodes.items() if digests}
