"""What an `.xlsx` hides: one pass over the XML of each sheet. Source: ECMA-376, part 1, SpreadsheetML."""

import posixpath
import re
import zipfile
from xml.parsers import expat

from bycn.loaders.workbooks.hidden import MONTH, MOST_CELLS, Hidden, Place, TooLarge, parse, parse_with, shown_of

_BUILT_IN = {17: MONTH}
"""`mmm-yy`, the one format known by its number that shows no day, in every language."""
_PLACES = re.compile(rb"""\br\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")
"""Where rows and cells say that they are, in every form that the library takes."""
_COUNTS = re.compile(rb"""<[^>]*\b(?:uniqueC|c)ount\s*=\s*["']\s*\+?([0-9]+)""", re.IGNORECASE)
_ERROR = re.compile(rb"""\bt=["']e["']""")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def hidden_in(archive: zipfile.ZipFile) -> dict[str, Hidden]:
    """What each sheet hides, by its name."""
    _check_counts(archive)
    shown = _formats(archive)
    targets = _targets(archive, "xl/workbook.xml")
    found: dict[str, Hidden] = {}
    for name, relation in _sheet_list(archive):
        member = targets.get(relation, "")
        if member in archive.namelist():
            found[name] = _hidden_of(archive.read(member), name, shown, _targets(archive, member))
    return found


def _check_counts(archive: zipfile.ZipFile) -> None:
    """See that no part claims to list more than it has bytes: the library takes memory for as much as is claimed."""
    for name in archive.namelist():
        if name.endswith(".xml") and not name.startswith("xl/worksheets/"):
            data = archive.read(name)
            if any(int(claimed) > len(data) for claimed in _COUNTS.findall(data)):
                raise ValueError(f"{name} claims to list more than it holds")


def _sheet_list(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            found.append((attributes.get("name", ""), relation))

    parse(archive.read("xl/workbook.xml"), start)
    return found


def _targets(archive: zipfile.ZipFile, member: str) -> dict[str, str]:
    """Where the relations of a part lead, by their id: members of the archive, or addresses."""
    folder, file = posixpath.split(member)
    relations = f"{folder}/_rels/{file}.rels"
    found: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "")
            if attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[attributes.get("Id", "")] = target

    if relations in archive.namelist():
        parse(archive.read(relations), start)
    return found


def _formats(archive: zipfile.ZipFile) -> dict[str, int]:
    """How much of a date each cell style shows, of those that show no day."""
    formats: dict[int, int | None] = dict(_BUILT_IN)
    found: dict[str, int] = {}
    styles: list[int] = []
    within: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            formats[int(attributes["numFmtId"])] = shown_of(attributes.get("formatCode", ""))
        elif name == "xf" and "cellXfs" in within:
            styles.append(int(attributes.get("numFmtId", 0)))
        within.append(name)

    def end(_name: str) -> None:
        within.pop()

    if "xl/styles.xml" in archive.namelist():
        parse(archive.read("xl/styles.xml"), start, end)
    for number, style in enumerate(styles):
        if shown := formats.get(style):
            found[str(number)] = shown
    return found


def _hidden_of(data: bytes, name: str, shown: dict[str, int], targets: dict[str, str]) -> Hidden:
    """What a sheet hides. The pass is left out where its bytes show that there is nothing to find."""
    if _reach(data) > MOST_CELLS:
        raise TooLarge(f"sheet '{name}' reaches over more than {MOST_CELLS:,} cells; take its far cells away")
    styled = any(style in data for number in shown for style in (f's="{number}"'.encode(), f"s='{number}'".encode()))
    if not (styled or _ERROR.search(data) or b"hyperlink" in data):
        return Hidden()
    return _Pass(shown, targets).over(data)


def _reach(data: bytes) -> int:
    """How many cells lie between the first and the farthest one, with all that is empty."""
    columns, rows = {b""}, {b"1"}
    for place in _PLACES.finditer(data):
        columns.add(place[1])
        rows.add(place[2])
    return max(_column(letters.decode().upper()) for letters in columns) * max(map(int, rows))


class _Pass:
    """One pass over a sheet. It asks little of each cell, for cells are many."""

    def __init__(self, shown: dict[str, int], targets: dict[str, str]):
        self._shown, self._targets = shown, targets
        self._hidden = Hidden()
        self._row = self._column = -1
        self._error: Place | None = None
        self._parser = expat.ParserCreate()

    def over(self, data: bytes) -> Hidden:
        self._parser.StartElementHandler = self._start
        parse_with(self._parser, data)
        return self._hidden

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            self._column += 1
            if attributes.get("t") == "e" or attributes.get("s") in self._shown:
                self._cell(attributes)
        elif name == "v":
            if self._error:
                self._parser.CharacterDataHandler = self._text
                self._parser.EndElementHandler = self._end
        elif name == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
        elif name == "hyperlink":
            self._link(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        place = _position_of(attributes.get("r", "")) or (self._row, self._column)
        if shown := self._shown.get(attributes.get("s", "")):
            self._hidden.precision[place] = shown
        if attributes.get("t") == "e":
            self._error = place

    def _end(self, _name: str) -> None:
        self._parser.CharacterDataHandler = self._parser.EndElementHandler = None
        self._error = None

    def _text(self, text: str) -> None:
        assert self._error
        self._hidden.errors[self._error] = self._hidden.errors.get(self._error, "") + text

    def _link(self, attributes: dict[str, str]) -> None:
        relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        place = _position_of(attributes.get("ref", ""))
        if place and (target := self._targets.get(relation)):
            self._hidden.links[place] = target


def _position_of(reference: str) -> Place | None:
    match = _REFERENCE.match(reference)
    if not match:
        return None
    return int(match[2]) - 1, _column(match[1]) - 1


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
