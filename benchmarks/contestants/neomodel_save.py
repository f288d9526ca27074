"""neomodel: one `save` a node, one `connect` a fact, as its documentation shows. The first rows alone."""

import pickle
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from neomodel import (
    ArrayProperty,
    FloatProperty,
    RelationshipTo,
    StringProperty,
    StructuredNode,
    StructuredRel,
    config,
    db,
)

ROWS = 1_000


class FactRel(StructuredRel):
    """All that a fact may have."""

    id_ = StringProperty(db_property="id")
    title = StringProperty()
    status = StringProperty()
    date = StringProperty()
    amount = FloatProperty()
    currency = StringProperty()
    sectors = ArrayProperty(StringProperty())
    goods = ArrayProperty(StringProperty())
    sources = ArrayProperty(StringProperty())
    locator = ArrayProperty(StringProperty())


class Entity(StructuredNode):
    """All that an entity may have."""

    key = StringProperty(unique_index=True, db_property="id")
    name = StringProperty()
    country = StringProperty()
    type_ = StringProperty(db_property="type")
    names_ru = ArrayProperty(StringProperty())
    names_zh = ArrayProperty(StringProperty())
    aliases = ArrayProperty(StringProperty())
    tied = RelationshipTo("Entity", "AGREEMENT", model=FactRel)


def main() -> None:
    """Run it."""
    rows_file, uri, password = sys.argv[1:4]
    nodes, facts = pickle.loads(Path(rows_file).read_bytes())
    where = urlsplit(uri)
    config.DATABASE_URL = f"bolt://neo4j:{password}@{where.hostname}:{where.port}"
    db.cypher_query("CREATE CONSTRAINT n_Entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE")
    told = facts["AGREEMENT"][:ROWS]
    wanted = {end for a, b, _ in told for end in (a, b)}
    entities = [row for rows in nodes.values() for row in rows if row["id"] in wanted]
    begun = time.perf_counter()
    known = {}
    for row in entities:
        known[row["id"]] = Entity(
            key=row["id"],
            name=row["name"],
            country=row["country"],
            type_=row["type"],
            **{name: row.get(name, []) for name in ("names_ru", "names_zh", "aliases")},
        ).save()
    for a, b, row in told:
        values = {name: row[name] for name in row if name != "id" and hasattr(FactRel, name)}
        known[a].tied.connect(known[b], values | {"id_": row["id"]})
    seconds = time.perf_counter() - begun
    print(seconds * sum(map(len, (*nodes.values(), *facts.values()))) / (len(entities) + len(told)), flush=True)


if __name__ == "__main__":
    main()
