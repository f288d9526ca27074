import pytest

from benchmarks.generate import generate
from bycn.loaders.neo4j.connection import Connection


@pytest.fixture
def connection(neo4j_address):
    with Connection(neo4j_address) as connection:
        yield connection


@pytest.fixture
def graph():
    return generate(120, 300)
