"""The program as somebody types it who reads the documents."""

import pytest

from bycn import cli


@pytest.fixture
def run(monkeypatch, tmp_path, capsys, tmp_path_factory):
    monkeypatch.setenv("BYCN_CACHE", str(tmp_path_factory.getbasetemp() / "cache-of-docs"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> str:
        monkeypatch.setattr("sys.argv", ["bycn", *arguments])
        assert cli._run() == 0, capsys.readouterr().err
        return capsys.readouterr().out

    return run
