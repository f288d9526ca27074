"""The rooms of the house: which may import which, and that the shipped files are what the model gives."""

import ast
from pathlib import Path

import networkx as nx
import pytest

from bycn.loaders.statements import LOADING, as_text

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


def imported_modules(path: Path) -> set[str]:
    """The modules that a module imports anywhere, inside functions and for type checkers too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            parts = [f"{node.module}.{alias.name}" for alias in node.names]
            names.update(part if part in FILES else node.module for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("bycn."):
            names.add(node.value)  # import_module("bycn.…")
    return names


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in MAY_IMPORT else "bycn"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_what_lies_below_it(path):
    room = path.relative_to(ROOT).parts[0]
    rooms = {room_of(module) for module in imported_modules(path) if module.split(".")[0] == "bycn"}
    assert rooms <= MAY_IMPORT[room] | {room}


def test_no_files_import_each_other_in_a_circle():
    arrows = [(name, other) for name, path in FILES.items() for other in imported_modules(path) & set(FILES) - {name}]
    circles = [sorted(c) for c in nx.strongly_connected_components(nx.DiGraph(arrows)) if len(c) > 1]
    assert circles == []


def test_cypher_holds_no_logic():
    modules = list((ROOT / "cypher").rglob("*.py"))
    assert [m.name for m in modules] == ["__init__.py"]
    assert all(isinstance(node, ast.Expr) for node in ast.parse(modules[0].read_text()).body)


def test_the_text_for_readers_is_what_a_load_runs():
    assert LOADING.read_text(encoding="utf-8") == as_text()
