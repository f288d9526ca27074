"""The page in a real browser, from a file, with everything it asks for recorded."""

import json
import re
from collections import Counter
from html import escape
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from bycn.commands.draw import command
from bycn.loaders.opening import open_engine
from bycn.pictures import page
from bycn.pictures.layout import lay_out
from bycn.pictures.layout_columns import stacked
from bycn.pictures.look import Look
from bycn.pictures.strands import line_type, strands_of
from bycn.pictures.subject import collect
from bycn.pictures.subject import whole as everything
from bycn.pictures.unnamed import with_unnamed
from bycn.queries.filters import Filters

from .conftest import FROM, draw, entity, fact, subject
from .test_layout import bundled


@pytest.fixture(scope="module")
def graph(_cache_of_the_run):
    """The shipped graph as its own questions tell it."""
    with open_engine() as engine:
        return with_unnamed(collect(engine, everything(Filters()), Filters(), most=None), Look())


@pytest.fixture
def shown(tmp_path, tab):
    """Draws some records and opens them."""

    def open_records(*records, layout="two-sides", fragment="", **told):
        path = tmp_path / "picture.html"
        path.write_text(page.html(lay_out(subject(*records, **told), layout), FROM), encoding="utf-8")
        tab.open(path, fragment)
        return tab

    return open_records


def count_of(tab, group, key):
    """How many the legend tells; plans, told behind a plus, are counted too."""
    text = tab.page.locator(f"[data-key='{group} {key}'] .count").inner_text()
    return sum(int(part) for part in text.replace(",", "").split("+"))


NAMES_ON_SCREEN = """() => {
  const pen = document.createElement("canvas").getContext("2d");
  const scale = bycn.network.getScale();
  const { fonts } = JSON.parse(document.getElementById("picture").textContent).style;
  return bycn.namesAt(scale).map(({ label, size }) => {
    pen.font = `${label.bold ? "600 " : ""}${size * scale}px ${fonts}`;
    const wide = Math.max(...label.lines.map((line) => pen.measureText(line).width));
    const { x, y } = bycn.network.canvasToDOM(label);
    const left = x - { start: 0, middle: wide / 2, end: wide }[label.align];
    const half = label.lines.length * size * scale * 0.6;
    return { text: label.lines.join(" "), left, right: left + wide, top: y - half, bottom: y + half };
  });
}"""
"""Where the names stand that are written now, in pixels, as wide as the browser writes them."""


def names_cut(tab):
    """The names that the edge of the canvas cuts."""
    room = tab.ask(
        "(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])(document.getElementById('network'))"
    )
    return [
        name["text"]
        for name in tab.ask(NAMES_ON_SCREEN)
        if min(name["left"], name["top"]) < 0 or name["right"] > room[0] or name["bottom"] > room[1]
    ]


# The whole graph


def test_it_asks_for_nothing_but_itself_and_complains_of_nothing(tab, whole):
    tab.open(whole)
    tab.click_on("BY-VI")
    tab.page.mouse.wheel(0, -300)
    tab.page.wait_for_timeout(200)
    assert tab.requests == [whole.as_uri()]
    assert tab.complaints == []


def test_it_shows_every_entity_and_fact_of_the_graph(on_whole, graph):
    entities, facts = on_whole.shown()
    assert entities == set(graph.entities)
    assert facts == {fact["id"] for fact in graph.facts}
    assert on_whole.ask("bycn.nodes.get({filter: n => !n.hidden}).length") == len(graph.entities)
    assert on_whole.ask("bycn.edges.length") == len(strands_of(graph.facts))


def test_the_counts_of_the_legend_are_those_of_the_graph(on_whole, graph):
    for kind, count in Counter(map(line_type, graph.facts)).items():
        assert count_of(on_whole, "fact", kind) == count
    for type_, count in Counter(e["type"] for e in graph.entities.values()).items():
        assert count_of(on_whole, "entity", type_) == count
    for status, count in Counter(f["properties"].get("status") or "" for f in graph.facts).items():
        assert count_of(on_whole, "status", status) == count
    undated = sum(f["properties"].get("placed_from") is None for f in graph.facts)
    assert on_whole.page.locator("#undated-count").inner_text() == str(undated)


