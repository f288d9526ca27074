"""Records in order, in memory that their number doesn't fill."""

import random
import tempfile
import tracemalloc
from pathlib import Path

import pytest

from bycn.exports.external_sort import Ordered


def records(count):
    draw = random.Random(count)
    numbers = list(range(count))
    draw.shuffle(numbers)
    return ({"id": f"{number:07}", "list": ["a", "ж"], "amount": number / 4, "text": "x" * 200} for number in numbers)


def by_id(record):
    return record["id"]


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 1_000, 1_234])
def test_all_of_them_in_order_as_often_as_one_likes(count):
    with Ordered(records(count), key=by_id, run=100) as ordered:
        for _ in range(2):
            found = list(ordered)
            assert [record["id"] for record in found] == [f"{number:07}" for number in range(count)]
        assert all(record["amount"] == int(record["id"]) / 4 and record["list"] == ["a", "ж"] for record in found)


def test_nothing_stays_on_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Ordered(records(1_000), key=by_id, run=100) as ordered:
        assert next(iter(ordered))
        assert list(tmp_path.rglob("*"))
    assert not list(tmp_path.iterdir())


def test_memory_does_not_grow_with_their_number():
    def peak(count):
        tracemalloc.start()
        with Ordered(records(count), key=by_id, run=500) as ordered:
            assert sum(1 for _ in ordered) == count
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    assert peak(40_000) < 4 * peak(4_000)  # the shuffled numbers themselves grow; the records would be ten times


def test_files_are_removed_when_reading_fails(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def broken():
        yield from records(250)
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        Ordered(broken(), key=by_id, run=100)
    assert not [path for path in Path(tmp_path).rglob("*") if path.is_file()]


def test_there_may_be_more_runs_than_open_files():
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with Ordered(records(3_000), key=by_id, run=10) as ordered:
        used = len(list(Path("/dev/fd").iterdir()))
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(256, used + 100), hard))
        try:
            assert [int(record["id"]) for record in ordered] == list(range(3_000))
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
