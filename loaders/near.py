"""Words that look like what somebody wrote."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 200
"""How many characters the longest word has; comparing a longer text takes seconds and finds nothing."""


def near(text: str, words: Iterable[str], most: int = 1, cutoff: float = 0.6) -> list[str]:
    """Up to `most` words that a text looks like, the nearest first.

    >>> near("signd", ["signed", "planned"])
    ['signed']
    """
    return get_close_matches(text, list(words), n=most, cutoff=cutoff) if len(text) <= LONGEST else []
