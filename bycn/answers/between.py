"""What ties two directly, for people: pair by pair."""

from itertools import groupby
from operator import itemgetter

from bycn.answers import facts, words
from bycn.answers.evidence import foot
from bycn.answers.page import Page
from bycn.answers.path import line
from bycn.answers.pieces import BOLD, DIM, joined, piece
from bycn.answers.printing import Asked, cited_most


def fill(page: Page, asked: Asked) -> None:
    """Write the answer of `bycn between`."""
    rows = asked.answer.to_dicts()
    plans = sum(row["plan"] for row in rows)
    counts = ((len(rows) - plans, "fact"), (plans, "plan"), (len({row["pair"] for row in rows}), "pair"))
    page.say(piece(", ".join(words.counted(number, what) for number, what in counts if number), BOLD))
    told = {row["fact"]: facts.told(asked.facts[row["fact"]]) for row in rows}
    short = facts.short_sources(told.values())
    for _, pair in groupby(rows, key=itemgetter("pair")):
        of_pair = list(pair)
        page.blank()
        page.say(joined([piece(of_pair[0]["from"], BOLD), piece("─", DIM), piece(of_pair[0]["to"], BOLD)]))
        facts.lines(page, [line(told[row["fact"]], short, of_pair[0]) for row in of_pair], indent=2)
    foot(page, asked.answer.engine, cited_most(asked), full=asked.full)
