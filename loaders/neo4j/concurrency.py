"""Work done side by side: while the database writes one batch, the next is made and sent."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")


def run_concurrently(work: Callable[[_T], _R], items: Iterable[_T], workers: int = 2) -> Iterator[_R]:
    """Do `work` with every item in threads, and give what it returns in the order of the items.

    No more than `workers` items are made and not done at any time, and what is done isn't kept. What `work` raises is
    raised here, when the work that was begun beside it has ended; no other is begun.
    """
    begun: deque[Future[_R]] = deque()
    with ThreadPoolExecutor(workers, thread_name_prefix="bycn-write") as pool:
        for item in items:
            begun.append(pool.submit(work, item))
            if len(begun) == workers:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()
