"""What the page saves and prints, in a real browser."""

from xml.etree import ElementTree as ET

import pytest

from .conftest import draw
from .png import pixels

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("millimetres", [85, 170, 260])
def test_the_png_has_the_width_asked_for_at_300_dpi_and_is_not_empty(tab, vitebsk, millimetres):
    tab.open(vitebsk)
    tab.page.select_option("#print-width", str(millimetres))
    width, height, density, rows = pixels(tab.saved("#png"))
    assert width == round(millimetres / 25.4 * 300)
    assert density == (11811, 11811, 1)
    assert rows > height / 2


def test_the_svg_of_the_page_is_that_of_the_program(tab, vitebsk, tmp_path):
    draw("Vitebsk", "-o", str(tmp_path / "still.svg"))
    tab.open(vitebsk)
    ours, its = ET.parse(tmp_path / "still.svg").getroot(), ET.fromstring(tab.saved("#svg"))
    assert [(e.tag, e.attrib, e.text) for e in ours.iter()] == [(e.tag, e.attrib, e.text) for e in its.iter()]


def test_the_saved_svg_follows_the_filters(tab, vitebsk):
    tab.open(vitebsk)
    tab.box("fact", "LOCATED_IN").uncheck()
    root = ET.fromstring(tab.saved("#svg"))
    texts = {t.text for t in root.iter(f"{SVG}text")}
    assert not any((text or "").startswith("Located in") for text in texts)
    assert any("without located in" in (text or "") for text in texts)
    assert {g.get("data-id") for g in root.iter(f"{SVG}g") if g.get("data-id")} == tab.shown()[0]
    assert root.find(f"{SVG}desc").text.endswith("-o figure.svg; then filtered or moved on the page")
    assert "Then filtered or moved on the page" in texts
    drawn = [set(g.get("data-facts").split()) for g in root.iter(f"{SVG}g") if g.get("data-facts")]
    assert set().union(*drawn) == tab.shown()[1]
    left, top, wide, tall = map(float, root.get("viewBox").split())
    moved = {i: (p["x"], p["y"]) for i, p in tab.ask("bycn.placesNow()").items() if i in tab.shown()[0]}
    assert all(left < x < left + wide and top < y < top + tall for x, y in moved.values())


def test_the_key_of_numbered_names_follows_the_filters_too(tab, tmp_path):
    draw("BUTB", "--layout", "force", "--width", "85", "-o", str(tmp_path / "butb.html"))
    tab.open(tmp_path / "butb.html")
    tab.box("entity", "unnamed").uncheck()
    numbered = {g.get("data-numbered") for g in ET.fromstring(tab.saved("#svg")).iter() if g.get("data-numbered")}
    assert numbered
    assert numbered < tab.shown()[0]


def test_what_lies_in_what_is_saved_as_long_as_both_are_shown(tab, tmp_path):
    for name in ("path.html", "path.svg"):
        draw("--path", "Orsha", "Heilongjiang", "--layout", "path", "-o", str(tmp_path / name))
    tab.open(tmp_path / "path.html")

    def dotted(root):
        return [part.get("d") for part in root.iter() if "data-within" in part.attrib]

    ours = dotted(ET.parse(tmp_path / "path.svg").getroot())
    tab.box("fact", "TRADE_FLOW/import").uncheck()
    left = dotted(ET.fromstring(tab.saved("#svg")))
    assert set(left) < set(ours)
    assert len(left) == len(ours) - 1
    tab.box("entity", "unnamed").uncheck()
    texts = [part.text for part in ET.fromstring(tab.saved("#svg")).iter(f"{SVG}text")]
    assert "Dotted: one lies in the other" in texts
    tab.box("entity", "oblast").uncheck()
    assert "Dotted: one lies in the other" not in ET.fromstring(tab.saved("#svg")).itertext()


def test_print_gives_picture_and_legend(tab, vitebsk):
    tab.open(vitebsk)
    assert tab.page.pdf(landscape=True).startswith(b"%PDF")
    tab.page.emulate_media(media="print")
    tab.ask("window.dispatchEvent(new Event('beforeprint'))")
    assert tab.page.locator("#still svg .legend").is_visible()
    assert not tab.page.locator("header").is_visible()
