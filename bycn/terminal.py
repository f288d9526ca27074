"""The one place where anything is printed: what isn't text stays out of the terminal, whoever wrote it.

Names, tables, files, arguments and a foreign Neo4j hold what they like. No control character of theirs, and no mark
that turns the direction of text, reaches a terminal or a pipe, and no message repeats the password of an address.
"""

import codecs
import contextlib
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")
"""Control characters, marks that turn the direction of text, and what bytes in another encoding become."""
_FIRST_SURROGATE, _NO_CHARACTER = "\ud800", "\ufffd"
_LOGIN = re.compile(r"[^\s'\"(]*:\S*(?:@|%40)")
"""What may be a user and password before the host of an address."""


def clean(text: str) -> str:
    """A text without what a terminal would obey, and with a sign in place of what is no character."""
    return UNSAFE.sub(lambda match: _NO_CHARACTER if match[0] >= _FIRST_SURROGATE else "", text)


def escaped(text: str) -> str:
    r"""A text in JSON or JavaScript that means the same, with `\u009b` in place of what a terminal would obey."""
    return UNSAFE.sub(lambda match: _NO_CHARACTER if match[0] >= _FIRST_SURROGATE else f"\\u{ord(match[0]):04x}", text)


def without_login(text: str) -> str:
    """A text in which no address has a user or password."""
    return _LOGIN.sub("***@", text)


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Clean whatever is printed meanwhile: by bycn, click, Python's warnings, libraries."""
    out, err = _Guarded(sys.stdout, clean), _Guarded(sys.stderr, lambda text: without_login(clean(text)))
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


def prepare() -> None:
    """Let the streams take any text: a terminal shows a question mark for what it can't, a pipe gets UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            newline = "\n" if stream is sys.stdout and not stream.isatty() else None
            kept = stream.isatty() and codecs.lookup(stream.encoding).name != "ascii"
            encoding = stream.encoding if kept else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace", newline=newline)  # type: ignore[union-attr]


def give(text: str) -> None:
    """Print data."""
    give_lines([text, "\n"])
    sys.stdout.flush()


def give_lines(lines: Iterable[str]) -> None:
    """Print data as it comes, without adding line breaks."""
    sys.stdout.writelines(lines)


def give_bytes(content: bytes) -> None:
    """Print data that isn't text."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def say(remark: str) -> None:
    """Tell the user something that isn't data."""
    sys.stderr.write(f"{remark}\n")
    sys.stderr.flush()


def say_over(remark: str) -> None:
    """Tell something on the terminal in the place of what was told so last; nothing takes it away."""
    width = shutil.get_terminal_size().columns - 1
    stream = getattr(sys.stderr, "unguarded", sys.stderr)
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
