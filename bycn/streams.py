"""Stdin, stdout and stderr as a run needs them: open, able to take any text, and closed to what isn't text."""

import codecs
import contextlib
import errno
import io
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bycn.safe_text import clean, without_login

_STDERR = 2


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Clean whatever is printed meanwhile: by bycn, click, Python's warnings, libraries."""
    out, err = _Guarded(sys.stdout, clean), _Remarks(sys.stderr, lambda text: without_login(clean(text)))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield


class _Guarded:
    """A stream that cleans what is written to it."""

    def __init__(self, stream: Any, cleaned: Callable[[str], str]):
        self.unguarded, self._cleaned = stream, cleaned

    def write(self, text: str) -> int:
        self.unguarded.write(self._cleaned(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.unguarded, name)


class _Remarks(_Guarded):
    """Stderr. What can't be said there, on a full disk or after the reader left, is lost; the run ends as it would."""

    def write(self, text: str) -> int:
        with contextlib.suppress(OSError):
            super().write(text)
        return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            self.unguarded.flush()


class _Closed(io.TextIOBase):
    """In place of a stdout that the caller closed: what is given there is lost, and that is no success."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        raise OSError(errno.EBADF, "standard output is closed, so the answer can't be given")


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """What stands for letters that an encoding lacks: those under their accents, else question marks."""
    assert isinstance(error, UnicodeEncodeError)
    bare = (unicodedata.normalize("NFKD", letter)[0] for letter in error.object[error.start : error.end])
    return "".join(letter if encodes(letter, error.encoding) else "?" for letter in bare), error.end


NEAREST = "nearest"
"""How letters are encoded that an encoding lacks."""
codecs.register_error(NEAREST, _nearest)


def prepare() -> None:
    """Let the streams take any text: a terminal shows the nearest that it can, a pipe gets UTF-8.

    Where the caller closed one, no file that is opened later takes its place.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= _STDERR:
        pass
    os.close(number)
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            newline = "\n" if stream is sys.stdout and not stream.isatty() else None
            kept = stream.isatty() and codecs.lookup(stream.encoding).name != "ascii"
            encoding = stream.encoding if kept else "utf-8"
            stream.reconfigure(encoding=encoding, errors=NEAREST, newline=newline)  # type: ignore[union-attr]


def encodes(text: str, encoding: str) -> bool:
    """Whether an encoding has all letters of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
