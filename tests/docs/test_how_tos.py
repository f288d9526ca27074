"""The how-tos, followed to the letter in an empty folder: their files are written, their commands typed in order."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
FOLLOWED = ["adding-a-question.md", "adding-a-source.md"]
PAGES = [
    path
    for path in sorted(DOCS.glob("*.md"))
    if path.name not in {"data.md", "model.md", "commands.md", "questions.md"}
]


def steps(page: str) -> Iterator[tuple[str, str]]:
    """The blocks of a page: a file's name with its text where the words before end in one, else '' with commands."""
    text = (DOCS / page).read_text(encoding="utf-8")
    for before, block in re.findall(r"([^\n]*)\n\n```[a-z]*\n(.*?)```", text, re.DOTALL):
        named = re.search(r"`([\w/.-]+)`:$", before)
        yield (named[1] if named else "", block)


@pytest.mark.parametrize("page", FOLLOWED)
def test_whoever_follows_it_gets_answers(run, page):
    typed = 0
    for name, block in steps(page):
        if name:
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(block, encoding="utf-8")
            continue
        for line in re.findall(r"^bycn (.*)$", block, re.MULTILINE):
            answer = run(*shlex.split(line, comments=True))
            assert answer.strip() or line.startswith("validate "), f"bycn {line}: answers nothing"
            typed += 1
    assert typed >= 4


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page):
    named = re.findall(
        r"`((?:bycn|cypher|docs|graph_model|loaders|queries|tests)/[\w/.-]*\w)`", page.read_text(encoding="utf-8")
    )
    gone = [name for name in named if "WORK" not in name and not (DOCS.parent / name).exists()]
    assert not gone
