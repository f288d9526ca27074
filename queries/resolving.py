"""What a name means in the graph that an engine holds."""

from collections.abc import Collection, Iterable
from functools import partial
from typing import NamedTuple

from bycn.graph_model.folding import fold
from bycn.graph_model.names import Candidate, Match, UnknownName, WrongType, find, says_city, suggest
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine
from bycn.queries.remarks import Remark, Widened


class Place(NamedTuple):
    """The entity that a question is about, and whether a bare city name was widened to its region."""

    id: str
    name: str
    type: str
    widened_from: str | None = None
    city: str | None = None
    """The id of the city that was named, where it was widened."""

    @property
    def remarks(self) -> list[Remark]:
        """What somebody should know who named a city and is answered for its region."""
        return [] if self.widened_from is None else [Widened(self.widened_from, self.name)]


def resolve(engine: Engine, text: str, types: Collection[str] = ()) -> Match:
    """The entity that a name or id means; where `types` are given, it must be one of these.

    Raises:
        UnknownName: nothing has that name.
        WrongType: what has it is of another type.
        AmbiguousName: several things have it.

    """

    def lookup(key: str, other: str, types: Collection[str] = ()) -> Iterable[Candidate]:
        for record in engine.run(statement("names/candidates"), {"key": key, "other": other}):
            if not types or record["type"] in types:
                yield Candidate(**record | {"holders": tuple(record["holders"])})

    if match := find(text, partial(lookup, types=types)):
        return match
    if types and (match := find(text, lookup)):
        raise WrongType(text, match, types)
    raise UnknownName(text, suggestions(engine, text, types))


def resolve_place(engine: Engine, text: str, *, exact: bool = False, types: Collection[str] = ()) -> Place:
    """The entity a question is about: a bare city name means the region of the same name that holds it, unless `exact`.

    An id, or a name that says it is the city ("Vitebsk city"), stays the city. See `resolve` for `types` and errors.
    """
    match = resolve(engine, text, types)
    if match.type == "city" and not (exact or says_city(text) or fold(text) == fold(match.id)):
        for region in engine.run(statement("names/holder"), {"city": match.id}):
            return Place(region["id"], region["name"], region["type"], widened_from=match.name, city=match.id)
    return Place(match.id, match.name, match.type)


def suggestions(engine: Engine, text: str, types: Collection[str] = ()) -> list[str]:
    """Names of entities that look like a text, up to three."""
    records = [r for r in engine.run(statement("names/all")) if not types or r["type"] in types]
    names = {key: record["name"] for record in records for key in record["keys"]}
    alike = suggest(text, names, limit=9)
    return list(dict.fromkeys(names[key] for key in alike))[:3]
