"""Values as Cypher literals, and the `:param` lines that set them in Neo4j Browser and cypher-shell."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_LIKE_AN_ESCAPE = re.compile(r"(?<=\\)(?=u)")


def literal(value: Any) -> str:
    r"""A value as it is written in Cypher.

    >>> print(literal(["O'Hara", 1, True, None]))
    ['O\'Hara', 1, true, null]

    Raises:
        TypeError: Cypher has no literal for it.

    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        # A backslash before a u might be read as the escape of a letter: the text is cut between the two.
        return " + ".join(f"'{''.join(_ESCAPES.get(c, c) for c in part)}'" for part in _LIKE_AN_ESCAPE.split(value))
    if isinstance(value, Iterable):
        return f"[{', '.join(map(literal, value))}]"
    raise TypeError(f"{type(value).__name__} has no Cypher literal")


def param_lines(values: Mapping[str, Any]) -> list[str]:
    """The lines that set parameters, one each. Without the `;` Neo4j Browser takes no second line."""
    return [f":param {name} => {literal(value)};" for name, value in values.items()]
