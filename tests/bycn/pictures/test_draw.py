"""`bycn draw`: what is chosen, what is said, and what is written."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bycn.loaders.opening import open_engine
from bycn.pictures import MOST_ENTITIES
from bycn.pictures.subject import Choice, collect, neighbourhood
from bycn.queries.filters import Filters
from bycn.queries.resolving import resolve_place

ROOT = Path(__file__).parents[3]


@pytest.fixture
def engine(_cache_of_the_run):
    with open_engine() as opened:
        yield opened


@pytest.fixture
def drawn(bycn, tmp_path):
    """Draws, and reads the picture's data back."""

    def draw(*arguments):
        path = tmp_path / "drawn.html"
        said = bycn("draw", *arguments, "-o", str(path), "--force")
        assert said.code == 0, said.err
        html = path.read_text(encoding="utf-8")
        picture = json.loads(re.search(r'id="picture">(.*?)</script>', html, re.DOTALL)[1])
        return picture, said

    return draw


def test_a_neighbourhood_holds_what_is_tied_to_a_place_and_to_all_inside_it(bycn, drawn):
    picture, said = drawn("Vitebsk", "--exclude", "LOCATED_IN")
    rows = bycn("connections", "Vitebsk", "--facts", "--format", "json").rows
    assert {row["fact"] for row in rows} <= {fact["id"] for fact in picture["facts"]}
    assert "Vitebsk is taken as Vitebsk Region" in said.err
    assert picture["title"] == "Vitebsk Region and its ties"
    assert picture["subtitle"].endswith("in 1 step; without LOCATED_IN")


def test_exact_leaves_the_inside_out_and_depth_goes_further(drawn):
    here, _ = drawn("Polotsk", "--exact")
    further, _ = drawn("Polotsk", "--exact", "--depth", "2")
    assert {f for fact in here["facts"] for f in (fact["from"], fact["to"])} == set(here["entities"])
    assert all("city/polotsk" in (fact["from"], fact["to"]) for fact in here["facts"])
    assert set(here["entities"]) < set(further["entities"])


def test_several_names_are_drawn_together(drawn):
    both, _ = drawn("Vitebsk", "Brest")
    alone = [drawn(name)[0] for name in ("Vitebsk", "Brest")]
    assert set(both["entities"]) == set(alone[0]["entities"]) | set(alone[1]["entities"])


def test_paths_are_those_that_the_path_command_tells(bycn, drawn):
    picture, _ = drawn("--path", "Novopolotsk", "Shandong")
    rows = bycn("path", "Novopolotsk", "Shandong", "--all", "--format", "json").rows
    assert {fact["id"] for fact in picture["facts"]} == {row["fact"] for row in rows}


def test_a_question_draws_the_facts_of_its_rows(bycn, drawn):
    picture, _ = drawn("--question", "twinnings/of_place", "-p", "entity=Vitebsk")
    rows = bycn("queries", "run", "twinnings/of_place", "-p", "entity=Vitebsk", "--format", "json").rows
    assert {fact["id"] for fact in picture["facts"]} == {row["fact"] for row in rows}
    assert "entity = Vitebsk" in picture["subtitle"]


def test_the_filters_hold_in_every_picture(drawn):
    for what in ([], ["Vitebsk"], ["--path", "Novopolotsk", "Shandong"]):
        picture, _ = drawn(*what, "--type", "AGREEMENT", "--type", "LOCATED_IN", "--only-signed")
        assert {fact["type"] for fact in picture["facts"]} <= {"AGREEMENT", "LOCATED_IN"}
        assert not {fact.get("status") for fact in picture["facts"]} & {"planned", "proposed", "negotiating"}


def test_a_picture_of_too_many_says_what_is_left_out_and_how_to_get_it(engine):
    choice = Choice("t", "s", None, ("city/polotsk",))
    most = 40
    assert MOST_ENTITIES == 500
    all_of_it = collect(engine, choice, Filters(), most=None)
    cut = collect(engine, choice, Filters(), most=most)
    assert len(cut.entities) <= most
    assert "city/polotsk" in cut.entities
    [remark] = cut.remarks
    left_out = len(all_of_it.facts) - len(cut.facts)
    assert f"{len(all_of_it.entities) - most:,} entities and {left_out:,} facts are left out" in str(remark)
    assert "everything=True draws everything" in str(remark)
    assert all_of_it.remarks == []


def test_a_country_alone_is_not_the_whole_graph(engine):
    places = [resolve_place(engine, "Belarus")]
    subject = collect(engine, neighbourhood(engine, places, 1, Filters()), Filters())
    assert all("BY" in (fact["start"], fact["end"]) for fact in subject.facts)


