"""Nodes sized and coloured by what the drawn network measures, or by values of somebody's own, and named as asked."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from string import ascii_uppercase
from typing import TYPE_CHECKING

from bycn.graph_model.vocabulary import FACT_TRAITS
from bycn.pictures import COLOURS, SIZES, style
from bycn.pictures.drawing import OTHERS, Drawing
from bycn.pictures.look import UnknownLook
from bycn.queries import centrality, communities

if TYPE_CHECKING:
    import networkx as nx

_SMALLEST = 4


def restyled(
    drawing: Drawing,
    size: str | Mapping[str, float],
    color: str | Mapping[str, str],
    labels: Collection[str] | None,
) -> Drawing:
    """A drawing whose nodes have the size, the colour and the names that are asked for.

    Raises:
        UnknownLook: there is no such measure.

    """
    values, sized_by = _sizes(drawing, size)
    groups = _groups(drawing, color)
    most = max(values.values(), default=0.0)
    nodes = [
        node._replace(
            radius=_radius(values.get(node.id, 0.0), most) if values else node.radius,
            group=groups.get(node.id, OTHERS) if groups else "",
            label=node.label if labels is None or node.id in labels else None,
            number=node.number if labels is None or node.id in labels else 0,
        )
        for node in drawing.nodes
    ]
    return replace(drawing, nodes=nodes, sized_by=sized_by)


def _radius(value: float, most: float) -> int:
    """By the root, so that areas compare."""
    share = max(0.0, value / most) ** 0.5 if most > 0 else 0.0
    return round(_SMALLEST + (style.MOST_RADIUS - _SMALLEST) * share)


def _sizes(drawing: Drawing, size: str | Mapping[str, float]) -> tuple[Mapping[str, float], str]:
    if not isinstance(size, str):
        return size, "values given"
    if size == "facts":
        return {}, drawing.sized_by
    if size not in SIZES:
        raise UnknownLook(f"nodes aren't sized by '{size}'; there are {', '.join(SIZES)}, or a value for each id")
    answer = centrality.central(_network(drawing), by=size, limit=len(drawing.nodes))
    return {row["id"]: row[size] for row in answer}, f"{size} among the ties drawn"


def _groups(drawing: Drawing, color: str | Mapping[str, str]) -> dict[str, str]:
    """The group of each entity: the largest by name, in the order of their colours, and the others together."""
    if not isinstance(color, str):
        groups = {id_: str(group) for id_, group in color.items() if id_ in drawing.by_id}
    elif color == "country":
        return {}
    elif color in COLOURS:
        answer = communities.communities(_network(drawing), each_member=True)
        groups = {row["id"]: _community(row["group"], drawing) for row in answer}
    else:
        raise UnknownLook(f"nodes aren't coloured by '{color}'; there are {', '.join(COLOURS)}, or a group for each id")
    counts = Counter(group for group in groups.values() if group != OTHERS)
    largest = sorted(counts, key=lambda group: (-counts[group], len(group), group))[: len(style.GROUPS)]
    return {id_: group if group in largest else OTHERS for id_, group in groups.items()}


def _community(number: int, drawing: Drawing) -> str:
    if number > len(style.GROUPS):
        return OTHERS
    return drawing.look.say("Community {}").replace("{}", ascii_uppercase[number - 1])


def _network(drawing: Drawing) -> "nx.Graph":
    """Who is tied to whom, each pair once, with the number of its facts."""
    import networkx as nx

    graph = nx.Graph()
    for node in drawing.nodes:
        graph.add_node(node.id, id=node.id, name=node.name, entity_type=node.type, country=node.country)
    ties = (fact for fact in drawing.subject.facts if FACT_TRAITS[fact["type"]] == "tie")
    for (start, end), facts in sorted(Counter(tuple(sorted((f["start"], f["end"]))) for f in ties).items()):
        if start != end:
            graph.add_edge(start, end, weight=facts)
    return graph
