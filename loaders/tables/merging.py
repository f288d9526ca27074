"""One graph of several folders: what a row may do to rows of the folders before it.

The shipped tables come first, then one's own. A row of one's own can name a shipped fact that it `supersedes`,
and can give a known entity more names. It can't change a shipped row by chance.
"""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from bycn.graph_model.checks import no_fact
from bycn.graph_model.entities import Entity
from bycn.graph_model.facts import Fact
from bycn.graph_model.graph import Graph
from bycn.graph_model.joined_rows import conflict, joined, renamed
from bycn.graph_model.vocabulary import LANGUAGES, LIST_SEPARATOR
from bycn.loaders.tables.records import record_of
from bycn.loaders.tables.rows import Problems, Row

_GROWING = frozenset(["aliases", "former_ids", *(f"names_{code}" for code in LANGUAGES)])
"""The columns that a later row may add to."""
_TAKING_OUT = frozenset(["id", "supersedes", "note", "sources"])


def without_superseded(rows: Iterable[Row], problems: Problems) -> list[Row]:
    """The rows of facts but for those that later ones supersede; who named these names their successors now."""
    rows = list(rows)
    if not (claims := _claims(rows)):
        return rows
    successors = _successors(rows, claims, problems)
    left = [row for row in rows if successors.get(row.id, row) is row and not takes_out(row)]
    for row in left:
        _name_successors(row, successors)
    return left


def _claims(rows: list[Row]) -> list[Row]:
    first = min((row.table.root for row in rows), default=0)
    return [row for row in rows if row.cells.get("supersedes") and row.table.root > first]


def superseding(rows: list[Row]) -> dict[str, Row]:
    """The rows that supersede others, by the ids of these."""
    return _successors(rows, _claims(rows), Problems())


def _successors(rows: list[Row], claims: list[Row], problems: Problems) -> dict[str, Row]:
    by_id = {row.id: row for row in reversed(rows)}
    successors: dict[str, Row] = {}
    for claim in claims:
        old = str(claim.cells["supersedes"])
        if wrong := _wrong_claim(claim, old, by_id, successors):
            problems.at(claim, "supersedes", wrong)
        else:
            successors[old] = claim
    _take_out_what_tells_the_same(rows, successors)
    return successors


def _take_out_what_tells_the_same(rows: list[Row], successors: dict[str, Row]) -> None:
    """With a fact that is taken out go the rows of earlier tables that state it again."""
    for row in rows:
        claim = successors.get(str(row.cells.get("same_as")))
        if claim and takes_out(claim) and row.table.root < claim.table.root and row.id not in successors:
            successors[row.id] = claim
            _take_out_what_tells_the_same(rows, successors)
            return


def takes_out(row: Row) -> bool:
    """Whether a row takes a shipped fact out: it names it in `supersedes` and states no fact of its own."""
    return "supersedes" in row.cells and row.cells.keys() <= _TAKING_OUT


def _wrong_claim(claim: Row, old: str, by_id: dict[str, Row], successors: dict[str, Row]) -> str | None:
    if old in successors:
        return f"'{old}' is superseded in {successors[old].location} already; let one row correct it"
    if old not in by_id:
        return f"no fact has the id '{old}'; write the id of a fact of the tables before this one"
    if by_id[old].table.root == claim.table.root:
        return f"'{old}' is a row of your own ({by_id[old].location}); correct it there"
    return None


def _name_successors(row: Row, successors: dict[str, Row]) -> None:
    same = row.cells.get("same_as")
    if isinstance(same, str) and same.strip() in successors:
        row.cells["same_as"] = successors[same.strip()].id
    for column in ("part_of", "disagrees_with"):
        value = row.cells.get(column)
        if value is None:
            continue
        ids = _ids(value)
        if successors.keys().isdisjoint(ids):
            continue
        named: list[str] = []
        for id_ in ids:
            successor = successors.get(id_)
            if successor is None:
                named.append(id_)
            # A correction need not disagree any longer, and what is taken out holds nothing.
            elif takes_out(successor):
                continue
            elif column == "part_of" or row.id in _ids(successor.cells.get(column) or ()):
                named.append(successor.id)
        row.cells[column] = tuple(named)


