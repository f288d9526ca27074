"""JSON as Cytoscape.js and the Cytoscape program take it: `elements`, each with its `data`.

Source: js.cytoscape.org, "Elements JSON". Layout `preset` shows our places.
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
        head = {"data": {"name": "bycn", "credit": network.credit, "directed": not undirected}}
        yield f'{dumped(head)[:-1]}, "elements": {{"nodes": [\n'
        yield from items(
            {"data": {**node.attributes, "id": node.id}, "position": {"x": node.x, "y": node.y}}
            for node in network.nodes()
        )
        yield '], "edges": [\n'
        yield from items(
            {"data": {**edge.attributes, "id": edge.id, "source": edge.start, "target": edge.end}}
            for edge in network.edges()
        )
        yield "]}}\n"
