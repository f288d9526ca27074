"""What the embedded engine answers wrongly without a word, found in the text of a question and refused with a rewrite.

It goes wrong over an aggregate inside most predicates, before a property or label, or in an ORDER BY that computes with
it; over a count subquery that is compared in certain places; and it tries a condition on what a shortest path goes
through only after its search. What is right is let through: all this was found, and is tested, beside a real Neo4j.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from bycn.loaders.engine import Engine
from bycn.queries.cypher_tokens import Group, Item, Token, keyword, nested, parted, readings, tokens, words
from bycn.queries.errors import QueryRefused

_AGGREGATES = words("avg collect count max min percentilecont percentiledisc stdev stdevp sum")
_SUBQUERIES = words("collect count exists")
_LOOPS = words("all any extract filter foreach none reduce single")
_SHORTEST = words("shortestpath allshortestpaths")
_CLAUSES = words(
    "BY CALL FILTER FINISH FOREACH LET LIMIT MATCH OFFSET OPTIONAL ORDER RETURN SKIP UNION UNWIND WHERE WITH YIELD"
)
_CUTS = words("AS ASC ASCENDING DESC DESCENDING DISTINCT ELSE THEN WHEN")
_JOINING = ("NOT", "AND", "OR", "XOR")
_PREDICATES = ("IS", "IN", "STARTS", "ENDS", "CONTAINS")
_COMPARISONS = ("=", "<>", "!=", "<", "<=", ">", ">=")
_ARITHMETIC = ("+", "-", "*", "/", "%", "^")
_BETWEEN_PARTS = (",", "|", ";")

_PATHS = (
    "the embedded engine tries a condition on what a shortestPath goes through only after its search, and would miss "
    "paths; write MATCH p = (a)-[*..4]-(b) WHERE … RETURN p ORDER BY length(p) LIMIT 1 with a bound that is low, "
    "name the types that it may take, as in [:AGREEMENT|TWINNED_WITH*..8], or ask a Neo4j (--uri)"
)


class _Expression(NamedTuple):
    """An expression without what is parted off in it, the clause it stands in, and the bracket around."""

    clause: str
    items: list[Item]
    inside: Group | None


def check_faults(engine: Engine, query: str) -> None:
    """See that an engine answers a question rightly.

    Raises:
        QueryRefused: the embedded engine would answer it wrongly; the message has what it answers rightly.

    """
    if engine.name != "embedded":
        return
    for text in readings(query):
        for fault in _faults(nested(tokens(text)), text, None):
            raise QueryRefused(fault)


def _faults(items: list[Item], text: str, inside: Group | None) -> Iterator[str]:
    projected: list[str] = []
    for expression in _expressions(items, inside):
        if expression.clause in ("RETURN", "WITH"):
            projected.append(_words(expression.items))
        if place := _aggregate_fault(expression, projected):
            yield _named_first(place, expression, text)
        if _count_fault(expression):
            yield (
                "the embedded engine reads a bare COUNT { … } in this comparison wrongly; put it in brackets of its "
                "own, as in (COUNT { (n)--() }) > 2"
            )
    if _path_fault(items):
        yield _PATHS
    for item in items:
        if isinstance(item, Group):
            yield from _faults(item.items, text, item)


def _expressions(items: list[Item], inside: Group | None) -> Iterator[_Expression]:
    clause, current = "", list[Item]()
    for place, item in enumerate(items):
        word = keyword(items, place, _CLAUSES | _CUTS)
        if word == "WITH" and keyword(items, place - 1, ("STARTS", "ENDS")) and place:
            word = ""
        if word or (isinstance(item, Token) and item.text in _BETWEEN_PARTS):
            if current:
                yield _Expression(clause, current, inside)
            clause, current = word if word in _CLAUSES else clause, []
        else:
            current.append(item)
            if inside and len(current) == 2 and keyword(current, 1, ("IN",)) and _is_loop(inside):
                current = []  # the variable that runs through a list, and its IN
    if current:
        yield _Expression(clause, current, inside)


def _is_loop(group: Group) -> bool:
    commas = any(isinstance(item, Token) and item.text == "," for item in group.items)
    starts_with_name = isinstance(group.items[0], Token) and bool(group.items[0].name)
    return group.head in _LOOPS or (group.bracket == "[" and starts_with_name and not commas)


def _aggregate_fault(expression: _Expression, projected: list[str]) -> str:
    """What is wrong around an aggregate, empty where nothing is."""
    items = expression.items
    if not any(_aggregates(items)):
        return ""
    for place in range(len(items)):
        word = keyword(items, place, _JOINING)
        if word and not (word == "NOT" and place and keyword(items, place - 1, ("IS",))):
            return f"under {word}"
    for part in parted(items, _COMPARISONS):
        for place, item in enumerate(part):
            word = keyword(part, place, _PREDICATES) or ("=~" if _is_sign(item, "=~") else "")
            if word and any(_aggregates(part)):
                return f"under {word}"
    for place, item in enumerate(items):
        if _is_sign(item, ".", ":") and any(_aggregates(_chain_before(items, place))):
            return "before a property" if _is_sign(item, ".") else "before a label"
    if expression.clause == "BY" and _words(items) not in projected:
        return "in an ORDER BY that computes with it"
    return ""


def _aggregates(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Where aggregates stand, at any depth but in a subquery, which counts for itself."""
    for before, item in zip([None, *items], items, strict=False):
        if isinstance(item, Group):
            if item.bracket == "(" and item.head in _AGGREGATES and before:
                yield before.start, item.end
            elif not _is_subquery(item):
                yield from _aggregates(item.items)


