"""How long each canned question takes, warm: `python -m benchmarks.questions [--large] [--neo4j VERSION]`.

On the shipped dataset with the questions' defaults, and with `--large` on a made-up graph of 100,000 entities and
500,000 facts beside one of a fifth of that; in the embedded engine, or in a Neo4j from its jars.

Wanted: at the book's size a median of 50 ms or less for every question; on the large graph 100 ms for one that starts
from an entity, 150 ms for finding a name, and for one about the whole graph a time that grows no faster than that of a
bare look at every fact. Processor time of this process stands beside the wall clock, for machines that do other things
as well; of a Neo4j it says nothing.
"""

import argparse
import contextlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, cast

from benchmarks.generate import EXCHANGE, MINSK, generate
from bycn.graph_model.graph import Graph
from bycn.loaders.engine import Engine
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from bycn.queries.library import DRAWN, Library, bound
from bycn.queries.question import Question

RUNS, RUNS_LARGE = 9, 3
WAYS = 30
SIZES = ((20_000, 100_000), (100_000, 500_000))
SMALL_LIMIT, ENTITY_LIMIT, NAME_LIMIT = 50, 100, 150
NAMES = {"overview/find_entities"}
MADE_UP: dict[str, str] = {
    "exchange": "exchange/butb",
    "university": "university/7",
    "company": "company/7",
    "second": "province/7",
    "province": "province/7",
    "unit": "t",
    "event": "event/1",
    "economic_zone": "economic_zone/7",
    "fact": "made-up/7",
    "instrument": "memorandum",
    "locator": "c2:19",
    "source": "made-up/fn-7",
    "document": "document/7",
    "good": "timber",
    "text": "company 77",
}
"""What is asked about in a made-up graph, by the parameter's kind of entity or its name; else as by default."""
OTHERWISE = "city/7"
BARE = "MATCH (a)-[r]->(b) RETURN count(a.id) + count(b.id) + count(r.id) AS n"
"""A bare look at every fact and its ends: what is larger than a cache takes more than its share of time by itself."""
NOISE = 1.15

Opener = Callable[[Graph], AbstractContextManager[Engine]]


