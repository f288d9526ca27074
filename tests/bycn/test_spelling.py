"""What rooms below the faces say names no option: a notebook has none, so each face spells arguments its own way."""

import ast
import re
from pathlib import Path

import pytest

from bycn.exit_codes import explain
from bycn.loaders.engine import ConnectionFailed
from bycn.loaders.neo4j.uri import checked

ROOT = Path(__file__).parents[2]
MODULES = [path for room in ("graph_model", "loaders", "queries") for path in sorted((ROOT / room).rglob("*.py"))]
OPTION = re.compile(r"(?<![\w-])(?:--[a-z]|-[a-z](?= [A-Z{]|=))")
OF_OTHER_PROGRAMS = re.compile(r"`(?!bycn)[^`]*`")
IN_A_FILE = "# The file imports the next table of the same form too:"
"""A comment in `import.toml`, which a command alone writes."""


def texts(path: Path) -> list[str]:
    """The texts of a module that aren't docstrings."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    constants = (node for node in nodes if isinstance(node, ast.Constant) and id(node) not in docstrings)
    return [node.value for node in constants if isinstance(node.value, str)]


def test_no_text_below_the_faces_names_an_option():
    named = {
        f"{path.relative_to(ROOT)}: {text}"
        for path in MODULES
        for text in texts(path)
        if OPTION.search(OF_OTHER_PROGRAMS.sub("", text)) and not text.startswith(IN_A_FILE)
    }
    assert named == set()


def test_an_error_names_arguments_as_each_face_spells_them():
    with pytest.raises(ConnectionFailed) as raised:
        checked("bolt://me:secret@{host}")
    assert str(raised.value).endswith(
        "the user with user or NEO4J_USERNAME, the password with NEO4J_PASSWORD or password_file"
    )
    assert explain(raised.value).endswith(
        "with --user or NEO4J_USERNAME, the password with NEO4J_PASSWORD or --password-file"
    )
