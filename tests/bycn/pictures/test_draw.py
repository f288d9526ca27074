"""`bycn draw`: what is chosen, what is said, and what is written."""

import json
import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from bycn.keyword_filters import filters_of
from bycn.notebook import OpenGraph
from bycn.pictures import MOST_ENTITIES
from bycn.pictures.layout import lay_out
from bycn.pictures.look import Look, UnknownLook
from bycn.pictures.phrases import Phrase, in_each
from bycn.pictures.sentence import sentence
from bycn.pictures.subject import Choice, along, between, collect, neighbourhood
from bycn.queries.citing import Cited
from bycn.queries.filters import Filters
from bycn.queries.resolving import resolve_place

from .conftest import entity, fact, subject

ROOT = Path(__file__).parents[3]


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


@pytest.mark.parametrize("asked", [["Vitebsk"], ["--path", "Vitebsk", "Jinan"], ["--question", "twinnings/of_place"]])
def test_of_works_asked_for_a_picture_says_what_these_say_and_credits_no_other(bycn, tmp_path, asked):
    said = {}
    for work in ("zalesskij-2024", "pages"):
        file = tmp_path / f"{work}.svg"
        assert bycn("draw", *asked, "--source", work, "-o", str(file), "--force").code == 0
        said[work] = file.read_text(encoding="utf-8")
    assert "2009" in said["pages"]
    assert "2009" not in said["zalesskij-2024"]  # the page's date of a twinning that the book has too
    assert "Public pages" not in said["zalesskij-2024"]
    assert "Zalesskij" not in said["pages"]


def test_a_way_of_a_work_counts_and_credits_no_fact_of_others(bycn, drawn):
    asked = ("--path", "Novopolotsk", "Chongqing", "--source", "pages")
    picture, _ = drawn(*asked)
    rows = bycn("path", *asked[1:], "--all", "--format", "json").rows
    ties = {fact["id"] for fact in picture["facts"] if fact["kind"] != "LOCATED_IN"}
    assert ties == {row["fact"] for row in rows if row["fact"]}
    assert {fact["id"].partition("/")[0] for fact in picture["facts"] if fact["id"] not in ties} <= {"pages"}
    assert ["city/liaocheng", "CN-SD"] in picture["within"]  # which the book alone says: a dotted line, no fact
    assert "Zalesskij" not in picture["credit"]
    assert "Reference works" not in picture["credit"]
    assert all(source.startswith("pages") for source in picture["cited"])


def test_a_neighbourhood_holds_what_is_tied_to_a_place_and_to_all_inside_it(bycn, drawn):
    picture, said = drawn("Vitebsk", "--exclude", "LOCATED_IN")
    rows = bycn("connections", "Vitebsk", "--facts", "--format", "json").rows
    assert {row["fact"] for row in rows} <= {fact["id"] for fact in picture["facts"]}
    assert "Vitebsk is taken as Vitebsk Region" in said.err
    assert picture["title"] == "Vitebsk Region and its ties"
    assert picture["subtitle"].endswith("in 1 step; without located in")


def test_exact_leaves_the_inside_out_and_depth_goes_further(drawn):
    here, _ = drawn("Polotsk", "--exact")
    further, _ = drawn("Polotsk", "--exact", "--depth", "2")
    assert {f for fact in here["facts"] for f in (fact["from"], fact["to"])} == set(here["entities"])
    assert all("city/polotsk" in (fact["from"], fact["to"]) for fact in here["facts"])
    assert len(here["entities"]) < len(further["entities"])


def test_several_names_are_drawn_together(drawn):
    both, _ = drawn("Vitebsk", "Brest")
    alone = [drawn(name)[0] for name in ("Vitebsk", "Brest")]
    facts = [{fact["id"] for fact in picture["facts"]} for picture in (both, *alone)]
    assert facts[0] == facts[1] | facts[2]


def test_paths_are_those_that_the_path_command_tells(bycn, drawn):
    picture, _ = drawn("--path", "Novopolotsk", "Shandong")
    rows = bycn("path", "Novopolotsk", "Shandong", "--all", "--format", "json").rows
    assert {fact["id"] for fact in picture["facts"]} == {row["fact"] for row in rows}


