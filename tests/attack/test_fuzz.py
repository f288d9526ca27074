"""Nothing that is typed or put into a table breaks the program: it answers, or says what is wrong.

`BYCN_ATTACK=10000 pytest -m attack tests/attack/test_fuzz.py` tries so many inputs, of the seed in `BYCN_ATTACK_SEED`.
A failure names the number of its input; `BYCN_ATTACK_FROM=NUMBER BYCN_ATTACK=1` tries that one alone.
"""

import gzip
import os
import shutil
import signal
import sys
import tempfile
from contextlib import contextmanager

import pytest

from bycn import cli
from bycn.graph_model.errors import DataError
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from bycn.safe_text import UNSAFE
from tests.bycn.conftest import Said

from .fuzz import Calls, json_lines, of, put_ground, table

INPUTS = int(os.environ.get("BYCN_ATTACK", "300"))
SEED = os.environ.get("BYCN_ATTACK_SEED", "2026")
FIRST = int(os.environ.get("BYCN_ATTACK_FROM", "0"))
TABLES = 4
"""So many tables are tried for each call."""
SECONDS = 45
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="it puts pipes in the way")
PACKED = b"\x1f\x8b"
opened: list[str] = []


def _note_address(event, given):
    if event in ("socket.connect", "socket.sendto"):
        opened.append(str(given[1]))


@pytest.fixture(scope="module")
def watched():
    sys.addaudithook(_note_address)


BUSY = 8
"""How many times as long something may take on a machine that has much else to do."""


@pytest.fixture
def called(monkeypatch, capfdbinary, _cache):
    """Run the program as `bycn` does, which takes what it prints for text; here it may be packed."""
    if "BYCN_CACHE" not in os.environ:
        monkeypatch.setenv("BYCN_CACHE", str(_cache))

    def run(*arguments):
        monkeypatch.setattr("sys.argv", ["bycn", *arguments])
        code = cli._run()
        out, err = capfdbinary.readouterr()
        return Said(code, (gzip.decompress(out) if out.startswith(PACKED) else out).decode(), err.decode())

    return run


@contextmanager
def within(seconds):
    """See that something takes no more seconds of this process, and doesn't wait for ever."""

    def late(*_):
        raise AssertionError(f"it took longer than {seconds} s")

    timers = [(signal.ITIMER_PROF, signal.SIGPROF, seconds), (signal.ITIMER_REAL, signal.SIGALRM, seconds * BUSY)]
    before = [signal.signal(number, late) for _, number, _ in timers]
    for timer, _, most in timers:
        signal.setitimer(timer, most)
    try:
        yield
    finally:
        for (timer, number, _), handler in zip(timers, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)


def test_any_call_is_answered_or_told_what_is_wrong_with_it(called, tmp_path, monkeypatch, watched):
    for name in ("NEO4J_URI", "BYCN_FORMAT", "BYCN_QUERIES"):
        monkeypatch.delenv(name, raising=False)
    here, temporary = tmp_path / "here", tmp_path / "temporary"
    for folder in (here, temporary):
        folder.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    (tmp_path / "made").mkdir()
    calls, failures = Calls(tmp_path / "made"), []
    opened.clear()
    for number in range(FIRST, FIRST + INPUTS):
        arguments = calls.arguments(of(SEED, number))
        with within(SECONDS):
            try:
                said = called(*arguments)
                wrong = wrong_with(said)
            except BaseException as error:
                wrong = repr(error)[:300]
        if elsewhere := list(here.iterdir()):
            wrong = f"files elsewhere: {elsewhere}"
            shutil.rmtree(here)
            here.mkdir()
            monkeypatch.chdir(here)
        if wrong:
            failures.append(f"{SEED}:{number}: {wrong}: {[a[:80] for a in arguments]}")
    assert not failures, "\n".join(failures)
    assert not [address for address in opened if "127.0.0.1" not in address], opened


def wrong_with(said):
    if said.code not in (0, 1, 2, 3, 4):
        return f"exit code {said.code}"
    if "internal error" in said.err or "Traceback" in said.err:
        return said.err[-300:]
    if said.code and not said.err.strip():
        return "no word about what is wrong"
    return next((f"U+{ord(m[0]):04X} is printed" for text in (said.out, said.err) if (m := UNSAFE.search(text))), None)


@pytest.mark.parametrize("written", [table, json_lines], ids=["tables", "json lines"])
def test_any_cell_is_read_or_told(tmp_path, written):
    ground, own, failures = tmp_path / "ground", tmp_path / "own", []
    for folder in (ground, own):
        folder.mkdir()
    put_ground(ground)
    for number in range(FIRST, FIRST + INPUTS * TABLES):
        name, text = written(of(SEED, number))
        path = own / name
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        with within(SECONDS):
            try:
                read_graph(Selection((ground, path), only_own=True))
            except DataError as error:
                if not error.problems or any(not p.message for p in error.problems):
                    failures.append(f"{SEED}:{number}: no word")
            except BaseException as error:
                failures.append(f"{SEED}:{number}: {error!r}: {text[:200]!r}")
        path.unlink()
    assert not failures, "\n".join(failures[:20])
