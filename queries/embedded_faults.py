"""What the embedded engine answers wrongly without a word, found in the text of a question and refused with a rewrite.

It goes wrong over an aggregate inside most predicates, before a property or label, inside a function inside a map or
`reduce`, in the bounds of a slice, and in an ORDER BY or a chain of comparisons that computes with it; over a count
subquery that is compared in certain places; in a WHERE over any(), all(), none() or single() that is part of a
predicate inside a function or CASE; over a bare CASE beside arithmetic where something is compared; over a variable
named `all` right behind RETURN or WITH; over the MATCH clauses of `embedded_matches`, and over the types of
`embedded_types`.
What is right is let through: all this was found, and is tested, beside a real Neo4j.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from bycn.graph_model.messages import Advice
from bycn.loaders.engine import Engine
from bycn.queries.aggregates import AGGREGATES, aggregates, is_subquery, named_first
from bycn.queries.allowed import FUNCTIONS
from bycn.queries.clauses import Expression, Returned, all_returned, expressions, is_loop
from bycn.queries.cypher_tokens import Group, Item, Token, is_sign, keyword, nested, parted, readings, tokens, word_set
from bycn.queries.embedded_matches import match_faults
from bycn.queries.embedded_types import type_faults
from bycn.queries.errors import QueryRefused

_PREDICATE_LOOPS = word_set("all any none single")
_JOINING = ("NOT", "AND", "OR", "XOR")
_PREDICATES = ("IS", "IN", "STARTS", "ENDS", "CONTAINS")
_COMPARISONS = ("=", "<>", "!=", "<", "<=", ">", ">=")
_ARITHMETIC = ("+", "-", "*", "/", "%", "^", "||")
_LONGEST_EXAMPLE = 400
_JOINED_LOOP = (
    "the embedded engine, inside a function or CASE in a WHERE, answers any(), all(), none() and single() wrongly where"
    " they are negated, compared or joined; write size([x IN … WHERE …]) > 0 for any(…), and the others alike"
)
_BARE_CASE = (
    "the embedded engine reads a CASE beside arithmetic wrongly where the two are compared; put it in brackets of its "
    "own, as in (CASE WHEN n.plan THEN 1 ELSE 0 END) + 1 > 1"
)
_NAMED_ALL = (
    "the embedded engine takes all behind RETURN or WITH for a word of Cypher's own; if a variable of that name is "
    "meant, write it in backticks, as in RETURN `all` - 1 AS rest"
)


def check_faults(engine: Engine, query: str) -> None:
    """See that an engine answers a question rightly.

    Raises:
        QueryRefused: the embedded engine would answer it wrongly; the message has what it answers rightly.

    """
    if engine.name != "embedded":
        return
    if (first := tokens(query)[:1]) and first[0].word == "CYPHER":
        raise QueryRefused("CYPHER and what follows it in front of a question are options of a Neo4j; leave them out")
    try:
        faults = [fault for text in readings(query) for fault in _faults(nested(tokens(text)), text, None)]
    except RecursionError:
        raise QueryRefused(
            "this question is nested too deeply to be looked through; write it in several parts"
        ) from None
    if faults:
        raise QueryRefused(faults[0])


def _faults(
    items: list[Item], text: str, inside: Group | None, around: Returned | None = None
) -> Iterator[str | Advice]:
    """The faults at this level and below; `around` is the RETURN or WITH in which it lies."""
    returned = list(all_returned(items))
    if any(_begins_with_all(one.items) for one in returned):
        yield _NAMED_ALL
    projected: list[str] = []
    for expression in expressions(items, inside):
        if expression.clause in ("RETURN", "WITH"):
            projected.append(_words(expression.items))
        if place := _aggregate_fault(expression, projected):
            yield _refused_aggregate(place, _holding(returned, expression.items[0]) or around, text)
        if _count_fault(expression):
            yield (
                "the embedded engine reads a bare COUNT { … } in this comparison wrongly; put it in brackets of its "
                "own, as in (COUNT { (n)--() }) > 2"
            )
        if _computes_with_a_case(expression.items):
            yield _BARE_CASE
        if expression.clause == "WHERE" and _joins_a_loop(expression.items, unseen=False):
            yield _JOINED_LOOP
    yield from match_faults(items, inside)
    yield from type_faults(items)
    for item in items:
        if isinstance(item, Group):
            yield from _faults(item.items, text, item, _holding(returned, item) or around)


def _computes_with_a_case(items: list[Item]) -> bool:
    """Whether something compared, or looked for in a list, is a CASE without brackets and more."""
    operands, is_compared = [list[Item]()], False
    for place, item in enumerate(items):
        word = keyword(items, place, (*_JOINING, "IN"))
        is_compared = is_compared or word == "IN" or is_sign(item, *_COMPARISONS)
        if word or is_sign(item, *_COMPARISONS):
            operands.append([])
        else:
            operands[-1].append(item)
    return is_compared and any(
        any(isinstance(item, Group) and item.bracket == "CASE" for item in operand)
        and any(is_sign(item, *_ARITHMETIC, ".") for item in operand)
        for operand in operands
    )


def _begins_with_all(items: list[Item]) -> bool:
    """Whether a variable named `all` stands before what could begin an expression by itself."""
    if len(items) < 2 or not keyword(items, 0, ("ALL",)):
        return False
    return is_sign(items[1], "+", "-") or (isinstance(items[1], Group) and items[1].bracket == "[")


def _joins_a_loop(items: list[Item], *, unseen: bool) -> bool:
    """Whether a predicate over a list is part of another one where the engine takes it for the whole: `unseen`."""
    for expression in expressions(items, None):
        part = expression.items
        if unseen and any(_is_predicate(item) for item in part) and _says_more(part):
            return True
        for item in part:
            if not isinstance(item, Group) or item.bracket not in ("(", "CASE") or is_loop(item):
                continue
            if _joins_a_loop(item.items, unseen=unseen or item.bracket == "CASE" or item.head in FUNCTIONS):
                return True
    return False


def _is_predicate(item: Item) -> bool:
    """Whether it is a predicate over a list, in brackets or not."""
    if not isinstance(item, Group) or item.bracket != "(":
        return False
    return item.head in _PREDICATE_LOOPS or (item.head not in FUNCTIONS and any(map(_is_predicate, item.items)))


def _says_more(items: list[Item]) -> bool:
    """Whether there is a word or sign that joins, negates or compares."""
    return any(
        keyword(items, place, (*_JOINING, *_PREDICATES)) or is_sign(item, *_COMPARISONS)
        for place, item in enumerate(items)
    )


def _holding(returned: list[Returned], item: Item) -> Returned | None:
    return next((one for one in returned if any(item is held for held in (*one.items, *one.after))), None)


def _aggregate_fault(expression: Expression, projected: list[str]) -> str:
    """What is wrong around an aggregate, empty where nothing is."""
    items = expression.items
    if not any(aggregates(items)):
        return ""
    if place := _predicate_over_aggregate(items) or _access_to_aggregate(items):
        return place
    if any(isinstance(item, Group) and _is_unseen_in(item) for item in items):
        return "inside a function or comparison inside a map or reduce"
    if any(isinstance(item, Group) and _is_slice(item) and any(aggregates(item.items)) for item in items):
        return "in the bounds of a slice"
    parts = list(parted(items, _COMPARISONS))
    if len(parts) > 2 and any(_computes(part) and any(aggregates(part)) for part in parts):
        return "in a chain of comparisons that computes with it"
    if expression.clause == "BY" and _words(items) not in projected:
        return "in an ORDER BY that computes with it"
    return ""


def _predicate_over_aggregate(items: list[Item]) -> str:
    for place in range(len(items)):
        word = keyword(items, place, _JOINING)
        if word and not (word == "NOT" and place and keyword(items, place - 1, ("IS",))):
            return f"under {word}"
    for part in parted(items, _COMPARISONS):
        for place, item in enumerate(part):
            word = keyword(part, place, _PREDICATES)
            if isinstance(item, Token) and is_sign(item, "=~", "::"):
                word = item.text
            if word and any(aggregates(part)):
                return f"under {word}"
    return ""


def _is_slice(group: Group) -> bool:
    return group.bracket == "[" and any(is_sign(item, "..") for item in group.items)


def _computes(items: list[Item]) -> bool:
    return any(is_sign(item, *_ARITHMETIC) or (isinstance(item, Group) and item.bracket == "CASE") for item in items)


def _access_to_aggregate(items: list[Item]) -> str:
    for place, item in enumerate(items):
        if is_sign(item, ".", ":") and any(aggregates(_chain_before(items, place))):
            return "before a property" if is_sign(item, ".") else "before a label"
    return ""


def _is_unseen_in(group: Group) -> bool:
    """Whether a map or `reduce` holds aggregates and the engine, which looks less deep there, notices none."""
    is_map = group.bracket == "{" and not is_subquery(group) and not any(all_returned(group.items))
    return (is_map or group.head == "reduce") and any(aggregates(group.items)) and not _is_seen(group.items)


def _is_seen(items: list[Item]) -> bool:
    for expression in expressions(items, None):
        if not any(is_sign(item, *_COMPARISONS) for item in expression.items):
            for item in expression.items:
                if isinstance(item, Group) and item.bracket == "(" and item.head in AGGREGATES:
                    return True
                if isinstance(item, Group) and item.head not in FUNCTIONS - {"reduce"} and _is_seen(item.items):
                    return True
    return False


def _chain_before(items: list[Item], place: int) -> list[Item]:
    """What a property or label is asked of: the brackets and names right before it."""
    if not place or not isinstance(items[place - 1], Group):
        return []
    links = takewhile(lambda item: isinstance(item, Group) or item.name or is_sign(item, "."), reversed(items[:place]))
    return list(links)[::-1]


def _count_fault(expression: Expression) -> bool:
    """Whether a bare count subquery is compared beside arithmetic, or where it would be read as mere existence."""
    items, inside = expression.items, expression.inside
    parts = list(parted(items, _COMPARISONS))
    counts = [part for part in parts if any(is_subquery(item, "count") for item in part)]
    if not counts or len(parts) == 1:
        return False
    if any(is_sign(item, *_ARITHMETIC) for part in counts for item in part):
        return True
    joined = any(keyword(items, place, _JOINING) for place in range(len(items)))
    if not joined or (expression.clause == "WHERE" and (inside is None or inside.bracket == "{")):
        return False
    pairs = [pair for i, item in enumerate(items) if is_subquery(item, "count") for pair in _beside(items, i)]
    in_loop = inside is not None and is_loop(inside)
    return any(is_sign(sign, "=", "<", ">") and _is_mistaken(other, in_loop=in_loop) for sign, other in pairs)


def _beside(items: list[Item], count: int) -> Iterator[tuple[Item, Item]]:
    """The sign and the value on either side of a count subquery, whose name is right before it."""
    if count + 2 < len(items):
        yield items[count + 1], items[count + 2]
    if count >= 3:
        yield items[count - 2], items[count - 3]


def _is_mistaken(item: Item, *, in_loop: bool) -> bool:
    if not isinstance(item, Token):
        return False
    return (item.kind == "number" and "." not in item.text) or (in_loop and bool(item.name))


def _words(items: Sequence[Item]) -> str:
    return " ".join(
        f"{item.bracket} {_words(item.items)} )" if isinstance(item, Group) else item.word or item.text
        for item in items
    )


def _refused_aggregate(place: str, returned: Returned | None, text: str) -> str:
    """The refusal of an aggregate, with the clause that has it over values that have a name."""
    example = named_first(returned, text) if returned else ""
    if not 0 < len(example) <= _LONGEST_EXAMPLE:
        example = "WITH n.country AS c, max(n.name) AS m RETURN c, m IS NULL"
    return f"the embedded engine answers an aggregate {place} wrongly; give it a name first, as in {example}"
