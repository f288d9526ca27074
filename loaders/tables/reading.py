"""All selected tables → one graph, or every problem with them at once."""

import gc
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from bycn.graph_model.checks import Finding, Link, findings, findings_in_part
from bycn.graph_model.entities import Entity
from bycn.graph_model.errors import DataError, Problem
from bycn.graph_model.facts import Fact
from bycn.graph_model.folding import fold
from bycn.graph_model.graph import Element, Graph
from bycn.graph_model.joined_rows import naming
from bycn.graph_model.properties import name_keys
from bycn.graph_model.proposals import proposals
from bycn.graph_model.vocabulary import CONTAINING
from bycn.loaders.selection import DATASETS, Selection, Snapshot
from bycn.loaders.tables.gathering import gather
from bycn.loaders.tables.merging import ToldTwice, same_id_twice, with_more_names, without_superseded
from bycn.loaders.tables.messages import lacking
from bycn.loaders.tables.name_index import Directory
from bycn.loaders.tables.records import record_of, sound_part
from bycn.loaders.tables.rows import Problems, Row
from bycn.loaders.tables.source_names import SourceNames
from bycn.loaders.tables.table_types import SharedName, Term
from bycn.loaders.tables.word_lists import word_lists


def read_graph(selection: Selection | Snapshot) -> Graph:
    """Read the selected tables into a graph.

    Raises:
        DataError: the tables hold problems; all of them are listed.

    """
    with _no_collection():
        return _Reading(selection).graph()


def rows_of_facts(selection: Selection) -> list[Row]:
    """The rows of facts as they stand in the tables, superseded ones too."""
    return gather(selection, Problems()).rows[Fact]


class Checked(NamedTuple):
    """A sound graph, with what concerns the rows that don't ship."""

    graph: Graph
    proposals: list[Problem]
    """What they may mean and don't say."""
    own: tuple[int, int]
    """How many entities and facts they add."""


def read_with_proposals(selection: Selection | Snapshot) -> Checked:
    """The graph as `read_graph` reads it, and what can be said of rows that don't ship.

    Raises:
        DataError: the tables hold problems; all of them are listed.

    """
    with _no_collection():
        reading = _Reading(selection)
        return Checked(reading.graph(), sorted(reading.proposals()), reading.own())


