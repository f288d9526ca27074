"""What the embedded engine answers wrongly without a word, found in the text of a question and refused with a rewrite.

It goes wrong over an aggregate inside most predicates, before a property or label, inside a function inside a map or
`reduce`, in the bounds of a slice, and in an ORDER BY or a chain of comparisons that computes with it; over a count
subquery that is compared in certain places; over a MATCH that looks for what an UNWIND after another MATCH gives; in a
MATCH's WHERE over a property of what a function gives, together with another variable's, and over a CASE beside another
property; in a WHERE over any(), all(), none() or single() that is part of a predicate inside a function or CASE; in
the WHERE of a pattern comprehension over its path; it gives the relationships of a shortest path no name,
and tries a condition on what such a path goes through only after its search.
What is right is let through: all this was found, and is tested, beside a real Neo4j.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from bycn.graph_model.messages import Advice
from bycn.loaders.engine import Engine
from bycn.queries.aggregates import AGGREGATES, Returned, aggregates, is_subquery, named_first
from bycn.queries.allowed import FUNCTIONS
from bycn.queries.cypher_tokens import Group, Item, Token, keyword, nested, parted, readings, tokens, word_set
from bycn.queries.errors import QueryRefused

_LOOPS = word_set("all any extract filter foreach none reduce single")
_PREDICATE_LOOPS = word_set("all any none single")
_SHORTEST = word_set("shortestpath allshortestpaths")
_CLAUSES = word_set(
    "BY CALL FILTER FINISH FOREACH LET LIMIT MATCH OFFSET OPTIONAL ORDER RETURN SKIP UNION UNWIND WHERE WITH YIELD"
)
_OF_RETURN = word_set("BY LIMIT OFFSET ORDER SKIP WHERE")
_CUTS = word_set("AS ASC ASCENDING DESC DESCENDING DISTINCT ELSE THEN WHEN")
_JOINING = ("NOT", "AND", "OR", "XOR")
_PREDICATES = ("IS", "IN", "STARTS", "ENDS", "CONTAINS")
_COMPARISONS = ("=", "<>", "!=", "<", "<=", ">", ">=")
_ARITHMETIC = ("+", "-", "*", "/", "%", "^", "||")
_LONGEST_EXAMPLE = 400
_BETWEEN_PARTS = (",", "|", ";")

_PATHS = Advice(
    "the embedded engine tries a condition on what a shortestPath goes through only after its search, and would miss "
    "paths",
    "write MATCH p = (a)-[*..4]-(b) WHERE … RETURN p ORDER BY length(p) LIMIT 1 with a bound that is low, "
    "name the types that it may take, as in [:AGREEMENT|TWINNED_WITH*..8], or ask a Neo4j with {}",
    "uri",
)
_UNNAMED = (
    "the embedded engine gives a variable for the relationships of a shortestPath no value; name the path, as in "
    "MATCH p = shortestPath((a)-[*..4]-(b)), and write relationships(p)"
)
_COMPREHENDED = (
    "the embedded engine doesn't know the path in the WHERE of a pattern comprehension, and would find nothing; write "
    "COLLECT { MATCH p = (a)--(b) WHERE length(p) = 1 RETURN b.id }"
)
_UNWOUND = (
    "the embedded engine finds nothing by a value that was unwound right between two MATCH; write WITH * before the "
    "second, as in MATCH (a) UNWIND a.inside AS h WITH * MATCH (b:Entity {id: h})"
)
_EARLY = (
    "the embedded engine tries this condition before the function in it has a value, and would miss rows; name the "
    "ends in the pattern, as in MATCH (a)-[r]->(b) WHERE a.name <> b.name, or write WITH * before the WHERE"
)


_JOINED_LOOP = (
    "the embedded engine, inside a function or CASE in a WHERE, answers any(), all(), none() and single() wrongly where"
    " they are negated, compared or joined; write size([x IN … WHERE …]) > 0 for any(…), and the others alike"
)
_EARLY_CASE = (
    "the embedded engine tries this condition before what its CASE asks about has a value, and would miss rows; write "
    "WITH * before the WHERE"
)


class _Expression(NamedTuple):
    """An expression without what is parted off in it, the clause it is in, and the bracket around."""

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
    returned = list(_all_returned(items))
    projected: list[str] = []
    for expression in _expressions(items, inside):
        if expression.clause in ("RETURN", "WITH"):
            projected.append(_words(expression.items))
        if place := _aggregate_fault(expression, projected):
            yield _refused_aggregate(place, _holding(returned, expression.items[0]) or around, text)
        if _count_fault(expression):
            yield (
                "the embedded engine reads a bare COUNT { … } in this comparison wrongly; put it in brackets of its "
                "own, as in (COUNT { (n)--() }) > 2"
            )
    yield from _faults_of_clauses(items)
    if inside and _asks_for_its_path(inside):
        yield _COMPREHENDED
    for item in items:
        if isinstance(item, Group):
            yield from _faults(item.items, text, item, _holding(returned, item) or around)


def _faults_of_clauses(items: list[Item]) -> Iterator[str | Advice]:
    if fault := _path_fault(items):
        yield fault
    if _unwind_fault(items):
        yield _UNWOUND
    for pattern, where in _wheres_of_matches(items):
        yield from _early_faults(pattern, where)
    wheres = (expression.items for expression in _expressions(items, None) if expression.clause == "WHERE")
    if any(_joins_a_loop(where, unseen=False) for where in wheres):
        yield _JOINED_LOOP


def _joins_a_loop(items: list[Item], *, unseen: bool) -> bool:
    """Whether a predicate over a list is part of another one where the engine takes it for the whole: `unseen`."""
    for expression in _expressions(items, None):
        part = expression.items
        if unseen and any(_is_predicate(item) for item in part) and _says_more(part):
            return True
        for item in part:
            if not isinstance(item, Group) or item.bracket not in ("(", "CASE") or _is_loop(item):
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
        keyword(items, place, (*_JOINING, *_PREDICATES)) or _is_sign(item, *_COMPARISONS)
        for place, item in enumerate(items)
    )


def _all_returned(items: list[Item]) -> Iterator[Returned]:
    found: Returned | None = None
    for place, item in enumerate(items):
        word = _clause_at(items, place)
        if word and found and word not in _OF_RETURN:
            yield found
            found = None
        if word in ("RETURN", "WITH"):
            found = Returned(word, [], [])
        elif found:
            (found.after if word or found.after else found.items).append(item)
    if found:
        yield found


def _holding(returned: list[Returned], item: Item) -> Returned | None:
    return next((one for one in returned if any(item is held for held in (*one.items, *one.after))), None)


def _expressions(items: list[Item], inside: Group | None) -> Iterator[_Expression]:
    clause, current = "", list[Item]()
    variables = 1 if inside and _is_loop(inside) else 0
    for place, item in enumerate(items):
        word = _clause_at(items, place)
        if word or keyword(items, place, _CUTS) or _is_sign(item, *_BETWEEN_PARTS):
            if current:
                yield _Expression(clause, current, inside)
            clause, current = word or clause, []
        else:
            current.append(item)
            if variables and len(current) == 2 and keyword(current, 1, ("IN",)):
                variables, current = 0, []  # the variable that runs through a list, and its IN, which is no predicate
    if current:
        yield _Expression(clause, current, inside)


def _clause_at(items: list[Item], place: int) -> str:
    """The word by which a clause begins at a place, empty where none does."""
    word = keyword(items, place, _CLAUSES)
    if word == "BY" and not (place and keyword(items, place - 1, ("ORDER",))):  # a name, as in RETURN … AS by
        return ""
    return "" if word == "WITH" and place and keyword(items, place - 1, ("STARTS", "ENDS")) else word


def _is_loop(group: Group) -> bool:
    commas = any(_is_sign(item, ",") for item in group.items)
    return group.head in _LOOPS or (group.bracket == "[" and not commas)


def _aggregate_fault(expression: _Expression, projected: list[str]) -> str:
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
            if isinstance(item, Token) and _is_sign(item, "=~", "::"):
                word = item.text
            if word and any(aggregates(part)):
                return f"under {word}"
    return ""


def _is_slice(group: Group) -> bool:
    return group.bracket == "[" and any(_is_sign(item, "..") for item in group.items)


def _computes(items: list[Item]) -> bool:
    return any(_is_sign(item, *_ARITHMETIC) or (isinstance(item, Group) and item.bracket == "CASE") for item in items)


def _access_to_aggregate(items: list[Item]) -> str:
    for place, item in enumerate(items):
        if _is_sign(item, ".", ":") and any(aggregates(_chain_before(items, place))):
            return "before a property" if _is_sign(item, ".") else "before a label"
    return ""


def _is_unseen_in(group: Group) -> bool:
    """Whether a map or `reduce` holds aggregates and the engine, which looks less deep there, notices none."""
    is_map = group.bracket == "{" and not is_subquery(group) and not any(_all_returned(group.items))
    return (is_map or group.head == "reduce") and any(aggregates(group.items)) and not _is_seen(group.items)


def _is_seen(items: list[Item]) -> bool:
    for expression in _expressions(items, None):
        if not any(_is_sign(item, *_COMPARISONS) for item in expression.items):
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
    links = takewhile(lambda item: isinstance(item, Group) or item.name or _is_sign(item, "."), reversed(items[:place]))
    return list(links)[::-1]


def _count_fault(expression: _Expression) -> bool:
    """Whether a bare count subquery is compared beside arithmetic, or where it would be read as mere existence."""
    items, inside = expression.items, expression.inside
    parts = list(parted(items, _COMPARISONS))
    counts = [part for part in parts if any(is_subquery(item, "count") for item in part)]
    if not counts or len(parts) == 1:
        return False
    if any(_is_sign(item, *_ARITHMETIC) for part in counts for item in part):
        return True
    joined = any(keyword(items, place, _JOINING) for place in range(len(items)))
    if not joined or (expression.clause == "WHERE" and (inside is None or inside.bracket == "{")):
        return False
    pairs = [pair for i, item in enumerate(items) if is_subquery(item, "count") for pair in _beside(items, i)]
    in_loop = inside is not None and _is_loop(inside)
    return any(_is_sign(sign, "=", "<", ">") and _is_mistaken(other, in_loop=in_loop) for sign, other in pairs)


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


def _path_fault(items: list[Item]) -> str | Advice:
    """What is wrong with a MATCH of a shortest path: it asks for something of its nodes or relationships."""
    clause, names = "", set[str]()
    for place, item in enumerate(items):
        if word := _clause_at(items, place):
            names = names if (clause, word) == ("MATCH", "WHERE") else set()
            clause = word
        if clause == "MATCH" and isinstance(item, Group) and item.head in _SHORTEST:
            if place >= 3 and _is_sign(items[place - 2], "="):
                names |= _names(items[place - 3 : place - 2])
            for part in item.items:
                if isinstance(part, Group) and part.bracket == "[":
                    if _has_condition(part.items):
                        return _PATHS
                    if _names(part.items[:1]):
                        return _UNNAMED
        if clause == "WHERE" and _mentions(items, place, names):
            return _PATHS
    return ""


def _asks_for_its_path(group: Group) -> bool:
    """Whether it is a pattern comprehension with its path in its WHERE."""
    items = group.items
    if group.bracket != "[" or len(items) < 2 or not _is_sign(items[1], "="):
        return False
    where = next((place for place in range(len(items)) if keyword(items, place, ("WHERE",))), len(items))
    bar = next((place for place, item in enumerate(items) if _is_sign(item, "|")), len(items))
    return any(_mentions(items, place, _names(items[:1])) for place in range(where, bar))


def _unwind_fault(items: list[Item]) -> bool:
    """Whether a MATCH looks for a value that an UNWIND gives between it and another MATCH."""
    clauses, unwound = [""], set[str]()
    for place, item in enumerate(items):
        if word := _clause_at(items, place):
            if word not in ("MATCH", "OPTIONAL", "WHERE", "UNWIND"):
                clauses, unwound = [], set()
            clauses.append(word)
        elif clauses[-1] == "UNWIND" and "MATCH" in clauses and keyword(items, place - 1, ("AS",)):
            unwound |= _names([item])
        elif unwound and "OPTIONAL" not in clauses[-3:]:
            if clauses[-1] == "MATCH" and isinstance(item, Group) and _looks_for(item, unwound):
                return True
            if clauses[-1] == "WHERE" and "UNWIND" in clauses[-3:] and _mentions(items, place, unwound):
                return True
    return False


def _looks_for(pattern: Group, names: set[str]) -> bool:
    """Whether a pattern asks properties to be one of these values: its first name is a variable of its own."""
    for place, item in enumerate(pattern.items):
        if isinstance(item, Group):
            if _looks_for(item, names):
                return True
        elif place and item.name in names:
            before = pattern.items[place - 1]
            if not _is_sign(before, ".") and (pattern.bracket == "{" or not _is_sign(before, ":")):
                return True
    return False


def _wheres_of_matches(items: list[Item]) -> Iterator[tuple[list[Item], list[Item]]]:
    """The pattern and the WHERE of each MATCH that has one."""
    before, clause, pattern, found = "", "", list[Item](), list[Item]()
    for place, item in enumerate(items):
        if word := _clause_at(items, place):
            if (before, clause) == ("MATCH", "WHERE"):
                yield pattern, found
            before, clause, pattern, found = clause, word, found, []
        else:
            found.append(item)
    if (before, clause) == ("MATCH", "WHERE"):
        yield pattern, found


def _joined(items: list[Item]) -> Iterator[list[Item]]:
    """The parts between the ANDs of a condition."""
    part = list[Item]()
    for place, item in enumerate(items):
        if keyword(items, place, ("AND",)):
            yield part
            part = []
        else:
            part.append(item)
    yield part


def _early_faults(pattern: list[Item], where: list[Item]) -> Iterator[str]:
    names = _all_names(pattern)
    for condition in _joined(where):
        if _is_early(condition):
            yield _EARLY
        elif _is_early_case(condition, names):
            yield _EARLY_CASE


def _is_early(condition: list[Item]) -> bool:
    """Whether it asks a property of what a function gives of one variable, and a property of another variable."""
    given, asked = _asked(condition)
    return bool(given) and bool(asked - given)


def _is_early_case(condition: list[Item], pattern: set[str]) -> bool:
    """Whether it asks a property beside a CASE, and only the CASE asks about another variable of the pattern."""
    beside, cases = _around_cases(condition)
    asked = _asked(beside)[1]
    return bool(asked) and bool((_all_names(cases) & pattern) - asked)


def _around_cases(items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The items without those in a CASE, and these."""
    beside, cases = list[Item](), list[Item]()
    for item in items:
        if isinstance(item, Group) and item.bracket == "CASE":
            cases.append(item)
        elif isinstance(item, Group):
            inner, more = _around_cases(item.items)
            beside.append(item._replace(items=inner))
            cases += more
        else:
            beside.append(item)
    return beside, cases


