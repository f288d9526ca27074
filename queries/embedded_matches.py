"""What the embedded engine answers wrongly about a MATCH, found in the text of a question.

It finds nothing for a MATCH that looks for what an UNWIND after another MATCH gives; in a MATCH's WHERE it tries too
early a property of what a function gives, together with another variable's, and a CASE beside another property; it
doesn't know the path of a pattern comprehension in its WHERE; it gives the relationships of a shortest path no name,
and tries a condition on what such a path goes through only after its search.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bycn.graph_model.messages import Advice
from bycn.queries.allowed import FUNCTIONS
from bycn.queries.clauses import clause_at
from bycn.queries.cypher_tokens import Group, Item, Token, is_sign, keyword, word_set

_SHORTEST = word_set("shortestpath allshortestpaths")
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
_EARLY_CASE = (
    "the embedded engine tries this condition before what its CASE asks about has a value, and would miss rows; write "
    "WITH * before the WHERE"
)


def match_faults(items: list[Item], inside: Group | None) -> Iterator[str | Advice]:
    """The faults of the MATCH clauses among some items, and of what is `inside` a pattern comprehension."""
    if fault := _path_fault(items):
        yield fault
    if _unwind_fault(items):
        yield _UNWOUND
    for pattern, where in _wheres_of_matches(items):
        yield from _early_faults(pattern, where)
    if inside and _asks_for_its_path(inside):
        yield _COMPREHENDED


def _path_fault(items: list[Item]) -> str | Advice:
    """What is wrong with a MATCH of a shortest path: it asks for something of its nodes or relationships."""
    clause, names = "", set[str]()
    for place, item in enumerate(items):
        if word := clause_at(items, place):
            names = names if (clause, word) == ("MATCH", "WHERE") else set()
            clause = word
        if clause == "MATCH" and isinstance(item, Group) and item.head in _SHORTEST:
            if place >= 3 and is_sign(items[place - 2], "="):
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
    if group.bracket != "[" or len(items) < 2 or not is_sign(items[1], "="):
        return False
    where = next((place for place in range(len(items)) if keyword(items, place, ("WHERE",))), len(items))
    bar = next((place for place, item in enumerate(items) if is_sign(item, "|")), len(items))
    return any(_mentions(items, place, _names(items[:1])) for place in range(where, bar))


def _has_condition(items: list[Item]) -> bool:
    braces = any(isinstance(item, Group) and item.bracket == "{" for item in items)
    return braces or any(clause_at(items, place) == "WHERE" for place in range(len(items)))


def _mentions(items: Sequence[Item], place: int, names: set[str]) -> bool:
    item = items[place]
    if isinstance(item, Group):
        return any(_mentions(item.items, i, names) for i in range(len(item.items)))
    return item.name in names and not (place and is_sign(items[place - 1], ".", ":"))


def _unwind_fault(items: list[Item]) -> bool:
    """Whether a MATCH looks for a value that an UNWIND gives between it and another MATCH."""
    clauses, unwound = [""], set[str]()
    for place, item in enumerate(items):
        if word := clause_at(items, place):
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
            if not is_sign(before, ".") and (pattern.bracket == "{" or not is_sign(before, ":")):
                return True
    return False


def _early_faults(pattern: list[Item], where: list[Item]) -> Iterator[str]:
    names = _variables(pattern)
    for condition in _joined(where):
        if _is_early(condition):
            yield _EARLY
        elif _is_early_case(condition, names):
            yield _EARLY_CASE


def _wheres_of_matches(items: list[Item]) -> Iterator[tuple[list[Item], list[Item]]]:
    """The pattern and the WHERE of each MATCH that has one."""
    before, clause, pattern, found = "", "", list[Item](), list[Item]()
    for place, item in enumerate(items):
        if word := clause_at(items, place):
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


def _is_early(condition: list[Item]) -> bool:
    """Whether it asks a property of what a function gives of one variable, and a property of another variable."""
    given, asked = _asked(condition)
    return bool(given) and bool(asked - given)


def _is_early_case(condition: list[Item], pattern: set[str]) -> bool:
    """Whether it asks a property beside a CASE, and only the CASE asks about another variable of the pattern."""
    beside, cases = _around_cases(condition)
    asked = _asked(beside)[1]
    return bool(asked) and bool((_variables(cases) & pattern) - asked)


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


def _variables(items: Sequence[Item]) -> set[str]:
    """The names of variables and functions in some items, without those of properties and of keys in maps."""
    found = set[str]()
    for before, item in pairwise([None, *items]):
        if isinstance(item, Group):
            found |= set() if item.bracket == "{" else _variables(item.items)
        elif item and item.name and not is_sign(before, "."):
            found.add(item.name)
    return found


def _asked(items: list[Item]) -> tuple[set[str], set[str]]:
    """The variables in functions whose values are asked for a property or a part, and those asked themselves."""
    given, asked = set[str](), set[str]()
    for item, behind in pairwise([*items, None]):
        if isinstance(item, Group):
            is_function = item.bracket == "(" and item.head in FUNCTIONS
            if is_function and (is_sign(behind, ".") or (isinstance(behind, Group) and behind.bracket == "[")):
                given |= _names(item.items)
            else:
                inner = _asked(item.items)
                given, asked = given | inner[0], asked | inner[1]
        elif item and item.name and is_sign(behind, "."):
            asked.add(item.name)
    return given, asked


def _names(items: list[Item]) -> set[str]:
    return {item.name for item in items if isinstance(item, Token) and item.name}
