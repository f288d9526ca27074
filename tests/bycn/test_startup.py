"""Start-up: a command imports what its answer needs, and nothing that takes longer than the answer."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = {"neo4j", "networkx", "pandas", "pydantic", "pyvis", "rich", "xlsxwriter"}
ROOMS = ("bycn", "graph_model", "loaders", "queries")


def test_a_later_run_imports_nothing_heavy():
    command = [sys.executable, "-X", "importtime", "-c", "from bycn.cli import main; main()"]
    for _ in range(2):
        run = subprocess.run(
            [*command, "connections", "Vitebsk", "--to", "province"],
            capture_output=True,
            check=True,
            cwd=ROOT,
            text=True,
        )
    imported = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines() if line.startswith("import time:")}
    assert {"bycn.cli", "bycn.loaders.embedded.arcade"} <= imported
    assert HEAVY & imported == set()
    assert "Shandong" in run.stdout


def test_the_engine_is_used_by_its_public_face():
    for path in (path for room in ROOMS for path in (ROOT / room).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"arcadedb\._|sys\.modules\[", text), path
        names = {
            name for line in re.findall(r"^ *from arcadedb(?:\.\w+)* import (.*)", text, re.M) for name in line.split()
        }
        assert not [name for name in names if name.startswith("_")], path
