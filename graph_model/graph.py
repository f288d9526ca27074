"""The graph that holds entities, facts and their evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bycn.graph_model.entities import Entity
from bycn.graph_model.evidence import Document, Source
from bycn.graph_model.facts import Fact

Element = Entity | Fact | Source | Document
"""Anything that becomes a node or a relationship."""


@dataclass
class Graph:
    """Entities, facts, sources and documents, each by its id. Parallel facts are kept side by side."""

    dataset: str
    entities: dict[str, Entity] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)

    def nodes(self) -> Iterator[Source | Document | Entity]:
        """Sources and documents first, then entities."""
        yield from self.sources.values()
        yield from self.documents.values()
        yield from self.entities.values()

    def add(self, records: Iterable[Element]) -> None:
        """Add records; one with an id that is already there takes its place."""
        for record in records:
            if isinstance(record, Fact):
                self.facts[record.id] = record
            elif isinstance(record, Entity):
                self.entities[record.id] = record
            elif isinstance(record, Source):
                self.sources[record.id] = record
            else:
                self.documents[record.id] = record
