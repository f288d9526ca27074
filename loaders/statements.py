"""The statements that load a graph, made from the model.

`cypher/loading.cypher` shows them to readers; `python -m bycn.loaders.statements` writes it when the model has changed.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from bycn.graph_model.entities import ENTITY_TYPES, Entity
from bycn.graph_model.evidence import Document, Source
from bycn.graph_model.facts import FACT_TYPES, Fact
from bycn.graph_model.properties import HIDDEN_PREFIX, property_names
from bycn.loaders.cypher_files import CYPHER

LOADING = CYPHER / "loading.cypher"
_HEAD = """\
// What a load runs, made from the model for those who want to read it or to run a part of it by hand.
// First the constraints; then what is there already is looked up and compared, and only what differs is written:
// nodes, then facts, in batches ($rows); what the tables no longer hold is removed ($ids).
// The files of cypher/loading say that a load is under way, so that two of them don't get in each other's way."""
Stored = Source | Document | Entity | Fact
NODE_CLASSES: dict[str, type[Source | Document | Entity]] = {
    Source.label: Source,
    Document.label: Document,
    **{cls.label: cls for cls in ENTITY_TYPES.values()},
}
"""The classes of nodes by the label of their type."""
KEY_CLASSES: tuple[type[Source | Document | Entity], ...] = (Source, Document, Entity)
"""The classes whose label an id is unique in."""
TRACES = ("_bycn", "_digest")
"""Behind a record's own properties: the dataset it came with, and the fingerprint of its row."""


def node_statement(cls: type[Source | Document | Entity]) -> str:
    """Create nodes from `$rows`. To look first whether they are there would take a Neo4j a fifth longer."""
    return (
        f"// New {cls.label} nodes from $rows: id, properties\n"
        f"UNWIND $rows AS row\n"
        f"CREATE (n:{_labels(cls)})\n"
        f"SET n = row[1]\n"
        f"RETURN count(n) AS matched\n"
    )


def changed_statement(cls: type[Source | Document | Entity]) -> str:
    """Replace all properties of nodes that are there, and the label of the type that an entity had."""
    key, labels = cls.label, ""
    if issubclass(cls, Entity):
        others = [other.label for other in ENTITY_TYPES.values() if other is not cls]
        key, labels = Entity.label, f",\n    n:{cls.label}\nREMOVE n:{':'.join(others)}"
    return (
        f"// {cls.label} nodes that are there already, as $rows have them: id, properties\n"
        f"UNWIND $rows AS row\n"
        f"MATCH (n:{key} {{id: row[0]}})\n"
        f"SET n = row[1]{labels}\n"
        f"RETURN count(n) AS matched\n"
    )


def fact_statement(cls: type[Fact]) -> str:
    """Create relationships from `$rows`.

    Those that are there already are removed before, by `remove_statement`: their ends may have changed, and a
    `MERGE` that sets a map has to wait for all rows before it sets the first.
    """
    return (
        f"// New {cls.type} facts from $rows: from, to, properties\n"
        f"UNWIND $rows AS row\n"
        f"MATCH (a:Entity {{id: row[0]}})\n"
        f"MATCH (b:Entity {{id: row[1]}})\n"
        f"CREATE (a)-[r:{cls.type}]->(b)\n"
        f"SET r = row[2]\n"
        f"RETURN count(r) AS matched\n"
    )


def script_node_statement(cls: type[Source | Document | Entity]) -> str:
    """The node statement of a script, whose rows are lists of values, for a script can't hold maps as text."""
    names = property_names(cls)
    return (
        f"// {cls.label} nodes from $rows: {', '.join((*names, *TRACES))}\n"
        f"UNWIND $rows AS row\n"
        f"MERGE (n:{_labels(cls)} {{id: row[0]}})\n"
        f"SET {_assignments('n', [*names[1:], *TRACES], start=1)}\n"
        f"RETURN count(n) AS matched\n"
    )


def script_fact_statement(cls: type[Fact]) -> str:
    """The fact statement of a script, which may be run again: id, from, to, then the other values of each row."""
    names = property_names(cls)
    return (
        f"// {cls.type} facts from $rows: id, from, to, {', '.join((*names[1:], *TRACES))}\n"
        f"UNWIND $rows AS row\n"
        f"MATCH (a:Entity {{id: row[1]}})\n"
        f"MATCH (b:Entity {{id: row[2]}})\n"
        f"MERGE (a)-[r:{cls.type} {{id: row[0]}}]->(b)\n"
        f"SET {_assignments('r', [*names[1:], *TRACES], start=3)}\n"
        f"RETURN count(r) AS matched\n"
    )


