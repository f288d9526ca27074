"""Folders that a command writes: whole, or not at all."""

import shutil
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from bycn.files import FileExists

MODE = 0o755


def write_folder(write: Callable[[Path], None], path: Path, *, force: bool, ours: Callable[[str], bool]) -> None:
    """Let `write` fill a folder, and put it at `path`. An existing one that isn't empty is only replaced by `force`.

    Even then nothing but files of such a folder are replaced: `ours` tells by their names.

    Raises:
        FileExists: something is there and `force` isn't given, or it holds files of another kind.
        OSError: it can't be written; nothing is left behind then.

    """
    _check(path, force=force, ours=ours)
    draft = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.absolute().parent))
    try:
        write(draft)
        draft.chmod(MODE)
        if path.exists():
            shutil.rmtree(path)
        draft.replace(path)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def _check(path: Path, *, force: bool, ours: Callable[[str], bool]) -> None:
    if not path.exists():
        return
    if not path.is_dir():
        raise FileExists(f"{path} is a file; this form needs a folder")
    there = sorted(entry.name for entry in path.iterdir())
    if there and not force:
        raise FileExists(f"{path} is not empty; --force replaces it")
    foreign = _foreign(there, ours)
    if foreign:
        raise FileExists(f"{path} holds {', '.join(foreign[:3])}, which no export wrote; name another folder")


def _foreign(names: Collection[str], ours: Callable[[str], bool]) -> list[str]:
    return [name for name in names if not ours(name)]
