"""`bycn sources` for people: one source with its facts, or all of them."""

from bycn.answers.evidence import whose
from bycn.answers.facts import flat_fact
from bycn.answers.page import Page
from bycn.answers.pairs import counts
from bycn.answers.pieces import BOLD, DIM, joined, piece
from bycn.answers.printing import Asked, explain_doubt, list_facts
from bycn.answers.table import table
from bycn.graph_model.counting import counted
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
        joined([piece(whose(source)), piece(counts([flat_fact(f) for f in asked.every.values()], signs=True))], " · ")
    )
    if source.get("address"):
        page.say(piece(source["address"], DIM))
    if source.get("note") and asked.full:
        page.say(piece(source["note"], DIM))
    page.blank()
    list_facts(page, asked, without=source["id"])
    explain_doubt(page, asked, apart=True)


def _all(page: Page, asked: Asked) -> None:
    more = ["address"] if asked.full else []
    numbers = ("facts", "plans")
    rows = [
        (row["id"], row["title"], whose(row), *(row[name] for name in more), *(row[name] or None for name in numbers))
        for row in asked.answer
    ]
    columns = ("source", "title", "by", *more, *numbers)
    cited = sum(bool(row["facts"] or row["plans"]) for row in asked.whole)
    of_them = f", {cited:,} of them cited" if len(asked.whole) > 1 else ""
    page.say(f"{counted(len(asked.whole), 'source')}{of_them}")
    page.blank()
    table(page, Answer(columns, rows), full=asked.full)
