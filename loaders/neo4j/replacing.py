"""Whether a load would remove what came from other tables, which nobody should do by mistake."""

from bycn.graph_model.counting import counted
from bycn.graph_model.errors import BycnError
from bycn.graph_model.graph import Graph
from bycn.loaders.engine import Record
from bycn.loaders.neo4j.inventory import Inventory
from bycn.loaders.neo4j.state import datasets_in


class OtherDataset(BycnError):
    """A load would remove what was loaded from other tables; nothing is written."""


def check_datasets(state: Record | None, held: Inventory, graph: Graph) -> None:
    """See that what a load with this graph would remove came from an earlier form of the same tables.

    It didn't where a dataset that was loaded isn't among those of the graph, or where no fact of it would stay.

    Raises:
        OtherDataset: it came from others; how much there is, and from which.

    """
    facts, nodes = held.beside(graph)
    if not facts + nodes:
        return
    before = datasets_in(state)
    others = [name for name in before if name not in graph.dataset.split("+")]
    if others or facts == sum(map(len, held.facts.values())) > 0:
        named = f" ({', '.join(others or before)})" if before else ""
        raise OtherDataset(
            f"this load would remove {counted(facts, 'fact')} and {counted(nodes, 'node')} that were loaded from "
            f"other tables{named}"
        )
