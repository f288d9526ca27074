"""What the how-tos tell to type works, and what they link to is there."""

import re
import shlex
from pathlib import Path

import pytest

from bycn.graph_model.version import VERSION

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
DRAWN = re.findall(r"^bycn (draw .*?)(?:  +#.*)?$", (ROOT / "docs/publishing-a-picture.md").read_text("utf-8"), re.M)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("command", DRAWN)
def test_the_pictures_of_the_how_to_are_drawn(run, tmp_path, command):
    run(*shlex.split(command))
    [picture] = (file for file in tmp_path.iterdir() if file.suffix != ".txt")
    assert b'class="line"' in picture.read_bytes() if picture.suffix == ".svg" else picture.stat().st_size > 10_000


def test_the_caption_names_this_version():
    assert len(DRAWN) == 6
    assert f"Drawn with bycn {VERSION} from" in (ROOT / "docs/publishing-a-picture.md").read_text(encoding="utf-8")
