"""A first load beside Neo4j's own import of `bycn export neo4j-admin`: time, memory, and questions afterwards.

    python -m benchmarks.importing 300000x1000000 --questions

Both begin with the same made-up graph in memory. `export` writes the files, `import` is Neo4j's tool, `constraints` are
made in a server started on what it made; `load` goes into an empty server. Memory is the most that a process held.
"""

import argparse
import contextlib
import os
import re
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from neo4j import GraphDatabase

from benchmarks.generate import generate
from benchmarks.questions import every, made_up, measure
from benchmarks.server import PASSWORD, VERSION, neo4j_server, prepared_server
from bycn.exports.neo4j_admin import CONSTRAINTS, SCRIPT, write_contents
from bycn.exports.records import of_graph
from bycn.loaders.neo4j.address import Address
from bycn.loaders.neo4j.database import Neo4jEngine
from tests.neo4j_server.jars import JarServer, jars_folder, java_for

_TOOL = "org.neo4j.cli.AdminTool"
_TOOL_MEMORY = "-Xmx4g"


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", metavar="NODESxFACTS")
    parser.add_argument("--neo4j", default=VERSION, metavar="VERSION")
    parser.add_argument("--questions", action="store_true", help="ask the canned ones as well")
    parser.add_argument("--write", metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        _write(options.size, Path(options.write))
        return
    print(f"{options.size}, Neo4j {options.neo4j}\n\n| step | seconds | memory, MB |\n| --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        _row("export", *_last_line(["benchmarks.importing", options.size, "--write", folder]))
        with _imported(Path(folder), options.neo4j) as server:
            imported = _counted(server)
            if options.questions:
                _ask(server)
    with neo4j_server(options.neo4j) as server:
        first, again, per_fact = _last_line(
            ["benchmarks.contestants.ours", *options.size.split("x"), server.uri, PASSWORD]
        )
        _row("load", first, per_fact * int(options.size.partition("x")[2]) / 1e6)
        _row("the same load again", again)
        _row("server of the load", None, server.most_memory() / 1e6)
        loaded = _counted(server)
    print(f"\nnodes and facts of each label and type: {'the same' if imported == loaded else (imported, loaded)}")


def _write(size: str, folder: Path) -> None:
    graph = generate(*map(int, size.split("x")))
    begun = time.perf_counter()
    write_contents(of_graph(graph), folder)
    print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3)


def _last_line(module: list[str]) -> list[float]:
    """The numbers that a module of ours prints."""
    done = subprocess.run([sys.executable, "-m", *module], stdout=subprocess.PIPE, text=True, check=True)
    return [float(number) for number in done.stdout.split()]


@contextlib.contextmanager
def _imported(folder: Path, version: str) -> Iterator[JarServer]:
    """A server on what Neo4j's tool made of the files, with the constraints that are next to them."""
    server = prepared_server(version)
    command = (folder / SCRIPT).read_text().replace("\\\n", " ").splitlines()[-1]
    options = shlex.split(command)[5:]  # behind `neo4j-admin database import full DATABASE`
    tool = [java_for(version), _TOOL_MEMORY, "-cp", f"{jars_folder(version)}/*", _TOOL, "database", "import", "full"]
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*tool, "neo4j", *options],
        cwd=folder,
        env={"NEO4J_HOME": str(server.home), "NEO4J_CONF": str(server.home / "conf")},
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the import ended with {os.waitstatus_to_exitcode(status)}")
    _row("import", time.perf_counter() - begun, used.ru_maxrss / 1e3)
    begun = time.perf_counter()
    with server:
        server.set_password()
        _row("start of the server", time.perf_counter() - begun)
        begun = time.perf_counter()
        with GraphDatabase.driver(server.uri, auth=("neo4j", PASSWORD)) as driver:
            for text in re.split(r";\n", (folder / CONSTRAINTS).read_text()):
                if text.strip():
                    driver.execute_query(text)
            driver.execute_query("CALL db.awaitIndexes(3600)")
        _row("constraints", time.perf_counter() - begun, server.most_memory() / 1e6)
        yield server


def _counted(server: JarServer) -> dict[str, int]:
    nodes, facts = "(n:Source|Document|Entity) UNWIND labels(n)", "(:Entity)-[r]->() WITH type(r)"
    with GraphDatabase.driver(server.uri, auth=("neo4j", PASSWORD)) as driver:
        found = [driver.execute_query(f"MATCH {of} AS kind RETURN kind, count(*) AS n") for of in (nodes, facts)]
    return {str(row["kind"]): int(row["n"]) for answer in found for row in answer.records}


def _ask(server: JarServer) -> None:
    """How long the canned questions take that start from an entity, and those about the whole graph."""
    walls: dict[bool, list[tuple[float, str]]] = {True: [], False: []}
    with Neo4jEngine(Address(server.uri, "neo4j", PASSWORD)) as engine:
        for question in every():
            starts = any(p.type == "entity" for p in question.header.parameters)
            walls[starts].append((measure(engine, question, made_up(question), 1)[1] / 1e3, question.name))
    for starts, name in ((True, "questions from an entity"), (False, "questions about the whole graph")):
        median = statistics.median(wall for wall, _ in walls[starts])
        most, slowest = max(walls[starts])
        print(f"| {name} | {median:.3f} in the median, {most:.2f} at most ({slowest}) | |", flush=True)
    _row("server, asked", None, server.most_memory() / 1e6)


def _row(step: str, seconds: float | None, megabytes: float | None = None) -> None:
    told = ["" if number is None else f"{number:,.1f}" for number in (seconds, megabytes)]
    print(f"| {step} | {' | '.join(told)} |", flush=True)


if __name__ == "__main__":
    main()