def test_a_passage_of_a_path_is_drawn_by_what_lies_where(bycn, drawn, engine):
    ends = ("Minsk Tractor Works", "Huawei")
    picture, _ = drawn("--path", *ends)
    assert picture["title"] == " – ".join(ends)
    rows = bycn("path", *ends, "--all", "--format", "json").rows
    passages = {(row[end], row["through_id"]) for row in rows if row["through_id"] for end in ("from_id", "to_id")}
    lying = {(fact["from"], fact["to"]) for fact in picture["facts"] if fact["kind"] == "LOCATED_IN"}
    assert len(passages) > 2
    assert lying == passages
    assert {fact["id"] for fact in picture["facts"] if fact["kind"] != "LOCATED_IN"} == {
        row["fact"] for row in rows if row["fact"]
    }
    choice, _ = between(engine, *(resolve_place(engine, end) for end in ends), Filters())
    places = {node.id: node.x for node in lay_out(collect(engine, choice, Filters())).nodes}
    for row in rows:
        assert places[row["from_id"]] < places[row["through_id"] or row["to_id"]] <= places[row["to_id"]]


def test_a_passage_of_several_steps_takes_a_column_for_each():
    class Engine:
        def run(self, *_):
            return [
                {"inner": "a", "outer": "c", "entities": ["a", "b", "c"], "facts": ["1", "2"]},
                {"inner": "d", "outer": "c", "entities": ["d", "c"], "facts": ["3"]},
            ]

    rows = [
        {"path": 1, "hop": 1, "from_id": "a", "to_id": "d", "through_id": "c", "fact": None},
        {"path": 1, "hop": 2, "from_id": "d", "to_id": "e", "through_id": None, "fact": "4"},
    ]
    levels, facts = along(Engine(), rows)
    assert levels == {"a": 0, "b": 0.5, "c": 1, "d": 2, "e": 3}
    assert facts == {"1", "2", "3", "4"}


def test_a_question_draws_the_facts_of_its_rows(bycn, drawn):
    picture, _ = drawn("--question", "twinnings/of_place", "-p", "entity=Vitebsk")
    rows = bycn("queries", "run", "twinnings/of_place", "-p", "entity=Vitebsk", "--format", "json").rows
    assert {fact["id"] for fact in picture["facts"]} == {row["fact"] for row in rows}
    assert "entity = Vitebsk" in picture["subtitle"]


def test_the_filters_hold_in_every_picture(drawn):
    for what in ([], ["Vitebsk"], ["--path", "Novopolotsk", "Shandong"]):
        picture, _ = drawn(*what, "--type", "AGREEMENT", "--type", "LOCATED_IN", "--only-signed")
        assert {fact["kind"] for fact in picture["facts"]} <= {"AGREEMENT", "LOCATED_IN"}
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
    assert cut.subtitle == f"s. The {most} of {len(all_of_it.entities)} entities with the most facts"
    assert all_of_it.subtitle == "s"


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
        (["-o", "fig.jpg"], ".html, .svg, .png or .pdf"),
        (["-o", "fig.svgz"], ".html, .svg, .png or .pdf"),
        (["-o", "fig"], ".html, .svg, .png or .pdf"),
        (["-o", "fig.png", "--format", "svg"], "is PNG by its ending"),
        (["-o", "fig.pdf", "--width", "wide"], "write 85mm"),
        (["-o", "fig.pdf", "--width", "3mm"], "can't be printed on"),
        (["-o", "fig.pdf", "--languages", "en,xx"], "the languages are en, be, ru, zh, fr"),
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
        (["--question", "twinnings/of_place", "-p", "place"], 2, "write NAME=VALUE"),
        (
            ["--question", "twinnings/of_place", "-p", "entity=Brest", "-p", "entity=Minsk"],
            2,
            "'entity' is given twice",
        ),
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


def test_where_no_path_is_it_says_what_the_path_command_says(bycn, drawn):
    ends = ["Lepel", "Tibet"]
    picture, said = drawn("--path", *ends)
    assert picture["facts"] == []
    assert said.err.splitlines() == bycn("path", *ends).err.splitlines()
    assert "Nothing ties Lepel and Tibet except through Belarus and China (--through-countries)" in said.err
    assert "No facts found" in picture["still"]
    filtered = drawn("--path", *ends, "--only-signed", "--between", "1950", "1951")[1]
    assert "Nothing that fits the filters ties Lepel and Tibet" in filtered.err


