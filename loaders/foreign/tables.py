"""Rows of an import into a folder of tables: those of the same files are replaced, all others stay."""

import csv
import io
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bycn.loaders.own_data import ENCODING
from bycn.loaders.tables.table_types import KINDS

_KEYS = {"goods": "term", "sectors": "term", "distinct": "name"}
Cells = dict[str, str]


def write_rows(folder: Path, rows: Mapping[str, Iterable[Cells]], prefixes: Sequence[str]) -> list[Path]:
    """Write rows into the tables of a folder, made where there is none; the files that hold them.

    Raises:
        OSError: the folder can't be written.

    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for stem in KINDS:
        path = folder / f"{stem}.csv"
        before = _read(path)
        new = {cells[_KEYS.get(stem, "id")]: cells for cells in rows.get(stem, ())}
        mine = () if stem == "located_in" else tuple(prefixes)  # what an earlier run made is known, and not made again
        kept = [cells for cells in before if not _is_of(cells, mine) and cells.get(_KEYS.get(stem, "id")) not in new]
        if new or len(kept) < len(before):
            _write(path, stem, [*kept, *new.values()])
            written.append(path)
    return written


def _is_of(cells: Cells, prefixes: tuple[str, ...]) -> bool:
    id_ = cells.get("id", "")
    return any(id_ == prefix or id_.startswith((f"{prefix}/", f"document/{prefix}-")) for prefix in prefixes)


def _read(path: Path) -> list[Cells]:
    if not path.exists():
        return []
    with path.open(encoding=ENCODING, newline="") as file:
        return [{name: text for name, text in row.items() if name and text} for row in csv.DictReader(file)]


def _write(path: Path, stem: str, rows: list[Cells]) -> None:
    columns = KINDS[stem].columns
    used = {name for cells in rows for name in cells}
    names = [name for name, column in columns.items() if column.required or name in used]
    names += sorted(used - set(names))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_text(out.getvalue(), encoding=ENCODING, newline="")
    draft.replace(path)
