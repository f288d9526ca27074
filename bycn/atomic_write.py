"""Files and folders that a command writes: whole, or not at all. A mark in a folder tells what may be replaced."""

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NoReturn

from bycn.graph_model.errors import BycnError
from bycn.terminal import give_lines

MARK = ".bycn-export.json"
"""The file that lists what an export wrote, with its digests. Programs that read the folder pass over it."""
MODE = 0o755


class FileExists(BycnError):
    """The file to write is there already."""


def write_lines(lines: Iterable[str], path: str, *, force: bool = False) -> None:
    """Write lines to a file, or to stdout for `-`. An existing file is only replaced by `force`.

    Raises:
        FileExists: the file is there and `force` isn't given.
        OSError: it can't be written; nothing is left behind then.

    """
    if path == "-":
        give_lines(lines)
        return
    with _draft(Path(path), force=force) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)


def write_bytes(content: bytes, path: str, *, force: bool = False) -> None:
    """Write bytes to a file as `write_lines` does lines, with the same errors."""
    with _draft(Path(path), force=force) as draft:
        draft.write_bytes(content)


@contextlib.contextmanager
def _draft(target: Path, *, force: bool) -> Iterator[Path]:
    """A file beside `target` that takes its place when all is written."""
    if target.exists() and not force:
        raise FileExists(f"{target} exists already; --force overwrites it")
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as opened:
        draft = Path(opened.name)
    try:
        yield draft
        draft.chmod(0o666 & ~_umask())
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def write_folder(write: Callable[[Path], None], path: Path, *, force: bool) -> None:
    """Let `write` fill a folder, and put it at `path`. An existing one that isn't empty is only replaced by `force`.

    Even then nothing but what an export wrote is replaced, as its mark tells, and only while that is unchanged.

    Raises:
        FileExists: something is there and `force` isn't given, or it holds what no export wrote.
        OSError: it can't be written; nothing is left behind then.

    """
    target = path.resolve()
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
    told = {"written_by": "bycn export", "files": {file.name: _digest(file) for file in sorted(folder.iterdir())}}
    (folder / MARK).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


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
        told = json.loads(mark.read_bytes())
        return {str(name): str(digest) for name, digest in told["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _refuse(path: Path, files: list[Path], why: str) -> NoReturn:
    names = ", ".join(file.name for file in files[:3]) + (f" and {len(files) - 3} more" if len(files) > 3 else "")
    raise FileExists(f"{path} holds {names}, {why}; nothing was overwritten. Name another folder with -o")
