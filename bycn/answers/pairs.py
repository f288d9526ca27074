"""Facts by the pair that they tie: the pair once, its facts under it; pairs with one and the same tie in one line."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from rich.text import Text

from bycn.answers.facts import arrow, both_ends, cited, ends, line, lines, names_its_ends, plans_last, sign, what
from bycn.answers.page import Page
from bycn.answers.pieces import BOLD, DIM, FACT, PLAN, joined, legend, piece
from bycn.graph_model.counting import counted
from bycn.queries import fact_words
from bycn.queries.fact_words import Fact

_MOST_OF_A_PAIR = 4
"""How many facts of one pair are shown where lines are counted, so that other pairs have some too."""


def by_pair(facts: Sequence[Fact]) -> list[list[Fact]]:
    """The facts of each pair, plans last; pairs with most that holds first."""
    pairs: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        pairs.setdefault((fact["from"], fact["to"]), []).append(fact)
    return sorted(map(plans_last, pairs.values()), key=lambda pair: (-firm(pair), -len(pair)))


def firm(facts: Sequence[Fact]) -> int:
    """How many of some facts are no plans."""
    return sum(not fact_words.is_plan(fact) for fact in facts)


def counts(facts: Sequence[Fact], *, signs: bool = False) -> str:
    """How many facts and plans there are, with the `signs` that stand for them.

    >>> counts([{"status": "signed"}, {"status": "planned"}])
    '1 fact, 1 plan'
    """
    plans = len(facts) - firm(facts)
    parts = [counted(firm(facts), "fact") + (legend(FACT) if signs else "")] if firm(facts) or not plans else []
    return ", ".join([*parts, *([counted(plans, "plan") + (legend(PLAN) if signs else "")] if plans else [])])


def all_ends(pairs: Iterable[Sequence[Fact]]) -> Text:
    """Who is tied to whom, those with the same partner together: Polotsk, Vitebsk – a city of Heilongjiang."""
    partners: dict[tuple[str, str], list[str]] = {}
    for pair in pairs:
        ways = {arrow(fact) for fact in pair}
        way = ways.pop() if len(ways) == 1 else "–"
        partners.setdefault((way, pair[0]["to"]), []).append(pair[0]["from"])
    sides: dict[tuple[str, tuple[str, ...], str], list[str]] = {}
    for (way, other), ones in partners.items():
        sides.setdefault((way, tuple(ones), other if len(ones) > 1 else ""), []).append(other)
    told = (
        joined([piece(", ".join(ones), BOLD), piece(", ".join(others), BOLD)], f" {way} ")
        for (way, ones, _), others in sides.items()
    )
    return joined(told, " · ")


def all_cited(facts: Sequence[Fact], short: Mapping[str, str]) -> Text:
    """The sources of several facts, those of most first."""
    every = Counter(source for fact in facts for source in fact.get("sources") or ())
    return cited({"sources": [source for source, _ in every.most_common()]}, short)


def add_pairs(
    page: Page, facts: Sequence[Fact], short: Mapping[str, str], *, indent: int, most: int | None, named: bool
) -> int:
    """Add facts by pair, the ends only where they are to be `named`, in `most` lines; how many facts are left out."""
    pairs = by_pair(facts)
    alike: dict[tuple[str, ...], list[Fact]] = {}
    for [fact] in (pair for pair in pairs if len(pair) == 1):
        sources = cited(fact, short).plain if most is None else ""
        key = (sign(fact).plain, what(fact, *both_ends(fact)).plain, fact_words.when(fact), sources)
        alike.setdefault(key, []).append(fact)
    left, room = len(facts), len(facts) if most is None else most
    for pair in (pair for pair in pairs if len(pair) > 1):
        shown = pair[: room if most is None else min(room, _MOST_OF_A_PAIR)]
        if shown and named:
            page.grid([(all_ends([pair]),)], indent=indent)
        made = [line(fact, short, said=what(fact, *both_ends(fact))) for fact in shown]
        lines(page, made, indent=indent + 2 if named else indent)
        room -= len(shown)
        left -= len(shown)
    groups = list(islice(alike.values(), max(room, 0)))
    page.grid([_one_line(group, short, named=named) for group in groups], indent=indent, flush=2)
    return left - sum(map(len, groups))


def _one_line(group: Sequence[Fact], short: Mapping[str, str], *, named: bool) -> tuple[Text, Text, Text]:
    fact = group[0]
    short_what = what(fact, *both_ends(fact))
    said = joined([short_what, piece(fact_words.when(fact), DIM)], ", ")
    if len(group) > 1:
        whole = joined([said, all_ends([one] for one in group)], ": ")
    elif not named or (names_its_ends(fact) and short_what == what(fact)):  # it would name them twice
        whole = said
    else:
        whole = joined([ends(fact), said], ": ")
    return sign(fact), whole, all_cited(group, short)
