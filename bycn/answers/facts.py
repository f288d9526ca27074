"""Facts line by line: when, whether it is a plan, who and what, for how much, and where it is told."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.text import Text

from bycn.answers import words
from bycn.answers.page import Page
from bycn.answers.pieces import BOLD, DIM, FIGURE, READ, joined, mark, piece
from bycn.loaders.engine import Record

_SAYS_ENOUGH = frozenset({"COOPERATES_WITH", "INDICATOR", "LOCATED_IN", "PART_OF", "TOOK_PART_IN"})
"""Types that a title needs no word for."""

_WITH_IDS = 100
"""From so many columns on, the ids of facts are told beside their sources."""

Line = tuple[Text, Text, Text, Text, Text]
"""When, the mark, what, the sources, and the fact's id."""


def told(record: Record) -> Record:
    """A fact from the lookup as one mapping: its properties, its type, and the ends as they are printed."""
    properties: Record = record["properties"]
    return properties | {
        "type": record["type"],
        "from": properties.get("from_unnamed") or record["from_name"],
        "to": properties.get("to_unnamed") or record["to_name"],
    }


def sign(fact: Mapping[str, Any]) -> Text:
    """The mark of a fact: a plan, a figure, or what holds; structure has none."""
    if fact["type"] == "INDICATOR":
        return piece(FIGURE, DIM)
    return mark(plan=words.is_plan(fact.get("status"))) if fact.get("status") else piece("")


def ends(fact: Mapping[str, Any]) -> Text:
    """Who is tied to whom; goods and figures go one way."""
    arrow = "→" if fact["type"] in ("TRADE_FLOW", "CONTRACT") and fact.get("measure") != "turnover" else "–"
    return joined([piece(fact["from"], BOLD), piece(fact["to"], BOLD)], f" {arrow} ")


def what(fact: Mapping[str, Any], *, with_kind: bool = True) -> Text:
    """What a fact says, for how much, and whether it had to be read out of a garbled passage."""
    title, kind = str(fact["title"]), words.kind_of(fact)
    known = not with_kind or fact["type"] in _SAYS_ENOUGH or kind.split()[-1].casefold() in title.casefold()
    said = [piece(title if known else f"{kind}: {title}")]
    much = words.how_much(fact)
    if much and much.split(",")[0] not in title:
        said.append(piece(much))
    read = piece(f" {READ}" if fact.get("certainty") == "read" else "")
    return joined(said, ", ") + read


def who_and_what(fact: Mapping[str, Any]) -> Text:
    """What a fact says, and who its ends are where that doesn't tell."""
    named = all(str(fact[end]).casefold() in str(fact["title"]).casefold() for end in ("from", "to"))
    return what(fact) if named else joined([ends(fact), what(fact)], ": ")


def line(fact: Mapping[str, Any], short: Mapping[str, str], *more: Text) -> Line:
    """A fact as a line of a list; `short` has the short forms of its sources."""
    said = joined([who_and_what(fact), *more], " · ")
    return piece(words.when(fact)), sign(fact), said, cited(fact, short), piece(words.short_id(fact["id"]), DIM)


def cited(fact: Mapping[str, Any], short: Mapping[str, str]) -> Text:
    """The sources of a fact."""
    return piece(", ".join(short.get(source, source) for source in fact.get("sources") or ()), DIM)


def lines(page: Page, made: Iterable[Line], *, indent: int = 0) -> None:
    """Add lines of facts, the sources at the right end, on a wide terminal with the facts' own ids."""
    columns = 5 if page.width >= _WITH_IDS else 4
    page.grid([line[:columns] for line in made], indent=indent, flush=3)


def short_sources(facts: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The short forms of the sources of some facts."""
    return words.short_ids(source for fact in facts for source in fact.get("sources") or ())


def plans_behind(facts: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Facts in their order, plans last."""
    return sorted(facts, key=lambda fact: words.is_plan(fact.get("status")))
