"""What the embedded engine answers wrongly about types, found in the text of a question.

It doesn't know INT, takes PROPERTY VALUE for any type, reads NOT NULL inside LIST<ANY NOT NULL> as a Neo4j doesn't, and
its valueType() tells nothing of what is in a list. All other types are told apart as in a Neo4j, or refused by itself.
"""

from collections.abc import Iterator

from bycn.queries.cypher_tokens import Group, Item, Token, is_sign, keyword, word_set

_TYPE_WORDS = word_set("ANY ARRAY INT LIST NOT NULL PROPERTY VALUE")
_ANY_IN_LIST = "< ANY NOT NULL >"
_INT = "the embedded engine doesn't know the type INT; write INTEGER"
_PROPERTY_VALUE = (
    "the embedded engine takes PROPERTY VALUE for any type; name those that are meant, as in x IS :: STRING OR "
    "x IS :: LIST<STRING>"
)
_NOT_NULL = (
    "the embedded engine reads LIST<ANY NOT NULL> otherwise than a Neo4j, which takes it for LIST<ANY>; write that, or "
    "a type, as in LIST<STRING NOT NULL>"
)
_VALUE_TYPE = (
    "the embedded engine's valueType() says the same of every list; ask for a type, as in x IS :: LIST<STRING NOT NULL>"
)


def type_faults(items: list[Item]) -> Iterator[str]:
    """The faults of what asks for types among some items."""
    for place, item in enumerate(items):
        if isinstance(item, Group) and (item.bracket, item.head) == ("(", "valuetype"):
            yield _VALUE_TYPE
        if is_sign(item, "::") or keyword(items, place, ("TYPED",)):
            words = list(_type_words(items[place + 1 :]))
            if "INT" in words:
                yield _INT
            if "PROPERTY" in words:
                yield _PROPERTY_VALUE
            if _ANY_IN_LIST in " ".join(words):
                yield _NOT_NULL


def _type_words(items: list[Item]) -> Iterator[str]:
    """The words and signs of the type that some items begin with, as far as one that is answered wrongly has them."""
    for item in items:
        if not isinstance(item, Token) or not (item.word in _TYPE_WORDS or is_sign(item, "<", ">")):
            return
        yield item.word or item.text
