import pytest

from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph


@pytest.fixture(scope="session")
def graph():
    """The whole shipped dataset, read and checked."""
    return read_graph(Selection())


@pytest.fixture(scope="session")
def facts(graph):
    return list(graph.facts.values())
