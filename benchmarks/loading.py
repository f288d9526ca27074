"""How fast a load is, beside scripts written by hand and other loaders, on one server and in turn.

    python -m benchmarks.loading 10000x20000 100000x200000 --peers /path/to/an/environment --rounds 3

The environment of `--peers` holds neomodel, cartography (`--no-deps`, with backoff and statsd) and the driver without
`neo4j-rust-ext`; without it only bycn and the best script run. Every program loads the same made-up graph into an
emptied database, then again, each round another one first; the server is warmed up before. Prints a table in Markdown;
a rate counts the rows that arrived.
"""

import argparse
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from neo4j import GraphDatabase

from benchmarks.generate import generate
from benchmarks.server import PASSWORD, VERSION, neo4j_server
from bycn.graph_model.properties import Properties
from bycn.loaders.rows import facts_by_type, nodes_by_label

WARM_UP, WARM_UPS = "3000x6000", 3
"""A server that has just started loads several times slower."""


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="+", metavar="NODESxFACTS")
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--neo4j", default=VERSION, metavar="VERSION")
    options = parser.parse_args()
    with neo4j_server(options.neo4j) as server, tempfile.TemporaryDirectory() as folder:
        for size in [WARM_UP, *options.sizes]:
            rounds = WARM_UPS if size == WARM_UP else options.rounds
            _compare(size, server.uri, Path(folder), options.peers, rounds)


def _compare(size: str, uri: str, folder: Path, peers: Path | None, rounds: int) -> None:
    entities, facts = map(int, size.split("x"))
    begun = time.perf_counter()
    rows = folder / f"{size}.pickle"
    total, expected = _write_rows(entities, facts, rows)
    print(f"\n{size}: {total} rows, made and validated in {time.perf_counter() - begun:.1f} s\n", flush=True)
    programs = _programs(size, rows, uri, peers)
    results: dict[str, list[list[float]]] = {name: [] for name in programs}
    lost: dict[str, int] = {}
    for number in range(rounds):
        turns = [*programs][number % len(programs) :] + [*programs][: number % len(programs)]
        for name in turns:
            if name == "neomodel" and number:
                continue  # it takes long, and a rough number will do
            _wipe(uri)
            done = subprocess.run(programs[name], capture_output=True, text=True, cwd=Path(__file__).parent.parent)
            if done.returncode:
                print(f"{name} ended with {done.returncode}: {done.stderr[-600:]}", flush=True)
                continue
            results[name].append([float(line) for line in done.stdout.split()])
            if name != "neomodel":
                lost[name] = expected - _count_facts(uri)
    print("| program | first load, rows/s | vs. best script | second load, rows/s | facts lost | bytes a fact |")
    print("| --- | --- | --- | --- | --- | --- |")
    best = _median(results["script, best"], 0)
    for name, found in results.items():
        if not found:
            continue
        first, again = _median(found, 0), _median(found, 1) if len(found[0]) > 1 else None
        arrived = total - lost.get(name, 0)
        memory = f"{_median(found, 2):.0f}" if len(found[0]) > 2 else ""
        second = f"{arrived / again:.0f}" if again else ""
        beside = arrived * best / first / total
        print(f"| {name} | {arrived / first:.0f} | {beside:.2f} | {second} | {lost.get(name, '')} | {memory} |")
    sys.stdout.flush()


def _programs(size: str, rows: Path, uri: str, peers: Path | None) -> dict[str, list[str]]:
    contestants = Path(__file__).parent / "contestants"
    script = str(contestants / "script.py")
    programs = {
        "bycn": [sys.executable, "-m", "benchmarks.contestants.ours", *size.split("x"), uri, PASSWORD],
        "script, best": [sys.executable, script, "best", str(rows), uri, PASSWORD],
    }
    if peers:
        python = str(peers / "bin" / "python")
        programs |= {
            "script, plain": [python, script, "plain", str(rows), uri, PASSWORD],
            "cartography": [python, "-W", "ignore", str(contestants / "cartography_load.py"), str(rows), uri, PASSWORD],
            "neomodel": [python, "-W", "ignore", str(contestants / "neomodel_save.py"), str(rows), uri, PASSWORD],
        }
    return programs


def _write_rows(entities: int, facts: int, path: Path) -> tuple[int, int]:
    """The rows as plain data, for those that don't know the model: how many in all, and how many facts."""
    graph = generate(entities, facts)
    properties_of = Properties(graph).of
    nodes = {label: [properties_of(node) for node in found] for label, found in nodes_by_label(graph).items()}
    told = {name: [(f.from_, f.to, properties_of(f)) for f in found] for name, found in facts_by_type(graph).items()}
    path.write_bytes(pickle.dumps((nodes, told)))
    return sum(map(len, (*nodes.values(), *told.values()))), facts


def _wipe(uri: str) -> None:
    with GraphDatabase.driver(uri, auth=("neo4j", PASSWORD)) as driver, driver.session() as session:
        for kind, listed in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
            for row in session.run(f"SHOW {listed} YIELD name, type RETURN name, type").data():
                if row["type"] != "LOOKUP":
                    session.run(f"DROP {kind} {row['name']} IF EXISTS").consume()
        session.run("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS").consume()
        session.run("MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS").consume()


def _count_facts(uri: str) -> int:
    with GraphDatabase.driver(uri, auth=("neo4j", PASSWORD)) as driver:
        return int(driver.execute_query("MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS n").records[0]["n"])


def _median(found: list[list[float]], place: int) -> float:
    return statistics.median(turn[place] for turn in found)


if __name__ == "__main__":
    main()
