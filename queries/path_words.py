"""What an answer on how two are connected says in words."""

from dataclasses import dataclass
from typing import NamedTuple

from bycn.graph_model.counting import counted
from bycn.graph_model.messages import Spelling
from bycn.graph_model.vocabulary import CONTAINING
from bycn.loaders.engine import Record
from bycn.queries.fact_words import kind_of, status_in_words, type_in_words, when
from bycn.queries.filters import Filters, quoted
from bycn.queries.remarks import Said

_JOINS = {"MEMBER_OF": "is a member of", "LOCATED_IN": "lies in"}
"""How structure is said where "is" and its name isn't English."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


class Nested(NamedTuple):
    """The names of two of which the one lies inside the other, and how that is said."""

    inner: str
    outer: str
    how: str = "lies in"

    def __str__(self) -> str:
        return f"{self.inner} {self.how} {self.outer}"


@dataclass(frozen=True)
class Verdict(Said):
    """The answer in a sentence or two: how `first` and `second`, who are given by their names, are connected."""

    first: str
    second: str
    nested: Nested | None


@dataclass(frozen=True)
class Direct(Verdict):
    """They are tied, themselves or by what lies in them; of the facts that do it, `fact` says most."""

    fact: Record
    themselves: bool
    structure: bool
    facts: int
    plans: int

    def in_words(self, spelled: Spelling) -> str:
        """What ties them, and when."""
        status = status_in_words(self.fact["status"]) if self.fact["plan"] else ""
        kind, type_ = kind_of(self.fact), type_in_words(self.fact["type"])
        by = f"{type_} ({kind})" if self.fact["type"] == "TRADE_FLOW" and kind != type_ else kind
        how = ", ".join(filter(None, (by, status, when(self.fact))))
        ends = [self.fact["from"], self.fact["to"]]
        lies = f"{self.nested}. " if self.nested else ""
        if self.structure:
            joins = _JOINS.get(self.fact["type"]) or f"is {self.fact['type'].replace('_', ' ').lower()}"
            part, whole = ends if self.fact["outgoing"] else reversed(ends)
            return f"{'' if self.fact['type'] in CONTAINING else lies}{part} {joins} {whole}"
        tied = "are tied directly" if self.facts else "are tied by plans alone"
        if self.themselves:
            return f"{lies}{' and '.join(ends)} {tied}: {how}"
        pair = f"{' and '.join(ends)}, {how}"
        if self.nested:
            return f"{lies}It and the rest {tied}: {pair}"
        outer = [name for name, end in zip((self.first, self.second), ends, strict=True) if name != end]
        within = outer[0] if len(outer) == 1 else "them"
        return f"{self.first} and {self.second} {tied} through what lies in {within}: {pair}"


@dataclass(frozen=True)
class Nearest(Verdict):
    """No fact ties them; how many ties the nearest chain has, and how many of these are plans alone."""

    ties: int
    plans: int

    def in_words(self, spelled: Spelling) -> str:
        """On what the nearest chain rests."""
        ties = f"{_NUMBERS[self.ties]} tie{'' if self.ties == 1 else 's'}"
        if self.plans and self.ties == 1:
            ties += ", and that is a plan"
        elif self.plans:
            ties += f", {_NUMBERS[self.plans]} of which {'is a plan' if self.plans == 1 else 'are plans'}"
        rests = f"rests on {ties}" if self.ties else "has no tie in it: they only share places or bodies"
        return f"No fact ties {self.first} to {self.second} directly. The nearest chain {rests}"


@dataclass(frozen=True)
class Apart(Verdict):
    """Nothing connects them, or `countries` alone, or `by_events`, or `by_places`; of the `silent` no tie is known."""

    countries: tuple[str, ...]
    silent: tuple[str, ...]
    filtered: bool
    by_events: bool
    by_places: bool = False

    def in_words(self, spelled: Spelling) -> str:
        """What would connect them, and why nothing does."""
        fits = " that fits the filters" if self.filtered else ""
        if self.nested:
            sentence = f"{self.nested}; no fact{fits} ties it to the rest of {self.nested.outer}"
        else:
            sentence = f"Nothing{fits} ties {self.first} and {self.second}"
        if self.countries:
            how = spelled("through_countries", value=True)
            sentence += f" except through {' and '.join(self.countries)} ({how})"
        if self.by_places:
            sentence += f" except through shared places, which {spelled('no_places', value=True)} leaves out"
        if self.silent:
            sentence += f"; the data say nothing{' of this sort' * self.filtered} about {' or '.join(self.silent)}"
        elif self.by_events:
            sentence += f"; {spelled('with_events', value=True)} takes in what does: events and memberships"
        return sentence


@dataclass(frozen=True)
class Inside(Said):
    """The one of two that were asked for lies inside the other."""

    nested: Nested

    def in_words(self, spelled: Spelling) -> str:
        """That it does, and what counts then."""
        return f"{self.nested}: what ties it to the rest of {self.nested.outer} counts"


@dataclass(frozen=True)
class Pairs(Said):
    """How many facts tie two directly, and how many pairs of entities: the rows hold `shown` of these."""

    first: str
    second: str
    facts: int
    plans: int
    pairs: int
    shown: int
    filters: Filters

    def in_words(self, spelled: Spelling) -> str:
        """How many there are, and how to see them."""
        pairs = counted(self.pairs, "pair")
        of_pairs = pairs if self.shown == self.pairs else f"{pairs}, {self.shown:,} of them shown"
        counts = counted_words(self.facts, self.plans).replace(", ", " and ")
        return f"In all {counts} in {of_pairs}: {_ask_between(self.first, self.second, self.filters)}"


@dataclass(frozen=True)
class Others(Said):
    """More chains are as short as those shown."""

    shown: int
    total: int
    capped: bool

    def in_words(self, spelled: Spelling) -> str:
        """How many, and how to see them."""
        total = f"{'more than ' if self.capped else ''}{self.total:,}"
        shown = spelled("every_shortest", value=True)
        return f"Shown {self.shown:,} of {total} chains of this length; {shown} shows all"


@dataclass(frozen=True)
class TiedHolder(Said):
    """What holds one of the two is tied to the other."""

    inner: str
    holder: str
    other: str
    facts: int
    plans: int
    filters: Filters

    def in_words(self, spelled: Spelling) -> str:
        """What holds it, and by how much that is tied."""
        counts = counted_words(self.facts, self.plans)
        how = _ask_between(self.holder, self.other, self.filters)
        return f"{self.inner} lies in {self.holder}, which is itself tied to {self.other} ({counts}: {how})"


def _ask_between(first: str, second: str, filters: Filters) -> str:
    """The command that gives all facts, as it would be typed."""
    return " ".join(("bycn between", quoted(first), quoted(second), *filters.options()))


def counted_words(facts: int, plans: int) -> str:
    """Facts and plans, each with its number."""
    counts = [(facts, "fact"), (plans, "plan")]
    return ", ".join(counted(n, what) for n, what in counts if n)
