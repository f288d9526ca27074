"""Questions that somebody typed, in free Cypher: they may read, and nothing else.

A database refuses to write by itself: Neo4j in READ access mode, the embedded engine because its database is opened
read-only. The guard here keeps out what reading doesn't cover: procedures that nobody looked at, and `LOAD CSV`, which
opens files and addresses. Neo4j's own plan is the judge of both where there is one; the text is looked at for both
engines, as written and with its unicode escapes read.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bycn.loaders.engine import Engine, Plan, QueryError, QueryTimeout
from bycn.queries.answers import Answer
from bycn.queries.remarks import Cut

SECONDS: float = 30
ROWS = 1_000
PROCEDURES = frozenset(
    {
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "db.labels",
        "db.ping",
        "db.propertykeys",
        "db.relationshiptypes",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
        "dbms.components",
    }
)
"""The procedures that a typed question may call, in small letters: each only tells what the database holds."""

_READS = "r"
_FORBIDDEN_STEPS = ("LoadCSV", "Terminate")
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
_LOAD_CSV = re.compile(r"LOAD.*CSV", re.DOTALL | re.IGNORECASE)
_SILENT = re.compile(r"//[^\r\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"", re.DOTALL)
_CALL = re.compile(r"\bCALL\b\s*(?=[^\s({])((?:`[^`]*`|[\w.\s])+)", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\s*(\w*)")


class QueryRefused(QueryError):
    """A typed question that isn't one, or does more than read."""


def free(
    engine: Engine,
    query: str,
    params: Mapping[str, Any] | None = None,
    *,
    seconds: float = SECONDS,
    limit: int = ROWS,
) -> Answer:
    """The rows of a question in free Cypher, `limit` at the most.

    Nodes and relationships come as maps of their properties; those that begin with `_` are bycn's own and left out.

    Raises:
        QueryRefused: it would do more than read, or the database doesn't understand it.
        QueryTimeout: it took longer than `seconds`.

    """
    check_text(query)
    try:
        if plan := engine.plan(query, params):
            check_plan(plan)
        records = engine.run_within(query, params, seconds=seconds, limit=limit + 1)
    except (QueryRefused, QueryTimeout):
        raise
    except QueryError as error:
        raise QueryRefused(f"the database refuses this question: {error}") from error
    columns = tuple(dict.fromkeys(name for record in records[:limit] for name in record))
    rows = [tuple(record.get(name) for name in columns) for record in records[:limit]]
    return Answer(columns, rows, [Cut(limit)] if len(records) > limit else [])


def check_text(query: str) -> None:
    """See that the text of a question asks for nothing but reading.

    Raises:
        QueryRefused: it is empty, explains itself, loads CSV, or calls a procedure that isn't allowed.

    """
    for text in (query, _ESCAPE.sub(lambda match: chr(int(match[1], 16)), query)):
        if _LOAD_CSV.search(text):  # a string that holds both words is refused too: better than to be fooled by one
            raise QueryRefused("LOAD CSV opens files and addresses and is not allowed here; --data joins tables")
        code = _SILENT.sub(" ", text)
        first = _first_word(code)
        if first in ("", "EXPLAIN", "PROFILE"):
            raise QueryRefused(f"{first or 'an empty text'} is no question; write MATCH … RETURN …")
        for procedure in _called(code):
            _check_procedure(procedure)


def check_plan(plan: Plan) -> None:
    """See that a database's plan for a question does nothing but read.

    Raises:
        QueryRefused: it writes, loads, ends transactions, or calls a procedure that isn't allowed.

    """
    if plan.kind != _READS:
        raise QueryRefused("this question would change the database; only reading is allowed here")
    for step, details in plan.steps:
        if step.startswith(_FORBIDDEN_STEPS):
            raise QueryRefused(f"the step {step} is more than reading and is not allowed here")
        if step.startswith("ProcedureCall"):
            _check_procedure(details.partition("(")[0])


def _first_word(code: str) -> str:
    match = _FIRST_WORD.match(code)
    return match[1].upper() if match else ""


def _called(code: str) -> Iterator[str]:
    for match in _CALL.finditer(code):
        yield re.split(r"\bYIELD\b|\bRETURN\b", match[1].replace("`", ""), flags=re.IGNORECASE)[0]


def _check_procedure(name: str) -> None:
    if re.sub(r"\s", "", name).casefold() not in PROCEDURES:
        raise QueryRefused(
            f"the procedure {name.strip()} is not allowed here; allowed are {', '.join(sorted(PROCEDURES))}"
        )