@pytest.mark.parametrize("form", ["html", "svg"])
def test_the_same_command_writes_the_same_bytes(tmp_path, form):
    texts = set()
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.{form}"
        in_a_shell("draw", "-o", str(path), PYTHONHASHSEED=seed)
        texts.add(path.read_bytes())
    assert len(texts) == 1


def test_a_locale_without_utf8_does_no_harm(tmp_path):
    path = tmp_path / "витебск.html"
    in_a_shell("draw", "Vitebsk", "-o", str(path), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="")
    assert "Витебск" in path.read_text(encoding="utf-8")


def test_to_stdout_goes_the_page_alone(tmp_path):
    ended = in_a_shell("draw", "Vitebsk", "--format", "svg", "-o", "-", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="")
    assert ET.fromstring(ended.stdout.decode("utf-8")).tag.endswith("svg")
    assert b"Vitebsk is taken" in ended.stderr
    assert list(tmp_path.iterdir()) == []


def in_a_shell(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-c", "from bycn.cli import main; main()", *arguments],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=os.environ | environment,
    )


def test_an_existing_file_is_kept_unless_forced_and_can_be_read_by_others(bycn, tmp_path):
    path = tmp_path / "kept.html"
    path.write_text("mine")
    said = bycn("draw", "Vitebsk", "-o", str(path))
    assert said.code == 1
    assert "--force" in said.err
    assert path.read_text() == "mine"
    assert bycn("draw", "Vitebsk", "-o", str(path), "--force").code == 0
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
    mask = os.umask(0o022)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["fig.svg", "Fig 1.SVG", "фиг.b.Svg"])
def test_a_file_named_svg_is_a_drawing_by_that_name_alone(bycn, tmp_path, name):
    assert bycn("draw", "Orsha", "--exact", "-o", str(tmp_path / name)).code == 0
    assert ET.parse(tmp_path / name).getroot().tag.endswith("svg")


@pytest.mark.parametrize("name", ["fig.html", "fig.HTML", "fig.htm"])
def test_a_file_named_html_is_a_page(bycn, tmp_path, name):
    assert bycn("draw", "Orsha", "--exact", "-o", str(tmp_path / name)).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "fig.png"], "saves a PNG by its button"),
        (["-o", "fig.PDF"], "prints to PDF"),
        (["-o", "fig.svgz"], ".html or .svg"),
        (["-o", "fig"], ".html or .svg"),
        (["-o", "fig.png", "--format", "svg"], ".html or .svg"),
        (["-o", "fig.svg", "--format", "html"], "is SVG by its ending"),
        (["-o", "fig.html", "--format", "svg"], "is HTML by its ending"),
    ],
)
def test_what_is_not_written_is_refused_before_anything_is(bycn, tmp_path, monkeypatch, arguments, told):
    monkeypatch.chdir(tmp_path)
    said = bycn("draw", "Orsha", *arguments, "--force")
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_without_an_ending_is_what_format_says(bycn, tmp_path):
    assert bycn("draw", "Orsha", "--exact", "--format", "svg", "-o", str(tmp_path / "fig")).code == 0
    assert ET.parse(tmp_path / "fig").getroot().tag.endswith("svg")


def test_open_shows_the_file(bycn, tmp_path, monkeypatch):
    launched = []
    monkeypatch.setattr("click.launch", launched.append)
    path = str(tmp_path / "shown.html")
    assert bycn("draw", "Vitebsk", "-o", path, "--open").code == 0
    assert launched == [path]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["Vitebsk", "--path", "Orsha", "Nanchang"], 2, "one of them"),
        (["-p", "entity=Minsk"], 2, "--question"),
        (["--question", "twinnings/of_place", "-p", "place"], 2, "KEY=VALUE"),
        (["Vitebks"], 3, "did you mean"),
        (["--question", "overview/counts_of_entities"], 2, "name no facts"),
    ],
)
def test_what_goes_wrong_is_told(bycn, tmp_path, arguments, code, told):
    said = bycn("draw", *arguments, "-o", str(tmp_path / "x.html"))
    assert said.code == code, said.err
    assert told in said.err
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_fits_is_an_empty_picture_and_said(drawn):
    picture, said = drawn("Vitebsk", "--type", "CONTRACT", "--status", "ended")
    assert picture["facts"] == []
    assert set(picture["entities"]) == {"BY-VI"}
    assert "no fact fits" in said.err
