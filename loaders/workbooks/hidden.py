"""What the library that reads workbooks hides: error cells, how a date is shown, where links lead."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

Place = tuple[int, int]
"""Row and column, from 0."""
MOST_CELLS = 10_000_000
MOST_BYTES = 500_000_000
"""So much a workbook may unpack to: a few kilobytes can be made that fill any machine."""
YEAR, MONTH = 4, 7
"""How much of an ISO day is shown."""

_ASIDE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""The parts of a number format that are shown as they are, or set colour and language."""


class TooLarge(Exception):
    """A workbook that unpacks to more than a machine should hold."""


@dataclass
class Hidden:
    """What a sheet hides."""

    errors: dict[Place, str] = field(default_factory=dict)
    precision: dict[Place, int] = field(default_factory=dict)
    """Dates that are shown without their day: how many signs of the ISO day are shown."""
    links: dict[Place, str] = field(default_factory=dict)


def checked(archive: zipfile.ZipFile) -> None:
    """Look at the size of what is packed, as declared and as it is.

    Raises:
        TooLarge: it is more than a workbook holds.
        zipfile.BadZipFile: it isn't what it declares.

    """
    unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > MOST_BYTES:
        raise TooLarge(f"it unpacks to {unpacked:,} bytes, {MOST_BYTES:,} are read at most; split the workbook")
    if damaged := archive.testzip():
        raise zipfile.BadZipFile(f"{damaged} is damaged")


def shown_of(number_format: str) -> int | None:
    r"""How much of a day a number format shows: a year, a month, or all of it (None).

    >>> shown_of('[$-419]mmmm\\\\ yyyy'), shown_of("yyyy"), shown_of("dd/mm/yyyy")
    (7, 4, None)
    """
    signs = _ASIDE.sub("", number_format.split(";")[0]).lower()
    if "y" not in signs or "d" in signs or "h" in signs:
        return None
    return MONTH if "m" in signs else YEAR


def parse(
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Go through XML once. Names come without their prefix.

    Raises:
        ValueError: it isn't XML.

    """
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    if end:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if text:
        parser.CharacterDataHandler = text
    parse_with(parser, data)


def parse_with(parser: expat.XMLParserType, data: bytes) -> None:
    """Go through XML once with a parser that has its handlers. Raises as `parse`."""
    try:
        parser.Parse(data, True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise ValueError(f"not XML: {error}") from error
