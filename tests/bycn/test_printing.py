"""Whatever names, tables, files and arguments hold: nothing that a terminal would obey is printed, in any place."""

import ast
import errno
import os
import re
import select
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bycn.graph_model.names import UnknownName, find
from bycn.loaders.neo4j.errors import DatabaseRefused
from bycn.output import Output, print_answer
from bycn.queries.answers import Answer
from bycn.safe_text import clean, escaped
from bycn.streams import guarded
from bycn.terminal import give, say

ROOT = Path(__file__).parents[2]
ROOMS = ("bycn", "queries", "loaders", "graph_model")
EVIL = "\x1b[31m\x1b]0;owned\x07\x9b2J\x7f\x08\r\x85\u202e\u2066\u200f\u061c\u2028x"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")
CP1251 = "Витебск".encode("cp1251")

COMMANDS = [
    ["connections", EVIL],
    ["connections", "Vitebsk", "--to", EVIL],
    ["connections", "Vitebsk", "--type", EVIL],
    ["connections", "Vitebsk", "--status", EVIL, "--show-cypher"],
    ["connections", "Vitebsk", "--as-of", EVIL],
    ["stats", "--sector", EVIL, "--show-cypher"],
    ["stats", "--format", EVIL],
    ["stats", f"--{EVIL}"],
    ["stats", "--data", EVIL],
    ["stats", "--uri", f"bolt://{EVIL}:7687"],
    ["stats", "--uri", "bolt://127.0.0.1:1", "--user", EVIL, "--database", EVIL],
    ["stats", "--uri", "bolt://127.0.0.1:1", "--password-file", EVIL],
    ["--debug", "show", EVIL],
    [EVIL],
    [f"--{EVIL}"],
    ["show", "Vitebsk", EVIL],
    ["resolve", "Minsk", EVIL],
    ["search", EVIL],
    ["path", EVIL, "Minsk"],
    ["trade", "Brest", "--good", EVIL],
    ["sources", EVIL],
    ["query", f"RETURN '{EVIL}' AS `{EVIL}`", "--format", "table"],
    ["query", f"RETURN '{EVIL}' AS `{EVIL}`", "--format", "tsv"],
    ["query", f"RETURN '{EVIL}' AS `{EVIL}`", "--format", "csv"],
    ["query", f"RETURN '{EVIL}' AS `{EVIL}`", "--format", "md"],
    ["query", f"RETURN '{EVIL}' AS `{EVIL}`", "--format", "json"],
    ["query", f"RETURN {EVIL}"],
    ["query", "RETURN $x AS x", "-p", f"x={EVIL}", "--show-cypher"],
    ["query", "RETURN 1 AS x", "-p", EVIL],
    ["queries", "show", EVIL],
    ["queries", "list", EVIL],
    ["queries", "list", "--queries", EVIL],
    ["queries", "run", "twinnings/of_place", "-p", f"{EVIL}=1"],
    ["queries", "show", "twinnings/of_place", "--params", "-p", f"entity={EVIL}"],
    ["validate", EVIL],
    ["diff", "shipped", EVIL],
    ["completion", EVIL],
    ["draw", EVIL, "-o", "-"],
    ["draw", "Vitebsk", "--title", EVIL, "-o", "-"],
    ["draw", "Vitebsk", "--title", EVIL, "--format", "svg", "-o", "-"],
    ["draw", "-o", f"/nowhere/{EVIL}"],
    ["export", "jsonl", "-o", f"/nowhere/{EVIL}"],
    ["export", EVIL],
    ["--help"],
    ["connections", "--help"],
]


def nothing_obeyed(told: str) -> bool:
    """Whether a terminal would only show what was printed; its own line ends aside."""
    return not (found := OBEYED.search(told.replace("\r\n", "\n"))) or pytest.fail(f"{found[0]!r} in {told!r}")


@pytest.fixture
def program(bycn):
    """Run the program in a process of its own, through pipes."""

    def run(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
        asked = [sys.executable, "-c", "from bycn.cli import main; main()", *arguments]
        return subprocess.run(
            asked, cwd=ROOT, env=os.environ | environment, capture_output=True, check=False, stdin=subprocess.DEVNULL
        )

    return run


@pytest.fixture
def on_a_terminal(bycn):
    """Run the program on a terminal where Enter is pressed; what it writes there."""
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")

    def run(*arguments: str) -> str:
        master, slave = pty.openpty()
        asked = [sys.executable, "-c", "from bycn.cli import main; main()", *arguments]
        streams = {"stdin": slave, "stdout": slave, "stderr": slave}
        running = subprocess.Popen(
            asked,
            cwd=ROOT,
            env=os.environ | {"LC_ALL": "C.UTF-8", "PAGER": "", "NO_COLOR": "1"},
            start_new_session=True,
            **streams,
        )
        os.close(slave)
        told = b""
        try:
            while True:
                while not select.select([master], [], [], 0.5)[0]:
                    os.write(master, b"\n")
                told += os.read(master, 65536)
        except OSError as error:  # Linux says so when the other side is closed
            if error.errno != errno.EIO:
                raise
        os.close(master)
        assert running.wait(60) in (0, 1, 2, 3, 4)
        return told.decode()

    return run


@pytest.mark.sampled(3)
@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda a: " ".join(a).replace(EVIL, "EVIL"))
def test_in_a_pipe(bycn, arguments):
    said = bycn(*arguments)
    assert said.code in (0, 1, 2, 3, 4)
    assert nothing_obeyed(said.out)
    assert nothing_obeyed(said.err)
    assert ("Traceback" in said.err) == ("--debug" in arguments)
    assert "internal error" not in said.err


