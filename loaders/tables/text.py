"""The text of a file: UTF-8, without characters that no table should hold."""

import re
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from bycn.loaders.encodings import decoded
from bycn.loaders.tables.rows import Problems, Unreadable

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2066\u2067\u2068\u2069\ufeff\u202a\u202c\u202d \u00a0\t"
_JOINED = re.compile(r"\s*[;,；，、]\s*")
JOINING = re.compile(r"\s*[;,；，、|\\+&]\s*|\s+(?:/|and|et|и|і|和)\s+")
"""What people join ids by, but for blanks."""
LONGEST_CELL = 1_000_000
"""How many characters a cell may have."""
_MOST_WRONG = 1_000
_SAMPLE = 1_000
_SAVE = "save it as UTF-8 (in Excel: 'CSV UTF-8')"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, file: str, problems: Problems, read: Callable[[Path], bytes]) -> str:
    """The text of a file. Characters that don't belong there are noted, and reading goes on.

    Raises:
        Unreadable: the file can't be opened, or is not UTF-8.

    """
    try:
        data = read(path)
    except OSError as error:
        raise Unreadable(0, "-", f"can't be read ({error.strerror}); check the file and its permissions") from error
    if data.startswith(_UTF_16) or (b"\0" in data and decoded(data[:_SAMPLE]).encoding.startswith("utf-16")):
        raise Unreadable(1, "-", f"the file is UTF-16; {_SAVE}")
    text = _decode(data)
    wrong = list(islice(_FORBIDDEN.finditer(text), _MOST_WRONG + 1))
    if len(wrong) > _MOST_WRONG:
        raise Unreadable(
            1, "-", f"more than {_MOST_WRONG:,} characters here belong in no text: this is no table; {_SAVE}"
        )
    line, counted = 1, 0
    for match in wrong:
        line, counted = line + text.count("\n", counted, match.start()), match.start()
        problems.add(file, line, "-", forbidden(match[0]))
    return _FORBIDDEN.sub(" ", text) if wrong else text


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, decoding = data.count(b"\n", 0, error.start) + 1, decoded(data)
        byte, remedy = data[error.start], f"{_SAVE}, or take it in by bycn import"
        message = f"byte 0x{byte:02X} is not UTF-8; the file looks like {decoding.name}: {remedy}"
        raise Unreadable(line, "-", message) from error


def forbidden_in(text: str) -> str | None:
    """What is wrong with the characters of a text, None when nothing is."""
    match = None if text.isprintable() else _FORBIDDEN.search(text)
    return forbidden(match[0]) if match else None


def forbidden(char: str) -> str:
    """What to say of a character that doesn't belong into a table."""
    name = "a NUL" if char == "\0" else f"the control character U+{ord(char):04X}"
    return f"{name} is here; remove it"


def parted(text: str) -> list[str]:
    """The items of a list that is joined as people join lists, and not as tables do."""
    return [part for part in _JOINED.split(text) if part]


def seen(cell: str) -> str:
    """A cell without blanks and characters of no width around what can be seen."""
    text = cell.strip()
    return text if text.isprintable() else text.strip(_UNSEEN)


def one_line(text: str) -> str:
    """A text with its line breaks as spaces."""
    if text.isprintable():
        return text
    return " ".join(part for part in map(str.strip, text.splitlines()) if part)