def test_the_ways_that_a_path_may_take_are_those_of_the_path_command(bycn, drawn, tmp_path):
    picture, said = drawn("--path", "Lepel", "Tibet", "--through-countries")
    assert {"BY", "CN"} <= set(picture["entities"])
    [chains] = re.findall("Shown 1 of ([0-9]+) chains", bycn("path", "Lepel", "Tibet", "--through-countries").err)
    assert f"one of {chains} chains of this length is drawn; --all draws them all" in said.err
    refused = bycn("draw", "Lepel", "--with-events", "-o", str(tmp_path / "x.svg"))
    assert refused.code == 2
    assert "--with-events is about a --path" in refused.err


def test_entities_without_a_name_in_a_language_keep_another_and_are_counted(drawn, engine):
    picture, said = drawn("Vitebsk", "--languages", "zh")
    nameless = [told for told in picture["entities"].values() if "中文" not in told.get("names", {})]
    assert 0 < len(nameless) < len(picture["entities"])
    assert (
        f"{len(nameless)} of {len(picture['entities'])} entities drawn have no Chinese name in the data "
        "and are named in English"
    ) in said.err
    assert drawn("Vitebsk")[1].err.count("named in") == 0
    [remark] = [one for one in OpenGraph(engine).draw("Vitebsk", languages="en,zh").remarks if "Chinese" in str(one)]
    assert str(remark).endswith("named in another language")


def test_a_missing_folder_is_named(bycn, tmp_path):
    said = bycn("draw", "Orsha", "-o", str(tmp_path / "nowhere" / "fig.svg"))
    assert said.code == 1
    assert f"there is no folder {tmp_path / 'nowhere'}" in said.err


# Sized, coloured and named as asked


def test_chosen_facts_are_sized_by_a_measure_coloured_by_community_and_named_as_asked(engine):
    graph = OpenGraph(engine)
    ties = graph.to_networkx(type="TWINNED_WITH")
    picture = graph.draw(facts=ties, size="betweenness", color="community", labels=["Orsha", "Витебская область"])
    assert {told["id"] for told in picture.drawing.subject.facts} == {key for *_, key in ties.edges(keys=True)}
    nodes = picture.drawing.by_id
    assert {node.id for node in nodes.values() if node.label} == {"city/orsha", "BY-VI"}
    drawn_ties = nx.Graph((told["start"], told["end"]) for told in picture.drawing.subject.facts)
    between_ = nx.betweenness_centrality(drawn_ties)
    radii = {round((node.radius - 4) ** 2 / 100, 1) for node in nodes.values()}
    most = max(between_.values())
    assert nodes[max(between_, key=between_.__getitem__)].radius == max(node.radius for node in nodes.values()) == 14
    assert all(abs(nodes[i].radius - 4 - 10 * (value / most) ** 0.5) <= 0.51 for i, value in between_.items())
    assert len(radii) > 3
    root = ET.fromstring(picture.svg)
    groups = {entry.get("data-country") for entry in root.findall(".//{*}g[@data-country]")}
    assert "Community A" in groups
    assert not groups & {"BY", "CN"}
    assert "Node size: betweenness among the ties drawn" in picture.svg
    assert "Node size: betweenness" in picture.html


def test_sizes_and_colours_may_be_somebodys_own(engine):
    picture = OpenGraph(engine).draw("Orsha", size={"city/orsha": 9, "CN-SD": 1}, color={"city/orsha": "mine"})
    radii = {node.id: node.radius for node in picture.drawing.nodes}
    assert radii["city/orsha"] == max(radii.values())
    assert {node.group for node in picture.drawing.nodes} == {"mine", "Others"}
    assert picture.command == ""


def test_what_nodes_may_say_is_told_where_it_is_something_else(engine):
    with pytest.raises(UnknownLook, match="facts, degree, betweenness"):
        OpenGraph(engine).draw("Orsha", size="pagerank")
    with pytest.raises(UnknownLook, match="country, community"):
        OpenGraph(engine).draw("Orsha", color="oblast")


def test_the_command_says_size_and_names_too(engine):
    picture = OpenGraph(engine).draw("Orsha", size="degree", labels=["Orsha"])
    assert picture.command == "bycn draw Orsha --size degree --labels Orsha"