def _all_names(items: Sequence[Item]) -> set[str]:
    """The names of variables and functions in some items, without those of properties and of keys in maps."""
    found = set[str]()
    for before, item in pairwise([None, *items]):
        if isinstance(item, Group):
            found |= set() if item.bracket == "{" else _all_names(item.items)
        elif item and item.name and not _is_sign(before, "."):
            found.add(item.name)
    return found


def _asked(items: list[Item]) -> tuple[set[str], set[str]]:
    """The variables in functions whose values are asked for a property or a part, and those asked themselves."""
    given, asked = set[str](), set[str]()
    for item, behind in pairwise([*items, None]):
        if isinstance(item, Group):
            is_function = item.bracket == "(" and item.head in FUNCTIONS
            if is_function and (_is_sign(behind, ".") or (isinstance(behind, Group) and behind.bracket == "[")):
                given |= _names(item.items)
            else:
                inner = _asked(item.items)
                given, asked = given | inner[0], asked | inner[1]
        elif item and item.name and _is_sign(behind, "."):
            asked.add(item.name)
    return given, asked


def _names(items: list[Item]) -> set[str]:
    return {item.name for item in items if isinstance(item, Token) and item.name}


def _has_condition(items: list[Item]) -> bool:
    braces = any(isinstance(item, Group) and item.bracket == "{" for item in items)
    return braces or any(_clause_at(items, place) == "WHERE" for place in range(len(items)))


def _mentions(items: Sequence[Item], place: int, names: set[str]) -> bool:
    item = items[place]
    if isinstance(item, Group):
        return any(_mentions(item.items, i, names) for i in range(len(item.items)))
    return item.name in names and not (place and _is_sign(items[place - 1], ".", ":"))


def _is_sign(item: Item | None, *signs: str) -> bool:
    return isinstance(item, Token) and item.kind == "sign" and item.text in signs


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
