"""GEXF, as Gephi reads it: colours, sizes, shapes and positions of our picture, and when each fact holds.

Source: gexf.net, schema 1.2draft with its `viz` part, which networkx reads as well. `kind`, by which Gephi keeps
parallel edges apart, is of schema 1.3; Gephi reads it in both.
"""

from collections.abc import Iterator

from bycn.exports.attributes import XML_TYPES, AttributeKind, known
from bycn.exports.network import Edge, Network, Node
from bycn.exports.records import contents
from bycn.exports.xml_text import attribute, text
from bycn.graph_model.dates import FIRST_DAY, LAST_DAY
from bycn.loaders.engine import Engine
from bycn.pictures import style
from bycn.pictures.strands import Scale, line_type, scale_of
from bycn.queries.filters import Filters

_NAMESPACE = "http://www.gexf.net/1.2draft"
_SHAPES = {"square": "square", "frame": "square", "plaque": "diamond", "diamond": "diamond"}
_SHAPES |= {"triangle": "triangle", "triangleDown": "triangle"}
_OF_NODES, _OF_EDGES = ("label",), ("label", "kind", "weight")
"""What GEXF has places of its own for."""


def lines(engine: Engine, filters: Filters, *, undirected: bool = False, with_sources: bool = False) -> Iterator[str]:
    """The picture's entities and the facts that the filters keep."""
    with contents(engine, filters) as found:
        network = Network(engine, filters, found, with_sources)
        of_nodes = _but(network.node_attributes, _OF_NODES)
        of_facts = _but(network.edge_attributes, _OF_EDGES)
        scale = scale_of(found.facts)
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f'<gexf xmlns="{_NAMESPACE}" xmlns:viz="{_NAMESPACE}/viz" version="1.2">\n'
        yield f"<meta><creator>bycn</creator><description>{text(network.credit)}</description></meta>\n"
        direction = "undirected" if undirected else "directed"
        yield f'<graph mode="dynamic" timeformat="date" defaultedgetype="{direction}">\n'
        yield from _declarations("node", of_nodes)
        yield from _declarations("edge", of_facts)
        yield "<nodes>\n"
        for node in network.nodes():
            yield from _node(node, of_nodes)
        yield "</nodes>\n<edges>\n"
        for edge in network.edges():
            yield from _edge(edge, of_facts, scale)
        yield "</edges>\n</graph>\n</gexf>\n"


def _but(declared: dict[str, AttributeKind], names: tuple[str, ...]) -> dict[str, AttributeKind]:
    return {name: kind for name, kind in declared.items() if name not in names}


def _declarations(what: str, declared: dict[str, AttributeKind]) -> Iterator[str]:
    yield f'<attributes class="{what}" mode="static">\n'
    for name, kind in declared.items():
        yield f'<attribute id="{name}" title="{name}" type="{XML_TYPES[kind]}"/>\n'
    yield "</attributes>\n"


def _node(node: Node, declared: dict[str, AttributeKind]) -> Iterator[str]:
    attributes = node.attributes
    period = (
        _period(attributes.get("date_start"), attributes.get("date_end"))
        if attributes["entity_type"] == "event"
        else ""
    )
    yield f"<node id={attribute(node.id)} label={attribute(attributes['label'])}{period}>"
    yield _values(known(attributes, declared))
    yield f"<viz:color {_rgb(style.COUNTRIES[attributes.get('country', 'XX')].light)}/>"
    yield f'<viz:position x="{node.x}" y="{-node.y}" z="0"/>'
    yield f'<viz:size value="{style.radius(attributes["entity_type"], node.facts)}"/>'
    yield f'<viz:shape value="{_SHAPES.get(style.SHAPES.get(attributes["entity_type"], ""), "disc")}"/></node>\n'


def _edge(edge: Edge, declared: dict[str, AttributeKind], scale: Scale) -> Iterator[str]:
    attributes = edge.attributes
    period = _period(
        attributes.get("holds_from") or attributes.get("placed_from"),
        attributes.get("holds_to") or attributes.get("placed_to"),
    )
    ends = f"source={attribute(edge.start)} target={attribute(edge.end)}"
    own = (
        f'kind={attribute(attributes["kind"])} weight="{attributes["weight"]:g}" label={attribute(attributes["label"])}'
    )
    yield f"<edge id={attribute(edge.id)} {ends} {own}{period}>"
    yield _values(known(attributes, declared))
    yield f"<viz:color {_rgb(style.LINES[line_type(edge.fact)].ink.light)}/>"
    yield f'<viz:thickness value="{scale.width(scale.amount(edge.fact))}"/>'
    yield f'<viz:shape value="{"dashed" if attributes["plan"] else "solid"}"/></edge>\n'


def _period(first: str | None, last: str | None) -> str:
    """When it shows on the timeline; an open side is left out."""
    start = f' start="{first}"' if first and first != FIRST_DAY else ""
    return start + (f' end="{last}"' if last and last != LAST_DAY else "")


def _values(values: list[tuple[str, str]]) -> str:
    items = "".join(f'<attvalue for="{name}" value={attribute(value)}/>' for name, value in values)
    return f"<attvalues>{items}</attvalues>"


def _rgb(color: str) -> str:
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return f'r="{red}" g="{green}" b="{blue}"'
