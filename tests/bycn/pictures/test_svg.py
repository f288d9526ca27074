import math
from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from bycn.pictures import svg
from bycn.pictures.layout import lay_out

from .conftest import entity, fact, subject

NS = {"s": "http://www.w3.org/2000/svg"}


def drawn(*records, **told):
    root = ET.fromstring(svg.svg(lay_out(subject(*records, **told), "two-sides"), "a credit"))
    return root, [text.text or "" for text in root.iter(f"{{{NS['s']}}}text")]


def test_every_entity_and_tie_is_drawn_and_text_stays_text():
    entities = [
        entity("city/vitebsk", "Витебск"),
        entity("city/harbin", "哈尔滨", "CN"),
        entity("city/x", "Xi'an & <co>", "CN"),
    ]
    facts = [
        fact("a", "city/vitebsk", "city/harbin"),
        fact("b", "city/vitebsk", "city/x"),
        fact("c", "city/vitebsk", "city/x"),
    ]
    root, texts = drawn(entities, facts)
    assert len(root.findall("s:g[@class='entities']/s:path", NS)) == 3
    assert len(root.findall("s:g[@class='ties']/s:path", NS)) == 2
    assert [count.text for count in root.findall("s:g[@class='counts']/s:text", NS)] == ["2"]
    assert {"Витебск", "哈尔滨", "Xi'an & <co>", "A title", "a subtitle", "a credit"} <= set(texts)
    assert all(name in root.get("font-family") for name in ("Noto Sans", "Noto Sans CJK SC", "sans-serif"))


def test_the_legend_counts_what_is_there_and_nothing_else():
    entities = [entity("city/a"), entity("company/b", country="CN")]
    facts = [
        fact("1", "city/a", "company/b", "CONTRACT", status="planned"),
        fact("2", "city/a", "company/b", "CONTRACT"),
    ]
    root, _ = drawn(entities, facts)
    entries = [text.text for text in root.find("s:g[@class='legend']", NS).iter(f"{{{NS['s']}}}text")]
    assert entries == ["Contract 2", "Belarus 1", "China 1", "City 1", "Company 1", "Planned, proposed or negotiated"]


def test_nothing_runs_out_of_the_drawing():
    entities = [entity(f"city/c{i}", f"A rather long name of city {i}", "BY" if i % 2 else "CN") for i in range(60)]
    root, _ = drawn(entities, [fact(f"f{i}", f"city/c{i}", f"city/c{i + 1}") for i in range(59)])
    left, top, wide, tall = map(float, root.get("viewBox").split())
    for text in root.iter(f"{{{NS['s']}}}text"):
        if text.get("text-anchor"):
            assert left < float(text.get("x")) < left + wide
            assert top < float(text.get("y")) < top + tall


@pytest.mark.parametrize("layout", ["two-sides", "force"])
@pytest.mark.parametrize("plan", ["planned", "proposed", "negotiating"])
@pytest.mark.parametrize("ends", [("city/a", "city/b"), ("city/b", "city/a"), ("city/a", "city/c")])
def test_a_plan_beside_what_is_signed_has_a_dashed_line_of_its_own(layout, plan, ends):
    entities = [entity("city/a"), entity("city/b", country="CN"), entity("city/c")]
    facts = [
        fact("1", *ends, status="signed"),
        fact("2", *ends, status="in_force"),
        fact("3", *ends, "CONTRACT", status=plan, amount=10**9),
        fact("4", *reversed(ends), "CONTRACT", status=plan),
        fact("5", *ends),
    ]
    root = ET.fromstring(svg.svg(lay_out(subject(entities, facts), layout), "a credit"))
    firm, planned = root.findall("s:g[@class='ties']/s:path", NS)
    assert (firm.get("stroke-dasharray"), planned.get("stroke-dasharray")) == (None, "6 5")
    assert firm.get("d") != planned.get("d")
    assert float(planned.get("stroke-width")) > float(firm.get("stroke-width"))
    counts = root.findall("s:g[@class='counts']/s:text", NS)
    assert [count.text for count in counts] == ["3", "2"]
    (x, y), (other_x, other_y) = [(float(count.get("x")), float(count.get("y"))) for count in counts]
    assert math.hypot(x - other_x, y - other_y) > 8


def test_the_credit_is_written_whole():
    works = "; ".join(f"Work {n}" for n in range(80))
    root = ET.fromstring(svg.svg(lay_out(subject([entity("city/a")], []), "two-sides"), works))
    _, top, _, tall = map(float, root.get("viewBox").split())
    lines = [text for text in root.findall("s:text", NS) if text.get("font-size") == "10"]
    assert " ".join(line.text for line in lines) == works
    assert max(float(line.get("y")) for line in lines) < top + tall


def test_planned_ties_are_dashed_ended_ones_faint_and_amounts_wide():
    entities = [entity(f"city/{n}", country=c) for n, c in (("a", "BY"), ("b", "CN"), ("c", "CN"), ("d", "CN"))]
    facts = [
        fact("1", "city/a", "city/b", status="planned"),
        fact("2", "city/a", "city/c", status="ended"),
        fact("3", "city/a", "city/d", status="signed", amount=10**9),
    ]
    root, _ = drawn(entities, facts)
    lines = root.findall("s:g[@class='ties']/s:path", NS)
    assert Counter(line.get("stroke-dasharray") for line in lines) == {"6 5": 1, None: 2}
    assert [line.get("stroke-opacity") for line in lines] == ["0.7", "0.25", "0.7"]
    assert float(lines[2].get("stroke-width")) > 3 * float(lines[0].get("stroke-width"))
