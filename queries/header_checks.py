"""Whether a canned question's header fits the query under it: parameters, columns, order and limit."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bycn.graph_model.errors import Problem
from bycn.loaders.near import near
from bycn.queries.cypher_tokens import blanked
from bycn.queries.filters import FILTER_PARAMETERS, MARK, is_source
from bycn.queries.headers import Header

RESERVED = frozenset({"exact", "filters"})
"""Names that mean something else to whoever asks a question."""

_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
_FILTERS = re.compile(r"/\*.*\bfilters?\b", re.IGNORECASE | re.DOTALL)
_FORM_OF_A_MARK = re.compile(r"(?:/\*|//)\s*(\w+)[\s:]*(?:\w+(?:\s*,\s*\w+)*)?\s*(?:\*/)?")
_CLAUSE = re.compile(r"(?<![\w$.:])(RETURN|ORDER\s+BY|SKIP|LIMIT|UNION)\b", re.IGNORECASE)
_ORDER_TERM = re.compile(r"(\w+)(?:\.\w+)?(?:\s+(?:ASC|DESC))?", re.IGNORECASE)


def misfits(header: Header, lines: list[str], length: int, file: str, *, limited: bool) -> Iterator[Problem]:
    """What a header says otherwise than the query does: `lines` is the whole file, `length` of them the header."""
    query = "\n".join([""] * length + lines[length:])
    bare = blanked(query)
    yield from _parameter_misfits(header, lines, bare, file)
    yield from _mark_misfits(query, bare, file)
    returned = _returned(bare)
    if returned is None:
        yield Problem(file, length, "columns", "the query must end in one RETURN … ORDER BY …")
        return
    line, columns, order, limit = returned
    listed = [column.name for column in header.columns]
    if columns != listed:
        yield Problem(
            file, line, "columns", f"the query returns {', '.join(columns)}; the header has {', '.join(listed)}"
        )
    by = [match and match[1] for match in map(_ORDER_TERM.fullmatch, order)]
    if not by or by[-1] not in columns:
        yield Problem(file, line, "order", "the rows must be ordered, in the end by a column of the answer")
    integers = {f"${p.name}" for p in header.parameters if p.type == "integer"}
    if limited and not (limit.isdigit() or limit in integers):
        yield Problem(file, line, "limit", "the query must end in LIMIT and a number or an integer parameter")


def _parameter_misfits(header: Header, lines: list[str], bare: str, file: str) -> Iterator[Problem]:
    used = {match[1]: bare.count("\n", 0, match.start()) + 1 for match in re.finditer(r"\$(\w+)", bare)}
    filled = {name: parameter for parameter in header.parameters for name in parameter.fills}
    for name, line in used.items():
        if name in FILTER_PARAMETERS and name not in filled:
            yield Problem(file, line, f"${name}", "filters come in by a mark: write /* filters r */ instead")
        elif name not in filled:
            yield Problem(file, line, f"${name}", "the header doesn't declare this parameter")
    for name, parameter in filled.items():
        line = next(i for i, text in enumerate(lines, 1) if text.startswith(f"//   ${parameter.name} "))
        if name not in used:
            yield Problem(file, line, f"${parameter.name}", f"the query doesn't use ${name}")
        if name in RESERVED | FILTER_PARAMETERS:
            yield Problem(file, line, f"${name}", "this name is taken; choose another")


def _mark_misfits(query: str, bare: str, file: str) -> Iterator[Problem]:
    """Comments that are no mark but were meant as one, and marks where no filters can come in."""
    for comment in _COMMENT.finditer(query):
        line = query.count("\n", 0, comment.start()) + 1
        mark = MARK.fullmatch(comment[0])
        if mark is None:
            if _is_like_a_mark(comment[0]):
                yield Problem(
                    file,
                    line,
                    "filters",
                    f"{comment[0]} is not a mark; write /* filters r */ (or works), r a fact's variable",
                )
            continue
        before = bare[: comment.start()]
        of_source = is_source(mark[1], before) and "works" in mark[0]
        if not of_source and not re.search(rf"\[\s*{mark[1]}\b|\b{mark[1]}\s+IN\b", before):
            yield Problem(file, line, "filters", f"no relationship is called {mark[1]} before this mark")
        clause = max(before.upper().rfind("MATCH"), before.upper().rfind("WITH"))
        if re.search(r"shortestPath", before[clause:], re.IGNORECASE):
            yield Problem(file, line, "filters", "filters can't come in on a shortestPath; write the pattern out")


def _is_like_a_mark(comment: str) -> bool:
    """Whether a comment speaks of filters, or is a mark but for a slip in its first word."""
    form = _FORM_OF_A_MARK.fullmatch(comment)
    meant = form and near(form[1].casefold(), ("filters", "works"), cutoff=0.7)
    return bool(meant or _FILTERS.match(comment))


class _Returned(NamedTuple):
    line: int
    columns: list[str]
    order: list[str]
    limit: str


def _returned(bare: str) -> _Returned | None:
    """What the query returns, in which order, how much at the most; None where that isn't one plain RETURN."""
    depths = list(_depths(bare))
    clauses = [match for match in _CLAUSE.finditer(bare) if depths[match.start()] == 0]
    names = [re.sub(r"\s+", " ", match[1].upper()) for match in clauses]
    if names.count("RETURN") != 1 or "UNION" in names:
        return None
    first = names.index("RETURN")
    parts = dict.fromkeys(("RETURN", "ORDER BY", "LIMIT"), "")
    for place in range(first, len(clauses)):
        end = clauses[place + 1].start() if place + 1 < len(clauses) else len(bare)
        parts[names[place]] = bare[clauses[place].end() : end].strip().removesuffix(";").strip()
    columns = [re.split(r"\s+AS\s+", term, flags=re.IGNORECASE)[-1] for term in _terms(parts["RETURN"])]
    columns[0] = re.sub(r"^DISTINCT\s+", "", columns[0], flags=re.IGNORECASE)
    line = bare.count("\n", 0, clauses[first].start()) + 1
    return _Returned(line, columns, _terms(parts["ORDER BY"]), parts["LIMIT"])


def _terms(text: str) -> list[str]:
    """The parts between the commas that are in no bracket."""
    depths = list(_depths(text))
    cuts = [-1, *(i for i, char in enumerate(text) if char == "," and depths[i] == 0), len(text)]
    return [text[a + 1 : b].strip() for a, b in pairwise(cuts) if text[a + 1 : b].strip()]


def _depths(text: str) -> Iterator[int]:
    depth = 0
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        yield depth
