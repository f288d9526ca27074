"""Files for `neo4j-admin database import full` of Neo4j 5: header and data by label and type, and the command line.

Source: Neo4j Operations Manual 5, "Import". Hidden properties are kept, so that bycn answers from what is imported.
"""

import csv
import shlex
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from bycn.citation import credit_line
from bycn.exports.attributes import AttributeKind, attributes
from bycn.exports.errors import CantHold
from bycn.exports.records import ENTITY, EVIDENCE, Contents, loadable
from bycn.graph_model.facts import FACT_TYPES
from bycn.loaders.engine import Engine, Record
from bycn.loaders.statements import NODE_CLASSES, TRACES, fact_constraints, node_constraints
from bycn.queries.filters import Filters

SCRIPT, CONSTRAINTS = "import.sh", "constraints.cypher"
BETWEEN_ITEMS = "\x1f"
"""Joins the items of a list: a sign that no text holds."""
_TYPES: dict[AttributeKind, str] = {
    "text": "string",
    "list": "string[]",
    "number": "double",
    "whole number": "long",
    "flag": "boolean",
}


def write(engine: Engine, filters: Filters, folder: Path) -> None:
    """Write into a folder that is there: CSV files, `constraints.cypher`, and `import.sh` with the command.

    Raises:
        CantHold: an item of a list holds the character that keeps items apart.

    """
    with loadable(engine, filters) as found:
        write_contents(found, folder)


def write_contents(found: Contents, folder: Path) -> None:
    """Write what was found already. Raises as `write`."""
    with ExitStack() as files:
        credited = credit_line(found.sources(), "Written")
        tables: dict[str, _Table] = {}
        for node in found.nodes:
            name = node["label"]
            if name not in tables:
                tables[name] = _Table(folder, name, _node_header(name), files)
            tables[name].write([node["id"], *_row_of(node, NODE_CLASSES[name])])
        for fact in found.facts:
            name = fact["type"]
            if name not in tables:
                tables[name] = _Table(folder, name, _fact_header(name), files)
            tables[name].write([fact["start"], fact["id"], *_row_of(fact, FACT_TYPES[name]), fact["end"]])
    (folder / CONSTRAINTS).write_text(
        "".join(f"{text};\n" for text in (*node_constraints(), *fact_constraints())), encoding="utf-8"
    )
    script = folder / SCRIPT
    script.write_text("".join(_script(list(tables), credited)), encoding="utf-8")
    script.chmod(0o755)


def arguments(names: list[str]) -> list[str]:
    """The options and files that follow `neo4j-admin database import full DATABASE`."""
    nodes = [f"--nodes={_labels(n)}={n}-header.csv,{n}.csv" for n in names if n in NODE_CLASSES]
    facts = [f"--relationships={n}={n}-header.csv,{n}.csv" for n in names if n in FACT_TYPES]
    return ["--id-type=string", "--array-delimiter=U+001F", "--multiline-fields=true", *nodes, *facts]


class _Table:
    """A data file that is being written, with its header in a file next to it."""

    def __init__(self, folder: Path, name: str, header: list[str], files: ExitStack):
        with _opened(folder / f"{name}-header.csv") as file:
            csv.writer(file, lineterminator="\n").writerow(header)
        self._writer = csv.writer(files.enter_context(_opened(folder / f"{name}.csv")), lineterminator="\n")

    def write(self, values: list[Any]) -> None:
        """Write a row."""
        self._writer.writerow([_cell(value) for value in values])


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")


@cache
def _columns(cls: type) -> dict[str, AttributeKind]:
    declared = attributes([cls], hidden=True) | dict.fromkeys(TRACES, "text")
    return {name: kind for name, kind in declared.items() if name != "id"}


def _node_header(label: str) -> list[str]:
    space = label if label in EVIDENCE else ENTITY
    return [f"id:ID({space})", *_typed(NODE_CLASSES[label])]


def _fact_header(type_: str) -> list[str]:
    return [f":START_ID({ENTITY})", "id:string", *_typed(FACT_TYPES[type_]), f":END_ID({ENTITY})"]


def _typed(cls: type) -> list[str]:
    return [f"{name}:{_TYPES[kind]}" for name, kind in _columns(cls).items()]


def _row_of(record: Record, cls: type) -> list[Any]:
    return [record["properties"].get(name) for name in _columns(cls)]


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, list):
        return value
    if any(BETWEEN_ITEMS in item for item in value):
        raise CantHold(f"{value} holds the control character U+001F, which keeps the items of a list apart")
    return BETWEEN_ITEMS.join(value)


def _labels(label: str) -> str:
    return label if label in EVIDENCE else f"{ENTITY}:{label}"


def _script(names: list[str], credited: str) -> Iterator[str]:
    yield "#!/bin/sh\n"
    yield f"# {credited}\n"
    yield "# Fills a new, empty database of Neo4j 5.x while the server is stopped: sh import.sh [DATABASE]\n"
    yield "# Then start the server and run constraints.cypher in it.\n"
    yield 'cd "$(dirname "$0")" || exit 1\n'
    yield " \\\n  ".join(['neo4j-admin database import full "${1:-neo4j}"', *map(shlex.quote, arguments(names))])
    yield "\n"
