"""Texts of others as they may be printed: without control characters, marks that turn text around, and passwords.

Names, tables, files, arguments and a foreign Neo4j hold what they like.
"""

import re

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")
"""Control characters, marks that turn the direction of text, and what bytes in another encoding become."""
_FIRST_SURROGATE, _NO_CHARACTER = "\ud800", "\ufffd"
_WORD = re.compile(r"\S+")
_BEFORE_ADDRESS = "'\"("
_AT = ("@", "%40")


def clean(text: str) -> str:
    """A text without what a terminal would obey, and with a sign in place of what is no character."""
    return UNSAFE.sub(lambda match: _NO_CHARACTER if match[0] >= _FIRST_SURROGATE else "", text)


def escaped(text: str) -> str:
    r"""A text in JSON or JavaScript that means the same, with `\u009b` in place of what a terminal would obey."""
    return UNSAFE.sub(lambda match: _NO_CHARACTER if match[0] >= _FIRST_SURROGATE else f"\\u{ord(match[0]):04x}", text)


def without_login(text: str) -> str:
    """A text in which no address has a user or password: all from where one may begin to the last `@` of a word."""
    return _WORD.sub(lambda match: _word_without_login(match[0]), text)


def _word_without_login(word: str) -> str:
    end = max(word.rfind(sign) + len(sign) if sign in word else 0 for sign in _AT)
    colon = word.find(":", 0, end)
    if colon < 0:
        return word
    start = max(word.rfind(sign, 0, colon) for sign in _BEFORE_ADDRESS) + 1
    return f"{word[:start]}***@{word[end:]}"
