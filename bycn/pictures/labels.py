"""What a picture says about a fact in words, and how much room words take."""

import re
import textwrap
import unicodedata
from typing import TYPE_CHECKING

from bycn.pictures.translations import BETWEEN_LANGUAGES, side_by_side

if TYPE_CHECKING:
    from bycn.pictures.look import Look

_WIDTHS = {
    0.32: "iljI.,:;'’|! \N{NO-BREAK SPACE}",
    0.42: 'frt()[]-/"',
    0.56: "cszJLFk",
    0.6: "aeovxyTYPогсехуаз",
    1.0: "mwMWЖШЩЮМФжшщюмф@—…",
}
"""How wide letters are, in ems: those of DejaVu Sans, which is wider than most."""
_WIDTH_OF = {char: wide for wide, chars in _WIDTHS.items() for char in chars}
_MILLIONS, _MYRIADS = ((1e9, " bn"), (1e6, " m")), ((1e8, "亿"), (1e4, "万"))
LABEL_CHARACTERS = 30


def term(word: str) -> str:
    """A type or status as people write it.

    >>> term("TWINNED_WITH"), term("TRADE_FLOW/export")
    ('Twinned with', 'Export')
    """
    if word == "unnamed":
        return "Unnamed in the source"
    return word.rsplit("/", 1)[-1].replace("_", " ").capitalize()


def label_lines(name: str, room: int = LABEL_CHARACTERS) -> list[str]:
    """A name as a label: in lines that are about even, none longer than `room` letters.

    Scripts without spaces break anywhere, others between words; names in several languages between these.

    >>> label_lines("Heilongjiang · 黑龙江", 12)
    ['Heilongjiang', '黑龙江']
    """
    clean = " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in name).split())
    if fits(clean, room):
        return [clean]
    if len(names := clean.split(BETWEEN_LANGUAGES)) > 1:
        return [line for one in names for line in label_lines(one, room)]
    if _length(clean) > 1.5 * len(clean):
        room = max(5, room // 2)
    is_long = any(len(word) > room for word in clean.split())
    lines = textwrap.wrap(clean, room, break_on_hyphens=is_long) or [""]
    widths = range(len(clean) // len(lines), room)  # even lines read better than a long one and a word
    wraps = (textwrap.wrap(clean, max(1, w), break_on_hyphens=is_long, break_long_words=False) for w in widths)
    return next(
        (even for even in wraps if 0 < len(even) <= len(lines) and max(map(len, even), default=0) <= room), lines
    )


def longest_word(name: str) -> int:
    """How long the longest part of a name is that stays whole: scripts without spaces break anywhere.

    >>> longest_word("Центр фундаментально-прикладных исследований"), longest_word("白俄罗斯国立大学")
    (15, 1)
    """
    parts = re.findall(r"[^\s-]+-?", name)
    return max((1 if _length(part) > len(part) else len(part) for part in parts), default=1)


def fits(line: str, room: int = LABEL_CHARACTERS) -> bool:
    """Whether a line of a label is no longer than it may be."""
    return _length(line) <= room


def _length(text: str) -> int:
    """How many letters a text has room for, of which those of Chinese count as two."""
    return sum(1 + _is_wide(char) for char in text)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def text_width(text: str) -> float:
    """How wide a text is, in ems; rather too much than too little.

    >>> text_width("维捷布斯克")
    5.0
    """
    return sum(map(_character_width, text))


def _character_width(char: str) -> float:
    if char in _WIDTH_OF:
        return _WIDTH_OF[char]
    if _is_wide(char):
        return 1.0
    return 0.76 if char.isupper() else 0.65


def short(number: float, look: "Look") -> str:
    """A round number in short, in each language of a look.

    >>> from bycn.pictures.look import Look
    >>> short(5e6, Look()), short(2.5e9, Look(languages=("ru",))), short(20000.0, Look())
    ('5 m', '2,5 млрд', '20,000')
    >>> short(5e6, Look(languages=("en", "zh"))), short(2e8, Look(languages=("zh",)))
    ('5 m · 500万', '2亿')
    """
    return side_by_side(_short(number, one) for one in look.one_by_one)


def _short(number: float, look: "Look") -> str:
    for size, word in _MYRIADS if look.languages == ("zh",) else _MILLIONS:
        if number >= size:
            return f"{look.number(number / size)}{look.say(word)}"
    return look.number(number)
