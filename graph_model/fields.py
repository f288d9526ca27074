"""The kinds of value a table cell can hold, and what a model class says about its own columns.

A model class is a frozen pydantic dataclass with slots: it validates like any pydantic model, forbids unknown
fields, and a million of them fit into memory. Table columns, schema, loading statements and the documentation of the
model are all read off these classes.
"""

import inspect
import re
import types
from decimal import Decimal
from functools import cache, lru_cache
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    TypeVar,
    Union,
    cast,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import BeforeValidator, ConfigDict, Field, InstanceOf, StringConstraints
from pydantic.dataclasses import dataclass

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.vocabulary import CURRENCIES, CURRENCY_SIGNS, LIST_SEPARATOR, TOPICS, Topic

DIGITS = 15
"""So many digits of a number survive in every engine and every export."""

_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}")


def _parse_date(value: object) -> object:
    return PartialDate.parse(value) if isinstance(value, str) else value


def _split(value: object) -> object:
    return split_list(value) if isinstance(value, str) else value


@lru_cache(maxsize=65_536)
def split_list(cell: str) -> tuple[str, ...]:
    """The items of a list cell."""
    return tuple(part for part in map(str.strip, cell.split(LIST_SEPARATOR)) if part)


def _known_currency(code: object) -> object:
    if code not in CURRENCIES:
        bare = str(code).upper().rstrip(".")
        meant = bare if bare in CURRENCIES else CURRENCY_SIGNS.get(bare, "three letters, such as BYN, CNY or USD")
        raise ValueError(f"'{code}' is not a code of ISO 4217; write {meant}")
    return code


def _country_code(code: object) -> object:
    if isinstance(code, str) and not _COUNTRY.fullmatch(code):
        raise ValueError(f"'{code}' is not the code of a country; write two capital letters, such as BY or CN")
    return code


def _plain_number(value: object) -> object:
    if not isinstance(value, str) or _NUMBER.fullmatch(value):
        return value
    raise ValueError(f"'{value}' is not a plain number")


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/~-]*$", max_length=200)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Date = Annotated[InstanceOf[PartialDate], BeforeValidator(_parse_date)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_split)]
Topics = Annotated[tuple[Topic, ...], BeforeValidator(_split)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_split)]
Number = Annotated[Decimal, BeforeValidator(_plain_number), Field(ge=0, allow_inf_nan=False, max_digits=DIGITS)]
Factor = Annotated[Decimal, BeforeValidator(_plain_number), Field(gt=0, allow_inf_nan=False, max_digits=DIGITS)]
Currency = Annotated[str, BeforeValidator(_known_currency)]
Country = Annotated[str, BeforeValidator(_country_code)]

ColumnKind = Literal["id", "text", "date", "number", "whole number", "list", "list of ids"]
_KINDS: dict[Any, ColumnKind] = {
    Id: "id",
    Date: "date",
    Number: "number",
    Factor: "number",
    Texts: "list",
    Topics: "list",
    Ids: "list of ids",
    int: "whole number",
}

_Class = TypeVar("_Class")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
def model(cls: type[_Class]) -> type[_Class]:
    """Make a class a validated, immutable, compact record."""
    decorate = dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
    return cast("type[_Class]", decorate(cls))


class Column(NamedTuple):
    """One column of a type's table, which is one field of its class and one property in the graph."""

    name: str
    field: str
    kind: ColumnKind
    required: bool
    choices: tuple[str, ...]
    meaning: str

    @property
    def is_list(self) -> bool:
        """Whether a cell holds several values, joined by `|`."""
        return self.kind.startswith("list")


def columns(cls: type) -> tuple[Column, ...]:
    """The columns of a model class: ids and parties first, then what is special to the type, then the common ones."""
    return _columns(cls)


@cache  # apart, for mypy takes no class with fields for hashable
def _columns(cls: type) -> tuple[Column, ...]:
    hints = get_type_hints(cls, include_extras=True)
    own = set(inspect.get_annotations(cls))
    found = [_column(name, hints[name], info) for name, info in cls.__pydantic_fields__.items()]  # type: ignore[attr-defined]
    first = [c for c in found if c.name in ("id", "from", "to", "name", "country")]
    special = [c for c in found if c.field in own and c not in first]
    return (*first, *special, *(c for c in found if c not in first and c not in special))


def _column(field: str, hint: Any, info: Any) -> Column:
    bare = _without_none(hint)
    choices = tuple(map(str, get_args(bare))) if get_origin(bare) is Literal else ()
    choices = TOPICS if bare == Topics else choices
    return Column(
        name=info.alias or field,
        field=field,
        kind=_KINDS.get(bare, "text"),
        required=info.is_required(),
        choices=choices,
        meaning=re.sub(r"\s+", " ", info.description or ""),
    )


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (types.UnionType, Union):
        return next(arg for arg in get_args(hint) if arg is not type(None))
    return hint


def snake_case(name: str) -> str:
    """`EconomicZone` as `economic_zone`.

    >>> snake_case("TwinnedWith")
    'twinned_with'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
