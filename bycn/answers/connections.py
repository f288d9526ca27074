"""`bycn connections` for people: who is tied to a place, most first, and through which facts of which pairs."""

from bycn.answers import words
from bycn.answers.evidence import foot
from bycn.answers.facts import short_sources, told
from bycn.answers.page import Page
from bycn.answers.pairs import add_pairs, counts
from bycn.answers.pieces import BOLD, DIM, joined, piece
from bycn.answers.printing import Asked, cited_most, list_facts, subject

_MOST = 12
"""So many lines are shown of each that is found."""


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    if "ties" not in asked.answer.columns:
        list_facts(page, asked)
        foot(page, asked.answer.engine, cited_most(asked), full=asked.full)
        return
    found = sorted(asked.answer, key=lambda row: (-row["facts"], -row["plans"], row["name"]))
    to = str(asked.options.get("to") or "entity")
    every = [told(fact) for fact in asked.facts.values()]
    short = short_sources(every)
    page.say(
        joined(
            [
                subject(asked, inside=not asked.options.get("direct")),
                piece(f"is tied to {words.counted(len(found), to.replace('_', ' '), words.plural(to))}:"),
                piece(counts(every, signs=True)),
            ]
        )
    )
    left = 0
    for row in found:
        facts = [told(asked.facts[id_]) for id_ in row["ties"]]
        page.blank()
        page.say(joined([piece(row["name"], BOLD), piece(counts(facts)), piece(words.since(facts), DIM)], " · "))
        left += add_pairs(page, facts, short, indent=2, most=None if asked.full else _MOST)
    foot(page, asked.answer.engine, cited_most(asked), full=asked.full)
    if left:
        page.say(piece(f"{words.counted(left, 'more fact')}: --full · a row a fact: --facts", DIM))
