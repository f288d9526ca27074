"""`bycn search` for people: the entities that were found, then the facts line by line."""

from bycn.answers import facts, words
from bycn.answers.page import Page
from bycn.answers.pieces import BOLD, DIM, joined, piece
from bycn.answers.printing import Asked, close
from bycn.queries.lookups import facts_by_id

_MOST = 15
"""How many of each kind are shown."""


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    entities = [row for row in asked.answer if row["kind"] == "entity"]
    ids = [row["id"] for row in asked.answer if row["kind"] == "fact"]
    number = words.counted(len(entities), "entity", "entities") if entities else "no entities"
    page.say(f"Found {number} and {words.counted(len(ids), 'fact') if ids else 'no facts'}")
    most = None if asked.full else _MOST
    if entities:
        page.blank()
        page.grid(
            [
                (
                    piece(row["name"], BOLD),
                    piece(row["type"].replace("_", " ")),
                    piece(row["country"]),
                    piece(row["id"], DIM),
                )
                for row in entities[:most]
            ],
            flush=3,
        )
    if ids and asked.answer.engine:
        records = facts_by_id(asked.answer.engine, ids[:most], asked.answer.filters)
        found = [facts.flat_fact(record) for record in records]
        page.blank()
        facts.lines(page, [facts.line(fact, facts.short_sources(found)) for fact in found])
        close(page, asked._replace(facts={record["id"]: record for record in records}))
    left = sum(max(0, len(rows) - _MOST) for rows in (entities, ids)) if most else 0
    if left:
        page.say(joined([piece(f"{left:,} more: --full", DIM)]))
