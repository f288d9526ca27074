"""Work done side by side: in order, never more than allowed at once, and nothing begun behind a failure."""

import threading
import weakref

import pytest

from bycn.loaders.neo4j.concurrency import run_concurrently


def test_results_come_in_the_order_of_the_items():
    assert list(run_concurrently(lambda number: number * 2, range(20))) == [*range(0, 40, 2)]


def test_two_are_worked_on_at_once():
    met = threading.Barrier(2, timeout=10)  # one alone would wait in vain
    assert len(list(run_concurrently(lambda _: met.wait(), range(6)))) == 6


def test_an_item_that_is_done_is_not_kept():
    class Item:
        """What a weak reference can be taken of."""

    made = []

    def items():
        for _ in range(6):
            item = Item()
            made.append(weakref.ref(item))
            yield item
            del item
            assert sum(one() is not None for one in made) <= 3  # two at work, one that a thread just lets go

    assert len(list(run_concurrently(lambda _: None, items()))) == 6


def test_no_more_items_are_made_than_are_worked_on():
    made, done = [], []

    def items():
        for number in range(9):
            assert len(made) - len(done) < 2
            made.append(number)
            yield number

    for number in run_concurrently(lambda number: number, items()):
        done += [number]  # one by one, for `items` to see
    assert made == done


def test_a_failure_is_raised_after_what_runs_beside_it_and_nothing_else_is_begun():
    begun, ended = [], []

    def work(number):
        begun.append(number)
        if number == 3:
            raise ValueError("three")
        ended.append(number)

    with pytest.raises(ValueError, match="three"):
        list(run_concurrently(work, range(20)))
    assert set(begun) <= {0, 1, 2, 3, 4}
    assert set(ended) == set(begun) - {3}


def test_what_making_an_item_raises_is_raised():
    def items():
        yield 1
        raise OSError("no more")

    with pytest.raises(OSError, match="no more"):
        list(run_concurrently(lambda _: None, items()))
