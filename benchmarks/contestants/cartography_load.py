"""cartography's `load` for nodes and `load_matchlinks` for relationships, by schemas made for the rows' columns."""

import pickle
import sys
import time
from dataclasses import field, make_dataclass
from pathlib import Path

from cartography.client.core.tx import load, load_matchlinks
from cartography.models.core.common import PropertyRef
from cartography.models.core.nodes import (
    CartographyNodeProperties,
    CartographyNodeSchema,
    ExtraNodeLabel,
    ExtraNodeLabels,
)
from cartography.models.core.relationships import (
    CartographyRelProperties,
    CartographyRelSchema,
    LinkDirection,
    make_source_node_matcher,
    make_target_node_matcher,
)
from neo4j import GraphDatabase


def main() -> None:
    """Run it."""
    rows_file, uri, password = sys.argv[1:4]
    nodes, facts = pickle.loads(Path(rows_file).read_bytes())
    with GraphDatabase.driver(uri, auth=("neo4j", password)) as driver, driver.session() as session:
        for label in (*nodes, "Entity"):
            session.run(f"CREATE INDEX c_{label} IF NOT EXISTS FOR (n:{label}) ON (n.id)").consume()
        session.run("CALL db.awaitIndexes(300)").consume()
        node_schemas = [(_node_schema(label, rows), rows) for label, rows in nodes.items()]
        fact_schemas = [
            (_fact_schema(name, [row for *_, row in rows]), [row | {"_a": a, "_b": b} for a, b, row in rows])
            for name, rows in facts.items()
        ]
        for turn in range(2):
            begun = time.perf_counter()
            for schema, rows in node_schemas:
                load(session, schema, rows, lastupdated=turn)
            for schema, rows in fact_schemas:
                load_matchlinks(
                    session, schema, rows, lastupdated=turn, _sub_resource_label="Made", _sub_resource_id="up"
                )
            print(time.perf_counter() - begun, flush=True)


def _properties(base: type, rows: list, **more: PropertyRef):  # type: ignore[no-untyped-def]
    names = sorted({name for row in rows for name in row})
    refs = {name: PropertyRef(name) for name in names} | {"lastupdated": PropertyRef("lastupdated", set_in_kwargs=True)}
    cls = make_dataclass(
        "Properties",
        [(name, PropertyRef, field(default=ref)) for name, ref in (refs | more).items()],
        bases=(base,),
        frozen=True,
    )
    return cls()


def _schema(base: type, **values: object):  # type: ignore[no-untyped-def]
    fields = [(name, type(value), field(default=value)) for name, value in values.items()]
    return make_dataclass("Schema", fields, bases=(base,), frozen=True)()


def _node_schema(label: str, rows: list):  # type: ignore[no-untyped-def]
    more = (
        {}
        if label in ("Source", "Document")
        else {"extra_node_labels": ExtraNodeLabels([ExtraNodeLabel("Entity", "any")])}
    )
    return _schema(CartographyNodeSchema, label=label, properties=_properties(CartographyNodeProperties, rows), **more)


def _fact_schema(name: str, rows: list):  # type: ignore[no-untyped-def]
    scope = {
        "_sub_resource_label": PropertyRef("_sub_resource_label", set_in_kwargs=True),
        "_sub_resource_id": PropertyRef("_sub_resource_id", set_in_kwargs=True),
    }
    return _schema(
        CartographyRelSchema,
        source_node_label="Entity",
        source_node_matcher=make_source_node_matcher({"id": PropertyRef("_a")}),
        target_node_label="Entity",
        target_node_matcher=make_target_node_matcher({"id": PropertyRef("_b")}),
        direction=LinkDirection.OUTWARD,
        rel_label=name,
        properties=_properties(CartographyRelProperties, rows, **scope),
    )


if __name__ == "__main__":
    main()
