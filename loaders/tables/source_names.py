"""Sources named as people cite them, "Zalesskij 2024, fn. 16": the id that stands for each."""

import re
from collections.abc import Iterable, Mapping

from bycn.graph_model.evidence import Source
from bycn.graph_model.folding import fold
from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.near import near
from bycn.loaders.tables.rows import Problems, Row
from bycn.loaders.tables.text import JOINING, parted

_COLUMN = "sources"
_IDS = re.compile(r"[A-Za-z0-9._/~|-]*")
_FOOTNOTE = re.compile(
    r"(?:,|\()?\s*(?:fn|footnote|note|n|сноска|сн|зноска|прим|注|脚注)[ .-]*(\d{1,4})\)?\s*$", re.IGNORECASE
)
_PLAIN = str.maketrans("абвгдеёжзийклмнопрстуўфхцчшщъыьэюяі", "abvgdeežzijklmnoprstuŭfhcčšŝ'y'eûâi")
"""Cyrillic as scholars write it in Latin."""


class SourceNames:
    """The sources that are known, by whatever else tells one from all others."""

    def __init__(self, sources: Mapping[str, Source]):
        self._sources = sources
        self._keys: dict[str, str | None] = {}
        """The ids by folded name; None for a name of several."""

    def id_of(self, text: str) -> str | None:
        """The id of the source that a text cites, None where it cites none that is known, or may be two."""
        if text in self._sources:
            return text
        if not self._keys:
            self._learn()
        if key := self._keys.get(_key(text)):
            return key
        if (match := _FOOTNOTE.search(text)) and (work := self.id_of(text[: match.start()].strip(" ,;"))):
            id_ = f"{work}/fn-{match[1]}"
            return id_ if id_ in self._sources else None
        return None

    def _learn(self) -> None:
        for source in self._sources.values():
            for name in _names(source):
                other = self._keys.setdefault(_key(name), source.id)
                if other != source.id:
                    self._keys[_key(name)] = None

    def settle(self, row: Row, problems: Problems) -> None:
        """Note what stands for the id of a known source, and put the id there, so that the rest is judged with it."""
        cell = row.cells.get(_COLUMN)
        if not isinstance(cell, str) or _IDS.fullmatch(cell):
            return
        parts = [part.strip() for part in cell.split(LIST_SEPARATOR) if part.strip()]
        for n, part in enumerate(parts):
            if part in self._sources:
                continue
            if ids := LIST_SEPARATOR.join(self._meant(part)):
                write = "join them with |:" if LIST_SEPARATOR in ids else "write"
                problems.at(row, _COLUMN, f"'{part}' is not an id of sources.csv; {write} {ids}")
            elif ids := self._alike(part):
                problems.at(row, _COLUMN, f"'{part}' is not an id of sources.csv; did you mean {ids}?")
            parts[n] = ids or part
        row.cells[_COLUMN] = LIST_SEPARATOR.join(parts)

    def _meant(self, part: str) -> list[str]:
        if id_ := self.id_of(part):
            return [id_]
        for texts in (parted(part), JOINING.split(part), part.split()):
            if len(texts) > 1 and all(ids := [self.id_of(text) for text in texts]):
                return list(filter(None, ids))
        return []

    def _alike(self, text: str) -> str:
        key = _key(text)
        figures = re.findall(r"\d+", key)  # another year is another work
        close = near(key, (k for k, id_ in self._keys.items() if id_ and re.findall(r"\d+", k) == figures), cutoff=0.85)
        return (self._keys[close[0]] or "") if close else ""


def _names(source: Source) -> Iterable[str]:
    yield source.id
    if source.address:
        yield source.address
    yield from source.other_addresses
    if source.number is None:  # footnotes have the author and the year of many
        yield source.title
        if source.author and source.year:
            yield f"{source.author} {source.year}"
            yield f"{source.author.split(',')[0]} {source.year}"


def _key(text: str) -> str:
    return fold(fold(text).translate(_PLAIN)) or text
