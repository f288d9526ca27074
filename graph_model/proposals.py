"""What may be meant and isn't said: proposals for people, who alone can tell. Nothing follows from them by itself."""

import re
from collections.abc import Iterator
from datetime import date

from bycn.graph_model.checks import Finding
from bycn.graph_model.entities import Entity, Institution
from bycn.graph_model.facts import Fact
from bycn.graph_model.folding import fold
from bycn.graph_model.graph import Graph
from bycn.graph_model.joined_rows import twinned_twice
from bycn.graph_model.properties import FIRST_LEVEL_TYPES, MINSK
from bycn.graph_model.vocabulary import CONTAINING, LANGUAGES, LIST_SEPARATOR, PLACES

_UNIVERSITIES = ("universit", "student", "rector", "education")
_INVESTMENT = "investment"
_CONFUCIUS = "confucius"
_NAMES = ("aliases", *(f"names_{code}" for code in LANGUAGES))
_REGIONS = {"BY": "oblast", "CN": "province"}
_JOINS = re.compile(r"\s*[;；、]\s*")
_JOINS_OF_PLACES = re.compile(r"\s*[;；、,，/]\s*")
"""A company's name may hold a comma."""
_MOST_ONE_BY_ONE = 10
"""Where more entities than this, and most of all, lie nowhere, a part of a graph was left out: that is one remark."""
_OF_THOUSANDS = 3
_HAPPENED = frozenset({"signed", "completed"})
_IN_A_REGION = frozenset({"city", "district", "university"})


def proposals(graph: Graph) -> Iterator[Finding]:
    """What a record seems to be about and doesn't name, places that lie nowhere, what seems doubled or a slip."""
    known = frozenset(name for entity in graph.entities.values() for name in (entity.name, *entity.aliases))
    for entity in graph.entities.values():
        yield from _joined_otherwise(entity, known)
        if isinstance(entity, Institution):
            yield from _lacking(entity.id, entity.topics, topics_of_entity(entity))
    for fact in graph.facts.values():
        yield from _slips(fact, date.today().isoformat())
        if fact.trait != "structure":
            yield from _lacking(fact.id, fact.topics, topics_of(graph, fact))
    yield from _lying_nowhere(graph)
    for fact, earlier in twinned_twice(graph.facts.values()):
        message = f"'{earlier.id}' twins the same two; write its id here if both are about one tie"
        yield Finding(fact.id, "same_as", message)


def _joined_otherwise(entity: Entity, known: frozenset[str]) -> Iterator[Finding]:
    """Names that stand in one, by which nothing is found; what a place lies in may follow its name."""
    joins = _JOINS_OF_PLACES if entity.type in PLACES else _JOINS
    for column in _NAMES:
        for name in getattr(entity, column):
            parts = [part for part in joins.split(name) if part]
            if len(parts) > 1 and not _names_another(parts[-1], entity, known):
                message = f"'{name}' is read as one name; if these are several, write {LIST_SEPARATOR.join(parts)}"
                yield Finding(entity.id, column, message)


def _slips(fact: Fact, today: str) -> Iterator[Finding]:
    """Sums with three decimals, which money hasn't, and what has happened on a day to come."""
    for column in ("amount", "amount_max"):
        number = getattr(fact, column, None)
        if number is not None and number.as_tuple().exponent == -_OF_THOUSANDS:
            whole = f"{number.scaleb(_OF_THOUSANDS):f}"
            yield Finding(fact.id, column, f"{number} has three decimals; if the point parts thousands, write {whole}")
    if fact.status in _HAPPENED and fact.date and fact.date.first and fact.date.first > today:
        yield Finding(
            fact.id, "date", f"it is {fact.status}, but {fact.date} is to come; if it is a plan, write planned"
        )


def _names_another(text: str, entity: Entity, known: frozenset[str]) -> bool:
    """Whether a text is, or ends in, the name of another entity, as "Province of China" does."""
    return any(name in known and name != entity.name for name in (text, text.split()[-1]))


def _lying_nowhere(graph: Graph) -> Iterator[Finding]:
    """Entities that questions about a region miss, since nothing says that they lie in one."""
    placed = {fact.from_ for fact in graph.facts.values() if fact.type in CONTAINING}
    if not placed:  # a part of a graph, in which nothing lies anywhere
        return
    placed.add(MINSK)
    in_regions = (e for e in graph.entities.values() if e.type in _IN_A_REGION and e.country in _REGIONS)
    nowhere = [entity for entity in in_regions if entity.id not in placed]
    if len(nowhere) > max(_MOST_ONE_BY_ONE, len(placed)):
        told = (
            f"it and {len(nowhere) - 1:,} more lie in no oblast or province here, so that questions about one miss them"
        )
        yield Finding(nowhere[0].id, "id", f"{told}; located_in.csv says where each lies")
        return
    for entity in nowhere:
        region, file = _REGIONS[entity.country], "located_in.csv"
        yield Finding(
            entity.id,
            "id",
            f"it lies in no {region} yet, so that questions about one miss it; add a row to {file}, "
            f"from {entity.id} to {_region_named_in(graph, entity) or f'its {region}'}",
        )


def _region_named_in(graph: Graph, entity: Entity) -> str | None:
    """The region whose name is part of an entity's name, where it is one alone."""
    said = f" {' '.join(map(fold, entity.all_names))} "
    regions = (e for e in graph.entities.values() if e.type in FIRST_LEVEL_TYPES and e.country == entity.country)
    found = [region.id for region in regions if f" {fold(region.name)} " in said]
    return found[0] if len(found) == 1 else None


def topics_of_entity(entity: Entity) -> list[str]:
    """The topics that an entity's kind points to, or its name where no kind is given: headquarters are no institute."""
    said = (getattr(entity, "kind", None) or entity.name).casefold()
    return ["Confucius institutes"] if _CONFUCIUS in said else []


def topics_of(graph: Graph, fact: Fact) -> list[str]:
    """The topics that a fact's ends, sectors and words point to."""
    named = (fact.from_, fact.to, getattr(fact, "structure", None))
    entities = [graph.entities[id_] for id_ in named if id_ in graph.entities]
    words = (getattr(fact, "measure", None), fact.from_unnamed, fact.to_unnamed)
    said = " ".join(filter(None, words)).casefold()
    found = []
    if any(entity.type == "university" for entity in entities) or any(word in said for word in _UNIVERSITIES):
        found.append("universities")
    if _INVESTMENT in said or _INVESTMENT in (*fact.sectors, getattr(fact, "form", None)):
        found.append(_INVESTMENT)
    if _CONFUCIUS in said or any(map(topics_of_entity, entities)):
        found.append("Confucius institutes")
    return found


def _lacking(id_: str, named: tuple[str, ...], found: list[str]) -> Iterator[Finding]:
    for topic in found:
        if topic not in named:
            yield Finding(id_, "topics", f"it seems to be about {topic}; if so, write '{topic}' here")
