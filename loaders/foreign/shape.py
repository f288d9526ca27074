"""The shape of a foreign table: where its header stands, what is above and below, and what each column holds."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from bycn.graph_model.folding import fold
from bycn.loaders.foreign.grids import Grid
from bycn.loaders.foreign.words import header_key, within, words_of

_LOOKED_AT = 15
"""The header is looked for in this many lines from the top."""
_NOTE_SIGN = re.compile(r"^\s*(?:[*†‡§¹²³]|\[\d+\]|\(\d+\)|\d+\))")
_NUMERIC = re.compile(r"[\d\s.,%/:-]+")


@dataclass
class Shaped:
    """A table with its header found."""

    grid: Grid
    header: list[str]
    rows: list[tuple[int, list[str]]]
    above: list[str]
    """What is above the header: a title, mostly."""
    left_out: list[tuple[int, str]]
    """Lines that are no rows, each with why."""
    broken: list[tuple[int, str]] = field(default_factory=list)
    """Lines that hold more cells than the header names, each with what is wrong."""

    def column(self, index: int) -> list[str]:
        """The filled cells of a column."""
        return [cells[index] for _, cells in self.rows if cells[index]]


def shaped(grid: Grid, known: frozenset[str] = frozenset()) -> Shaped:
    """Find the header of a table. `known` are headers that are known by name, folded."""
    if grid.header is not None:
        return Shaped(grid, grid.header, grid.lines, [], [])
    at = _header_at(grid.lines, known)
    if at and _goes_on_above(grid.lines[at - 1][1], grid.lines[at][1], known):
        at -= 1
    above = [cell for _, cells in grid.lines[:at] for cell in cells if cell.strip()]
    lines, broken = _without_long(grid.lines[at:])
    width = max((len(cells) for _, cells in lines), default=0)
    header = _padded(lines[0][1], width)
    below = [(line, _padded(cells, width)) for line, cells in lines[1:]]
    headers = [header]
    if below and _is_second_header(header, below[0][1], known):
        headers.append(below.pop(0)[1])
        header = _combined(header, headers[1], known)
    told = [[fold(name) for name in names] for names in (*headers, *_flat(headers))]
    again = {line for line, cells in below if any(_repeats(cells, names) for names in told)}
    below = [(line, cells) for line, cells in below if line not in again]
    used = [i for i in range(width) if header[i] or any(cells[i] for _, cells in below)]
    names = _named([header[i].replace("\n", " ").strip() for i in range(width)], used)
    rows, left_out = _without_foot(below, len(used))
    above_it = ((line, "is above the header") for line, _ in grid.lines[:at])
    left_out = [*above_it, *((line, "repeats the header") for line in sorted(again)), *left_out]
    return Shaped(grid, names, rows, above, left_out, broken)


def _flat(headers: list[list[str]]) -> list[list[str]]:
    """A header of two lines as one, as pages that follow repeat it: the lower names, and the upper that reach down."""
    return [[lower or upper for upper, lower in zip(*headers, strict=True)]] if len(headers) > 1 else []


def _repeats(cells: list[str], folded: list[str]) -> bool:
    """Whether a line has nothing but words of a folded header, each in its column, as on each page of a long table."""
    filled = [(cell, name) for cell, name in zip(cells, folded, strict=True) if cell]
    return len(filled) > 1 and all(fold(cell) == name for cell, name in filled)


def _without_long(
    lines: list[tuple[int, list[str]]],
) -> tuple[list[tuple[int, list[str]]], list[tuple[int, str]]]:
    """The lines but for the few that have more cells than most: a sign in a text parted them."""
    usual = len(lines[0][1])
    long = {line for line, cells in lines if any(map(str.strip, cells[usual:]))}
    if not long or 2 * len(long) > len(lines):
        return lines, []
    message = "{} cells where the header has {}; put quotation marks around the text that holds the separator"
    broken = [(line, message.format(len(cells), usual)) for line, cells in lines if line in long]
    return [(line, cells) for line, cells in lines if line not in long], broken


def _padded(cells: list[str], width: int) -> list[str]:
    return [*(cell.strip() for cell in cells), *[""] * (width - len(cells))]


def _header_at(lines: list[tuple[int, list[str]]], known: frozenset[str]) -> int:
    """Which line names the columns: the one of most known words, else the first that is filled like those below."""
    looked_at = [cells for _, cells in lines[:_LOOKED_AT]]
    scores = [_known(cells + _second_line(cells, next_, known), known) for cells, next_ in pairwise([*looked_at, []])]
    best = max(range(len(scores)), key=lambda i: (scores[i], -i))
    if scores[best] > 1 or (scores[best] == 1 and best == 0):
        return best
    usual = max(sum(map(bool, cells)) for _, cells in lines[: 2 * _LOOKED_AT])
    return next(i for i, (_, cells) in enumerate(lines) if 2 * sum(map(bool, cells)) > usual)


def _known(cells: list[str], known: frozenset[str]) -> int:
    """How many cells of a line are words of headers, each counted once."""
    words = words_of("columns")
    keys = {header_key(cell) for cell in cells if cell.strip()} | {fold(cell) for cell in cells if cell.strip()}
    return sum(key in words or key in known for key in keys)


def _second_line(header: list[str], next_: list[str], known: frozenset[str]) -> list[str]:
    """The line below where it belongs to the header: cells that are merged over two lines count as one header."""
    return next_ if next_ and _known(header, known) and _goes_on_above(header, next_, known) else []


def _is_second_header(header: list[str], next_: list[str], known: frozenset[str]) -> bool:
    """Whether the line below names parts of columns that are merged above."""
    gaps = [i for i, cell in enumerate(header) if not cell and next_[i]]
    filled = [cell for cell in next_ if cell]
    named = sum(bool(_known([cell], known) or _is_measure(cell)) for cell in filled)
    return bool(gaps) and not any(map(_NUMERIC.fullmatch, filled)) and named >= max(1, len(filled) - 1)


def _goes_on_above(upper: list[str], header: list[str], known: frozenset[str]) -> bool:
    """Whether the line above a header names columns that it doesn't: cells that are merged reach down."""
    width = max(len(upper), len(header))
    upper, header = _padded(upper, width), _padded(header, width)
    lacking = any(cell and not below for cell, below in zip(upper, header, strict=True))
    return lacking and _is_second_header(upper, header, known)


