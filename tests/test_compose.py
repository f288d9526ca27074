"""The compose file, with a real Docker: up, healthy, loaded, down, up again with its data."""

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.neo4j_server import IMAGE, running_server

ROOT = Path(__file__).parent.parent
PASSWORD = "compose-password"


def docker(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["docker", *arguments], capture_output=True, text=True)


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@pytest.fixture
def image():
    if not shutil.which("docker") or docker("info").returncode:
        pytest.skip("no Docker daemon answers")
    if docker("image", "inspect", IMAGE).returncode:
        pytest.skip(f"Docker has no image {IMAGE}")


@pytest.fixture
def compose(image, tmp_path):
    """Run `docker compose` on the shipped file, as a project of its own on free ports."""
    if docker("compose", "version").returncode:
        pytest.skip("Docker has no compose plugin")
    ports = {"NEO4J_BOLT_PORT": free_port(), "NEO4J_BROWSER_PORT": free_port()}
    environment = os.environ | ports | {"COMPOSE_PROJECT_NAME": f"bycn-test-{os.getpid()}"}

    def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        command = ["docker", "compose", "--project-directory", str(tmp_path), "-f", str(ROOT / "docker-compose.yml")]
        return subprocess.run([*command, *arguments], capture_output=True, text=True, env=environment | more)

    run.uri = f"bolt://127.0.0.1:{ports['NEO4J_BOLT_PORT']}"
    yield run
    run("down", "-v", NEO4J_PASSWORD=PASSWORD)


@pytest.fixture
def tables(tmp_path):
    """A few tables of one's own, which load quickly."""
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "sources.csv").write_text("id,title\nown,Own notes\n")
    (folder / "company.csv").write_text("id,name,country\ncompany/a,A,BY\ncompany/b,B,CN\n")
    (folder / "cooperates_with.csv").write_text(
        "id,from,to,title,status,sources\n"
        "own/1,company/a,company/b,one tie,signed,own\nown/2,company/a,company/b,another,signed,own\n"
    )
    return ("--only-data", "--data", str(folder))


def bycn(uri: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from bycn.cli import main; main()", *arguments, "--uri", uri],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"NEO4J_PASSWORD": PASSWORD},
    )


def test_without_a_password_compose_says_what_to_do(compose):
    refused = compose("config")
    assert refused.returncode
    assert "see .env.example" in refused.stderr


def test_ports_are_open_to_this_machine_alone(compose):
    told = compose("config", "--format", "json", NEO4J_PASSWORD=PASSWORD)
    ports = json.loads(told.stdout)["services"]["neo4j"]["ports"]
    assert {port["host_ip"] for port in ports} == {"127.0.0.1"}


def test_up_load_down_up_and_the_data_is_kept(compose, tables):
    up = compose("up", "-d", "--wait", NEO4J_PASSWORD=PASSWORD)
    assert up.returncode == 0, up.stderr
    first = bycn(compose.uri, "load", *tables)
    assert first.stdout.startswith("5 created, 0 changed, 0 unchanged, 0 removed"), first.stderr
    rows = bycn(compose.uri, "stats").stdout
    assert "COOPERATES_WITH" in rows
    assert compose("down", NEO4J_PASSWORD=PASSWORD).returncode == 0
    gone = bycn(compose.uri, "stats")
    assert gone.returncode == 4
    assert "docker compose up -d --wait" in gone.stderr
    assert compose("up", "-d", "--wait", NEO4J_PASSWORD=PASSWORD).returncode == 0
    assert bycn(compose.uri, "stats").stdout == rows
    assert bycn(compose.uri, "load", *tables).stdout.startswith("0 created, 0 changed, 5 unchanged")


def test_the_tests_own_server_can_be_a_container(image):
    from bycn.loaders.neo4j.address import Address
    from bycn.loaders.neo4j.connection import Connection

    with running_server("5.26") as server:
        assert server.how == f"a container of {IMAGE}"
        with Connection(Address(server.uri, server.user, server.password)) as connection:
            assert connection.read("RETURN 1 AS one") == [{"one": 1}]