@pytest.mark.sampled(3)
@pytest.mark.parametrize("arguments", COMMANDS[::4], ids=lambda a: " ".join(a).replace(EVIL, "EVIL"))
def test_on_a_terminal(on_a_terminal, arguments):
    assert nothing_obeyed(on_a_terminal(*arguments))


def test_a_prompt(on_a_terminal):
    told = on_a_terminal("stats", "--uri", "bolt://127.0.0.1:1", "--user", EVIL)
    assert "Password of" in told
    assert nothing_obeyed(told)


def test_tables_and_files(bycn, tmp_path):
    folder = tmp_path / EVIL.replace("/", "")
    folder.mkdir()
    (folder / f"companies{EVIL}.csv").write_text(f"id,name,{EVIL}\n{EVIL},{EVIL},{EVIL}\n")
    line = '{"type":"node","id":"\\u001b[31m","labels":["Entity","\\u009b31m"],"properties":{"id":"\\u001b[31m"}}\n'
    (folder / "graph.jsonl").write_text(line)
    for arguments in (["validate", str(folder)], ["stats", "--data", str(folder)], ["diff", "shipped", str(folder)]):
        said = bycn(*arguments)
        assert said.code == 1
        assert nothing_obeyed(said.out + said.err)


def test_marks_of_direction_in_tables_come_through_no_command(bycn, tmp_path):
    table = tmp_path / "company.csv"
    table.write_text("id,name,country\ncompany/evil,Ev\u202eil \u2067Works\u2069,BY\n", encoding="utf-8")
    own = ("--data", str(table))
    for arguments in (
        ["show", "company/evil"],
        ["search", "works"],
        ["export", "jsonl"],
        ["export", "graphml"],
        ["export", "gexf"],
        ["export", "cypher"],
        ["draw", "company/evil", "-o", "-"],
    ):
        said = bycn(*arguments, *own)
        assert said.code == 0, said.err
        assert nothing_obeyed(said.out + said.err)
    assert "Ev\\u202eil" in bycn("export", "jsonl", *own).out
    assert "Ev\\u202eil" in bycn("export", "cypher", *own).out
    assert "Ev&#8238;il" in bycn("export", "graphml", *own).out


def test_questions_of_ones_own(bycn, tmp_path, monkeypatch):
    (tmp_path / f"evil{EVIL}\n.cypher").write_text(f"// {EVIL}\n// {EVIL}\nRETURN 1 AS x\n", encoding="utf-8")
    for command in (["list"], ["show", f"evil{EVIL}"], ["run", f"evil{EVIL}"]):
        assert nothing_obeyed("".join((s := bycn("queries", *command, "--queries", str(tmp_path))).out + s.err))
    monkeypatch.setenv("BYCN_QUERIES", str(tmp_path))
    for shell in ("bash", "zsh", "fish"):
        monkeypatch.setenv("_BYCN_COMPLETE", f"{shell}_complete")
        monkeypatch.setenv("COMP_WORDS", "bycn queries run evil".replace(" ", "\n" if shell == "bash" else " "))
        monkeypatch.setenv("COMP_CWORD", "3" if shell != "fish" else "evil")
        said = bycn()
        assert "evil" in said.out
        assert nothing_obeyed(said.out + said.err)
        assert len(said.out.splitlines()) == (3 if shell == "zsh" else 1)


def test_a_foreign_database(bycn, monkeypatch):
    class Foreign:
        name, warnings = "neo4j", (f"loaded by a newer bycn ({EVIL})",)

        def __enter__(self):
            return self

        def __exit__(self, *exc):
            pass

        def run(self, _query, _params=None):
            raise DatabaseRefused(f"the database failed: {EVIL}")

    monkeypatch.setattr("bycn.loaders.opening.open_engine", lambda *_: Foreign())
    for debug in ([], ["--debug"]):
        said = bycn(*debug, "show", "Minsk")
        assert said.code == 1
        assert "loaded by a newer bycn" in said.err
        assert nothing_obeyed(said.err)


