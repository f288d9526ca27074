"""What README and docs/neo4j.md tell to paste into Neo4j Browser works there: the real one, on a real Neo4j."""

import os
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from bycn.cli import cli
from bycn.loaders.neo4j.address import Address
from bycn.queries.literals import param_lines
from tests.engines import dataset, refill
from tests.neo4j_server import DEFAULT_VERSION, PASSWORD, NoServer, browser_server

ROOT = Path(__file__).parents[2]
STEPS = re.compile(r"^ *bycn (queries show browser/connections.*?)(?: +#.*)?$", re.M)
PATIENCE = 60_000


@pytest.fixture(scope="module")
def browser_address():
    try:
        server, address = browser_server(DEFAULT_VERSION)
        with server:
            server.set_password()
            refill(Address(server.uri, "neo4j", PASSWORD), dataset())
            yield address
    except NoServer as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(f"no Neo4j Browser for the tests: {reason}")
        pytest.skip(f"no Neo4j Browser for the tests: {reason}")


@pytest.fixture(scope="module")
def page(chromium, browser_address):
    """Neo4j Browser, logged in to as the README says."""
    context = chromium.new_context(viewport={"width": 1500, "height": 1000})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=browser_address)
    opened = context.new_page()
    opened.goto(browser_address)
    opened.get_by_test_id("username").fill("neo4j", timeout=PATIENCE)
    opened.get_by_test_id("password").fill(PASSWORD)
    opened.get_by_test_id("connect").click()
    for told in ("You are connected as user", ":play start"):  # frames of its own, which come when they like
        opened.get_by_test_id("frame").filter(has_text=told).wait_for(timeout=PATIENCE)
    yield opened
    context.close()


@pytest.fixture
def paste(page):
    """Pastes a text, runs it, and gives the frame with what came of it."""

    def paste(text):
        frames = page.get_by_test_id("frame")
        before = frames.count()
        page.evaluate("text => navigator.clipboard.writeText(text)", text)
        page.locator(".monaco-editor").first.click()
        for keys in ("Control+A", "Delete", "Control+V"):
            page.keyboard.press(keys)
        page.wait_for_timeout(300)  # the editor takes a paste in after a while
        page.get_by_test_id("editor-Run").click()
        expect(frames).to_have_count(before + 1, timeout=PATIENCE)
        return frames.first

    return paste


@pytest.fixture
def printed(monkeypatch, tmp_path):
    """What a command prints to be pasted."""
    monkeypatch.setenv("BYCN_CACHE", str(tmp_path))

    def run(command: str) -> str:
        return CliRunner().invoke(cli, shlex.split(command), catch_exceptions=False).stdout

    return run


def are_set(frame, lines: str) -> None:
    expect(frame.locator("[title='Status: success']")).to_have_count(len(lines.splitlines()), timeout=PATIENCE)


@pytest.mark.parametrize("document", ["README.md", "docs/neo4j.md"])
def test_the_steps_of_the_documents_draw_the_answer(paste, printed, document):
    parameters, question = map(printed, STEPS.findall((ROOT / document).read_text(encoding="utf-8")))
    are_set(paste(parameters), parameters)
    drawn = paste(question)
    drawn.locator("g.node").first.wait_for(timeout=PATIENCE)
    assert drawn.locator("g.node").count() > 10
    assert drawn.locator("g.relationship").count() > 20


def test_values_arrive_as_they_are_meant(paste):
    values = {"a": 'x;y // O\'Hara \\u0041 "z" /* {', "b": ["c;", "日本"], "c": None, "d": 1.5}
    lines = "\n".join(param_lines(values))
    are_set(paste(lines), lines)
    frame = paste(
        "RETURN $a = 'x;y // O' + \"'\" + 'Hara \\\\' + 'u0041 \"z\" /* {' AND $b = ['c;', '日本'] "
        "AND $c IS NULL AND $d = 1.5 AS same"
    )
    expect(frame).to_contain_text("true", timeout=PATIENCE)
