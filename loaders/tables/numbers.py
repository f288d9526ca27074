"""What to write for a number that stands in a cell as lists and spreadsheets have it."""

import re
from decimal import Decimal

from bycn.graph_model.names import fold
from bycn.loaders.foreign.values import Sum, Unclear, bare, currency_in, decimal_sign, read_sum
from bycn.loaders.foreign.words import words_of

_LONGEST = 60
_DIGITS = "write digits with a point before decimals, such as 1500000 or 2.5"
_ROUNDED = re.compile(r"\d{1,15}(?:\.\d{1,15})?[eE][+-]?\d{1,2}")


def not_a_number(text: str, column: str) -> str:
    """What to say of a cell that is no plain number, with what to write where one reading alone is possible.

    >>> not_a_number("over 3 million USD", "amount")
    "'over 3 million USD' is not a plain number; write 3000000, USD in currency, and over in amount_qualifier"
    """
    return f"'{text}' is not a plain number; {_remedy(text, column)}"


def _remedy(text: str, column: str) -> str:
    if not bare(text):
        return "leave the cell empty where nothing is known"
    if len(text) > _LONGEST:
        return _DIGITS
    if _ROUNDED.fullmatch(text.strip()):
        return f"write {Decimal(text.strip()):f} (a spreadsheet that shows an exponent may have dropped digits)"
    text = re.sub(r"(?<=\d)_(?=\d)", "", text)
    sign = decimal_sign([text], comma_table=False)
    if sign is None and (number := re.fullmatch(r"(\d{1,3})[.,](\d{3})", text.strip())):
        return f"write {number[1]}.{number[2]} or {number[1]}{number[2]}, whichever is meant"
    try:
        found = read_sum(text, sign)
    except Unclear:
        return _DIGITS
    more = _beside(found, column)
    return _DIGITS if more is None else f"write {_joined([f'{found.value:f}', *more])}"


def _beside(sum_: Sum, column: str) -> list[str] | None:
    """What goes into other columns; None where it isn't all understood."""
    words = set(fold(sum_.beside).split())
    if words - {
        word for kind in ("scale", "qualifier", "currency") for words in words_of(kind) for word in words.split()
    }:
        return None
    currency = currency_in(sum_.beside)
    more = [
        f"{sum_.top:f} in {column}_max" if sum_.top else "",
        f"{currency} in currency" if currency else "",
        f"{sum_.qualifier} in {column}_qualifier" if sum_.qualifier else "",
    ]
    found = [part for part in more if part]
    return None if found and column != "amount" else found


def _joined(parts: list[str]) -> str:
    if len(parts) < 3:
        return " and ".join(parts)
    return f"{', '.join(parts[:-1])}, and {parts[-1]}"
