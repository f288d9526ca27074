"""Every Cypher file passes the parser of Neo4j's editor, and its analysis as Cypher 5 and 25."""

import os
import re

import pytest

from bycn.loaders.cypher_files import CYPHER
from tests.cypher_parser import formatted, told
from tests.node_modules import NoModules

UNANALYSED = ("loading", "schema", "export/script_rows")
"""Made from the model and run by every test that loads, or pieces that only such a statement makes whole."""


def texts(*, questions_only: bool = False) -> dict[str, str]:
    files = {path.relative_to(CYPHER).as_posix(): path for path in sorted(CYPHER.rglob("*.cypher"))}
    return {
        name: path.read_text(encoding="utf-8")
        for name, path in files.items()
        if not (questions_only and name.startswith(UNANALYSED))
    }


def ask_parser(asked: dict[str, str], *versions: str) -> dict[str, list[str]]:
    return or_skipped(told, asked, *versions)


def or_skipped(ask, *arguments):
    try:
        return ask(*arguments)
    except NoModules as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(f"no Cypher parser: {reason}")
        pytest.skip(f"no Cypher parser: {reason}")


def test_it_tells_what_is_wrong():
    found = ask_parser({"typo": "MATCH (n) RETURN n LIMITT 3", "newer": "LET x = 1 RETURN x", "sound": "RETURN 1"}, "5")
    assert "syntax error" in found["typo"][0]
    assert "Cypher 5, line 1" in found["newer"][0]
    assert found["sound"] == []


def test_every_file_parses():
    assert {name: wrong for name, wrong in ask_parser(texts()).items() if wrong} == {}


@pytest.mark.parametrize("version", ["5", "25"])
def test_every_question_is_sound_in_both_versions_of_cypher(version):
    found = ask_parser(texts(questions_only=True), version)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def on_one_line(text: str) -> str:
    """A text without what breaking its lines changes: white space, and that at brackets and in patterns altogether."""
    return re.sub(r"\s*([-()\[\]{}|])\s*", r"\1", re.sub(r"\s+", " ", text)).strip()


def test_every_question_is_formatted_as_the_editor_does_it():
    """But for its line breaks: it gives each column a line, and so three times as many to read."""
    asked = texts(questions_only=True)
    del asked["browser/paths.cypher"]  # of which it takes the mark out of the pattern that it filters
    found = or_skipped(formatted, asked)
    assert [name for name, text in asked.items() if on_one_line(text) != on_one_line(found[name])] == []
    assert on_one_line("match (n) return n.x=1") != on_one_line(
        or_skipped(formatted, {"": "match (n) return n.x=1"})[""]
    )