def test_the_page_starts_as_pyvis_was_told(on_whole):
    told = on_whole.ask("JSON.parse(document.getElementById('edges').textContent)")
    edges = {edge["id"]: edge for edge in on_whole.ask("bycn.edges.get()")}
    for edge in told:
        now = edges[edge["id"]]
        for name in ("from", "to", "width", "color", "dashes", "arrows"):
            assert now[name] == edge[name]


def test_places_are_the_same_on_two_loads(new_tab, whole):
    places = []
    for _ in range(2):
        with new_tab() as tab:
            tab.open(whole)
            places.append(tab.ask("bycn.positions()"))
    assert places[0] == places[1]
    assert all(float(spot[axis]).is_integer() for spot in places[0].values() for axis in "xy")


def test_it_is_soon_drawn_and_then_still(tab, whole, record_property):
    tab.open(whole)
    drawn = int(tab.ask("document.documentElement.dataset.drawn"))
    record_property("milliseconds until drawn", drawn)
    before = tab.ask("bycn.positions()")
    view = tab.ask("[bycn.network.getScale(), bycn.network.getViewPosition()]")
    tab.page.wait_for_timeout(500)
    assert tab.ask("bycn.positions()") == before
    assert tab.ask("[bycn.network.getScale(), bycn.network.getViewPosition()]") == view
    assert drawn < 8_000  # a shared, busy machine; docs/benchmarks.md has the measured times


def test_the_file_stays_small(whole, graph):
    assert whole.stat().st_size / max(300, len(graph.entities)) * 300 <= 1_700_000


@pytest.mark.sampled(4)
@pytest.mark.parametrize("layout", ["two-sides", "force"])
@pytest.mark.parametrize("words", [(), ("Grodno",), ("BUTB",), ("Novopolotsk", "--depth", "2")], ids=" ".join)
@pytest.mark.usefixtures("_cache_of_the_run")
def test_no_name_leaves_the_first_view(new_tab, tmp_path, words, layout):
    path = tmp_path / "picture.html"
    draw(*words, "--layout", layout, "-o", str(path))
    for width in (820, 1300, 1900):
        with new_tab(viewport={"width": width, "height": 800}) as tab:
            tab.open(path)
            assert len(tab.ask("bycn.namesAt(bycn.network.getScale())")) > 5
            assert names_cut(tab) == [], width


def test_the_whole_stays_in_view_when_the_window_changes_until_it_is_moved(tab, vitebsk):
    tab.open(vitebsk)
    for width, height in ((1000, 900), (1700, 500), (1200, 850)):
        tab.page.set_viewport_size({"width": width, "height": height})
        tab.page.wait_for_timeout(200)
        assert names_cut(tab) == []
    tab.page.click("#closer")
    scale = tab.ask("bycn.network.getScale()")
    tab.page.set_viewport_size({"width": 1440, "height": 900})
    tab.page.wait_for_timeout(200)
    assert names_cut(tab)
    assert tab.ask("bycn.network.getScale()") >= scale


@pytest.mark.parametrize("zoom", [0.1, 0.3, 0.59, 1, 3])
def test_no_two_names_overlap_at_any_zoom(on_whole, zoom):
    boxes = on_whole.ask("zoom => bycn.namesAt(zoom).map(name => name.box)", zoom)
    assert len(boxes) > 5
    for a, b in combinations(boxes, 2):
        assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_names_take_no_more_room_than_they_are_given(on_whole):
    too_wide = on_whole.ask("""() => {
      const pen = document.createElement("canvas").getContext("2d");
      const { entities, style } = JSON.parse(document.getElementById("picture").textContent);
      const names = new Map(JSON.parse(document.getElementById("nodes").textContent).map(n => [n.id, n.label]));
      return Object.entries(entities).flatMap(([id, { label }]) => (label.lines ?? [names.get(id)]).filter((line) => {
        pen.font = `${label.bold ? "600 " : ""}20px ${style.fonts}`;
        return pen.measureText(line).width / 20 > label.wide * 1.06;
      }));
    }""")
    assert too_wide == []


