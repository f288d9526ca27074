"""Tables with the columns of the shipped ones: a folder of CSV that reads back equal."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, groupby
from pathlib import Path
from typing import Any, NamedTuple

from bycn.exports.errors import CantHold
from bycn.exports.external_sort import Ordered
from bycn.exports.records import loadable
from bycn.graph_model.entities import Entity
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.fields import Column
from bycn.loaders.engine import Engine, Record
from bycn.loaders.formulas import guarded
from bycn.loaders.shipped_words import shipped_words
from bycn.loaders.statements import NODE_CLASSES
from bycn.loaders.tables.data_package import DESCRIPTION, description
from bycn.loaders.tables.table_types import KINDS, WORD_LISTS, Kind, Term
from bycn.loaders.tables.writing import cell, id_order, shared_names
from bycn.queries.filters import Filters

_STEMS = {kind.cls: stem for stem, kind in KINDS.items()}


class Table(NamedTuple):
    """One table of an export: its columns, and its records by id."""

    stem: str
    columns: list[Column]
    records: Iterator[Any]


def write(engine: Engine, filters: Filters, folder: Path) -> None:
    """Write into a folder that is there: one CSV a type for spreadsheets, with a description that other programs read.

    Raises:
        CantHold: the graph holds what a table can't, such as a control character.

    """
    columns: dict[str, list[str]] = {}
    for table in tables(engine, filters):
        columns[table.stem] = [column.name for column in table.columns]
        with (folder / f"{table.stem}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns[table.stem])
            for record in table.records:
                writer.writerow([guarded(cell(record, column)) for column in table.columns])
    description_ = description("bycn-export", "Belarus–China cooperation, an export of bycn", columns, marked=True)
    (folder / DESCRIPTION).write_text(description_, encoding="utf-8")


def tables(engine: Engine, filters: Filters) -> Iterator[Table]:
    """The tables of a graph, without columns that no row fills. Each is read before the next. Raises as `write`."""
    entities: list[Entity] = []
    words: dict[str, set[str]] = {name: set() for name in WORD_LISTS}
    with (
        loadable(engine, filters) as found,
        Ordered(map(_row, chain(found.nodes, found.facts)), key=_place) as rows,
    ):
        used: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            used[row["stem"]].update(row["cells"])
        for stem, group in groupby(rows, key=lambda row: str(row["stem"])):
            columns = [c for c in KINDS[stem].columns.values() if c.required or c.name in used[stem]]
            yield Table(stem, columns, _noting(_records(KINDS[stem], group), entities, words))
    if shared := shared_names(entities):
        named = [c for c in KINDS["distinct"].columns.values() if c.required]
        yield Table("distinct", named, iter(shared))
    for name, terms in words.items():
        # All that are used: a list of one's own words alone would limit the rest.
        if not terms <= shipped_words(name).keys():
            required = [c for c in KINDS[name].columns.values() if c.required]
            yield Table(name, required, (Term(term=term, synonyms=(), note=None) for term in sorted(terms)))


def _noting(records: Iterator[Any], entities: list[Entity], words: dict[str, set[str]]) -> Iterator[Any]:
    for record in records:
        if isinstance(record, Entity):
            entities.append(record)
        for name, terms in words.items():
            terms.update(getattr(record, name, ()))
        yield record


def _row(record: Record) -> Record:
    """A node or fact as a row: the table it belongs to, and its cells as values."""
    cls = FACT_TYPES[record["type"]] if "start" in record else NODE_CLASSES[record["label"]]
    ends = {"from": record["start"], "to": record["end"]} if "start" in record else {}
    stem = _STEMS[cls]
    values = record["properties"] | ends
    return {"stem": stem, "cells": {name: values[name] for name in KINDS[stem].columns if name in values}}


def _records(kind: Kind, rows: Iterator[Record]) -> Iterator[Any]:
    for row in rows:
        try:
            yield kind.cls(**row["cells"])
        except ValueError as error:
            raise CantHold(f"{row['cells'].get('id')} fits into no table: {' '.join(str(error).split())}") from error


def _place(row: Record) -> tuple[str, list[tuple[int, str]]]:
    return row["stem"], id_order(row["cells"]["id"])
