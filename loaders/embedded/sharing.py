"""Open databases, one for each folder: a process may open a database only once, and several engines may share it."""

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
    """The database in `folder`, opened if nobody has it open yet."""
    with _lock:
        if folder not in _open:
            _open[folder] = _Shared(open_read_only(folder))
        _open[folder].users += 1
        return _open[folder].database


def give_back(folder: Path) -> None:
    """Give back the database in `folder`; when nobody uses it any more, it is closed."""
    with _lock:
        _open[folder].users -= 1
        if not _open[folder].users:
            _open.pop(folder).database.close()
