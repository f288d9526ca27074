"""JSON Lines in the form that APOC reads and writes: one node or relationship a line, by our own ids.

Source: Neo4j APOC documentation, "Export to JSON". Lines and keys are sorted: the same graph gives the same bytes.
"""

from collections.abc import Iterator
from typing import Any

from bycn.exports.json_text import dumped
from bycn.exports.records import ENTITY, EVIDENCE, loadable
from bycn.loaders.engine import Engine, public
from bycn.queries.filters import Filters


def lines(engine: Engine, filters: Filters) -> Iterator[str]:
    """Each node, then each relationship that the filters keep, as a line of JSON."""
    with loadable(engine, filters) as found:
        for node in found.nodes:
            yield _line(
                type="node", id=node["id"], labels=_labels(node["label"]), properties=public(node["properties"])
            )
        for fact in found.facts:
            yield _line(
                type="relationship",
                id=fact["id"],
                label=fact["type"],
                start={"id": fact["start"], "labels": _labels(fact["start_label"])},
                end={"id": fact["end"], "labels": _labels(fact["end_label"])},
                properties=public(fact["properties"]),
            )


def _line(**fields: Any) -> str:
    return f"{dumped(fields)}\n"


def _labels(label: str) -> list[str]:
    return [label] if label in (*EVIDENCE, ENTITY) else [ENTITY, label]
