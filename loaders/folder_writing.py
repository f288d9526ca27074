"""Files that belong together are put into a folder together: all of them, or none. Links stay what they are."""

import contextlib
import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

DRAFT = ".bycn-draft-"
"""How the names begin of what isn't whole yet."""
_NEW, _OLD = "new", "old"
"""In the draft: what is to be put, and what is to be put back should that fail."""


def put_together(
    fill: Callable[[Path], None], folder: Path, *, instead_of: Callable[[Path], Iterable[Path]] = lambda _: ()
) -> list[Path]:
    """Let `fill` write files into a draft of a folder, and put them there, made where there is none; the files put.

    Files of the same names are replaced. Those that `instead_of` names of the folder, once the draft is whole, go.
    After a failure or a signal the folder is as it was.

    Raises:
        OSError: something can't be written; it names what was asked for, and not the draft.

    """
    target = real(folder)
    place = target if target.is_dir() else target.parent
    with named_as(folder, place / DRAFT), ExitStack() as undone:
        _make(place, undone)
        with _draft_in(place) as draft, ExitStack() as put_back:
            new = draft / _NEW
            fill(new)
            names = [file.relative_to(new) for file in sorted(new.rglob("*")) if file.is_file()]
            if target.is_dir():
                _move_in(draft, target, names, instead_of, put_back)
            else:
                new.rename(target)
            put_back.pop_all()
        undone.pop_all()
    return [folder / name for name in names]


def real(path: Path) -> Path:
    """Where links lead; a circle of them is left to the system to report."""
    return Path(os.path.realpath(path))


def umask() -> int:
    """The rights that new files don't get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def named_as(asked: Path | str, drafts: Path) -> Iterator[None]:
    """Let errors name what somebody asked for, and not the draft of it, whose path begins with `drafts`."""
    try:
        yield
    except OSError as error:
        named = str(error.filename or drafts)
        if not named.startswith(str(drafts)):
            raise
        inside = Path(named.removeprefix(str(drafts))).parts[2:]
        raise OSError(error.errno, error.strerror, str(Path(asked, *inside))) from error


@contextlib.contextmanager
def _draft_in(place: Path) -> Iterator[Path]:
    draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=place))
    try:
        (draft / _OLD).mkdir()
        (draft / _NEW).mkdir()
        yield draft
    finally:
        try:
            shutil.rmtree(draft, ignore_errors=True)
        finally:  # a signal may have come to it
            shutil.rmtree(draft, ignore_errors=True)


def _make(folder: Path, undone: ExitStack) -> None:
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    undone.callback(_remove_empty, missing)
    folder.mkdir(parents=True, exist_ok=True)


def _remove_empty(folders: list[Path]) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()


def _move_in(
    draft: Path,
    target: Path,
    names: list[Path],
    instead_of: Callable[[Path], Iterable[Path]],
    put_back: ExitStack,
) -> None:
    places = {draft / _NEW / name: real(target / name) for name in names}
    for file, place in places.items():
        if place.exists():
            _check_writable(place)
            file.chmod(stat.S_IMODE(place.stat().st_mode))
    gone = [file for file in instead_of(target) if file not in places.values()]
    for number, place in enumerate((*places.values(), *gone)):
        _make(place.parent, put_back)
        _keep(place, draft / _OLD / str(number), put_back)
    for file, place in places.items():
        _replace(file, place)
    for file in gone:
        file.unlink()


def _check_writable(place: Path) -> None:
    if not place.is_file():
        raise OSError(errno.EINVAL, "no file, so nothing is put in its place", str(place))
    if not os.access(place, os.W_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(place))


def _keep(place: Path, old: Path, put_back: ExitStack) -> None:
    """Keep what is at a place as it is, and learn how to put it back."""
    if not place.exists():
        put_back.callback(place.unlink, missing_ok=True)
        return
    try:
        os.link(place, old)
    except OSError:  # another disk, or one that has no links
        shutil.copy2(place, old)
    put_back.callback(_replace, old, place)


def _replace(file: Path, place: Path) -> None:
    """Put a file at a place in one step, also where a link leads to another disk."""
    try:
        file.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        number, beside = tempfile.mkstemp(prefix=DRAFT, dir=place.parent)
        os.close(number)
        try:
            shutil.copy2(file, beside)
            Path(beside).replace(place)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
