"""GEXF, as Gephi reads it: colours, sizes, shapes and positions of our picture, and when each fact holds.

Source: gexf.net, schema 1.2draft with its `viz` part, which networkx reads as well. Sources and documents aren't drawn;
facts keep the ids of theirs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bycn.citation import credit
from bycn.exports.attributes import FACT_CLASSES, XML_TYPES, AttributeKind, attributes, known
from bycn.exports.records import contents
from bycn.exports.xml_text import attribute, text
from bycn.graph_model.dates import FIRST_DAY, LAST_DAY
from bycn.graph_model.entities import ENTITY_TYPES
from bycn.loaders.engine import Engine, Record
from bycn.pictures import style
from bycn.pictures.strands import Scale, kind_of, scale_of
from bycn.queries.filters import Filters

MOST_PLACED = 5_000
"""Up to so many facts the picture is laid out; a larger one is left to Gephi's own layouts."""
_NAMESPACE = "http://www.gexf.net/1.2draft"
_SHAPES = {"square": "square", "frame": "square", "plaque": "diamond", "diamond": "diamond"}
_SHAPES |= {"triangle": "triangle", "triangleDown": "triangle"}

Positions = dict[str, tuple[int, int]]


def lines(engine: Engine, filters: Filters) -> Iterator[str]:
    """The picture's entities and the facts that the filters keep."""
    of_nodes, of_facts = _declared(ENTITY_TYPES.values()), _declared(FACT_CLASSES.values())
    of_nodes["facts"] = "whole number"
    with contents(engine, filters) as found:
        scale = scale_of(found.facts)
        counts = Counter(fact[end] for fact in found.facts for end in ("start", "end"))
        positions = _positions(engine, filters) if counts.total() <= 2 * MOST_PLACED else {}
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f'<gexf xmlns="{_NAMESPACE}" xmlns:viz="{_NAMESPACE}/viz" version="1.2">\n'
        told = text(credit(found.cited(), "Written"))
        yield f"<meta><creator>bycn</creator><description>{told}</description></meta>\n"
        yield '<graph mode="dynamic" timeformat="date" defaultedgetype="directed">\n'
        yield from _declarations("node", of_nodes)
        yield from _declarations("edge", of_facts)
        yield "<nodes>\n"
        for node in found.network():
            yield from _node(node, of_nodes, counts[node["id"]], positions)
        yield "</nodes>\n<edges>\n"
        for fact in found.facts:
            yield from _edge(fact, of_facts, scale)
        yield "</edges>\n</graph>\n</gexf>\n"


def _declared(classes: Iterable[type]) -> dict[str, AttributeKind]:
    declared: dict[str, AttributeKind] = {"type": "text"}
    return {name: kind for name, kind in (declared | attributes(classes)).items() if name != "id"}


def _positions(engine: Engine, filters: Filters) -> Positions:
    from bycn.pictures.layout import lay_out
    from bycn.pictures.subject import collect, whole

    subject = collect(engine, whole(filters), filters, most=None)
    every = replace(subject, asked=list(subject.entities))  # even those that only stand in for an unnamed party
    return {node.id: (node.x, -node.y) for node in lay_out(every).nodes} if subject.facts else {}


def _declarations(what: str, declared: dict[str, AttributeKind]) -> Iterator[str]:
    yield f'<attributes class="{what}" mode="static">\n'
    for name, kind in declared.items():
        yield f'<attribute id="{name}" title="{name}" type="{XML_TYPES[kind]}"/>\n'
    yield "</attributes>\n"


def _node(node: Record, declared: dict[str, AttributeKind], facts: int, positions: Positions) -> Iterator[str]:
    told = node["properties"]
    period = _period(told.get("date_start"), told.get("date_end"))
    yield f"<node id={attribute(node['id'])} label={attribute(told['name'])}{period}>"
    yield _values(known(told | {"facts": facts}, declared))
    yield f"<viz:color {_rgb(style.COUNTRIES[told['country']].light)}/>"
    if node["id"] in positions:
        x, y = positions[node["id"]]
        yield f'<viz:position x="{x}" y="{y}" z="0"/>'
    yield f'<viz:size value="{style.radius(told["type"], facts)}"/>'
    yield f'<viz:shape value="{_SHAPES.get(style.SHAPES[told["type"]], "disc")}"/></node>\n'


def _edge(fact: Record, declared: dict[str, AttributeKind], scale: Scale) -> Iterator[str]:
    told = fact["properties"]
    period = _period(told.get("holds_from") or told.get("placed_from"), told.get("holds_to") or told.get("placed_to"))
    ends = f"source={attribute(fact['start'])} target={attribute(fact['end'])}"
    yield f"<edge id={attribute(fact['id'])} {ends} label={attribute(told['title'])}{period}>"
    yield _values(known(told | {"type": fact["type"]}, declared))
    yield f"<viz:color {_rgb(style.LINES[kind_of(fact)].ink.light)}/>"
    yield f'<viz:thickness value="{scale.width(scale.amount(fact))}"/>'
    yield f'<viz:shape value="{"dashed" if told["plan"] else "solid"}"/></edge>\n'


def _period(first: str | None, last: str | None) -> str:
    """When it shows on the timeline; an open side is left out."""
    start = f' start="{first}"' if first and first != FIRST_DAY else ""
    return start + (f' end="{last}"' if last and last != LAST_DAY else "")


def _values(values: list[tuple[str, str]]) -> str:
    told = "".join(f'<attvalue for="{name}" value={attribute(value)}/>' for name, value in values)
    return f"<attvalues>{told}</attvalues>"


def _rgb(color: str) -> str:
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return f'r="{red}" g="{green}" b="{blue}"'
