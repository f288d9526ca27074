"""How somebody wants a picture: in which languages, how wide in print, in grey, on which scale."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bycn.graph_model.errors import BycnError
from bycn.loaders.engine import Record
from bycn.pictures import translations

MM = 96 / 25.4
"""A millimetre in pixels."""


class UnknownLook(BycnError, ValueError):
    """A picture is asked for in a language, scale or width that there isn't."""


SCALES = ("root", "log")
LEAST_MM, MOST_MM = 40, 2_000


@dataclass(frozen=True)
class Look:
    """The wishes for a picture, each with its default."""

    languages: tuple[str, ...] = ("en",)
    millimetres: float | None = None
    is_grey: bool = False
    is_log: bool = False

    @property
    def room(self) -> float | None:
        """The width in pixels that the picture has to fit into."""
        return self.millimetres * MM if self.millimetres else None

    @property
    def one_by_one(self) -> list["Look"]:
        """The same look in each of its languages, for sentences, which can't be joined word by word."""
        return [replace(self, languages=(code,)) for code in self.languages]

    def name(self, entity: Record) -> str:
        """An entity's name in each language that has one, else in English."""
        names = [
            entity["name"] if code == "en" else (entity.get(f"names_{code}") or [None])[0] for code in self.languages
        ]
        return translations.side_by_side(filter(None, names)) or str(entity["name"])

    def say(self, english: str) -> str:
        """A word of the picture's own in its languages."""
        return translations.side_by_side(translations.said(english, code) for code in self.languages)

    def number(self, value: float) -> str:
        """A number as it is written in the first of the languages."""
        return translations.number(value, self.languages[0])

    def mark(self, english: str) -> str:
        """A stop between two parts of a sentence, as the first of the languages has it."""
        return translations.said(english, self.languages[0])

    def key(self, key: str) -> str:
        """What a country, by its code, or another group is called."""
        return self.say(translations.COUNTRIES.get(key, key))


def look_of(languages: str | Sequence[str], millimetres: float | None, scale: str, *, is_grey: bool) -> Look:
    """The look that some words mean.

    >>> look_of("be,zh", 85, "root", is_grey=False).languages
    ('be', 'zh')

    Raises:
        UnknownLook: a language or scale isn't known, or the width is none that can be printed.

    """
    codes = languages.split(",") if isinstance(languages, str) else list(languages)
    codes = [code.strip().lower() for code in codes]
    for code in codes:
        if code not in translations.LANGUAGES:
            raise UnknownLook(f"there are no names in '{code}'; the languages are {', '.join(translations.LANGUAGES)}")
    if scale not in SCALES:
        raise UnknownLook(f"'{scale}' is not a scale; line widths are by {' or '.join(SCALES)}")
    if millimetres is not None and not LEAST_MM <= millimetres <= MOST_MM:
        raise UnknownLook(f"{millimetres:g} mm can't be printed on; give {LEAST_MM} to {MOST_MM} mm")
    return Look(tuple(dict.fromkeys(codes)), millimetres, is_grey, scale == "log")
