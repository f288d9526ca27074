import pytest

from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from tests.book_alone import book_alone


@pytest.fixture(scope="session")
def graph():
    """All shipped tables, read and checked."""
    return read_graph(Selection())


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    """The tables of the book alone, with the divisions that they build on: what is counted in them stays."""
    return read_graph(Selection(book_alone(tmp_path_factory.mktemp("book")), only_own=True))


@pytest.fixture(scope="session")
def facts_of_book(book):
    return list(book.facts.values())


@pytest.fixture(scope="session")
def facts(graph):
    return list(graph.facts.values())
