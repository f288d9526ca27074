"""The rooms of the house: which may import which, and that the shipped files are what the model gives."""

import ast
from pathlib import Path

import pytest

from bycn.loaders.cypher_files import CYPHER
from bycn.loaders.statements import generated_files

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "graph_model": set(),
    "cypher": set(),
    "loaders": {"graph_model", "cypher"},
    "queries": {"graph_model", "loaders", "cypher"},
    "bycn": {"graph_model", "loaders", "queries", "cypher"},
}
MODULES = [path for room in MAY_IMPORT for path in sorted((ROOT / room).rglob("*.py"))]


def imported_rooms(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found & set(MAY_IMPORT)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_what_lies_below_it(path):
    room = path.relative_to(ROOT).parts[0]
    assert imported_rooms(path) <= MAY_IMPORT[room] | {room}


def test_cypher_holds_no_logic():
    modules = list((ROOT / "cypher").rglob("*.py"))
    assert [m.name for m in modules] == ["__init__.py"]
    assert all(isinstance(node, ast.Expr) for node in ast.parse(modules[0].read_text()).body)


@pytest.mark.parametrize(("name", "text"), list(generated_files()), ids=lambda value: value[:40])
def test_loading_and_schema_files_are_what_the_model_gives(name, text):
    assert (CYPHER / f"{name}.cypher").read_text(encoding="utf-8") == text


def test_no_loading_file_is_left_over_from_an_older_model():
    given = {f"{name}.cypher" for name, _ in generated_files() if name.startswith("loading/")}
    there = {str(path.relative_to(CYPHER)) for path in (CYPHER / "loading").rglob("*.cypher")}
    folders = {str(Path(name).parent) for name in given}
    assert {name for name in there if str(Path(name).parent) in folders} == given
