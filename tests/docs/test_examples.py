"""What the how-tos tell to type works, and what they link to is there."""

import re
import shlex
from pathlib import Path

import pytest

from bycn import cli
from bycn.graph_model.version import VERSION

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
DRAWN = re.findall(r"^bycn (draw .*?)(?:  +#.*)?$", (ROOT / "docs/publishing-a-picture.md").read_text("utf-8"), re.M)


@pytest.fixture
def run(monkeypatch, tmp_path, capsys, tmp_path_factory):
    monkeypatch.setenv("BYCN_CACHE", str(tmp_path_factory.getbasetemp() / "cache-of-docs"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> str:
        monkeypatch.setattr("sys.argv", ["bycn", *arguments])
        assert cli._run() == 0, capsys.readouterr().err
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_question_of_the_how_to_answers(run, tmp_path):
    text = (ROOT / "docs/adding-a-question.md").read_text(encoding="utf-8")
    [question] = re.findall(r"```\n(// .*?)```", text, re.DOTALL)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "partners.cypher").write_text(question, encoding="utf-8")
    told = run("queries", "run", "partners", "--queries", "own", "-p", "place=Brest Region", "-p", "field=trade")
    assert told.startswith("name\tfacts\n")
    assert "zalesskij-2024/" in told
    assert "partners" in run("queries", "list", "--queries", "own")


@pytest.mark.parametrize("command", DRAWN)
def test_the_pictures_of_the_how_to_are_drawn(run, tmp_path, command):
    run(*shlex.split(command))
    [picture] = tmp_path.iterdir()
    assert picture.stat().st_size > 10_000


def test_the_caption_names_this_version():
    assert len(DRAWN) == 4
    assert f"Drawn with bycn {VERSION} from" in (ROOT / "docs/publishing-a-picture.md").read_text(encoding="utf-8")
