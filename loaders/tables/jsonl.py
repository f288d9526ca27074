"""The exchange form, read back: one JSON object a line, a node or a relationship."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph_model.errors import Problem
from graph_model.properties import BOUNDED
from loaders.tables.files import RawRow, read_text

COMPUTED = frozenset({"type", *(f"{name}_{side}" for name in BOUNDED for side in ("start", "end"))})
"""Properties that are told by others, and so not read."""


def read_jsonl(path: Path, problems: list[Problem]) -> Iterator[tuple[str, RawRow]]:
    """Each line as a raw row, with the label or relationship type that it names.

    Raises:
        Unreadable: the file can't be read as text.

    """
    for line, text in enumerate(read_text(path).splitlines(), 1):
        if not text.strip():
            continue
        try:
            kind, cells = _cells(json.loads(text))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            wrong = f"not a JSON object ({error.msg})" if isinstance(error, json.JSONDecodeError) else f"lacks {error}"
            problems.append(Problem(str(path), line, "-", f"{wrong}; each line is a node or relationship as exported"))
            continue
        yield kind, RawRow(str(path), line, cells)


def _cells(written: dict[str, Any]) -> tuple[str, dict[str, object]]:
    properties = {k: v for k, v in written["properties"].items() if k not in COMPUTED and v is not None}
    cells: dict[str, object] = {k: tuple(v) if isinstance(v, list) else v for k, v in properties.items()}
    if written["type"] == "relationship":
        cells |= {"from": written["start"]["id"], "to": written["end"]["id"]}
        return str(written["label"]), cells
    labels = [label for label in written["labels"] if label != "Entity"]
    return str(labels[0]), cells
