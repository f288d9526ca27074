"""`bycn sources` for people: one source with its facts, or all of them."""

from bycn.answers import words
from bycn.answers.evidence import whose
from bycn.answers.facts import flat_fact
from bycn.answers.page import Page
from bycn.answers.pairs import counts
from bycn.answers.pieces import BOLD, DIM, joined, piece
from bycn.answers.printing import Asked, list_facts
from bycn.answers.table import table
from bycn.queries.answers import Answer
from bycn.queries.lookups import sources_by_id


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    if "fact" not in asked.answer.columns:
        _all(page, asked)
        return
    assert asked.answer.engine
    [source] = sources_by_id(asked.answer.engine, [asked.answer.about or ""])
    page.heading(piece(source["title"], BOLD), piece(source["id"], DIM))
    page.say(
        joined([piece(whose(source)), piece(counts([flat_fact(f) for f in asked.facts.values()], signs=True))], " · ")
    )
    if source.get("address"):
        page.say(piece(source["address"], DIM))
    if source.get("note") and asked.full:
        page.say(piece(source["note"], DIM))
    page.blank()
    list_facts(page, asked, without=source["id"])


def _all(page: Page, asked: Asked) -> None:
    rows = [
        (row["id"], row["title"], whose(row), *([row["address"]] if asked.full else []), row["facts"], row["plans"])
        for row in asked.answer
    ]
    columns = ("source", "title", "by", *(["address"] if asked.full else []), "facts", "plans")
    cited = sum(bool(row["facts"] or row["plans"]) for row in asked.answer)
    page.say(f"{words.counted(len(rows), 'source')}, {cited:,} of them cited")
    page.blank()
    table(page, Answer(columns, rows), full=asked.full)
