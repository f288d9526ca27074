"""Which flows of an import lie within which, or measure the same: filled in, as nobody would do it by hand."""

from pydantic import ValidationError

from bycn.graph_model.containment import Containment, equal_extent
from bycn.graph_model.entities import Entity
from bycn.graph_model.graph import Graph
from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.tables.table_types import KINDS


def nest(rows: list[dict[str, str]], graph: Graph) -> None:
    """Fill `part_of` and `disagrees_with` of trade flows, given as rows whose parties are of the graph."""
    kind = KINDS["trade_flow"]
    own: dict[str, dict[str, str]] = {}
    among = Graph(
        graph.dataset, dict(graph.entities), {f.id: f for f in graph.facts.values() if f.trait == "structure"}
    )
    for cells in rows:
        try:
            among.add([kind.adapter.validate_python({n: t for n, t in cells.items() if n in kind.columns})])
        except ValidationError:  # reported when the tables are read
            continue
        own[cells["id"]] = cells
    flows = [among.facts[id_] for id_ in own if among.facts[id_].date]
    containment = Containment(among)
    for flow, wholes in containment.nested(flows):
        found = list(wholes)
        equal = [whole.id for whole in found if equal_extent(flow, whole)]
        for column, ids in (("part_of", [w.id for w in found if w.id not in equal]), ("disagrees_with", equal)):
            if ids:
                own[flow.id][column] = LIST_SEPARATOR.join(ids)


def joined(graph: Graph, entities: list[Entity]) -> Graph:
    """A graph with further entities."""
    more = Graph(graph.dataset, dict(graph.entities), graph.facts, graph.sources, graph.documents)
    more.add(entities)
    return more
