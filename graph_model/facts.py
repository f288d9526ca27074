"""Facts: the typed, dated, sourced relationships of the graph. One class a type; adding a type means adding a class.

Each class says which entity types its ends may have (`from_types`, `to_types`), whether it must be written from Belarus
to China (`cross_border`) or may also lie inside one country (`domestic`), and whether it is `momentary`: holds on a day
only where its date covers it. What it does in the graph is its `trait`.
"""

from typing import ClassVar, TypeVar

from pydantic import Field

from bycn.graph_model.fields import (
    Country,
    Currency,
    Date,
    Factor,
    Id,
    Ids,
    Number,
    Text,
    Texts,
    Topics,
    model,
    snake_case,
)
from bycn.graph_model.vocabulary import (
    BODIES,
    EVENTS,
    FACT_TRAITS,
    PARTIES,
    PLACES,
    SITES,
    Certainty,
    Form,
    Instrument,
    Measure,
    Qualifier,
    Role,
    Status,
    Trait,
    Valuation,
)

MADE_BY_LOADER = ("rows", "row_cells", "dated_by")
"""The columns that are made of `same_as`: they stand in exports, and nobody fills them in."""


@model
class Fact:
    """What every fact has."""

    type: ClassVar[str] = "FACT"
    from_types: ClassVar[frozenset[str]] = PARTIES
    to_types: ClassVar[frozenset[str]] = PARTIES
    cross_border: ClassVar[bool] = False
    domestic: ClassVar[bool] = False
    trait: ClassVar[Trait] = "tie"
    momentary: ClassVar[bool] = False

    id: Id = Field(description="given once by hand, unique over all types, never used again")
    from_: Id = Field(alias="from", description="the entity it starts at: an id, or any known name")
    to: Id = Field(description="the entity it ends at: an id, or any known name")
    from_unnamed: Text | None = Field(
        None, description="our words for a party the source leaves unnamed; `from` then holds it"
    )
    to_unnamed: Text | None = Field(
        None, description="our words for a party the source leaves unnamed; `to` then holds it"
    )
    title: Text = Field(description="what it says, in our own words")
    status: Status | None = Field(None, description="how far it has come")
    date: Date | None = Field(
        None, description="when it happened or was signed, the period measured, or the time planned for"
    )
    valid: Date | None = Field(None, description="the period a document or tie is meant to hold")
    announced: Date | None = Field(None, description="when a plan was announced")
    sectors: Texts = Field((), description="fields of work, from sectors.csv")
    goods: Texts = Field((), description="goods or services, from goods.csv")
    topics: Topics = Field((), description="what it is about, by the words that questions ask for")
    amount: Number | None = Field(None, description="a sum of money, in full")
    amount_max: Number | None = Field(None, description="the upper end, where the sum is a range")
    amount_qualifier: Qualifier | None = Field(None, description="how exact the sum is; empty means exact")
    currency: Currency | None = Field(None, description="the sum's currency, ISO 4217")
    quantity: Number | None = Field(None, description="a count or measured quantity, in full")
    quantity_max: Number | None = Field(None, description="the upper end, where the quantity is a range")
    quantity_qualifier: Qualifier | None = Field(None, description="how exact the quantity is; empty means exact")
    unit: Text | None = Field(None, description="the quantity's unit: t, m3, %, rank, or what is counted")
    growth: Factor | None = Field(None, description="new ÷ old: 1.548 for a rise of 54.8 %")
    growth_qualifier: Qualifier | None = Field(None, description="how exact the growth is; empty means exact")
    growth_base: Date | None = Field(None, description="the period compared with")
    growth_text: Text | None = Field(None, description="the growth in words, in short")
    document: Id | None = Field(None, description="the document that several facts share")
    event: Id | None = Field(None, description="the event at which it was signed, agreed or announced")
    part_of: Ids = Field((), description="the measured facts that hold this one: parties, goods and period lie within")
    disagrees_with: Ids = Field((), description="the facts that conflict with this one; both are kept")
    supersedes: Id | None = Field(None, description="the shipped fact that this one of your own tables corrects")
    same_as: Id | None = Field(None, description="the fact of another work that this row states again")
    rows: Ids = Field(
        (),
        description="the ids of the rows that state it, if several, in the order of their works; made from `same_as`",
    )
    row_cells: Texts = Field((), description="what each of its `rows` says: its cells, as JSON")
    dated_by: Ids = Field((), description="the sources that give its date, where several rows state it")
    sources: Ids = Field(min_length=1, description="the sources it rests on")
    locator: Texts = Field((), description="where in the source: chapter and line of the text, or the work looked up")
    certainty: Certainty = Field(
        "stated", description="`read` where a cell is inferred or a garbled word read; `note` says why"
    )
    note: Text | None = Field(None, description="what a reader should know; required where certainty is `read`")


