"""Amounts in words: a number never loses its "over"."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

_WORDS = {"at_least": "at least", "up_to": "up to"}

Number = int | float | Decimal

MEASURED = (
    *("amount", "amount_max", "amount_qualifier", "currency"),
    *("quantity", "quantity_max", "quantity_qualifier", "unit"),
)
"""The properties that tell for how much a fact is."""


def plain(value: Number) -> str:
    """A number with its thousands parted, and no digits that say nothing.

    >>> plain(2_500.5)
    '2,500.5'
    """
    return f"{value:,.0f}" if value == int(value) else f"{Decimal(str(value)).normalize():,f}"


def as_number(value: Decimal | None) -> int | float | None:
    """A decimal as rows hold numbers, whole ones without a fraction."""
    return None if value is None else int(value) if value == int(value) else float(value)


def in_words(
    value: Number | None,
    most: Number | None,
    qualifier: str | None,
    per: str | None,
    as_text: Callable[[Any], str] = plain,
    *,
    before: str | None = None,
) -> str | None:
    """A sum or quantity as it is told, each number written by `as_text`, with what stands before it and after it.

    >>> in_words(20_000_000, None, "over", "USD"), in_words(5, 6, "at_least", None, before="USD")
    ('over 20,000,000 USD', 'at least USD 5–6')
    """
    if value is None:
        return None
    number = f"{as_text(value)}–{as_text(most)}" if most is not None else as_text(value)
    said = None if qualifier in (None, "exact") else _WORDS.get(qualifier or "", qualifier)
    return " ".join(filter(None, (said, before, number, per)))
