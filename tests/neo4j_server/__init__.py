"""A real Neo4j for the tests: the one that NEO4J_URI names, a container, or the server's own jars from Maven Central."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass

from tests.neo4j_server.jars import JarServer, NoServer, java_for, jars_folder

PASSWORD = "bycn-test-password"
IMAGE = "neo4j:5.26-community"


@dataclass(frozen=True)
class Server:
    """A running Neo4j and how it was come by."""

    uri: str
    user: str
    password: str
    how: str


@contextlib.contextmanager
def running_server(version: str) -> Iterator[Server]:
    """Start a Neo4j, the first way that works; `NoServer` says why none does."""
    if uri := os.environ.get("NEO4J_URI"):
        user = os.environ.get("NEO4J_USERNAME", "neo4j")
        yield Server(uri, user, os.environ.get("NEO4J_PASSWORD", ""), f"NEO4J_URI {uri}")
        return
    if version.startswith("5.26") and (container := _container()):
        with container as neo4j:
            yield Server(neo4j.get_connection_url(), "neo4j", PASSWORD, f"a container of {IMAGE}")
        return
    with JarServer(jars_folder(version), java_for(version), PASSWORD) as server:
        yield Server(server.uri, "neo4j", PASSWORD, f"the jars of Neo4j {version} from Maven Central")


def _container():  # type: ignore[no-untyped-def]
    try:
        import docker
        from docker.errors import DockerException, ImageNotFound

        client = docker.from_env(timeout=5)
        try:
            client.images.get(IMAGE)
        except ImageNotFound:
            client.images.pull(IMAGE)
        if not _reaper_available(client):
            os.environ["TESTCONTAINERS_RYUK_DISABLED"] = "true"
        from testcontainers.community.neo4j import Neo4jContainer

        return Neo4jContainer(IMAGE, password=PASSWORD)
    except (ImportError, DockerException):
        return None


def _reaper_available(client) -> bool:  # type: ignore[no-untyped-def]
    from docker.errors import DockerException
    from testcontainers.core.config import testcontainers_config

    try:
        client.images.pull(testcontainers_config.ryuk_image)
    except DockerException:
        return False
    return True


__all__ = ["NoServer", "Server", "running_server"]
