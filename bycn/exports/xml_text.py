"""Text in XML: escaped, and without the characters that XML 1.0 can't hold."""

import re
from xml.sax.saxutils import escape, quoteattr

from bycn.safe_text import UNSAFE

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"


def text(value: str) -> str:
    """Text between tags."""
    return _by_number(escape(_IMPOSSIBLE.sub(_REPLACEMENT, value)))


def attribute(value: str) -> str:
    """The value of an attribute, in quotes."""
    return _by_number(quoteattr(_IMPOSSIBLE.sub(_REPLACEMENT, value)))


def _by_number(xml: str) -> str:
    return UNSAFE.sub(lambda match: f"&#{ord(match[0])};", xml)
