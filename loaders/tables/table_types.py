"""What the rows of a table are: an entity type, a fact type, evidence, or one of the word lists."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import Field, TypeAdapter

from bycn.graph_model.entities import ENTITY_TYPES, Entity
from bycn.graph_model.evidence import Document, Source
from bycn.graph_model.facts import FACT_TYPES, Fact
from bycn.graph_model.fields import Column, Ids, Text, Texts, columns, model, snake_case
from bycn.graph_model.properties import HIDDEN_PREFIX, property_names
from bycn.loaders.near import near

TYPE_COLUMN = "type"


@model
class Term:
    """A word that facts may use for their goods or sectors, with the words that mean the same."""

    term: Text = Field(description="the word that facts use")
    synonyms: Texts = Field((), description="words that are read as the term")
    note: Text | None = Field(None, description="what a reader of the row should know")


@model
class SharedName:
    """A name that several entities go by, on purpose."""

    name: Text = Field(description="the name")
    ids: Ids = Field(min_length=2, description="the entities that go by it")
    note: Text | None = Field(None, description="how to tell them apart")


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of row: the class of its records and the name of its table."""

    name: str
    cls: type[Any]

    @cached_property
    def columns(self) -> dict[str, Column]:
        """The columns by name."""
        return {column.name: column for column in columns(self.cls)}

    @cached_property
    def computed(self) -> tuple[str, ...]:
        """What exports add to the columns, such as the bounds of dates. It may be in a row and isn't read."""
        if not issubclass(self.cls, Entity | Fact | Source | Document):
            return ()
        others = (name for name in property_names(self.cls) if name not in self.columns and name != TYPE_COLUMN)
        return tuple(name for name in others if not name.startswith(HIDDEN_PREFIX))

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        """What makes a record of a row."""
        return TypeAdapter(self.cls)

    @property
    def thing(self) -> str:
        """What one row is about, with its article."""
        word = self.name.lower().replace("_", " ")
        if issubclass(self.cls, Fact):
            return f"a {self.name} fact"
        word = _SINGULAR.get(self.name, word)
        return f"an {word}" if word[0] in "aeio" else f"a {word}"


_SINGULAR = {
    "sources": "source",
    "documents": "document",
    "goods": "goods term",
    "sectors": "sector",
    "distinct": "shared name",
}
WORD_LISTS = ("goods", "sectors")

KINDS: dict[str, Kind] = {
    **{name: Kind(name, cls) for name, cls in ENTITY_TYPES.items()},
    **{name.lower(): Kind(name, cls) for name, cls in FACT_TYPES.items()},
    "sources": Kind("sources", Source),
    "documents": Kind("documents", Document),
    **{name: Kind(name, Term) for name in WORD_LISTS},
    "distinct": Kind("distinct", SharedName),
}
"""The kinds by the name of their table."""

_ALSO = {"source": "sources", "document": "documents"}


def kind_named(text: str) -> Kind | None:
    """The kind that a file's name, a `type` cell or a label names."""
    name = snake_case(text.strip()).replace("-", "_").replace(" ", "_")
    return KINDS.get(_ALSO.get(name, name))


def kinds_like(text: str) -> str:
    """A hint at the kinds whose names look like a text, or at all of them."""
    close = near(snake_case(text), KINDS, 3)
    return f"did you mean {' or '.join(close)}?" if close else f"write one of {', '.join(KINDS)}"
