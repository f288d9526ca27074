"""Properties: what of a record is stored in a graph database, under which names and in which form.

The names are the table's columns (ends excepted), then the bounds of each date, then those that begin with `_`: they
serve bycn's own questions and loading, and are dropped from answers and exports.
"""

import hashlib
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from graph_model.dates import PartialDate
from graph_model.entities import Entity
from graph_model.facts import Fact
from graph_model.fields import columns
from graph_model.graph import Record
from graph_model.names import fold
from graph_model.periods import holding_period, placing_period

Value = str | int | float | list[str] | None
"""What a property can be in every engine."""

HIDDEN_PREFIX = "_"
BOUNDED = ("date", "valid", "announced")
"""The dates that are stored with their first and last day."""


class Property(NamedTuple):
    """A property's name and how its value is read off a record."""

    name: str
    value: Callable[[Any], Value]


def properties_of(cls: type) -> tuple[Property, ...]:
    """The properties that records of a class are stored with, in a fixed order, `id` first, ends left out."""
    if cls not in _known:
        _known[cls] = tuple(_properties(cls))
    return _known[cls]


_known: dict[type, tuple[Property, ...]] = {}


def _properties(cls: type) -> list[Property]:
    stored = [c for c in columns(cls) if c.name not in ("from", "to")]
    found = [Property(c.name, _plain(c.field)) for c in stored]
    for column in stored:
        if column.name in BOUNDED:
            found.append(Property(f"{column.name}_start", _bound(column.field, "start")))
            found.append(Property(f"{column.name}_end", _bound(column.field, "end")))
    if issubclass(cls, Entity):
        found.append(Property("type", lambda entity: str(entity.type)))
        found.append(Property("_keys", name_keys))
    elif issubclass(cls, Fact):
        found.append(Property("_holds_from", lambda fact: (holding_period(fact) or (None, None))[0]))
        found.append(Property("_holds_to", lambda fact: (holding_period(fact) or (None, None))[1]))
        found.append(Property("_placed_from", lambda fact: (placing_period(fact) or (None, None))[0]))
        found.append(Property("_placed_to", lambda fact: (placing_period(fact) or (None, None))[1]))
    return found


def property_values(record: Record) -> list[Value]:
    """The values of a record's properties, in the order of `properties_of`, None where there is none."""
    return [prop.value(record) for prop in properties_of(type(record))]


def public_properties(record: Record) -> dict[str, Value]:
    """A record's properties by name, without those that are missing and those that are bycn's own."""
    named = zip(properties_of(type(record)), property_values(record), strict=True)
    return {p.name: value for p, value in named if value is not None and not p.name.startswith(HIDDEN_PREFIX)}


def digest(values: object) -> str:
    """A short fingerprint of a row, by which a later load sees whether it changed."""
    return hashlib.blake2b(repr(values).encode(), digest_size=8).hexdigest()


def name_keys(entity: Entity) -> list[str]:
    """The folded forms by which an entity is found: its established name and its id first, then every other form."""
    first, *others = entity.all_names
    forms = (first, entity.id, *others, *entity.former_ids)
    return list(dict.fromkeys(map(fold, forms)))


def _plain(field: str) -> Callable[[Any], Value]:
    def read(record: Any) -> Value:
        value = getattr(record, field)
        if isinstance(value, tuple):
            return list(value) or None
        if isinstance(value, Decimal):
            return number(value)
        return value.text if isinstance(value, PartialDate) else value

    return read


def _bound(field: str, side: str) -> Callable[[Any], Value]:
    return lambda record: getattr(getattr(record, field), side, None)


def number(value: Decimal) -> int | float:
    """A decimal as the graph stores it: an integer when whole, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)
