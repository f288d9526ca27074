"""Open databases, one a folder: a process may open a database once only, and several engines may ask it."""

import threading
from pathlib import Path
from typing import Any

from bycn.loaders.embedded.arcade import open_read_only


class _Shared:
    def __init__(self, database: Any):
        self.database, self.users = database, 0


_open: dict[Path, _Shared] = {}
_lock = threading.Lock()


def take(folder: Path) -> Any:
    """The database in `folder`, opened for the first who takes it."""
    with _lock:
        if folder not in _open:
            _open[folder] = _Shared(open_read_only(folder))
        _open[folder].users += 1
        return _open[folder].database


def give_back(folder: Path) -> None:
    """Say that one who took the database in `folder` is done; after the last one it is closed."""
    with _lock:
        _open[folder].users -= 1
        if not _open[folder].users:
            _open.pop(folder).database.close()
