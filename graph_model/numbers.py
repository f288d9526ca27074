"""Numbers as graphs and rows hold them."""

from decimal import Decimal


def as_number(value: Decimal | None) -> int | float | None:
    """A decimal as an integer when whole, else as a float."""
    return None if value is None else int(value) if value == int(value) else float(value)
