"""Parties by name: the cells of a fact that name an entity hold its id, or any name it is known by."""

from collections import defaultdict
from collections.abc import Iterable

from graph_model.entities import Entity
from graph_model.errors import Problem
from graph_model.graph import Graph
from graph_model.names import AmbiguousName, Candidate, UnknownName, choose, fold, readings, suggest
from loaders.tables.files import RawRow

PARTY_COLUMNS = ("from", "to", "event", "structure", "venue")


class NameIndex:
    """The entities of a graph by every name and id they have."""

    def __init__(self, entities: Iterable[Entity]):
        self._by_key: dict[str, dict[str, bool]] = defaultdict(dict)
        self._entities: dict[str, Entity] = {}
        for entity in entities:
            self._entities[entity.id] = entity
            for form in (*entity.all_names[1:], *entity.former_ids):
                self._by_key[fold(form)].setdefault(entity.id, False)
            for form in (entity.id, entity.name):
                self._by_key[fold(form)][entity.id] = True

    def resolve(self, text: str) -> str:
        """The id of the entity that a name means.

        Raises:
            UnknownName: nothing has that name.
            AmbiguousName: several things have it.

        """
        for key, only_type in readings(text):
            found = (self._candidate(id_, exact) for id_, exact in self._by_key.get(key, {}).items())
            if match := choose(text, [c for c in found if only_type in (None, c.type)]):
                return match.id
        names = {key: self._entities[next(iter(ids))].name for key, ids in self._by_key.items()}
        raise UnknownName(text, list(dict.fromkeys(names[key] for key in suggest(text, names)))[:3])

    def _candidate(self, id_: str, exact: bool) -> Candidate:  # noqa: FBT001
        entity = self._entities[id_]
        return Candidate(id_, entity.type, entity.name, entity.country, "", exact)


class Parties:
    """Puts ids in the place of names. The index is made when the first name is met."""

    def __init__(self, graph: Graph):
        self._graph = graph
        self._index: NameIndex | None = None
        self._known: dict[str, str] = {}

    def resolve(self, row: RawRow, problems: list[Problem]) -> bool:
        """Replace the names in a row's party cells by ids; False when one of them can't be."""
        sound = True
        for column in PARTY_COLUMNS:
            text = row.cells.get(column)
            if isinstance(text, str) and text not in self._graph.entities:
                try:
                    row.cells[column] = self._lookup(text)
                except (UnknownName, AmbiguousName) as error:
                    problems.append(Problem(row.file, row.line, column, str(error)))
                    sound = False
        return sound

    def _lookup(self, text: str) -> str:
        if text not in self._known:
            self._index = self._index or NameIndex(self._graph.entities.values())
            self._known[text] = self._index.resolve(text)
        return self._known[text]
