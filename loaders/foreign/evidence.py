"""Where the rows of a foreign table come from: the file, or each address and title that it names."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from bycn.graph_model.graph import Graph
from bycn.loaders.foreign.newcomers import slugged
from bycn.loaders.foreign.recipe import Recipe
from bycn.loaders.foreign.values import bare
from bycn.loaders.tables.source_names import SourceNames
from bycn.loaders.tables.table_types import KINDS

_ADDRESS = re.compile(r"(?:https?://|www\.)(?:(?![;,]\s*https?://)[^\s|<>\"])+")


def addresses_in(text: str) -> list[str]:
    """The addresses in a text, without the signs that end a sentence or close a bracket opened before them."""
    return [
        address if "(" in address and address.endswith(")") else address.rstrip(".,;)。，；）")
        for address in _ADDRESS.findall(text)
    ]


class Evidence:
    """The sources of one table."""

    def __init__(self, prefix: str, file: Path, recipe: Recipe, graph: Graph):
        self._prefix, self._file, self._recipe = prefix, file, recipe
        own = f"{prefix}/"
        self._earlier = {source.id: source.address for source in graph.sources.values() if source.id.startswith(own)}
        """The addresses of sources that an earlier run of the table made: they keep their ids."""
        others = (source for source in graph.sources.values() if source.id not in self._earlier)
        self._known = {source.address: source.id for source in others if source.address}
        self._names = SourceNames({id_: s for id_, s in graph.sources.items() if id_ not in self._earlier})
        self._rows: dict[str, dict[str, str]] = {}

    def ids(self, texts: Sequence[str]) -> list[str]:
        """The ids of what cells name as sources; the file's own where they name none."""
        found: list[str] = []
        for text in texts:
            addresses = addresses_in(text)
            found += map(self._of_address, addresses)
            if not addresses and (title := bare(text)):
                found.append(self._of_title(title))
        return list(dict.fromkeys(found)) or [self._prefix]

    def rows(self) -> Iterator[dict[str, str]]:
        """The rows of sources.csv: the file's, then those of addresses and titles."""
        columns = KINDS["sources"].columns
        given = {name: str(value) for name, value in self._recipe.section("source").items() if name in columns}
        yield {"id": self._prefix, "title": f"Table {self._file.name}", **given}
        yield from self._rows.values()

    def _of_address(self, address: str) -> str:
        if known := self._known.get(address):
            return known
        parts = urlsplit(address if "://" in address else f"http://{address}")
        host = (parts.hostname or "page").removeprefix("www.")
        tail = parts.path.rstrip("/").rpartition("/")[2]
        return self._kept(f"{host} {tail}", {"title": f"{host}: {tail}" if tail else host, "address": address})

    def _of_title(self, title: str) -> str:
        if known := self._names.id_of(title):
            return known
        return self._kept(title, {"title": title})

    def _kept(self, name: str, cells: dict[str, str]) -> str:
        slug, number = slugged(name), 1
        while True:
            id_ = f"{self._prefix}/{slug}" + (f"-{number}" if number > 1 else "")
            if self._earlier.get(id_) in (None, cells.get("address")) or "address" not in cells:
                kept = self._rows.setdefault(id_, {"id": id_, **cells})
                if kept == {"id": id_, **cells}:
                    return id_
            number += 1
