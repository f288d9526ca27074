"""JSON that is written piece by piece, one object a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from bycn.safe_text import escaped


def dumped(value: Any) -> str:
    """A value as JSON, in characters that any terminal may show."""
    return escaped(json.dumps(value, ensure_ascii=False))


def items(values: Iterable[Any]) -> Iterator[str]:
    """The items of a list without its brackets."""
    before = ""
    for value in values:
        yield f"{before}{dumped(value)}"
        before = ",\n"
    yield "\n"
