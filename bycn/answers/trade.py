"""`bycn trade` for people: figures by what is measured, period and whose statistics, then plans, then sums.

Where there are very many, the figures of whole years for the place itself are shown, and the others counted.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from rich.text import Text

from bycn.answers import words
from bycn.answers.facts import cited, flat_fact, line, lines, short_sources, sign, what
from bycn.answers.page import Page
from bycn.answers.pairs import counts
from bycn.answers.pieces import BOLD, DIM, READ, joined, piece
from bycn.answers.printing import Asked, close, subject
from bycn.answers.table import Row
from bycn.graph_model.counting import counted
from bycn.graph_model.dates_in_words import days_in_words
from bycn.loaders.engine import Record
from bycn.queries import fact_words
from bycn.queries.fact_words import Fact
from bycn.queries.remarks import OnSums
from bycn.queries.sums import contract_measure
from bycn.queries.trade import WITH_GAPS

_MOST_FIGURES = 60
_MOST_WITHOUT = 6
_MOST_GOODS = 3
_MOST_PARTIES = 6


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    facts = {row["fact"]: _fact(asked.facts[row["fact"]]) for row in asked.answer if row["fact"]}
    short = short_sources(facts.values())
    partner = f" with {asked.answer.places[1].name}" if len(asked.answer.places) > 1 else ""
    who = joined([subject(asked, inside=True), piece(f"trade{partner}")], ": ")
    every = [flat_fact(asked.every[row["fact"]]) for row in asked.whole if row["fact"]]
    page.say(joined([who, piece(counts(every, signs=True))], ", "))
    measured_ones = [fact for fact in facts.values() if words.how_much(fact)]
    measured = measured_ones if asked.full else _in_short(measured_ones, asked)
    for plan, heading in (False, ""), (True, "Planned"):
        page.blank()
        own = [fact for fact in measured if fact_words.is_plan(fact) == plan]
        if own and heading:
            page.say(piece(heading, BOLD))
        page.grid(_figures(own, asked, short), flush=4)
    if len(measured) < len(measured_ones):
        page.blank()
        more = counted(len(measured_ones) - len(measured), "more figure")
        page.say(piece(f"{more} for months, parts or single partners, or of growth alone: --full", DIM))
    sums = [row for row in asked.answer if row["row"] == "sum" and len(row["facts"]) > 1]
    if sums:
        page.blank()
        page.say(piece("Sums", BOLD))
        page.grid([_sum(row, [facts[id_] for id_ in row["facts"]], asked) for row in sums])
    if (why := [remark for remark in asked.answer.remarks if isinstance(remark, OnSums)]) and not asked.full:
        notes = counted(len(why), "note") + " on what is added up and what isn't"
        page.blank()
        joining = "" if asked.options.get("joined") else " · periods added together: --joined"
        page.say(piece(f"{notes}: --full{joining}", DIM))
    _without(page, [fact for fact in facts.values() if not words.how_much(fact)], short, asked)
    close(page, asked)


def _fact(record: Record) -> Record:
    """A fact as it is printed; a contract says which way it goes."""
    fact = flat_fact(record)
    if fact["type"] == "CONTRACT":
        fact["measure"] = contract_measure(record["from_country"], record["to_country"])
    return fact


def _in_short(facts: Sequence[Fact], asked: Asked) -> Sequence[Fact]:
    """All figures, or where they are very many, those that are sums of money for whole years of the place itself."""
    if len(facts) <= _MOST_FIGURES:
        return facts
    return [fact for fact in facts if _of_years(fact) and fact.get("amount") and not _with(fact, asked).plain]


def _of_years(fact: Fact) -> bool:
    first, last = fact.get("date_start") or "", fact.get("date_end") or ""
    return bool(first.endswith("-01-01") and last.endswith("-12-31"))


def _figures(facts: Sequence[Fact], asked: Asked, short: Mapping[str, str]) -> list[tuple[Text, ...]]:
    """A line a figure, together what is of the same measure and goods."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(_of_what(fact), []).append(fact)
    made: list[tuple[Text, ...]] = []
    for name, group in sorted(
        groups.items(), key=lambda item: (item[1][0].get("measure") != "turnover", -len(item[1]))
    ):
        ordered = sorted(group, key=_lateness, reverse=True)
        period = None
        for number, alike in enumerate(_of_one_line(ordered, asked)):
            fact, *others = alike
            head = piece(name, BOLD) if number == 0 else piece("")
            when = fact_words.when(fact)
            much = joined([_all_figures(fact, others, short), _with(fact, asked), _by_whom(fact)], " · ")
            made.append((head, piece(when if when != period else ""), sign(fact), much, cited(fact, short)))
            period = when
    return made


def _lateness(fact: Fact) -> tuple[object, ...]:
    """By time; of one period, what a later source contradicts goes behind."""
    return fact.get("date_end") or "", fact_words.when(fact), not fact.get("outdated_by"), fact["id"]


