"""Facts line by line: when, whether it is a plan, who and what, for how much, and from which source."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from textwrap import wrap
from typing import Any

from rich.text import Text

from bycn.answers import words
from bycn.answers.page import Page
from bycn.answers.pieces import BOLD, DIM, FIGURE, READ, joined, mark, piece
from bycn.graph_model.vocabulary import FACT_TRAITS, SUPPLYING
from bycn.loaders.engine import Record
from bycn.queries import fact_words
from bycn.queries.amounts import number, plain

SAYS_ENOUGH = frozenset({"COOPERATES_WITH", *(name for name, trait in FACT_TRAITS.items() if trait != "tie")})
"""Types whose name adds nothing to a title."""
_ABOUT_ONE = ("figure", "participation")
"""Traits of facts whose title is about their start: the event or the country need not be named again."""
_STEM = 5
"""The letters of a word that are looked for in a title: twinned, twinning."""
_LEAST_WORD = 4
"""Shorter words of a name may be missing from a title that names it."""
_NUMBERS = dict(enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2))
"""As titles write them. "One" is a word of many meanings."""
_RANKS = {1: "first", 2: "second", 3: "third"}
_MOST_SOURCES = 2
_LONGEST_ID = 14
"""A longer one takes several lines, not the room of what a fact says."""
WITH_IDS = 100
"""From this width on, the ids of facts stand next to their sources."""

Line = tuple[Text, Text, Text, Text, Text]
"""When, the mark, what, the sources, and the fact's id."""


def flat_fact(record: Record) -> Record:
    """A fact from the lookup as one mapping: its properties, its type, and the ends as they are printed and called."""
    properties: Record = record["properties"]
    fact = properties | {"type": record["type"]}
    for end in ("from", "to"):
        unnamed = properties.get(f"{end}_unnamed")
        names = [unnamed] if unnamed else [record[f"{end}_name"], *(record.get(f"{end}_aliases") or ())]
        fact |= {end: names[0], f"{end}_names": names}
    return fact


def trait(fact: Mapping[str, Any]) -> str:
    """What it does; a type that the model doesn't know ties."""
    return str(fact.get("trait") or FACT_TRAITS.get(fact["type"], "tie"))


def is_figure(fact: Mapping[str, Any]) -> bool:
    """Whether it is a number about an entity, and ties nobody."""
    return trait(fact) == "figure"


def sign(fact: Mapping[str, Any]) -> Text:
    """The mark of a fact: a plan, a figure, or what holds, and whether a passage had to be interpreted."""
    read = piece(READ if fact.get("certainty") == "read" else "", DIM)
    plan = fact_words.is_plan(fact)
    if is_figure(fact) and not plan:
        return joined([piece(FIGURE, DIM), read], "")
    return joined([mark(plan=plan), read], "")


def ends(fact: Mapping[str, Any]) -> Text:
    """Who is tied to whom."""
    return joined([piece(fact["from"], BOLD), piece(fact["to"], BOLD)], f" {arrow(fact)} ")


def arrow(fact: Mapping[str, Any]) -> str:
    """What stands between its ends: goods and figures go one way."""
    return "→" if fact["type"] in SUPPLYING and fact.get("measure") != "turnover" else "–"


def what(fact: Mapping[str, Any], *without: Collection[str]) -> Text:
    """What a fact says and for how much; `without` the names of its ends, where these stand next to it."""
    title, kind = str(fact["title"]), fact_words.kind_of(fact)
    shown = without_names(title, *without) if without else title
    known = fact["type"] in SAYS_ENOUGH or kind.split()[-1][:_STEM].casefold() in shown.casefold()
    between = ": " if is_figure(fact) else ", "
    return joined([piece(shown if known else f"{shown} ({kind})"), piece(_not_in(shown, fact))], between)


def both_ends(fact: Mapping[str, Any]) -> tuple[Sequence[str], Sequence[str]]:
    """The names that a title may call the ends of a fact by."""
    return fact["from_names"], fact["to_names"]


def without_names(title: str, ones: Collection[str], others: Collection[str]) -> str:
    """A title without the names of both ends, where it says something without them.

    >>> without_names("Friendly relations of Orsha and Qingdao", ["Orsha"], ["Qingdao"])
    'Friendly relations'
    >>> without_names("Agreement of BSU and Peking University on exchange", ["BSU"], ["Peking University"])
    'Agreement on exchange'
    >>> without_names("Friendship of Sovetsky District and Changning of Shanghai", ["Sovetsky District"], ["Changning"])
    'Friendship'
    """
    one, other = (_any_of(names) for names in (ones, others))
    for a, b in ((one, other), (other, one)):
        for form in (rf"(.+?) (?:of|between|with) {a} (?:and|with) {b}\b(.*)", rf"{a} (.+?) (?:with|and) {b}()"):
            if found := re.fullmatch(form, title):
                return found[1] + found[2]
    return title


