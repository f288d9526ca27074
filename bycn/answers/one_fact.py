"""`bycn show FACT` for people: what it says, its parties, its source, how sure it is, and facts that touch it."""

from collections.abc import Sequence

from rich.text import Text

from bycn.answers import words
from bycn.answers.evidence import title
from bycn.answers.facts import ends, flat_fact, sign
from bycn.answers.page import Page
from bycn.answers.pieces import BOLD, DIM, READ, joined, piece
from bycn.answers.printing import Asked
from bycn.graph_model.dates_in_words import date_in_words
from bycn.loaders.engine import Engine, Record
from bycn.loaders.selection import is_shipped
from bycn.queries import fact_words
from bycn.queries.filters import Filters
from bycn.queries.lookups import facts_by_id, kept_by_id, sources_by_id

_TOGETHER = {
    "part_of": "Part of",
    "held_by": "Included in",
    "disagrees_with": "Disagrees with",
    "outdated_by": "Superseded by a later source",
    "same_as": "The same fact in",
}
"""Properties that name other facts."""
_LISTS = {"goods": "Goods", "sectors": "Sectors", "topics": "Topics", "document": "Document", "event": "Event"}


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    engine, about = asked.answer.engine, asked.answer.about
    assert engine
    assert about
    [record] = facts_by_id(engine, [about], asked.answer.filters)
    fact = flat_fact(record)
    kind, status = fact_words.kind_of(fact), fact_words.status_in_words(fact.get("status"))
    page.heading(ends(fact), joined([sign(fact), piece(", ".join(filter(None, (kind, status))))]))
    said = ", ".join(filter(None, (fact["title"], words.how_much(fact), fact_words.when(fact))))
    page.heading(piece(said), piece(about, DIM))
    page.blank()
    rows = [
        *_sources(engine, fact),
        *_row("Passage", ", ".join(map(_passage, fact.get("locator") or ()))),
        *_row(
            "Certainty", f"{READ} not stated outright; see the note" if fact.get("certainty") == "read" else "stated"
        ),
        *_row("Note", fact.get("note") or ""),
        *_row("Valid", date_in_words(fact.get("valid")) if fact.get("date") else ""),
        *_row("Reported", date_in_words(fact.get("announced"))),
        *_row("Statistics", words.whose_statistics(fact)),
        *_row("Compared with", date_in_words(fact.get("growth_base"))),
        *(row for name, label in _LISTS.items() for row in _row(label, _listed(fact.get(name)))),
        *_ends(record),
    ]
    page.grid(rows)
    _others(page, engine, record, asked.answer.filters)
    if is_shipped(about, fact["type"]):
        page.blank()
        page.say(piece(f"To correct it: bycn correct {words.short_id(about)} -o my-tables", DIM))


def _row(label: str, text: str) -> list[tuple[Text, Text]]:
    return [(piece(label, DIM), piece(text))] if text else []


def _listed(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _passage(locator: str) -> str:
    """Chapter and line of a text, where a locator is that.

    >>> _passage("c1:65")
    'chapter 1, line 65'
    """
    chapter, colon, line = locator.partition(":")
    is_line = colon and chapter[:1] == "c" and chapter[1:].isdigit() and line.isdigit()
    return f"chapter {chapter[1:]}, line {line}" if is_line else locator


def _sources(engine: Engine, fact: Record) -> list[tuple[Text, Text]]:
    rows: list[tuple[Text, Text]] = []
    for source in sources_by_id(engine, list(fact["sources"])):
        cited = joined([piece(words.short_id(source["id"]), BOLD), piece(title(source))], "  ")
        rows.append((piece("" if rows else "Source", DIM), cited))
        if source.get("address"):
            rows.append((piece(""), piece(source["address"], DIM)))
    return rows


def _ends(record: Record) -> list[tuple[Text, Text]]:
    """The parties with their ids; where one is unnamed, what it lies in."""
    return [
        (piece(end.capitalize(), DIM), joined([piece(record[f"{end}_name"]), piece(record[end], DIM)], "  "))
        for end in ("from", "to")
    ]


def _others(page: Page, engine: Engine, record: Record, filters: Filters) -> None:
    """Facts that touch it, of the works that the filters name."""
    properties, said = record["properties"], set[str]()
    for name, label in _TOGETHER.items():
        ids: Sequence[str] = properties.get(name) or ()
        wanted = [id_ for id_ in ([ids] if isinstance(ids, str) else ids) if id_ not in said]
        said.update(wanted)
        others = kept_by_id(engine, wanted, filters.of_works())
        if not others:
            continue
        page.blank()
        page.say(piece(label, BOLD))
        page.grid([_other(flat_fact(other)) for other in others], flush=3)


def _other(fact: Record) -> tuple[Text, ...]:
    said = joined([piece(fact["title"]), piece(words.how_much(fact))], ", ")
    return piece(fact_words.when(fact)), sign(fact), said, piece(words.short_id(fact["id"]), DIM)
