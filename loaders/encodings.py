"""Character sets: what a text file is written in, where it isn't UTF-8."""

from typing import NamedTuple

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LIKELY = ["utf_8", "utf_16", "cp1251", "gb18030", "cp1252", "cp866", "koi8_r", "big5"]
"""The character sets that tables about Belarus and China come in."""
_NAMES = {
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "cp866": "DOS (866)",
    "koi8_r": "KOI8-R",
    "gb18030": "GB 18030",
    "big5": "Big5",
}
_HEADER = 200
"""How many bytes from the beginning are searched for what a header has."""
_ENOUGH = 3
"""How many lines with letters beyond ASCII are enough to know the character set."""


class Decoded(NamedTuple):
    """A text, the character set it was in, and whether that is sure."""

    text: str
    encoding: str
    sure: bool

    @property
    def name(self) -> str:
        """The character set as people call it."""
        return _NAMES.get(self.encoding, self.encoding.upper().replace("_", "-"))


def decoded(data: bytes) -> Decoded:
    """The text of a file, by its mark, as UTF-8, or in the most likely of the other character sets."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, errors="replace"), encoding.removesuffix("-sig"), sure=True)
    if wide := _of_two_bytes(data):
        return Decoded(data.decode(wide, errors="replace"), wide, sure=True)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", sure=True)
    except UnicodeDecodeError:
        return _guessed(data)


def _of_two_bytes(data: bytes) -> str | None:
    """UTF-16 without a mark, known by the zeros between the letters of a header."""
    header = data[:_HEADER].split(b"\n", 1)[0]
    first, second = (header[start::2].count(0) for start in (0, 1))
    if max(first, second) <= len(header) // 4 or min(first, second) > max(first, second) // 10:
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LIKELY).best()
    encoding = best.encoding if best else "cp1251"
    telling = sum(not line.isascii() for line in data.splitlines())
    return Decoded(data.decode(encoding, errors="replace"), encoding, sure=best is not None and telling >= _ENOUGH)
