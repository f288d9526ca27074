"""What is in the graph: one entity, what matches a text, and how much there is of each kind."""

from typing import Any

from bycn.graph_model.names import fold
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, public
from bycn.queries.answers import EVERY_ROW, Answer
from bycn.queries.filters import Filters, filtered
from bycn.queries.remarks import SearchCut

SHOW = ("item", "value", "with", "date", "status", "sources", "fact")
SEARCH = ("kind", "id", "name", "type", "detail")
STATS = ("what", "type", "detail", "count", "doubtful")

LIMIT = 100
"""How many entities, and how many facts, a search gives."""

_LEADING = ("name", "id", "type", "country")


def show(engine: Engine, entity: str, filters: Filters | None = None) -> Answer:
    """An entity (by id): each of its properties, then each fact it stands in itself, one row each."""
    [record] = engine.run(statement("overview/entity"), {"entity": entity})
    properties = public(record["properties"])
    names = [*_LEADING, *sorted(set(properties) - set(_LEADING))]
    rows: list[tuple[Any, ...]] = [(name, properties[name], *[None] * 5) for name in names]
    asked = filtered(statement("overview/facts_of_entity"), filters, entity=entity, limit=EVERY_ROW)
    for fact in engine.run(*asked):
        told = fact["properties"]
        unnamed = told.get("to_unnamed" if fact["outgoing"] else "from_unnamed")
        rows.append(
            (
                fact["type"],
                told["title"],
                f"{'→' if fact['outgoing'] else '←'} {unnamed or fact['other_name']}",
                told.get("date"),
                told.get("status"),
                told["sources"],
                fact["fact"],
            )
        )
    return Answer(SHOW, rows, engine=engine)


def search(engine: Engine, text: str, *, limit: int = LIMIT, filters: Filters | None = None) -> Answer:
    """Entities with a name that contains `text`, in any language, then facts whose title or note does."""
    key = fold(text)
    entities = engine.run(statement("overview/find_entities"), {"text": key, "limit": limit}) if key else []
    facts = engine.run(*filtered(statement("overview/find_facts"), filters, text=text, limit=limit))
    rows = [("entity", e["id"], e["name"], e["type"], e["country"]) for e in entities]
    rows += [("fact", f["id"], f["title"], f["type"], " ".join(filter(None, (f["date"], f["status"])))) for f in facts]
    cut = len(entities) == limit or len(facts) == limit
    return Answer(SEARCH, rows, [SearchCut(limit)] if cut else [])


def stats(engine: Engine, filters: Filters | None = None) -> Answer:
    """How many entities there are by type and country, and how many facts by type and status, and by work."""
    entities = engine.run(statement("overview/counts_of_entities"), {"limit": EVERY_ROW})
    facts = engine.run(*filtered(statement("overview/counts_of_facts"), filters, limit=EVERY_ROW))
    rows = [("entities", e["type"], e["country"], e["count"], None) for e in entities]
    rows += [("facts", f["type"], f["status"], f["count"], f["doubtful"]) for f in facts]
    works = engine.run(*filtered(statement("overview/counts_by_work"), filters, limit=EVERY_ROW))
    rows += [("facts by work", w["work"], None, w["count"], w["doubtful"]) for w in works]
    return Answer(STATS, rows)


def without_time(engine: Engine) -> int:
    """How many facts, plans aside, have neither a date nor a validity, so that no `as_of` can hold them."""
    return int(engine.run(statement("overview/undated"))[0]["count"])
