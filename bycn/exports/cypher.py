"""A Cypher script: constraints and statements that load rows, with the rows written into them.

Run again, it changes nothing. Each statement ends with `;` at the end of a line, and no line ends so within one, for
line breaks in values are escaped. Hidden properties are kept, so that bycn answers from what the script fills.

The rows of a batch are one text, which the statement cuts up: Neo4j takes seconds to read a few thousand literals.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from bycn.citation import credit_line
from bycn.exports.errors import CantHold
from bycn.exports.external_sort import Ordered
from bycn.exports.records import loadable
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.properties import property_names
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.loaders.rows import batches
from bycn.loaders.statements import (
    NODE_CLASSES,
    TRACES,
    fact_constraints,
    node_constraints,
    script_fact_statement,
    script_node_statement,
)
from bycn.queries.filters import Filters
from bycn.queries.literals import literal

BATCH = 500
_ITEM, _ROW, _CELL = "\x1d", "\x1e", "\x1f"


def lines(engine: Engine, filters: Filters) -> Iterator[str]:
    """Constraints, then nodes, then the facts that the filters keep.

    Raises:
        CantHold: a value holds one of the characters that keep values apart.

    """
    with (
        loadable(engine, filters) as found,
        Ordered(found.nodes, key=itemgetter("label", "id")) as nodes,
        Ordered(found.facts, key=itemgetter("type", "id")) as facts,
    ):
        yield f"// {credit_line(found.sources(), 'Written')}\n"
        for text in (*node_constraints(), *fact_constraints()):
            yield f"{text};\n"
        yield f"{_code(statement('schema/await')).replace('$seconds', '600')};\n"
        for label, group in groupby(nodes, key=itemgetter("label")):
            cls = NODE_CLASSES[label]
            yield from _loaded(script_node_statement(cls), group, ("id",), cls)
        for type_, group in groupby(facts, key=itemgetter("type")):
            fact_class = FACT_TYPES[type_]
            yield from _loaded(script_fact_statement(fact_class), group, ("id", "start", "end"), fact_class)


def _loaded(text: str, group: Iterable[Record], place: tuple[str, ...], cls: type) -> Iterator[str]:
    """A statement with each batch of records of a class: by what it finds their `place`, then their other values."""
    names = [*property_names(cls)[1:], *TRACES]
    for batch in batches(group, BATCH):
        rows = ([*(record[name] for name in place), *map(record["properties"].get, names)] for record in batch)
        cells = literal(_ROW.join(_CELL.join(_cell(row[0], value) for value in row) for row in rows))
        unwind = _code(statement("export/script_rows")).replace("$text", cells)
        yield f"{_code(text).replace('UNWIND $rows AS row', unwind)};\n"


def _code(text: str) -> str:
    """A statement without its comments."""
    return "\n".join(line for line in text.splitlines() if not line.startswith("//"))


def _cell(id_: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return f"b{str(value).lower()}"
    if isinstance(value, int | float):
        return f"{'i' if isinstance(value, int) else 'f'}{value!r}"
    parts = value if isinstance(value, list) else [value]
    if any(sign in part for part in parts for sign in (_ITEM, _ROW, _CELL)):
        raise CantHold(f"{id_} holds a control character (U+001D to U+001F) that a script uses to keep values apart")
    return f"l{_ITEM.join(parts)}" if isinstance(value, list) else f"s{value}"
