"""The examples in docstrings run, whichever module has them."""

import doctest
import importlib
import warnings
from pathlib import Path

import pytest

import bycn

ROOT = Path(__file__).parents[1]
ROOMS = {"bycn": "bycn", **{f"bycn.{room}": room for room in ("graph_model", "loaders", "queries")}}
MODULES = sorted(
    ".".join((package, *path.relative_to(ROOT / folder).with_suffix("").parts)).removesuffix(".__init__")
    for package, folder in ROOMS.items()
    for path in (ROOT / folder).rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


def test_there_are_examples_in_every_room_that_had_some():
    assert {"bycn", "bycn.notebook.questions", "bycn.graph_model.dates", "bycn.queries.amounts"} <= set(MODULES)


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    """The `graph` of examples, as a notebook opens it once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BYCN_CACHE", str(tmp_path_factory.mktemp("cache-of-examples")))
        with bycn.open_graph() as graph:
            yield graph


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_of_a_module_run(module, graph):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # an example leaves its graph open, as a notebook does
        outcome = doctest.testmod(importlib.import_module(module), extraglobs={"graph": graph})
    assert outcome.attempted
    assert outcome.failed == 0
