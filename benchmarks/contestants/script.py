"""A script as one writes it by hand: constraints, `UNWIND`, `MERGE` by id, batches of 10,000.

`plain` sends maps and sets them whole; `best` sends lists, and sets each property by name.
"""

import pickle
import sys
import time
from itertools import islice
from pathlib import Path

from neo4j import GraphDatabase

BATCH = 10_000
_ENDS_OF_MAPS = "UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})"


def main() -> None:
    """Run it."""
    form, rows_file, uri, password = sys.argv[1:5]
    nodes, facts = pickle.loads(Path(rows_file).read_bytes())
    statements = _best(nodes, facts) if form == "best" else _plain(nodes, facts)
    with GraphDatabase.driver(uri, auth=("neo4j", password)) as driver, driver.session() as session:
        for label in ("Entity", "Source", "Document"):
            session.run(f"CREATE CONSTRAINT s_{label} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE").consume()
        for name in facts:
            session.run(
                f"CREATE CONSTRAINT s_{name} IF NOT EXISTS FOR ()-[r:{name}]-() REQUIRE r.id IS UNIQUE"
            ).consume()
        session.run("CALL db.awaitIndexes(300)").consume()
        for _ in range(2):
            begun = time.perf_counter()
            for statement, rows in statements:
                rest = iter(rows)
                while batch := list(islice(rest, BATCH)):
                    session.execute_write(lambda tx, s=statement, b=batch: tx.run(s, rows=b).consume())
            print(time.perf_counter() - begun, flush=True)


def _key(label: str) -> str:
    return label if label in ("Source", "Document") else "Entity"


def _plain(nodes, facts):  # type: ignore[no-untyped-def]
    statements = [
        (
            f"UNWIND $rows AS row MERGE (n:{_key(label)} {{id: row.id}}) SET n = row.p, n:{label}",
            [{"id": row["id"], "p": row} for row in rows],
        )
        for label, rows in nodes.items()
    ]
    return statements + [
        (
            f"{_ENDS_OF_MAPS} MERGE (a)-[r:{name} {{id: row.id}}]->(b) SET r = row.p",
            [{"id": row["id"], "from": start, "to": end, "p": row} for start, end, row in rows],
        )
        for name, rows in facts.items()
    ]


def _best(nodes, facts):  # type: ignore[no-untyped-def]
    statements = []
    for label, rows in nodes.items():
        names = _names(rows)
        sets = ", ".join(f"n.{name} = row[{place}]" for place, name in enumerate(names, 1))
        text = f"UNWIND $rows AS row MERGE (n:{_key(label)} {{id: row[0]}}) SET {sets}, n:{label}"
        statements.append((text, [[row["id"], *(row.get(name) for name in names)] for row in rows]))
    for type_, rows in facts.items():
        names = _names([row for _, _, row in rows])
        sets = ", ".join(f"r.{name} = row[{place}]" for place, name in enumerate(names, 3))
        text = (
            "UNWIND $rows AS row MATCH (a:Entity {id: row[1]}) MATCH (b:Entity {id: row[2]}) "
            f"MERGE (a)-[r:{type_} {{id: row[0]}}]->(b) SET {sets}"
        )
        statements.append((text, [[row["id"], a, b, *(row.get(name) for name in names)] for a, b, row in rows]))
    return statements


def _names(rows) -> list[str]:  # type: ignore[no-untyped-def]
    return sorted({name for row in rows for name in row} - {"id"})


if __name__ == "__main__":
    main()
