import math
import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from bycn.loaders.opening import open_engine
from bycn.notebook import OpenGraph
from bycn.pictures import svg
from bycn.pictures.curves import course
from bycn.pictures.layout import lay_out
from bycn.pictures.look import look_of
from bycn.pictures.strands import scale_of, strands_of
from bycn.pictures.subject import Region
from bycn.pictures.translations import COUNTRIES

from .conftest import FROM, entity, fact, subject

ROOT = Path(__file__).parents[3]


def many(count):
    """A made-up graph: cities of both countries in regions, tied in rings."""
    entities, regions = [], {}
    for i in range(count):
        country = ("BY", "CN", "CN", "BY", "XX")[i % 5]
        kind = ("city", "university", "company", "institution", "event")[i % 5]
        entities.append(entity(f"{kind}/n{i}", f"Name number {i} of {country}", country))
        if country != "XX" and i % 7:
            regions[f"{kind}/n{i}"] = Region(f"{country}-{i % 6}", f"Region {i % 6} of {country}")
    ids = [e["id"] for e in entities]
    facts = [fact(f"f{i:04}", ids[i], ids[(i * 7 + 3) % count]) for i in range(count) if i != (i * 7 + 3) % count]
    return subject(entities, facts, regions)


SIZES = pytest.mark.parametrize("count", [1, 2, 9, 60, 300])
LAYOUTS = pytest.mark.parametrize("layout", ["two-sides", "force"])


@SIZES
@LAYOUTS
def test_no_two_labels_overlap(layout, count):
    drawing = lay_out(many(count), layout)
    boxes = [node.label.box for node in drawing.nodes if node.label] + [c.box for c in drawing.captions]
    assert len(boxes) > count * 0.9
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


@SIZES
@LAYOUTS
def test_no_two_nodes_overlap_and_all_stand_on_whole_pixels(layout, count):
    nodes = lay_out(many(count), layout).nodes
    assert len(nodes) == count
    assert all(isinstance(place, int) for node in nodes for place in (node.x, node.y, node.radius))
    for a, b in combinations(nodes, 2):
        assert abs(a.x - b.x) > a.radius + b.radius or abs(a.y - b.y) > max(a.radius, b.radius)


@SIZES
def test_belarus_is_left_china_right_and_what_is_joint_in_a_group_of_its_own(count):
    drawing = lay_out(many(count), "two-sides")
    places = {"BY": [-1], "CN": [1]}
    for node in drawing.nodes:
        places.setdefault(node.country, []).append(node.x)
    assert max(places["BY"]) < 0 < min(places["CN"])
    assert ("XX" in places) == any(c.lines[0].startswith("JOINT OR INTERNATIONAL") for c in drawing.captions)


def test_what_lies_in_a_region_stands_together():
    drawn = lay_out(many(60), "two-sides")
    places = {node.id: (node.x, node.y) for node in drawn.nodes}
    for region in set(drawn.subject.regions.values()):
        members = {i for i, r in drawn.subject.regions.items() if r == region}
        [column] = {places[i][0] for i in members}
        heights = [places[i][1] for i in members]
        between = {i for i, (x, y) in places.items() if x == column and min(heights) <= y <= max(heights)}
        assert between == members


def test_a_small_picture_is_one_column_a_side_and_a_large_one_no_long_strip():
    assert len({node.x for node in lay_out(many(60), "two-sides").nodes}) == 2
    for count in (300, 1_000):
        boxes = [node.label.box for node in lay_out(many(count), "two-sides").nodes]
        wide = max(b.right for b in boxes) - min(b.left for b in boxes)
        tall = max(b.bottom for b in boxes) - min(b.top for b in boxes)
        assert 0.4 < wide / tall < 2.2


def points_along(drawing, strand):
    """Points of a line, a few pixels apart."""
    way = course(drawing.layout, *(drawing.by_id[i].spot for i in (strand.start, strand.end)), strand.offset)
    share = np.linspace(0, 1, 101)[:, None]
    curve = sum(
        math.comb(3, n) * share**n * (1 - share) ** (3 - n) * np.array(point) for n, point in enumerate(way.curve)
    )
    runs = [np.array(run) for run in ((*way.before, way.curve[0]), (way.curve[-1], *way.behind)) if len(run) > 1]
    return np.concatenate([curve, *(start + (end - start) * share for start, end in runs)])


