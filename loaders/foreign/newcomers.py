"""The entities that an import makes, each once: one that an earlier table or run made is the same."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from bycn.graph_model.containment import Containment
from bycn.graph_model.folding import fold
from bycn.graph_model.graph import Graph
from bycn.graph_model.vocabulary import LIST_SEPARATOR

_SCRIPTS = {"CYRILLIC": "names_ru", "CJK": "names_zh"}
_NAMES = ("name", "aliases", *_SCRIPTS.values())


@dataclass
class Newcomer:
    """A new entity: the cells of its row, what holds it, and by which table it came."""

    cells: dict[str, str]
    holder: str
    prefix: str


@dataclass
class Newcomers:
    """The new entities of all tables of a run, beside those of a graph."""

    graph: Graph
    made: dict[str, Newcomer] = field(default_factory=dict)
    _ids: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.containment = Containment(self.graph)
        self._named: dict[str, list[str]] = defaultdict(list)
        for entity in self.graph.entities.values():
            for key in dict.fromkeys(map(fold, entity.all_names)):
                self._named[key].append(entity.id)

    def id_of(self, text: str, type_: str, name: str, holder: str, prefix: str) -> str:
        """The id of an entity by its name and what holds it, made where there is none yet."""
        key = (type_, fold(name), holder)
        if key not in self._ids:
            self._ids[key] = self._known(*key) or self._make(type_, name, holder, prefix)
        id_ = self._ids[key]
        if id_ in self.made:
            self._remember(id_, text, name)
        return id_

    def _known(self, type_: str, key: str, holder: str) -> str | None:
        found = (id_ for id_ in self._named.get(key, ()) if self.graph.entities[id_].type == type_)
        return next((id_ for id_ in found if holder in self.containment.holders(id_)), None)

    def _make(self, type_: str, name: str, holder: str, prefix: str) -> str:
        first = id_ = f"{type_}/{slugged(name)}"
        number = 1
        while id_ in self.graph.entities or id_ in self.made:
            number += 1
            id_ = f"{first}-{number}"
        cells = {"id": id_, "name": name, "country": self.graph.entities[holder].country}
        self.made[id_] = Newcomer(cells, holder, prefix)
        return id_

    def _remember(self, id_: str, text: str, name: str) -> None:
        """Keep the form that the table has, among the names of its language."""
        if fold(text) != fold(name):
            cells = self.made[id_].cells
            column = _SCRIPTS.get(script_of(text), "aliases")
            forms = (*cells.get(column, "").split(LIST_SEPARATOR), text.replace(LIST_SEPARATOR, " "))
            cells[column] = LIST_SEPARATOR.join(dict.fromkeys(filter(None, forms)))

    def rows(self) -> Iterator[tuple[str, dict[str, str]]]:
        """The rows of the entities, of where they lie, and of the names that they share with others on purpose."""
        for id_, newcomer in self.made.items():
            name, holder = newcomer.cells["name"], newcomer.holder
            yield id_.partition("/")[0], newcomer.cells
            title = f"{name} lies in {self.graph.entities[holder].name}"
            located = {"id": f"{newcomer.prefix}/{slugged(id_)}-in-{slugged(holder)}", "from": id_, "to": holder}
            yield "located_in", {**located, "title": title, "sources": newcomer.prefix}
        for key, ids in self._shared().items():
            yield "distinct", {"name": key, "ids": LIST_SEPARATOR.join(ids)}

    def _shared(self) -> dict[str, list[str]]:
        owners: dict[str, list[str]] = {}
        for id_, newcomer in self.made.items():
            names = (form for column in _NAMES for form in newcomer.cells.get(column, "").split(LIST_SEPARATOR))
            for key in dict.fromkeys(filter(None, map(fold, names))):
                owners.setdefault(key, list(self._named.get(key, ()))).append(id_)
        return {key: ids for key, ids in owners.items() if len(ids) > 1}


def slugged(text: str, most: int = 60) -> str:
    """A text as a part of an id.

    >>> slugged("Xi’an, Shaanxi")
    'xian-shaanxi'
    """
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    bare_ = re.sub(r"[’'`]", "", ascii_)
    return re.sub(r"[^a-z0-9]+", "-", bare_.lower()).strip("-")[:most].strip("-") or "x"


def script_of(text: str) -> str:
    """The script of a name that isn't Latin; empty for one that is."""
    for char in text:
        if char.isalpha():
            name = unicodedata.name(char, "").split(" ")[0]
            if name != "LATIN":
                return name
    return ""
