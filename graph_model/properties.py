"""Properties: what of a record is stored in a graph database, under which names and in which form.

The names are the table's columns (ends excepted), then the bounds of each date, then those that begin with `_`: they
serve bycn's own questions and loading, and are dropped from answers and exports.
"""

import hashlib
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple, cast

from graph_model.dates import PartialDate
from graph_model.entities import ENTITY_TYPES, Entity
from graph_model.facts import Fact
from graph_model.fields import columns
from graph_model.graph import Graph, Record
from graph_model.names import fold
from graph_model.periods import holding_period, placing_period

Value = str | int | float | list[str] | None
"""What a property can be in every engine."""

HIDDEN_PREFIX = "_"
BOUNDED = ("date", "valid", "announced")
"""The dates that are stored with their first and last day."""
NAMING = ("event", "venue")
"""The properties by which facts name an entity that need not be an end of theirs."""
NAMED = (ENTITY_TYPES["event"], ENTITY_TYPES["exchange"])
"""The types so named: they hold in `_ends` where those facts are found, which no engine can seek by a property."""
HIDDEN_LISTS = frozenset({"_keys", "_ends"})


class Property(NamedTuple):
    """What a class of records is stored with, by name."""

    name: str


class _Shape(NamedTuple):
    """How the values of a class are read off its records: a million records make this worth some care."""

    properties: tuple[Property, ...]
    names: tuple[str, ...]
    fields: Callable[[Any], tuple[Any, ...]]
    dates: tuple[int, ...]
    """Where among the fields the dates are that are stored with their bounds."""
    computed: Callable[[Any], list[Value]]


def properties_of(cls: type) -> tuple[Property, ...]:
    """The properties that records of a class are stored with, in a fixed order, `id` first, ends left out."""
    return _shape(cls).properties


def property_values(record: Record, ends: list[str] | None = None) -> list[Value]:
    """The values of a record's properties, in the order of `properties_of`, None where there is none.

    `ends` are the ids of entities at which the facts are found that name this one, as `ends_of_naming` gives them.
    """
    shape = _shape(type(record))
    fields = shape.fields(record)
    values = [value if value is None or value.__class__ is str else _plain(value) for value in fields]
    for place in shape.dates:
        date = fields[place]
        values += (date.start, date.end) if date else (None, None)
    values += shape.computed(record)
    return [*values, ends] if record.__class__ in NAMED else values


def by_name(cls: type, values: list[Value]) -> dict[str, Value]:
    """Values in the order of `properties_of` by their names, without those that are missing."""
    return {name: value for name, value in zip(_shape(cls).names, values, strict=True) if value is not None}


def _shape(cls: type) -> _Shape:
    if cls not in _shapes:
        _shapes[cls] = _shape_of(cls)
    return _shapes[cls]


_shapes: dict[type, _Shape] = {}


def _shape_of(cls: type) -> _Shape:
    stored = [c for c in columns(cls) if c.name not in ("from", "to")]
    names = [c.name for c in stored]
    dates = tuple(place for place, name in enumerate(names) if name in BOUNDED)
    names += [f"{names[place]}_{side}" for place in dates for side in ("start", "end")]
    computed: Callable[[Any], list[Value]] = _nothing
    if issubclass(cls, Entity):
        names += ["type", "_keys", "_text"]
        names += ["_ends"] if issubclass(cls, NAMED) else []
        computed = _of_entity
    elif issubclass(cls, Fact):
        names += ["_holds_from", "_holds_to", "_placed_from", "_placed_to"]
        computed = _of_fact
    fields = attrgetter(*(c.field for c in stored))
    return _Shape(tuple(map(Property, names)), tuple(names), fields, dates, computed)


def _nothing(_record: object) -> list[Value]:
    return []


def _of_entity(entity: Entity) -> list[Value]:
    keys = name_keys(entity)
    return [str(entity.type), keys, "|".join(keys)]


def _of_fact(fact: Fact) -> list[Value]:
    return [*(holding_period(fact) or (None, None)), *(placing_period(fact) or (None, None))]


def public_properties(record: Record) -> dict[str, Value]:
    """A record's properties by name, without those that are missing and those that are bycn's own."""
    stored = by_name(type(record), property_values(record))
    return {name: value for name, value in stored.items() if not name.startswith(HIDDEN_PREFIX)}


def ends_of_naming(graph: Graph) -> dict[str, list[str]]:
    """By the id of each event and exchange where the facts are found that name it: their ends with fewer facts."""
    standing = Counter(end for fact in graph.facts.values() for end in (fact.from_, fact.to))
    found: dict[str, set[str]] = {}
    for fact in graph.facts.values():
        for name in NAMING:
            if named := getattr(fact, name, None):
                found.setdefault(named, set()).add(min(fact.from_, fact.to, key=lambda end: standing[end]))
    return {named: sorted(ends) for named, ends in found.items()}


def digest(values: object) -> str:
    """A short fingerprint of a row, by which a later load sees whether it changed."""
    return hashlib.blake2b(repr(values).encode(), digest_size=8).hexdigest()


def name_keys(entity: Entity) -> list[str]:
    """The folded forms by which an entity is found: its established name and its id first, then every other form."""
    first, *others = entity.all_names
    forms = (first, entity.id, *others, *entity.former_ids)
    return list(dict.fromkeys(map(fold, forms)))


def _plain(value: object) -> Value:
    if isinstance(value, tuple):
        return list(value) or None
    if isinstance(value, Decimal):
        return number(value)
    return cast("Value", value.text if isinstance(value, PartialDate) else value)


def number(value: Decimal) -> int | float:
    """A decimal as the graph stores it: an integer when whole, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)
