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


@pytest.fixture
def renewed_plans():
    """What a load does last: all statements are planned again. Tests that it matters to ask for it."""


@pytest.fixture(autouse=True)
def _plans_are_kept(request, monkeypatch):
    """Planning all statements again after each load would take most of the time."""
    if "renewed_plans" not in request.fixturenames:
        monkeypatch.setattr("bycn.loaders.neo4j.load.renew_plans", lambda _: None)
