"""Records in order, however many there are: sorted in runs that lie on disk, and merged whenever they are read."""

import heapq
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from bycn.loaders.engine import Record
from bycn.loaders.private_folders import remove_run_folder, run_folder
from bycn.loaders.rows import batches

RUN = 20_000
_BLOCK = 1 << 13


class Ordered:
    """Records in the order of a key, read as often as one likes. A context manager, for what lies on disk is removed.

    Fewer than `run` of them stay in memory.
    """

    def __init__(self, records: Iterable[Record], key: Callable[[Record], Any], *, run: int = RUN):
        self._key = key
        self._folder: Path | None = None
        self._few: list[Record] = []
        self._runs: list[Path] = []
        try:
            for batch in batches(records, run):
                batch.sort(key=key)
                if len(batch) < run and not self._runs:
                    self._few = batch
                else:
                    self._runs.append(self._write(batch))
        except BaseException:
            self.__exit__()
            raise

    def __iter__(self) -> Iterator[Record]:
        return heapq.merge(*map(_read, self._runs), key=self._key) if self._runs else iter(self._few)

    def __enter__(self) -> "Ordered":
        return self

    def __exit__(self, *exc: object) -> None:
        if self._folder:
            remove_run_folder(self._folder)

    def _write(self, batch: list[Record]) -> Path:
        if self._folder is None:
            self._folder = run_folder()
        path = self._folder / str(len(self._runs))
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(record) + "\n" for record in batch)
        return path


def _read(path: Path) -> Iterator[Record]:
    # Not kept open between blocks: there may be more runs than files that a process may have open.
    place = 0
    while True:
        with path.open("rb") as file:
            file.seek(place)
            lines = file.readlines(_BLOCK)
            place = file.tell()
        if not lines:
            return
        yield from map(json.loads, lines)