def release_statement(cls: type[Source | Document | Entity]) -> str:
    """Let go of nodes that somebody has tied relationships of their own to: they stay, without our labels.

    Another label says what they were, by which they are found when the tables have them again.
    """
    classes = [cls, *ENTITY_TYPES.values()] if cls is Entity else [cls]
    labels = [c.label for c in classes]
    hidden = dict.fromkeys(name for c in classes for name in property_names(c) if name.startswith(HIDDEN_PREFIX))
    return (
        f"// The {cls.label} nodes of $ids that hang on foreign relationships are bycn's no longer\n"
        f"UNWIND $ids AS id\n"
        f"MATCH (n:{cls.label} {{id: id}})\n"
        f"WHERE n._bycn IS NOT NULL AND EXISTS {{ (n)--() }}\n"
        f"REMOVE n:{':'.join(labels)}, {', '.join(f'n.{name}' for name in (*hidden, *TRACES))}\n"
        f"SET n:{released_label(cls)}\n"
        f"RETURN id\n"
        f"ORDER BY id\n"
    )


def released_label(cls: type[Source | Document | Entity]) -> str:
    """The label of nodes that were let go of."""
    return f"Released{cls.label}"


def released_statement() -> str:
    """The nodes that were let go of and still have an id that may be ours: ids of other tools are of any type."""
    labels = "|".join(map(released_label, KEY_CLASSES))
    names = " ".join(f"WHEN n:{released_label(cls)} THEN '{cls.label}'" for cls in KEY_CLASSES)
    return (
        f"// The nodes that an earlier load let go of\n"
        f"MATCH (n:{labels})\n"
        f"WHERE n.id IS :: STRING NOT NULL\n"
        f"RETURN CASE {names} END AS name, n.id AS id\n"
    )


def take_up_statement(cls: type[Source | Document | Entity]) -> str:
    """Take up nodes that were let go of, one an id, as those whose properties have to be written again."""
    released = released_label(cls)
    return (
        f"// The {cls.label} nodes of $ids that were let go of are bycn's again\n"
        f"UNWIND $ids AS id\n"
        f"MATCH (n:{released} {{id: id}})\n"
        f"WITH id, head(collect(n)) AS n\n"
        f"REMOVE n:{released}\n"
        f"SET n:{cls.label}, n._bycn = ''\n"
        f"RETURN count(n) AS taken\n"
    )


def remove_statement(cls: type[Stored]) -> str:
    """Remove nodes that nothing hangs on, or relationships, before they are written again or for good."""
    variable, pattern = _pattern(cls, " {id: id}")
    return (
        f"// The {_noun(cls)} of $ids removed\n"
        f"UNWIND $ids AS id\n"
        f"MATCH {pattern}\n"
        f"WHERE {variable}._bycn IS NOT NULL\n"
        f"DELETE {variable}\n"
        f"RETURN count(*) AS removed\n"
    )


def present_statement() -> str:
    """Of which labels and relationship types there is anything, by the counts that a database keeps."""
    counts = [f"['{cls.label}', COUNT {{ (:{cls.label}) }}]" for cls in KEY_CLASSES]
    counts += [f"['{name}', COUNT {{ ()-[:{name}]->() }}]" for name in FACT_TYPES]
    listed = ",\n  ".join(counts)
    return (
        f"// The labels and relationship types that are there at all\n"
        f"UNWIND [\n  {listed}\n] AS kind\n"
        f"WITH kind\n"
        f"WHERE kind[1] > 0\n"
        f"RETURN kind[0] AS name\n"
    )


def held_statement(cls: type[Stored]) -> str:
    """What there is of nodes or relationships, a page in one row, for a row takes the driver longer than an item."""
    variable, pattern = _pattern(cls)
    digest = f"CASE WHEN {variable}._bycn IS NOT NULL THEN coalesce({variable}._digest, '') END"
    return (
        f"// The ids of {_noun(cls)} after $after, at most $limit, with their digests; none: not of bycn\n"
        f"MATCH {pattern}\n"
        f"WHERE {variable}.id > $after\n"
        f"WITH {variable}\n"
        f"ORDER BY {variable}.id\n"
        f"LIMIT $limit\n"
        f"RETURN collect([{variable}.id, {digest}]) AS found\n"
    )


