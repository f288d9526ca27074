"""The words that foreign tables are written in, folded to ours."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from bycn.graph_model.folding import fold, word_key

_PATH = Path(__file__).parent / "words.toml"
_HUMP = re.compile(r"(?<=[a-zа-яё0-9])(?=[A-Z])")
_HAN = re.compile("[\u4e00-\u9fff]")
_LABEL = re.compile(r"\blabel\b")


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    """Our words by folded foreign ones, by list: the longest foreign ones first."""
    found = {}
    for name, lists in tomllib.loads(_PATH.read_text(encoding="utf-8")).items():
        pairs = {word_key(word): ours for ours, words in lists.items() for word in words}
        found[name] = {word: pairs[word] for word in sorted(pairs, key=lambda word: (-len(word), word))}
    return found


LISTS = frozenset({"instrument", "status", "flow", "qualifier", "country"})
"""The lists that translate a cell into a word that our tables have."""


def words_of(name: str) -> dict[str, str]:
    """Our words by folded foreign ones."""
    return _words()[name]


def header_key(header: str) -> str:
    """A header as it is compared: in words, without what is in brackets and what a query adds to names.

    >>> header_key("twinLabel"), header_key("Trade Value (US$)")
    ('twin', 'trade value')
    """
    bare = re.sub(r"[(（[].*?[])）]", " ", header)
    key = fold(_HUMP.sub(" ", bare)) or fold(header)
    return _LABEL.sub("", key).strip() or key


def whole(name: str, text: str) -> str | None:
    """Our word for a text that is one of a list, None where it isn't."""
    key = word_key(text)
    return words_of(name).get(key)


def within(name: str, text: str) -> str | None:
    """Our word for the first foreign one, of those the longest, that is a word of its own in a text."""
    key = word_key(text)
    found = [
        (at, -len(word), ours) for word, ours in words_of(name).items() if (at := _position(word, key)) is not None
    ]
    return min(found)[2] if found else None


def without(names: tuple[str, ...], text: str) -> str:
    """What is left of a text without the words of some lists, folded."""
    return " ".join(_any_of(names).sub(" ", fold(text)).split())


@lru_cache(maxsize=8)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    words = sorted({word for name in names for word in words_of(name) if fold(word)}, key=len, reverse=True)
    forms = (re.escape(word) if _HAN.search(word) else rf"(?<!\w){re.escape(word)}(?!\w)" for word in words)
    return re.compile("|".join(forms))


def _position(word: str, key: str) -> int | None:
    if _HAN.search(word):
        found = key.find(word)
        return found if found >= 0 else None
    match = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", key)
    return match.start() if match else None
