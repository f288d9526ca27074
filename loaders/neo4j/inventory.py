"""What a database holds already: the digest of every row that a load put there, and ids that are somebody else's."""

from collections import defaultdict
from collections.abc import Iterator, KeysView
from dataclasses import dataclass, field
from typing import Any

import neo4j

from bycn.graph_model.entities import ENTITY_TYPES, Entity
from bycn.graph_model.errors import BycnError
from bycn.graph_model.evidence import Document, Source
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.graph import Graph
from bycn.graph_model.properties import digest, property_names
from bycn.loaders.neo4j.connection import Connection
from bycn.loaders.statements import TRACES, loading

Digests = dict[str, dict[str, str]]
"""Label or relationship type → id → digest."""

UNSOUND = ""
"""The digest of what must be written again, whatever the tables say."""
_EXAMPLES = 5
_PAGE = 20_000
_Found = tuple[str, str, str | None]
"""A label or relationship type, an id, and its digest, None for what isn't ours."""
_OUR_LABELS = frozenset([Entity.label, Source.label, Document.label, *(cls.label for cls in ENTITY_TYPES.values())])


class ForeignData(BycnError):
    """Nodes or relationships that bycn didn't put there have ids of ours."""


@dataclass(slots=True)
class Inventory:
    """Digests of nodes (by the label their id is unique in) and facts (by type), and the ids of foreign data."""

    nodes: Digests = field(default_factory=lambda: defaultdict(dict))
    facts: Digests = field(default_factory=lambda: defaultdict(dict))
    foreign: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    released: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Nodes that an earlier load let go of, because relationships of another origin are attached to them."""

    def note(self, digests: Digests, key: str, id_: str, found: str | None) -> None:
        """Take in what was found under an id."""
        if found is None:
            self.foreign[key].add(id_)
        else:
            digests[key][id_] = found

    def distrust(self) -> None:
        """Take every row as one that must be written again."""
        for digests in (*self.nodes.values(), *self.facts.values()):
            digests.update(dict.fromkeys(digests, UNSOUND))

    def take_up(self, graph: Graph) -> dict[str, list[str]]:
        """Take released nodes that the graph has as ones to be written again: their ids, by label."""
        taken: dict[str, list[str]] = {}
        for key, in_graph in _nodes_of(graph).items():
            taken[key] = sorted(id_ for id_ in self.released[key] if id_ in in_graph and id_ not in self.nodes[key])
            self.nodes[key].update(dict.fromkeys(taken[key], UNSOUND))
        return taken

    def beside(self, graph: Graph) -> tuple[int, int]:
        """How many facts and nodes there are whose ids the graph lacks."""
        in_graph = _nodes_of(graph)
        facts = sum(len(digests.keys() - graph.facts.keys()) for digests in self.facts.values())
        nodes = sum(len(digests.keys() - in_graph[key]) for key, digests in self.nodes.items())
        return facts, nodes

    def check_foreign(self, graph: Graph) -> None:
        """See that no id of the graph is taken by data of another origin.

        Raises:
            ForeignData: some are; a few are named.

        """
        ours = _nodes_of(graph)
        for key, ids in self.foreign.items():
            if taken := sorted(ids & ours.get(key, graph.facts.keys())):
                examples = ", ".join(taken[:_EXAMPLES]) + (" …" if len(taken) > _EXAMPLES else "")
                raise ForeignData(
                    f"{len(taken)} {key} of another origin in this database have ids that bycn gives ({examples}); "
                    "nothing was written: rename their label or id, or load into a database of its own"
                )


def read_inventory(connection: Connection, *, whole: bool = False) -> Inventory:
    """What a database holds, by the digests that loads left; with `whole`, by digests of what is really there."""
    held = Inventory()
    for row in connection.read(loading()["held/released"]):
        held.released[row["name"]].add(row["id"])
    if whole:
        nodes = connection.stream(loading()["held/whole_nodes"], None, lambda rows: list(map(_node, rows)))
        for key, id_, found in nodes:
            held.note(held.nodes, key, id_, found)
        facts = connection.stream(loading()["held/whole_facts"], None, lambda rows: list(map(_fact, rows)))
        for key, id_, found in facts:
            held.note(held.facts, key, id_, found)
        return held
    for row in connection.read(loading()["held/present"]):
        name = row["name"]
        for id_, found in _pages(connection, name):
            held.note(held.facts if name in FACT_TYPES else held.nodes, name, id_, found)
    return held


def _nodes_of(graph: Graph) -> dict[str, KeysView[str]]:
    """The ids of a graph's nodes, by the label they are unique in."""
    return {
        Entity.label: graph.entities.keys(),
        Source.label: graph.sources.keys(),
        Document.label: graph.documents.keys(),
    }


def _pages(connection: Connection, name: str) -> Iterator[tuple[str, str | None]]:
    after, found = "", [("", None)] * _PAGE
    while len(found) == _PAGE:
        params = {"after": after, "limit": _PAGE}
        found = connection.stream(loading()[f"held/{name}"], params, lambda rows: next(iter(rows))["found"])
        yield from found
        after = found[-1][0] if found else after


def _node(row: neo4j.Record) -> _Found:
    """A node's digest as its properties and labels give it, `UNSOUND` where it isn't what a load would write."""
    key, labels, properties = row
    if "_bycn" not in properties:
        return key, properties["id"], None
    kinds: dict[str, type] = {Source.label: Source, Document.label: Document}
    cls = kinds.get(key) or ENTITY_TYPES.get(properties.get("type", ""))
    if cls is None or _OUR_LABELS.intersection(labels) != {key, getattr(cls, "label", key)}:
        return key, properties["id"], UNSOUND
    return key, properties["id"], _digest_of(cls, properties, properties["id"])


def _fact(row: neo4j.Record) -> _Found:
    type_, start, end, properties = row
    if "_bycn" not in properties:
        return type_, properties["id"], None
    return type_, properties["id"], _digest_of(FACT_TYPES[type_], properties, start, end)


def _digest_of(cls: type, properties: dict[str, Any], *place: str) -> str:
    names = property_names(cls)
    if not properties.keys() <= {*names, *TRACES}:
        return UNSOUND
    found = digest([*place], {name: properties[name] for name in names if name in properties})
    return found if found == properties.get("_digest") else UNSOUND
