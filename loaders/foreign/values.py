"""Values as people write them: without the marks of footnotes, and with figures of any script as ours."""

import re
from unicodedata import decimal

from bycn.loaders.foreign.words import whole

_MARKS = re.compile(r"(?<!\b[mм])(?<!\b[kк][mм])\s*(?:\[[^\[\]]{0,12}\]|[*†‡§¹²³⁰⁴-⁹])+\s*$")
_WIDE = {0xFF01 + n: 0x21 + n for n in range(94)} | {ord("￥"): "¥", ord("￡"): "£"}
"""The wide digits and signs of Chinese typing."""
_HAN_FIGURES = re.compile(
    "[〇○零一二三四五六七八九]*十?[〇○零一二三四五六七八九]+(?=[年月日号至])|[二三]?十(?=[年月日号至])"
)
_FIGURES_OF_HAN = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class Unclear(Exception):
    """A value that can't be read, or in more than one way."""


def bare(text: str) -> str:
    """A value without the marks of footnotes; empty where it says that nothing is known."""
    value = _MARKS.sub("", text).strip()
    if not re.search(r"\w", value) or whole("missing", value):
        return ""
    return value


def clean_of(text: str) -> str:
    """A value without its marks, and with figures and signs of other scripts as ours."""
    if not text.isascii():
        text = "".join(str(decimal(char, char)) for char in text.translate(_WIDE))
        text = _HAN_FIGURES.sub(_in_figures, text)
    return bare(text)


def _in_figures(han: re.Match[str]) -> str:
    """A number of a Chinese date in figures: 二〇二三, 十一."""
    tens, ten, ones = han[0].translate(_FIGURES_OF_HAN).rpartition("十")
    return str(int(tens or 1) * 10 + int(ones or 0)) if ten else ones