def crossed(drawing):
    """The names and the headings that a line runs through."""
    names = {node.id: node.label.box for node in drawing.nodes if node.label}
    names |= {f"heading {caption.lines[0]}": caption.box for caption in drawing.captions}
    left, top, right, bottom = (side[:, None] for side in np.array(list(names.values())).T)
    found = np.zeros(len(names), dtype=bool)
    for strand in drawing.strands:
        x, y = points_along(drawing, strand).T
        near = (bottom - top) * 0.4 + strand.width / 2
        found |= ((left < x) & (x < right) & (abs(y - (top + bottom) / 2) < near)).any(axis=1)
    return {name for name, is_crossed in zip(names, found, strict=True) if is_crossed}


@pytest.mark.parametrize("count", [2, 9, 25, 60])
def test_no_line_crosses_a_name_in_a_picture_of_up_to_60(count):
    assert crossed(lay_out(many(count))) == set()


def bundled(count, kinds):
    """Of many made-up pairs every third is tied by as many kinds of fact, each planned, too."""
    drawn = many(count)
    told = [
        one | {"id": f"{one['id']}/{kind}/{plan}", "type": kind, "properties": one["properties"] | {"plan": plan}}
        for one in drawn.facts[::3]
        for kind in kinds
        for plan in (False, True)
    ]
    return replace(drawn, facts=drawn.facts + told)


@pytest.mark.parametrize("count", [80, 150, 300])
@pytest.mark.parametrize("kinds", [("CONTRACT",), ("TWINNED_WITH", "CONTRACT", "JOINT_PROJECT", "COOPERATES_WITH")])
def test_a_bundle_of_lines_to_what_stands_behind_has_room_between_two_names(count, kinds):
    drawing = lay_out(bundled(count, kinds))
    assert max(len({node.x for node in drawing.nodes if node.x * side > 0}) for side in (-1, 1)) == 2
    assert crossed(drawing) == set()


@pytest.mark.usefixtures("_cache_of_the_run")
def test_no_line_of_the_books_pictures_crosses_a_name_or_a_heading():
    places = ["BY-VI", "BY-MI", "BY-HM", "BY", "CN", "CN-SD", "CN-CQ", "university/bntu", "exchange/butb"]
    with open_engine() as engine:
        drawn = {place: OpenGraph(engine).draw(place).drawing for place in places}
    assert max(len(drawing.nodes) for drawing in drawn.values()) > 150
    assert {place: names for place, drawing in drawn.items() if (names := crossed(drawing))} == {}


@pytest.mark.usefixtures("_cache_of_the_run")
@pytest.mark.parametrize("languages", ["en", "be", "ru", "zh", "fr"])
@pytest.mark.parametrize("place", ["Orsha", "Pinsk", "Grodno"])
def test_the_type_of_a_small_picture_can_be_read_in_a_column_of_a_journal(place, languages):
    with open_engine() as engine:
        picture = OpenGraph(engine).draw(place, type="TWINNED_WITH", width=85, languages=languages)
    assert picture.misfits() == []


@pytest.mark.usefixtures("_cache_of_the_run")
@pytest.mark.parametrize("languages", ["en", "be", "ru", "fr"])
def test_words_stay_whole_in_a_column_of_a_journal(languages):
    with open_engine() as engine:
        drawing = OpenGraph(engine).draw("BSU", width=85, languages=languages).drawing
    for node in drawing.nodes:
        assert re.sub(r"-\s", "-", " ".join(node.label.lines)) == re.sub(r"-\s", "-", node.name)


def test_type_that_is_too_small_is_given_as_less_than_the_least():
    with open_engine() as engine:
        graph = OpenGraph(engine)
        pictures = [graph.draw("Orsha", type="TWINNED_WITH", width=tenth / 10) for tenth in range(500, 640, 3)]
    given = [f"{found.points:.1f}" for picture in pictures for found in picture.misfits()]
    assert 0 < len(given) < len(pictures)
    assert [points for points in given if float(points) >= 7] == []


def test_few_lines_cross_names_in_a_large_picture():
    assert len(crossed(lay_out(many(300)))) <= 30