def _any_of(names: Collection[str]) -> str:
    """A pattern for one of some names, and for the place behind it: Changning District of Shanghai."""
    return f"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?: of [A-Z]\\w+)?"


def _not_in(title: str, fact: Mapping[str, Any]) -> str:
    """For how much a fact is, where its title doesn't say the number already."""
    numbers = [fact[name] for name in ("amount", "quantity") if fact.get(name) is not None]
    said = [re.search(rf"\b(?:{_said_as(n, fact)})(?!\w)", title, re.IGNORECASE) for n in numbers]
    return "" if said and all(said) else words.how_much(fact)


def _said_as(told: float, fact: Mapping[str, Any]) -> str:
    """A pattern for how a title may write a number: in figures or in a word.

    >>> _said_as(7, {}), _said_as(2_100, {}), _said_as(1, {"unit": "rank"})
    ('7|7|seven', '2,100|2,100', '1|1|1(?:st|nd|rd|th)|first')
    """
    ranked = fact.get("unit") == "rank"
    figures = [re.escape(plain(told)), re.escape(number(told))]
    spelled = (_RANKS if ranked else _NUMBERS).get(told)  # type: ignore[call-overload]
    return "|".join([*figures, *([f"{figures[0]}(?:st|nd|rd|th)"] if ranked else ()), *([spelled] if spelled else ())])


def who_and_what(fact: Mapping[str, Any]) -> Text:
    """What a fact says, and who its ends are where that leaves it open."""
    return what(fact) if names_its_ends(fact) else joined([ends(fact), what(fact)], ": ")


def names_its_ends(fact: Mapping[str, Any]) -> bool:
    """Whether the title of a fact says whom it is about."""
    needed = ("from",) if trait(fact) in _ABOUT_ONE else ("from", "to")
    return all(any(_is_called(fact["title"], name) for name in fact[f"{end}_names"]) for end in needed)


def _is_called(title: str, name: str) -> bool:
    """Whether a title names someone: by the very name, or by all words of it that say something.

    >>> _is_called("Heilongjiang companies at the Vitebsk forum", "companies of Heilongjiang")
    True
    >>> _is_called("Timber sold through BUTB", "BUTB"), _is_called("Talks in Minsk", "Minsk Region")
    (True, False)
    """
    if re.search(rf"\b{re.escape(name)}\b", title):
        return True
    wanted = [word[:_STEM] for word in re.findall(r"\w+", name.casefold()) if len(word) >= _LEAST_WORD]
    said = re.findall(r"\w+", title.casefold())
    return bool(wanted) and all(any(word.startswith(stem) for word in said) for stem in wanted)


def line(fact: Mapping[str, Any], short: Mapping[str, str], *more: Text, said: Text | None = None) -> Line:
    """A fact as a line of a list, where not otherwise `said`; `short` has the short forms of its sources."""
    text = joined([said or who_and_what(fact), *more], " · ")
    own = piece("\n".join(wrap(words.short_id(fact["id"]), _LONGEST_ID)), DIM)
    return piece(fact_words.when(fact)), sign(fact), text, cited(fact, short), own


def cited(fact: Mapping[str, Any], short: Mapping[str, str]) -> Text:
    """The sources of a fact; a work isn't named next to its footnotes."""
    sources = fact.get("sources") or ()
    narrowest = [s for s in sources if not any(other.startswith(f"{s}/") for other in sources)]
    more = ["…"] if len(narrowest) > _MOST_SOURCES else []
    return piece(
        ", ".join(filter(None, [*(short.get(source, source) for source in narrowest[:_MOST_SOURCES]), *more])), DIM
    )


def lines(page: Page, made: Iterable[Line], *, indent: int = 0) -> None:
    """Add lines of facts, the sources at the right end, on a wide terminal with the facts' own ids."""
    columns = 5 if page.width >= WITH_IDS else 4
    page.grid([line[:columns] for line in made], indent=indent, flush=3)


def short_sources(facts: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The short forms of the sources of some facts."""
    return words.short_ids(source for fact in facts for source in fact.get("sources") or ())


def plans_last(facts: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Facts in their order, plans last."""
    return sorted(facts, key=fact_words.is_plan)
