"""`bycn timeline` for people: what happened when, with how much there is of each kind."""

from bycn.answers.facts import flat_fact, is_figure
from bycn.answers.page import Page
from bycn.answers.pairs import counts
from bycn.answers.pieces import FIGURE, joined, legend, piece
from bycn.answers.printing import Asked, close, list_facts, subject
from bycn.graph_model.counting import counted
from bycn.queries import fact_words


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    facts = [flat_fact(fact) for fact in asked.every.values()]
    figures = [fact for fact in facts if is_figure(fact) and not fact_words.is_plan(fact)]
    others = [fact for fact in facts if fact not in figures]
    numbers = [piece(counted(len(figures), "figure") + legend(FIGURE))] if figures else []
    period = piece(fact_words.since(facts))
    summary = joined([piece(counts(others, signs=True)), *numbers, period], ", ")
    page.say(joined([subject(asked, inside=True), summary], ": "))
    page.blank()
    list_facts(page, asked)
    close(page, asked)
