"""JSON Lines: the exchange form, read back into raw rows."""

import contextlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from bycn.graph_model.errors import Problem
from bycn.graph_model.facts import Fact
from bycn.graph_model.fields import DIGITS
from bycn.graph_model.properties import HIDDEN_PREFIX
from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.tables.rows import Problems, Row, Table
from bycn.loaders.tables.table_types import TYPE_COLUMN, Kind, kind_named, kinds_like
from bycn.loaders.tables.text import LONGEST_CELL, forbidden_in, one_line, read_text

_FORM = 'write {"type":"node",…} or {"type":"relationship",…}, one object a line'
_SHOWN = 60
_NUMBERED = re.compile(r"\d+|\d+:[0-9a-f-]{36}:\d+")
"""What Neo4j numbers nodes with, which APOC writes as the ids of lines."""
_MARKER_LABEL = "Entity"
_OF_A_LOAD = "_bycn"
"""What every node and relationship that a load wrote has."""
_STATE_LABELS = ["BycnLoad"]
"""Of the node by which a load says what it put into a Neo4j: APOC writes it along, and it is no part of the graph."""


class _Wrong(Exception):
    """What is wrong with a line, and in which of its parts."""

    def __init__(self, column: str, message: str):
        self.column, self.message = column, message
        super().__init__(message)


def read_json_lines(
    path: Path, root: int, problems: Problems, intern: Callable[[str, str], str], read: Callable[[Path], bytes]
) -> Iterator[Row]:
    """The nodes and relationships of a file as rows. Lines that are malformed are noted.

    Raises:
        Unreadable: the file can't be read.

    """
    file = str(path)
    table = Table(file, root, exchange=True)
    own_ids: dict[str, str] = {}
    strangers: list[int] = []
    whole = read_text(path, file, problems, read)
    from_a_load = f'"{_OF_A_LOAD}"' in whole
    for line, text in enumerate(whole.split("\n"), 1):
        if not text.strip():
            continue
        try:
            parsed = _parsed(text)
            if parsed.get("labels") == _STATE_LABELS:
                continue
            if from_a_load and _is_stranger(parsed):
                strangers.append(line)
                continue
            kind, cells = _row(parsed, own_ids, intern)
        except _Wrong as wrong:
            problems.add(file, line, wrong.column, wrong.message)
        else:
            yield Row(table, line, kind, cells)
    if strangers:
        more = f", and so are {len(strangers) - 1:,} more lines" if strangers[1:] else ""
        problems.remarks.append(Problem(file, strangers[0], "-", f"it is of another program and left out{more}"))


def _is_stranger(line: dict[str, Any]) -> bool:
    """Whether another program made a node or relationship of a database that a load filled, and of no type of ours."""
    properties = line.get("properties")
    if isinstance(properties, dict) and _OF_A_LOAD in properties:
        return False
    names = line.get("labels") if line.get("type") == "node" else [line.get("label")]
    return isinstance(names, list) and not any(isinstance(name, str) and kind_named(name) for name in names)


