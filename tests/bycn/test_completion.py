"""Shells complete commands, options and entity names; each shell that is at hand is asked itself."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bycn.cli import COMMANDS
from bycn.completion.scripts import SHELLS
from tests.bycn.pseudo_terminal import Shell
from tests.bycn.test_startup import HEAVY

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shell_environment(tmp_path_factory):
    """A `bycn` on the PATH, whose database is cached."""
    home = tmp_path_factory.mktemp("home")
    program = home / "bin" / "bycn"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nexec {shlex.quote(sys.executable)} -c 'from bycn.cli import main; main()' \"$@\"\n")
    program.chmod(0o755)
    environment = os.environ | {
        "HOME": str(home),
        "BYCN_CACHE": str(home / "cache"),
        "PYTHONPATH": str(ROOT),
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
    }
    subprocess.run(["bycn", "stats"], env=environment, check=True, capture_output=True)
    for shell in SHELLS:
        script = subprocess.run(["bycn", "completion", shell], env=environment, check=True, capture_output=True)
        (home / shell).write_bytes(script.stdout)
    return environment


def needed(shell: str) -> str:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"no {shell} here")
    return found


def completed_by_bash(environment, *words: str) -> list[str]:
    line = " ".join(map(shlex.quote, words))
    asked = f"""
        source ~/bash
        COMP_WORDS=({line}) COMP_CWORD={len(words) - 1}
        _bycn_completion bycn
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    told = subprocess.run([needed("bash"), "-c", asked], env=environment, capture_output=True, check=True)
    assert told.stderr == b""
    return told.stdout.decode().splitlines()


def completed_by_fish(environment, line: str) -> list[str]:
    asked = f"source ~/fish; complete -C {shlex.quote(line)}"
    told = subprocess.run([needed("fish"), "-c", asked], env=environment, capture_output=True, check=True)
    return [row.split("\t")[0].replace("\\", "") for row in told.stdout.decode().splitlines()]


CASES = [
    ("con", ["connections"]),
    ("show Vitebsk\\ Reg", ["Vitebsk Region", "Vitebsk Regional Executive Committee"]),
    ("show vitebsk\\ region", ["Vitebsk Region", "Vitebsk Regional Executive Committee"]),
    ("path Minsk Новополоц", None),
    ("show 维捷布斯克", None),
    ("resolve Minsk CN-H", None),
    ("connections Vitebsk --to prov", ["province"]),
    ("connections Vitebsk --only-s", ["--only-signed"]),
    ("queries run twinnings/of_pl", ["twinnings/of_place"]),
    ("completion z", ["zsh"]),
    ("queries run of_good -p good=saw", ["good=sawn timber"]),
    ("trade BUTB --good=saw", ["--good=sawn timber"]),
    ("nonsense Vit", []),
    ("show Nowhere-at-all", []),
]


