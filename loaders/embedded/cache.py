"""The cache of embedded databases: disposable copies of the tables, each in a folder named by their digest.

A database is built in a folder of its own and renamed when it is whole, so a reader meets a complete one or none.
Its manifest says the size and checksum of every file: one that doesn't fit is built anew. Whether tables have
changed is told by their paths, sizes and times alone; only when these differ are they read.
"""

import contextlib
import json
import os
import shutil
import tempfile
import time
import zlib
from collections.abc import Callable
from io import FileIO
from pathlib import Path

from bycn.graph_model.version import SCHEMA, VERSION
from bycn.loaders.cypher_files import CYPHER
from bycn.loaders.engine import ConnectionFailed
from bycn.loaders.selection import Selection

KEPT = 5
MANIFEST = "manifest.json"
_DATABASE = "db"
_STAMPS = "stamps"
_STATISTICS = "statistics.json"
_LOADING = "loading.cypher"
"""Tells whether the statements that fill a database have changed."""
_ABANDONED_SECONDS = 3_600
_BLOCK = 1 << 18
_SETTLED_NANOSECONDS = 2_000_000_000

Builder = Callable[[Path], None]
"""Writes a whole database into a folder that doesn't exist yet."""


def cache_root() -> Path:
    """The folder of the cache: `BYCN_CACHE`, or where this system keeps such things."""
    if named := os.environ.get("BYCN_CACHE"):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("bycn", appauthor=False)


def database_folder(selection: Selection, build: Builder) -> Path:
    """A folder that holds a sound database of the selected tables; it is built when there is none.

    Where the cache can't be written, a temporary folder serves for this run.

    Raises:
        DataError: the tables aren't sound (from `build`), or can't be found.
        ConnectionFailed: no folder can be written at all.

    """
    files = [*selection.files(), CYPHER / _LOADING]
    stamp = _stamp(files)
    for root in (cache_root(), Path(tempfile.gettempdir()) / f"bycn-{_user()}"):
        try:
            return _folder_in(root, files, stamp, build)
        except OSError as error:
            problem = error
    raise ConnectionFailed(
        f"no folder for the embedded database can be written ({problem.strerror or problem}); "
        "free some space, or name another folder in BYCN_CACHE"
    )


def _folder_in(root: Path, files: list[Path], stamp: str, build: Builder) -> Path:
    stamp_file = root / _STAMPS / f"{zlib.crc32(stamp.encode()):08x}"
    with contextlib.suppress(OSError, ValueError):
        name, _, stamped = stamp_file.read_text(encoding="utf-8").partition("\n")
        if stamped == stamp and is_sound(root / name):
            _mark_used(root / name)
            return _ready(root / name)
    root.mkdir(parents=True, exist_ok=True)
    settled = _are_settled(files)
    folder = root / _digest(files)
    if not is_sound(folder):
        folder = _build_in(root, folder, build)
        _drop_oldest(root, folder)
    if settled and folder.parent == root and not folder.name.startswith("tmp"):
        stamp_file.parent.mkdir(exist_ok=True)
        _write_whole(stamp_file, f"{folder.name}\n{stamp}")
    return _ready(folder)


def _ready(folder: Path) -> Path:
    # The engine writes its counts anew whenever it closes, so no checksum can tell whether they are right. Without
    # them it counts by itself.
    with contextlib.suppress(OSError):
        (folder / _DATABASE / _STATISTICS).unlink(missing_ok=True)
    return folder / _DATABASE


def _build_in(root: Path, folder: Path, build: Builder) -> Path:
    workshop = Path(tempfile.mkdtemp(prefix="tmp-", dir=root))
    try:
        build(workshop / _DATABASE)
        (workshop / MANIFEST).write_text(json.dumps(_checksums(workshop / _DATABASE)))
    except BaseException:
        shutil.rmtree(workshop, ignore_errors=True)
        raise
    with contextlib.suppress(OSError):
        if folder.exists() and not is_sound(folder):
            folder.rename(workshop.with_suffix(".damaged"))
    try:
        workshop.rename(folder)
    except OSError:  # somebody else was first; theirs is as good, unless it is what we came to replace
        if not is_sound(folder):
            return workshop
        shutil.rmtree(workshop, ignore_errors=True)
    return folder


def is_sound(folder: Path) -> bool:
    """Whether every file of a cached database is there, as it was when the database was built."""
    try:
        expected = json.loads((folder / MANIFEST).read_text())
        return bool(expected == _checksums(folder / _DATABASE))
    except (OSError, ValueError):
        return False


def _checksums(database: Path) -> dict[str, list[int]]:
    buffer = bytearray(_BLOCK)
    return {p.name: _checksum(p.path, buffer) for p in os.scandir(database) if p.name != _STATISTICS}


def _checksum(path: str, buffer: bytearray) -> list[int]:
    checksum = size = 0
    view = memoryview(buffer)
    with FileIO(path) as file:
        while count := file.readinto(buffer):
            checksum, size = zlib.crc32(view[:count], checksum), size + count
    return [size, checksum]


def _stamp(files: list[Path]) -> str:
    """What tells without reading the files that they are unchanged."""
    stats = [(str(path.absolute()), (s := path.stat()).st_size, s.st_mtime_ns) for path in files]
    return ascii((VERSION, SCHEMA, stats))


def _are_settled(files: list[Path]) -> bool:
    # A file that changed just now may change again within its clock's tick, at the same size.
    return all(time.time_ns() - path.stat().st_mtime_ns > _SETTLED_NANOSECONDS for path in files)


def _digest(files: list[Path]) -> str:
    import hashlib  # slow to import, and needed only when tables have changed

    whole = hashlib.blake2b(f"{VERSION} {SCHEMA}".encode(), digest_size=16)
    for path in files:
        content = hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
        whole.update(os.fsencode(f"{path.parent.name}/{path.name}\0") + content)
    return f"{VERSION}-{whole.hexdigest()}"


def _mark_used(folder: Path) -> None:
    with contextlib.suppress(OSError):
        os.utime(folder / MANIFEST)


def _drop_oldest(root: Path, current: Path) -> None:
    """Keep the databases used last; take away older ones, and what killed builds left behind."""
    used: list[tuple[float, Path]] = []
    for path in root.iterdir():
        with contextlib.suppress(OSError):
            if path.name.startswith("tmp-"):
                if time.time() - path.stat().st_mtime > _ABANDONED_SECONDS:
                    shutil.rmtree(path, ignore_errors=True)
            elif (path / MANIFEST).exists() and path != current:
                used.append(((path / MANIFEST).stat().st_mtime, path))
    for _, path in sorted(used, reverse=True)[KEPT - 1 :]:
        shutil.rmtree(path, ignore_errors=True)
    for stamp_file in (root / _STAMPS).glob("*"):
        with contextlib.suppress(OSError, ValueError):
            if not (root / stamp_file.read_text(encoding="utf-8").partition("\n")[0]).exists():
                stamp_file.unlink()


def _write_whole(path: Path, text: str) -> None:
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