def _is_subquery(item: Item, *kinds: str) -> bool:
    return isinstance(item, Group) and item.bracket == "{" and item.head in (kinds or _SUBQUERIES)


def _chain_before(items: list[Item], place: int) -> list[Item]:
    """What a property or label is asked of: the brackets and names right before it."""
    if not place or not isinstance(items[place - 1], Group):
        return []
    links = takewhile(lambda item: isinstance(item, Group) or item.name or _is_sign(item, "."), reversed(items[:place]))
    return list(links)[::-1]


def _count_fault(expression: _Expression) -> bool:
    """Whether a bare count subquery is compared beside arithmetic, or with a number where it is read as existence."""
    items, inside = expression.items, expression.inside
    parts = list(parted(items, _COMPARISONS))
    counts = [part for part in parts if any(_is_subquery(item, "count") for item in part)]
    if not counts or len(parts) == 1:
        return False
    if any(_is_sign(item, *_ARITHMETIC) for part in counts for item in part):
        return True
    joined = any(keyword(items, place, _JOINING) for place in range(len(items)))
    if not joined or (expression.clause == "WHERE" and (inside is None or inside.bracket == "{")):
        return False
    pairs = [pair for i, item in enumerate(items) if _is_subquery(item, "count") for pair in _beside(items, i)]
    return any(_is_sign(sign, "=", "<", ">") and _is_integer(other) for sign, other in pairs)


def _beside(items: list[Item], count: int) -> Iterator[tuple[Item, Item]]:
    """The sign and the value on either side of a count subquery, whose name stands right before it."""
    if count + 2 < len(items):
        yield items[count + 1], items[count + 2]
    if count >= 3:
        yield items[count - 2], items[count - 3]


def _is_integer(item: Item) -> bool:
    return isinstance(item, Token) and item.kind == "number" and "." not in item.text


def _path_fault(items: list[Item]) -> bool:
    """Whether a MATCH of a shortest path asks for something of its nodes or relationships."""
    clause, names, places = "", set[str](), range(len(items))
    for place in places:
        if word := keyword(items, place, _CLAUSES):
            clause, names = word, names if word == "WHERE" and clause == "MATCH" else set()
        item = items[place]
        if clause == "MATCH" and isinstance(item, Group) and item.head in _SHORTEST:
            names |= {part.name for part in items[max(place - 3, 0) : place - 1] if isinstance(part, Token)} - {""}
            for relationship in (part for part in item.items if isinstance(part, Group) and part.bracket == "["):
                if any(keyword(relationship.items, i, ("WHERE",)) for i in range(len(relationship.items))):
                    return True
                if any(isinstance(part, Group) and part.bracket == "{" for part in relationship.items):
                    return True
                names |= {part.name for part in relationship.items[:1] if isinstance(part, Token)} - {""}
        if clause == "WHERE" and _mentions(items, place, names):
            return True
    return False


def _mentions(items: Sequence[Item], place: int, names: set[str]) -> bool:
    item = items[place]
    if isinstance(item, Group):
        return any(_mentions(item.items, i, names) for i in range(len(item.items)))
    return item.name in names and not (place and _is_sign(items[place - 1], ".", ":"))


def _is_sign(item: Item, *signs: str) -> bool:
    return isinstance(item, Token) and item.kind == "sign" and item.text in signs


def _words(items: Sequence[Item]) -> str:
    return " ".join(
        f"{item.bracket} {_words(item.items)} )" if isinstance(item, Group) else item.word or item.text
        for item in items
    )


def _named_first(place: str, expression: _Expression, text: str) -> str:
    """The refusal of an aggregate, with the same expression over a value that has a name."""
    start, end = expression.items[0].start, expression.items[-1].end
    names, rewritten, last = list[str](), "", start
    for first, behind in _aggregates(expression.items):
        names.append(f"{text[first:behind]} AS m{len(names) + 1 if names else ''}")
        rewritten += text[last:first] + names[-1].rpartition(" ")[2]
        last = behind
    asks = "RETURN … ORDER BY" if expression.clause == "BY" else "RETURN"
    example = f"WITH {', '.join(names)} {asks} {rewritten}{text[last:end]}"
    return (
        f"the embedded engine answers an aggregate {place} wrongly; give it a name first, beside what it is grouped "
        f"by, as in {' '.join(example.split())}"
    )
