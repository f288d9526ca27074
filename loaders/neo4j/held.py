"""What a database holds already: the digest of every row that a load put there, and ids that are somebody else's."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import neo4j

from graph_model.entities import ENTITY_TYPES, Entity
from graph_model.errors import BycnError
from graph_model.evidence import Document, Source
from graph_model.facts import FACT_TYPES
from graph_model.graph import Graph
from graph_model.properties import digest, properties_of
from loaders.cypher_files import statement
from loaders.neo4j.connection import Connection

Digests = dict[str, dict[str, str]]
"""Label or relationship type → id → digest."""

UNSOUND = ""
"""The digest of what must be written anew, whatever the tables say."""
_EXAMPLES = 5
_OUR_LABELS = frozenset([Entity.label, Source.label, Document.label, *(cls.label for cls in ENTITY_TYPES.values())])


class ForeignData(BycnError):
    """Nodes or relationships that bycn didn't put there have ids of ours."""


@dataclass(slots=True)
class Held:
    """Digests of nodes (by the label their id is unique in) and facts (by type), and foreign ids beside them."""

    nodes: Digests = field(default_factory=lambda: defaultdict(dict))
    facts: Digests = field(default_factory=lambda: defaultdict(dict))
    foreign: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def distrust(self) -> None:
        """Take every row as one that must be written anew."""
        for digests in (*self.nodes.values(), *self.facts.values()):
            digests.update(dict.fromkeys(digests, UNSOUND))

    def check_foreign(self, graph: Graph) -> None:
        """See that no id of the graph is taken by data of another origin.

        Raises:
            ForeignData: some are; a few are named.

        """
        ours = {
            Entity.label: graph.entities.keys(),
            Source.label: graph.sources.keys(),
            Document.label: graph.documents.keys(),
        }
        for key, ids in self.foreign.items():
            if taken := sorted(ids & ours.get(key, graph.facts.keys())):
                examples = ", ".join(taken[:_EXAMPLES]) + (" …" if len(taken) > _EXAMPLES else "")
                raise ForeignData(
                    f"{len(taken)} {key} of another origin in this database have ids that bycn gives ({examples}); "
                    "nothing was written: rename their label or id, or load into a database of its own"
                )


def read_held(connection: Connection, *, whole: bool = False) -> Held:
    """What a database holds, by the digests that loads left; with `whole`, by digests of what is really there."""

    def take_nodes(rows: Iterable[neo4j.Record]) -> Held:
        held = Held()
        for row in rows:
            key, id_, found = _node(row) if whole else row
            _note(held, held.nodes, key, id_, found)
        return held

    def take_facts(rows: Iterable[neo4j.Record]) -> Held:
        held = Held()
        for row in rows:
            key, id_, found = _fact(row) if whole else row
            _note(held, held.facts, key, id_, found)
        return held

    prefix = "loading/held/whole_" if whole else "loading/held/"
    nodes = connection.stream(statement(f"{prefix}nodes"), None, take_nodes)
    facts = connection.stream(statement(f"{prefix}facts"), None, take_facts)
    return Held(nodes.nodes, facts.facts, nodes.foreign | facts.foreign)


def _note(held: Held, digests: Digests, key: str, id_: str, found: str | None) -> None:
    if found is None:
        held.foreign[key].add(id_)
    else:
        digests[key][id_] = found


def _node(row: neo4j.Record) -> tuple[str, str, str | None]:
    """A node's digest as its properties and labels give it, `UNSOUND` where it isn't what a load would write."""
    key, labels, properties = row
    if "_bycn" not in properties:
        return key, properties["id"], None
    kinds: dict[str, type] = {Source.label: Source, Document.label: Document}
    cls = kinds.get(key) or ENTITY_TYPES.get(properties.get("type", ""))
    if cls is None or _OUR_LABELS.intersection(labels) != {key, getattr(cls, "label", key)}:
        return key, properties["id"], UNSOUND
    return key, properties["id"], _digest_of(cls, properties)


def _fact(row: neo4j.Record) -> tuple[str, str, str | None]:
    type_, start, end, properties = row
    if "_bycn" not in properties:
        return type_, properties["id"], None
    return type_, properties["id"], _digest_of(FACT_TYPES[type_], properties, start, end)


def _digest_of(cls: type, properties: dict[str, Any], *ends: str) -> str:
    names = [p.name for p in properties_of(cls)]
    if not properties.keys() <= {*names, "_bycn", "_digest"}:
        return UNSOUND
    found = digest([*ends, *(properties.get(name) for name in names)])
    return found if found == properties.get("_digest") else UNSOUND
