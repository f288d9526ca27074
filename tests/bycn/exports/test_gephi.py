"""GEXF in the real Gephi, by its toolkit: with the settings it comes with every fact stays one edge."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from bycn.exports import gexf
from bycn.queries.filters import Filters
from tests.engines import dataset

TOOLKIT = "org.gephi:gephi-toolkit:0.10.1:jar:all"


@pytest.fixture(scope="module")
def toolkit(tmp_path_factory):
    """The toolkit's jar, by Maven."""
    if not (shutil.which("mvn") and shutil.which("java")):
        pytest.skip("Gephi's toolkit needs Maven and Java")
    folder = tmp_path_factory.mktemp("gephi")
    fetch = ["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={TOOLKIT}", f"-DoutputDirectory={folder}"]
    done = subprocess.run(fetch, capture_output=True, text=True, cwd=folder, check=False)
    if done.returncode:
        pytest.skip(f"Gephi's toolkit can't be had: {done.stdout.strip()[-200:]}")
    return next(folder.glob("*.jar"))


def opened(toolkit, path):
    """The nodes and edges that Gephi makes of a file, each as the program printed it."""
    program = str(Path(__file__).with_name("Edges.java"))
    command = ["java", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-cp", str(toolkit), program, path]
    out = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | {"LC_ALL": "C.UTF-8"})
    rows = [line.split("\t") for line in out.stdout.splitlines() if line.startswith(("node\t", "edge\t"))]
    return ({row[1]: row[2:] for row in rows if row[0] == kind} for kind in ("node", "edge"))


def test_gephi_keeps_every_fact_with_its_own_cells(engine, toolkit, tmp_path):
    path = tmp_path / "graph.gexf"
    path.write_text("".join(gexf.lines(engine, Filters())), encoding="utf-8")
    nodes, edges = opened(toolkit, str(path))
    assert {id_: name for id_, (name, _) in nodes.items()} == {e.id: e.name for e in dataset().entities.values()}
    assert {id_: type_ for id_, (type_, _) in edges.items()} == {f.id: f.type for f in dataset().facts.values()}
    assert all(edges[f.id][1] == f.title for f in dataset().facts.values())
    assert len({x for _, x in nodes.values()}) > 2
