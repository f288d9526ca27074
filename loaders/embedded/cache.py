"""The cache of embedded databases: disposable copies of the tables, each in a folder named by their digest.

A database is built in a folder of its own and renamed when it is whole, so a reader meets a complete one or none.
Its manifest gives the size and checksum of every file; a database that doesn't match is built again. Whether tables
have changed is judged by their paths, inodes, sizes and times alone (the inode's own time too, which nobody can set);
they are read only when these differ. The only files removed are those written here, in folders whose names have the
cache's form and which lie in a folder of its own.
"""

import contextlib
import json
import os
import re
import stat
import time
import zlib
from collections.abc import Callable, Iterator
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from bycn.graph_model.version import SCHEMA, VERSION
from bycn.loaders.cypher_files import CYPHER, statement
from bycn.loaders.engine import ConnectionFailed
from bycn.loaders.locks import hold, one_at_a_time, unheld
from bycn.loaders.private_folders import cache_folder, remove_run_folder, run_folder
from bycn.loaders.selection import Selection, Snapshot

KEPT = 5
MANIFEST = "manifest.json"
_DATABASE = "db"
_STAMPS = "stamps"
_LOCK = "lock"
_DRAFT = "tmp-"
_NAME = re.compile(r"\d[\w.+]*-[0-9a-f]{32}|tmp-\w{8}")
_STATISTICS = "statistics.json"
_LOADING = "loading"
"""The text of the statements that fill a database: where they change, it is built again."""
_VOLATILE = {_STATISTICS, "last-tx-id.bin", "last-tx-id.bin.tmp"}
"""What the engine writes whenever it closes a database, even a read-only one; it can do without any of them."""
_ABANDONED_SECONDS = 3_600
_BLOCK = 1 << 18
_SETTLED_NANOSECONDS = 2_000_000_000

Builder = Callable[[Snapshot, Path], None]
"""Writes a whole database of these tables into a folder that doesn't exist yet."""

_held: dict[Path, FileIO] = {}
"""By folder, the open manifest of each database that this process uses: no other process removes a locked one."""


class Cached(NamedTuple):
    """Where a sound database is, and what the user should know about it."""

    folder: Path
    warning: str | None = None
    temporary: Path | None = None
    """What to remove when the database isn't used any more."""


def database_folder(selection: Selection, build: Builder) -> Cached:
    """A folder that holds a sound database of the selected tables; it is built when there is none.

    Where the cache can't be used, this run uses a temporary folder.

    Raises:
        DataError: the tables aren't sound (from `build`), or can't be found.
        ConnectionFailed: no folder can be written at all.

    """
    files = [*selection.files(), CYPHER / f"{_LOADING}.cypher"]
    try:
        return Cached(_folder_in(cache_folder(), selection, files, build))
    except OSError as error:
        problem = f"{error.filename}: {error.strerror}" if error.filename else str(error)
    try:
        temporary = run_folder()
        folder = _folder_in(temporary, selection, files, build)
    except OSError as error:
        raise ConnectionFailed(
            f"no folder for the embedded database can be written ({error.strerror or error}); "
            "free some space, or name another folder in BYCN_CACHE"
        ) from error
    warning = f"the cache can't be used ({problem}), so each run builds its own database; see BYCN_CACHE"
    return Cached(folder, warning, temporary)


def let_go(cached: Cached) -> None:
    """Say that nobody uses a database any more; a temporary one is removed."""
    if cached.temporary:
        _held.pop(cached.folder.parent).close()
        remove_run_folder(cached.temporary)


def _folder_in(root: Path, selection: Selection, files: list[Path], build: Builder) -> Path:
    stamp, settled = _stamp(files)
    stamp_file = root / _STAMPS / f"{zlib.crc32(stamp.encode()):08x}"
    with contextlib.suppress(OSError, ValueError):
        name, _, stamped = _regular(stamp_file).read_text(encoding="utf-8").partition("\n")
        if stamped == stamp and _hold(root / name):
            return _ready(root / name)
    tables = Snapshot(selection)
    folder = root / _digest(tables)
    if not _hold(folder):
        with one_at_a_time(root / _LOCK):
            if not _hold(folder):  # nobody built it while we waited
                _build_in(root, folder, lambda path: build(tables, path))
            _drop_oldest(root)
    if settled and stamp == _stamp(files)[0]:  # what was read is what is stamped
        stamp_file.parent.mkdir(exist_ok=True)
        _write_whole(stamp_file, f"{folder.name}\n{stamp}")
    return _ready(folder)


def _hold(folder: Path) -> bool:
    """Whether there is a sound database. It counts as used, and stays for as long as this process lives."""
    try:
        manifest = hold(_regular(folder / MANIFEST))
    except OSError:
        return False
    if not is_sound(folder):
        manifest.close()
        return False
    _held[folder] = manifest
    with contextlib.suppress(OSError):
        os.utime(folder / MANIFEST)
    return True


def _ready(folder: Path) -> Path:
    # No checksum can say whether the engine's counts are right. Without them it counts by itself.
    with contextlib.suppress(OSError):
        (folder / _DATABASE / _STATISTICS).unlink(missing_ok=True)
    return folder / _DATABASE


