"""Whether the tests own the meaning: mutants of the modules that decide answers, and how many the tests kill.

`pip install mutmut && nice python -m benchmarks.mutants [MODULE…] [DIGIT…]`, an hour of a busy core for all of them;
with digits, only the mutants whose number ends in one of these. Where TMPDIR is memory (/dev/shm), it goes several
times as fast. mutmut can't mutate folders that are mapped to a package, so it works on a copy laid out as in the wheel.
Those that survived are listed at the end.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("cypher", "graph_model", "loaders", "queries")
MUTATED = {
    "graph_model/containment": "tests/graph_model/test_containment.py",
    "graph_model/periods": "tests/graph_model/test_periods.py",
    "queries/between": "tests/queries/test_connecting_made_up.py",
    "queries/connecting": "tests/queries/test_connecting_made_up.py",
    "queries/filters": "tests/queries/test_filters.py",
    "queries/layers": "tests/queries/test_paths.py",
    "queries/neighbours": "tests/queries/test_neighbours.py",
    "queries/paths": "tests/queries/test_paths.py",
    "queries/sums": "tests/queries/test_sums.py",
}
"""The modules, each with the tests that own it."""
LEAST = 85
"""Per cent of the mutants of each module that must be killed."""
# The engine isn't fork-safe once it runs: workers come from a process that has only collected the tests. Those over the
# whole dataset are left out: made-up graphs must do, each worker would build its own cache.
_SETTINGS = """\
[mutmut]
source_paths = bycn
only_mutate =
{modules}
process_isolation = forkserver
pytest_add_cli_args =
    -knot (neo4j or embedded or book)
    -pno:cacheprovider
    -punshrunk
pytest_add_cli_args_test_selection =
{tests}
"""
_UNSHRUNK = """\
from hypothesis import Phase, settings

settings.register_profile("mutants", database=None, phases=(Phase.explicit, Phase.generate))
settings.load_profile("mutants")
"""
"""A plugin: a first failure is enough, and looking for the smallest one takes minutes."""
_KILLED = ("killed", "timeout", "suspicious", "segfault", "caught by type check")


def main(*asked: str) -> None:
    """Mutate, test, print killed and all mutants by module; exit 1 where too few are killed."""
    digits = [word for word in asked if word.isdigit()]
    chosen = {module: MUTATED[module] for module in asked if module not in digits} or MUTATED
    with tempfile.TemporaryDirectory() as folder:
        _stage(Path(folder), chosen)
        mutmut = [sys.executable, "-m", "mutmut"]
        every_case = os.environ | {"BYCN_TESTS": "all", "PYTHONPATH": f"{folder}/plugins"}
        some = [f"*__mutmut_*{digit}" for digit in digits]
        subprocess.run([*mutmut, "run", "--max-children", "1", *some], cwd=folder, check=True, env=every_case)
        results = subprocess.run(
            [*mutmut, "results", "--all", "true"], cwd=folder, check=True, capture_output=True, text=True
        ).stdout
    found = re.findall(r"^\s*bycn\.(\S+): (?!not checked)(.+)$", results, re.MULTILINE)
    print(*(f"{name}: {state}" for name, state in found if state not in _KILLED), sep="\n")
    every = Counter(_module(name) for name, _ in found)
    killed = Counter(_module(name) for name, state in found if state in _KILLED)
    for module in chosen:
        print(f"{module:24} {killed[module]:>4} of {every[module]:>4} killed, {killed[module] / every[module]:.0%}")
    if any(100 * killed[module] < LEAST * every[module] for module in chosen):
        sys.exit(f"fewer than {LEAST} % are killed")


def _module(name: str) -> str:
    return "/".join(name.split(".")[:2])


def _stage(folder: Path, chosen: dict[str, str]) -> None:
    """The checkout as it is installed, with its tests."""
    forgotten = shutil.ignore_patterns("__pycache__")
    for name in ("bycn", "tests", "benchmarks"):
        shutil.copytree(ROOT / name, folder / name, ignore=forgotten)
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / "bycn" / room, ignore=forgotten)
    modules = "\n".join(f"    bycn/{module}.py" for module in chosen)
    tests = "\n".join(f"    {path}" for path in chosen.values())
    (folder / "plugins").mkdir()
    (folder / "plugins" / "unshrunk.py").write_text(_UNSHRUNK, encoding="utf-8")
    (folder / "setup.cfg").write_text(_SETTINGS.format(modules=modules, tests=tests), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
