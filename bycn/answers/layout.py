"""How cells share a line: columns that fit the width, whatever they hold."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bycn.answers.pieces import HELD, Listing, piece

GAP = 2
"""Blanks between two columns."""
_LETTER = "\ue000"
"""Stands for such a blank while lines are broken."""
LONGEST_WORD = 14
"""Longer words may be broken, where not all words have room."""
_CONSOLE = Console(_environ={})  # for its measures alone


def widths(columns: Sequence[Sequence[Text]], room: int) -> list[int] | None:
    """How wide each column is to be so that all fit into `room`; None where words would have to be broken.

    What a column lacks is given to those first that lack least.
    """
    natural = [
        max((cell_len(line) for cell in column for line in cell.plain.split("\n")), default=0) for column in columns
    ]
    room -= GAP * (len(columns) - 1)
    if sum(natural) <= room:
        return natural
    words = [
        max((cell_len(word) for cell in column for word in _held(cell).plain.split()), default=0) for column in columns
    ]
    given = words if sum(words) <= room else [min(word, LONGEST_WORD) for word in words]
    if sum(given) > room:
        return None
    left = room - sum(given)
    lacking = sorted((n - g, i) for i, (n, g) in enumerate(zip(natural, given, strict=True)))
    for done, (lack, i) in enumerate(lacking):
        more = min(lack, left // (len(lacking) - done))
        given[i] += more
        left -= more
    return given


def lines(cell: Text, width: int, most: int | None = None) -> list[Text]:
    """A cell broken into lines of a width; with `most`, so many at the most.

    A list then names as many parts as have room, and how many more there are; a text ends with `…` behind a word.
    """
    wrapped = _wrapped(cell, width)
    if most and len(wrapped) > most:
        shorter = (_wrapped(fewer, width) for fewer in (cell.shortened() if isinstance(cell, Listing) else ()))
        wrapped = next((made for made in shorter if len(made) <= most), _cut(wrapped[:most], width))
    for line in wrapped:
        line.rstrip()
        line.plain = line.plain.replace(_LETTER, " ")
    return wrapped or [Text()]


def _held(cell: Text) -> Text:
    """A cell in which blanks that hold are no blanks."""
    held = cell.copy()
    held.plain = held.plain.replace(HELD, _LETTER)
    return held


def _wrapped(cell: Text, width: int) -> list[Text]:
    width = max(width, 1)
    held = _held(cell)
    whole = Text("\n").join(held.divide(_breaks(held.plain, width)))
    return list(whole.wrap(_CONSOLE, width, overflow="fold", tab_size=1))


def _breaks(text: str, width: int) -> Iterator[int]:
    """Where words that are too long for a line are broken: behind a hyphen or the like, where they have one.

    An address fills its lines, so that it stays one for those who click on it.

    >>> list(_breaks("the Belarus-Chongqing Forum", 16)), list(_breaks("Radioelectronics", 12))
    ([12], [])
    """
    for word in re.finditer(r"\S+", text):
        start, end = word.span()
        while end - start > width and "://" not in word[0]:
            last = max(text.rfind(sign, start, start + width) for sign in "-–/_")
            if last < start:
                break
            start = last + 1
            yield start


def _cut(wrapped: list[Text], width: int) -> list[Text]:
    """Lines that aren't all, with `…` behind their last whole word."""
    cut = piece("…")
    last = wrapped[-1]
    last.rstrip()
    if last.cell_len > width - cut.cell_len:
        at = last.plain.rfind(" ", 0, width)
        last.truncate(at if at > 0 else width - cut.cell_len)
    last.append_text(cut)
    return wrapped


def side_by_side(
    cells: Sequence[Text], given: Sequence[int], *, right: Sequence[bool] = (), most: int | None = None
) -> list[Text]:
    """The lines that cells make in columns of the widths given; those of `right` stand at the right of theirs."""
    columns = [lines(cell, width, most) for cell, width in zip(cells, given, strict=True)]
    flush = [*right, *[False] * len(cells)]
    made = []
    for i in range(max(map(len, columns))):
        line = Text()
        for j, column in enumerate(columns):
            part = column[i] if i < len(column) else Text()
            blanks = " " * max(0, given[j] - part.cell_len)
            line.append(" " * GAP if j else "")
            line.append(blanks if flush[j] else "")
            line.append_text(part)
            line.append("" if flush[j] else blanks)
        line.rstrip()
        made.append(line)
    return made