@pytest.mark.parametrize("count", [499, 500, 3_000])
def test_force_lays_out_any_number_without_another_library(count, monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy", None)
    nodes = lay_out(many(count), "force").nodes
    assert len({(node.x, node.y) for node in nodes}) == count


def test_a_path_runs_from_left_to_right_by_hop_and_each_hop_is_told():
    entities = [entity(f"city/{n}", f"City {n}", "BY" if n < 2 else "CN") for n in range(4)]
    facts = [
        fact("1", "city/1", "city/0", "COOPERATES_WITH", date="2019", status="in_force"),
        fact("2", "city/1", "city/2", date="2023-05", status="planned"),
        fact("3", "city/3", "city/2", "TWINNED_WITH"),
    ]
    asked = subject(entities, facts, asked=("city/0", "city/3"), levels={f"city/{n}": n for n in range(4)})
    drawing = lay_out(asked)
    assert drawing.layout == "path"
    assert [node.id for node in sorted(drawing.nodes, key=lambda n: n.x)] == [f"city/{n}" for n in range(4)]
    notes = [" ".join(note.lines) for note in sorted(drawing.captions, key=lambda note: note.x)]
    assert notes == [
        "Cooperates with, 2019, in force, fn-1",
        "Agreement, May 2023, planned, fn-1",
        "Twinned with, fn-1",
    ]


def hangs_together(drawing):
    """Whether strands and dotted lines join all that a picture shows."""
    joined = nx.Graph([(s.start, s.end) for s in drawing.strands] + list(drawing.within))
    return set(joined) == set(drawing.by_id) and nx.is_connected(joined)


def test_a_chain_through_two_parties_without_a_name_hangs_together_at_their_place():
    entities = [entity("city/a"), entity("CN-HL", country="CN"), entity("city/b")]
    facts = [
        fact("1", "city/a", "CN-HL", to_unnamed="a city of Heilongjiang"),
        fact("2", "city/b", "CN-HL", to_unnamed="companies of Heilongjiang"),
    ]
    levels = {"city/a": 0, "CN-HL": 1, "city/b": 2}
    drawing = lay_out(subject(entities, facts, asked=("city/a", "city/b"), levels=levels))
    parties = {"CN-HL: a city of Heilongjiang / city/a", "CN-HL: companies of Heilongjiang"}
    assert set(drawing.within) == {(party, "CN-HL") for party in parties}
    assert hangs_together(drawing)
    assert [line for line in svg.svg(drawing, FROM).splitlines() if "Dotted: one lies in the other" in line]


@pytest.mark.parametrize("ends", [("Orsha", "Heilongjiang"), ("Minsk", "Heilongjiang"), ("Polotsk", "Harbin")], ids=str)
def test_paths_of_the_book_hang_together_and_what_is_dotted_is_so(ends):
    with open_engine() as engine:
        drawing = OpenGraph(engine).draw(path=ends).drawing
    entities, columns = drawing.subject.entities, {node.id: node.x for node in drawing.nodes}
    assert hangs_together(drawing)
    assert drawing.within
    for inner, outer in drawing.within:
        assert outer in entities[inner]["inside"]
        assert columns[inner] == columns[outer]


@pytest.mark.parametrize("ends", [("Orsha", "Heilongjiang"), ("Minsk", "Heilongjiang")], ids=str)
def test_names_beside_a_narrow_path_keep_their_words_whole_and_fit(ends):
    with open_engine() as engine:
        picture = OpenGraph(engine).draw(path=ends, width=85)
    assert not picture.misfits()
    for node in picture.drawing.nodes:
        assert " ".join(node.label.lines) == node.name


@pytest.mark.parametrize("width", [85, 180, None])
def test_many_ways_have_their_names_beside_them_and_notes_that_cover_nothing(width):
    with open_engine() as engine:
        drawing = OpenGraph(engine).draw(path=("Minsk", "Beijing"), width=width).drawing
    assert {node.label.align for node in drawing.nodes} == {"start", "end"}
    boxes = [*(node.label.box for node in drawing.nodes), *(caption.box for caption in drawing.captions)]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]
    assert max(box.right for box in boxes) - min(box.left for box in boxes) <= (drawing.look.room or 1_000)


@pytest.mark.parametrize(
    ("code", "by", "reported"),
    [
        ("en", "by Feb 2023", "reported 5 May 2023"),
        ("be", "не пазней за 02.2023", "паведамлена 5.05.2023"),
        ("ru", "не позднее 02.2023", "сообщено 5.05.2023"),
        ("zh", "不晚于2023年2月", "2023年5月5日报道"),
        ("fr", "au plus tard en 02/2023", "signalé 5/05/2023"),
    ],
)
def test_dates_on_a_path_are_words_in_its_language(code, by, reported):
    facts = [fact("1", "city/a", "city/b", date="../2023-02"), fact("2", "city/a", "city/b", announced="2023-05-05")]
    asked = subject([entity("city/a"), entity("city/b", country="CN")], facts, levels={"city/a": 0, "city/b": 1})
    notes = lay_out(asked, look=look_of(code, None, "root", is_grey=False)).captions
    told = " ".join(line for note in notes for line in note.lines)
    assert by in told
    assert reported in told
    assert ".." not in told


