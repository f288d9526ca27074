"""`bycn search` for people: the entities that were found, then the facts line by line."""

from collections.abc import Sequence

from bycn.answers import facts, words
from bycn.answers.facts import WITH_IDS
from bycn.answers.page import Page
from bycn.answers.pairs import counts
from bycn.answers.pieces import BOLD, DIM, joined, piece
from bycn.answers.printing import Asked, close
from bycn.graph_model.counting import counted
from bycn.loaders.engine import Record
from bycn.queries.lookups import facts_by_id
from bycn.queries.remarks import SearchCut

_MOST = 15
"""How many of each kind are shown."""


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    entities = [row for row in asked.answer if row["kind"] == "entity"]
    told = [row for row in asked.answer if row["kind"] == "fact"]
    ids = [row["id"] for row in told]
    limit = next((remark.limit for remark in asked.answer.remarks if isinstance(remark, SearchCut)), None)
    found = [_at_least(entities, limit) + counted(len(entities), "entity")] if entities else []
    found += [_at_least(told, limit) + counts(told, signs=True)] if told else []
    page.say(f"Found {', '.join(found)}")
    most = None if asked.full else _MOST
    if entities:
        page.blank()
        page.grid(
            [
                (
                    joined([piece(row["name"], BOLD), piece(_kind(row))], ", "),
                    piece(row["id"] if asked.full or page.width >= WITH_IDS else "", DIM),
                )
                for row in entities[:most]
            ],
            flush=1,
        )
    if ids and asked.answer.engine:
        records = facts_by_id(asked.answer.engine, ids[:most], asked.answer.filters)
        listed = [facts.flat_fact(record) for record in records]
        short = facts.short_sources(listed)
        page.blank()
        facts.lines(page, [facts.line(fact, short) for fact in listed])
        close(page, asked._replace(facts={record["id"]: record for record in records}))
    left = sum(max(0, len(rows) - _MOST) for rows in (entities, ids)) if most else 0
    if left:
        page.say(joined([piece(f"{left:,} more: --full", DIM)]))


def _at_least(found: Sequence[object], limit: int | None) -> str:
    """What stands before a number that a limit cut."""
    return "at least " if len(found) == limit else ""


def _kind(row: Record) -> str:
    """What an entity is, and of which country: "company, China"."""
    country = words.COUNTRIES.get(row["country"], row["country"])
    return "country" if row["type"] == "country" else f"{row['type'].replace('_', ' ')}, {country}"
