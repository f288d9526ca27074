"""What is installed with the program: nothing that it does without."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
INSTALLED = ("bycn", "graph_model", "loaders", "queries")
NEEDED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
FOR_OTHERS = {"neo4j-rust-ext": "takes the place of the driver's packing", "numpy": "networkx's layouts import it"}


def imported() -> set[str]:
    found: set[str] = set()
    for room in INSTALLED:
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
                found.update(name.split(".")[0] for name in names)
    return found


def test_every_dependency_is_imported_or_needed_by_another():
    names = {re.match(r"[\w-]+", line)[0] for line in NEEDED}
    modules = {name: name.removeprefix("python-").replace("-", "_") for name in names - set(FOR_OTHERS)}
    found = {module.removeprefix("python_") for module in imported()}
    assert not {name for name, module in modules.items() if module not in found}
    assert names >= set(FOR_OTHERS)


def test_the_drivers_packing_is_that_of_the_rust_extension():
    from neo4j._codec.packstream import v1

    assert type(v1._rust_pack).__name__ == "builtin_function_or_method"


def test_nothing_of_pyvis_is_imported_before_a_picture_is_drawn():
    look = "print([name for name in ('pyvis', 'IPython') if name in sys.modules])"
    code = f"import sys, bycn.cli, bycn.notebook, bycn.pictures; {look}"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT).stdout == "[]\n"


@pytest.mark.parametrize("name", ["create_database", "open_database", "ArcadeDBError"])
def test_the_engine_is_used_by_names_that_it_exports(name):
    import arcadedb

    assert name in arcadedb.__all__
    assert f".{name}" in (ROOT / "loaders" / "embedded" / "arcade.py").read_text(encoding="utf-8")
