"""What holds for the text of every shipped question, and for what filters leave of its answer."""

from statistics import median

import pytest

from bycn.loaders.cypher_files import CYPHER
from bycn.queries.filters import Filters
from bycn.queries.library import DRAWN, Library, ask

QUESTIONS = list(Library.shipped())
IN_ROWS = [question for question in QUESTIONS if not question.name.startswith(f"{DRAWN}/")]
LISTINGS = [q for q in IN_ROWS if q.takes_filters and any(c.name == "fact" for c in q.header.columns)]
WIDTH, LONGEST, MEDIAN = 100, 35, 11
EVERYTHING = 1_000_000


def lines(name: str) -> list[str]:
    return (CYPHER / f"{name}.cypher").read_text(encoding="utf-8").splitlines()


def length(name: str) -> int:
    return sum(bool(line.strip()) and not line.lstrip().startswith("//") for line in lines(name))


@pytest.mark.parametrize("name", [q.name for q in QUESTIONS])
def test_a_question_is_short_enough_to_be_read_at_a_glance(name):
    assert length(name) <= LONGEST
    assert max(map(len, lines(name))) <= WIDTH


def test_most_questions_are_shorter():
    assert len(IN_ROWS) > 100
    assert median(length(q.name) for q in IN_ROWS) <= MEDIAN  # those that are drawn are shorter anyway


@pytest.mark.parametrize("question", LISTINGS, ids=lambda question: question.name)
def test_filters_that_split_the_facts_split_the_rows(engine, question):
    def facts(**filters) -> list[str]:
        limit = {"limit": EVERYTHING} if any(p.name == "limit" for p in question.header.parameters) else {}
        return [row["fact"] for row in ask(engine, question.name, limit, filters=Filters(**filters))]

    for types in (("AGREEMENT", "TWINNED_WITH"), ("INDICATOR", "LOCATED_IN", "TRADE_FLOW")):
        assert sorted(facts(types=types) + facts(exclude=types)) == sorted(facts())
