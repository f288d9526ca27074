"""Values as Cypher literals, and the `:param` lines that set them in Neo4j Browser and cypher-shell."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bycn.queries.cypher_tokens import tokens

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_WIDEST_ESCAPE = "\uffff"
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
        return " + ".join(f"'{''.join(map(_written, part))}'" for part in _LIKE_AN_ESCAPE.split(value))
    if isinstance(value, Iterable):
        return f"[{', '.join(map(literal, value))}]"
    raise TypeError(f"{type(value).__name__} has no Cypher literal")


def _written(char: str) -> str:
    """A character in a literal: what no screen shows is escaped, so that it survives being shown and copied."""
    shown = char.isprintable() or char > _WIDEST_ESCAPE
    return _ESCAPES.get(char) or (char if shown else f"\\u{ord(char):04x}")


def param_lines(values: Mapping[str, Any]) -> list[str]:
    """The lines that set parameters, one each. Without the `;` Neo4j Browser takes no second line."""
    return [f":param {name} => {literal(value)};" for name, value in values.items()]


def with_values(text: str, values: Mapping[str, Any]) -> str:
    """A query with the values of its parameters in their places; what is in comments and strings stays.

    >>> with_values("MATCH (n {id: $id}) RETURN '$id'  // $id", {"id": "BY"})
    "MATCH (n {id: 'BY'}) RETURN '$id'  // $id"
    """
    for token in reversed(tokens(text)):
        if token.kind == "parameter" and (name := token.text[1:].strip("`")) in values:
            text = text[: token.start] + literal(values[name]) + text[token.end :]
    return text


def one_paste(text: str, values: Mapping[str, Any], names: Mapping[str, str] | None = None) -> str:
    """A query as one text to paste into Neo4j Browser, cypher-shell or an editor: its values in it, ended by `;`.

    `names` says what the ids of some parameters stand for: comments under the header say so.
    """
    lines = with_values(text, values).rstrip().removesuffix(";").splitlines()
    length = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    comments = [f"// {literal(values[name])} is {' '.join(named.split())}" for name, named in (names or {}).items()]
    return "\n".join([*lines[:length], *comments, *lines[length:]]) + ";"