@pytest.mark.parametrize("typed", ["Витебск", "维捷布斯克", "viciebsk", "VITEBSK"])
def test_search_finds_a_name_in_any_script_by_keyboard(on_whole, typed):
    on_whole.page.locator("#search").focus()
    on_whole.page.keyboard.type(typed)
    found = on_whole.page.locator("#hits li").evaluate_all("items => items.map(item => item.dataset.id)")
    assert {"BY-VI", "city/vitebsk"} & set(found)
    on_whole.page.keyboard.press("ArrowDown")
    on_whole.page.keyboard.press("ArrowUp")
    on_whole.page.keyboard.press("Enter")
    assert on_whole.ask("bycn.view.chosen.entity") == found[0]
    assert on_whole.page.locator("#panel h2").is_visible()


def test_hits_stay_for_who_comes_back_to_the_search_at_once(on_whole):
    on_whole.page.focus("#search")
    on_whole.page.focus("#reset")
    on_whole.page.focus("#search")
    on_whole.page.keyboard.type("Orsha")
    on_whole.page.wait_for_timeout(200)
    assert on_whole.page.locator("#hits").is_visible()


def test_search_says_when_there_is_nothing(on_whole):
    on_whole.page.fill("#search", "Atlantis of the North")
    assert on_whole.page.locator("#hits").inner_text() == "Nothing here has that name"


def test_the_panel_tells_names_facts_and_sources(on_whole, graph):
    on_whole.click_on("BY-VI")
    panel = on_whole.page.locator("#panel")
    text = panel.inner_text()
    assert all(name in text for name in ("Vitebsk Region", "Витебская область", "维捷布斯克州"))
    own = [f for f in graph.facts if "BY-VI" in (f["start"], f["end"])]
    assert panel.locator("li.fact").count() == len(own)
    told = next(f["properties"] for f in own if f["type"] == "TWINNED_WITH" and "date" in f["properties"])
    item = panel.locator(f"li.fact[data-fact='{told['id']}']")
    source = graph.evidence[told["sources"][0]]
    assert told["title"] in item.inner_text()
    assert told["date"] in item.inner_text()
    assert re.search(r"chapter \d, line \d+", item.inner_text())
    assert f"Footnote {source['number']}: " in item.inner_text()
    link = item.locator("a").first
    assert link.get_attribute("href") == source["address"]
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_a_click_beside_a_node_that_is_a_mere_dot_goes_to_it(on_whole):
    x, y = on_whole.ask("(({ x, y }) => [x, y])(bycn.network.canvasToDOM(bycn.placesNow()['BY-VI']))")
    assert on_whole.ask("bycn.placesNow()['BY-VI'].size * bycn.network.getScale()") < 5
    on_whole.page.locator("#network").click(position={"x": x + 5, "y": y})
    assert on_whole.ask("bycn.view.chosen") == {"entity": "BY-VI"}


def test_a_click_on_a_fact_goes_to_its_other_end(tab, vitebsk, graph):
    tab.open(vitebsk)
    tab.click_on("BY-VI")
    told = next(f for f in graph.facts if f["type"] == "TWINNED_WITH" and "BY-VI" in (f["start"], f["end"]))
    other = ({told["start"], told["end"]} - {"BY-VI"}).pop()
    tab.page.locator(f"li.fact[data-fact='{told['id']}'] button").first.click()
    assert tab.ask("bycn.view.chosen.entity") == other
    assert tab.page.locator("#panel h2").inner_text() == graph.entities[other]["name"]


# Filters


