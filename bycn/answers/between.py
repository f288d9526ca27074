"""What ties two directly, for people: pair by pair."""

from itertools import groupby
from operator import itemgetter

from bycn.answers import facts
from bycn.answers.page import Page
from bycn.answers.pairs import counts
from bycn.answers.path import line, most_named
from bycn.answers.pieces import BOLD, DIM, joined, piece
from bycn.answers.printing import Asked, close
from bycn.graph_model.counting import counted
from bycn.queries.path_words import Inside


def fill(page: Page, asked: Asked) -> None:
    """Write the answer of `bycn between`."""
    rows = asked.answer.to_dicts()
    every = {id_: facts.flat_fact(fact) for id_, fact in asked.every.items()}
    nested = next((remark.nested for remark in asked.answer.remarks if isinstance(remark, Inside)), None)
    ties = [row for row in asked.whole if not nested or facts.trait(every[row["fact"]]) != "structure"]
    if nested:
        page.say(f"{nested}{'' if ties else '; no other fact ties the two'}.")
    if ties:
        one, other = (end.name for end in asked.answer.places)
        tie = "tie" if len(ties) > 1 else "ties"
        pairs = counted(len({row["pair"] for row in ties}), "pair")
        page.say(f"{counts([every[row['fact']] for row in ties], signs=True)} {tie} {one} to {other}, in {pairs}")
    short = facts.short_sources(every.values())
    for _, pair in groupby(rows, key=itemgetter("pair")):
        of_pair = list(pair)
        page.blank()
        heading = most_named(of_pair, every)
        page.say(joined([piece(heading["from"], BOLD), piece("─", DIM), piece(heading["to"], BOLD)]))
        facts.lines(page, [line(every[row["fact"]], short, heading) for row in of_pair], indent=2)
    close(page, asked)
