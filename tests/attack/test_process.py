"""A process that lacks something: streams, a home, files, addresses, rights. It answers, or says what is missing."""

import os
import pty
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

import bycn

pytestmark = pytest.mark.skipif(os.name != "posix", reason="shells and limits of a Unix")
BYCN = f"{shlex.quote(sys.executable)} -m bycn"
SECONDS = 60


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cache")
    shell(f"{BYCN} stats", {"BYCN_CACHE": str(folder)})
    return {"BYCN_CACHE": str(folder)}


def shell(text, more):
    env = {k: v for k, v in os.environ.items() if k not in ("NEO4J_URI", "BYCN_CACHE")} | more
    return subprocess.run(["bash", "-c", text], capture_output=True, text=True, env=env, timeout=SECONDS, check=False)


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (f"{BYCN} stats >&-", 1, "standard output is closed"),
        (f"{BYCN} --help >&-", 1, "standard output is closed"),
        (f"{BYCN} export jsonl >&-", 1, "standard output is closed"),
        (f"{BYCN} query 'RETURN 1' >&- <&-", 1, "standard output is closed"),
        (f"{BYCN} stats >&- 2>&- <&-", 1, ""),
        (f"{BYCN} stats 2>&- | grep -q entities", 0, ""),
        (f"{BYCN} show Vitebks 2>&-", 3, ""),
        (f"{BYCN} draw Orsha -o /dev/null --format svg >&-", 0, ""),
        (f"{BYCN} stats >/dev/full", 1, "No space left on device"),
        (f"set -o pipefail; {BYCN} export jsonl | head -1 >/dev/null", 0, ""),
        (f"set -o pipefail; {BYCN} resolve $(yes Vitebsk | head -2000) Vitebks | head -1", 3, "Vitebks"),
        (f"{BYCN} show Vitebks 2>/dev/full", 3, ""),
        (f"set -o pipefail; {BYCN} show Vitebks 2>&1 | true", 3, ""),
        (f"{BYCN} connections Vitebsk 2>/dev/full", 0, ""),
        (f"ulimit -n 20; {BYCN} stats", 4, "256 open files, and this process may have only 20"),
        (f"ulimit -n 40; {BYCN} query 'RETURN 1'", 4, "ulimit -n"),
        (f"ulimit -Sn 20; {BYCN} stats", 0, ""),
        (f"ulimit -v 4000000; {BYCN} stats", 4, "35 GB of address space"),
        (f"ulimit -v 200000; {BYCN} stats", 4, "ulimit -v"),
        (f"ulimit -v 300000; {BYCN} query 'RETURN 1'", 4, "ulimit -v"),
    ],
    ids=lambda value: value.removeprefix(BYCN) if isinstance(value, str) else "",
)
def test_what_a_process_lacks_is_told(cache, text, code, told):
    ended = shell(text, cache)
    assert told in ended.stderr
    assert ended.returncode == code, ended.stderr
    assert "Traceback" not in ended.stderr
    assert "internal error" not in ended.stderr


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        ("_BYCN_COMPLETE=bash_complete", 2, "the shell, which sets COMP_WORDS"),
        ("_BYCN_COMPLETE=zsh_complete COMP_WORDS=x COMP_CWORD=x", 2, "the shell, which sets COMP_WORDS"),
        ("_BYCN_COMPLETE=x", 2, "there is no completion for 'x'"),
        (r"_BYCN_COMPLETE=bash_complete COMP_CWORD=5 COMP_WORDS=$'bycn\nqueries\nrun\n--queries\n/dev/zero\nM'", 0, ""),
    ],
)
def test_what_shells_set_may_be_missing_or_wrong(cache, asked, code, told):
    ended = shell(f"{asked} {BYCN}", cache)
    assert (ended.returncode, ended.stdout.strip()) == (code, "")
    assert told in ended.stderr if told else not ended.stderr


def test_with_few_files_and_no_cache_yet_the_reason_is_the_same(tmp_path):
    ended = shell(f"ulimit -n 40; {BYCN} stats", {"BYCN_CACHE": str(tmp_path)})
    assert ended.returncode == 4
    assert "256 open files" in ended.stderr


def test_no_file_takes_the_place_of_a_stream_that_was_closed(cache):
    names = "import os, sys; print([os.readlink(f'/proc/self/fd/{n}') for n in (0, 1, 2)], file=open(sys.argv[1], 'w'))"
    code = f"from bycn.streams import prepare; prepare(); {names}"
    out = f"{cache['BYCN_CACHE']}/streams"
    shell(f"{shlex.quote(sys.executable)} -c {shlex.quote(code)} {out} <&- >&- 2>&-", cache)
    assert Path(out).read_text(encoding="utf-8") == "['/dev/null', '/dev/null', '/dev/null']\n"


