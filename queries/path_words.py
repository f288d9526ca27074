"""What an answer on how two are connected says in words."""

from dataclasses import dataclass
from typing import NamedTuple

from bycn.graph_model.messages import Spelling
from bycn.loaders.engine import Record
from bycn.queries.remarks import Said

_JOINS = {"MEMBER_OF": "is a member of", "PART_OF": "is part of", "LOCATED_IN": "lies in"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


class Nested(NamedTuple):
    """The names of two of which the one lies inside the other."""

    inner: str
    outer: str


@dataclass(frozen=True)
class Verdict(Said):
    """The answer in a sentence or two: how `first` and `second`, who are given by their names, are connected."""

    first: str
    second: str
    nested: Nested | None


@dataclass(frozen=True)
class Direct(Verdict):
    """They are tied, themselves or by what lies in them; `fact` is the first of those that do it."""

    fact: Record
    themselves: bool
    structure: bool
    facts: int
    plans: int

    def in_words(self, spelled: Spelling) -> str:
        """What ties them, and when, as written."""
        when = self.fact["date"] or self.fact["valid"] or self.fact["announced"]
        status = self.fact["status"] if self.fact["plan"] else None
        return self.sentence(", ".join(filter(None, (self.fact["type"].lower().replace("_", " "), status, when))))

    def sentence(self, how: str) -> str:
        """The same, where the kind and the date of the fact are told otherwise."""
        ends = [self.fact["from"], self.fact["to"]]
        lies = f"{self.nested.inner} lies in {self.nested.outer}. " if self.nested else ""
        if self.structure:
            part, whole = ends if self.fact["outgoing"] else reversed(ends)
            return f"{'' if self.fact['type'] == 'LOCATED_IN' else lies}{part} {_JOINS[self.fact['type']]} {whole}"
        tied = "are tied directly" if self.facts else "are tied by plans alone"
        if self.themselves:
            return f"{lies}{' and '.join(ends)} {tied}: {how}"
        told = f"{' and '.join(ends)}, {how}"
        if self.nested:
            return f"{lies}It and the rest {tied}: {told}"
        return f"{self.first} and {self.second} {tied}, by what lies in them: {told}"


@dataclass(frozen=True)
class Nearest(Verdict):
    """No fact ties them; the nearest chain has so many ties, so many of which are plans alone."""

    ties: int
    plans: int

    def in_words(self, spelled: Spelling) -> str:
        """On what the nearest chain rests."""
        ties = f"{_NUMBERS[self.ties]} tie{'' if self.ties == 1 else 's'}"
        if self.plans and self.ties == 1:
            ties += ", and that is a plan"
        elif self.plans:
            ties += f", {_NUMBERS[self.plans]} of which {'is a plan' if self.plans == 1 else 'are plans'}"
        rests = f"rests on {ties}" if self.ties else "rests on no tie: they lie in the same"
        return f"No fact ties {self.first} to {self.second}. The nearest chain {rests}"


@dataclass(frozen=True)
class Apart(Verdict):
    """Nothing connects them, or `countries` alone; of those that are `silent` no tie is told."""

    countries: tuple[str, ...]
    silent: tuple[str, ...]
    filtered: bool
    without_events: bool

    def in_words(self, spelled: Spelling) -> str:
        """What would connect them, and why nothing does."""
        fits = " that fits the filters" if self.filtered else ""
        if self.nested:
            return f"{self.nested.inner} lies in {self.nested.outer}; no fact{fits} ties it to the rest of that"
        told = f"Nothing{fits} ties {self.first} and {self.second}"
        if self.countries:
            how = spelled("through_countries", True)  # noqa: FBT003
            told += f" but through {' and '.join(self.countries)} ({how})"
        if self.silent:
            told += f"; the data tell nothing{' of this sort' * self.filtered} of {' and '.join(self.silent)}"
        elif self.without_events:
            told += f"; {spelled('with_events', True)} looks at events and memberships too"  # noqa: FBT003
        return told


@dataclass(frozen=True)
class Pairs(Said):
    """How many facts tie two directly, and how many pairs of entities: `shown` of these stand in the rows."""

    first: str
    second: str
    facts: int
    plans: int
    pairs: int
    shown: int

    def in_words(self, spelled: Spelling) -> str:
        """How many there are, and how to see them."""
        pairs = f"{self.pairs:,} pair{'' if self.pairs == 1 else 's'}"
        of_pairs = pairs if self.shown == self.pairs else f"{self.shown:,} of {pairs} shown"
        how = f'bycn between "{self.first}" "{self.second}"'
        return f"{counted_words(self.facts, self.plans)}, {of_pairs}: {how}"


@dataclass(frozen=True)
class Others(Said):
    """More chains are as short as those shown."""

    shown: int
    total: int
    capped: bool

    def in_words(self, spelled: Spelling) -> str:
        """How many, and how to see them."""
        total = f"{'more than ' if self.capped else ''}{self.total:,}"
        return f"{self.shown:,} of {total} as short; {spelled('every_shortest', True)} shows all"  # noqa: FBT003


@dataclass(frozen=True)
class TiedHolder(Said):
    """What holds one of the two is tied to the other."""

    inner: str
    holder: str
    other: str
    facts: int
    plans: int

    def in_words(self, spelled: Spelling) -> str:
        """What holds it, and by how much that is tied."""
        told = counted_words(self.facts, self.plans)
        how = f'bycn between "{self.holder}" "{self.other}"'
        return f"{self.inner} lies in {self.holder}, which is tied to {self.other} itself: {told}; all: {how}"


def counted_words(facts: int, plans: int) -> str:
    """Facts and plans, each with its number."""
    told = [(facts, "fact"), (plans, "plan")]
    return ", ".join(f"{n:,} {what}{'' if n == 1 else 's'}" for n, what in told if n)
