"""A Cypher script: the statements that `bycn load` runs, with their rows written into them.

Run again, it changes nothing. Each statement ends with `;` at the end of a line, and no line ends so within one, for
line breaks in values are escaped. Hidden properties are kept, so that bycn answers from what the script fills.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from bycn.exports.attributes import FACT_CLASSES, NODE_CLASSES
from bycn.exports.citation import citation
from bycn.exports.contents import EVIDENCE, contents
from bycn.exports.ordering import Ordered
from graph_model.properties import properties_of
from loaders.cypher_files import statement, statements
from loaders.engine import Engine, Record
from loaders.rows import batches
from loaders.statements import TRACES
from queries.filters import Filters
from queries.literals import literal

BATCH = 200


def lines(engine: Engine, filters: Filters) -> Iterator[str]:
    """Constraints, then nodes with their labels, then the facts that the filters keep."""
    yield f"// {citation()}\n"
    for text in (*statements("schema/node_constraints"), *statements("schema/fact_constraints")):
        yield f"{text.removesuffix(';')};\n"
    yield "CALL db.awaitIndexes(600);\n"
    with (
        contents(engine, filters) as found,
        Ordered(found.nodes, key=itemgetter("label", "id")) as nodes,
        Ordered(found.facts, key=itemgetter("type", "id")) as facts,
    ):
        for label, group in groupby(nodes, key=itemgetter("label")):
            yield from _nodes(label, group)
        for type_, group in groupby(facts, key=itemgetter("type")):
            names = _names(FACT_CLASSES[type_])
            for batch in batches(group, BATCH):
                rows = [[f["id"], f["start"], f["end"], *_values(f, names)] for f in batch]
                yield _written(f"loading/facts/{type_}", "$rows", rows)


def _nodes(label: str, group: Iterable[Record]) -> Iterator[str]:
    names = _names(NODE_CLASSES[label])
    for batch in batches(group, BATCH):
        yield _written(f"loading/nodes/{label}", "$rows", [[n["id"], *_values(n, names)] for n in batch])
        if label not in EVIDENCE:
            yield _written(f"loading/labels/{label}", "$ids", [n["id"] for n in batch])


def _names(cls: type) -> list[str]:
    """What a row holds behind the id (and ends), in the order of the loading statement."""
    return [p.name for p in properties_of(cls)[1:]] + list(TRACES)


def _values(record: Record, names: list[str]) -> list[Any]:
    return [record["properties"].get(name) for name in names]


def _written(name: str, parameter: str, rows: list[Any]) -> str:
    code = "\n".join(line for line in statement(name).splitlines() if not line.startswith("//"))
    values = "[\n" + ",\n".join(map(literal, rows)) + "\n]"
    return f"{code.replace(parameter, values, 1)};\n"
