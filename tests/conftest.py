"""What all tests share: a real Neo4j, started once a run, the guard that keeps others' data safe from it, a browser."""

import functools
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import days
from tests.neo4j_server import NoServer, Server, running_server, wanted_version

_CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")

_MANY_CASES = 60
_MARK = "BycnTestRun"
_taken: list[str] = []


@pytest.fixture(scope="session")
def neo4j_server():
    """A running Neo4j that holds nothing but what tests put there."""
    try:
        with running_server(wanted_version()) as server:
            _taken.append(f"{server.how}, which is {_claim(server)}")
            yield server
            _wipe(server)
    except NoServer as reason:
        _taken.append(f"none: {reason}")
        if os.environ.get("CI") == "true":
            pytest.fail(f"no Neo4j for the tests: {reason}")
        pytest.skip(f"no Neo4j for the tests: {reason}")


@pytest.fixture
def neo4j_address(neo4j_server):
    """The address of an empty database."""
    return _emptied(neo4j_server)


@pytest.fixture(scope="module")
def module_address(neo4j_server):
    """The address of a database that is empty when a module's tests begin."""
    return _emptied(neo4j_server)


def _emptied(server: Server):
    from bycn.loaders.neo4j.address import Address

    _empty(server)
    return Address(server.uri, server.user, server.password, server.database)


@pytest.fixture(scope="session")
def chromium():
    """A real Chromium: Playwright's own, or the system's. Without one the test is skipped, or fails where CI is set."""
    from playwright.sync_api import Error, sync_playwright

    named = os.environ.get("BYCN_CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=named, args=_CHROMIUM_OPTIONS)
        except Error as problem:
            told = f"no browser: install chromium, or name one in BYCN_CHROMIUM ({str(problem).splitlines()[0]})"
            if os.environ.get("CI"):
                pytest.fail(told)
            pytest.skip(told)
        yield browser
        browser.close()


_PROGRAMS = ("neo4j_browser", "compose", "completion", "cypher_parser", "gephi", "other_programs")
_ATTACKS = ("hostile", "mishaps")


def pytest_collection_modifyitems(config, items):
    """Give each test the mark of its kind (see pyproject.toml), and leave out what this run doesn't ask for."""
    for item in items:
        if kind := _kind(item):
            item.add_marker(kind)
    left_out = set(_of_other_days(items)) | set(_unasked(config, items))
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def _unasked(config: pytest.Config, items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """Attacks and programs of others run when a path or a mark asks for them: `pytest -m "attack or programs"`."""
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS and not config.option.markexpr:
        yield from (item for item in items if item.get_closest_marker("attack") or item.get_closest_marker("programs"))


def _of_other_days(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """Of a test with very many cases every day runs another fifth, of one with the mark `sampled(n)` an n-th.

    The mark is for cases that take long, however many they are. No more than n cases, as where somebody names them, run
    whatever the day. BYCN_TESTS=all runs every case, BYCN_TESTS=9 a ninth.
    """
    if days.WHOLE:
        return
    cases = Counter(item.nodeid.partition("[")[0] for item in items)
    met: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        [long] = mark.args if (mark := item.get_closest_marker("sampled")) else [1]
        every = max(int(days.ASKED) if cases[test] > _MANY_CASES else 1, long if cases[test] > long else 1)
        if (met[test] + days.TODAY) % every:
            yield item
        met[test] += 1


def _kind(item: pytest.Item) -> str | None:
    if any(word in item.path.name for word in _PROGRAMS):
        return "programs"
    if item.path.parent.name == "attack" or any(word in item.path.name for word in _ATTACKS):
        return "attack"
    params = item.callspec.params.values() if hasattr(item, "callspec") else ()
    needs = {*item.fixturenames, *(value for value in params if isinstance(value, str))}
    return None if needs & {"neo4j_server", "neo4j", "chromium"} or _starts_processes(item.path) else "quick"


@functools.cache
def _starts_processes(path: Path) -> bool:
    return "subprocess" in path.read_text(encoding="utf-8")


def pytest_terminal_summary(terminalreporter):
    for told in _taken:
        terminalreporter.write_line(f"Neo4j of this run: {told}")


def _query(server: Server, *texts: str) -> list:
    from neo4j import GraphDatabase

    auth = (server.user, server.password) if server.password else None
    with GraphDatabase.driver(server.uri, auth=auth) as driver:
        return [driver.execute_query(text, database_=server.database).records for text in texts]


def _claim(server: Server) -> str:
    """Mark an empty database as the tests' own, or find the mark of an earlier run; its version."""
    [[counted], [kernel]] = _query(
        server,
        f"MATCH (n) RETURN count(n) AS all, count(CASE WHEN n:{_MARK} THEN 1 END) AS marks",
        # Since 2025 the versions of Cypher are components too.
        "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' "
        "RETURN versions[0] + ' ' + edition AS told",
    )
    if counted["all"] and not counted["marks"]:
        pytest.exit(f"the database at {server.uri} holds {counted['all']} nodes that no test made: use an empty one", 1)
    _query(server, f"MERGE (:{_MARK})")
    return kernel["told"]


def _empty(server: Server) -> None:
    _query(server, f"MATCH (n) WHERE NOT n:{_MARK} DETACH DELETE n")


def _wipe(server: Server) -> None:
    _empty(server)
    [rows] = _query(server, "SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name")
    _query(server, *(f"DROP CONSTRAINT {row['name']}" for row in rows), f"MATCH (n:{_MARK}) DELETE n")