@pytest.mark.parametrize("type_", ["AGREEMENT", "LOCATED_IN"])
def test_unticking_a_type_of_fact_hides_those_facts_and_no_others(on_whole, graph, type_):
    on_whole.box("fact", type_).uncheck()
    entities, facts = on_whole.shown()
    kept = [f for f in graph.facts if f["type"] != type_]
    assert facts == {f["id"] for f in kept}
    assert entities == {f[end] for f in kept for end in ("start", "end")}
    assert set(on_whole.ask("bycn.nodes.get({filter: n => !n.hidden}).map(n => n.id)")) == entities
    for other, count in Counter(f["properties"].get("status") or "" for f in kept).items():
        assert count_of(on_whole, "status", other) == count


def test_unticking_a_type_of_entity_or_a_status_hides_it(on_whole, graph):
    on_whole.box("entity", "event").uncheck()
    on_whole.box("status", "planned").uncheck()
    entities, facts = on_whole.shown()
    assert facts == {
        f["id"]
        for f in graph.facts
        if f["properties"].get("status") != "planned"
        and "event" not in (graph.entities[f["start"]]["type"], graph.entities[f["end"]]["type"])
    }
    assert not {i for i in entities if graph.entities[i]["type"] == "event"}
    on_whole.page.click("#reset")
    assert on_whole.shown()[1] == {f["id"] for f in graph.facts}
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
TWO = [entity("city/a"), entity("city/b", country="CN")]


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


MIXED = [
    fact("firm", "city/a", "city/b", status="signed"),
    fact("also", "city/b", "city/a", status="completed"),
    fact("plan", "city/a", "city/b", status="planned", amount=100, currency="USD"),
    fact("talk", "city/b", "city/a", status="negotiating", amount=400, currency="USD"),
    fact("deal", "city/b", "city/a", "CONTRACT", status="signed", amount=100, currency="USD"),
]


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


FIVE = [
    entity("city/a"), entity("city/b", country="CN"), entity("city/c", country="CN"), entity("city/d"),
    entity("company/e", country="CN"),
]  # fmt: skip
STAR = [fact(one, "city/a", f"city/{one}") for one in "bc"] + [fact("e", "city/d", "company/e")]


def test_focus_leaves_the_rest_out_and_closes_the_holes(shown):
    tab = shown(FIVE, STAR)
    ends = "() => { const p = bycn.placesNow(); return ['city/a', 'city/b', 'city/c'].map((id) => p[id]); }"
    before = tab.ask(ends)
    tab.click_on("city/a")
    tab.page.click("#focus")
    assert tab.shown()[0] == {"city/a", "city/b", "city/c"}
    after = tab.ask(ends)
    assert [one["x"] for one in after] == [one["x"] for one in before]
    assert abs(after[1]["y"] - after[2]["y"]) <= 18
    assert after[1]["y"] + after[2]["y"] > before[1]["y"] + before[2]["y"] or after != before
    tab.page.keyboard.press("Escape")
    assert len(tab.shown()[0]) == 5
    assert tab.ask(ends) == before


def test_the_columns_close_as_python_would_stack_them(tmp_path, tab):
    drawing = lay_out(bundled(100, ("CONTRACT", "JOINT_PROJECT", "TWINNED_WITH")))
    path = tmp_path / "picture.html"
    path.write_text(page.html(drawing, FROM), encoding="utf-8")
    tab.open(path)
    tab.box("entity", "company").uncheck()
    left, now = tab.shown()[0], tab.ask("bycn.placesNow()")
    assert 0 < len(left) < 100
    for columns in drawing.sides:
        rows = []
        for column in columns:
            kept = [row for row in column if isinstance(row.key, int) or row.key in left]
            after = [*kept[1:], None]
            rows.append(
                [r for r, n in zip(kept, after, strict=True) if isinstance(r.key, str) or isinstance(n and n.key, str)]
            )
        for heights in stacked(rows):
            told = {i: y for i, y in heights.items() if isinstance(i, str)}
            assert {i: now[i]["y"] for i in told} == told


