"""What a reader does with the page in a real browser, and the address that brings it back."""

from html import escape
from xml.etree import ElementTree as ET

import pytest

from bycn.pictures import page
from bycn.pictures.layout import lay_out
from bycn.pictures.layout_columns import stacked

from .conftest import FROM, MIXED, TWO, entity, fact
from .test_layout import bundled

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


def test_a_made_up_address_does_no_harm(tab, whole, shipped):
    tab.open(whole, "#entity=__proto__&no-fact=constructor&from=<img src=x>&between=a|b")
    assert tab.shown()[0] == set(shipped.entities)
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
