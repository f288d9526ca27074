"""Folders that nobody but the user can write to: the cache, and those of this run in the temporary folder."""

import atexit
import contextlib
import os
import stat
from io import FileIO
from pathlib import Path

from bycn.loaders.locks import hold, unheld

NAME = "bycn-databases"
"""Our own folder inside the one that the user or the system names, in which other things may lie."""
TAG = "CACHEDIR.TAG"
_TAG_TEXT = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by bycn; see https://bford.info/cachedir/\n"
_RUN = "bycn-run-"
_IN_USE = "in-use"
"""A file in each folder of a run, which the run holds for as long as it lives."""
_run_folders: dict[Path, FileIO] = {}


class NotPrivate(OSError):
    """A folder isn't used because others may have written there, or because it isn't one of ours."""


def cache_folder() -> Path:
    """The cache, in `BYCN_CACHE` or where this system keeps such things; it is made when there is none.

    Raises:
        NotPrivate: somebody else made the folder there, or can write to it.
        OSError: it can't be made.

    """
    folder = _parent() / NAME
    try:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise NotPrivate(f"{folder.parent} is a file, not a folder") from None
    if _anybody_may_rename_in(folder.parent):
        raise NotPrivate(f"everybody can write to {folder.parent}; name a folder of your own")
    folder.mkdir(mode=0o700, exist_ok=True)
    if not _is_private(folder):
        raise NotPrivate(f"{folder} isn't yours alone; remove it, or make it so: chmod 700")
    there = os.listdir(folder)  # noqa: PTH208 - names, at one moment
    if TAG not in there:
        if there:
            raise NotPrivate(f"{folder} holds files that aren't bycn's; move them away")
        (folder / TAG).write_text(_TAG_TEXT, encoding="ascii")
    return folder


def run_folder() -> Path:
    """A new folder in the temporary one, which nobody else can enter and which is removed when the run ends.

    What runs that were killed left there is removed first.
    """
    import tempfile  # not needed by most runs

    _sweep(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=_RUN))
    new = folder / f"{_IN_USE}-new"
    new.touch()
    _run_folders[folder] = hold(new)
    new.rename(folder / _IN_USE)  # only now may another run ask whether it is held
    return folder


def _sweep(parent: Path) -> None:
    if os.name != "posix":  # no locks tell there which run is still alive
        return
    for folder in parent.glob(f"{_RUN}*"):
        with contextlib.suppress(OSError):
            if _is_private(folder):
                with unheld(folder / _IN_USE) as is_abandoned:
                    if is_abandoned:
                        remove_run_folder(folder)


@atexit.register
def remove_run_folders() -> None:
    """Remove what `run_folder` made. The interpreter does so at its end; what ends the process earlier calls this."""
    for folder in tuple(_run_folders):
        remove_run_folder(folder)


def remove_run_folder(folder: Path) -> None:
    """Remove a folder that `run_folder` made, before the run ends."""
    import shutil

    if held := _run_folders.pop(folder, None):
        held.close()
    shutil.rmtree(folder, ignore_errors=True)


def _parent() -> Path:
    if named := os.environ.get("BYCN_CACHE"):
        return Path(named).absolute()
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("bycn", appauthor=False)
    except RuntimeError:
        folder = Path()
    if not folder.is_absolute():  # never `~` or another folder where the program happens to run
        raise NotPrivate("this user has no home folder; name a folder in BYCN_CACHE")
    return folder


def _is_private(folder: Path) -> bool:
    if os.name != "posix":  # elsewhere the user's profile is closed to others by itself
        return True
    status = folder.lstat()
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & 0o077


def _anybody_may_rename_in(folder: Path) -> bool:
    mode = folder.stat().st_mode
    return os.name == "posix" and bool(mode & stat.S_IWOTH) and not mode & stat.S_ISVTX
