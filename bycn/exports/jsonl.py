"""JSON Lines in the form that APOC reads and writes: one node or relationship a line, by our own ids.

Source: Neo4j APOC documentation, "Export to JSON". Lines and keys are sorted: the same graph gives the same bytes.
"""

import json
from collections.abc import Iterator
from typing import Any

from loaders.cypher_files import statement
from loaders.engine import Engine
from queries.filters import Filters
from queries.overview import public


def lines(engine: Engine, filters: Filters) -> Iterator[str]:
    """Each node, then each relationship that the filters keep, as a line of JSON."""
    for node in engine.run(statement("export/nodes")):
        yield _line(type="node", id=node["id"], labels=_labels(node["labels"]), properties=_sorted(node["properties"]))
    for fact in engine.run(statement("export/facts"), filters.parameters()):
        yield _line(
            type="relationship",
            id=fact["id"],
            label=fact["type"],
            start={"id": fact["start"], "labels": _labels(fact["start_labels"])},
            end={"id": fact["end"], "labels": _labels(fact["end_labels"])},
            properties=_sorted(fact["properties"]),
        )


def _line(**fields: Any) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def _labels(labels: list[str]) -> list[str]:
    return sorted(labels, key=lambda label: (label != "Entity", label))


def _sorted(properties: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(public(properties).items()))