def _parsed(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text, parse_float=_decimal, parse_constant=_no_constant, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise _Wrong("-", f"not JSON ({error}); {_FORM}") from error
    if not isinstance(value, dict):
        raise _Wrong("-", f"not an object; {_FORM}")
    return value


def _decimal(text: str) -> Decimal:
    with contextlib.suppress(InvalidOperation):
        number = Decimal(text)
        if abs(number.adjusted()) <= 2 * DIGITS:  # written out, a longer one may fill the memory
            return number
    raise _Wrong("-", f"{text[:_SHOWN]} is out of any range; write a number of up to {DIGITS} digits")


def _no_constant(name: str) -> None:
    raise _Wrong("-", f"{name} is not a number; leave the property out")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise _Wrong(twice, "is there twice in the line; keep one")
    return found


def _row(
    line: dict[str, Any], own_ids: dict[str, str], intern: Callable[[str, str], str]
) -> tuple[Kind, dict[str, Any]]:
    """A line as a row. `own_ids` gathers the ids of nodes by what their lines are numbered with, as APOC does."""
    kind = _kind_of(line)
    properties = line.get("properties")
    if not isinstance(properties, dict):
        raise _Wrong("properties", 'is missing; write "properties":{…}')
    given = {name: value for name, value in properties.items() if value is not None and name not in kind.computed}
    given = {name: value for name, value in given.items() if not name.startswith(HIDDEN_PREFIX)}
    cells = {name: _cell(name, value, intern) for name, value in given.items()}
    if issubclass(kind.cls, Fact):
        cells |= {"from": _end(line, "start", own_ids, intern), "to": _end(line, "end", own_ids, intern)}
    if "id" in line and (own := cells.setdefault("id", line["id"])) != line["id"]:
        if not _NUMBERED.fullmatch(str(line["id"])):
            raise _Wrong("id", "differs between the line and its properties; write the same")
        if not issubclass(kind.cls, Fact):
            own_ids[str(line["id"])] = str(own)
    named = cells.pop(TYPE_COLUMN, kind.name)
    if named != kind.name:
        raise _Wrong(TYPE_COLUMN, f"'{named}' differs from the label; write {kind.name}")
    return kind, cells


def _kind_of(line: dict[str, Any]) -> Kind:
    if line.get("type") == "node":
        kind = _kind_of_node(line)
    elif line.get("type") == "relationship":
        kind = _table_type(line.get("label"), "label")
    else:
        raise _Wrong(TYPE_COLUMN, f"neither node nor relationship; {_FORM}")
    if issubclass(kind.cls, Fact) != (line["type"] == "relationship"):
        raise _Wrong(TYPE_COLUMN, f"{kind.name} is not the type of a {line['type']}; {_FORM}")
    return kind


def _kind_of_node(line: dict[str, Any]) -> Kind:
    labels = line.get("labels")
    if not isinstance(labels, list):
        raise _Wrong("labels", 'is missing; write a list such as ["Entity","City"]')
    own = [label for label in labels if label != _MARKER_LABEL]
    if len(own) != 1:
        raise _Wrong("labels", f"{labels} name no single type; write a list such as ['Entity', 'City']")
    return _table_type(own[0], "labels")


def _table_type(name: Any, column: str) -> Kind:
    kind = kind_named(name) if isinstance(name, str) else None
    if kind is None:
        raise _Wrong(column, f"'{name}' is no type; {kinds_like(str(name))}")
    return kind


def _end(line: dict[str, Any], side: str, own_ids: dict[str, str], intern: Callable[[str, str], str]) -> str:
    end = line.get(side)
    found = end.get("id") if isinstance(end, dict) else None
    if isinstance(end, dict) and isinstance(given := end.get("properties"), dict):
        found = given.get("id", found)
    if isinstance(found, str):
        found = own_ids.get(found, found)
    if not isinstance(found, str):
        raise _Wrong(side, f'is missing; write "{side}":{{"id":…}}')
    return intern(found, found)


def _cell(name: str, value: Any, intern: Callable[[str, str], str]) -> Any:
    if isinstance(value, str):
        if len(value) > LONGEST_CELL:
            raise _Wrong(name, f"has more than {LONGEST_CELL:,} characters; shorten it")
        if wrong := forbidden_in(value):
            raise _Wrong(name, wrong)
        text = one_line(value)
        return intern(text, text)
    if isinstance(value, list):
        return tuple(_item(name, item, intern) for item in value)
    if isinstance(value, bool | dict):
        raise _Wrong(
            name,
            f"{json.dumps(value, default=str)} is neither text, number nor list; leave it out or write one of these",
        )
    return value


def _item(name: str, item: Any, intern: Callable[[str, str], str]) -> Any:
    if isinstance(item, str) and LIST_SEPARATOR in item:
        raise _Wrong(
            name, f"'{item}' holds '{LIST_SEPARATOR}', which separates the items of a list; write another sign"
        )
    if isinstance(item, list | dict):
        raise _Wrong(name, "holds a list or an object; a list holds texts")
    return _cell(name, item, intern)
