"""Made-up entities and facts, sound but for what is changed, and engines that hold nothing else."""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from bycn.graph_model.entities import ENTITY_TYPES, Entity
from bycn.graph_model.evidence import Source
from bycn.graph_model.facts import FACT_TYPES, Fact
from bycn.graph_model.graph import Graph
from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.loaders.engine import Engine
from bycn.loaders.selection import Selection
from bycn.loaders.tables import write_tables

_SPECIAL = {
    "AGREEMENT": {"instrument": "memorandum"},
    "INDICATOR": {"measure": "partners"},
    "JOINT_PROJECT": {"form": "centre"},
    "TRADE_FLOW": {"measure": "export"},
}


def entity(id_: str, country: str = "BY", **more: object) -> Entity:
    """An entity whose id tells its type; a bare code is an oblast, a province or a country."""
    type_ = id_.partition("/")[0] if "/" in id_ else {"BY-": "oblast", "CN-": "province"}.get(id_[:3], "country")
    special = {"kind": "province"} if type_ == "province" else {}
    return ENTITY_TYPES[type_](**({"id": id_, "name": id_, "country": country} | special | more))


def fact(id_: str, type_: str, from_: str, to: str, **more: object) -> Fact:
    """A signed fact of one source."""
    told = {"id": id_, "from": from_, "to": to, "title": id_, "sources": "made-up"}
    return FACT_TYPES[type_](**(told | {"status": "signed"} | _SPECIAL.get(type_, {}) | more))


def graph_of(*records: Entity | Fact) -> Graph:
    """A graph of these records and their source."""
    graph = Graph("made-up")
    graph.add([Source(id="made-up", title="Made up", year=2024), *records])
    return graph


@contextlib.contextmanager
def embedded(records: Iterable[Entity | Fact], folder: Path) -> Iterator[Engine]:
    """The embedded engine with these records alone, by way of tables."""
    write_tables(graph_of(*records), folder)
    with EmbeddedEngine(Selection((folder,), only_own=True)) as engine:
        yield engine