def test_arrow_keys_go_from_node_to_node_and_escape_closes(shown):
    tab = shown(FIVE, STAR)
    tab.page.locator("#network").focus()
    visited = []
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft"):
        tab.page.keyboard.press(key)
        visited.append(tab.ask("bycn.view.chosen.entity"))
    assert len(set(visited)) >= 3
    places = tab.ask("bycn.placesNow()")
    assert places[visited[1]]["x"] >= places[visited[0]]["x"]
    tab.page.keyboard.press("Escape")
    assert tab.ask("bycn.view.chosen") is None


def test_a_moved_node_keeps_its_name_and_is_saved_as_moved(shown):
    tab = shown(TWO, MIXED)
    spot = tab.ask("bycn.network.canvasToDOM(bycn.placesNow()['city/b'])")
    box = tab.page.locator("#network").bounding_box()
    tab.page.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
    tab.page.mouse.down()
    tab.page.mouse.move(box["x"] + spot["x"] + 60, box["y"] + spot["y"] + 90, steps=4)
    tab.page.mouse.up()
    moved = tab.ask("bycn.placesNow()['city/b']")
    root = ET.fromstring(tab.saved("#svg"))
    home = next(n for n in tab.ask("JSON.parse(document.getElementById('nodes').textContent)") if n["id"] == "city/b")
    shift = f"translate({moved['x'] - home['x']} {moved['y'] - home['y']})"
    assert moved["y"] > home["y"] + 20
    for name in ("id", "name"):
        groups = root.findall(f".//{{*}}g[@data-{name}='city/b']")
        assert groups
        assert all(group.get("transform") == shift for group in groups)
    ends = {tuple(map(float, line.get("d").split(" ")[-2:])) for line in root.findall(".//{*}path[@class='line']")}
    assert max(abs(y - moved["y"]) for _, y in ends) < 15 or min(abs(y - moved["y"]) for _, y in ends) < 15
    tab.page.click("#reset")
    assert tab.ask("bycn.placesNow()['city/b'].y") == home["y"]


@pytest.mark.parametrize("typed", ["Vitebks", "Shandnog", "Heilongjian", "Витебк"])
def test_search_finds_slips(on_whole, typed):
    on_whole.page.fill("#search", typed)
    found = on_whole.page.locator("#hits li").evaluate_all("items => items.map(item => item.dataset.id)")
    assert {"BY-VI", "city/vitebsk", "CN-SD", "CN-HL"} & set(found)


def test_enter_goes_to_the_next_hit_and_the_view_fits_it_with_its_partners(on_whole):
    on_whole.page.fill("#search", "university")
    found = on_whole.page.locator("#hits li").evaluate_all("items => items.map(item => item.dataset.id)")
    for hit in found[:3]:
        on_whole.page.locator("#search").press("Enter")
        assert on_whole.ask("bycn.view.chosen.entity") == hit
        room = on_whole.ask("(({ clientWidth: w, clientHeight: h }) => [w, h])(document.getElementById('network'))")
        spots = on_whole.ask(
            """id => { const p = bycn.placesNow();
              const near = bycn.strands().filter((s) => s.from === id || s.to === id).flatMap((s) => [s.from, s.to]);
              return [id, ...near].map((one) => bycn.network.canvasToDOM(p[one])); }""",
            hit,
        )
        assert all(0 < spot["x"] < room[0] and 0 < spot["y"] < room[1] for spot in spots)


def test_the_table_sorts_and_is_saved_as_csv(shown):
    tab = shown(TWO, MIXED)
    tab.page.locator("#facts summary").press("Enter")
    tab.page.locator("#table tbody tr").first.wait_for()
    rows = "rows => rows.map(r => r.dataset.fact)"
    for click, last in ((1, "talk"), (2, "firm")):
        tab.page.locator("th button", has_text="Amount").click()
        assert tab.page.locator("#table tbody tr").evaluate_all(rows)[-1] in (last, "also"), click
    lines = tab.saved("#csv").decode("utf-8-sig").splitlines()
    assert lines[0].startswith('"Id","From","Fact","To"')
    assert {line.split(",")[0].strip('"') for line in lines[1:]} == {f["id"] for f in MIXED}


