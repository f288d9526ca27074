"""GraphML, as networkx, igraph, Gephi, yEd and Cytoscape read it.

Source: graphml.graphdrawing.org, schema 1.0. It allows an id fewer signs than we use, so in the ids of nodes and edges
`/` is written `:` and `~` is written `·`; the attribute `bycn_id` keeps the id as it is.
"""

from collections.abc import Iterable, Iterator

from bycn.citation import credit
from bycn.exports.attributes import FACT_CLASSES, NODE_CLASSES, XML_TYPES, AttributeKind, attributes, known
from bycn.exports.records import contents
from bycn.exports.xml_text import attribute, text
from bycn.graph_model.fields import snake_case
from bycn.loaders.engine import Engine
from bycn.queries.filters import Filters

OWN_ID = "bycn_id"
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_ID_SIGNS = str.maketrans({"/": ":", "~": "·"})


def lines(engine: Engine, filters: Filters) -> Iterator[str]:
    """The graph with sources and documents as nodes too; with filters, the entities and facts that they keep."""
    of_nodes = _declared(NODE_CLASSES.values())
    of_facts = _declared(FACT_CLASSES.values())
    with contents(engine, filters) as found:
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield (
            f'<graphml xmlns="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            f'xsi:schemaLocation="{_NAMESPACE} {_NAMESPACE}/1.0/graphml.xsd">\n'
        )
        told = text(credit(found.cited(), "Written"))
        yield f"<desc>{told}</desc>\n"
        yield from _keys("node", of_nodes)
        yield from _keys("edge", of_facts)
        yield '<graph id="bycn" edgedefault="directed">\n'
        for node in found.network() if found.filtered else found.nodes:
            properties = node["properties"] | {OWN_ID: node["id"], "type": _type_of(node["label"])}
            yield f"<node id={_id(node['id'])}>{_data('node', known(properties, of_nodes))}</node>\n"
        for fact in found.facts:
            properties = fact["properties"] | {OWN_ID: fact["id"], "type": fact["type"]}
            ends = f"source={_id(fact['start'])} target={_id(fact['end'])}"
            yield f"<edge id={_id(fact['id'])} {ends}>{_data('edge', known(properties, of_facts))}</edge>\n"
        yield "</graph>\n</graphml>\n"


def _declared(classes: Iterable[type]) -> dict[str, AttributeKind]:
    declared: dict[str, AttributeKind] = {OWN_ID: "text", "type": "text"}
    declared |= attributes(classes)
    return {name: kind for name, kind in declared.items() if name != "id"}


def _keys(what: str, declared: dict[str, AttributeKind]) -> Iterator[str]:
    for name, kind in declared.items():
        yield f'<key id="{what}.{name}" for="{what}" attr.name="{name}" attr.type="{XML_TYPES[kind]}"/>\n'


def _data(what: str, values: list[tuple[str, str]]) -> str:
    return "".join(f'<data key="{what}.{name}">{text(value)}</data>' for name, value in values)


def _id(id_: str) -> str:
    return attribute(id_.translate(_ID_SIGNS))


def _type_of(label: str) -> str:
    return snake_case(label)