@pytest.fixture
def open_folder():
    with tempfile.TemporaryDirectory() as folder:  # pytest's own are closed to other users
        Path(folder).chmod(0o777)
        yield Path(folder)


AS_SECOND_USER = ["setpriv", "--reuid=54321", "--clear-groups"]
READING_ALL = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
"""For an interpreter or a checkout that isn't open to others."""
NO_THREADS = (
    "bycn: the embedded engine needs 20 threads, and this system starts no more for this user; end other programs, "
    "or allow more with `ulimit -u`, or name a Neo4j with --uri or NEO4J_URI\n"
)
root_only = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may become a second user")


def second_user(text, more):
    """What a shell of a user without rights says, whose threads are counted."""
    command = [*AS_SECOND_USER, *READING_ALL, "bash", "-c", text]
    env = {k: v for k, v in os.environ.items() if k not in ("HOME", "BYCN_CACHE", "NEO4J_URI", "XDG_CACHE_HOME")} | more
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=SECONDS, check=False)


@root_only
@pytest.mark.parametrize("home", [None, "", "relative", "/nonexistent", "/root"])
def test_a_second_user_without_a_home_gets_an_answer_and_leaves_nothing(open_folder, home):
    here = {"PYTHONPATH": str(Path(bycn.__file__).parents[1])}
    ended = second_user(f"cd {open_folder}; {BYCN} stats", here | ({"HOME": home} if home is not None else {}))
    assert ended.returncode == 0, ended.stderr
    assert "BYCN_CACHE" in ended.stderr
    assert "entities" in ended.stdout
    assert not list(open_folder.iterdir())


@root_only
@pytest.mark.parametrize(
    ("number", "arguments"), [(0, "stats"), (3, "stats"), (15, "query 'RETURN 1'"), (2, "draw Orsha -o /dev/null")]
)
def test_where_no_threads_can_be_started_it_says_so_at_once(open_folder, number, arguments):
    ended = second_user(f"ulimit -u {number}; exec {BYCN} {arguments}", {"BYCN_CACHE": str(open_folder / "cache")})
    assert ended.stderr == NO_THREADS
    assert (ended.returncode, ended.stdout) == (4, "")


@root_only
def test_with_few_threads_a_typed_query_is_refused_in_words_or_answered(open_folder):
    """Its process needs its own, beside those of the one that waits for it."""
    env = {"BYCN_CACHE": str(open_folder / "cache")}
    told = {second_user(f"ulimit -u {number}; exec {BYCN} query 'RETURN 1'", env).stderr for number in (24, 60)}
    assert told == {"", NO_THREADS}


@root_only
def test_where_no_threads_can_be_started_a_neo4j_isnt_asked(open_folder):
    ended = second_user(f"ulimit -u 2; exec {BYCN} load --uri bolt://localhost:1", {})
    assert ended.stderr == (
        "bycn: a Neo4j's client needs 4 threads, and this system starts no more for this user; end other programs, "
        "or allow more with `ulimit -u`\n"
    )
    assert ended.returncode == 4


@root_only
def test_a_second_user_neither_reads_nor_fills_the_cache_of_the_first(cache):
    databases = f"{cache['BYCN_CACHE']}/bycn-databases"
    ended = subprocess.run([*AS_SECOND_USER, "ls", databases], capture_output=True, text=True, check=False)
    assert "Permission denied" in ended.stderr


def test_a_run_that_is_ended_while_it_says_what_is_wrong_prints_no_traceback(cache):
    code = (
        "import sys, bycn.exit_codes as codes; from bycn.cli import main\n"
        "def explain(error): raise KeyboardInterrupt\n"
        "codes.explain = explain; sys.argv = ['bycn', 'show', '\\x1b[31mX']; main()"
    )
    ended = shell(f"{shlex.quote(sys.executable)} -c {shlex.quote(code)}", cache)
    assert (ended.returncode, ended.stderr) == (130, "stopped\n")


