"""The one place where anything is printed: what isn't text stays out of the terminal, wherever it came from.

Names, tables, files, arguments and a foreign Neo4j hold what they like. No control character of theirs, and no mark
that turns the direction of text, reaches a terminal or a pipe, and no message repeats the password of an address.
"""

import codecs
import contextlib
import errno
import io
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")
"""Control characters, marks that turn the direction of text, and what bytes in another encoding become."""
_STDERR = 2
_FIRST_SURROGATE, _NO_CHARACTER = "\ud800", "\ufffd"
_WORD = re.compile(r"\S+")
_BEFORE_ADDRESS = "'\"("
_AT = ("@", "%40")


def clean(text: str) -> str:
    """A text without what a terminal would obey, and with a sign in place of what is no character."""
    return UNSAFE.sub(lambda match: _NO_CHARACTER if match[0] >= _FIRST_SURROGATE else "", text)


def escaped(text: str) -> str:
    r"""A text in JSON or JavaScript that means the same, with `\u009b` in place of what a terminal would obey."""
    return UNSAFE.sub(lambda match: _NO_CHARACTER if match[0] >= _FIRST_SURROGATE else f"\\u{ord(match[0]):04x}", text)


def without_login(text: str) -> str:
    """A text in which no address has a user or password: all from where one may begin to the last `@` of a word."""
    return _WORD.sub(lambda match: _word_without_login(match[0]), text)


def _word_without_login(word: str) -> str:
    end = max(word.rfind(sign) + len(sign) if sign in word else 0 for sign in _AT)
    colon = word.find(":", 0, end)
    if colon < 0:
        return word
    start = max(word.rfind(sign, 0, colon) for sign in _BEFORE_ADDRESS) + 1
    return f"{word[:start]}***@{word[end:]}"


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
    return "".join(letter if _encodes(letter, error.encoding) else "?" for letter in bare), error.end


_NEAREST = "nearest"
codecs.register_error(_NEAREST, _nearest)


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
            stream.reconfigure(encoding=encoding, errors=_NEAREST, newline=newline)  # type: ignore[union-attr]


@contextlib.contextmanager
def _as_long_as_read() -> Iterator[None]:
    """Print data. A reader who leaves early misses the rest; what else there is to say and the exit code stay."""
    try:
        yield
    except BrokenPipeError:
        print_no_more()


def print_no_more() -> None:
    """What is printed from now on is lost: the reader of our data has left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def give(text: str) -> None:
    """Print data."""
    with _as_long_as_read():
        give_lines([text, "\n"])
        sys.stdout.flush()


def give_lines(lines: Iterable[str]) -> None:
    """Print data as it comes, without adding line breaks."""
    sys.stdout.writelines(lines)


_STYLE = re.compile(r"(\x1b\[[\d;]*m)")
_PAGER = "less"
_PAGER_OPTIONS = "FRX"
"""Of `less`, unless others are set: end on a short text, show colours, leave the text on the terminal."""
_UNSPECIFIC_LOCALES = ("C", "POSIX")


def is_terminal() -> bool:
    """Whether data go to a terminal."""
    return sys.stdout.isatty()


def width() -> int:
    """How many columns there are for data."""
    return shutil.get_terminal_size((120, 24)).columns


def shows(sign: str) -> bool:
    """Whether a sign of ours can be printed where data go. A pipe takes all; a terminal what its locale names."""
    if not is_terminal():
        return True
    named = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG")
    return _encodes(sign, "ascii" if named in _UNSPECIFIC_LOCALES else sys.stdout.encoding)


def legible(text: str) -> bool:
    """Whether something of a text is left where data go."""
    return text.encode(sys.stdout.encoding or "utf-8", errors=_NEAREST).strip(b"? ") != b""


def _encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def show(text: str, *, paged: bool) -> None:
    """Print an answer whose colours are ours: by the pager where it is longer than the terminal."""
    if paged and is_terminal() and sys.stdin.isatty() and text.count("\n") >= shutil.get_terminal_size().lines:
        pager = os.environ.get("PAGER", _PAGER).split()
        if pager and shutil.which(pager[0]):
            _page(pager, _with_styles(text).encode(sys.stdout.encoding, errors=_NEAREST))
            return
    stream = getattr(sys.stdout, "unguarded", sys.stdout)
    with _as_long_as_read():
        stream.write(_with_styles(text))
        stream.flush()


def _page(pager: list[str], text: bytes) -> None:
    """Let somebody read a text in a pager, until it is closed."""
    import subprocess

    reading = subprocess.Popen(pager, stdin=subprocess.PIPE, env={"LESS": _PAGER_OPTIONS} | os.environ)  # noqa: S603
    with contextlib.suppress(OSError):  # closed before all was read
        reading.communicate(text)
    with contextlib.suppress(KeyboardInterrupt):
        reading.wait()


def _with_styles(text: str) -> str:
    parts = _STYLE.split(text)
    parts[::2] = map(clean, parts[::2])
    return "".join(parts)


def give_bytes(content: bytes) -> None:
    """Print data that isn't text."""
    with bytes_out() as out:
        out.write(content)


@contextlib.contextmanager
def bytes_out() -> Iterator[IO[bytes]]:
    """Stdout for bytes, after the text written so far."""
    sys.stdout.flush()
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


def say(remark: str) -> None:
    """Say something to the user that isn't data, in lines as long as the terminal is wide."""
    if sys.stderr.isatty():
        import textwrap

        wrapper = textwrap.TextWrapper(max(width(), 20), break_long_words=False, break_on_hyphens=False)
        lines = []
        for line in remark.split("\n"):
            wrapper.subsequent_indent = line[: len(line) - len(line.lstrip())]
            lines.append(wrapper.fill(line))
        remark = "\n".join(lines)
    sys.stderr.write(f"{remark}\n")
    sys.stderr.flush()


def say_over(remark: str) -> None:
    """Say something on the terminal in place of what was last said this way; an empty remark clears it."""
    width = shutil.get_terminal_size().columns - 1
    stream = getattr(sys.stderr, "unguarded", sys.stderr)
    with contextlib.suppress(OSError):  # a terminal that was closed
        stream.write(f"\r{clean(remark)[:width]:<{width}}" + ("" if remark else "\r"))
        stream.flush()


def ask_hidden(question: str) -> str:
    """What somebody types on the terminal, unseen; empty where they only press Enter."""
    import click

    answer: str = click.prompt(question, hide_input=True, err=True, default="", show_default=False)
    return answer


def ask_yes(question: str) -> bool:
    """Whether somebody on the terminal agrees."""
    import click

    return click.confirm(question, err=True)
