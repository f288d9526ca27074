"""The tables of the book without those of the pages: what is counted in them stays."""

import re
import shutil
from pathlib import Path

from bycn.loaders.selection import DATASETS

_OF_PAGES = re.compile(r"pages/[\w-]+\||\|?pages/[\w-]+")


def book_alone(folder: Path) -> tuple[Path, ...]:
    """The folders of the divisions and the book, copied into one, where nothing names a fact of the pages."""
    copies = tuple(folder / name for name in ("divisions", "zalesskij_2024"))
    for copy in copies:
        shutil.copytree(DATASETS / copy.name, copy)
        for table in copy.glob("*.csv"):
            table.write_text(_OF_PAGES.sub("", table.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    return copies
