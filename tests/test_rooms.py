"""The rooms of the house: which may import which, and that the shipped files are what the model gives."""

import ast
from pathlib import Path

import networkx as nx
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


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(("bycn", *parts[parts[0] == "bycn" :])).removesuffix(".__init__")


FILES = {module_name(path): path for path in MODULES}
"""The modules by their name, packages included."""


def imported_rooms(path: Path) -> set[str]:
    modules: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.update(f"{node.module}.{alias.name}" for alias in node.names)
    return {room_of(module) for module in modules if module.split(".")[0] == "bycn"}


def room_of(module: str) -> str:
    second = module.split(".")[1]
    return second if second in MAY_IMPORT else "bycn"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_what_lies_below_it(path):
    room = path.relative_to(ROOT).parts[0]
    assert imported_rooms(path) <= MAY_IMPORT[room] | {room}


def imported_files(path: Path) -> set[Path]:
    """The modules of ours that a module imports anywhere, inside functions and for type checkers too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            parts = [f"{node.module}.{alias.name}" for alias in node.names]
            names.update(part if part in FILES else node.module for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("bycn."):
            names.add(node.value)  # import_module("bycn.…")
    return {FILES[name] for name in names & set(FILES)} - {path}


def test_no_files_import_each_other_in_a_circle():
    graph = nx.DiGraph((path, other) for path in MODULES for other in imported_files(path))
    circles = [
        sorted(str(p.relative_to(ROOT)) for p in c) for c in nx.strongly_connected_components(graph) if len(c) > 1
    ]
    assert circles == []


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
