"""The clauses of a query and the expressions in them, found among its tokens."""

from collections.abc import Iterator
from typing import NamedTuple

from bycn.queries.cypher_tokens import Group, Item, is_sign, keyword, word_set

_LOOPS = word_set("all any extract filter foreach none reduce single")
_CLAUSES = word_set(
    "BY CALL FILTER FINISH FOREACH LET LIMIT MATCH OFFSET OPTIONAL ORDER RETURN SKIP UNION UNWIND WHERE WITH YIELD"
)
_OF_RETURN = word_set("BY LIMIT OFFSET ORDER SKIP WHERE")
_CUTS = word_set("AS ASC ASCENDING DESC DESCENDING DISTINCT ELSE THEN WHEN")
_BETWEEN_PARTS = (",", "|", ";")


class Returned(NamedTuple):
    """A RETURN or WITH: what it gives, and the ORDER BY and the like that follow."""

    word: str
    items: list[Item]
    after: list[Item]


class Expression(NamedTuple):
    """An expression without what is parted off in it, the clause it is in, and the bracket around."""

    clause: str
    items: list[Item]
    inside: Group | None


def expressions(items: list[Item], inside: Group | None) -> Iterator[Expression]:
    """The expressions of some items, those `inside` a bracket, but for the variable that runs through a list."""
    clause, current = "", list[Item]()
    variables = 1 if inside and is_loop(inside) else 0
    for place, item in enumerate(items):
        word = clause_at(items, place)
        if word or keyword(items, place, _CUTS) or is_sign(item, *_BETWEEN_PARTS):
            if current:
                yield Expression(clause, current, inside)
            clause, current = word or clause, []
        else:
            current.append(item)
            if variables and len(current) == 2 and keyword(current, 1, ("IN",)):
                variables, current = 0, []  # the variable that runs through a list, and its IN, which is no predicate
    if current:
        yield Expression(clause, current, inside)


def all_returned(items: list[Item]) -> Iterator[Returned]:
    """The RETURN and WITH clauses among some items, each with what follows it."""
    found: Returned | None = None
    for place, item in enumerate(items):
        word = clause_at(items, place)
        if word and found and word not in _OF_RETURN:
            yield found
            found = None
        if word in ("RETURN", "WITH"):
            found = Returned(word, [], [])
        elif found:
            (found.after if word or found.after else found.items).append(item)
    if found:
        yield found


def clause_at(items: list[Item], place: int) -> str:
    """The word by which a clause begins at a place, empty where none does."""
    word = keyword(items, place, _CLAUSES)
    if word == "BY" and not (place and keyword(items, place - 1, ("ORDER",))):  # a name, as in RETURN … AS by
        return ""
    return "" if word == "WITH" and place and keyword(items, place - 1, ("STARTS", "ENDS")) else word


def is_loop(group: Group) -> bool:
    """Whether something runs through a list in a bracket: a comprehension, a predicate over a list, `reduce`."""
    commas = any(is_sign(item, ",") for item in group.items)
    return group.head in _LOOPS or (group.bracket == "[" and not commas)
