"""Months by their names and figures, Roman ones too."""

import re

from bycn.graph_model.folding import fold
from bycn.loaders.foreign.words import words_of

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_OF_LATIN = str.maketrans("ХІхіѴ", "XIxiV")
"""Cyrillic letters that stand for Roman figures."""
_WITHIN = re.compile(r"(?<![^\W_])[IVXХІ]{1,4}(?![^\W_])")


def month_named(word: str) -> str | None:
    """The number of a month by its name, in any case and of five languages."""
    key = fold(word)
    return next((month for begin, month in words_of("months").items() if key.startswith(begin)), None)


def roman(text: str) -> str | None:
    """The number of a month in Roman figures.

    >>> roman("VI"), roman("ХІІ"), roman("XIII")
    ('6', '12', None)
    """
    figures = text.translate(_OF_LATIN).upper()
    return str(_ROMAN.index(figures) + 1) if figures in _ROMAN else None


def in_figures(text: str) -> str:
    """A date with its Roman month in figures: between signs as other months are, or named by itself from May on.

    >>> in_figures("25.VI.2023"), in_figures("VI 2023"), in_figures("III 2023")
    ('25.6.2023', '6.2023', 'III 2023')
    """
    for match in reversed(list(_WITHIN.finditer(text))):
        text = _with_figures(text, match)
    return text


def _with_figures(text: str, match: re.Match[str]) -> str:
    number = roman(match[0])
    if number is None:
        return text
    before, after = text[: match.start()], text[match.end() :]
    is_day = re.fullmatch(r"(?:.*\D)?\d{1,2}[\s./-]\s*", before) is not None
    year = re.match(r"(?:\s*г?\.\s*|[\s/-])(?=\d{2,4}(?!\d))", after)
    if not year or not (is_day or (not before.strip() and (int(number) > 4 or after[:1] == "."))):
        return text
    return f"{before.rstrip(' ./-')}{'.' if is_day else ''}{number}.{after[year.end() :]}"


def whole_year(year: str) -> str:
    """A year of two figures with its century."""
    if len(year) == 4:
        return year
    return f"20{year}" if int(year) < 50 else f"19{year}"


def joined(year: str, month: str | None = None, day: str | None = None) -> str:
    """A year, month and day in our form."""
    return "-".join((year, *(f"{int(part):02}" for part in (month, day) if part)))
