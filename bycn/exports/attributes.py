"""The attributes that nodes and facts have in forms that declare them beforehand, read off the model."""

from collections.abc import Iterable
from typing import Literal

from bycn.graph_model.fields import columns
from bycn.graph_model.properties import COMPUTED_FLAGS, COMPUTED_LISTS, HIDDEN_PREFIX, property_names
from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.engine import Record

AttributeKind = Literal["text", "number", "whole number", "flag", "list"]


XML_TYPES: dict[AttributeKind, str] = {
    "text": "string",
    "list": "string",
    "number": "double",
    "whole number": "long",
    "flag": "boolean",
}
"""The kinds of values as GEXF and GraphML call them, which have no lists."""


def attributes(classes: Iterable[type], *, hidden: bool = False) -> dict[str, AttributeKind]:
    """The properties of some classes by name, with the kind of their values; `hidden` takes those with `_` too."""
    found: dict[str, AttributeKind] = {}
    for cls in classes:
        kinds = {column.name: column.kind for column in columns(cls)}
        for name in property_names(cls):
            kind = kinds.get(name, "text")
            if name in COMPUTED_LISTS or kind.startswith("list"):
                found[name] = "list"
            elif name in COMPUTED_FLAGS:
                found[name] = "flag"
            else:
                found[name] = kind if kind in ("number", "whole number") else "text"
    return {name: kind for name, kind in found.items() if hidden or not name.startswith(HIDDEN_PREFIX)}


def as_text(value: object) -> str:
    """A value as text; the items of a list are joined by `|`, and a flag is `true` or `false`."""
    if isinstance(value, list):
        return LIST_SEPARATOR.join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def known(properties: Record, declared: dict[str, AttributeKind]) -> list[tuple[str, str]]:
    """The properties that are declared, as text, in the order of the declarations."""
    return [(name, as_text(properties[name])) for name in declared if name in properties]
