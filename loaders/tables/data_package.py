"""A description of tables that other programs read: Data Package 2 with Table Schema, made from the model.

Source: https://datapackage.org/standard/
"""

import csv
import inspect
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bycn.graph_model.fields import Column
from bycn.graph_model.version import VERSION
from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.tables.table_types import KINDS, Kind

DESCRIPTION = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_MARK = b"\xef\xbb\xbf"
_TERMS = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 (selection and wording)",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
_TYPES = {"number": "number", "whole number": "integer", "list": "list", "list of ids": "list"}


def describe_folder(folder: Path, name: str, title: str, *, licensed: bool = False) -> str:
    """The description of the CSV tables in a folder, by their own headers."""
    tables: dict[str, list[str]] = {}
    marked = False
    for path in sorted(folder.glob("*.csv")):
        marked |= path.read_bytes()[:3] == _MARK
        with path.open(encoding="utf-8-sig", newline="") as file:
            tables[path.stem] = next(csv.reader(file))
    return description(name, title, tables, marked=marked, licensed=licensed)


def description(
    name: str, title: str, tables: Mapping[str, Sequence[str]], *, marked: bool = False, licensed: bool = False
) -> str:
    """The description of tables, given by their columns in order. `marked` ones begin with a byte order mark."""
    package: dict[str, Any] = {"$schema": _PROFILE, "name": name, "title": title}
    if licensed:
        package |= {"version": VERSION, "licenses": [_TERMS]}
    package["resources"] = [_resource(stem, columns, tables, marked=marked) for stem, columns in tables.items()]
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(stem: str, names: Sequence[str], tables: Iterable[str], *, marked: bool) -> dict[str, Any]:
    kind = KINDS[stem]
    return {
        "name": stem,
        "type": "table",
        "path": f"{stem}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig" if marked else "utf-8",
        "description": inspect.getdoc(kind.cls),
        "schema": _schema(kind, names, tables),
    }


def _schema(kind: Kind, names: Sequence[str], tables: Iterable[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(kind.columns[name]) for name in names], "missingValues": [""]}
    if "id" in names:
        schema["primaryKey"] = ["id"]
    if "document" in names and "documents" in tables:
        reference = {"resource": "documents", "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": ["document"], "reference": reference}]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES.get(column.kind, "string")}
    if column.is_list:
        field |= {"delimiter": LIST_SEPARATOR, "itemType": "string"}
    field["description"] = column.meaning
    limits: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices and column.is_list:  # no rule can be given for the items of a list
        field["description"] += f" (of: {', '.join(column.choices)})"
    elif column.choices:
        limits["enum"] = list(column.choices)
    return field | ({"constraints": limits} if limits else {})
