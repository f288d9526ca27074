"""The one place where anything is printed: answers and remarks, and questions to whoever sits at the terminal."""

import contextlib
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import IO

from bycn.safe_text import clean
from bycn.streams import NEAREST, encodes


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
    return encodes(sign, "ascii" if named in _UNSPECIFIC_LOCALES else sys.stdout.encoding)


def legible(text: str) -> bool:
    """Whether something of a text is left where data go."""
    return text.encode(sys.stdout.encoding or "utf-8", errors=NEAREST).strip(b"? ") != b""


def show(text: str, *, paged: bool) -> None:
    """Print an answer whose colours are ours: by the pager where it is longer than the terminal."""
    if paged and is_terminal() and sys.stdin.isatty() and text.count("\n") >= shutil.get_terminal_size().lines:
        pager = os.environ.get("PAGER", _PAGER).split()
        if pager and shutil.which(pager[0]):
            _page(pager, _with_styles(text).encode(sys.stdout.encoding, errors=NEAREST))
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
