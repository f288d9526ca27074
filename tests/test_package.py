"""What is installed: one package, whose rooms stand at the top level of the checkout."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SETUP = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
ROOMS = ("cypher", "graph_model", "loaders", "queries")


def imported(code: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Run code by an interpreter that finds what lies in a folder, and nothing of this checkout beside it."""
    start = f"import sys; sys.path.insert(0, {str(path)!r})\n"
    return subprocess.run([sys.executable, "-I", "-c", start + code], capture_output=True, text=True, cwd=path)


def test_every_folder_with_modules_is_installed():
    folders = [ROOT / "bycn", *(ROOT / room for room in ROOMS)]
    found = {path.parent.relative_to(ROOT).as_posix() for folder in folders for path in folder.rglob("__init__.py")}
    names = {"bycn" + ("" if name == "bycn" else f".{name.removeprefix('bycn/').replace('/', '.')}") for name in found}
    assert set(SETUP["packages"]) == names


def test_every_file_that_lies_with_the_modules_is_installed():
    folders = {name: ROOT / name.removeprefix("bycn.").replace(".", "/") for name in SETUP["packages"]}
    folders |= {name: ROOT / name.replace(".", "/") for name in folders if not folders[name].is_dir()}
    asked = SETUP["package-data"]
    installed = {
        file
        for name, folder in folders.items()
        for pattern in (*asked["*"], *asked.get(name, ()))
        for file in folder.glob(pattern)
    }
    there = {file for folder in folders.values() for file in folder.rglob("*") if file.is_file()}
    assert {file for file in there if file.suffix not in (".py", ".pyc")} - installed == set()


def test_the_rooms_are_the_only_folders_that_move():
    assert SETUP["package-dir"] == {f"bycn.{room}": room for room in ROOMS}


@pytest.mark.parametrize("room", ROOMS)
def test_a_plain_checkout_imports_its_rooms(room):
    told = imported(f"import bycn.{room} as room; print(room.__file__)", ROOT)
    assert told.stdout.strip() == str(ROOT / room / "__init__.py"), told.stderr


@pytest.mark.parametrize("name", ["bycn.bycn", "bycn.tests", "bycn.benchmarks", "bycn.docs"])
def test_nothing_else_of_a_checkout_is_taken_for_a_part_of_bycn(name):
    assert "ModuleNotFoundError" in imported(f"import {name}", ROOT).stderr


def test_a_foreign_package_beside_the_installed_one_is_not_taken_for_a_room(tmp_path):
    (tmp_path / "bycn").mkdir()
    (tmp_path / "bycn" / "__init__.py").write_bytes((ROOT / "bycn" / "__init__.py").read_bytes())
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "__init__.py").touch()
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "another"\n')
    assert "ModuleNotFoundError" in imported("import bycn.queries", tmp_path).stderr
