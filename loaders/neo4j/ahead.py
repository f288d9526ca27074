"""Work done ahead in a thread: the next batch is made while the database writes this one."""

import contextlib
import queue
import threading
from collections.abc import Iterable, Iterator
from typing import TypeVar, cast

_T = TypeVar("_T")
_END = object()
_WAIT_SECONDS = 0.1


def ahead(items: Iterable[_T], depth: int = 1) -> Iterator[_T]:
    """The items, made up to `depth` ahead of their use. What making them raises is raised here."""
    made: queue.Queue[object] = queue.Queue(depth)
    stopped = threading.Event()
    failures: list[BaseException] = []

    def put(item: object) -> None:
        while not stopped.is_set():
            with contextlib.suppress(queue.Full):
                made.put(item, timeout=_WAIT_SECONDS)
                return

    def make() -> None:
        try:
            for item in items:
                put(item)
                if stopped.is_set():
                    return
        except BaseException as failure:  # raised where the items are used
            failures.append(failure)
        put(_END)

    maker = threading.Thread(target=make, name="bycn-ahead", daemon=True)
    maker.start()
    try:
        while (item := made.get()) is not _END:
            yield cast("_T", item)
        if failures:
            raise failures[0]
    finally:
        stopped.set()
        maker.join()
