"""Made-up entities and facts, sound but for what is changed, and engines that hold nothing else."""

from collections.abc import Iterable
from pathlib import Path

from bycn.graph_model.entities import ENTITY_TYPES, Entity
from bycn.graph_model.evidence import Source
from bycn.graph_model.facts import FACT_TYPES, Fact
from bycn.graph_model.graph import Element, Graph
from bycn.loaders.embedded.arcade import engine_error, open_read_only
from bycn.loaders.embedded.build import build
from bycn.loaders.embedded.database import EmbeddedEngine

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


def graph_of(*records: Element) -> Graph:
    """A graph of these records and their source."""
    graph = Graph("made-up")
    graph.add([Source(id="made-up", title="Made up", year=2024), *records])
    return graph


class Embedded(EmbeddedEngine):
    """The embedded engine with these records alone, built without a look at the rules that tables keep."""

    def __init__(self, records: Iterable[Element], folder: Path):
        build(graph_of(*records), folder)
        self._error = engine_error()
        self._database = open_read_only(folder)

    def close(self) -> None:
        """Close the database, which nobody else asks."""
        self._database.close()