def test_dates_of_the_table_are_words_in_their_order_and_those_of_the_csv_as_written(shown):
    dates = {"b": "2023-11-05", "a": None, "c": "../2021-12"}
    tab = shown(TWO, [fact(id_, "city/a", "city/b", date=date) for id_, date in dates.items()])
    tab.page.locator("#facts summary").press("Enter")
    for told in (["by Dec 2021", "5 Nov 2023", ""], ["5 Nov 2023", "by Dec 2021", ""]):
        tab.page.locator("th button", has_text="Date").click()
        assert tab.page.locator("#table tbody td:nth-child(5)").all_inner_texts() == told
    assert [line.split(",")[5] for line in tab.saved("#csv").decode().splitlines()[1:]] == [
        '"2023-11-05"', '"../2021-12"', '""',
    ]  # fmt: skip


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


@pytest.mark.usefixtures("_cache_of_the_run")
def test_each_cell_of_the_regions_opens_to_its_own_picture(new_tab, tmp_path, graph):
    path = tmp_path / "regions.html"
    command.main(["-o", str(path)], standalone_mode=False)
    with new_tab() as tab:
        tab.open(path)
        cells = tab.page.locator("#regions .matrix [data-by]")
        assert cells.count() > 40
        for pair in (("BY-VI", "CN-SD"), ("BY-HM", "CN-GD")):
            cell = tab.page.locator(f"#regions .matrix [data-by='{pair[0]}'][data-cn='{pair[1]}']")
            firm, plans = (int(cell.get_attribute(f"data-{name}")) for name in ("firm", "plans"))
            cell.click()
            _, facts = tab.shown()
            told = {f["id"]: f["properties"]["plan"] for f in graph.facts}
            assert Counter(told[i] for i in facts) == Counter({False: firm, True: plans})
            for one in tab.ask("bycn.strands()"):
                regions = {graph.regions[one[end]].id for end in ("from", "to")}
                assert regions == set(pair)
            names = [graph.places[region]["name"] for region in pair]
            assert tab.page.inner_text("#subtitle") == " – ".join(names)
            tab.page.click("#back")
            assert tab.page.locator("#regions").is_visible()
        assert tab.complaints == []


def test_a_page_of_regions_says_title_subtitle_and_credit_once_and_saves_them_too(new_tab, tmp_path):
    path = tmp_path / "regions.html"
    command.main(["Vitebsk", "--by", "region", "-o", str(path)], standalone_mode=False)
    with new_tab() as tab:
        tab.open(path)
        parts = tab.page.locator("header, #regions, #credit")
        told = "\n".join(parts.evaluate_all("parts => parts.map(part => part.innerText)"))
        saved = tab.saved("#svg").decode()
        for text in ("Vitebsk Region and its ties", "what is tied to it in 1 step", "Drawn by bycn"):
            assert told.count(text) == 1
            assert text in saved
        tops = """svg => [...svg.querySelectorAll("text")].map(
            text => text.getBoundingClientRect().top - svg.getBoundingClientRect().top)"""
        assert min(tab.page.locator("#regions svg").evaluate(tops)) >= 0


@pytest.mark.parametrize("status", ["signed", "planned"])
def test_a_chosen_pair_comes_back_from_the_address(shown, status):
    tab = shown(TWO, [fact("one", "city/b", "city/a", status=status)], fragment="#between=city%2Fa%7Ccity%2Fb")
    assert tab.ask("bycn.view.chosen") == {"pair": "city/a|city/b"}
    assert tab.page.locator("#panel li.fact").count() == 1


def test_the_view_stands_in_the_address_and_comes_back_from_it(new_tab, whole):
    with new_tab() as tab:
        tab.open(whole)
        tab.box("fact", "INDICATOR").uncheck()
        tab.page.fill("#year-from", "2019")
        tab.page.set_checked("#undated", False)
        tab.click_on("BY-VI")
        fragment = tab.ask("location.hash")
        told = tab.shown()
    with new_tab() as tab:
        tab.open(whole, fragment)
        assert tab.shown() == told
        assert tab.ask("bycn.view.chosen.entity") == "BY-VI"
        assert not tab.box("fact", "INDICATOR").is_checked()
        assert tab.page.input_value("#year-from") == "2019"
        assert tab.page.locator("#panel h2").inner_text() == "Vitebsk Region"