# Words that fit the number


@pytest.mark.parametrize(
    ("count", "code", "said"),
    [
        (1, "en", "1 plan (dashed)"), (2, "en", "2 plans (dashed)"), (1, "fr", "1 projet (tireté)"),
        (1, "ru", "1 план (пунктир)"), (3, "ru", "3 плана (пунктир)"), (5, "be", "5 планаў (пункцір)"),
        (1, "zh", "1项计划（虚线）"),
    ],
)  # fmt: skip
def test_one_is_singular_in_every_language(count, code, said):
    facts = [fact(f"f{n}", "city/a", "city/b", status="planned") for n in range(count)]
    drawing = lay_out(subject([entity("city/a"), entity("city/b", country="CN")], facts), look=Look((code,)))
    assert sentence(drawing).startswith(said)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "As of Jun 2023; between 2019 and 5 Nov 2023"),
        ("ru", "По состоянию на 06.2023; между 2019 и 5.11.2023"),
        ("zh", "截至2023年6月；2019年至2023年11月5日"),
    ],
)
def test_the_dates_of_filters_are_words_in_the_language_of_the_picture(code, told):
    filters = filters_of({"as_of": "2023-06", "between": ("2019", "2023-11-05")})
    assert in_each([], Look((code,)), {}, filters) == told


def test_what_narrows_a_question_begins_a_sentence_of_its_own():
    filters = filters_of({"source": ("pages",)})
    assert in_each([Phrase("Which are there?")], Look(), {}, filters) == "Which are there? From pages"
    assert in_each([Phrase("All that is there")], Look(), {}, filters) == "All that is there; from pages"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "en",
            "From Reader 2009, fn. 16 and Public pages of record on Belarus–China cooperation; not from A 1",
        ),
        ("ru", "По: Reader 2009, сноска 16 и Публичные страницы о сотрудничестве Беларуси и Китая; не по: A 1"),
        ("zh", "据Reader 2009，脚注16和白中合作公开网页；不据A 1"),
    ],
)
def test_a_picture_says_whose_facts_it_shows_as_a_reader_knows_them(code, told):
    footnote, work = Cited("a/fn-16", "Reader 2009", 16), Cited("b", "A 1")
    pages = Cited("pages", "Public pages of record on Belarus–China cooperation")
    filters = Filters(works=("a/fn-16", "pages"), without_works=("b",), cited=(footnote, pages, work))
    assert in_each([], Look((code,)), {}, filters) == told


def test_a_measure_is_all_that_the_page_and_its_sources_hold(drawn):
    picture, _ = drawn("--measure", "export")
    assert {fact["kind"] for fact in picture["facts"]} == {"TRADE_FLOW/export"}
    assert picture["subtitle"] == "Only export"
    assert set(picture["cited"]) == {picture["cited"][n] for fact in picture["facts"] for n in fact["sources"]}


# Languages


@pytest.mark.parametrize("code", ["be", "ru", "zh", "fr"])
def test_title_subtitle_notes_and_credit_speak_the_language_asked_for(engine, code):
    few = {"type": ("AGREEMENT", "TWINNED_WITH"), "only_signed": True, "between": (2015, 2024)}
    draw = partial(OpenGraph(engine).draw, languages=code)
    legends = re.findall("<legend>(.*?)</legend>", draw("Orsha").html)
    assert len(legends) == 4
    assert not {"Facts", "Entities", "Years"} & {*legends}
    pictures = [
        draw(path=("Novopolotsk", "Shandong"), **few),
        draw("Polotsk", exact=True, **few),
        draw(measure="export"),
    ]
    for picture in pictures:
        parts = ET.fromstring(picture.svg).findall("{*}g")
        head, credit = (" ".join(part.itertext()) for part in parts if part.get("class") in ("head", "credit"))
        notes = " ".join(line for caption in picture.drawing.captions for line in caption.lines)
        english = r"\b(and|with|ties|facts?|step|only|without|between|signed|in force|Facts after|Drawn|Data)\b"
        assert not re.findall(english, f"{head} {notes}")
        assert not re.findall(r"Facts after|Drawn by|Data [0-9a-f]{8}|drawn by", credit)
        assert picture.drawing.subject.title in head
