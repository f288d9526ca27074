import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from bycn.pictures.drawing import curve, ties_of
from bycn.pictures.layout import lay_out
from bycn.pictures.subject import Region
from bycn.pictures.svg import bends

from .conftest import entity, fact, subject

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
def test_belarus_is_left_china_right_and_what_is_joint_between(count):
    places = {"BY": [-1_000_000], "XX": [], "CN": [1_000_000]}
    for node in lay_out(many(count), "two-sides").nodes:
        places[node.country].append(node.x)
    assert max(places["BY"]) < min([0, *places["XX"]])
    assert max([0, *places["XX"]]) < min(places["CN"])


def test_what_lies_in_a_region_stands_together():
    drawn = lay_out(many(60), "two-sides")
    places = {node.id: (node.x, node.y) for node in drawn.nodes}
    for region in set(drawn.subject.regions.values()):
        members = {i for i, r in drawn.subject.regions.items() if r == region}
        [column] = {places[i][0] for i in members}
        heights = [places[i][1] for i in members]
        between = {i for i, (x, y) in places.items() if x == column and min(heights) <= y <= max(heights)}
        assert between == members


def test_a_picture_has_about_the_shape_of_a_page():
    for count in (100, 300, 1_000):
        boxes = [node.label.box for node in lay_out(many(count), "two-sides").nodes]
        wide = max(b.right for b in boxes) - min(b.left for b in boxes)
        tall = max(b.bottom for b in boxes) - min(b.top for b in boxes)
        assert 0.9 < wide / tall < 2.2


def test_few_entities_of_one_country_are_laid_out_by_force_all_else_on_two_sides():
    def chosen(count, *countries):
        entities = [entity(f"city/{i}", country=countries[i % len(countries)]) for i in range(count)]
        return lay_out(subject(entities, [])).layout

    assert chosen(9, "BY", "XX") == "force"
    assert chosen(2, "BY", "CN") == "two-sides"
    assert chosen(60, "BY") == "two-sides"


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


def test_parallel_facts_become_one_tie_drawn_like_most_of_them():
    facts = [
        fact("a", "city/one", "city/two", "AGREEMENT", status="signed"),
        fact("b", "city/two", "city/one", "AGREEMENT"),
        fact("c", "city/one", "city/two", "CONTRACT", status="signed", amount=10_000_000),
        fact("d", "city/one", "city/two", "INDICATOR", amount=10**12),
        fact("e", "city/one", "city/two", "INDICATOR"),
        fact("f", "city/one", "city/two", "INDICATOR"),
    ]
    [tie] = ties_of(facts)
    assert tie.facts == tuple("abcdef")
    assert tie.type == "AGREEMENT"
    assert tie.width == 5.0
    assert [tie.planned, tie.ended, tie.arrow] == [False, False, False]


@pytest.mark.parametrize("status", ["planned", "proposed", "negotiating"])
def test_a_tie_of_plans_alone_is_planned(status):
    assert ties_of([fact("a", "city/one", "city/two", status=status)])[0].planned
    both = [fact(s, "city/one", "city/two", status=s) for s in (status, "signed")]
    firm, planned = ties_of(both)
    assert (firm.facts, firm.planned, firm.beside) == (("signed",), False, False)
    assert (planned.facts, planned.planned, planned.beside) == ((status,), True, True)


def test_arrows_stand_where_a_direction_means_something():
    def arrow(type_, **told):
        return ties_of([fact("a", "city/one", "city/two", type_, **told)])[0].arrow

    assert arrow("CONTRACT")
    assert arrow("TRADE_FLOW", direction=None)
    assert not arrow("TRADE_FLOW", direction="both")
    assert not arrow("AGREEMENT")
    assert not arrow("TWINNED_WITH")
    there_and_back = [fact("a", "city/one", "city/two", "CONTRACT"), fact("b", "city/two", "city/one", "CONTRACT")]
    assert not ties_of(there_and_back)[0].arrow


def test_lines_run_in_sweeps_between_the_sides_and_in_arcs_along_one():
    nodes = {n.id: n for n in lay_out(many(60), "two-sides").nodes}
    left = sorted((n for n in nodes.values() if n.country == "BY"), key=lambda n: (n.x, n.y))
    right = next(n for n in nodes.values() if n.country == "CN")
    assert curve("two-sides", left[0], right).kind == "sweep"
    assert curve("two-sides", left[0], left[1]).kind in ("clockwise", "counterclockwise")
    assert curve("two-sides", left[0], left[1]).kind != curve("two-sides", left[1], left[0]).kind
    assert curve("force", left[0], right).kind == "straight"


@pytest.mark.parametrize("country", ["BY", "CN"])
def test_arcs_along_a_side_bulge_towards_the_middle_away_from_the_names(country):
    nodes = [n for n in lay_out(many(60), "two-sides").nodes if n.country == country]
    pairs = [(a, b) for a in nodes for b in nodes if a.x == b.x and a.y != b.y]
    assert pairs
    for a, b in pairs:
        [(x, _)] = bends(a, b, curve("two-sides", a, b))
        assert abs(x) < abs(a.x)
