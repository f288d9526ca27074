"""Properties: what of a record is stored in a graph database, under which names and in which form.

The names are the table's columns (ends excepted), then what is computed from these and from the graph, public as the
columns are; then those that begin with `_`: they serve loading and the look-up of names, no question needs them, and
answers and exports drop them.
"""

import hashlib
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, cast

import orjson

from bycn.graph_model.containment import Containment
from bycn.graph_model.dates import PartialDate
from bycn.graph_model.entities import ENTITY_TYPES, Entity
from bycn.graph_model.evidence import Source
from bycn.graph_model.facts import Fact
from bycn.graph_model.fields import columns
from bycn.graph_model.folding import fold
from bycn.graph_model.graph import Element, Graph
from bycn.graph_model.names import shortened
from bycn.graph_model.numbers import as_number
from bycn.graph_model.periods import holding_period, placing_period
from bycn.graph_model.row_properties import of_rows
from bycn.graph_model.vocabulary import PLANS

Value = str | int | float | bool | list[str] | None
"""What a property can be in every engine."""

HIDDEN_PREFIX = "_"
BOUNDED = ("date", "valid", "announced")
"""The dates that are stored with their first and last day."""
NAMING = ("event", "venue")
"""The properties by which facts name an entity that need not be an end of theirs."""
FIRST_LEVEL_TYPES = ("oblast", "province")
MINSK = "BY-HM"
"""The one city that stands beside the oblasts."""
NAMED = (ENTITY_TYPES["event"], ENTITY_TYPES["exchange"])
"""The types so named: they hold in `_ends` where those facts are found, which no engine can seek by a property."""
COMPUTED_LISTS = frozenset({"_keys", "_ends", "_rows", "_dates", "_periods", "inside", "held_by", "outdated_by"})
COMPUTED_FLAGS = frozenset({"first_level", "plan"})
_DIGITS_OF_A_YEAR = 4


class _Shape(NamedTuple):
    """How the properties of a class are read off its records: a million records make this worth some care."""

    names: tuple[str, ...]
    columns: tuple[str, ...]
    fields: Callable[[Any], tuple[Any, ...]]
    """The values of a record's columns."""
    dates: tuple[tuple[int, str, str], ...]
    """Where among the fields the dates are that are stored with their bounds, and how the bounds are named."""


def property_names(cls: type) -> tuple[str, ...]:
    """The properties that records of a class are stored with, in a fixed order, `id` first, ends left out."""
    return _shape(cls).names


def is_first_level(entity: Entity) -> bool:
    """Whether an entity is an oblast, a province, or Minsk."""
    return entity.type in FIRST_LEVEL_TYPES or entity.id == MINSK


