"""bycn's own load, from a graph in memory. Says how much memory a fact takes, the graph included, as well."""

import gc
import re
import sys
from pathlib import Path

from benchmarks.generate import generate
from bycn.cli import COLLECT_AFTER
from bycn.loaders.neo4j.address import Address
from bycn.loaders.neo4j.connection import Connection
from bycn.loaders.neo4j.load import load
from bycn.loaders.neo4j.schema import GRAPH, STATE, create_constraints


def main() -> None:
    """Run it."""
    entities, facts, uri, password = int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:5]
    before = _most_memory()
    graph = generate(entities, facts)
    gc.collect()
    gc.set_threshold(COLLECT_AFTER)  # as the command does
    with Connection(Address(uri, "neo4j", password)) as connection:
        create_constraints(connection, (*STATE, *GRAPH))
        for _ in range(2):
            print(load(connection, graph).seconds, flush=True)
    print((_most_memory() - before) / facts, flush=True)


def _most_memory() -> int:
    """The most memory that this process ever held, in bytes. Linux alone tells it without the parent's."""
    match = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(match[1]) * 1024 if match else 0


if __name__ == "__main__":
    main()
