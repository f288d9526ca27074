"""A folder to keep tables of one's own in: what a beginner finds there, made from the model."""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

from bycn.graph_model.errors import BycnError
from bycn.graph_model.facts import MADE_BY_LOADER
from bycn.loaders.folder_writing import put_together
from bycn.loaders.own_data.workbook import WORKBOOK, write_workbook
from bycn.loaders.tables.data_package import DESCRIPTION, describe_folder
from bycn.loaders.tables.table_types import KINDS

HERE = Path(__file__).parent
ENCODING = "utf-8-sig"
"""With a byte order mark, by which Excel knows Cyrillic and Chinese."""


class FolderNotEmpty(BycnError):
    """A folder for new tables holds something already."""


def start_folder(folder: Path, form: str = "csv") -> list[Path]:
    """Write empty tables of every type with all their columns, a README, and a worked example; the files written.

    In the form `xlsx` the tables are one workbook, with lists of words and names to choose from.

    Raises:
        FolderNotEmpty: the folder is there and holds something, or is no folder.
        NoWriter: the library that writes workbooks isn't installed.
        OSError: it can't be written; everything is as it was then.

    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(f"{folder} isn't empty; name a new or empty folder")
    return put_together(lambda draft: _fill(draft, form), folder)


def _fill(folder: Path, form: str) -> None:
    if form == "xlsx":
        write_workbook(folder / WORKBOOK)
    else:
        for name, header in headers():
            (folder / f"{name}.csv").write_text(_line(header), encoding=ENCODING, newline="")
        description = describe_folder(folder, "bycn-own-tables", "Your own tables, used together with those of bycn")
        (folder / DESCRIPTION).write_text(description, encoding="utf-8")
    shutil.copyfile(HERE / "README.md", folder / "README.md")
    (folder / "example").mkdir()
    for path in sorted((HERE / "example").glob("*.csv")):
        (folder / "example" / path.name).write_text(path.read_text(encoding="utf-8"), encoding=ENCODING, newline="")


def headers() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each table's name and all the columns that somebody may fill in."""
    for name, kind in KINDS.items():
        yield name, tuple(column for column in kind.columns if column not in MADE_BY_LOADER)


def _line(cells: tuple[str, ...]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
