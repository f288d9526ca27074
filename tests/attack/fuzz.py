# ruff: noqa: E501 - long lists of words
"""Hostile calls of the command line, made of a seed: every command with any of its options, and tables of any cells."""

import csv
import io
import json
import os
import random
from collections.abc import Iterator
from pathlib import Path

import click

from bycn.cli import COMMANDS, cli
from bycn.graph_model.fields import Column
from bycn.loaders.tables.table_types import KINDS
from bycn.queries.library import Library

NOT_CALLED = {"--open", "--help", "--debug", "--uri"}
"""They start a browser, print on purpose, or name a server."""
NOWHERE = "bolt://127.0.0.1:1"
"""Where no server is: the only address that a call may open."""

HOSTILE = [
    "", " ", "-", "--", "=", "a=", "=1+1", "|", "||", "\n", "\t", "\r\n", ".", "..", "/", "../../../etc/passwd", "~",
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x9b2J", "\u202egnp.exe", "\u2028", "\ufeffMinsk", "\udcff\udc80", "e\u0301",
    "'; MATCH (n) DETACH DELETE n //", '"', "\\", "`", "$(id)", "`id`", "%s%n%p", "{{7*7}}", "${x}", "<script>alert(1)</script>",
    "javascript:alert(1)", "x" * 5_000, "х" * 500, "白" * 500, "(" * 300, "[" * 3_000, '{"a":' * 200, "٣", "½", "1e999", "nan",
    "inf", "-1", "0", "1.5", "99999999999999999999", "9223372036854775808", "1_000", "true", "null", "[]", "{}", '["a"]', "2023-02-30",
    "0000", "9999-12-31", "2023/2020", "../..", "2023~/..", "NULL", "None", "constructor", "__proto__", "CON",
]  # fmt: skip
SOUND = [
    "Vitebsk", "Minsk", "Витебск", "黑龙江", "Great Stone", "BY", "CN-HL", "city/vitebsk", "2023", "2019/2024", "1", "3", "AGREEMENT",
    "TWINNED_WITH", "signed", "education", "province", "city", "zalesskij-2024", "fn-16", "twinnings/all", "trade/totals",
    "entity=Vitebsk", "year=2023", "first=Minsk", "limit=3", "zalesskij-2024/c2-014", "timber",
]  # fmt: skip
QUERIES = [
    "RETURN 1", "MATCH (n:City) RETURN n LIMIT 3", "RETURN $x", "MATCH p=(a)-[r]->(b) RETURN p LIMIT 2", "MATCH (n) DETACH DELETE n",
    "CREATE (n) RETURN n", "LOAD CSV FROM 'file:///etc/passwd' AS x RETURN x", "CALL dbms.listConfig()", "RETURN 1/0", "RETURN 0.0/0.0",
    "RETURN '\x1b[2J'", "MATCH (n) WHERE n.name =~ '(a+)+$' RETURN n", "RETURN date('2023-02-30')", "UNWIND range(1, 5000) AS x RETURN x",
    "RETURN [x IN range(1, 2000000) | x]", "RETURN '\\u202e'", "RETURN {a: {b: [1, null, 'x']}}", "MATCH", "EXPLAIN RETURN 1",
]  # fmt: skip


def of(seed: str, number: int) -> random.Random:
    """The source of chance of one input: it is made again from its number alone."""
    return random.Random(f"{seed}:{number}")


def commands() -> dict[tuple[str, ...], click.Command]:
    """Every command, subcommands too, by the words that name it."""
    found: dict[tuple[str, ...], click.Command] = {}
    for name in COMMANDS:
        command = cli.get_command(None, name)
        found |= (
            {(name, sub): one for sub, one in command.commands.items()}
            if isinstance(command, click.Group)
            else {(name,): command}
        )
    return found


WRITES = {"-o", "--output", "--draw"}
"""What is named behind these is written."""


