"""The loading statements: one file a type in `cypher/loading`, made from the model.

`python -m loaders.statements` writes the files anew after a change of the model.
"""

from collections.abc import Iterator

from graph_model.entities import ENTITY_TYPES, Entity
from graph_model.evidence import Document, Source
from graph_model.facts import FACT_TYPES, Fact
from graph_model.properties import properties_of
from loaders.cypher_files import CYPHER

NODE_CLASSES: tuple[type[Source | Document | Entity], ...] = (Source, Document, *ENTITY_TYPES.values())
TRACES = ("_bycn", "_digest")
"""Behind a record's own properties: the dataset it came with, and the fingerprint of its row."""


def node_statement(cls: type[Source | Document | Entity]) -> str:
    """Create or replace nodes from `$rows`: lists of property values in the order of the model, then the traces."""
    key = "Entity" if issubclass(cls, Entity) else cls.label
    names = [p.name for p in properties_of(cls)]
    return (
        f"// {cls.label} nodes from $rows: {', '.join((*names, *TRACES))}\n"
        f"UNWIND $rows AS row\n"
        f"MERGE (n:{key} {{id: row[0]}})\n"
        f"SET {_assignments('n', [*names[1:], *TRACES], start=1)}\n"
        f"RETURN count(n) AS matched\n"
    )


def label_statement(cls: type[Entity]) -> str:
    """Give the entities of `$ids` the label of their type, and no other type's."""
    others = [other.label for other in ENTITY_TYPES.values() if other is not cls]
    return (
        f"// The label {cls.label} for the entities of $ids\n"
        f"UNWIND $ids AS id\n"
        f"MATCH (n:Entity {{id: id}})\n"
        f"SET n:{cls.label}\n"
        f"REMOVE n:{':'.join(others)}\n"
        f"RETURN count(n) AS matched\n"
    )


def fact_statement(cls: type[Fact]) -> str:
    """Create or replace relationships from `$rows`: id, from, to, then property values, then the traces."""
    names = [p.name for p in properties_of(cls)]
    return (
        f"// {cls.type} facts from $rows: id, from, to, {', '.join((*names[1:], *TRACES))}\n"
        f"UNWIND $rows AS row\n"
        f"MATCH (a:Entity {{id: row[1]}})\n"
        f"MATCH (b:Entity {{id: row[2]}})\n"
        f"MERGE (a)-[r:{cls.type} {{id: row[0]}}]->(b)\n"
        f"SET {_assignments('r', [*names[1:], *TRACES], start=3)}\n"
        f"RETURN count(r) AS matched\n"
    )


def constraint_statements() -> str:
    """The uniqueness constraints, which are the indexes that loading and every question by id use."""
    nodes = [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;\n"
        for label in (Entity.label, Source.label, Document.label)
    ]
    facts = [
        f"CREATE CONSTRAINT {name.lower()}_id IF NOT EXISTS FOR ()-[r:{name}]-() REQUIRE r.id IS UNIQUE;\n"
        for name in FACT_TYPES
    ]
    return "".join((*nodes, *facts))


def generated_files() -> Iterator[tuple[str, str]]:
    """Every file that the model gives: its name in `cypher` without the ending, and its text."""
    yield "schema/constraints", constraint_statements()
    for cls in NODE_CLASSES:
        yield f"loading/nodes/{cls.label}", node_statement(cls)
    for entity_class in ENTITY_TYPES.values():
        yield f"loading/labels/{entity_class.label}", label_statement(entity_class)
    for fact_class in FACT_TYPES.values():
        yield f"loading/facts/{fact_class.type}", fact_statement(fact_class)


def _assignments(variable: str, names: list[str], start: int) -> str:
    return ",\n    ".join(f"{variable}.{name} = row[{place}]" for place, name in enumerate(names, start))


def main() -> None:
    """Write the files that the model gives."""
    for name, text in generated_files():
        path = CYPHER / f"{name}.cypher"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
