"""A page: an answer for people, made of sentences, headings and grids, and never wider than the terminal."""

import io
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from bycn.answers.layout import GAP, lines, side_by_side, widths
from bycn.answers.pieces import DIM, piece

LEAST_WIDTH = 20
"""A narrower terminal gets lines of this width."""


class Page:
    """What is to be printed, from top to bottom."""

    def __init__(self, width: int):
        self.width = max(width, LEAST_WIDTH)
        self._lines: list[Text] = []

    def say(self, text: Text | str, *, indent: int = 0) -> None:
        """A sentence, broken where the line ends."""
        content = piece(text) if isinstance(text, str) else text
        self._lines += [Text(" " * indent) + line for line in lines(content, self.width - indent)]

    def blank(self) -> None:
        """An empty line, where there isn't one."""
        if self._lines and self._lines[-1]:
            self._lines.append(Text())

    def heading(self, left: Text, right: Text | None = None) -> None:
        """A line with something at its right end."""
        self.grid([(left, right or piece(""))], flush=1)

    def grid(
        self,
        rows: Sequence[Sequence[Text]],
        *,
        header: Sequence[Text] = (),
        indent: int = 0,
        right: Sequence[bool] = (),
        flush: int | None = None,
        most: int | None = None,
        like: Sequence[Sequence[Text]] = (),
    ) -> None:
        """Rows of cells under each other, the columns of `right` to the right, cells of `most` lines.

        Columns are as wide as a grid of the rows `like` would need, so that several grids are in line. From column
        `flush` on they stand at the right end of the line. Where the columns can't stand side by side, each row is
        written cell under cell.
        """
        every = [header, *rows] if header else list(rows)
        columns = list(zip(*([*like] or every), strict=True))
        used = [i for i, column in enumerate(columns) if any(column[1 if header else 0 :])]
        if not used:
            return
        given = widths([columns[i] for i in used], self.width - indent)
        if given is None:
            self._cell_under_cell(rows, header, used, indent)
            return
        if flush in used and used[0] != flush:
            given[used.index(flush) - 1] += self.width - indent - sum(given) - GAP * (len(given) - 1)
        sides = [right[i] if right else False for i in used]
        if flush in used:
            sides[used.index(flush) :] = [True] * (len(used) - used.index(flush))
        for number, row in enumerate(every):
            at_most = None if header and not number else most
            made = side_by_side([row[i] for i in used], given, right=sides, most=at_most)
            self._lines += [Text(" " * indent) + line for line in made]
            if header and not number:
                self._lines.append(Text(" " * indent) + piece("  ".join("─" * width for width in given), DIM))

    def _cell_under_cell(
        self, rows: Sequence[Sequence[Text]], header: Sequence[Text], used: Sequence[int], indent: int
    ) -> None:
        wide = min(max((header[i].cell_len for i in used), default=0), (self.width - indent) // 2) if header else 0
        for number, row in enumerate(rows):
            if number:
                self.blank()
            for i in used:
                if row[i]:
                    name = [header[i]] if header else []
                    room = self.width - indent - (wide + GAP if header else 0)
                    made = side_by_side([*name, row[i]], [wide, room] if header else [room])
                    self._lines += [Text(" " * indent) + line for line in made]

    def words(self) -> set[str]:
        """What stands between blanks, without the commas behind it."""
        return {word.rstrip(",") for line in self._lines for word in line.plain.split()}

    def text(self, *, coloured: bool) -> str:
        """All of it, with the sequences that colour it where it is to be `coloured`."""
        out = io.StringIO()
        console = Console(
            file=out,
            width=self.width,
            color_system="standard" if coloured else None,
            force_terminal=coloured,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )
        for line in self._lines:
            console.print(line, soft_wrap=True)
        return out.getvalue()