def whole_nodes_statement() -> str:
    """Nodes as they are, every property of them."""
    labels = "|".join(cls.label for cls in KEY_CLASSES)
    return (
        f"// Every node with all that it holds\n"
        f"MATCH (n:{labels})\n"
        f"WHERE n.id IS :: STRING NOT NULL\n"
        f"RETURN {_key_label('n')} AS key, labels(n) AS labels, properties(n) AS properties\n"
    )


def whole_facts_statement() -> str:
    """Relationships as they are, every property of them."""
    return (
        f"// Every fact with all that it holds\n"
        f"MATCH (a)-[r:{'|'.join(FACT_TYPES)}]->(b)\n"
        f"WHERE r.id IS :: STRING NOT NULL\n"
        f"RETURN type(r) AS key, a.id AS from, b.id AS to, properties(r) AS properties\n"
    )


def forgotten_facts_statement() -> str:
    """Relationships of types that an older model had."""
    types = "|".join(FACT_TYPES)
    return (
        f"// Up to $limit facts of types that the model has no longer, removed\n"
        f"MATCH (:Entity)-[r]->(:Entity)\n"
        f"WHERE r._bycn IS NOT NULL AND NOT r:{types}\n"
        f"WITH r\n"
        f"LIMIT $limit\n"
        f"DELETE r\n"
        f"RETURN count(*) AS removed\n"
    )


def node_constraints() -> list[str]:
    """The uniqueness of nodes, which is the index that loading and every question by id use."""
    return [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in (cls.label for cls in reversed(KEY_CLASSES))
    ]


def fact_constraints() -> list[str]:
    """The uniqueness of relationships, by which a Neo4j keeps parallel facts apart however many loads run."""
    return [
        f"CREATE CONSTRAINT {name.lower()}_id IF NOT EXISTS FOR ()-[r:{name}]-() REQUIRE r.id IS UNIQUE"
        for name in FACT_TYPES
    ]


@cache
def loading() -> Mapping[str, str]:
    """The statements by what they do and to which label or type: `nodes/City`, `held/AGREEMENT`."""
    return dict(_named())


def _named() -> Iterator[tuple[str, str]]:
    yield "held/present", present_statement()
    yield "held/released", released_statement()
    yield "held/whole_nodes", whole_nodes_statement()
    yield "held/whole_facts", whole_facts_statement()
    for label, cls in NODE_CLASSES.items():
        yield f"nodes/{label}", node_statement(cls)
        yield f"changed/{label}", changed_statement(cls)
    for key_class in KEY_CLASSES:
        yield f"held/{key_class.label}", held_statement(key_class)
        yield f"release/{key_class.label}", release_statement(key_class)
        yield f"taking_up/{key_class.label}", take_up_statement(key_class)
        yield f"removal/{key_class.label}", remove_statement(key_class)
    for fact_class in FACT_TYPES.values():
        yield f"facts/{fact_class.type}", fact_statement(fact_class)
        yield f"held/{fact_class.type}", held_statement(fact_class)
        yield f"removal/{fact_class.type}", remove_statement(fact_class)
    yield "removal/of_forgotten_types", forgotten_facts_statement()


def as_text() -> str:
    """All that a load may run, in one text for readers."""
    constraints = "\n".join(f"{text};" for text in (*node_constraints(), *fact_constraints()))
    statements = (f"{text.rstrip()};" for text in loading().values())
    return "\n\n".join((_HEAD, constraints, *statements)) + "\n"


def _pattern(cls: type[Stored], inside: str = "") -> tuple[str, str]:
    """The variable and the pattern that matches records of a class."""
    return ("r", f"()-[r:{cls.type}{inside}]->()") if issubclass(cls, Fact) else ("n", f"(n:{cls.label}{inside})")


def _noun(cls: type[Stored]) -> str:
    return f"{cls.type} facts" if issubclass(cls, Fact) else f"{cls.label} nodes"


def _labels(cls: type[Source | Document | Entity]) -> str:
    return f"{Entity.label}:{cls.label}" if issubclass(cls, Entity) else cls.label


def _key_label(variable: str) -> str:
    others = " ".join(f"WHEN {variable}:{cls.label} THEN '{cls.label}'" for cls in KEY_CLASSES[:-1])
    return f"CASE {others} ELSE '{KEY_CLASSES[-1].label}' END"


def _assignments(variable: str, names: list[str], start: int) -> str:
    return ",\n    ".join(f"{variable}.{name} = row[{place}]" for place, name in enumerate(names, start))


def main() -> None:
    """Write the text for readers."""
    LOADING.write_text(as_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
