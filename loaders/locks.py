"""Locks on files, released when the process that holds them ends.

Windows needs none: a file that is open keeps its folder in place, and a folder is never renamed onto another.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

if sys.platform == "win32":

    def hold(path: Path) -> FileIO:
        """Hold a file, so that `unheld` finds it held until the returned handle is closed."""
        return FileIO(path)

    @contextmanager
    def unheld(path: Path) -> Iterator[bool]:
        """Whether nobody holds a file; if so, nobody can hold it inside the `with`."""
        yield True

    @contextmanager
    def one_at_a_time(path: Path) -> Iterator[None]:
        """Wait until no other process is in here with the same file, which is created if need be."""
        yield

else:
    import fcntl

    def hold(path: Path) -> FileIO:
        """Hold a file, so that `unheld` finds it held until the returned handle is closed."""
        file = FileIO(path)
        _lock(file, fcntl.LOCK_SH)
        return file

    @contextmanager
    def unheld(path: Path) -> Iterator[bool]:
        """Whether nobody holds a file; if so, nobody can hold it inside the `with`."""
        with FileIO(path) as file:
            yield _lock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    @contextmanager
    def one_at_a_time(path: Path) -> Iterator[None]:
        """Wait until no other process is in here with the same file, which is created if need be."""
        with FileIO(path, "w") as file:
            _lock(file, fcntl.LOCK_EX)
            yield

    def _lock(file: FileIO, how: int) -> bool:
        try:
            fcntl.flock(file, how)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks
            return True
        return True