def test_no_address_in_a_message_has_a_login(bycn):
    for address in ("bolt://neo4j:s3cret@host", "bolt://neo4j:s3c/ret@host", "neo4j:s3cret%40host", "bolt://s3cret@h"):
        for arguments in (
            ["show", address],
            ["show", "Minsk", address],
            [address],
            ["stats", "--data", address],
            ["validate", address],
            ["stats", "--uri", address],
            ["--debug", "stats", "--uri", address],
            ["load", "--uri", address],
            ["connections", "Minsk", "--to", address],
        ):
            said = bycn(*arguments)
            assert said.code in (1, 2, 3, 4)
            assert "s3c" not in said.out + said.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", CP1251], 3),
        (["show", b"Vitebsk" + CP1251], 3),
        (["resolve", CP1251], 3),
        (["path", CP1251, "Minsk"], 3),
        (["queries", "run", "twinnings/of_place", "-p", b"entity=" + CP1251], 3),
        (["sources", CP1251], 3),
        (["search", CP1251], 2),
        (["stats", "--sector", CP1251], 3),
        (["stats", "--type", CP1251], 2),
        (["stats", "--as-of", CP1251], 2),
        (["stats", "--format", CP1251], 2),
        (["trade", "Brest", "--good", CP1251], 3),
        (["query", b"RETURN '" + CP1251 + b"' AS x"], 2),
        (["query", "RETURN $x AS x", "-p", b"x=" + CP1251], 2),
        (["draw", "Minsk", "--title", CP1251, "-o", "/dev/null", "--force"], 2),
        ([CP1251], 2),
        (["stats", CP1251], 2),
        (["stats", "--data", CP1251], 1),
        (["validate", CP1251], 1),
        (["diff", "shipped", CP1251], 1),
        (["queries", "list", "--queries", CP1251], 1),
        (["export", "jsonl", "-o", b"/nowhere/" + CP1251], 1),
        (["stats", "--uri", b"bolt://" + CP1251], 4),
        (["stats", "--uri", "bolt://127.0.0.1:1", "--user", CP1251], 4),
        (["stats", "--uri", "bolt://127.0.0.1:1", "--database", CP1251], 4),
        (["stats", "--uri", "bolt://127.0.0.1:1", "--password-file", CP1251], 4),
    ],
    ids=lambda value: b" ".join(map(os.fsencode, value)).decode(errors="replace") if isinstance(value, list) else "",
)
def test_what_isnt_utf8(bycn, arguments, code):
    said = bycn(*map(os.fsdecode, arguments))
    assert said.code == code, said.err
    assert nothing_obeyed(said.out + said.err)
    assert "internal error" not in said.err


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "cp1251"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
    ids=str,
)
def test_what_isnt_utf8_in_other_surroundings(program, environment):
    for arguments, code in (["show", CP1251], 3), (["stats", CP1251], 2), (["stats", "--data", CP1251], 1):
        ended = program(*arguments, **environment)
        assert ended.returncode == code, ended.stderr
        assert b"Traceback" not in ended.stderr
        assert b"Error" not in ended.stderr.replace(b"Error: Got unexpected", b"")
        assert "�" in ended.stderr.decode("utf-8")


def test_a_password_that_isnt_utf8_is_not_told(program):
    ended = program("stats", NEO4J_URI="bolt://127.0.0.1:1", NEO4J_PASSWORD=os.fsdecode(b"s3cret" + CP1251))
    assert ended.returncode == 4
    assert b"the password" in ended.stderr
    assert b"s3cret" not in ended.stderr


def test_tables_in_files_whose_names_arent_utf8(bycn, tmp_path):
    folder = tmp_path / os.fsdecode(CP1251)
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this system has no such names")
    (folder / "company.csv").write_text("id,name,country\ncompany/own,Own Works,BY\n")
    assert bycn("show", "company/own", "--data", str(folder)).code == 0
    assert bycn("validate", str(folder)).code == 0


def test_what_isnt_text_is_no_other_name():
    assert find("Vitebsk\udcc2", lambda *keys: pytest.fail(f"{keys} were looked up")) is None
    assert "isn't UTF-8" in str(UnknownName("\udcc2"))


def test_clean_and_escaped():
    assert clean(f"a{EVIL}b\n\tЖ维\udcc2") == "a[31m]0;owned2Jxb\n\tЖ维\ufffd"
    assert escaped('"\x9b\u202e"') == '"\\u009b\\u202e"'


def test_what_others_print_is_cleaned_too(capsys):
    with guarded():
        click.echo(EVIL)
        click.echo(EVIL, err=True)
        sys.stderr.write(EVIL)
        give(EVIL)
        say(EVIL)
        print_answer(Answer((EVIL,), [(EVIL,)], [EVIL]), Output("tsv"))
    said = capsys.readouterr()
    assert nothing_obeyed(said.out)
    assert nothing_obeyed(said.err)


def printing(path: Path) -> list[int]:
    """The lines of a module that print by themselves."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name) and node.id == "print":
            found.append(node.lineno)
        if isinstance(node, ast.Attribute):
            told = ast.unparse(node)
            if re.match(
                r"click\.(s?echo|echo_via_pager|prompt|confirm|progressbar|pause|clear|get_\w+_stream)$"
                r"|sys\.(__)?std(out|err)(__)?\.(write|writelines|buffer)$|os\.write$|getpass\.",
                told,
            ):
                found.append(node.lineno)
    return found


MODULES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def test_one_module_alone_prints():
    printers = {str(path.relative_to(ROOT)) for path in MODULES if printing(path)}
    assert printers == {"bycn/terminal.py"}
