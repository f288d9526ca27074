"""How cells share a line: columns that fit the width, whatever they hold."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bycn.answers.pieces import HELD, piece

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
    words = [max((cell_len(word) for cell in column for word in cell.plain.split()), default=0) for column in columns]
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
    """A cell broken into lines of a width; with `most`, so many at the most, the last ended by `…`."""
    held = cell.copy()
    held.plain = held.plain.replace(HELD, _LETTER)
    wrapped = list(held.wrap(_CONSOLE, max(width, 1), overflow="fold", tab_size=1))
    if most and len(wrapped) > most:
        wrapped = wrapped[:most]
        cut = piece("…")
        wrapped[-1].truncate(width - cut.cell_len)
        wrapped[-1].rstrip()
        wrapped[-1].append_text(cut)
    for line in wrapped:
        line.rstrip()
        line.plain = line.plain.replace(_LETTER, " ")
    return wrapped or [Text()]


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