def _of_one_line(facts: Sequence[Fact], asked: Asked) -> list[list[Fact]]:
    """Facts with those of the same period that disagree with them, else count in another unit for the same parties."""
    made: list[list[Fact]] = []
    for fact in facts:
        like = [line for line in made if _about(line[0]) == _about(fact)]
        opposed = (line for line in like if _disagree(line[0], fact))
        same = (line for line in like if _with(line[0], asked) == _with(fact, asked) and _complete(line, fact))
        line = next(opposed, None) or next(same, None)
        if line:
            line.append(fact)
        else:
            made.append([fact])
    return made


def _about(fact: Fact) -> tuple[str, ...]:
    return fact_words.when(fact), sign(fact).plain[:1], _by_whom(fact).plain


def _disagree(fact: Fact, other: Fact) -> bool:
    return other["id"] in (fact.get("disagrees_with") or ())


def _complete(line: Sequence[Fact], fact: Fact) -> bool:
    said = ("sources", "certainty")
    return all(
        all(fact.get(name) == other.get(name) for name in said) and not _units(fact) & _units(other) for other in line
    )


def _units(fact: Fact) -> set[str]:
    return {fact[name] for name in ("currency", "unit") if fact.get(name)}


def _all_figures(fact: Fact, others: Sequence[Fact], short: Mapping[str, str]) -> Text:
    """The figures of a line; those that disagree with the first are put in brackets, with their sources."""
    agreeing = [other for other in others if not _disagree(fact, other)]
    against = [joined([_figure(other), cited(other, short)], ": ") for other in others if _disagree(fact, other)]
    figures = joined([piece(words.how_much(one)) for one in (fact, *agreeing)], ", ")
    return joined([figures, *(joined([piece("("), other, piece(")")], "") for other in against)])


def _figure(other: Fact) -> Text:
    doubt = piece(READ if other.get("certainty") == "read" else "", DIM)
    return joined([piece(words.how_much(other)), doubt])


def _of_what(fact: Fact) -> str:
    goods = words.listed(fact.get("goods") or (), _MOST_GOODS)
    return ": ".join(filter(None, (fact_words.kind_of(fact), goods)))


def _with(fact: Fact, asked: Asked) -> Text:
    """Who else takes part, where it isn't a whole country."""
    about = {place.name for place in asked.answer.places} | {
        asked.facts[fact["id"]][f"{end}_name"]
        for end in ("from", "to")
        if asked.facts[fact["id"]][f"{end}_type"] == "country"
    }
    others = [end for end in ("from", "to") if fact[end] not in about]
    return piece(" – ".join(fact[end] for end in others), DIM)


def _by_whom(fact: Mapping[str, Any]) -> Text:
    return piece(words.whose_statistics(fact), DIM)


def _goods(fact: Fact) -> Text:
    """What is traded, where the title doesn't say it."""
    title = fact["title"].casefold()
    return piece(words.listed([good for good in fact.get("goods") or () if good.casefold() not in title], _MOST_GOODS))


def _sum(row: Row, added: Sequence[Fact], asked: Asked) -> tuple[Text, ...]:
    """A sum with the goods and partners that it is of: without them it could be taken for all trade of its period."""
    every = [fact.get("goods") or () for fact in added]
    goods = words.listed(dict.fromkeys(chain.from_iterable(every)), _MOST_GOODS) if all(every) else ""
    asked_for = asked.answer.places[0].name
    parties = dict.fromkeys(_with(fact, asked).plain or asked_for for fact in added)
    whose = "" if [*parties] == [asked_for] else words.listed(parties, None if asked.full else _MOST_PARTIES)
    measured = f"{row['measure']}, planned" if row["status"] else row["measure"]
    gaps = ", with gaps" if WITH_GAPS in row["title"] else ""
    return (
        piece(": ".join(filter(None, (measured, goods))), BOLD),
        piece(days_in_words(row["date"]) + gaps),
        joined([piece(words.how_much(row)), piece(whose, DIM), _by_whom(row)], " · "),
        piece(f"{len(added)} facts", DIM),
    )


def _without(page: Page, facts: Sequence[Fact], short: Mapping[str, str], asked: Asked) -> None:
    """What is said of trade without a figure."""
    if not facts:
        return
    shown = facts if asked.full else facts[:_MOST_WITHOUT]
    page.blank()
    page.say(piece("Without figures", BOLD))
    said = [joined([what(fact), _goods(fact), _with(fact, asked)], " · ") for fact in shown]
    lines(page, [line(fact, short, said=text) for fact, text in zip(shown, said, strict=True)])
    if len(shown) < len(facts):
        page.say(piece(f"{counted(len(facts) - len(shown), 'more fact')}: --full", DIM))
