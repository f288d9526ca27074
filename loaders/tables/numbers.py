"""What to write for a number that stands in a cell as lists and spreadsheets have it."""

import re
from decimal import Decimal

from bycn.loaders.foreign.sums import Sum, currency_in, decimal_sign, read_sum
from bycn.loaders.foreign.values import Unclear, bare
from bycn.loaders.foreign.words import within, without

_LONGEST = 60
_DIGITS = "write digits with a point before decimals, such as 1500000 or 2.5"
_WORDS = ("scale", "qualifier", "currency", "unit")
_OTHERS = {
    "amount": {"amount_max", "amount_qualifier", "currency"},
    "quantity": {"quantity_max", "quantity_qualifier", "unit"},
}
"""The columns beside a number that take what is said beside it."""
_PERCENT = re.compile(r"\+?(\d{1,6}(?:[.,]\d{1,6})?)\s*(?:%|per cent|процент\w*|працэнт\w*)")
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
    if percent := _PERCENT.fullmatch(text.strip()):
        return _of_percent(percent[1].replace(",", "."), column)
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


def _of_percent(number: str, column: str) -> str:
    """Growth is new by old, so that a rate of 102.2 % is 1.022, and a rise by as much 2.022."""
    if column == "growth":
        rate = Decimal(number) / 100
        return f"write {rate.normalize():f}, or {(rate + 1).normalize():f} where it is a rise by as much"
    return f"write {number} and % in unit" if column in ("quantity", "quantity_max") else _DIGITS


def _beside(sum_: Sum, column: str) -> list[str] | None:
    """What goes into other columns; None where it isn't all understood, or this column has no other for it."""
    currency, unit = currency_in(sum_.beside), within("unit", sum_.beside)
    if sum_.strange or (without(_WORDS, sum_.beside) and not currency):
        return None
    more = {
        f"{column}_max": sum_.top and f"{sum_.top:f}",
        "currency": currency,
        "unit": unit,
        f"{column}_qualifier": sum_.qualifier,
    }
    found = {name: text for name, text in more.items() if text}
    return [f"{text} in {name}" for name, text in found.items()] if found.keys() <= _OTHERS.get(column, set()) else None


def _joined(parts: list[str]) -> str:
    if len(parts) < 3:
        return " and ".join(parts)
    return f"{', '.join(parts[:-1])}, and {parts[-1]}"
