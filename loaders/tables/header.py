"""The header of a delimited table: what its columns are, and what is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from bycn.graph_model.errors import Problem
from bycn.graph_model.facts import Fact
from bycn.loaders.near import near
from bycn.loaders.tables.rows import Unreadable
from bycn.loaders.tables.table_types import KINDS, TYPE_COLUMN, Kind, kind_named, kinds_like

_OF_ANY_KIND = frozenset(name for kind in KINDS.values() for name in (*kind.columns, *kind.computed)) | {TYPE_COLUMN}


_STATUS = "status"
_FOREIGN = "take in a table that has columns of its own by bycn import"


def known_columns(cells: list[str]) -> int:
    """How many cells of a line name a column, by which the line is known as a header."""
    return sum(_bare(cell) in _OF_ANY_KIND for cell in cells)


def _bare(cell: str) -> str:
    """A column's name without capitals and what nobody sees: a second byte order mark, spaces of no width."""
    name = "".join(char for char in cell if category(char) != "Cf").strip()
    return name.lower() if name.lower() in _OF_ANY_KIND else name


@dataclass(frozen=True, slots=True)
class Header:
    """The line that names the columns of a file."""

    names: list[str]
    kind: Kind | None
    """What the file's name says its rows are; else each row says it in its `type` column."""

    @staticmethod
    def read(cells: list[str], stem: str, line: int, what: str = "file") -> "Header":
        """The header that a line of a file or sheet is.

        Raises:
            Unreadable: nothing says what the rows are.

        """
        names, kind = [_bare(cell) for cell in cells], kind_named(stem)
        if kind is None and TYPE_COLUMN not in names:
            hint = f"name the {what} after its type, or add a column '{TYPE_COLUMN}'"
            raise Unreadable(line, TYPE_COLUMN, f"'{stem}' is no type; {hint}; {kinds_like(stem)}")
        return Header(names, kind)

    def is_again(self, cells: list[str]) -> bool:
        """Whether a row is the header once more, as where tables were put under each other."""
        filled = [(_bare(cell), name) for cell, name in zip(cells, self.names, strict=False) if cell.strip()]
        return len(filled) > 1 and all(cell == name for cell, name in filled)

    @property
    def columns(self) -> list[str]:
        """The names by place, empty for those that mean nothing: `problems` reports them."""
        allowed = self._allowed()
        return [name if name in allowed and name not in self.names[:i] else "" for i, name in enumerate(self.names)]

    @property
    def lacking(self) -> frozenset[str]:
        """Required columns that aren't there. Where rows differ in type, each row is judged by itself."""
        if self.kind is None or TYPE_COLUMN in self.names:
            return frozenset()
        return frozenset(c.name for c in self.kind.columns.values() if c.required and c.name not in self.names)

    @property
    def no_status(self) -> bool:
        """Whether `status` isn't there where all rows need it. The model asks for it only once a fact is whole."""
        if self.kind is None or TYPE_COLUMN in self.names or _STATUS in self.names:
            return False
        return issubclass(self.kind.cls, Fact) and self.kind.cls.trait != "structure"

    def problems(self, file: str, line: int) -> Iterator[Problem]:
        """What is wrong with the columns, but for required ones that lack."""
        allowed = self._allowed()
        others = f"the columns are {', '.join(allowed)}" if known_columns(self.names) else _FOREIGN
        for place, name in enumerate(self.names):
            if not name:
                continue
            if name in self.names[:place]:
                yield Problem(file, line, name, "the column is there twice; keep one")
            elif name not in allowed:
                close = near(name.lower(), allowed, cutoff=0.7)
                remedy = f"did you mean '{close[0]}'?" if close else others
                yield Problem(file, line, name, f"no such column; {remedy}")

    def _allowed(self) -> dict[str, None]:
        kinds = KINDS.values() if self.kind is None else (self.kind,)
        names = (name for kind in kinds for name in (*kind.columns, *kind.computed))
        return dict.fromkeys((*names, TYPE_COLUMN))
