"""Rows of an import into a folder of tables: those of the same files are replaced, all others stay."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.folder_writing import put_together
from bycn.loaders.foreign.grids import grids
from bycn.loaders.formulas import guarded
from bycn.loaders.own_data import ENCODING
from bycn.loaders.tables.table_types import KINDS

_KEYS = {"goods": "term", "sectors": "term", "distinct": "name"}
Cells = dict[str, str]


def write_rows(
    folder: Path,
    rows: Mapping[str, Iterable[Cells]],
    prefixes: Sequence[str] = (),
    *,
    keep: bool = False,
    beside: Mapping[str, str] | None = None,
) -> list[Path]:
    """Write rows into the tables of a folder, made where there is none; the files that were written, all or none.

    Rows of the same id are replaced, or stay where `keep` says so; rows whose ids have one of the prefixes go.
    `beside` are the texts of other files, by name.

    Raises:
        UnreadableFile: a table that is there can't be read.
        OSError: the folder can't be written.

    """
    tables: dict[str, bytes] = {}
    cited: set[str] = set()
    for stem in sorted(KINDS, key="sources".__eq__):
        path = folder / f"{stem}.csv"
        before = _read(path)
        key = _KEYS.get(stem, "id")
        there = {cells.get(key) for cells in before} if keep else set()
        new = {cells[key]: cells for cells in rows.get(stem, ()) if cells[key] not in there}
        mine = () if stem == "located_in" else tuple(prefixes)  # what an earlier run made is known, and not made again
        stays = cited if stem == "sources" else ()  # and what rows of other files rest on
        kept = [c for c in before if c.get(key) not in new and (c.get(key) in stays or not _is_of(c, mine))]
        cited.update(id_ for c in kept for id_ in c.get("sources", "").split(LIST_SEPARATOR))
        if new or len(kept) < len(before):
            tables[path.name] = _bytes(stem, [*kept, *new.values()])
    files = tables | {name: text.encode() for name, text in (beside or {}).items()}

    def fill(draft: Path) -> None:
        for name, content in files.items():
            (draft / name).write_bytes(content)

    return put_together(fill, folder) if files else []


def by_id(folder: Path, stem: str) -> dict[str, Cells]:
    """The rows of a table of a folder.

    Raises:
        UnreadableFile: it can't be read.

    """
    return {cells.get("id", ""): cells for cells in _read(folder / f"{stem}.csv")}


def _is_of(cells: Cells, prefixes: tuple[str, ...]) -> bool:
    id_ = cells.get("id", "")
    return any(id_ == prefix or id_.startswith((f"{prefix}/", f"document/{prefix}-")) for prefix in prefixes)


def _read(path: Path) -> list[Cells]:
    if not path.exists():
        return []
    (_, header), *lines = grids(path)[0].lines or [(1, [])]
    return [{name: text for name, text in zip(header, cells, strict=False) if name and text} for _, cells in lines]


def as_csv(stem: str, rows: list[Cells]) -> str:
    """Rows as the text of a table, without columns that none of them fills."""
    columns = KINDS[stem].columns
    used = {name for cells in rows for name in cells}
    names = [name for name, column in columns.items() if column.required or name in used]
    names += sorted(used - set(names))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _bytes(stem: str, rows: list[Cells]) -> bytes:
    cells = [{name: guarded(text) for name, text in row.items()} for row in rows]
    return as_csv(stem, cells).encode(ENCODING)
