"""Reading tables into a graph: strictly, and with every problem at once.

Two passes keep memory low: nodes first (and the lists of terms), then facts, whose parties may be given by name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from graph_model.checks import findings
from graph_model.entities import ENTITY_TYPES, Entity
from graph_model.errors import DataError, Problem
from graph_model.evidence import Document, Source
from graph_model.facts import FACT_TYPES, Fact
from graph_model.fields import columns, snake_case
from graph_model.graph import Graph
from graph_model.names import fold
from loaders.selection import Selection, tables_in
from loaders.tables.files import RawRow, Unreadable, read_csv
from loaders.tables.jsonl import read_jsonl
from loaders.tables.naming import Parties
from loaders.tables.records import to_record
from loaders.tables.terms import TERM_TABLES, Terms, split

KINDS: dict[str, type] = {
    **ENTITY_TYPES,
    **{name.lower(): cls for name, cls in FACT_TYPES.items()},
    "sources": Source,
    "documents": Document,
}
"""The model class of each table, by the table's name."""
OTHER_TABLES = {
    "goods": ("term", "synonyms", "note"),
    "sectors": ("term", "synonyms", "note"),
    "distinct": ("name", "ids", "note"),
}
"""The columns of the tables that hold no records: the lists of terms, and the names that different entities share."""


def read_graph(selection: Selection) -> Graph:
    """The graph that the selected tables describe.

    Raises:
        DataError: something is wrong with them; it holds every problem found.

    """
    return Reader(selection).read()


