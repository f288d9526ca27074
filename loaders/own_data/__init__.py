"""A folder to keep tables of one's own in: what a beginner finds there, made from the model."""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

from bycn.graph_model.errors import BycnError
from bycn.graph_model.facts import MADE_BY_LOADER
from bycn.loaders.tables.table_types import KINDS

HERE = Path(__file__).parent
ENCODING = "utf-8-sig"
"""With a byte order mark, by which Excel knows Cyrillic and Chinese."""


class FolderNotEmpty(BycnError):
    """A folder for new tables holds something already."""


def start_folder(folder: Path) -> list[Path]:
    """Write empty tables of every type with all their columns, a README, and a worked example; the files written.

    Raises:
        FolderNotEmpty: the folder is there and holds something, or is no folder.
        OSError: it can't be written.

    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(f"{folder} holds something already; name a new or empty folder")
    folder.mkdir(parents=True, exist_ok=True)
    for name, header in headers():
        (folder / f"{name}.csv").write_text(_line(header), encoding=ENCODING, newline="")
    shutil.copyfile(HERE / "README.md", folder / "README.md")
    (folder / "example").mkdir()
    for path in sorted((HERE / "example").glob("*.csv")):
        (folder / "example" / path.name).write_text(path.read_text(encoding="utf-8"), encoding=ENCODING, newline="")
    return sorted(path for path in folder.rglob("*") if path.is_file())


def headers() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each table's name and all the columns that somebody may fill in."""
    for name, kind in KINDS.items():
        yield name, tuple(column for column in kind.columns if column not in MADE_BY_LOADER)


def _line(cells: tuple[str, ...]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
