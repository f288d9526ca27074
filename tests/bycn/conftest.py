import json
import os
from dataclasses import dataclass

import pytest

from bycn import cli


@dataclass
class Said:
    """What the program printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict]:
        return json.loads(self.out)


@pytest.fixture(scope="session")
def _cache(tmp_path_factory):
    # One cache for the whole run, never the user's own.
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def bycn(monkeypatch, capsys, _cache):
    """Run the program in this process, as the command line does."""
    if "BYCN_CACHE" not in os.environ:
        monkeypatch.setenv("BYCN_CACHE", str(_cache))

    def run(*arguments: str) -> Said:
        monkeypatch.setattr("sys.argv", ["bycn", *arguments])
        code = cli._run()
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run
