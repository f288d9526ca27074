"""A Cypher parser that is neither engine's: that of Neo4j's own editor, run by node."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


class NoParser(Exception):
    """The parser can't be had here."""


def told(texts: Mapping[str, str], *versions: str) -> dict[str, list[str]]:
    """What is wrong with each text, by name: as Cypher at all, and as Cypher of these versions.

    Raises `NoParser` where there is none, which says why.
    """
    return _run("parse.cjs", texts, *versions)


def formatted(texts: Mapping[str, str]) -> dict[str, str]:
    """Each text as the editor's formatter sets it, by name.

    Raises `NoParser` where there is none, which says why.
    """
    return _run("format.cjs", texts)


def _run(script: str, texts: Mapping[str, str], *arguments: str) -> Any:
    environment = os.environ | {"NODE_PATH": str(_installed() / "node_modules")}
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


def _installed() -> Path:
    """The folder with the parser, fetched by npm when it isn't there yet; it lies outside the checkout."""
    if not (shutil.which("node") and shutil.which("npm")):
        raise NoParser("no node and npm to run it")
    wanted = (HERE / "package.json").read_text(encoding="utf-8")
    cache = Path(os.environ.get("BYCN_TEST_CACHE", Path.home() / ".cache" / "bycn-tests"))
    folder = cache / f"cypher-parser-{json.loads(wanted)['dependencies']['@neo4j-cypher/language-support']}"
    if not (folder / "node_modules").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text(wanted, encoding="utf-8")
        fetched = subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"],
            cwd=folder,
            capture_output=True,
            text=True,
        )
        if fetched.returncode:
            shutil.rmtree(folder, ignore_errors=True)
            raise NoParser(f"npm can't fetch it: {fetched.stderr[-500:]}")
    return folder
