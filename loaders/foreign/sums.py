"""Numbers and sums of money as people write them, read where one reading alone is possible."""

import re
from decimal import Decimal
from typing import NamedTuple
from unicodedata import category

from bycn.graph_model.folding import fold
from bycn.graph_model.vocabulary import CURRENCIES
from bycn.loaders.foreign.values import Unclear, clean_of
from bycn.loaders.foreign.words import within, without, words_of

COMMA, POINT = "decimal comma", "decimal point"
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’_]")
_EXPONENT = re.compile(r"(\d)(?:[.,](\d{1,14}))?[eE]\+?(\d{1,2})")
"""How a spreadsheet shows a long number, most often without its last digits."""
_NUMBER = re.compile(r"(?:(?<![\w.,])[.,])?(?<!\b[mм])\d(?:[\d\s\u00a0\u202f\u2009'’.,]*\d)?")
_GROUPED = (
    r"(?:[1-9]\d{{0,2}}(?:[\s'’_]\d{{3}})+|[1-9]\d{{0,2}}(?:[{group}]\d{{2,3}})*[{group}]\d{{3}}|\d*)(?:[{sign}]\d+)?"
)
"""A number with its thousands apart, or all of one piece."""
_BESIDE = ("qualifier", "scale", "currency", "roubles", "unit", "beside")
"""The lists whose words may stand beside a number."""
_MORE = re.compile(r"\s*\+|[万亿千百十]?[多余]")
_NO_MONEY = frozenset({"ALL", "TOP", "TRY", "CUP", "PEN", "MAD"})
"""Codes of money that headers have as words."""
_NEGATIVE = re.compile(r"(?<![\w.,])[-−–‒]\s?\d|^\s*\(\s*[\d.,\s]+$")
"""With a minus, or in brackets as accounts have it."""
_MINUS_BEHIND = re.compile(r"\s?[-−–]\s*$")


class Sum(NamedTuple):
    """A number as written: with its upper end, how exact it is, and the words beside it."""

    value: Decimal
    top: Decimal | None
    qualifier: str | None
    beside: str
    strange: str = ""
    """What of that is no word of sums: "per month", "boxes"."""


def decimal_sign(values: list[str], *, comma_table: bool, real_numbers: bool = False) -> str | None:
    """Whether a comma or a point parts the decimals of a column; None where it may be either.

    Where a file has `real_numbers`, a point is theirs.
    """
    numbers = [re.sub(_SPACES, "", m) for value in values for m in _NUMBER.findall(value)]
    commas = [n for n in numbers if "," in n]
    real = set(values) if real_numbers else set()
    points = [n for n in numbers if "." in n and n not in real]
    for number in numbers:
        if "," in number and "." in number:
            return COMMA if number.rindex(",") > number.rindex(".") else POINT
    for numbers, sign, own, other in ((commas, ",", COMMA, POINT), (points, ".", POINT, COMMA)):
        if any(n.count(sign) > 1 for n in numbers):
            return other
        if any(not re.fullmatch(rf"[1-9]\d{{0,2}}\{sign}\d{{3}}", n) for n in numbers):
            return own
    if commas:
        return COMMA if comma_table else None
    return None if points and not real_numbers else POINT


def sign_in(text: str, sign: str | None) -> str | None:
    """What parts the decimals of a cell where numbers are numbers: beside texts with a comma a real one has a point."""
    if sign != COMMA or not re.fullmatch(r"\d+\.\d+", text):
        return sign
    return None if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text) else POINT


def read_sum(text: str, sign: str | None, factor: Decimal = Decimal(1)) -> Sum:
    """A number with what stands beside it: "over $3.5 million", "1 234,5", "10–12 тыс. тонн".

    Raises:
        Unclear: it isn't a number, or may be two.

    """
    clean = clean_of(text)
    if match := _EXPONENT.fullmatch(clean):
        decimals = match[2] or ""
        digits, places = match[1] + decimals, int(match[3]) - len(decimals)
        if places >= 0:
            return Sum(Decimal(digits + "0" * places) * factor, None, "about" if places else None, "")
    found = list(_NUMBER.finditer(clean))
    if not found or len(found) > 2 or "%" in clean or _is_negative(clean, found[0], found[-1]):
        raise Unclear(f"'{text}' is not a number")
    before, after = clean[: found[0].start()], clean[found[-1].end() :]
    between = clean[found[0].end() : found[1].start()] if len(found) > 1 else "-"
    if not re.fullmatch(r"\s*(?:[-–—−]|to|до|à|至|\.\.)\s*", between):
        raise Unclear(f"'{text}' holds two numbers")
    beside = f"{before} {after}"
    scale = within("scale", after) or within("scale", before)
    value, *top = (_plain(match[0], sign, text) * (Decimal(scale) if scale else factor) for match in found)
    return Sum(_trimmed(value), _trimmed(top[0]) if top else None, _qualifier(before, after), beside, _strange(beside))


def _is_negative(clean: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """With a minus before it, or behind it as accounting programs put it."""
    return bool(_NEGATIVE.search(clean[: first.end()]) or _MINUS_BEHIND.fullmatch(clean[last.end() :]))


def _strange(beside: str) -> str:
    if not beside.strip():
        return ""
    unknown = [sign for sign in beside if category(sign) == "Sc" and sign not in words_of("currency")]
    rest = without(_BESIDE, re.sub(r"\b[A-Z]{3}\b", lambda m: "" if m[0] in CURRENCIES else m[0], beside))
    return " ".join((*unknown, rest)).strip()


def _plain(number: str, sign: str | None, text: str) -> Decimal:
    digits = _SPACES.sub("", number)
    if sign is None and re.fullmatch(r"\d{1,3}[,.]\d{3}", digits):
        raise Unclear(f"'{text}' may have decimals or thousands")
    forms = ((".", ","), (",", ".")) if sign == COMMA else ((",", "."), (".", ","))
    fitting = [form for form in forms if re.fullmatch(_GROUPED.format(group=form[0], sign=form[1]), number)]
    if not fitting:
        raise Unclear(f"'{text}' is not a number")
    group, own = fitting[0]  # beside numbers of another kind 1.5 can be nothing but one and a half
    digits = digits.replace(group, "").replace(own, ".")
    try:
        return Decimal(digits)
    except ArithmeticError as error:
        raise Unclear(f"'{text}' is not a number") from error


def _trimmed(value: Decimal) -> Decimal:
    return Decimal(f"{value.normalize():f}")


def _qualifier(before: str, after: str) -> str | None:
    if _MORE.match(after):
        return "over"
    return next(
        (q for sign, q in words_of("qualifier").items() if sign in before and not sign.isalnum()), None
    ) or within("qualifier", before)


def currency_in(text: str) -> str | None:
    """The currency that stands in a header or beside a sum."""
    for sign in ("US$", "$", "€", "¥", "₽", "£", "₴", "₸"):
        if sign in text:
            return words_of("currency").get(sign) or words_of("currency").get(fold(sign))
    codes = (code for code in re.findall(r"\b[A-Z]{3}\b", text) if code in CURRENCIES - _NO_MONEY)
    return within("currency", text) or next(codes, None)


def factor_in(header: str) -> Decimal:
    """By what the sums under a header are multiplied: "Value, thousand USD"."""
    scale = within("scale", header)
    return Decimal(scale) if scale else Decimal(1)
