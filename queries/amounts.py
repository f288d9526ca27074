"""Amounts in words, the same wherever a person reads one: a number never loses its "over"."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bycn.graph_model.numbers import as_number

_QUALIFIERS = {"exact": None, "at_least": "at least", "up_to": "up to"}
_IN_A_FALL = {"over": "under", "under": "over", "almost": "over", "at_least": "up_to", "up_to": "at_least"}
"""What a qualifier of new ÷ old says of the share by which something fell."""
_SCALES = ((Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_UNITS = {"m3": "m³", "m2": "m²"}
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ss", "ss"), ("s", ""))
_EXACT = 2**53
"""From here on not every whole number is a float, so that none says it is exact."""
_TWICE = 2
"""From here on growth is a factor, below a percentage."""

Number = int | float | Decimal

MEASURED = (
    *("amount", "amount_max", "amount_qualifier", "currency"),
    *("quantity", "quantity_max", "quantity_qualifier", "unit"),
    *("growth", "growth_qualifier", "growth_base"),
)
"""The properties that tell for how much a fact is."""


def plain(value: Number) -> str:
    """A number with its thousands parted, and no digits that say nothing.

    >>> plain(2_500.5)
    '2,500.5'
    """
    return f"{value:,.0f}" if value == int(value) else f"{Decimal(str(value)).normalize():,f}"


def as_held(value: Any) -> Any:
    """A value as rows hold it: whole numbers without a fraction, also those in lists and maps.

    >>> as_held(20_000_000.0), as_held([2.5, 3.0]), as_held({"n": 1.0}), as_held(float("inf"))
    (20000000, [2.5, 3], {'n': 1}, inf)
    """
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < _EXACT else value
    if isinstance(value, list):
        return [as_held(part) for part in value]
    return {name: as_held(part) for name, part in value.items()} if type(value) is dict else value


def number(value: Number) -> str:
    """A number as people write it, without losing a digit.

    >>> number(80_600_000), number(4_180_000_000), number(1_234_567), number(2_500.5)
    ('80.6 million', '4.18 billion', '1,234,567', '2,500.5')
    """
    exact = Decimal(str(value))
    for scale, word in _SCALES:
        if abs(exact) >= scale and round(exact / scale, 3) * scale == exact:
            return f"{plain(exact / scale)} {word}"
    return plain(value)


_SAID = re.compile(r"[^\d]*?(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion)?\b[^\d]*", re.IGNORECASE)
_SCALES_SAID = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def numbers_meant(text: str) -> list[int | float]:
    """The numbers that a text may stand for; a fraction may be one of thousands, millions or billions.

    >>> numbers_meant("over 140,000 m³"), numbers_meant("80.6 million USD"), numbers_meant("Orsha")
    ([140000], [80600000], [])
    """
    if not (said := _SAID.fullmatch(text.strip())):
        return []
    value, scale = Decimal(said[1].replace(",", "")), (said[2] or "").casefold()
    scales = [_SCALES_SAID[scale]] if scale else [1, *_SCALES_SAID.values()] if "." in said[1] else [1]
    return [number for each in scales if (number := as_number(value * each)) is not None]


def measured(fact: Mapping[str, Any], what: str, per: str) -> str:
    """What a fact measures, `amount` or `quantity`, per its currency or unit; empty where it says nothing.

    >>> measured({"amount": 20_000_000, "amount_qualifier": "over", "currency": "USD"}, "amount", "currency")
    'over 20 million USD'
    >>> measured({"quantity": 5, "quantity_max": 6, "quantity_qualifier": "at_least", "unit": "m3"}, "quantity", "unit")
    'at least 5–6 m³'
    """
    value, most, unit = fact.get(what), fact.get(f"{what}_max"), str(fact.get(per) or "")
    if value is None:
        return ""
    said = number(value) if most is None else f"{number(value)}–{number(most)}"
    if unit == "%":
        return _qualified(fact.get(f"{what}_qualifier"), f"{said}%")
    if unit == "rank":
        return f"rank {_qualified(fact.get(f'{what}_qualifier'), said)}"
    one = value == 1 and most is None
    named = singular(unit) if one and unit not in _UNITS else unit_in_words(unit)
    return _qualified(fact.get(f"{what}_qualifier"), f"{said} {named}".rstrip())


def growth(fact: Mapping[str, Any], base: str = "") -> str:
    """How a measure grew, compared with `base`; empty where nothing is said of it.

    >>> growth({"growth": 2.7, "growth_qualifier": "almost"}, "2022"), growth({"growth": 1.548}, "the year before")
    ('almost 2.7 times 2022', 'up 54.8% on the year before')
    >>> growth({"growth": 0.9, "growth_qualifier": "under"}), growth({"growth": 3}), growth({"growth": 1})
    ('down over 10%', '3 times as much', 'unchanged')
    """
    if (factor := fact.get("growth")) is None:
        return ""
    change, qualifier = (Decimal(str(factor)) - 1) * 100, fact.get("growth_qualifier")
    if factor >= _TWICE:
        return f"{_qualified(qualifier, plain(factor))} times {base or 'as much'}"
    on = f" on {base}" if base else ""
    if not change:
        return _qualified(qualifier, f"unchanged{on}")
    if change > 0:
        return f"up {_qualified(qualifier, f'{plain(change)}%')}{on}"
    return f"down {_qualified(_IN_A_FALL.get(qualifier or '', qualifier), f'{plain(-change)}%')}{on}"


def how_much(fact: Mapping[str, Any], base: str = "") -> str:
    """For how much a fact is: amount, quantity and growth, each with its qualifier, empty where nothing is said.

    >>> how_much({"amount": 30_400_000, "currency": "USD", "growth": 2.7})
    '30.4 million USD, 2.7 times as much'

    Of a figure the count goes first, and the amount is that of all that is counted.

    >>> how_much({"type": "INDICATOR", "amount": 5_500_000_000, "currency": "USD", "quantity": 28, "unit": "projects"})
    '28 projects, 5.5 billion USD in all'
    """
    amount, quantity = measured(fact, "amount", "currency"), measured(fact, "quantity", "unit")
    if fact.get("type") == "INDICATOR" and amount and quantity:
        amount, quantity = quantity, f"{amount} in all"
    return ", ".join(filter(None, (amount, quantity, growth(fact, base))))


def unit_in_words(unit: str) -> str:
    """A unit or currency as people write it.

    >>> unit_in_words("m3"), unit_in_words("USD")
    ('m³', 'USD')
    """
    return _UNITS.get(unit, unit)


def singular(unit: str) -> str:
    """The unit of one.

    >>> singular("cities"), singular("items"), singular("people"), singular("branches"), singular("t")
    ('city', 'item', 'person', 'branch', 't')
    """
    if unit == "people":
        return "person"
    if not unit.islower():
        return unit
    return next((unit.removesuffix(many) + one for many, one in _ENDINGS if unit.endswith(many)), unit)


def _qualified(qualifier: str | None, text: str) -> str:
    return " ".join(filter(None, (_QUALIFIERS.get(qualifier or "", qualifier), text)))
