"""What stands in two places says the same: versions, lists of packages, Pythons. Workflows run nothing unpinned."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from bycn.cli import COMMANDS
from bycn.graph_model.version import VERSION

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_a_group_lists_what_the_extra_of_its_name_lists():
    groups, extras = PROJECT["dependency-groups"], PROJECT["project"]["optional-dependencies"]
    both = groups.keys() & extras.keys()
    assert "test" in both
    assert {name: groups[name] for name in both} == {name: extras[name] for name in both}


def test_the_version_is_told_alike():
    assert f"\nversion: {VERSION}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest[1] == VERSION


def test_each_licence_named_has_its_text():
    assert PROJECT["project"]["license"] == "Apache-2.0 AND CC-BY-4.0 AND OFL-1.1"
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Section 8 – Interpretation." in (ROOT / "LICENSES" / "CC-BY-4.0.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (ROOT / "LICENSES" / "OFL-1.1.txt").read_text(encoding="utf-8")
    assert all(list(ROOT.glob(pattern)) for pattern in PROJECT["project"]["license-files"])


def test_every_supported_python_is_tried():
    named = " ".join(PROJECT["project"]["classifiers"])
    [tried] = re.findall(r"python: \[(.*)\]", (ROOT / ".github/workflows/checks.yml").read_text(encoding="utf-8"))
    assert re.findall(r"\d\.\d+", tried) == re.findall(r"Python :: (\d\.\d+)", named)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_digest(path):
    used = re.findall(r"uses: (?!\./)(.+)", path.read_text(encoding="utf-8"))
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)] == []


def test_every_page_is_in_the_site():
    site = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]
    named = set(re.findall(r"[\w-]+\.md", f"{site['nav']} {site['exclude_docs']}"))
    assert named == {path.name for path in (ROOT / "docs").glob("*.md")}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_say_what_they_may_do_and_how_long(path):
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    jobs = workflow["jobs"]
    assert workflow["permissions"] == {"contents": "read"}
    assert all("timeout-minutes" in job or "uses" in job for job in jobs.values())
    needed = {need for job in jobs.values() for need in [job.get("needs", [])] if need}
    assert needed <= jobs.keys()


def test_the_readme_names_every_command():
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("| command | answers |")[2]
    assert set(COMMANDS) - set(re.findall(r"`([\w-]+)[ `]", table)) == set()
