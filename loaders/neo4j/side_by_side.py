"""Work done side by side: while the database writes one batch, the next is made and sent."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_T = TypeVar("_T")


def side_by_side(work: Callable[[_T], object], items: Iterable[_T], workers: int = 2) -> Iterator[_T]:
    """Do `work` with every item in threads, and give the items back in order, each when its work is done.

    No more than `workers` items are made and not done at any time. What `work` raises is raised here, when the work
    that was begun beside it has ended; no other is begun.
    """
    begun: deque[tuple[_T, Future[object]]] = deque()

    def oldest() -> _T:
        item, running = begun.popleft()
        running.result()
        return item

    with ThreadPoolExecutor(workers, thread_name_prefix="bycn-write") as pool:
        for item in items:
            begun.append((item, pool.submit(work, item)))
            if len(begun) == workers:
                yield oldest()
        while begun:
            yield oldest()