def _build_in(root: Path, folder: Path, write: Callable[[Path], None]) -> None:
    draft = _new_draft(root)
    try:
        write(draft / _DATABASE)
        manifest = {"made_by": f"bycn {VERSION}", "files": _checksums(draft / _DATABASE)}
        (draft / MANIFEST).write_text(json.dumps(manifest))
        _set_aside(folder)
        with contextlib.suppress(OSError):  # somebody else was first, where there are no locks; theirs is as good
            draft.rename(folder)
    finally:
        _remove(draft)
    if not _hold(folder):
        raise OSError(f"the database can't be put at {folder}")


def is_sound(folder: Path) -> bool:
    """Whether every file of a cached database is there, as it was when the database was built."""
    try:
        expected = _manifest(folder)["files"]
        return bool(expected == _checksums(folder / _DATABASE))
    except (OSError, ValueError, KeyError):
        return False


def _manifest(folder: Path) -> dict[str, object]:
    """The contents of a manifest of ours.

    Raises:
        ValueError: it isn't ours.
        OSError: there is none.

    """
    try:
        described = json.loads(_regular(folder / MANIFEST).read_bytes())
    except RecursionError as error:
        raise ValueError(folder) from error
    if not isinstance(described, dict) or not str(described.get("made_by")).startswith("bycn "):
        raise ValueError(folder)
    return described


def _checksums(database: Path) -> dict[str, list[int]]:
    buffer = bytearray(_BLOCK)
    files = [_regular(Path(entry.path)) for entry in os.scandir(database)]
    return {path.name: _checksum(path, buffer) for path in files if path.name not in _VOLATILE}


def _regular(path: Path) -> Path:
    """A path that may be opened: a pipe would be waited for, and a device never ends.

    Raises:
        OSError: it is no regular file, or not there.

    """
    if not stat.S_ISREG(path.lstat().st_mode):
        raise OSError(f"{path} is no file")
    return path


def _checksum(path: Path, buffer: bytearray) -> list[int]:
    checksum = size = 0
    view = memoryview(buffer)
    with FileIO(path) as file:
        while count := file.readinto(buffer):
            checksum, size = zlib.crc32(view[:count], checksum), size + count
    return [size, checksum]


def _stamp(files: list[Path]) -> tuple[str, bool]:
    """What shows, without reading the files, that they are unchanged, and whether that can be relied upon.

    A file that changed just now may change again within its clock's tick, at the same size.
    """
    try:
        stats = [path.stat() for path in files]
    except OSError:  # one went since they were listed
        return "", False
    seen = [
        (str(path.absolute()), s.st_dev, s.st_ino, s.st_size, s.st_mtime_ns, s.st_ctime_ns)
        for path, s in zip(files, stats, strict=True)
    ]
    newest = max(max(s.st_mtime_ns, s.st_ctime_ns) for s in stats)
    return ascii((VERSION, SCHEMA, seen)), time.time_ns() - newest > _SETTLED_NANOSECONDS


def _digest(tables: Snapshot) -> str:
    import hashlib  # slow to import, and needed only when tables have changed

    whole = hashlib.blake2b(f"{VERSION} {SCHEMA}".encode(), digest_size=16)

    def add(name: str, content: bytes) -> None:
        whole.update(os.fsencode(name) + b"\0" + hashlib.blake2b(content, digest_size=16).digest())

    add(_LOADING, statement(_LOADING).encode())
    for root in tables.roots():
        add(root.resolve().name, b"")  # a dataset is named after its roots, and a later one may do what one alone can't
        for path in tables.tables(root):
            with contextlib.suppress(OSError):  # the reader of the tables will say so
                add(path.name, tables.read(path))
    return f"{VERSION}-{whole.hexdigest()}"


def _drop_oldest(root: Path) -> None:
    """Keep the databases used last; take away older ones, and what killed builds left behind."""
    used: list[tuple[float, Path]] = []
    for path in _folders_of_ours(root):
        with contextlib.suppress(OSError, ValueError):
            if not path.name.startswith(_DRAFT):
                _manifest(path)
                used.append(((path / MANIFEST).stat().st_mtime, path))
            elif time.time() - path.stat().st_mtime > _ABANDONED_SECONDS:
                _remove(path)
    for _, path in sorted(used, reverse=True)[KEPT:]:
        with contextlib.suppress(OSError), unheld(path / MANIFEST) as nobody_asks_it:
            if nobody_asks_it:
                _set_aside(path)
    for stamp_file in (root / _STAMPS).glob("*"):
        with contextlib.suppress(OSError, ValueError):
            if not (root / _regular(stamp_file).read_text(encoding="utf-8").partition("\n")[0]).exists():
                stamp_file.unlink()


def _folders_of_ours(root: Path) -> Iterator[Path]:
    return (path for path in root.iterdir() if _NAME.fullmatch(path.name) and path.is_dir() and not path.is_symlink())


def _new_draft(root: Path) -> Path:
    import tempfile

    return Path(tempfile.mkdtemp(prefix=_DRAFT, dir=root))


def _set_aside(folder: Path) -> None:
    """Take a database away at once, and then its files; one that other processes have open answers them on."""
    if folder.exists():
        aside = _new_draft(folder.parent)
        aside.rmdir()
        folder.rename(aside)
        _remove(aside)


def _remove(folder: Path) -> None:
    """Remove the files of a database or of what became of one; what isn't a file of it stays, with its folder."""
    database = folder / _DATABASE
    for path in (*(database.iterdir() if database.is_dir() else ()), folder / MANIFEST):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
    for emptied in (database, folder):
        with contextlib.suppress(OSError):
            emptied.rmdir()


def _write_whole(path: Path, text: str) -> None:
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
