"""Files and folders that a command writes: completely, or not at all. A mark in a folder says what may be replaced.

What isn't a file, such as a device or a pipe, is written into, and what a link points to is written in its place.
"""

import contextlib
import gzip
import hashlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, NoReturn

from bycn.graph_model.errors import BycnError
from bycn.terminal import bytes_out, give_bytes, give_lines

MARK = ".bycn-export.json"
"""The file that lists what an export wrote, with its digests. Programs that read the folder pass over it."""
MODE = 0o755


class FileExists(BycnError):
    """The file to write is there already."""


class MissingFolder(BycnError):
    """The folder to write into isn't there."""


def write_lines(lines: Iterable[str], path: str, *, force: bool = False, compress: bool = False) -> None:
    """Write lines to a file or, for `-`, to stdout; packed by gzip if asked, or if the file's name ends in .gz.

    An existing file is only replaced by `force`. The same lines give the same bytes, packed too.

    Raises:
        FileExists: the file is there and `force` isn't given, or a folder is.
        MissingFolder: its folder isn't there.
        OSError: it can't be written; nothing is left over then.

    """
    if path == "-" and not compress:
        give_lines(lines)
        return
    encoded = (line.encode() for line in lines)
    if path == "-":
        with bytes_out() as out:
            _pack_into(out, encoded)
        return
    fill = _pack if compress or path.lower().endswith(".gz") else _fill
    _write(lambda draft: fill(draft, encoded), path, force=force)


def write_bytes(content: bytes, path: str, *, force: bool = False) -> None:
    """Write a file's content, or give it to stdout for `-`. Raises as `write_lines`."""
    if path == "-":
        give_bytes(content)
        return
    _write(lambda draft: _fill(draft, [content]), path, force=force)


def write_file(fill: Callable[[Path], None], target: Path, *, force: bool) -> None:
    """Let `fill` write a file, and put it at its place. Raises as `write_lines`."""
    _write(fill, str(target), force=force)


def _fill(file: Path, parts: Iterable[bytes]) -> None:
    with file.open("wb") as stream:
        stream.writelines(parts)


def _pack(file: Path, parts: Iterable[bytes]) -> None:
    with file.open("wb") as stream:
        _pack_into(stream, parts)


def _pack_into(stream: IO[bytes], parts: Iterable[bytes]) -> None:
    with gzip.GzipFile("", "wb", fileobj=stream, mtime=0) as packed:
        packed.writelines(parts)
    stream.flush()


def _write(fill: Callable[[Path], None], path: str, *, force: bool) -> None:
    target = _real(Path(path))
    with _named_as(path, target):
        kind = _mode(Path(path))
        if kind is not None and (stat.S_ISCHR(kind) or stat.S_ISFIFO(kind)):
            fill(Path(path))
            return
        if kind is not None and stat.S_ISDIR(kind):
            raise FileExists(f"{path} is a folder; name a file in it")
        if kind is not None and not force:
            raise FileExists(f"{path} exists already; --force overwrites it")
        if not target.parent.is_dir():
            raise MissingFolder(f"there is no folder {target.parent} to write {target.name} into; make it first")
        mode = stat.S_IMODE(kind) if kind else 0o666 & ~_umask()
        number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        os.close(number)
        draft = Path(name)
        try:
            fill(draft)
            draft.chmod(mode)
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise


def write_folder(write: Callable[[Path], None], path: Path, *, force: bool) -> None:
    """Let `write` fill a folder, and put it at `path`. An existing one that isn't empty is only replaced by `force`.

    Even then only what an export wrote is replaced, as its mark says, and only if it is unchanged.

    Raises:
        FileExists: something is there and `force` isn't given, or it holds what no export wrote.
        OSError: it can't be written; nothing is left over then.

    """
    target = _real(path)
    with _named_as(str(path), target):
        _check(target, path, force=force)
        draft = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            write(draft)
            _mark(draft)
            draft.chmod(MODE)
            if target.exists():
                _replace(target, draft, path)
            else:
                draft.rename(target)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise


def _real(path: Path) -> Path:
    """Where links lead; a circle of them is left to the system to report."""
    return Path(os.path.realpath(path))


@contextlib.contextmanager
def _named_as(path: str, target: Path) -> Iterator[None]:
    """Let errors name what somebody asked for, and not the draft of it."""
    drafts = str(target.with_name(f".{target.name}."))
    try:
        yield
    except OSError as error:
        named = str(error.filename or drafts)
        if not named.startswith(drafts):
            raise
        inside = named.removeprefix(drafts).partition(os.sep)[2]
        raise OSError(error.errno, error.strerror, str(Path(path, inside))) from error


def _mode(path: Path) -> int | None:
    """The mode of what is there, links followed, None where nothing is."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _check(target: Path, path: Path, *, force: bool) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise FileExists(f"{path} is a file; this form needs a folder")
    if not force and any(target.iterdir()):
        raise FileExists(f"{path} is not empty; --force replaces what an earlier export wrote there")
    _written_by_us(target, path)


def _replace(target: Path, draft: Path, path: Path) -> None:
    """Put a new folder in the place of an old one, and only then remove the files of the old one."""
    aside = draft.with_name(f"{draft.name}.old")
    target.rename(aside)
    try:
        old = _written_by_us(aside, path)  # asked again: it may have been written to meanwhile
        draft.rename(target)
    except BaseException:
        aside.rename(target)
        raise
    for file in old:
        file.unlink()
    aside.rmdir()


def _mark(folder: Path) -> None:
    content = {"written_by": "bycn export", "files": {file.name: _digest(file) for file in sorted(folder.iterdir())}}
    (folder / MARK).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def _written_by_us(folder: Path, path: Path) -> list[Path]:
    """The files of a folder, when every one of them is as an export wrote it.

    Raises:
        FileExists: one isn't.

    """
    there = sorted(folder.iterdir())
    marked = _marked(folder / MARK)
    if there and marked is None:
        _refuse(path, there, "which no export wrote")
    ours = {MARK, *(marked or ())}
    if foreign := [file for file in there if file.name not in ours or file.is_symlink() or not file.is_file()]:
        _refuse(path, foreign, "which no export wrote")
    if changed := [file for file in there if file.name != MARK and _digest(file) != (marked or {})[file.name]]:
        _refuse(path, changed, "changed since the export")
    return there


def _marked(mark: Path) -> dict[str, str] | None:
    try:
        content = json.loads(mark.read_bytes())
        return {str(name): str(digest) for name, digest in content["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _refuse(path: Path, files: list[Path], why: str) -> NoReturn:
    names = ", ".join(file.name for file in files[:3]) + (f" and {len(files) - 3} more" if len(files) > 3 else "")
    raise FileExists(f"{path} holds {names}, {why}; nothing was overwritten. Name another folder with -o")
