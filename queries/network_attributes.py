"""What nodes and edges are called in networks, in words that no network program takes for its own.

`type` is left out: sigma takes it for the name of a drawing program, networkx for the direction of an edge.
"""

from collections import Counter
from typing import Any

from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.engine import Record, public

NUMBERS = frozenset({"amount", "amount_max", "quantity", "quantity_max", "growth"})
"""What may have decimals: a program takes one kind of number under one name."""


class Kinds:
    """Names that keep the facts of a pair apart, where a program joins edges of one kind.

    >>> kinds = Kinds()
    >>> [kinds.next("AGREEMENT", "BY", "CN"), kinds.next("AGREEMENT", "CN", "BY"), kinds.next("CONTRACT", "BY", "CN")]
    ['AGREEMENT', 'AGREEMENT 2', 'CONTRACT']
    """

    def __init__(self) -> None:
        self._met: Counter[tuple[str, str, str]] = Counter()

    def next(self, type_: str, start: str, end: str) -> str:
        """The name for one more fact of a type between two entities."""
        key = (type_, min(start, end), max(start, end))
        self._met[key] += 1
        return type_ if self._met[key] == 1 else f"{type_} {self._met[key]}"


def of_entity(properties: Record) -> Record:
    """The attributes of a node."""
    attributes = public(properties)
    return {"label": attributes["name"], "entity_type": attributes.pop("type")} | attributes


def of_fact(type_: str, properties: Record, kind: str) -> Record:
    """The attributes of an edge. Each fact weighs the same: programs that add up edges get the number of facts."""
    given = {name: value for name, value in public(properties).items() if value is not None}
    attributes = {name: float(value) if name in NUMBERS else value for name, value in given.items()}
    return {"label": attributes["title"], "kind": kind, "fact_type": type_, "weight": 1.0} | attributes


def flat(attributes: Record) -> Record:
    """Attributes with the items of lists joined by `|`, and without what isn't given: few programs know either."""
    return {name: _flat(value) for name, value in attributes.items() if value is not None}


def _flat(value: Any) -> Any:
    return LIST_SEPARATOR.join(map(str, value)) if isinstance(value, list | tuple) else value
