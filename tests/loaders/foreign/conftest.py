import csv
from pathlib import Path

import pytest

from bycn.loaders.foreign.recipe import FILE, OPEN
from bycn.loaders.foreign.run import run_import


class Importing:
    """A folder of foreign files beside the folder that they are imported into."""

    def __init__(self, root: Path):
        self.root, self.folder = root, root / "out"

    def put(self, name: str, content: str | bytes, encoding: str = "utf-8") -> Path:
        path = self.root / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    def run(self, *files: Path, sheet: str | None = None, recipe: Path | None = None):
        return run_import(files, self.folder, sheet, recipe)

    def table(self, name: str) -> list[dict[str, str]]:
        path = self.folder / f"{name}.csv"
        if not path.exists():
            return []
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def ties(self, name: str, *columns: str) -> set[tuple[str, ...]]:
        return {tuple(row.get(column) or "" for column in ("from", "to", *columns)) for row in self.table(name)}

    def answer(self, **answers: str) -> None:
        """Write answers in place of open ones, by key."""
        path = self.folder / FILE
        text = path.read_text(encoding="utf-8")
        for key, answer in answers.items():
            assert f'"{key}" = "{OPEN}"' in text, f"{key} isn't asked:\n{text}"
            text = text.replace(
                f'"{key}" = "{OPEN}"', f'"{key}" = {answer if answer[0] == "[" else chr(34) + answer + chr(34)}'
            )
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def importing(tmp_path):
    return Importing(tmp_path)
