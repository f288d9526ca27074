"""The steps of README and docs/neo4j.md give the password once, in `.env`, for Compose and for every later command."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
ODD = 'p$a $HOME #1 "b" `c`'


@pytest.fixture
def shell(tmp_path):
    """Runs lines in a fresh shell beside a `.env`, with no terminal and nothing of a Neo4j in the environment."""

    def run(dotenv: str, *lines: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / ".env").write_text(dotenv, encoding="utf-8")
        environment = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
        environment |= {"PYTHONPATH": str(ROOT), "BYCN_CACHE": str(tmp_path / "cache")}
        bycn = f'bycn() {{ {shlex.quote(sys.executable)} -c "from bycn.cli import main; main()" "$@"; }}'
        return subprocess.run(
            ["bash", "-ec", "\n".join([bycn, *lines])],
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            cwd=tmp_path,
            env=environment,
        )

    return run


def filled(password: str, uri: str = "bolt://localhost:7687") -> str:
    """`.env` as a user fills it in."""
    assert "NEO4J_PASSWORD=''\n" in EXAMPLE
    return EXAMPLE.replace("NEO4J_PASSWORD=''", f"NEO4J_PASSWORD='{password}'").replace("bolt://localhost:7687", uri)


def step(document: str) -> str:
    [line] = re.findall(r"^ *(set -a; .*?)(?: +#.*)?$", (ROOT / document).read_text(encoding="utf-8"), re.M)
    return line


@pytest.mark.parametrize("document", ["README.md", "docs/neo4j.md"])
def test_after_the_step_no_command_asks_for_a_password(shell, neo4j_server, neo4j_address, document):
    told = shell(filled(neo4j_server.password, neo4j_address.uri), step(document), "bycn load --dry-run", "bycn stats")
    assert told.returncode == 0, told.stderr
    assert "create\tSource" in told.stdout
    without = shell(filled(""), f"bycn stats --uri {neo4j_address.uri}")
    assert without.returncode == 4
    assert "NEO4J_PASSWORD" in without.stderr


def test_shell_and_compose_read_the_same_password(shell):
    assert shell(filled(ODD), step("README.md"), 'printf %s "$NEO4J_PASSWORD"').stdout == ODD
    if not shutil.which("docker") or subprocess.run(["docker", "compose", "version"], capture_output=True).returncode:
        pytest.skip("Docker Compose is not here")
    compose = shlex.quote(str(ROOT / "docker-compose.yml"))
    told = shell(filled(ODD), f"docker compose --project-directory . -f {compose} config --format json")
    login = json.loads(told.stdout)["services"]["neo4j"]["environment"]["NEO4J_AUTH"]
    assert login.replace("$$", "$") == f"neo4j/{ODD}"  # a dollar is doubled in what Compose prints


def test_the_example_holds_what_bycn_and_compose_read_and_nothing_else():
    names = set(re.findall(r"^(?:# )?(NEO4J_\w+)=", EXAMPLE, re.M))
    of_compose = set(re.findall(r"\$\{(NEO4J_\w+)", (ROOT / "docker-compose.yml").read_text(encoding="utf-8")))
    of_bycn = set(re.findall(r'"(NEO4J_\w+)"', (ROOT / "loaders/neo4j/address.py").read_text(encoding="utf-8")))
    assert of_compose <= names <= of_compose | of_bycn
    assert {"NEO4J_URI", "NEO4J_PASSWORD"} <= names & of_bycn