@LAYOUTS
def test_the_same_input_gives_the_same_places_whatever_the_hash_seed(layout):
    script = (
        "from tests.bycn.pictures.test_layout import many; from bycn.pictures.layout import lay_out; "
        f"print([(n.id, n.x, n.y, n.label) for n in lay_out(many(80), '{layout}').nodes])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_no_entity_at_all_is_an_empty_picture():
    for layout in ("two-sides", "force"):
        assert lay_out(subject([], []), layout).nodes == []


def test_facts_of_a_pair_part_by_kind_and_by_plan():
    facts = [
        fact("a", "city/one", "city/two", "AGREEMENT", status="signed"),
        fact("b", "city/two", "city/one", "AGREEMENT"),
        fact("c", "city/one", "city/two", "AGREEMENT", status="proposed", amount=10**9, currency="USD"),
        fact("d", "city/one", "city/two", "TRADE_FLOW", measure="export", amount=10, currency="USD"),
        fact("e", "city/two", "city/one", "TRADE_FLOW", measure="import"),
        fact("f", "city/one", "city/two", "TRADE_FLOW", measure="turnover", direction="both"),
    ]
    strands = {strand.facts: strand for strand in strands_of(facts)}
    assert set(strands) == {("a", "b"), ("c",), ("d",), ("e",), ("f",)}
    assert strands["a", "b"].width < 1 < strands["c",].width
    assert len({strand.line_type for strand in strands.values()}) == 4
    assert [strands[i,].arrow for i in "def"] == [True, True, False]
    assert (strands["e",].start, strands["e",].end) == ("city/two", "city/one")


@pytest.mark.parametrize("layout", ["two-sides", "force"])
@pytest.mark.parametrize("ends", [("city/a", "city/b"), ("city/b", "city/a"), ("city/a", "city/c")])
def test_the_strands_of_a_pair_lie_side_by_side_whichever_way_they_point(layout, ends):
    entities = [entity("city/a"), entity("city/b", country="CN"), entity("city/c")]
    facts = [
        fact("1", *ends),
        fact("2", *ends, "CONTRACT"),
        fact("3", *reversed(ends), "CONTRACT"),
        fact("4", *reversed(ends), "TRADE_FLOW", status="planned", measure="import", amount=9, currency="USD"),
    ]
    drawing = lay_out(subject(entities, facts), layout)
    middles = []
    for strand in drawing.strands:
        spots = [drawing.by_id[i].spot for i in (strand.start, strand.end)]
        middles.append((course(drawing.layout, *spots, strand.offset).at(0.5), strand.width))
    for ((x, y), wide), ((other_x, other_y), other_wide) in combinations(middles, 2):
        assert ((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5 > (wide + other_wide) / 2


def test_arrows_stand_where_a_direction_means_something():
    def arrow(type_, **told):
        return strands_of([fact("a", "city/one", "city/two", type_, **told)])[0].arrow

    assert arrow("CONTRACT")
    assert arrow("TRADE_FLOW", measure="export")
    assert not arrow("TRADE_FLOW", measure="turnover", direction="both")
    assert not arrow("AGREEMENT")
    assert not arrow("TWINNED_WITH")
    there_and_back = [fact("a", "city/one", "city/two", "CONTRACT"), fact("b", "city/two", "city/one", "CONTRACT")]
    assert [s.arrow for s in strands_of(there_and_back)] == [True, True]


@pytest.mark.parametrize("country", ["BY", "CN"])
def test_arcs_along_a_side_bulge_towards_the_middle_away_from_the_names(country):
    nodes = [n for n in lay_out(many(60), "two-sides").nodes if n.country == country]
    pairs = [(a, b) for a in nodes for b in nodes if a.x == b.x and a.y != b.y]
    assert pairs
    for a, b in pairs:
        assert abs(course("two-sides", a.spot, b.spot, 0).at(0.5)[0]) < abs(a.x)


def test_a_party_left_unnamed_is_a_node_of_its_own_in_the_group_of_its_place():
    entities = [entity("city/a"), entity("CN-HL", "Heilongjiang", "CN")]
    told = {"to_unnamed": "a city of Heilongjiang"}
    facts = [fact("1", "city/a", "CN-HL", "TWINNED_WITH", **told), fact("2", "city/a", "CN-HL", **told)]
    regions = {"CN-HL": Region("CN-HL", "Heilongjiang")}
    drawing = lay_out(subject(entities, facts, regions))
    assert [(n.name, n.type, n.country) for n in drawing.nodes if n.country == "CN"] == [
        ("a city of Heilongjiang", "unnamed", "CN")
    ]
    assert ("HEILONGJIANG · 2",) in [caption.lines for caption in drawing.captions]
    kept = lay_out(subject(entities, facts, regions, asked=("CN-HL",)))
    assert {n.name for n in kept.nodes} == {"city/a", "Heilongjiang", "a city of Heilongjiang"}
    others = {s.end for s in drawing.strands} | {s.start for s in drawing.strands}
    assert "CN-HL" not in others


def test_an_unnamed_one_of_two_partners_is_hardly_the_same():
    ours = [entity(f"city/{name}") for name in "abcde"]
    ends = [
        ("a", "a city", None),
        ("b", "a city", None),
        ("c", "a city", "d"),
        ("d", "a city", "d"),
        ("e", "cities", None),
    ]
    facts = [
        *(fact(one, f"city/{one}", "CN-HL", to_unnamed=words, document=paper) for one, words, paper in ends),
        fact("more", "city/a", "CN-HL", to_unnamed="cities"),
    ]
    drawing = lay_out(subject([*ours, entity("CN-HL", "Heilongjiang", "CN")], facts))
    assert sorted(n.name for n in drawing.nodes if n.country == "CN") == ["a city", "a city", "a city", "cities"]


# Wide lines and headings


@pytest.mark.parametrize("languages", ["en", "be", "en,zh"])
@pytest.mark.parametrize("width", [85, 120, None])
def test_a_heading_breaks_between_words_and_its_count_stays_whole(width, languages):
    with open_engine() as engine:
        drawing = OpenGraph(engine).draw("Vitebsk", width=width, languages=languages).drawing
    names = {place.name for place in drawing.subject.regions.values()} | {drawing.look.key(key) for key in COUNTRIES}
    names = {word.upper() for name in names for word in name.split()}
    names |= {word.upper() for place in drawing.subject.places.values() for word in drawing.look.name(place).split()}
    for caption in drawing.captions:
        *lines, last = caption.lines
        counted = re.fullmatch(r"(?:(.+) · )?\d+(?: \+ \d+)?", last)
        words = " ".join([*lines, (counted[1] or "") if counted else last]).split()
        assert set(words) <= names | {"·"}
        assert not [line for line in caption.lines if not line or line[0] == "·" or line[-1] == "·"]
    assert sum("+" in caption.lines[-1] for caption in drawing.captions) >= 5


def test_a_wide_line_ends_in_the_first_column_and_lies_under_thin_ones():
    drawn = many(100)
    ends = {node.id: node for node in lay_out(drawn).nodes}
    far = {
        country: next(n for n in ends.values() if n.country == country and n.gate != n.x and n.id in drawn.regions)
        for country in ("BY", "CN")
    }
    wide = fact("wide", far["BY"].id, far["CN"].id, "TRADE_FLOW", measure="export", amount=10**6, currency="USD")
    drawing = lay_out(replace(drawn, facts=[*drawn.facts, wide]))
    assert all(drawing.by_id[node.id].gate == drawing.by_id[node.id].x for node in far.values())
    assert drawing.strands[0].facts == ("wide",)


def test_wide_lines_to_neighbours_stand_apart():
    entities = [entity("city/a"), *(entity(f"city/{n}", country="CN") for n in range(4))]
    facts = [fact(str(n), "city/a", f"city/{n}", "CONTRACT", amount=1e6, currency="USD") for n in range(4)]
    drawing = lay_out(subject(entities, facts))
    heights = sorted(node.y for node in drawing.nodes if node.country == "CN")
    assert min(b - a for a, b in pairwise(heights)) > max(strand.width for strand in drawing.strands)


def test_what_is_counted_in_other_units_than_goods_widens_no_line():
    scale = scale_of([fact("1", "city/a", "city/b", "AGREEMENT", quantity=10, unit="agreements")])
    assert scale.unit is None
    goods = [fact("1", "city/a", "city/b", "TRADE_FLOW", measure="export", quantity=10, unit="t")]
    assert scale_of(goods).unit == "t"
    timber = [fact("3", "city/a", "city/b", "TRADE_FLOW", measure="export", quantity=10, unit="m3")]
    assert scale_of(timber).unit == "m³"


@pytest.mark.usefixtures("_cache_of_the_run")
def test_few_names_are_crossed_in_the_whole():
    with open_engine() as engine:
        drawing = OpenGraph(engine).draw(by="entity").drawing
    assert len(drawing.nodes) >= 500
    assert len(crossed(drawing)) <= len(drawing.nodes) / 10