class Properties:
    """The properties of a graph's records: their columns, and what is computed from these and from the graph."""

    def __init__(self, graph: Graph):
        self._containment = Containment(graph)
        self._facts = graph.facts
        self._ends = ends_of_naming(graph)
        self._published = {source.id: _published(source) for source in graph.sources.values()}

    def of(self, record: Element) -> dict[str, Value]:
        """A record's properties by name, without those that are missing."""
        found = _columns_of(record)
        if isinstance(record, Fact):
            found |= self._of_fact(record)
        elif isinstance(record, Entity):
            found |= self._of_entity(record)
        return found

    def public(self, record: Element) -> dict[str, Value]:
        """A record's properties by name, without those that are missing and those that are bycn's own."""
        return {name: value for name, value in self.of(record).items() if not name.startswith(HIDDEN_PREFIX)}

    def _of_entity(self, entity: Entity) -> dict[str, Value]:
        keys = name_keys(entity)
        found: dict[str, Value] = {
            "type": str(entity.type),
            "inside": sorted(self._containment.holders(entity.id)),
            "first_level": is_first_level(entity),
            "_keys": stored_keys(entity),
            "_text": "|".join(keys),
        }
        if entity.id in self._ends:
            found["_ends"] = self._ends[entity.id]
        return found

    def _of_fact(self, fact: Fact) -> dict[str, Value]:
        found: dict[str, Value] = {"trait": fact.trait, "plan": fact.status in PLANS}
        found |= _period_of(fact)
        if fact.part_of:
            found["held_by"] = sorted(self._containment.wholes(fact))
        if outdated := self._outdated_by(fact, fact):
            found["outdated_by"] = outdated
        if fact.rows:
            found |= of_rows(fact, lambda row: self._of_row(row, fact))
        return found

    def _of_row(self, row: Fact, fact: Fact) -> dict[str, Value]:
        """What a row of a fact says by itself."""
        wholes = self._containment.wholes(row) if row.part_of else ()
        return (
            _columns_of(row)
            | _period_of(row)
            | {"held_by": sorted(wholes), "outdated_by": self._outdated_by(row, fact)}
        )

    def _outdated_by(self, row: Fact, fact: Fact) -> list[str]:
        """The facts that disagree with one and have a later source than its row; if equally late, the greater id."""
        rivals = (self._facts[rival] for rival in fact.disagrees_with if rival in self._facts)
        rank = (self._published_last(row), fact.id)
        return sorted(rival.id for rival in rivals if (self._published_last(rival), rival.id) > rank)

    def _published_last(self, fact: Fact) -> tuple[str, int]:
        return max((self._published.get(source, ("", 0)) for source in fact.sources), default=("", 0))


def _period_of(fact: Fact) -> dict[str, Value]:
    found: dict[str, Value] = {}
    if holding := holding_period(fact):
        found["holds_from"], found["holds_to"] = holding
    if placing := placing_period(fact):
        found["placed_from"], found["placed_to"] = placing
    return found


def _published(source: Source) -> tuple[str, int]:
    """By what sources are later or earlier: the last day on which one may have appeared, then its number."""
    when = source.date.last if source.date else f"{source.year}-12-31" if source.year else ""
    return when, source.number or 0


def _columns_of(record: Element) -> dict[str, Value]:
    cls: type = type(record)
    shape = _shape(cls)
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
    return found


@cache
def _shape(cls: type) -> _Shape:
    stored = [c for c in columns(cls) if c.name not in ("from", "to")]
    names = [c.name for c in stored]
    dates = [(place, f"{name}_start", f"{name}_end") for place, name in enumerate(names) if name in BOUNDED]
    more = [bound for _, *both in dates for bound in both]
    if issubclass(cls, Entity):
        more += ["type", "inside", "first_level", "_keys", "_text"]
        more += ["_ends"] if issubclass(cls, NAMED) else []
    elif issubclass(cls, Fact):
        more += ["trait", "plan", "holds_from", "holds_to", "placed_from", "placed_to", "held_by", "outdated_by"]
        more += ["_rows", "_dates", "_periods"]
    fields = attrgetter(*(c.field for c in stored))
    return _Shape((*names, *more), tuple(names), fields, tuple(dates))


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
    written = orjson.dumps((place, properties))
    return hashlib.blake2b(written, digest_size=8).hexdigest()


def name_keys(entity: Entity) -> list[str]:
    """The folded forms by which an entity is found: its established name and its id first, then every other form."""
    first, *others = entity.all_names
    forms = (first, entity.id, *others, *entity.former_ids)
    return list(dict.fromkeys(map(fold, forms)))


def stored_keys(entity: Entity) -> list[str]:
    """All keys by which an entity is found: the full folds, then what is left of its names when they are shortened."""
    keys = name_keys(entity)
    year = str(getattr(entity, "date", None) or "")[:_DIGITS_OF_A_YEAR]
    forms = (form for name in entity.all_names for form in shortened(name, entity.type, entity.country, year))
    return list(dict.fromkeys((*keys, *forms)))


def _plain(value: object) -> Value:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Decimal):
        return as_number(value)
    return cast("Value", value.text if isinstance(value, PartialDate) else value)
