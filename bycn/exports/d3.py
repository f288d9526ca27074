"""JSON as D3's force simulation takes it: `nodes`, and `links` by the ids of their ends.

networkx reads the same: `node_link_graph(data, edges="links")`.
"""

from collections.abc import Iterator

from bycn.exports.json_text import dumped, items
from bycn.exports.network import Network
from bycn.exports.records import contents
from bycn.loaders.engine import Engine
from bycn.queries.filters import Filters


def lines(engine: Engine, filters: Filters, *, undirected: bool = False, with_sources: bool = False) -> Iterator[str]:
    """Entities and facts, and sources and documents as nodes too where they are asked for."""
    with contents(engine, filters) as found:
        network = Network(engine, filters, found, with_sources)
        head = {"directed": not undirected, "multigraph": True, "graph": {"credit": network.credit}}
        yield f'{dumped(head)[:-1]}, "nodes": [\n'
        yield from items({**node.attributes, "id": node.id, "x": node.x, "y": node.y} for node in network.nodes())
        yield '], "links": [\n'
        yield from items(
            {"source": edge.start, "target": edge.end, "key": edge.id, **edge.attributes} for edge in network.edges()
        )
        yield "]}\n"
