"""Properties: what of a record is stored in a graph database, under which names and in which form.

The names are the table's columns (ends excepted), then the bounds of each date, then those that begin with `_`: they
serve bycn's own questions and loading, and are dropped from answers and exports.
"""

import hashlib
import marshal
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple, cast

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.entities import ENTITY_TYPES, Entity
from bycn.graph_model.facts import Fact
from bycn.graph_model.fields import columns
from bycn.graph_model.graph import Graph, Record
from bycn.graph_model.names import fold, shortened
from bycn.graph_model.periods import holding_period, placing_period

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
_EQUAL_BYTES = 2
"""The version of marshal's form in which equal values are equal bytes: later ones mark what is met again."""


class _Shape(NamedTuple):
    """How the properties of a class are read off its records: a million records make this worth some care."""

    names: tuple[str, ...]
    columns: tuple[str, ...]
    fields: Callable[[Any], tuple[Any, ...]]
    """The values of a record's columns."""
    dates: tuple[tuple[int, str, str], ...]
    """Where among the fields the dates are that are stored with their bounds, and how the bounds are named."""
    computed: Callable[[Any], dict[str, Value]]


def property_names(cls: type) -> tuple[str, ...]:
    """The properties that records of a class are stored with, in a fixed order, `id` first, ends left out."""
    return _shape(cls).names


def properties_of(record: Record, ends: list[str] | None = None) -> dict[str, Value]:
    """A record's properties by name, without those that are missing.

    `ends` are the ids of entities at which the facts are found that name this one, as `ends_of_naming` gives them.
    """
    shape = _shape(type(record))
    fields = shape.fields(record)
    found: dict[str, Value] = {
        name: value if value.__class__ is str else _plain(value)
        for name, value in zip(shape.columns, fields, strict=True)
        if value is not None and (value.__class__ is not tuple or value)
    }
    for place, start, end in shape.dates:
        if date := fields[place]:
            if date.start is not None:
                found[start] = date.start
            if date.end is not None:
                found[end] = date.end
    found |= shape.computed(record)
    if ends is not None:
        found["_ends"] = ends
    return found


def public_properties(record: Record) -> dict[str, Value]:
    """A record's properties by name, without those that are missing and those that are bycn's own."""
    return {name: value for name, value in properties_of(record).items() if not name.startswith(HIDDEN_PREFIX)}


def _shape(cls: type) -> _Shape:
    if cls not in _shapes:
        _shapes[cls] = _shape_of(cls)
    return _shapes[cls]


_shapes: dict[type, _Shape] = {}


def _shape_of(cls: type) -> _Shape:
    stored = [c for c in columns(cls) if c.name not in ("from", "to")]
    names = [c.name for c in stored]
    dates = [(place, f"{name}_start", f"{name}_end") for place, name in enumerate(names) if name in BOUNDED]
    more = [bound for _, *both in dates for bound in both]
    computed: Callable[[Any], dict[str, Value]] = _nothing
    if issubclass(cls, Entity):
        more += ["type", "_keys", "_text"]
        more += ["_ends"] if issubclass(cls, NAMED) else []
        computed = _of_entity
    elif issubclass(cls, Fact):
        more += ["_holds_from", "_holds_to", "_placed_from", "_placed_to"]
        computed = _of_fact
    fields = attrgetter(*(c.field for c in stored))
    return _Shape((*names, *more), tuple(names), fields, tuple(dates), computed)


def _nothing(_record: object) -> dict[str, Value]:
    return {}


def _of_entity(entity: Entity) -> dict[str, Value]:
    keys = name_keys(entity)
    return {"type": str(entity.type), "_keys": stored_keys(entity), "_text": "|".join(keys)}


def _of_fact(fact: Fact) -> dict[str, Value]:
    found: dict[str, Value] = {}
    if holding := holding_period(fact):
        found["_holds_from"], found["_holds_to"] = holding
    if placing := placing_period(fact):
        found["_placed_from"], found["_placed_to"] = placing
    return found


def ends_of_naming(graph: Graph) -> dict[str, list[str]]:
    """By the id of each event and exchange where the facts are found that name it: their ends with fewer facts."""
    standing = Counter(end for fact in graph.facts.values() for end in (fact.from_, fact.to))
    found: dict[str, set[str]] = {}
    for fact in graph.facts.values():
        for name in NAMING:
            if named := getattr(fact, name, None):
                found.setdefault(named, set()).add(min(fact.from_, fact.to, key=lambda end: standing[end]))
    return {named: sorted(ends) for named, ends in found.items()}


def digest(place: list[str], properties: dict[str, Value]) -> str:
    """A short fingerprint of a record and its place, by which a later load sees whether it changed."""
    written = marshal.dumps((place, properties), _EQUAL_BYTES)
    return hashlib.blake2b(written, digest_size=8).hexdigest()


def name_keys(entity: Entity) -> list[str]:
    """The folded forms by which an entity is found: its established name and its id first, then every other form."""
    first, *others = entity.all_names
    forms = (first, entity.id, *others, *entity.former_ids)
    return list(dict.fromkeys(map(fold, forms)))


def stored_keys(entity: Entity) -> list[str]:
    """All keys by which an entity is found: the full folds, then what is left of its names when they are shortened."""
    keys = name_keys(entity)
    forms = (form for name in entity.all_names for form in shortened(name, entity.type, entity.country))
    return list(dict.fromkeys((*keys, *forms)))


def _plain(value: object) -> Value:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Decimal):
        return number(value)
    return cast("Value", value.text if isinstance(value, PartialDate) else value)


def number(value: Decimal) -> int | float:
    """A decimal as the graph stores it: an integer when whole, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)
