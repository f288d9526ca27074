"""CSV tables with the columns of the shipped ones: a folder that reads back equal."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from bycn.exports.attributes import FACT_CLASSES, NODE_CLASSES
from bycn.exports.errors import CantHold
from bycn.exports.external_sort import Ordered
from bycn.exports.records import contents
from bycn.graph_model.entities import Entity
from bycn.loaders.engine import Engine, Record
from bycn.loaders.tables.table_types import KINDS, Kind
from bycn.loaders.tables.writing import cell, id_order, shared_names, write_table
from bycn.queries.filters import Filters

_STEMS = {kind.cls: stem for stem, kind in KINDS.items()}


def write(engine: Engine, filters: Filters, folder: Path) -> None:
    """Write into a folder that is there: one CSV a type, rows by id, columns that no row fills left out.

    Raises:
        CantHold: the graph holds what a table can't, such as a control character.

    """
    entities: list[Entity] = []
    with (
        contents(engine, filters) as found,
        Ordered(map(_row, chain(found.nodes, found.facts)), key=_place) as rows,
    ):
        used: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            used[row["stem"]].update(row["cells"])
        for stem, group in groupby(rows, key=lambda row: str(row["stem"])):
            columns = [c for c in KINDS[stem].columns.values() if c.required or c.name in used[stem]]
            with (folder / f"{stem}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow([column.name for column in columns])
                for record in _records(KINDS[stem], group):
                    writer.writerow([cell(record, column) for column in columns])
                    if isinstance(record, Entity):
                        entities.append(record)
    if shared := shared_names(entities):
        write_table(folder / "distinct.csv", KINDS["distinct"], shared)


def _row(record: Record) -> Record:
    """A node or fact as a row: the table it belongs to, and its cells as values."""
    cls = FACT_CLASSES[record["type"]] if "start" in record else NODE_CLASSES[record["label"]]
    ends = {"from": record["start"], "to": record["end"]} if "start" in record else {}
    stem = _STEMS[cls]
    told = record["properties"] | ends
    return {"stem": stem, "cells": {name: told[name] for name in KINDS[stem].columns if name in told}}


def _records(kind: Kind, rows: Iterator[Record]) -> Iterator[Any]:
    for row in rows:
        try:
            yield kind.cls(**row["cells"])
        except ValueError as error:
            raise CantHold(f"{row['cells'].get('id')} fits into no table: {' '.join(str(error).split())}") from error


def _place(row: Record) -> tuple[str, list[tuple[int, str]]]:
    return row["stem"], id_order(row["cells"]["id"])