def test_ctrl_c_before_the_program_is_there_prints_no_traceback(cache, tmp_path):
    (tmp_path / "click.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    ended = shell(f"{BYCN} stats", cache | {"PYTHONPATH": str(tmp_path)})
    assert (ended.returncode, ended.stderr) in [(-signal.SIGINT, ""), (128 + signal.SIGINT, "")]


def test_a_signal_that_comes_where_nothing_can_be_raised_ends_the_run_all_the_same(cache):
    code = (
        "import os, signal, sys, time, weakref, bycn.cli as cli\n"
        "class Thing: pass\n"
        "def answer():\n"
        "    thing = Thing(); seen = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGTERM)); del thing\n"
        "    time.sleep(20); return 0\n"
        "cli._answer = answer; cli.main()"
    )
    ended = shell(f"{shlex.quote(sys.executable)} -c {shlex.quote(code)}", cache)
    assert (ended.returncode, ended.stderr) == (143, "stopped\n")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("after", [1.5, 3])
@pytest.mark.parametrize(
    "command", ["import towns.csv -o out", "export csv -o out", "export gexf -o out", "draw Vitebsk -o out.html"]
)
def test_a_command_that_is_ended_says_so_and_leaves_nothing_half_written(cache, tmp_path, command, after, number):
    towns = [f"Orsha,Nanchang,{1900 + n % 120}\nMinsk,Town {n},2001" for n in range(3_000)]
    (tmp_path / "towns.csv").write_text("\n".join(["City,Twin town,Since", *towns]))
    run = subprocess.Popen(
        [sys.executable, "-m", "bycn", *command.split()],
        cwd=tmp_path,
        env=os.environ | cache,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: [signal.signal(each, signal.SIG_DFL) for each in (signal.SIGINT, signal.SIGTERM)],
    )
    time.sleep(after)
    run.send_signal(number)
    told = run.communicate()[1]
    left = [path.name for path in tmp_path.iterdir() if path.name != "towns.csv"]
    assert "Traceback" not in told
    assert run.returncode in (128 + number, -number, 0, 1), told
    assert bool(left) == (run.returncode in (0, 1)), left


@pytest.mark.parametrize("after", [0.1, 0.4, 0.8, 1.2])
def test_a_first_run_that_is_killed_leaves_the_next_one_right(cache, tmp_path, after):
    env = os.environ | {"BYCN_CACHE": str(tmp_path)}
    command = [sys.executable, "-m", "bycn", "stats"]
    first = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    first.send_signal(signal.SIGKILL)
    first.wait()
    again = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    assert (
        again.stdout
        == subprocess.run(command, env=os.environ | cache, capture_output=True, text=True, check=True).stdout
    )


STARTS, ROUNDS = map(int, os.environ.get("BYCN_ATTACK_STARTS", "8x1").split("x"))


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_cold_starts_side_by_side_all_answer_and_leave_one_database(tmp_path, _round):
    """BYCN_ATTACK_STARTS=50x20 is the whole of it: fifty at once, twenty times."""
    temporary, cache = tmp_path / "temporary", tmp_path / "cache"
    temporary.mkdir()
    env = {k: v for k, v in os.environ.items() if not k.startswith(("ARCADEDB", "NEO4J"))}
    env |= {"BYCN_CACHE": str(cache), "TMPDIR": str(temporary)}
    command = [sys.executable, "-m", "bycn", "connections", "Vitebsk", "--to", "province", "--format", "json"]
    runs = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(STARTS)]
    said = {run.communicate() for run in runs}
    assert [run.returncode for run in runs] == [0] * STARTS, said
    assert len(said) == 1
    assert b"Shandong" in said.pop()[0]
    [manifest] = cache.glob("*/*/manifest.json")
    there = {path.name for path in manifest.parent.parent.iterdir()}
    assert there - {"stamps"} == {manifest.parent.name, "CACHEDIR.TAG", "lock", "log"}
    assert not list(temporary.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "\x1b[2J\x1b]0;owned\x07"],
        ["query", "RETURN '\x1b[31mred\x1b[0m' AS a, '\u202eevil' AS b, '\x9b2J' AS c"],
        ["stats", "--data", "\x1b[31m/\u202e.csv"],
        ["connections", "Vitebsk", "--to", "\x1b[5m"],
    ],
    ids=lambda a: a[0],
)
def test_no_escape_reaches_a_terminal(cache, arguments):
    reader, terminal = pty.openpty()
    env = os.environ | cache | {"NO_COLOR": "1", "TERM": "xterm"}
    command = [sys.executable, "-m", "bycn", *arguments]
    subprocess.run(command, env=env, stdin=terminal, stdout=terminal, stderr=terminal, timeout=SECONDS, check=False)
    os.close(terminal)
    shown = b""
    try:
        while part := os.read(reader, 65_536):
            shown += part
    except OSError:  # how Linux tells that a terminal is closed
        pass
    os.close(reader)
    assert shown
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", shown.decode())
