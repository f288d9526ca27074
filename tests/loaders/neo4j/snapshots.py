"""A whole database as plain data, for comparing."""

from bycn.loaders.neo4j.connection import Connection

_NODES = "MATCH (n) WHERE NOT n:BycnLoad AND NOT n:BycnTestRun RETURN labels(n) AS labels, properties(n) AS properties"
_FACTS = "MATCH (a)-[r]->(b) RETURN a.id AS start, type(r) AS type, b.id AS end, properties(r) AS properties"


def snapshot(connection: Connection) -> tuple[list[str], list[str]]:
    """Every node and every relationship with all that they hold, in a fixed order."""
    nodes = [(sorted(row["labels"]), sorted(row["properties"].items())) for row in connection.read(_NODES)]
    facts = [
        (row["start"], row["type"], row["end"], sorted(row["properties"].items())) for row in connection.read(_FACTS)
    ]
    return sorted(map(repr, nodes)), sorted(map(repr, facts))


def change(connection: Connection, query: str, **params: object) -> None:
    """Change the database behind the back of bycn."""
    connection.write(lambda tx: tx.run(query, params).consume())