@dataclass
class Reader:
    """One reading of a selection of tables."""

    selection: Selection
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        roots = self.selection.roots()
        self.graph = Graph("+".join(root.stem for root in roots))
        self._files = [(number, path) for number, root in enumerate(roots) for path in tables_in(root)]
        self._terms = {name: Terms() for name in TERM_TABLES}
        self._distinct: dict[str, frozenset[str]] = {}
        self._places: dict[str, tuple[str, int, int]] = {}
        self._parties = Parties(self.graph)

    def read(self) -> Graph:
        """Read everything, and check it."""
        for number, path in self._files:
            for kind, row in self._rows(path, facts=False):
                self._take_node(number, kind, row)
        for number, path in self._files:
            for kind, row in self._rows(path, facts=True):
                self._take_fact(number, kind, row)
        if not self.problems:
            for finding in findings(self.graph, self._distinct):
                file, line, _ = self._places[finding.id]
                self.problems.append(Problem(file, line, finding.column, finding.message))
        if self.problems:
            raise DataError(dict.fromkeys(self.problems))
        return self.graph

    def _rows(self, path: Path, *, facts: bool) -> Iterator[tuple[str, RawRow]]:
        stem = path.stem.lower()
        if stem in KINDS and issubclass(KINDS[stem], Fact) is not facts:
            return
        if stem in OTHER_TABLES and facts:
            return
        told: list[Problem] = []
        try:
            for kind, row in self._all_rows(path, stem, told):
                if kind in OTHER_TABLES or issubclass(KINDS[kind], Fact) is facts:
                    yield kind, row
        except Unreadable as error:
            told.append(error.problem)
        self.problems.extend(problem for problem in told if problem not in self.problems)

    def _all_rows(self, path: Path, stem: str, told: list[Problem]) -> Iterator[tuple[str, RawRow]]:
        if path.suffix.lower() == ".jsonl":
            for label, row in read_jsonl(path, told):
                if kind := _kind_of(label):
                    yield kind, row
                else:
                    told.append(Problem(row.file, row.line, "-", f"'{label}' is no type known here"))
            return
        for row in read_csv(path, _allowed_columns(stem), told):
            kind = stem if stem in KINDS or stem in OTHER_TABLES else _kind_of(str(row.cells.pop("type", "")))
            if kind is None:
                hint = "name the table after its type, such as contract.csv, or add a column 'type'"
                told.append(Problem(row.file, row.line, "type", f"it isn't said what this row is; {hint}"))
                continue
            row.cells.pop("type", None)
            yield kind, row

    def _take_node(self, root: int, kind: str, row: RawRow) -> None:
        if kind in TERM_TABLES:
            self.problems.extend(self._terms[kind].add(row))
            return
        if kind == "distinct":
            self._distinct[fold(str(row.cells.get("name", "")))] = frozenset(split(row.cells.get("ids")))
            return
        known = self.graph.entities.get(str(row.cells.get("id", "")))
        if known is not None and self._places[known.id][2] < root:
            self._add_to_entity(known, row)
        elif (record := to_record(KINDS[kind], row, self.problems)) and self._is_new(record.id, root, row):
            self.graph.add([record])

    def _add_to_entity(self, known: Entity, row: RawRow) -> None:
        """A later table may give a known entity more names; all else about it stands."""
        added: dict[str, Any] = {}
        for column in columns(type(known)):
            if column.name in row.cells and column.name != "id":
                there, told = getattr(known, column.field), row.cells[column.name]
                if column.is_list:
                    added[column.field] = tuple(dict.fromkeys((*there, *split(told))))
                elif str(told) != str(there):
                    message = f"'{known.id}' has '{there}' here already; leave the cell empty, only names can be added"
                    self.problems.append(Problem(row.file, row.line, column.name, message))
        unknown = set(row.cells) - {column.name for column in columns(type(known))}
        for name in sorted(unknown):
            self.problems.append(Problem(row.file, row.line, name, f"a {known.type} has no such column"))
        self.graph.entities[known.id] = replace(known, **added)

    def _take_fact(self, root: int, kind: str, row: RawRow) -> None:
        for column, terms in self._terms.items():
            self.problems.extend(terms.normalise(row, column))
        if not self._parties.resolve(row, self.problems):
            return
        fact = to_record(KINDS[kind], row, self.problems)
        if fact is None:
            return
        if fact.supersedes:
            place = self._places.get(fact.supersedes)
            if place is None or place[2] >= root or fact.supersedes not in self.graph.facts:
                message = f"'{fact.supersedes}' is no fact of the tables before this one; name the one to correct"
                self.problems.append(Problem(row.file, row.line, "supersedes", message))
                return
            del self.graph.facts[fact.supersedes]
            if fact.id == fact.supersedes:
                del self._places[fact.id]
        if self._is_new(fact.id, root, row):
            self.graph.add([fact])

    def _is_new(self, id_: str, root: int, row: RawRow) -> bool:
        if id_ in self._places:
            file, line, first_root = self._places[id_]
            remedy = "to correct that row, name it in 'supersedes'" if first_root < root else "give one another id"
            message = f"'{id_}' stands in {file}:{line} already; {remedy}"
            self.problems.append(Problem(row.file, row.line, "id", message))
            return False
        self._places[id_] = (row.file, row.line, root)
        return True


def _kind_of(word: str) -> str | None:
    """The table that a label, relationship type or `type` cell means."""
    name = snake_case(word.strip()) if word.isidentifier() and not word.isupper() else word.strip().lower()
    name = {"source": "sources", "document": "documents"}.get(name, name)
    return name if name in KINDS else None


def _allowed_columns(stem: str) -> dict[str, bool]:
    """The columns of a table, and whether it must have them; one that mixes types says the type in each row."""
    if stem in OTHER_TABLES:
        return {column: column == OTHER_TABLES[stem][0] for column in OTHER_TABLES[stem]}
    if stem in KINDS:
        # A known entity may be given names alone, so nothing but its id is needed of a table of entities.
        needs_all = not issubclass(KINDS[stem], Entity)
        named = {c.name: c.name == "id" or (c.required and needs_all) for c in columns(KINDS[stem])}
        return named | {"type": False}
    every = (column.name for cls in KINDS.values() for column in columns(cls))
    return {"type": True, "id": True} | dict.fromkeys(every, False) | {"id": True}
