"""Several engines of one process ask the same database."""

import threading

import pytest

from bycn.loaders.embedded.database import EmbeddedEngine

COUNT = "MATCH (n:Entity) RETURN count(n) AS n"


@pytest.fixture(autouse=True)
def _cache(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("BYCN_CACHE", str(tmp_path_factory.getbasetemp() / "sharing"))


def test_two_engines_on_the_same_tables_answer_until_each_is_closed():
    with EmbeddedEngine() as first:
        with EmbeddedEngine() as second:
            assert second.folder == first.folder
            assert second.run(COUNT) == first.run(COUNT)
            second.close()
            second.close()
        assert first.run(COUNT)[0]["n"] > 0
    with EmbeddedEngine() as again:
        assert again.run(COUNT)[0]["n"] > 0


def test_engines_may_be_opened_and_closed_by_many_threads():
    failed = []

    def ask():
        try:
            with EmbeddedEngine() as engine:
                assert engine.run(COUNT)[0]["n"] > 0
        except Exception as error:
            failed.append(error)

    with EmbeddedEngine():
        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert failed == []
