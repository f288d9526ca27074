"""A graph as tables, made to be read and edited by people; read back they give the same graph."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.entities import Entity
from bycn.graph_model.fields import Column
from bycn.graph_model.folding import fold
from bycn.graph_model.graph import Element, Graph
from bycn.graph_model.properties import name_keys
from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.tables.table_types import KINDS, Kind, SharedName
from bycn.loaders.tables.text import forbidden_in, one_line


def write_tables(graph: Graph, folder: Path) -> None:
    """Write one CSV a type into a folder, made where there is none. Columns that no row fills are left out.

    Raises:
        ValueError: a text holds what a cell can't: a control character, or in a list the sign between its items.
        OSError: the folder can't be written.

    """
    by_class: dict[type, list[Element]] = defaultdict(list)
    for record in (*graph.nodes(), *graph.facts.values()):
        by_class[type(record)].append(record)
    folder.mkdir(parents=True, exist_ok=True)
    for stem, kind in KINDS.items():
        if records := by_class.get(kind.cls):
            write_table(folder / f"{stem}.csv", kind, sorted(records, key=lambda record: id_order(record.id)))
    if shared := shared_names(graph.entities.values()):
        write_table(folder / "distinct.csv", KINDS["distinct"], shared)


def shared_names(entities: Iterable[Entity]) -> list[SharedName]:
    """The names that several entities go by, with these entities."""
    ids: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for entity in entities:
        for name in (*entity.all_names, entity.id, *entity.former_ids):
            names.setdefault(fold(name), name)
        for key in name_keys(entity):
            ids[key].append(entity.id)
    return [
        SharedName(name=names[key], ids=tuple(sorted(ids[key])), note=None) for key in sorted(ids) if len(ids[key]) > 1
    ]


def write_table(path: Path, kind: Kind, records: Sequence[Any]) -> None:
    """Write one table. Raises as `write_tables`."""
    rows = [[cell(record, column) for column in kind.columns.values()] for record in records]
    used = [
        place
        for place, column in enumerate(kind.columns.values())
        if column.required or any(row[place] for row in rows)
    ]
    names = list(kind.columns)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([names[place] for place in used])
        writer.writerows([row[place] for place in used] for row in rows)


def cell(record: Any, column: Column) -> str:
    """The text of a cell.

    Raises:
        ValueError: the value holds what a cell can't.

    """
    value = getattr(record, column.field)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(_item(record, column, item) for item in value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.text if isinstance(value, PartialDate) else _text(record, column, str(value))


def _item(record: Any, column: Column, item: str) -> str:
    if LIST_SEPARATOR in item:
        raise ValueError(f"{_name(record)}: {column.name}: '{item}' holds '{LIST_SEPARATOR}', which joins lists")
    return _text(record, column, item)


def _text(record: Any, column: Column, text: str) -> str:
    if wrong := forbidden_in(text):
        raise ValueError(f"{_name(record)}: {column.name}: {wrong}")
    return one_line(text)


def _name(record: Any) -> str:
    return str(getattr(record, "id", None) or record.name)


def id_order(id_: str) -> list[tuple[int, str]]:
    """Ids in the order that people expect: fn-2 before fn-10."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", id_)]