def test_a_made_up_address_does_no_harm(tab, whole, graph):
    tab.open(whole, "#entity=__proto__&no-fact=constructor&from=<img src=x>&between=a|b")
    assert tab.shown()[0] == set(graph.entities)
    assert tab.complaints == []


def test_within_another_page_as_a_notebook_shows_it_it_works_as_well(tab, vitebsk, tmp_path):
    outer = tmp_path / "outer.html"
    page_text = escape(vitebsk.read_text(encoding="utf-8"))
    frame = f'<iframe srcdoc="{page_text}" sandbox="allow-scripts allow-downloads" width="1200" height="800"></iframe>'
    outer.write_text(f"<!doctype html><meta charset='utf-8'>{frame}", encoding="utf-8")
    tab.page.goto(outer.as_uri())
    inner = tab.page.frame_locator("iframe")
    inner.locator("#search").fill("Orsha")
    inner.locator("#search").press("Enter")
    assert inner.locator("#panel h2").inner_text() == "Orsha"
    assert tab.requests == [outer.as_uri()]
    assert tab.complaints == []


# Every reader


def test_the_table_holds_the_facts_shown(tab, vitebsk):
    tab.open(vitebsk)
    tab.page.locator("#facts summary").press("Enter")
    rows = "#table tbody tr"
    tab.page.locator(rows).first.wait_for()  # the browser tells of the opening after the key
    assert set(tab.page.locator(rows).evaluate_all("rows => rows.map(r => r.dataset.fact)")) == tab.shown()[1]
    tab.box("fact", "LOCATED_IN").uncheck()
    assert set(tab.page.locator(rows).evaluate_all("rows => rows.map(r => r.dataset.fact)")) == tab.shown()[1]
    tab.page.locator(f"{rows} button").first.press("Enter")
    assert tab.page.locator("#panel h2").is_visible()


def test_every_control_has_a_name(on_whole):
    names = on_whole.ask("""() => [...document.querySelectorAll("button, input, select")].map((control) =>
      control.getAttribute("aria-label") || control.labels?.[0]?.textContent || control.textContent)""")
    assert names
    assert all(name.strip() for name in names)


@pytest.mark.parametrize("width", [360, 414, 768])
def test_a_phone_scrolls_down_and_never_sideways(new_tab, whole, width):
    with new_tab(viewport={"width": width, "height": 780}, has_touch=True, is_mobile=True) as tab:
        tab.open(whole)
        assert tab.ask("document.documentElement.scrollWidth") <= width
        assert tab.page.locator("#network canvas").bounding_box()["width"] > width * 0.55
        assert len(tab.ask("bycn.namesAt(bycn.network.getScale())")) > 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_takes_the_readers_ground_and_can_change_it(new_tab, whole, scheme):
    with new_tab(color_scheme=scheme) as tab:
        tab.open(whole)
        grounds = []
        for _ in range(2):
            grounds.append(tab.ask("getComputedStyle(document.body).backgroundColor"))
            tab.page.click("#theme")
        assert set(grounds) == {"rgb(255, 255, 255)", "rgb(20, 24, 31)"}
        assert grounds[0] == ("rgb(20, 24, 31)" if scheme == "dark" else "rgb(255, 255, 255)")
        assert tab.complaints == []


def test_force_has_the_same_page(shown):
    tab = shown(
        [entity(f"city/{i}", f"City {i}") for i in range(9)],
        [fact(str(i), f"city/{i}", f"city/{(i + 1) % 9}") for i in range(9)],
        layout="force",
    )
    assert json.dumps(tab.ask("bycn.positions()"))
    assert tab.ask("bycn.edges.length") == 9
    assert tab.complaints == []
