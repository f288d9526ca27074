"""Questions that somebody typed, in free Cypher: they may read, and nothing else.

A database refuses to write by itself: Neo4j in READ access mode, the embedded engine because its database is opened
read-only. The guard here keeps out what reading doesn't cover: procedures that nobody looked at, and `LOAD CSV`, which
opens files and addresses. Neo4j's own plan is the judge of both where there is one; the text is looked at for both
engines, as written and with its unicode escapes read.
"""

import time
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from bycn.graph_model.messages import Advice
from bycn.graph_model.names import suggest
from bycn.loaders.engine import Engine, Plan, QueryError, QueryTimeout
from bycn.queries.allowed import FUNCTIONS, PROCEDURES, Call, calls
from bycn.queries.amounts import as_held
from bycn.queries.answers import EVERY_ROW, Answer
from bycn.queries.cypher_tokens import Token, readings, tokens
from bycn.queries.embedded_faults import check_faults
from bycn.queries.errors import QueryRefused, WrongParameter
from bycn.queries.remarks import Cut, Remark
from bycn.queries.typed_text import statement_in

SECONDS: float = 30
MOST_SECONDS: float = 86_400
ROWS = 1_000

_LEAST_SECONDS = 0.01
_READS = "r"
_FORBIDDEN_STEPS = ("LoadCSV", "Terminate")


def run_query(
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
        QueryRefused: it would do more than read, the database doesn't understand it, or would answer it wrongly.
        QueryTimeout: it took longer than `seconds`.
        WrongParameter: `seconds` or `limit` is out of bounds.

    """
    if not 0 < seconds <= MOST_SECONDS:
        raise WrongParameter(f"{seconds:g} seconds can't be waited; give up to {MOST_SECONDS:,.0f}")
    if not 0 < limit <= EVERY_ROW:
        raise WrongParameter(f"the limit is {limit:,}; give 1 to {EVERY_ROW:,}")
    query = statement_in(query)
    check_text(query)
    check_faults(engine, query)
    ends = time.monotonic() + seconds
    try:
        if plan := engine.plan(query, params, seconds=seconds):
            check_plan(plan)
        left = max(ends - time.monotonic(), _LEAST_SECONDS)
        records = engine.run_within(query, params, seconds=left, limit=limit + 1)
    except QueryTimeout as error:
        raise QueryTimeout(f"the question took longer than {seconds:g} s and was stopped") from error
    except QueryRefused:
        raise
    except QueryError as error:
        raise QueryRefused(f"the database refuses this question: {error}") from error
    columns = tuple(dict.fromkeys(name for record in records[:limit] for name in record))
    rows = [tuple(as_held(record.get(name)) for name in columns) for record in records[:limit]]
    remarks: list[Remark] = [Cut(limit)] if len(records) > limit else []
    return Answer(columns, rows, [*remarks, *_unknown_names(engine, query)])


def _unknown_names(engine: Engine, query: str) -> list[str]:
    from bycn.queries.unknown_names import unknown_names  # it brings the model

    try:
        return unknown_names(engine, query)
    except QueryError:  # a remark is no reason to fail
        return []


def check_text(query: str) -> None:
    """See that the text of a question asks for nothing but reading.

    Raises:
        QueryRefused: it is empty, explains itself, loads CSV, or calls something that isn't allowed.

    """
    for found in map(tokens, readings(query)):
        first = found[0].word if found else ""
        if not found:
            raise QueryRefused("an empty text is no question; write MATCH … RETURN …")
        if first in ("EXPLAIN", "PROFILE"):
            raise QueryRefused(f"{first} asks for the plan of a question, which isn't given here; leave it out")
        if _loads_csv(found):
            raise QueryRefused(
                Advice("LOAD CSV opens files and addresses and is not allowed here", "{} adds your own tables", "data")
            )
        for call in calls(found):
            _check_call(call)


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
            _check_call(Call("procedure", details.partition("(")[0].strip().replace("`", "")))


def _loads_csv(found: list[Token]) -> bool:
    return any(first.word == "LOAD" and second.word == "CSV" for first, second in pairwise(found))


def _check_call(call: Call) -> None:
    if call.is_allowed:
        return
    if call.kind == "procedure":
        raise QueryRefused(
            f"the procedure {call.name} is not allowed here; allowed are {', '.join(sorted(PROCEDURES))}"
        )
    near = suggest(call.name, FUNCTIONS)
    meant = f"; did you mean {' or '.join(near)}?" if near else ""
    raise QueryRefused(f"the function {call.name} is not allowed here, only Cypher's own functions are{meant}")
