"""What a name means in the graph that an engine holds."""

from collections.abc import Iterable
from typing import NamedTuple

from bycn.graph_model.names import Candidate, Match, UnknownName, find, fold, says_city, suggest
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine
from bycn.queries.remarks import Remark, Widened


class Place(NamedTuple):
    """The entity that a question is about, and whether a bare city name was widened to its region."""

    id: str
    name: str
    type: str
    widened_from: str | None = None

    @property
    def remarks(self) -> list[Remark]:
        """What to tell somebody who named a city and is answered for its region."""
        return [] if self.widened_from is None else [Widened(self.widened_from, self.name)]


def resolve(engine: Engine, text: str) -> Match:
    """The entity that a name or id means.

    Raises:
        UnknownName: nothing has that name.
        AmbiguousName: several things have it.

    """

    def lookup(key: str, other: str) -> Iterable[Candidate]:
        for record in engine.run(statement("names/candidates"), {"key": key, "other": other}):
            yield Candidate(**record | {"holders": tuple(record["holders"])})

    if match := find(text, lookup):
        return match
    raise UnknownName(text, suggestions(engine, text))


def resolve_place(engine: Engine, text: str, *, exact: bool = False) -> Place:
    """The entity a question is about: a bare city name means the region of the same name that holds it, unless `exact`.

    An id, or a name that says it is the city ("Vitebsk city"), stays the city.
    """
    match = resolve(engine, text)
    if match.type == "city" and not (exact or says_city(text) or fold(text) == fold(match.id)):
        for region in engine.run(statement("names/holder"), {"city": match.id}):
            return Place(region["id"], region["name"], region["type"], widened_from=match.name)
    return Place(match.id, match.name, match.type)


def suggestions(engine: Engine, text: str) -> list[str]:
    """Names of entities that look like a text, up to three."""
    records = engine.run(statement("names/all"))
    names = {key: record["name"] for record in records for key in record["keys"]}
    alike = suggest(text, names, limit=9)
    return list(dict.fromkeys(names[key] for key in alike))[:3]
