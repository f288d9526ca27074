"""Start-up: a command imports what its answer needs, and nothing that takes longer than the answer."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = {"hashlib", "logging", "neo4j", "networkx", "numpy.core", "pandas", "pydantic", "pyvis", "tabulate"}


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
    assert not HEAVY & imported
    assert "Shandong" in run.stdout