def main() -> None:
    """Print milliseconds, wall clock and processor, for each question; mark those over their limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--neo4j", metavar="VERSION", help="5.26.18, for example")
    options = parser.parse_args()
    with _neo4j(options.neo4j) if options.neo4j else contextlib.nullcontext(embedded) as opener:
        _book(opener)
        if options.large:
            _large(opener)


def _book(opener: Opener) -> None:
    print(f"{'the book':40} {'rows':>6} {'ms':>8} {'cpu':>8}")
    with opener(read_graph(Selection())) as engine:
        for question in every():
            rows, wall, cpu = measure(engine, question, {}, RUNS)
            print(f"{question.name:40} {rows:>6} {wall:>8.1f} {cpu:>8.1f}{_mark(wall, SMALL_LIMIT)}", flush=True)


def _large(opener: Opener) -> None:
    found: dict[str, list[tuple[int, float, float]]] = {}
    bare: list[float] = []
    ways: dict[str, list[float]] = {}
    for entities, facts in SIZES:
        print(f"{entities:,} entities, {facts:,} facts: a minute's building for each 100,000", file=sys.stderr)
        with opener(generate(entities, facts)) as engine:
            print("asking", file=sys.stderr)
            bare.append(timed(engine, BARE, {}, RUNS_LARGE)[1])
            for question in every():
                found.setdefault(question.name, []).append(measure(engine, question, made_up(question), RUNS_LARGE))
            ways = _ways(engine)
    usual = bare[1] / bare[0]
    print(f"\n{'100,000 entities, 500,000 facts':40} {'rows':>6} {'ms':>8} {'cpu':>8}  growth from a fifth")
    print(f"{'(every fact, looked at)':40} {1:>6} {bare[1]:>8.1f} {'':>8}  × {usual:.1f}")
    for question in every():
        (_, fifth, _), (rows, wall, cpu) = found[question.name]
        starts = any(p.type == "entity" for p in question.header.parameters)
        growth = wall / max(fifth, 0.1)
        by_growth = fifth * usual * NOISE
        limit = NAME_LIMIT if question.name in NAMES else ENTITY_LIMIT if starts else max(by_growth, ENTITY_LIMIT)
        print(f"{question.name:40} {rows:>6} {wall:>8.1f} {cpu:>8.1f}  × {growth:.1f}{_mark(wall, limit)}")
    for kind, walls in sorted(ways.items()):
        wall = statistics.median(walls)
        print(f"{'path, ' + kind:40} {len(walls):>6} {wall:>8.1f}  {max(walls):.1f} at most{_mark(wall, ENTITY_LIMIT)}")


def _ways(engine: Engine) -> dict[str, list[float]]:
    """Milliseconds of `bycn path` between ordinary companies, by how long the ways are and whether any meets a hub."""
    from bycn.queries.connecting import Connecting
    from bycn.queries.resolving import Place

    found: dict[str, list[float]] = {}
    for n in range(WAYS):
        first, second = (Place(f"company/{id_}", f"Company {id_}", "company") for id_ in (2 * n + 4, 100 * n + 5))
        as_short = list(Connecting(engine, first, second).answer(every_shortest=True))
        begin = time.perf_counter()
        rows = list(Connecting(engine, first, second).answer())
        wall = 1_000 * (time.perf_counter() - begin)
        passed = {row[end] for row in as_short for end in ("from_id", "to_id", "through_id")}
        by = "through a hub" if passed & {MINSK, EXCHANGE} else "through no hub"
        found.setdefault(f"{rows[0]['length']} long, {by}" if rows else "none", []).append(wall)
    return found


def measure(engine: Engine, question: Question, given: dict[str, Any], runs: int) -> tuple[int, float, float]:
    """How many rows a question gives, and the medians of its milliseconds by wall clock and by processor."""
    text, values, *_ = bound(engine, question, given)
    return timed(engine, text, values, runs)


def timed(engine: Engine, text: str, values: dict[str, Any], runs: int) -> tuple[int, float, float]:
    """The same of any query: rows, milliseconds by wall clock and by processor, warm."""
    rows = engine.run(text, values)
    walls, cpus = [], []
    for _ in range(runs):
        wall, cpu = time.perf_counter(), time.process_time()
        engine.run(text, values)
        walls.append(1_000 * (time.perf_counter() - wall))
        cpus.append(1_000 * (time.process_time() - cpu))
    return len(rows), statistics.median(walls), statistics.median(cpus)


@contextlib.contextmanager
def embedded(graph: Graph) -> Iterator[Engine]:
    """A graph in the embedded engine."""
    from bycn.loaders.embedded.arcade import open_read_only
    from bycn.loaders.embedded.build import build

    with tempfile.TemporaryDirectory() as folder:
        build(graph, Path(folder) / "db")
        database = open_read_only(Path(folder) / "db")
        try:
            yield cast("Engine", _Asked(database))
        finally:
            database.close()


class _Asked:
    """As much of an engine as a question needs, on a database that was just built."""

    def __init__(self, database: Any):
        self._database = database

    def run(self, query: str, params: Any = None) -> list[dict[str, Any]]:
        return self._database.query("opencypher", query, dict(params or {})).to_list()  # type: ignore[no-any-return]


@contextlib.contextmanager
def _neo4j(version: str) -> Iterator[Opener]:
    from benchmarks.server import PASSWORD, neo4j_server
    from bycn.loaders.neo4j.address import Address
    from bycn.loaders.neo4j.connection import Connection
    from bycn.loaders.neo4j.database import Neo4jEngine
    from bycn.loaders.neo4j.load import load

    with neo4j_server(version) as server:
        address = Address(server.uri, "neo4j", PASSWORD)

        @contextlib.contextmanager
        def opener(graph: Graph) -> Iterator[Engine]:
            with Connection(address) as connection:
                load(connection, graph, replace=True)
            with Neo4jEngine(address) as engine:
                yield engine

        yield opener


def every() -> list[Question]:
    """The questions that are answered in rows."""
    library = Library.shipped()
    return [library.find(name) for name in library.names() if not name.startswith(DRAWN)]


def made_up(question: Question) -> dict[str, Any]:
    """What a question is asked about in a made-up graph."""
    found: dict[str, Any] = {}
    for parameter in question.header.parameters:
        told = next((MADE_UP[name] for name in (*parameter.kinds, parameter.name) if name in MADE_UP), None)
        if told and not parameter.is_optional:
            found[parameter.name] = told
        elif parameter.type == "entity" and parameter.name != "country" and not parameter.kinds:
            found[parameter.name] = OTHERWISE
    return found


def _mark(wall: float, limit: float) -> str:
    return "  over" if wall > limit else ""


if __name__ == "__main__":
    main()
