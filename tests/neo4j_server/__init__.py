"""A real Neo4j for the tests: the one that NEO4J_URI names, a container, or the server's own jars."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass

from tests.neo4j_server.jars import JarServer, NoServer, browser_folder, free_port, jars_folder, java_for

PASSWORD = "bycn-test-password"
IMAGE = "neo4j:5.26-community"
DEFAULT_VERSION = "5.26.18"

# Taken out of the environment, so that only the tests that mean to ask a server do.
GIVEN = {
    name: os.environ.pop(name)
    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")
    if name in os.environ
}


@dataclass(frozen=True)
class Server:
    """A running Neo4j and how it was come by."""

    uri: str
    user: str
    password: str
    how: str
    database: str | None = None


def wanted_version() -> str:
    """Which Neo4j the tests run on, where they may choose."""
    return os.environ.get("NEO4J_VERSION", DEFAULT_VERSION)


@contextlib.contextmanager
def running_server(version: str) -> Iterator[Server]:
    """Start a Neo4j, the first way that works; `NoServer` says why none does."""
    if uri := GIVEN.get("NEO4J_URI"):
        user = GIVEN.get("NEO4J_USERNAME", "neo4j")
        yield Server(uri, user, GIVEN.get("NEO4J_PASSWORD", ""), f"NEO4J_URI {uri}", GIVEN.get("NEO4J_DATABASE"))
        return
    if version.startswith("5.26") and (container := _started_container()):
        try:
            yield Server(container.get_connection_url(), "neo4j", PASSWORD, f"a container of {IMAGE}")
        finally:
            container.stop()
        return
    with jar_server(version) as server:
        server.set_password()
        yield Server(server.uri, "neo4j", PASSWORD, f"the jars of Neo4j {version} from Maven Central")


def jar_server(version: str) -> JarServer:
    """A server of one's own from the jars, to be killed or set up otherwise; `NoServer` where there is none."""
    return JarServer(jars_folder(version), java_for(version), PASSWORD)


def browser_server(version: str) -> tuple[JarServer, str]:
    """A server from the jars that serves Neo4j Browser as well, and the Browser's address."""
    server = JarServer(jars_folder(version), java_for(version), PASSWORD, more_jars=browser_folder())
    address = f"127.0.0.1:{free_port()}"
    server.configure(
        f"server.http.enabled=true\nserver.http.listen_address={address}\n"
        f"server.bolt.advertised_address=127.0.0.1:{server.port}\n"
    )
    return server, f"http://{address}"


def _started_container():  # type: ignore[no-untyped-def]
    """A running container, None where there is no Docker, no image, or no start in good time."""
    container = _container()
    if container is None:
        return None
    from docker.errors import DockerException

    try:
        return container.start()
    except (DockerException, TimeoutError):
        container.stop()
        return None


def _container():  # type: ignore[no-untyped-def]
    try:
        import docker
        from docker.errors import DockerException
        from testcontainers.core.config import testcontainers_config

        client = docker.from_env(timeout=5)
        if not _has_image(client, IMAGE):
            return None
        if not _has_image(client, testcontainers_config.ryuk_image):
            testcontainers_config.ryuk_disabled = True
        from testcontainers.community.neo4j import Neo4jContainer

        return Neo4jContainer(IMAGE, password=PASSWORD)
    except (ImportError, DockerException):
        return None


def _has_image(client, name: str) -> bool:  # type: ignore[no-untyped-def]
    from docker.errors import DockerException, ImageNotFound

    try:
        client.images.get(name)
    except ImageNotFound:
        try:
            client.images.pull(*name.split(":"))
        except DockerException:
            return False
    return True


__all__ = [
    "DEFAULT_VERSION",
    "NoServer",
    "Server",
    "browser_server",
    "jar_server",
    "running_server",
    "wanted_version",
]