class Calls:
    """Calls of the program, which write into `folder` alone."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._commands = commands()
        self._questions = Library().names()
        self._data = _paths(folder)

    def arguments(self, chance: random.Random) -> list[str]:
        """One call."""
        words, command = chance.choice(list(self._commands.items()))
        given = [*words]
        for parameter in command.params:
            if isinstance(parameter, click.Argument):
                count = 1 if parameter.nargs == 1 else chance.randrange(4)
                given += [self._value(parameter, words, chance) for _ in range(count if chance.random() < 0.95 else 0)]
            elif chance.random() < (0.9 if parameter.required else 0.15) and not NOT_CALLED & set(parameter.opts):
                given += self._option(parameter, words, chance)
        if words == ("load",):
            given += ["--uri", NOWHERE]
        if chance.random() < 0.05 and words != ("new-data",):  # there one word more names what is written
            places = [place for place in range(1, len(given) + 1) if given[place - 1] not in WRITES]
            given.insert(chance.choice(places), chance.choice(HOSTILE))
        return given

    def _option(self, option: click.Parameter, words: tuple[str, ...], chance: random.Random) -> Iterator[str]:
        for _ in range(chance.choice((1, 1, 2)) if option.multiple else 1):
            yield chance.choice([*option.opts, *option.secondary_opts])
            if not getattr(option, "is_flag", False):
                yield from (self._value(option, words, chance) for _ in range(max(1, option.nargs)))

    def _value(self, parameter: click.Parameter, words: tuple[str, ...], chance: random.Random) -> str:
        if WRITES & set(parameter.opts) or parameter.name == "directory" or words == ("new-data",):
            stdout = ["-"] if parameter.name in ("path", "file") else []
            return chance.choice([*stdout, "/dev/null", *(str(self._folder / f"out{n}{end}") for n, end in _OUT)])
        if isinstance(parameter.type, click.Path) or words == ("diff",):
            return chance.choice(self._data)
        if words == ("query",) and parameter.name == "text":
            return chance.choice([*QUERIES, *HOSTILE])
        if words == ("query",) and parameter.name == "seconds":
            return chance.choice(["0.5", "2", "inf", "nan", "0", "-1", "x"])
        if words[0] == "queries" and parameter.name == "name" and chance.random() < 0.8:
            return chance.choice(self._questions)
        if parameter.name in ("given", "params", "parameters"):
            return (
                f"{chance.choice(['x', 'entity', 'year', 'limit', 'first', 'to'])}={chance.choice([*HOSTILE, *SOUND])}"
            )
        choices = list(getattr(parameter.type, "choices", ()))
        return chance.choice([*map(str, choices * 20), *SOUND, *HOSTILE])


_OUT = [
    (1, ".html"),
    (2, ".svg"),
    (3, ".graphml"),
    (4, ""),
    (5, ".pdf"),
    (6, "/none/x.svg"),
    (7, "\x1b[1m.svg"),
    (8, "x" * 300),
]


def _paths(folder: Path) -> list[str]:
    """What `--data` and the like may meet: sound tables, and what is none."""
    sound, pipe, loop, empty = (folder / name for name in ("sound", "pipe", "loop", "empty"))
    for made in (sound, pipe, loop, empty):
        made.mkdir()
    (sound / "city.csv").write_text("id,name,country\ncity/attacked,Attacked,BY\n", encoding="utf-8")
    os.mkfifo(pipe / "city.csv")
    (loop / "city.csv").symlink_to("city.csv")
    (folder / "bad.csv").write_bytes(b"\xff\x00\x1b" * 50)
    (folder / "question.cypher").write_text("// \x1b[1m\nMATCH (n) DETACH DELETE n", encoding="utf-8")
    named = [sound, pipe, loop, empty, folder / "bad.csv", folder / "missing", folder / "question.cypher"]
    return [*map(str, named), "/dev/null", "/dev/zero", "\x1b[1m", "x" * 300, "shipped"]


def put_ground(folder: Path) -> None:
    """The tables that a fact needs before it is looked at."""
    (folder / "country.csv").write_text("id,name,country\nBY,Belarus,BY\nCN,China,CN\n", encoding="utf-8")
    (folder / "sources.csv").write_text("id,title\ns,A source\n", encoding="utf-8")


def table(chance: random.Random) -> tuple[str, str]:
    """A table of one kind, of some of its columns and any cells: its name and text."""
    stem, kind = chance.choice(list(KINDS.items()))
    used = [c for c in kind.columns.values() if c.required or chance.random() < 0.4]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([c.name for c in used] + (["no_such"] if chance.random() < 0.05 else []))
    for number in range(chance.randrange(1, 6)):
        writer.writerow([_cell(c, number, chance) for c in used][: None if chance.random() < 0.95 else -1])
    return f"{stem}.csv", out.getvalue()


def json_lines(chance: random.Random) -> tuple[str, str]:
    """A file of the exchange form with values of any type: its name and text."""

    def value(deep: int = 0):
        pick = chance.randrange(9 if deep < 3 else 7)
        plain = (
            None,
            True,
            -1,
            10**30,
            1.5,
            chance.choice(SOUND),
            chance.choice(HOSTILE).encode(errors="replace").decode(),
        )
        if pick < 7:
            return plain[pick]
        inner = [value(deep + 1) for _ in range(chance.randrange(3))]
        return inner if pick == 7 else dict(zip("abc", inner, strict=False))

    def line():
        kind = chance.choice(list(KINDS.values()))
        label = kind.cls.__name__ if chance.random() < 0.5 else kind.name
        told = {name: value() for name in kind.columns if chance.random() < 0.6}
        form = chance.choice(["node", "relationship"])
        whole = {
            "type": form, "id": told.get("id", "x"), "label": label, "labels": ["Entity", label], "properties": told,
            "start": {"id": "BY"}, "end": {"id": "CN"},
        }  # fmt: skip
        for part in list(whole):
            if chance.random() < 0.08:
                whole[part] = value()
        return json.dumps(whole if chance.random() < 0.95 else value())

    return "graph.jsonl", "\n".join(line() for _ in range(chance.randrange(1, 6)))


_SOUND_CELLS = {"from": "BY", "to": "CN", "sources": "s", "title": "A title", "name": "A name", "status": "signed"}


def _cell(column: Column, number: int, chance: random.Random) -> str:
    if column.name == "id" and chance.random() < 0.7:
        return f"mine/{number}"
    if column.name in _SOUND_CELLS and chance.random() < 0.8:
        return _SOUND_CELLS[column.name]
    if column.choices and chance.random() < 0.6:
        return chance.choice(column.choices)
    return chance.choice([*HOSTILE, *SOUND, "city/vitebsk", "CN", "100", "USD"])
