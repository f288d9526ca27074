"""Names: how two spellings are compared, and what a name that somebody typed means.

Two forms are the same name when they fold to the same key. Similarity never decides, it only suggests: Shanxi and
Shaanxi are nearer to each other than many misspellings are to what they mean.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from bycn.graph_model.errors import BycnError

_APOSTROPHES = "'’‘ʼ`´ʹ′"
_LETTERS_AS_THEY_ARE = "йў"
"""Letters of their own, whose breve is no accent."""
_UNDECOMPOSED = str.maketrans("łøđħıŁØĐĦ", "lodhiLODH")
_CITY_WORDS = frozenset(["city", "ville", "город", "г", "горад", "места"])
_CITY_SIGN = "市"
_ARTICLE = re.compile(r"^\s*(?:l['’]|(?:la|les?|the)\s)(?=.*\w)", re.IGNORECASE)
_ELIDED = re.compile(r"\bd['’]", re.IGNORECASE)
_OF = frozenset(["de", "du", "of"])
IN_UTF_8 = "set the terminal to UTF-8 and type it again"
"""What helps where something typed arrived as bytes of another encoding."""


class _Folded(dict[int, str]):
    """What becomes of each character, found once: letters stay, accents and apostrophes go, signs are blanks."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter.casefold() not in _LETTERS_AS_THEY_ARE:
            parts = unicodedata.normalize("NFKD", letter).translate(_UNDECOMPOSED)
            letter = unicodedata.normalize("NFC", "".join(map(_without_accents, parts)))
        self[code] = letter.casefold()
        return self[code]


def _without_accents(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Mn", "Cf") or char in _APOSTROPHES:
        return ""
    return " " if category[0] in "PSZC" and category != "Cs" else char


_FOLDED = _Folded()


def is_text(text: str) -> bool:
    """Whether a text is made of characters alone, without bytes of another encoding, which Python lets through."""
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)


def fold(name: str) -> str:
    """The key under which a name is compared: without case, accents, apostrophes and punctuation.

    >>> fold("Xi’an") == fold("XIAN")
    True
    >>> fold("Могилёв") == fold("могилев")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", name).translate(_FOLDED).split())


class Candidate(NamedTuple):
    """An entity that a typed name may mean."""

    id: str
    type: str
    name: str
    parent: str
    """The name of the place or body that holds it, empty when nothing does."""
    parent_id: str
    exact: bool
    """Whether the typed name is its id or its established name, rather than an alias."""


class Match(NamedTuple):
    """What a typed name means."""

    id: str
    type: str
    name: str
    kind: Literal["exact", "alias"]


class UnknownName(BycnError):
    """No entity has this name. `suggestions` are up to three names that look like it."""

    def __init__(self, text: str, suggestions: Sequence[str] = ()):
        self.text, self.suggestions = text, list(suggestions)
        hint = f"; did you mean {', '.join(self.suggestions)}?" if self.suggestions else ""
        if not is_text(text):
            hint = f"; it isn't UTF-8: {IN_UTF_8}"
        super().__init__(f"nothing here is named '{text}'{hint}")


class AmbiguousName(BycnError):
    """Several entities have this name. `candidates` are all of them."""

    def __init__(self, text: str, candidates: Sequence[Candidate]):
        self.text, self.candidates = text, list(candidates)
        listed = "; ".join(
            f"{c.id} ({c.type}{f' in {c.parent}' if c.parent else ''}: {c.name})" for c in self.candidates
        )
        super().__init__(f"'{text}' may mean {len(self.candidates)} things, name one by its id: {listed}")


def readings(text: str) -> list[tuple[str, str | None]]:
    """The keys to look a typed name up by, in order, each with the type it is limited to.

    "La BUTB" is tried as it stands, then without its article; "Vitebsk city" and "ville de Vitebsk" at last as the
    city named Vitebsk. What isn't text has no reading.
    """
    if not is_text(text):
        return []
    bare = _ARTICLE.sub("", text)
    keys: list[tuple[str, str | None]] = [(fold(text), None)]
    if bare != text:
        keys.append((fold(bare), None))
    if city := _city_named(bare):
        keys.append((city, "city"))
    return keys


def _city_named(text: str) -> str | None:
    """The name in "Vitebsk city", "ville de Vitebsk" or 维捷布斯克市, None where nothing says that it is a city."""
    words = fold(_ELIDED.sub("de ", text)).split()
    if len(words) > 1 and words[-1] in _CITY_WORDS:
        return " ".join(words[:-1])
    if len(words) > 1 and words[0] in _CITY_WORDS:
        rest = words[1:]
        return " ".join(rest[1:] if rest[0] in _OF and len(rest) > 1 else rest)
    key = " ".join(words)
    return key.removesuffix(_CITY_SIGN) if len(key) > 1 and key.endswith(_CITY_SIGN) else None


def choose(text: str, candidates: Iterable[Candidate]) -> Match | None:
    """The one entity that a name means, None when no candidate is left.

    An established name goes before aliases; a city goes before the region or province of the same name that holds it.

    Raises:
        AmbiguousName: the name means several entities.

    """
    found = sorted(set(candidates))
    found = [c for c in found if c.exact] or found
    cities = [c for c in found if c.type == "city"]
    if len(cities) == 1 and all(c is cities[0] or c.id == cities[0].parent_id for c in found):
        found = cities
    if len(found) > 1:
        raise AmbiguousName(text, found)
    if not found:
        return None
    only = found[0]
    return Match(only.id, only.type, only.name, "exact" if only.exact else "alias")


def suggest(text: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """Up to `limit` of `names` that look like `text`, the most alike first."""
    from rapidfuzz import fuzz, process

    choices = {name: fold(name) for name in names}
    found = process.extract(fold(text), choices, scorer=fuzz.ratio, limit=limit, score_cutoff=65)
    return [name for _, _, name in found]
