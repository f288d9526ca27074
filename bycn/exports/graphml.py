"""GraphML, as networkx, igraph, Gephi, yEd and Cytoscape read it.

Source: graphml.graphdrawing.org, schema 1.0. It allows an id fewer signs than we use, so in the ids of nodes and edges
`/` is written `:` and `~` is written `·`; the attribute `bycn_id` keeps the id as it is.
"""

from collections.abc import Iterator

from bycn.exports.attributes import XML_TYPES, AttributeKind, known
from bycn.exports.network import Network
from bycn.exports.records import contents
from bycn.exports.xml_text import attribute, text
from bycn.loaders.engine import Engine
from bycn.queries.filters import Filters

OWN_ID = "bycn_id"
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_ID_SIGNS = str.maketrans({"/": ":", "~": "·"})
_OWN: dict[str, AttributeKind] = {OWN_ID: "text"}
_PLACE: dict[str, AttributeKind] = {"x": "number", "y": "number"}


def lines(engine: Engine, filters: Filters, *, undirected: bool = False, with_sources: bool = False) -> Iterator[str]:
    """Entities and facts, and sources and documents as nodes too where they are asked for."""
    with contents(engine, filters) as found:
        network = Network(engine, filters, found, with_sources)
        of_nodes = _OWN | _PLACE | network.node_attributes
        of_facts = _OWN | network.edge_attributes
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield (
            f'<graphml xmlns="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            f'xsi:schemaLocation="{_NAMESPACE} {_NAMESPACE}/1.0/graphml.xsd">\n'
        )
        yield f"<desc>{text(network.credit)}</desc>\n"
        yield from _keys("node", of_nodes)
        yield from _keys("edge", of_facts)
        yield f'<graph id="bycn" edgedefault="{"undirected" if undirected else "directed"}">\n'
        for node in network.nodes():
            attributes = node.attributes | {OWN_ID: node.id, "x": node.x, "y": -node.y}
            yield f"<node id={_id(node.id)}>{_data('node', known(attributes, of_nodes))}</node>\n"
        for edge in network.edges():
            ends = f"source={_id(edge.start)} target={_id(edge.end)}"
            data = _data("edge", known(edge.attributes | {OWN_ID: edge.id}, of_facts))
            yield f"<edge id={_id(edge.id)} {ends}>{data}</edge>\n"
        yield "</graph>\n</graphml>\n"


def _keys(what: str, declared: dict[str, AttributeKind]) -> Iterator[str]:
    for name, kind in declared.items():
        yield f'<key id="{what}.{name}" for="{what}" attr.name="{name}" attr.type="{XML_TYPES[kind]}"/>\n'


def _data(what: str, values: list[tuple[str, str]]) -> str:
    return "".join(f'<data key="{what}.{name}">{text(value)}</data>' for name, value in values)


def _id(id_: str) -> str:
    return attribute(id_.translate(_ID_SIGNS))
