"""What a question gives back: columns and rows, in a small object."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from loaders.engine import Record


@dataclass(frozen=True)
class Answer:
    """The rows of an answer. `remarks` says what a reader should know about them, such as what was left out."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    remarks: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, columns: tuple[str, ...], records: list[Record], remarks: list[str] | None = None) -> "Answer":
        """The answer that records give, in the order of `columns`."""
        return cls(columns, [tuple(record[c] for c in columns) for record in records], remarks or [])

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries, column → value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.to_dicts())
