"""Who is directly tied to an entity, and who to those."""

from collections import Counter

from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.queries.amounts import MEASURED
from bycn.queries.answers import Answer
from bycn.queries.fact_words import is_plan
from bycn.queries.filters import NO_FILTERS, Filters, filtered

DEPTH = 1
COLUMNS = (
    "distance",
    "name",
    "id",
    "entity_type",
    "type",
    "direction",
    "near",
    "date",
    "valid",
    "announced",
    "status",
    "title",
    *MEASURED,
    "sources",
    "fact",
)


def neighbours(
    engine: Engine, entity: str, *, depth: int = DEPTH, filters: Filters = NO_FILTERS, through_countries: bool = False
) -> Answer:
    """The entities within `depth` steps of `entity` (an id), one row for each fact that leads to one.

    The nearest go first, of these the ones with most facts, plans apart.

    From the second step on the walk doesn't run through a country, which would lead everywhere, unless
    `through_countries`.
    """
    seen, frontier = {entity}, [entity]
    rows: list[Record] = []
    for distance in range(1, depth + 1):
        found = [r for r in steps(engine, frontier, filters) if r["id"] not in seen]
        rows += _those_with_most_first([describe_step(record) | {"distance": distance} for record in found])
        seen.update(record["id"] for record in found)
        frontier = sorted({r["id"] for r in found if through_countries or r["entity_type"] != "country"})
        if not frontier:
            break
    return Answer.of(COLUMNS, rows, engine=engine)


def _those_with_most_first(rows: list[Record]) -> list[Record]:
    def who(row: Record) -> tuple[str, str]:
        return row["name"], row["id"]

    firm = Counter(who(row) for row in rows if not is_plan(row))
    every = Counter(map(who, rows))
    return sorted(rows, key=lambda row: (-firm[who(row)], -every[who(row)], who(row)))


def steps(engine: Engine, frontier: list[str], filters: Filters) -> list[Record]:
    """Every fact that leads away from the entities of `frontier`, in a fixed order."""
    return engine.run(*filtered(statement("lookups/steps"), filters, near=frontier))


def describe_step(record: Record) -> Record:
    """A step as answers print it: an unnamed party by our words for it, the direction by an arrow."""
    return record | {
        "near": record["near_words"],
        "name": record["far_words"],
        "direction": "→" if record["outgoing"] else "←",
    }