@contextmanager
def _no_collection() -> Iterator[None]:
    # Records hold no circles: looking for them takes a third of the time.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Reading:
    """One reading of a selection: what it gathers on its way from files to a graph."""

    def __init__(self, selection: Selection | Snapshot):
        self._problems = Problems()
        gathered = gather(selection, self._problems)
        self._rows, self._erring, self._damaged = gathered.rows, gathered.erring, gathered.damaged
        self._where: dict[str, Row] = {}
        self._unsound: dict[str, Row] = {}
        """The first rows of ids that gave no record."""
        self._terms = word_lists()
        self._shared: list[tuple[SharedName, Row]] = []
        self._graph = Graph("+".join(map(_name, selection.roots())))
        self._twice = ToldTwice(self._graph, self._problems, self._where)
        self._parts: list[tuple[Fact, frozenset[str], Row]] = []
        self._made: list[Link] = []
        self._grown: set[str] = set()

    def graph(self) -> Graph:
        self._read_word_lists()
        for row in self._rows[object]:
            self._take(row)
        for row in sorted(self._rows[Entity], key=lambda row: row.gives_names_alone):
            self._take(row)
        self._read_facts()
        self._judge()
        if self._problems.found:
            raise DataError(self._problems.found, self._problems.more)
        return self._graph

    def _judge(self) -> None:
        """Note what is wrong between rows. A link across tables is made: nobody can write it into shipped ones."""
        made = []
        for finding in self._findings():
            row = self._row_of(finding)
            if finding.lacking and self._crosses_tables(finding.lacking):
                made.append(finding.lacking)
            else:
                self._tell(row, finding)
        for fact, column, other in dict.fromkeys(made):
            self._graph.facts[fact] = naming(self._graph.facts[fact], column, other)
        self._made += made
        if made and not self._problems.found:
            self._judge()

    def _crosses_tables(self, link: Link) -> bool:
        return self._where[link.fact].table.root != self._where[link.other].table.root

    def _row_of(self, finding: Finding) -> Row:
        return self._twice.last.get(finding.id) or self._where[finding.id]

    def proposals(self) -> Iterator[Problem]:
        """What rows of somebody's own may mean and don't say; shipped ones aren't theirs to change."""
        yield from self._problems.remarks
        for finding in (*proposals(self._graph), *self._second_figures(), *self._superseded_too()):
            row = self._row_of(finding)
            is_part = row.table.exchange and finding.column == "id"  # what was left out of it isn't missed
            if not _ships(row) and not is_part:
                yield Problem(row.table.file, row.line, finding.column, finding.message)

    def own(self) -> tuple[int, int]:
        """How many entities and facts are there because of somebody's own rows."""
        entities, facts = (
            sum(not _ships(self._where[id_]) for id_ in records if id_ not in self._grown)
            for records in (self._graph.entities, self._graph.facts)
        )
        return entities, facts

    def _second_figures(self) -> Iterator[Finding]:
        for fact, column, other in self._made:
            if column == "disagrees_with":
                message = f"it measures what '{other}' measures: both are kept, and sums take the later source"
                yield Finding(fact, column, f"{message}; to replace that figure, name it in 'supersedes'")

    def _superseded_too(self) -> Iterator[Finding]:
        for fact, other, column in self._twice.superseded:
            message = f"'{other.id}' also states the fact that this row corrects, and says {getattr(other, column)}"
            yield Finding(fact.id, column, f"{message}; it is superseded as well, with its sources")

    def _read_word_lists(self) -> None:
        for row in self._rows[Term]:
            if row not in self._erring and (term := record_of(row, self._problems)):
                self._terms[row.kind.name].add(term, row, self._problems)
        for row in self._rows[SharedName]:
            if row not in self._erring and (shared := record_of(row, self._problems)):
                self._shared.append((shared, row))

    def _read_facts(self) -> None:
        rows = without_superseded(self._rows.pop(Fact, ()), self._problems)
        directory = Directory(self._graph.entities, self._holders(rows))
        sources = SourceNames(self._graph.sources)
        damaged = frozenset(self._damaged)
        for _, of_root in groupby(rows, lambda row: row.table.root):
            for row in of_root:
                known = directory.resolve(row, self._problems, but=damaged)
                for terms in self._terms.values():
                    terms.apply(row, self._problems)
                sources.settle(row, self._problems)
                if known:
                    self._take(row)
                else:
                    self._leave_out(row, (*directory.unknown(row), *self._erring.get(row, ())))
            self._twice.join()
        self._twice.finish(self._damaged)

    def _holders(self, rows: list[Row]) -> dict[str, str]:
        """What holds what, as far as the tables say it by ids: it tells a city from the region of the same name."""
        found: dict[str, str] = {}
        for row in rows:
            if row.kind.name in CONTAINING:
                part, whole = row.cells.get("from"), row.cells.get("to")
                if isinstance(part, str) and isinstance(whole, str) and whole in self._graph.entities:
                    found[part] = min(found.get(part, whole), whole)
        return found

    def _take(self, row: Row) -> None:
        """Put the record that a row means into the graph."""
        if row in self._erring:
            self._leave_out(row, self._erring[row])
            return
        earlier = self._where.get(row.id)
        if earlier is None:
            self._same_id_twice(row)
            self._add(row, record_of(row, self._problems))
        elif row.comes_after(earlier) and isinstance(known := self._known(row.id), Entity):
            self._add_names(row, known)
        else:
            self._repeat(row, earlier)

    def _add(self, row: Row, record: Any) -> None:
        """Put the record of a row into the graph; pass over a row that gave none."""
        if record is None:
            self._leave_out(row, ())
        else:
            if isinstance(record, Fact) and record.same_as:
                self._twice.add(record, row)
            else:
                self._graph.add([record])
            self._where[record.id] = row
        row.cells = _TAKEN

    def _add_names(self, row: Row, known: Entity) -> None:
        """Put an entity that has more names by a row in place of the one known before."""
        record = with_more_names(row, known, self._problems)
        if record is not None:  # last in the graph, so that a name that clashes is reported for this row
            del self._graph.entities[row.id]
            self._grown.add(row.id)
        self._add(row, record)

    def _repeat(self, row: Row, earlier: Row) -> None:
        """Take a row whose id is known: later tables may tell the same again, and nothing else."""
        record = record_of(row, self._problems)
        if record is None:
            self._add(row, None)
        elif row.comes_after(earlier) and record in (self._known(row.id), self._twice.alone.get(row.id)):
            self._where[record.id] = row
            self._grown.add(row.id)
        else:
            self._problems.at(row, "id", same_id_twice(row, earlier, record))

    def _leave_out(self, row: Row, wrong: Iterable[str]) -> None:
        """Pass over a row that isn't sound, and keep what is sound of a fact, to judge that as well."""
        self._damaged.update(row.traces)
        self._same_id_twice(row)
        self._unsound.setdefault(row.id, row)
        if row.table.no_status:
            self._tell_no_status(row)
        if row.table.lacking or self._problems.more:
            return
        part = sound_part(row, wrong, self._problems)
        if part and issubclass(row.kind.cls, Fact):
            self._parts.append((*part, row))

    def _same_id_twice(self, row: Row) -> None:
        """Note that a row before has the id of this one, and one of the two gave no record."""
        earlier = self._where.get(row.id) or self._unsound.get(row.id)
        if row.id and earlier and earlier.table.root == row.table.root:
            self._problems.at(row, "id", same_id_twice(row, earlier, None))

    def _tell(self, row: Row, finding: Finding) -> None:
        if finding.column == "status" and row.table.no_status:
            self._tell_no_status(row)
        else:
            self._problems.at(row, finding.column, finding.message)

    def _tell_no_status(self, row: Row) -> None:
        """Once for the table that its facts lack a status."""
        message = lacking(row.kind.columns["status"])
        self._problems.within(row.table, row.table.header, "status", message)

    def _known(self, id_: str) -> Element | None:
        graph = self._graph
        found = graph.entities.get(id_) or graph.facts.get(id_) or graph.sources.get(id_) or graph.documents.get(id_)
        return found or self._twice.alone.get(id_)

    def _findings(self) -> Iterator[Finding]:
        """What is wrong between rows that are sound by themselves."""
        for shared, row in self._shared:
            for id_ in shared.ids:
                if id_ not in self._graph.entities and id_ not in self._damaged:
                    self._problems.at(
                        row, "ids", f"no entity has the id '{id_}'; write ids of the city, company … tables"
                    )
        for fact, unjudged, row in self._parts:
            for finding in findings_in_part(self._graph, fact, unjudged, self._damaged):
                self._tell(row, finding)
        yield from findings(self._graph, self._declared(), self._twice.alone, frozenset(self._damaged))

    def _declared(self) -> dict[str, set[str]]:
        """By folded name, the entities that may share it."""
        declared: dict[str, set[str]] = defaultdict(set)
        for shared, _ in self._shared:
            declared[fold(shared.name)].update(shared.ids)
        for id_, entity in self._graph.entities.items():
            if self._where[id_].table.exchange:
                for key in name_keys(entity):
                    declared[key].add(id_)
        return declared


_TAKEN: dict[str, Any] = {}
"""In place of the cells of rows whose record is made: many rows are held, for what is found out later."""


def _name(root: Path) -> str:
    name = root.stem if root.is_file() else root.resolve().name
    return os.fsencode(name).decode(errors="replace")  # a file may have a name that no database takes


def _ships(row: Row) -> bool:
    return DATASETS in Path(row.table.file).parents