@pytest.mark.parametrize(("line", "expected"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_bash(shell_environment, line, expected):
    quoted = [word.replace("\0", "\\ ") for word in line.replace("\\ ", "\0").split()]
    found = completed_by_bash(shell_environment, "bycn", *quoted)
    if expected is None:
        assert found
        assert all(name.startswith(line.rsplit(" ", 1)[-1]) for name in found)
    else:
        assert {shlex.split(name)[0] for name in found if name} == set(expected)


@pytest.mark.parametrize(
    ("line", "expected"), [case for case in CASES if case[1]], ids=lambda value: value if isinstance(value, str) else ""
)
def test_fish(shell_environment, line, expected):
    assert set(completed_by_fish(shell_environment, f"bycn {line}")) == set(expected)


@pytest.mark.parametrize(("line", "expected"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_what_zsh_is_told(shell_environment, line, expected):
    words = ["bycn", *line.replace("\\ ", "\0").split()]
    asked = {
        "COMP_WORDS": " ".join(words).replace("\0", "\\ "),
        "COMP_CWORD": str(len(words) - 1),
        "_BYCN_COMPLETE": "zsh_complete",
    }
    told = subprocess.run(["bycn"], env=shell_environment | asked, capture_output=True, check=True)
    names = told.stdout.decode().splitlines()[1::3]
    assert names if expected is None else set(names) == set(expected)


def test_zsh_takes_its_script(shell_environment):
    asked = "autoload -Uz compinit && compinit -u; source ~/zsh; print ${_comps[bycn]}"
    told = subprocess.run([needed("zsh"), "-fc", asked], env=shell_environment, capture_output=True, check=True)
    assert told.stdout.decode().strip() == "_bycn_completion"


def test_a_name_begun_with_a_quote_is_not_quoted_again(shell_environment):
    assert "Vitebsk Region" in completed_by_bash(shell_environment, "bycn", "show", '"Vitebsk Reg')


def test_all_commands_are_offered(shell_environment):
    assert set(completed_by_bash(shell_environment, "bycn", "")) == set(COMMANDS)


def test_without_a_cached_database_nothing_is_built(shell_environment, tmp_path):
    asked = shell_environment | {"BYCN_CACHE": str(tmp_path / "none"), "TMPDIR": str(tmp_path)}
    assert completed_by_bash(asked, "bycn", "show", "Vit") == [""]
    assert list(tmp_path.rglob("*.json")) == []


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        (["help", "pa"], ["path"]),
        (["help", "queries", "fi"], ["find"]),
        (["stats", "--type", "ag"], ["AGREEMENT"]),
        (["stats", "--format", "ts"], ["tsv"]),
        (["stats", "--status", "in"], ["in_force"]),
        (["stats", "--sector", "agri"], ["agriculture"]),
        (["trade", "BUTB", "--good", "saw"], [r"sawn\ timber"]),
        (["sources", "fn-98"], ["fn-98"]),
        (["stats", "--source", "zal"], ["zalesskij-2024"]),
        (["stats", "--as-of", "1993"], ["1993"]),
        (["show", "c1-110"], ["c1-110"]),
        (["correct", "c1-110"], ["c1-110"]),
        (["draw", "--question", "trade/vol"], ["trade/volumes"]),
        (["queries", "run", "twinnings/of_place", "-p", "e"], ["entity="]),
        (["queries", "run", "of_good", "-p", "good=saw"], [r"good=sawn\ timber"]),
    ],
    ids=lambda words: " ".join(words),
)
def test_values_of_options(shell_environment, typed, completed):
    assert completed_by_bash(shell_environment, "bycn", *typed) == completed


@pytest.mark.parametrize(
    ("parameter", "completed"),
    [
        ("connections/between -p fi", ["first="]),
        ("connections/between -p second=Gansu\\ A", ["second=Gansu Agricultural University"]),
        ("connections/between -p first=Гродненская", ["first=Гродненская область"]),
        ("connections/between -p direct=", ["direct=false", "direct=true"]),
        ("connections/connections -p to=ec", ["to=economic_zone"]),
        ("twinnings/of_place -p limit=", []),
        ("twinnings/of_place -p nothing=", []),
        ("exchange/deals -p entity=", ["entity=Belarusian Universal Commodity Exchange"]),
        ("connections/in_sector -p sector=agri", ["sector=agriculture"]),
        ("time/new_in_year -p year=1993", ["year=1993"]),
        ("time/timeline -p on=1993", ["on=1993"]),
        ("evidence/at_locator -p locator=c2:19", ["locator=c2:19"]),
        ("evidence/facts_of_source -p source=fn-98", ["source=fn-98"]),
        ("evidence/sources_of_fact -p fact=c1-110", ["fact=c1-110"]),
        ("agreements/of_instrument -p instrument=road", ["instrument=roadmap"]),
    ],
)
def test_values_of_parameters(shell_environment, parameter, completed):
    assert completed_by_fish(shell_environment, f"bycn queries run {parameter}") == completed


def test_values_in_a_list_and_of_a_question_without_header(shell_environment, tmp_path):
    (tmp_path / "those.cypher").write_text(
        "// Those\n//\n// Which are they?\n//\n// Parameters\n"
        "//   $those (entity: province, list) = Gansu: the ones\n// Columns\n//   id: its id\n"
        "MATCH (e:Entity) WHERE e.id IN $those RETURN e.id AS id ORDER BY id LIMIT 1000\n"
    )
    (tmp_path / "bare.cypher").write_text("MATCH (e:Entity) WHERE e.name = $whose RETURN e.id AS id LIMIT 1\n")
    asked = f"bycn queries run --queries {tmp_path}"
    assert completed_by_fish(shell_environment, f"{asked} those -p 'those=Hunan|Gans") == ["those=Hunan|Gansu"]
    assert completed_by_fish(shell_environment, f"{asked} bare -p w") == ["whose="]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_that_is_typed_into(shell_environment, shell, tmp_path):
    (tmp_path / "figure.csv").touch()
    environment = shell_environment | {"TERM": "xterm"}
    with Shell(needed(shell), environment) as typed:
        for line, expected in (
            ("bycn show Vitebsk\\ Reg", ["show", "Vitebsk RegionX"]),
            ("bycn stats --type AGR", ["stats", "--type", "AGREEMENT", "X"]),
            ("bycn stats --type=AGR", ["stats", "--type=AGREEMENT", "X"]),
            ("bycn trade BUTB --good=saw", ["trade", "BUTB", "--good=sawn timber", "X"]),
            ("bycn trade BUTB --good='saw", ["trade", "BUTB", "--good=sawn timber", "X"]),
            (
                "bycn stats --uri bolt://host:7687 --type=AGR",
                ["stats", "--uri", "bolt://host:7687", "--type=AGREEMENT", "X"],
            ),
            ("bycn queries run of_good -p g", ["queries", "run", "of_good", "-p", "good=X"]),
            ("bycn queries run of_good -p good=saw", ["queries", "run", "of_good", "-p", "good=sawn timber", "X"]),
            (
                "bycn queries run of_good --param=good=saw",
                ["queries", "run", "of_good", "--param=good=sawn timber", "X"],
            ),
            (f"bycn stats --data={tmp_path}/fig", ["stats", f"--data={tmp_path}/figure.csv", "X"]),
            (f"bycn stats -o {tmp_path}/fig", ["stats", "-o", f"{tmp_path}/figure.csv", "X"]),
        ):
            assert typed.words_of(line)[1:] == expected


def imported_to_complete(environment, *words: str) -> set[str]:
    asked = {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1), "_BYCN_COMPLETE": "bash_complete"}
    command = [sys.executable, "-X", "importtime", "-c", "from bycn.cli import main; main()"]
    told = subprocess.run(command, env=environment | asked, capture_output=True, check=True, text=True)
    assert told.stdout.strip()
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in told.stderr.splitlines()}


def test_names_and_values_come_without_heavy_imports(shell_environment):
    parameter = ("bycn", "queries", "run", "of_good", "-p")
    for asked in (("bycn", "show", "Vit"), (*parameter, "g"), (*parameter, "good=saw")):
        assert HEAVY & imported_to_complete(shell_environment, *asked) == set()
