"""A query in a process of its own, which is stopped when its time is up: the embedded engine can't stop one itself.

Run by `python -m bycn.loaders.embedded.query_process`: it takes a task on stdin and answers on stdout, both as JSON.
"""

import json
import os
import re
import signal
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import Any

from bycn.graph_model.messages import Advice
from bycn.graph_model.vocabulary import FACT_TYPE_NAMES
from bycn.loaders.embedded.arcade import ISOLATE, engine_error, message_of, open_read_only
from bycn.loaders.engine import ConnectionFailed, QueryError, QueryTimeout, Record, bounded

_OUTLIVES_SECONDS = 2
_MEMORY = 1
"""In GB."""
_NUMBER = re.compile(r"#\d+:\d+")
_PATH = re.compile(r"\(#\d+:\d+\)(?:<?-\[#\d+:\d+\]->?\(#\d+:\d+\))*")


def answer_of_child(folder: Path, query: str, params: Record, *, seconds: float, limit: int) -> list[Record]:
    """The first `limit` rows of a query on the database in `folder`.

    Raises:
        QueryError: the engine refuses the query, or failed while answering it.
        QueryTimeout: it took longer than `seconds`.
        ConnectionFailed: the engine can't be started.

    """
    task = {"folder": str(folder), "query": query, "params": params, "limit": limit, "seconds": seconds}
    path = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
    try:
        ended = subprocess.run(  # noqa: S603 - our own module, no shell
            [sys.executable, "-P", "-m", __name__],
            input=json.dumps(task).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": path, ISOLATE: f"-Xmx{_MEMORY}g {os.environ.get(ISOLATE, '')}"},
            timeout=seconds,
            check=False,
        )
    except OSError as error:
        raise ConnectionFailed(f"no process can be started for the question: {error.strerror or error}") from error
    except subprocess.TimeoutExpired as error:
        raise QueryTimeout(f"the question took longer than {seconds:g} s and was stopped") from error
    try:
        reply = json.loads(ended.stdout)
    except ValueError as error:
        raise QueryError("the engine failed while answering this question; ask for less at a time") from error
    if "unopened" in reply:
        problem, *remedy = reply["unopened"]
        raise ConnectionFailed(Advice(problem, *remedy) if remedy else problem)
    if "error" in reply:
        raise QueryError(reply["error"])
    rows: list[Record] = reply["rows"]
    return rows


def main() -> None:
    """Answer the task on stdin."""
    task = json.load(sys.stdin)
    if hasattr(signal, "alarm"):  # in case nobody is left to stop us
        signal.alarm(int(task["seconds"]) + _OUTLIVES_SECONDS)
    try:
        with open_read_only(Path(task["folder"])) as database:
            found = database.query("opencypher", task["query"], task["params"]).iter_dicts()
            rows = (_plain_value(row, database) for row in islice(found, task["limit"]))
            reply: Record = {"rows": list(bounded(rows))}
    except ConnectionFailed as error:
        told = error.args[0]
        parts = [told.problem, told.remedy, *told.arguments] if isinstance(told, Advice) else [str(told)]
        reply = {"unopened": parts}
    except QueryError as error:
        reply = {"error": str(error)}
    except engine_error() as error:
        short = "OutOfMemoryError" in str(error)
        too_much = f"it takes more than {_MEMORY} GB of memory; ask for less at a time"
        reply = {"error": too_much if short else message_of(error)}
    json.dump(reply, sys.stdout)


def _plain_value(value: Any, database: Any) -> Any:
    """A value as JSON has it: a node or relationship by its properties, without what the engine and bycn add.

    A path, which the engine gives as the text of its own numbers, is the list of both along it.
    """
    if isinstance(value, dict):
        type_ = {"type": value["@type"]} if value.get("@type") in FACT_TYPE_NAMES else {}
        fields = {name: _plain_value(part, database) for name, part in value.items() if name[:1] not in ("@", "_")}
        return type_ | fields
    if isinstance(value, list | tuple | set):
        return [_plain_value(part, database) for part in value]
    if isinstance(value, str) and _PATH.fullmatch(value):
        return _along(_NUMBER.findall(value), database) or value
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _along(numbers: list[str], database: Any) -> list[Any]:
    query = f"SELECT *, @type, @rid FROM [{','.join(dict.fromkeys(numbers))}]"  # noqa: S608 - numbers alone
    found = {str(record["@rid"]): record for record in database.query("sql", query).iter_dicts()}
    return [_plain_value(found[number], database) for number in numbers] if found.keys() >= set(numbers) else []


if __name__ == "__main__":
    main()
