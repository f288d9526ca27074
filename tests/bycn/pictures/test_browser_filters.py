"""Filters in a real browser: what they hide, what they leave, and what is said then."""

from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from .conftest import MIXED, TWO, fact


@pytest.mark.parametrize("type_", ["AGREEMENT", "LOCATED_IN"])
def test_unticking_a_type_of_fact_hides_those_facts_and_no_others(on_whole, shipped, type_):
    on_whole.box("fact", type_).uncheck()
    entities, facts = on_whole.shown()
    kept = [f for f in shipped.facts if f["type"] != type_]
    assert facts == {f["id"] for f in kept}
    assert entities == {f[end] for f in kept for end in ("start", "end")}
    assert set(on_whole.ask("bycn.nodes.get({filter: n => !n.hidden}).map(n => n.id)")) == entities
    for other, count in Counter(f["properties"].get("status") or "" for f in kept).items():
        assert on_whole.count("status", other) == count


def test_unticking_a_type_of_entity_or_a_status_hides_it(on_whole, shipped):
    on_whole.box("entity", "event").uncheck()
    on_whole.box("status", "planned").uncheck()
    entities, facts = on_whole.shown()
    assert facts == {
        f["id"]
        for f in shipped.facts
        if f["properties"].get("status") != "planned"
        and "event" not in (shipped.entities[f["start"]]["type"], shipped.entities[f["end"]]["type"])
    }
    assert not {i for i in entities if shipped.entities[i]["type"] == "event"}
    on_whole.page.click("#reset")
    assert on_whole.shown()[1] == {f["id"] for f in shipped.facts}
    assert on_whole.page.locator("aside input[type=checkbox]:not(:checked)").count() == 0


def dated(name, first, last):
    bounds = {"placed_from": first, "placed_to": last} if first else {}
    return fact(name, "city/a", "city/b", **bounds)


PERIODS = [
    dated("2016/2020", "2016-01-01", "2020-12-31"),
    dated("../2018", "0000-01-01", "2018-12-31"),
    dated("2019/..", "2019-01-01", "9999-12-31"),
    dated("2023-06", "2023-06-01", "2023-06-30"),
    dated("undated", None, None),
]


@pytest.mark.parametrize(
    ("first", "last", "undated", "kept"),
    [
        ("2017", "2017", False, {"2016/2020", "../2018"}),
        ("2019", "2022", False, {"2016/2020", "2019/.."}),
        ("2023", "", True, {"2019/..", "2023-06", "undated"}),
        ("", "2010", False, {"../2018"}),
        ("", "", True, {"2016/2020", "../2018", "2019/..", "2023-06", "undated"}),
    ],
)
def test_the_years_keep_every_fact_whose_period_meets_them(shown, first, last, undated, kept):
    tab = shown(TWO, PERIODS)
    tab.page.fill("#year-from", first)
    tab.page.fill("#year-to", last)
    tab.page.set_checked("#undated", undated)
    assert tab.shown()[1] == kept


@pytest.mark.parametrize("layout", ["two-sides", "force"])
def test_filters_change_what_a_strand_stands_for_and_nothing_else(shown, layout):
    tab = shown(TWO, MIXED, layout=layout)
    before = {one["id"]: one for one in tab.ask("bycn.strands()")}
    assert [sorted(one["facts"]) for one in before.values()] == [["plan", "talk"], ["deal"], ["also", "firm"]]
    tab.box("status", "negotiating").uncheck()
    tab.box("status", "completed").uncheck()
    now = {one["id"]: one for one in tab.ask("bycn.strands()")}
    assert [one["facts"] for one in now.values()] == [["plan"], ["deal"], ["firm"]]
    assert [one["line"] for one in now.values()] == [one["line"] for one in before.values()]
    plans, deal, firm = now
    assert before[plans]["width"] > now[plans]["width"] == now[deal]["width"] > now[firm]["width"]
    root = ET.fromstring(tab.saved("#svg"))
    lines = root.findall(".//{*}path[@class='line']")
    assert [bool(line.get("stroke-dasharray")) for line in lines] == [True, False, False]
    assert [float(line.get("stroke-width")) for line in lines] == [one["width"] for one in now.values()]
    assert root.findall(".//{*}g[@data-count]") == []
    headings = [g[0].text for g in root.findall(".//{*}g[@class='names']/{*}g[@data-caption]")]
    assert headings == (["BELARUS · 2 + 1", "CHINA · 2 + 1"] if layout == "two-sides" else [])
    told = [text.text for text in root.findall(".//{*}text[@data-told]")]
    assert told == ["2 facts (solid) and 1 plan (dashed); without negotiating, completed"]
    assert tab.complaints == []


def test_a_tip_tells_the_facts_of_its_own_line(shown):
    tab = shown(TWO, MIXED, layout="force")
    tips = []
    for edge in tab.ask("bycn.edges.getIds()"):
        tab.ask("edge => bycn.network.body.emitter.emit('hoverEdge', { edge, pointer: { DOM: { x: 5, y: 5 } } })", edge)
        tips.append(tab.page.locator("#tip").inner_text())
    plans, deal, firm = tips
    assert "title of firm" in firm
    assert "title of also" in firm
    assert "plan" not in firm + deal
    assert "city/b – city/a" in deal
    assert "(plans)" in plans
    assert "title of talk (negotiating" in plans
    assert "title of firm" not in plans


def test_a_strand_is_found_where_it_is_drawn(shown):
    tab = shown(TWO, MIXED)
    for strand in (0, 1, 2):
        spot = tab.ask(
            """id => { const canvas = document.createElementNS("http://www.w3.org/2000/svg", "path");
              canvas.setAttribute("d", bycn.strands()[id].line);
              return bycn.network.canvasToDOM(canvas.getPointAtLength(canvas.getTotalLength() * 0.4)); }""",
            strand,
        )
        assert tab.ask("spot => bycn.network.getEdgeAt(spot)", spot) == strand


def test_reversed_years_and_nothing_left_are_said(shown):
    tab = shown(TWO, PERIODS)
    tab.page.fill("#year-from", "2020")
    tab.page.fill("#year-to", "2010")
    assert "the first year is after the last" in tab.page.locator("#totals").inner_text()
    tab.page.click("#reset")
    for status in tab.page.locator("[data-key^='fact '] input").all():
        status.uncheck()
    assert "no fact fits these filters" in tab.page.locator("#totals").inner_text()


def test_a_picture_without_facts_blames_no_filter(shown):
    assert shown(TWO, []).page.locator("#totals").inner_text() == "2 entities, 0 facts; no facts found"
