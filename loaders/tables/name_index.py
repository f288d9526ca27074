"""Names in place of ids: the ends of facts, `event`, `structure` and `venue` may be given by any known name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bycn.graph_model.entities import Entity
from bycn.graph_model.folding import fold
from bycn.graph_model.names import AmbiguousName, Candidate, UnknownName, find, suggest
from bycn.graph_model.properties import stored_keys
from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.tables.rows import Problems, Row
from bycn.loaders.tables.text import parted

NAMING_COLUMNS = ("from", "to", "event", "structure", "venue")
_LONGEST = 1_000
"""A longer text is no name."""
_SUGGESTED = 50
"""For this many unknown names similar ones are looked up: it takes long among many names."""


class Directory:
    """The known entities, found by id, former id or any name."""

    def __init__(self, entities: Mapping[str, Entity], holders: Mapping[str, str], suggested: int = _SUGGESTED):
        self._entities = entities
        self._holders = holders
        self._index: dict[str, list[str]] = {}
        self._answers: dict[str, str | UnknownName | AmbiguousName] = {}
        self._suggestions_left = suggested

    def resolve(self, row: Row, problems: Problems, *, but: frozenset[str] = frozenset()) -> bool:
        """Put ids in place of names in a fact's row; whether all are known. What is in `but` is passed over."""
        sound = True
        for column in NAMING_COLUMNS:
            text = row.cells.get(column)
            if text is None or text in self._entities or not isinstance(text, str):
                continue
            answer = self._answers.get(text) or self._answer(text)
            if isinstance(answer, str):
                row.cells[column] = answer
                continue
            sound = False
            if text not in but and fold(text) not in but:
                problems.at(row, column, self._several(text) or _worded(answer))
        return sound

    def _several(self, text: str) -> str | None:
        """What to say of a cell that names several parties."""
        parts = [part for joined in text.split(LIST_SEPARATOR) for part in parted(joined)]
        if len(parts) < 2 or not all(isinstance(self._answers.get(part) or self._answer(part), str) for part in parts):
            return None
        return f"'{text}' names {len(parts)} parties; write a row for each"

    def unknown(self, row: Row) -> list[str]:
        """The columns of a fact's row that name nothing known."""
        named = ((column, row.cells.get(column)) for column in NAMING_COLUMNS)
        return [column for column, text in named if text is not None and text not in self._entities]

    @property
    def _ids(self) -> dict[str, list[str]]:
        """The ids by folded name; made when the first name is met, for most tables hold ids alone."""
        if not self._index:
            self._index = _by_key(self._entities.values())
        return self._index

    def _answer(self, text: str) -> str | UnknownName | AmbiguousName:
        self._answers[text] = answer = self.meant(text)
        return answer

    def meant(self, text: str, *, suggesting: bool = True) -> str | UnknownName | AmbiguousName:
        """The id of the entity that a name means, or why there is none, with names that look like it."""
        if len(text) > _LONGEST:
            return UnknownName(text)
        try:
            if match := find(text, self._candidates):
                return match.id
        except AmbiguousName as error:
            return error
        if not suggesting:
            return UnknownName(text)
        self._suggestions_left -= 1
        return UnknownName(text, self._alike(text) if self._suggestions_left >= 0 else ())

    def _candidates(self, key: str, other: str) -> Iterable[Candidate]:
        ids = dict.fromkeys((*self._ids.get(key, ()), *self._ids.get(other, ())))
        return [self._candidate(id_, key) for id_ in ids]

    def _candidate(self, id_: str, key: str) -> Candidate:
        entity = self._entities[id_]
        exact = key in (fold(entity.name), fold(id_))
        holders = tuple(self._around(id_))
        parent = self._entities[holders[0]].name if holders else ""
        return Candidate(id_, entity.type, entity.name, entity.country, holders, parent, exact)

    def _around(self, id_: str) -> Iterator[str]:
        met = {id_}
        while (id_ := self._holders.get(id_, "")) in self._entities and id_ not in met:
            met.add(id_)
            yield id_

    def _alike(self, text: str) -> list[str]:
        alike = suggest(text, self._ids, limit=9)
        names = (self._entities[id_].name for key in alike for id_ in self._ids[key])
        return list(dict.fromkeys(names))[:3]


def _by_key(entities: Iterable[Entity]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for entity in entities:
        for key in stored_keys(entity):
            found[key].append(entity.id)
    return dict(found)


def _worded(error: UnknownName | AmbiguousName) -> str:
    remedy = "" if isinstance(error, AmbiguousName) or error.suggestions else "; write a known name or id, or add a row"
    return f"{error}{remedy}"
