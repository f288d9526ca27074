"""Entities: the places, bodies and events of the graph. One class a type; adding a type means adding a class."""

from typing import ClassVar, TypeVar

from pydantic import Field

from bycn.graph_model.fields import Date, Id, Ids, Text, Texts, Topics, model, snake_case
from bycn.graph_model.vocabulary import LANGUAGES, CountryCode, ProvinceKind


@model
class Entity:
    """What every entity has. In a graph database its labels are `Entity` and the name of its class."""

    label: ClassVar[str] = "Entity"
    type: ClassVar[str] = "entity"
    id: Id = Field(description="readable and for ever: ISO 3166-2 for first-level places, else TYPE/name")
    name: Text = Field(description="the established English name")
    country: CountryCode = Field(description="where it is seated; XX only for joint and international bodies")
    names_be: Texts = Field((), description="names in Belarusian, the usual one first")
    names_ru: Texts = Field((), description="names in Russian, the usual one first")
    names_zh: Texts = Field((), description="names in Chinese, the usual one first")
    names_fr: Texts = Field((), description="names in French, the usual one first")
    aliases: Texts = Field((), description="every other form met, odd ones included")
    former_ids: Ids = Field((), description="ids that it had before; they still find it")
    note: Text | None = Field(None, description="what a reader of the row should know, such as how a name was resolved")

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name it goes by, the established one first."""
        translated = (name for code in LANGUAGES for name in getattr(self, f"names_{code}"))
        return (self.name, *translated, *self.aliases)


ENTITY_TYPES: dict[str, type[Entity]] = {}
"""The entity classes by their `type`, in the order of this file."""

_EntityClass = TypeVar("_EntityClass", bound=type[Entity])


def _register(cls: _EntityClass) -> _EntityClass:
    cls.label, cls.type = cls.__name__, snake_case(cls.__name__)
    ENTITY_TYPES[cls.type] = cls
    return cls


@_register
@model
class Country(Entity):
    """Belarus and China."""


@_register
@model
class Oblast(Entity):
    """A region of Belarus."""


@_register
@model
class Province(Entity):
    """A first-level division of China."""

    kind: ProvinceKind = Field(description="which kind of first-level division")


@_register
@model
class City(Entity):
    """A city or town; Minsk, which is a first-level place, too."""


@_register
@model
class District(Entity):
    """A district: the second level in Belarus, a county, district or new area in China."""


@_register
@model
class University(Entity):
    """A university, institute or college that teaches."""


@_register
@model
class Company(Entity):
    """A company, concern, holding, plant or other enterprise."""


@_register
@model
class Exchange(Entity):
    """A commodity exchange: the Belarusian Universal Commodity Exchange (BUTB)."""


@_register
@model
class EconomicZone(Entity):
    """A free economic zone, an industrial park or another zone with rules of its own."""

    kind: Text | None = Field(None, description="what sort of zone, in a word or two")


@_register
@model
class Institution(Entity):
    """Any other body: ministry, executive committee, hospital, academy, chamber, association, museum, centre."""

    kind: Text | None = Field(None, description="what sort of body, in a word or two")
    topics: Topics = Field((), description="what it is, by the words that questions ask for")
    seat: Id | None = Field(None, description="where an authority sits that lies in what it governs")


@_register
@model
class Event(Entity):
    """A visit, forum, exhibition, meeting or another thing that happened at a time."""

    kind: Text = Field(description="what sort of event: visit, forum, exhibition, meeting, year …")
    date: Date | None = Field(None, description="when it took place")
