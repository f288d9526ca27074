"""What an `.ods` hides: one pass over its content. Source: OpenDocument 1.3, part 3."""

import zipfile

from bycn.loaders.workbooks.hidden import MONTH, MOST_CELLS, YEAR, Hidden, TooLarge, parse

_CELLS = ("table-cell", "covered-table-cell")


def hidden_in(archive: zipfile.ZipFile) -> dict[str, Hidden]:
    """What each sheet hides, by its name."""
    reading = _Pass()
    for member in ("styles.xml", "content.xml"):
        if member == "content.xml" or member in archive.namelist():
            parse(archive.read(member), reading.start, reading.end, reading.text)
    return reading.sheets


class _Pass:
    """One pass over styles and content. Repeated cells count as often as they stand, unless they are empty."""

    def __init__(self) -> None:
        self.sheets: dict[str, Hidden] = {}
        self._formats: dict[str, set[str]] = {}
        self._styles: dict[str, str] = {}
        self._format: str | None = None
        self._columns: list[str] = []
        self._row = self._column = self._rows = self._repeated = self._filled = 0
        self._hidden = Hidden()
        self._text: str | None = None
        self._is_error = False
        self._link = ""
        self._style = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        given = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "date-style":
            self._format = given.get("name", "")
            self._formats[self._format] = set()
        elif self._format is not None and name in ("year", "month", "day", "hours", "quarter", "era"):
            self._formats[self._format].add(name)
        elif name == "style" and "data-style-name" in given:
            self._styles[given.get("name", "")] = given["data-style-name"]
        elif name == "table":
            self._hidden = self.sheets.setdefault(given.get("name", ""), Hidden())
            self._columns, self._row, self._filled = [], 0, 0
        elif name == "table-column":
            repeated = min(_count(given, "number-columns-repeated"), MOST_CELLS)
            self._columns += [given.get("default-cell-style-name", "")] * min(repeated, 1024 - len(self._columns))
        elif name == "table-row":
            self._rows, self._column = _count(given, "number-rows-repeated"), 0
        elif name in _CELLS:
            self._cell(given, attributes)
        elif name == "a" and self._text is not None:
            self._link = given.get("href", "")

    def _cell(self, given: dict[str, str], attributes: dict[str, str]) -> None:
        self._repeated = _count(given, "number-columns-repeated")
        self._text, self._link = "", ""
        self._is_error = attributes.get("calcext:value-type") == "error"
        default = self._columns[self._column] if self._column < len(self._columns) else ""
        self._style = given.get("style-name") or default
        if attributes.get("office:value-type") or self._is_error:
            self._filled += self._rows * self._repeated
            if self._filled > MOST_CELLS:
                raise TooLarge(f"a sheet has more than {MOST_CELLS:,} cells; split it")
        if attributes.get("office:value-type") == "date" and (shown := self._shown()):
            self._keep(self._hidden.precision, shown)

    def _shown(self) -> int | None:
        parts = self._formats.get(self._styles.get(self._style, ""), set())
        if "year" not in parts or parts & {"day", "hours"}:
            return None
        return MONTH if "month" in parts else YEAR

    def _keep(self, kept: dict[tuple[int, int], int] | dict[tuple[int, int], str], value: int | str) -> None:
        for row in range(self._row, self._row + self._rows):
            for column in range(self._column, self._column + self._repeated):
                kept[row, column] = value  # type: ignore[assignment]

    def end(self, name: str) -> None:
        if name == "date-style":
            self._format = None
        elif name in _CELLS:
            if self._is_error:
                self._keep(self._hidden.errors, self._text or "#ERROR!")
            if self._link:
                self._keep(self._hidden.links, self._link)
            self._text = None
            self._column += self._repeated
        elif name == "table-row":
            self._row += self._rows

    def text(self, text: str) -> None:
        if self._text is not None and self._is_error:
            self._text += text


def _count(given: dict[str, str], name: str) -> int:
    return max(1, int(given.get(name, 1)))
