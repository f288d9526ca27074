"""A Cypher parser that is neither engine's: that of Neo4j's own editor, run by node."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.node_modules import installed

HERE = Path(__file__).parent


def told(texts: Mapping[str, str], *versions: str) -> dict[str, list[str]]:
    """What is wrong with each text, by name: as Cypher at all, and as Cypher of these versions.

    Raises `NoModules` where there is none, which says why.
    """
    return _run("parse.cjs", texts, *versions)


def formatted(texts: Mapping[str, str]) -> dict[str, str]:
    """Each text as the editor's formatter sets it, by name.

    Raises `NoModules` where there is none, which says why.
    """
    return _run("format.cjs", texts)


def _run(script: str, texts: Mapping[str, str], *arguments: str) -> Any:
    environment = os.environ | {"NODE_PATH": str(installed(HERE, "@neo4j-cypher/language-support") / "node_modules")}
    ended = subprocess.run(
        ["node", str(HERE / script), *arguments],
        input=json.dumps(dict(texts)),
        capture_output=True,
        text=True,
        env=environment,
    )
    if ended.returncode:
        raise AssertionError(ended.stderr[-2000:])
    return json.loads(ended.stdout)
