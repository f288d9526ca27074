"""A Neo4j to measure on: from its jars, with the memory of a small server, and nothing in it."""

import contextlib
from collections.abc import Iterator

from tests.neo4j_server.jars import JarServer, jars_folder, java_for

VERSION = "5.26.18"
PASSWORD = "benchmark-password"
_MEMORY = ("-Xms2g", "-Xmx6g", "-XX:+UseG1GC")


def prepared_server(version: str = VERSION) -> JarServer:
    """A server of that version that wasn't started yet."""
    server = JarServer(jars_folder(version), java_for(version), PASSWORD, _MEMORY)
    server.configure("server.memory.pagecache.size=1g\n")
    return server


@contextlib.contextmanager
def neo4j_server(version: str = VERSION) -> Iterator[JarServer]:
    """A server of that version, stopped and gone at the end."""
    with prepared_server(version) as server:
        server.set_password()
        yield server
