"""`bycn central`, `communities`, `components` and `bridges` for people: names first, ids only in full."""

from bycn.answers import words
from bycn.answers.page import Page
from bycn.answers.pieces import BOLD, DIM, joined, piece
from bycn.answers.printing import Asked
from bycn.answers.table import table
from bycn.graph_model.counting import counted
from bycn.queries.answer_rows import chosen
from bycn.queries.path_words import counted_words

_MOST = 8
_NARROW = 80
"""On a terminal below this width, columns that say least are left out."""


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    columns = asked.answer.columns
    if "betweenness" in columns:
        _central(page, asked)
    elif "cut_off" in columns:
        _bridges(page, asked)
    elif "names" in columns:
        _groups(page, asked)
    else:
        table(page, asked.answer, full=asked.full)


def _groups(page: Page, asked: Asked) -> None:
    what = "community" if asked.options.get("resolution") else "separate part"
    page.say(f"{counted(len(asked.whole), what)}, the largest first")
    for row in asked.answer:
        page.blank()
        size = [counted(row["entities"], "entity"), counted_words(row["facts"], row["plans"])]
        page.say(joined([piece(f"{row['group']}", BOLD), piece(", ".join(size))], " · "))
        names = words.listed(row["names"], None if asked.full else _MOST)
        page.say(piece(names), indent=2)
        if asked.full:
            page.say(piece(", ".join(row["members"]), DIM), indent=2)


def _central(page: Page, asked: Asked) -> None:
    """Who stands in the middle: as many columns as a terminal holds, ids only in full."""
    by = "betweenness" if asked.options.get("by") == "betweenness" else "number of partners"
    page.say(f"The {counted(len(asked.answer), 'entity')} most central by {by}")
    page.blank()
    without = () if asked.full else ("id", "country", "degree", *(("rank", "type") if page.width < _NARROW else ()))
    table(page, chosen(asked.answer, [name for name in asked.answer.columns if name not in without]), full=asked.full)


def _bridges(page: Page, asked: Asked) -> None:
    number, holds = counted(len(asked.whole), "tie"), "holds" if len(asked.whole) == 1 else "hold"
    page.say(f"{number} {holds} the network together: without any one of them, some entities would be cut off")
    page.blank()
    header = [piece(name, DIM) for name in ("tie", "facts", "plans", "cuts off", "")]
    rows = []
    for row in asked.answer:
        side = words.listed(row["side"], None if asked.full else _MOST // 2)
        ends = joined([piece(row["from"], BOLD), piece(row["to"], BOLD)], " – ")
        numbers = (len(row["facts"]) or "", len(row["plans"]) or "", row["cut_off"])
        rows.append((ends, *map(piece, numbers), piece(side)))
    page.grid(rows, header=header, right=(False, True, True, True, False))
