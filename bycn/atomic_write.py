"""Files and folders that a command writes: completely, or not at all. A mark in a folder says what may be replaced.

What isn't a file, such as a device or a pipe, is written into, and what a link points to is written in its place.
"""

import gzip
import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, NoReturn

from bycn.graph_model.errors import BycnError
from bycn.loaders.folder_writing import DRAFT, named_as, put_together, real, umask
from bycn.terminal import bytes_out, give_bytes, give_lines

MARK = ".bycn-export.json"
"""The file that lists what an export wrote, with its digests. Programs that read the folder pass over it."""


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
    target = real(Path(path))
    with named_as(path, target.with_name(DRAFT)):
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
        mode = stat.S_IMODE(kind) if kind else 0o666 & ~umask()
        number, name = tempfile.mkstemp(dir=target.parent, prefix=DRAFT)
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
        MissingFolder: the folder that it is to lie in isn't there.
        OSError: it can't be written; the folder is as it was then.

    """

    def fill(draft: Path) -> None:
        write(draft)
        _mark(draft)

    _check(path, force=force)
    # Asked again when the draft is whole: the folder may have been written to meanwhile.
    put_together(fill, path, instead_of=lambda target: _written_by_us(target, path))


def _mode(path: Path) -> int | None:
    """The mode of what is there, links followed, None where nothing is."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _check(path: Path, *, force: bool) -> None:
    if not path.exists():
        if not (target := real(path)).parent.is_dir():
            raise MissingFolder(f"there is no folder {target.parent} to write {target.name} into; make it first")
        return
    if not path.is_dir():
        raise FileExists(f"{path} is a file; this form needs a folder")
    if not force and any(path.iterdir()):
        raise FileExists(f"{path} is not empty; --force replaces what an earlier export wrote there")
    _written_by_us(path, path)


def _mark(folder: Path) -> None:
    content = {"written_by": "bycn export", "files": {file.name: _digest(file) for file in sorted(folder.iterdir())}}
    (folder / MARK).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def _written_by_us(folder: Path, path: Path) -> list[Path]:
    """The files of a folder, when every one of them is as an export wrote it.

    Raises:
        FileExists: one isn't.

    """
    there = sorted(file for file in folder.iterdir() if not file.name.startswith(DRAFT))
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