FACT_TYPES: dict[str, type[Fact]] = {}
"""The fact classes by relationship type, in the order of this file."""

_FactClass = TypeVar("_FactClass", bound=type[Fact])


def _register(cls: _FactClass) -> _FactClass:
    cls.type = snake_case(cls.__name__).upper()
    cls.trait = FACT_TRAITS[cls.type]
    FACT_TYPES[cls.type] = cls
    return cls


@_register
@model
class TwinnedWith(Fact):
    """A twin, sister or friendship tie between places."""

    from_types = PLACES
    to_types = PLACES
    cross_border = True
    instrument: Instrument | None = Field(None, description="the document that establishes it, where stated")


@_register
@model
class Agreement(Fact):
    """A document between two parties."""

    cross_border = True
    instrument: Instrument = Field(description="which kind of document")


@_register
@model
class Contract(Fact):
    """A commercial contract or deal, from seller to buyer."""

    domestic = True
    momentary = True
    venue: Id | None = Field(None, description="the exchange on which it was made")


@_register
@model
class TradeFlow(Fact):
    """Goods or services over a period, from exporter to importer."""

    domestic = True
    momentary = True
    measure: Measure = Field(description="seen from Belarus; turnover runs BY → CN with direction `both`")
    direction: Text | None = Field(None, description="`both` for a turnover")
    reporter: Country | None = Field(
        None, description="whose statistics it is taken from: the code of the country (`BY`, `CN` …), where stated"
    )
    valuation: Valuation | None = Field(None, description="how its goods are valued, where stated")
    venue: Id | None = Field(None, description="the exchange on which it was traded")


@_register
@model
class AccreditedAt(Fact):
    """A member, visitor or broker of the exchange."""

    from_types = frozenset({"company", "institution", "university"})
    to_types = frozenset({"exchange"})
    domestic = True
    role: Role | None = Field(None, description="in what capacity it is accredited, where stated")


@_register
@model
class JointProject(Fact):
    """A joint institute, laboratory, venture, park, investment or another thing made together."""

    cross_border = True
    domestic = True
    form: Form = Field(description="what is made together")
    structure: Id | None = Field(None, description="the entity that it made, where it has a name")


@_register
@model
class CooperatesWith(Fact):
    """A tie that the source states without a document; a permit to supply China too."""

    cross_border = True
    domestic = True


@_register
@model
class TookPartIn(Fact):
    """Part taken in an event."""

    to_types = EVENTS
    domestic = True
    momentary = True


@_register
@model
class MemberOf(Fact):
    """Membership in an association or another body."""

    to_types = BODIES
    domestic = True


@_register
@model
class PartOf(Fact):
    """What joins a body to its parent body, and an event to the one it was part of."""

    from_types = BODIES | EVENTS
    to_types = BODIES | EVENTS
    domestic = True


@_register
@model
class LocatedIn(Fact):
    """What lies in what: places, bodies and events in places or zones."""

    from_types = PARTIES | EVENTS
    to_types = SITES
    domestic = True


@_register
@model
class Indicator(Fact):
    """A count, share or rank about an entity at a date."""

    from_types = PARTIES | EVENTS
    to_types = frozenset({"country"})
    domestic = True
    momentary = True
    measure: Text = Field(description="what is counted, shared or ranked")
