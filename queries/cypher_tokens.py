"""Cypher cut into tokens, so that nothing in a comment, a text or backticks is taken for what the query does.

It never fails: what isn't Cypher comes as signs of one character, and the database says what is wrong with it.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\r\n]*|/\*.*?\*/)
    |(?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
    |(?P<quoted>`(?:``|[^`])*`)
    |(?P<parameter>\$(?:\w+|`(?:``|[^`])*`))
    |(?P<number>\d+(?:\.\d+)?\w*)
    |(?P<word>(?:\w|[^\x20-\x7e\s])+)
    |(?P<sign><=|>=|<>|!=|=~|::|\.\.|\|\||.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
_CLOSING = {"(": ")", "[": "]", "{": "}", "CASE": "END"}


class Token(NamedTuple):
    """A piece of a query: a `text`, `quoted` name, `parameter`, `number`, `word` or `sign`, as written."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the query."""
        return self.start + len(self.text)

    @property
    def word(self) -> str:
        """What may be a word of Cypher's own, in capitals; empty for everything else."""
        return self.text.upper() if self.kind == "word" and self.text.isascii() else ""

    @property
    def name(self) -> str:
        """The name that it writes, without backticks; empty where it is none."""
        if self.kind == "quoted":
            return self.text[1:-1].replace("``", "`")
        return self.text if self.kind == "word" else ""


class Group(NamedTuple):
    """What is in brackets or between CASE and END, with the name right before it, in small letters."""

    head: str
    bracket: str
    start: int
    end: int
    items: list["Token | Group"]


Item = Token | Group


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def readings(query: str) -> Iterator[str]:
    """A query as written and, where that differs, with its unicode escapes read first: engines do either."""
    yield query
    if (read := _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), query)) != query:
        yield read


def tokens(query: str) -> list[Token]:
    """The tokens of a query, without blanks and comments."""
    found = (Token(match.lastgroup or "", match[0], match.start()) for match in _TOKEN.finditer(query))
    return [token for token in found if token.kind != "space"]


def blanked(query: str) -> str:
    """A query with `_` in place of every character of its comments, texts and names in backticks; lines stay."""

    def blank(match: re.Match[str]) -> str:
        hides = match.lastgroup in ("text", "quoted") or match[0].startswith(("//", "/*"))
        return re.sub(r"[^\n]", "_", match[0]) if hides else match[0]

    return _TOKEN.sub(blank, query)


def dotted_name(found: Sequence[Token], last: int) -> tuple[str, int]:
    """The name with all its parts that ends at a place, `apoc.load.json`, and where it begins."""
    first = last
    while first >= 2 and found[first - 1].text == "." and found[first - 2].name:
        first -= 2
    return "".join(token.name or token.text for token in found[first : last + 1]), first


def keyword(items: Sequence[Item], place: int, words: Container[str]) -> str:
    """The word of Cypher's own at a place if it is one of these; a label, property or key of that name is none."""
    item = items[place]
    if not isinstance(item, Token) or item.word not in words:
        return ""
    before, after = (items[i] if 0 <= i < len(items) else None for i in (place - 1, place + 1))
    is_name = (isinstance(before, Token) and before.text in (".", ":")) or (
        isinstance(after, Token) and after.text == ":"
    )
    return "" if is_name else item.word


def nested(found: Sequence[Token]) -> list[Item]:
    """Tokens with those in brackets, and those of a CASE, gathered into groups."""
    levels = [Group("", "", 0, 0, [])]
    for place, token in enumerate(found):
        before = found[place - 1] if place else None
        mark = token.text if token.kind == "sign" else keyword(found, place, ("CASE", "END"))
        if mark in _CLOSING:
            head = before.name.casefold() if before and mark != "CASE" else ""
            levels.append(Group(head, mark, token.start, token.end, []))
        elif len(levels) > 1 and mark == _CLOSING[levels[-1].bracket]:
            closed = levels.pop()._replace(end=token.end)
            levels[-1].items.append(closed)
        else:
            levels[-1].items.append(token)
    while len(levels) > 1:
        open_ = levels.pop()
        levels[-1].items.append(open_)
    return levels[0].items


def parted(items: Sequence[Item], signs: Sequence[str]) -> Iterator[list[Item]]:
    """The parts between some signs at this level."""
    for is_sign, part in groupby(items, lambda item: isinstance(item, Token) and item.text in signs):
        if not is_sign:
            yield list(part)


def is_sign(item: Item | None, *signs: str) -> bool:
    """Whether it is one of these signs."""
    return isinstance(item, Token) and item.kind == "sign" and item.text in signs
