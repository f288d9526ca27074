"""Amounts in words: a number never loses its "over"."""

from decimal import Decimal

_WORDS = {"at_least": "at least", "up_to": "up to"}

Number = int | float | Decimal


def in_words(value: Number | None, most: Number | None, qualifier: str | None, per: str | None) -> str | None:
    """A sum or quantity as it is told.

    >>> in_words(20_000_000, None, "over", "USD")
    'over 20,000,000 USD'
    """
    if value is None:
        return None
    number = f"{plain(value)}–{plain(most)}" if most is not None else plain(value)
    said = None if qualifier in (None, "exact") else _WORDS.get(qualifier or "", qualifier)
    return " ".join(filter(None, (said, number, per)))


def plain(value: Number) -> str:
    """A number with its thousands parted, and no digits that say nothing.

    >>> plain(2_500.5)
    '2,500.5'
    """
    return f"{value:,.0f}" if value == int(value) else f"{Decimal(str(value)).normalize():,f}"
