"""One run of an import: files in, tables and `import.toml` out."""

import unicodedata
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from zlib import crc32

from bycn.graph_model.errors import BycnError, DataError
from bycn.graph_model.graph import Graph
from bycn.loaders.foreign.grids import Grid, grids
from bycn.loaders.foreign.imported import Imported
from bycn.loaders.foreign.importing import import_tables
from bycn.loaders.foreign.nesting import joined, nest
from bycn.loaders.foreign.newcomers import slugged
from bycn.loaders.foreign.recipe import FILE, Recipe, read_recipe, shipped_named, written
from bycn.loaders.foreign.tables import by_id, write_rows
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from bycn.loaders.tables.table_types import KINDS

_TAKEN = ("reference",)


class Changed(BycnError):
    """Somebody wrote to the folder while its tables were made."""


class NoFolder(BycnError):
    """Something else stands where the tables are to be written."""


def run_import(files: Sequence[Path], folder: Path, sheet: str | None = None, recipe: Path | None = None) -> Imported:
    """Import files into a folder of tables, by its `import.toml` or another, which is kept there.

    Raises:
        NoFolder: the folder is a file.
        Changed: its tables or its `import.toml` changed meanwhile.
        UnreadableFile: a file is no table.
        BadRecipe: the `import.toml` can't be used.
        DataError: the tables that the folder holds already aren't sound.
        OSError: something can't be read or written.

    """
    if folder.exists() and not folder.is_dir():
        raise NoFolder(f"{folder} is a file; name a folder")
    seen = _seen(folder)
    answers = _answers(folder, recipe)
    read = [(grid, _prefix(file, grid, answers)) for file in files for grid in grids(file, sheet or _sheet(answers))]
    tables = _apart(read)
    graph = _graph(folder)
    result = import_tables(tables, graph, answers)
    new = [KINDS[stem].adapter.validate_python(cells) for stem in _ENTITIES for cells in result.rows.get(stem, ())]
    nest(result.rows.get("trade_flow", []), joined(graph, new))
    _keep_by_hand(result, by_id(folder, "sources"))
    recipe_text = written(result.recipe, list(result.questions.values()))
    if _seen(folder) != seen:
        raise Changed(f"{folder} changed while this ran, and nothing was written; type the same line again")
    write_rows(folder, result.rows, [prefix for _, prefix in tables], beside={FILE: recipe_text})
    try:
        read_graph(Selection((folder,)))
    except DataError as error:
        result.problems += error.problems
    return result


def _keep_by_hand(result: Imported, before: dict[str, dict[str, str]]) -> None:
    """Leave in the rows of sources what somebody wrote there since the last run, but for what `[source]` says now."""
    given = result.recipe.section("source")
    for cells in result.rows.get("sources", ()):
        told = {name: text for name, text in before.get(cells["id"], {}).items() if name not in given}
        cells.update(told)


def _seen(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What shows that the files of a folder are unchanged."""
    stats = {path.name: path.stat() for path in folder.iterdir() if path.is_file()} if folder.is_dir() else {}
    return {name: (status.st_ino, status.st_size, status.st_mtime_ns) for name, status in stats.items()}


def _answers(folder: Path, recipe: Path | None) -> Recipe:
    own = read_recipe(folder / FILE) if (folder / FILE).exists() else Recipe()
    if recipe is None:
        return own
    return own.over(read_recipe(recipe if recipe.exists() else shipped_named(str(recipe))))


_ENTITIES = [stem for stem, kind in KINDS.items() if hasattr(kind.cls, "all_names")]


def _sheet(recipe: Recipe) -> str | None:
    sheet = recipe.get("import", "sheet")
    return str(sheet) if sheet else None


def _prefix(file: Path, grid: Grid, recipe: Recipe) -> str:
    given = recipe.get("import", "prefix")
    prefix = str(given) if given else _named_after(file.stem, 40)
    return f"{prefix}-list" if prefix in _TAKEN else prefix


def _named_after(name: str, most: int) -> str:
    """A part of ids that differs for names that differ, in any script.

    >>> _named_after("Twin towns", 40), _named_after("Список 2023", 40), _named_after("友城", 40)
    ('twin-towns', '2023-dbf6', 'x-1752')
    """
    lost = any(char.isalnum() for char in unicodedata.normalize("NFKD", name) if not char.isascii())
    return f"{slugged(name, most)}-{crc32(name.encode()) % 65_536:04x}" if lost else slugged(name, most)


def _apart(tables: list[tuple[Grid, str]]) -> list[tuple[Grid, str]]:
    """The tables with prefixes that differ: of several sheets each has its name too, of files of one name a number."""
    prefixes = [prefix for _, prefix in tables]
    apart: dict[str, Grid] = {}
    for grid, prefix in tables:
        first = prefix
        if prefixes.count(prefix) > 1 and grid.in_cells:
            first = f"{prefix}-{_named_after(grid.name, 30)}"
        names = (first if number == 1 else f"{first}-{number}" for number in count(1))
        apart[next(name for name in names if name not in apart)] = grid
    return [(grid, prefix) for prefix, grid in apart.items()]


def _graph(folder: Path) -> Graph:
    """The shipped graph with the folder's entities; facts may be unsound, which is reported at the end."""
    tables = (folder / f"{stem}.csv" for stem in (*_ENTITIES, "sources", "distinct", "located_in"))
    return read_graph(Selection(tuple(path for path in tables if path.exists())))
