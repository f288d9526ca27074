"""Free Cypher as people bring it, from files, chats and other programs: the one statement that it holds."""

import re

from bycn.graph_model.messages import Advice
from bycn.queries.cypher_tokens import Token, tokens
from bycn.queries.errors import QueryRefused

_BYTE_ORDER_MARK = "\ufeff"
_QUOTATION_MARKS = "“”„‟‘’‚‛«»"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_STRAY = re.compile(f"[{_QUOTATION_MARKS}{_INVISIBLE}]")


def statement_in(text: str) -> str:
    """The statement of a text, without a byte order mark and without the `;` and comments that end it.

    Raises:
        QueryRefused: it holds several, a command to another program, or signs that word processors make.

    """
    text = text.removeprefix(_BYTE_ORDER_MARK)
    found = tokens(text)
    while found and _is_end(found[-1]):
        text = text[: found.pop().start]
    if not found:
        return ""
    if found[0].text.startswith("```"):
        raise QueryRefused("``` marks code in chats and Markdown and is no Cypher; take such lines out")
    if found[0].text == ":":
        line = text[found[0].start :].partition("\n")[0].strip()
        raise QueryRefused(
            Advice(
                f"'{line}' is a command to Neo4j Browser and cypher-shell, not Cypher",
                "take such lines out, and give values with {}",
                "params",
            )
        )
    if more := sum(map(_is_end, found)):
        raise QueryRefused(f"these are {more + 1} questions, separated by ';'; ask them one at a time")
    for token in found:
        if token.kind == "word" and (stray := _STRAY.search(token.text)):
            line_number = text.count("\n", 0, token.start) + 1
            raise QueryRefused(f"line {line_number}: {_what_it_is(stray[0])}")
    return text


def _is_end(token: Token) -> bool:
    return token.kind == "sign" and token.text == ";"


def _what_it_is(stray: str) -> str:
    if stray in _INVISIBLE:
        return f"an invisible character, U+{ord(stray):04X}, is among the words; take it out"
    return f"{stray} is a quotation mark of word processors, which Cypher doesn't know; write ' or \" around texts"
