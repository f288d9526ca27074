"""Networks in sigma, by graphology, and in igraph: every entity and every fact arrives."""

import subprocess
from pathlib import Path

import pytest

from bycn.exports import gexf, graphml
from bycn.queries.filters import Filters
from tests.engines import dataset
from tests.node_modules import NoModules, installed

SIGMA = Path(__file__).parents[2] / "sigma"


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    """sigma and graphology in one script, by esbuild."""
    try:
        folder = installed(SIGMA, "sigma")
    except NoModules as reason:
        pytest.skip(f"no sigma: {reason}")
    made = tmp_path_factory.mktemp("sigma") / "bundle.js"
    script = folder / "draw.js"
    script.write_text((SIGMA / "draw.js").read_text(encoding="utf-8"), encoding="utf-8")
    tool = folder / "node_modules" / ".bin" / "esbuild"
    subprocess.run([tool, script, "--bundle", f"--outfile={made}"], check=True, capture_output=True)
    return made


def test_sigma_draws_every_entity_and_fact(engine, chromium, bundle):
    page = chromium.new_page()
    page.set_content('<div id="network" style="width:800px;height:600px"></div>')
    page.add_script_tag(path=bundle)
    drawn = page.evaluate("text => drawn(text)", "".join(gexf.lines(engine, Filters())))
    page.close()
    assert set(drawn["nodes"]) == dataset().entities.keys()
    assert dict(drawn["edges"]) == {fact.id: fact.type for fact in dataset().facts.values()}
    assert drawn["multi"]


@pytest.mark.parametrize("undirected", [False, True])
def test_igraph_keeps_every_fact(engine, tmp_path, undirected):
    igraph = pytest.importorskip("igraph")
    path = tmp_path / "graph.graphml"
    path.write_text("".join(graphml.lines(engine, Filters(), undirected=undirected)), encoding="utf-8")
    graph = igraph.Graph.Read_GraphML(str(path))
    assert graph.is_directed() is not undirected
    assert dict(zip(graph.vs["bycn_id"], graph.vs["label"], strict=True)) == {
        one.id: one.name for one in dataset().entities.values()
    }
    assert dict(zip(graph.es["bycn_id"], graph.es["fact_type"], strict=True)) == {
        fact.id: fact.type for fact in dataset().facts.values()
    }
    graph.simplify(combine_edges={"weight": "sum"})
    assert sum(graph.es["weight"]) + loops() == len(dataset().facts)


def loops():
    return sum(fact.from_ == fact.to for fact in dataset().facts.values())
