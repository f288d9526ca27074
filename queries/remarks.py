"""What a reader should know about an answer besides its rows: plain text, or a value that a face puts into words."""

from dataclasses import dataclass
from typing import Literal

from bycn.graph_model.counting import counted
from bycn.graph_model.dates_in_words import days_in_words
from bycn.graph_model.messages import Spelling, Worded

Remark = str | Worded


class Said(Worded):
    """A remark that is part of the answer: where an answer is written for people, it stands in it."""


@dataclass(frozen=True)
class Widened(Worded):
    """A bare city name was taken as the region of that name."""

    city: str
    region: str

    def in_words(self, spelled: Spelling) -> str:
        """What the name was taken as, and how to ask for the city."""
        exact = spelled("exact", value=True)
        return f"{self.city} is taken as {self.region} with all that lies in it; {exact} asks for the city alone"


@dataclass(frozen=True)
class Within(Worded):
    """An answer looks only at facts that the filters leave: what it finds nowhere may be told by others."""

    filters: str

    def in_words(self, spelled: Spelling) -> str:
        """Which facts these are."""
        return f"only facts that fit the filters count here ({self.filters}); others may say more"


@dataclass(frozen=True)
class Cut(Worded):
    """There are more rows than were allowed."""

    limit: int

    def in_words(self, spelled: Spelling) -> str:
        """After how many rows, and how to see more."""
        return f"cut at {self.limit:,} rows; {spelled('limit')} shows more"


@dataclass(frozen=True)
class Shown(Worded):
    """Some of the rows are shown, or of the items that several rows make up."""

    shown: int
    count: int
    item: str = "row"

    def in_words(self, spelled: Spelling) -> str:
        """How many of how many."""
        return f"shown {self.shown:,} of {counted(self.count, self.item)}; {spelled('limit')} shows more"


@dataclass(frozen=True)
class SearchCut(Worded):
    """A search found as many as were allowed of entities or of facts."""

    limit: int

    def in_words(self, spelled: Spelling) -> str:
        """After how many, and how to see more."""
        return f"cut at {self.limit} entities and {self.limit} facts; {spelled('limit')} shows more"


@dataclass(frozen=True)
class SmallLeftOut(Worded):
    """Bridges that cut off fewer entities than were asked for."""

    count: int
    least: int

    def in_words(self, spelled: Spelling) -> str:
        """How many, and how to see them."""
        return f"{self.count:,} more cut off fewer than {self.least} entities; {spelled('least', value=1)} shows them"


@dataclass(frozen=True)
class TiedPairs(Worded):
    """How large the network is in which entities are central."""

    entities: int
    pairs: int
    planned: int
    """How many of the pairs plans alone tie."""

    def in_words(self, spelled: Spelling) -> str:
        """Entities and pairs, and how to leave plans out."""
        of_plans = f", {self.planned:,} of them by plans alone; {spelled('only_signed', value=True)} leaves those out"
        return f"{self.entities:,} entities, {self.pairs:,} tied pairs{of_plans if self.planned else ''}"


@dataclass(frozen=True)
class NoRows(Worded):
    """A question has no answer."""

    names: tuple[str, ...]
    """Of whom it was asked."""

    def in_words(self, spelled: Spelling) -> str:
        """For whom there is none, and where to look instead."""
        what = "it" if len(self.names) == 1 else "each"
        return f"no rows for {' and '.join(self.names)}; show has what is known of {what}" if self.names else "no rows"


@dataclass(frozen=True)
class NoTies(Worded):
    """A network without a tie, perhaps for Belarus and China themselves were left out."""

    through_countries: bool

    def in_words(self, spelled: Spelling) -> str:
        """That nothing is left, and how to keep the ties of the two countries."""
        kept = f"; {spelled('through_countries', value=True)} keeps those of Belarus and China themselves"
        return f"no ties are left by these filters{'' if self.through_countries else kept}"


@dataclass(frozen=True)
class OnSums(Worded):
    """Why some facts aren't added up, or which facts or times a sum leaves out."""

    why: Literal["overlapping", "held", "contradicted", "gaps"]
    of: str
    """What the sum is of, as in "planned exports in USD"."""
    days: str | None
    """Its period, as dates are written."""
    about: tuple[str, ...]
    """The ids of the facts; of gaps, the times, as dates are written."""

    def in_words(self, spelled: Spelling) -> str:
        """The reason, with the facts or times that it is about."""
        of = f"sum of {self.of}{f', {days_in_words(self.days)},' if self.days else ''}"
        if self.why == "gaps":
            return f"the {of} has nothing of {', '.join(map(days_in_words, self.about))}"
        facts = ", ".join(self.about)
        if self.why == "overlapping":
            return f"no {of.removesuffix(',')}: flows overlap among {facts}"
        left = "what others hold" if self.why == "held" else "what a later source contradicts"
        return f"the {of} leaves out {left}: {facts}"


@dataclass(frozen=True)
class WithoutTime(Worded):
    """Facts that no day can hold."""

    count: int

    def in_words(self, spelled: Spelling) -> str:
        """How many are left out."""
        if self.count == 1:
            return "1 fact has neither date nor validity and is left out"
        return f"{self.count:,} facts have neither date nor validity and are left out"


@dataclass(frozen=True)
class Headless(Worded):
    """A question of the user's own that has no header."""

    question: str

    def in_words(self, spelled: Spelling) -> str:
        """What a header would add."""
        return (
            f"{self.question} has no header: with one its parameters take names and dates, with defaults, and its "
            "columns are explained (docs/adding-a-question.md)"
        )