def _ids(value: Any) -> list[str]:
    return [part.strip() for part in value.split(LIST_SEPARATOR)] if isinstance(value, str) else list(value)


class ToldTwice:
    """The facts that rows state again, as these say by `same_as`: one fact under the older id, with all its rows."""

    def __init__(self, graph: Graph, problems: Problems, where: Mapping[str, Row]):
        self._facts = graph.facts
        self._problems = problems
        self._where = where
        self._waiting: list[tuple[Fact, Row]] = []
        self.alone: dict[str, Fact] = {}
        """Each row that was joined, or that others were joined to, as it is in its table."""
        self.names: dict[str, str] = {}
        """The ids of the facts, by those of the rows that were joined to them."""
        self.last: dict[str, Row] = {}
        """The row that was joined to a fact last, by the fact's id."""
        self.superseded: list[tuple[Fact, Fact, str]] = []
        """A correction, a row of the tables before it that states the corrected fact otherwise, and in which column."""

    def add(self, fact: Fact, row: Row) -> None:
        """Take a row that states a fact again; it is joined when that fact is there."""
        self.alone[fact.id] = fact
        self._waiting.append((fact, row))

    def join(self) -> None:
        """Join what waits to the facts that are there by now."""
        waiting, self._waiting = self._waiting, []
        for fact, row in waiting:
            self._join(fact, row)
        if 0 < len(self._waiting) < len(waiting):  # a row may name one that was joined only now
            self.join()

    def _join(self, fact: Fact, row: Row) -> None:
        named = str(fact.same_as)
        older = self._facts.get(self.names.get(named, named))
        if older is None:
            self._waiting.append((fact, row))
        elif found := conflict(older, fact):
            if row.table.root < self._where[older.id].table.root:  # nobody can edit it: it goes with what was corrected
                self.names[fact.id] = older.id
                self.superseded.append((older, self.alone.pop(fact.id), found[0]))
            else:
                self._problems.at(row, *found)
        else:
            self.alone.setdefault(older.id, older)
            self.names[fact.id] = older.id
            self.last[older.id] = row
            self._facts[older.id] = joined(older, fact)

    def finish(self, damaged: Container[str]) -> None:
        """Tell of the rows whose fact never came, and let all facts name the joined ones by the id they have now."""
        for fact, row in self._waiting:
            if (older := fact.same_as) and older not in damaged:
                self._problems.at(row, "same_as", no_fact(older, self._facts))
        if self.names:
            for facts in (self._facts, self.alone):
                for id_, fact in facts.items():
                    if not self.names.keys().isdisjoint((*fact.part_of, *fact.disagrees_with)):
                        facts[id_] = renamed(fact, self.names)


def with_more_names(row: Row, known: Entity, problems: Problems) -> Entity | None:
    """A known entity with the names that a later row gives it; None where the row would change anything else."""
    columns = row.kind.columns
    if type(known) is not row.kind.cls:
        problems.at(row, "id", f"'{known.id}' is {known.type} in the tables before; give the row an id of its own")
        return None
    held = {c.name: getattr(known, c.field) for c in columns.values()}
    given = record_of(Row(row.table, row.line, row.kind, {**_filled(held), **row.cells}), problems)
    if given is None:
        return None
    changed = [name for name in columns if name not in _GROWING and getattr(given, name) != held[name]]
    for name in changed:
        message = f"'{known.id}' is known with {held[name] or 'nothing'} here; leave it empty: only names can be added"
        problems.at(row, name, message)
    more = {name: tuple(dict.fromkeys((*held[name], *getattr(given, name)))) for name in _GROWING}
    grown: Entity = row.kind.adapter.validate_python(_filled({**held, **more}))
    return None if changed else grown


def _filled(cells: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in cells.items() if value not in (None, ())}


def same_id_twice(row: Row, earlier: Row, record: Any) -> str:
    """What to say of an id that a row before has."""
    if earlier.table.root == row.table.root:
        return f"'{row.id}' is the id of {earlier.location}; give every row an id of its own"
    hint = "; to correct that fact, name it in 'supersedes'" if isinstance(record, Fact) else ""
    return f"'{row.id}' is the id of {earlier.location}, which stays as it is; give the row an id of its own{hint}"
