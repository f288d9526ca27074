"""The raw rows of all selected tables, apart by what they become."""

from collections import defaultdict
from dataclasses import dataclass, field

from bycn.graph_model.entities import Entity
from bycn.graph_model.errors import DataError
from bycn.graph_model.facts import Fact
from bycn.loaders.selection import Selection, Snapshot
from bycn.loaders.tables.files import read_delimited
from bycn.loaders.tables.jsonl import read_json_lines
from bycn.loaders.tables.rows import Problems, Row, Unreadable
from bycn.loaders.tables.spreadsheet_errors import errors_in
from bycn.loaders.tables.table_types import SharedName, Term
from bycn.loaders.tables.workbooks import read_workbook

_READERS = {".jsonl": read_json_lines, ".xlsx": read_workbook, ".ods": read_workbook}


@dataclass
class Gathered:
    """The rows of every file, superseded ones too, by what they become; `object` are sources and documents."""

    rows: dict[type, list[Row]] = field(default_factory=lambda: defaultdict(list))
    erring: dict[Row, list[str]] = field(default_factory=dict)
    """Rows with errors of a spreadsheet, and in which columns."""
    damaged: set[str] = field(default_factory=set)
    """By what others may name those rows."""

    def add(self, row: Row, problems: Problems) -> None:
        """Take a row; errors of a spreadsheet in it are noted, and the rest of it is judged without them."""
        if errors := errors_in(row):
            self.damaged.update(row.traces)
            for column, message in errors:
                problems.at(row, column, message)
                del row.cells[column]
            self.erring[row] = [column for column, _ in errors]
        self.rows[_family(row.kind.cls)].append(row)


def gather(selection: Selection | Snapshot, problems: Problems) -> Gathered:
    """Read every file of a selection; what can't be read is noted among the problems."""
    gathered = Gathered()
    pool: dict[str, str] = {}
    for number, root in enumerate(selection.roots()):
        try:
            files = selection.tables(root)
        except DataError as error:
            problems.extend(error.problems)
            continue
        for path in files:
            rows_of = _READERS.get(path.suffix.lower(), read_delimited)
            try:
                for row in rows_of(path, number, problems, pool.setdefault, selection.read):
                    gathered.add(row, problems)
            except Unreadable as error:
                problems.add(str(path), error.line, error.column, error.message)
    return gathered


def _family(cls: type) -> type:
    return next(family for family in (Fact, Entity, Term, SharedName, object) if issubclass(cls, family))