def _is_measure(cell: str) -> bool:
    """Whether a cell says in what a column is counted: "thousand USD", "t"."""
    return any(within(name, cell) for name in ("currency", "scale", "unit"))


def _combined(header: list[str], below: list[str], known: frozenset[str]) -> list[str]:
    names, last = [], ""
    for upper, lower in zip(header, below, strict=True):
        last = upper or (last if lower else "")
        if not lower or not last:
            names.append(last or lower)
        else:
            names.append(
                f"{last} {lower}" if _known([f"{last} {lower}"], known) or upper == lower else f"{last}: {lower}"
            )
    return names


def _named(header: list[str], used: list[int]) -> list[str]:
    """The header with a name for each column that is used, and no name twice."""
    names: list[str] = []
    for i, name in enumerate(header):
        label = name or (f"column {i + 1}" if i in used else "")
        again = sum(earlier == label or earlier.startswith(f"{label} (") for earlier in names) if label else 0
        names.append(f"{label} ({again + 1})" if again else label)
    return names


def _without_foot(
    lines: list[tuple[int, list[str]]], width: int
) -> tuple[list[tuple[int, list[str]]], list[tuple[int, str]]]:
    rows, left_out = [], []
    for line, cells in lines:
        filled = [cell for cell in cells if cell]
        if _begins_with("total", filled[0]):
            left_out.append((line, f"'{filled[0]}' is a sum of other rows"))
        elif len(filled) == 1 and width > 1 and (_NOTE_SIGN.match(filled[0]) or _begins_with("foot", filled[0])):
            left_out.append((line, f"'{_short(filled[0])}' is a note"))
        else:
            rows.append((line, cells))
    return rows, left_out


def _begins_with(meaning: str, text: str) -> bool:
    key = fold(text)
    words = [word for word, meant in words_of("rows").items() if meant == meaning]
    return any(key == word or (key.startswith(word) and not key[len(word) : len(word) + 1].isalnum()) for word in words)


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
