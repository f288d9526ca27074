"""What the page saves and prints, in a real browser."""

import re
from collections import Counter
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
    ours = ET.parse(tmp_path / "still.svg").getroot()
    its = ET.fromstring(tab.saved("#svg"))

    def parts(root, group):
        found = root.find(f"{SVG}g[@class='{group}']")
        texts = Counter((t.text, t.get("font-size")) for t in found.iter(f"{SVG}text"))
        looks = Counter(
            (p.get("stroke"), p.get("stroke-width"), p.get("stroke-dasharray"), numbers(p.get("d")))
            for p in (found.iter(f"{SVG}path") if group == "ties" else ())
        )
        return texts, looks, len(found.findall(f"{SVG}path"))

    for group in ("ties", "counts", "names", "entities"):
        assert parts(ours, group) == parts(its, group)
    legends = [{t.text for t in root.find(f"{SVG}g[@class='legend']").iter(f"{SVG}text")} for root in (ours, its)]
    assert legends[0] == legends[1]


def numbers(path):
    return tuple(round(float(n)) for n in re.findall(r"-?\d+(?:\.\d+)?", path))


def test_the_saved_svg_follows_the_filters(tab, vitebsk):
    tab.open(vitebsk)
    tab.box("fact", "LOCATED_IN").uncheck()
    root = ET.fromstring(tab.saved("#svg"))
    texts = {t.text for t in root.iter(f"{SVG}text")}
    assert not any((text or "").startswith("Located in") for text in texts)
    assert any("without located in" in (text or "") for text in texts)
    assert len(root.findall(f"{SVG}g[@class='entities']/{SVG}path")) == len(tab.shown()[0])


def test_print_gives_picture_and_legend(tab, vitebsk):
    tab.open(vitebsk)
    assert tab.page.pdf(landscape=True).startswith(b"%PDF")
    tab.page.emulate_media(media="print")
    tab.ask("window.dispatchEvent(new Event('beforeprint'))")
    assert tab.page.locator("#still svg .legend").is_visible()
    assert not tab.page.locator("header").is_visible()
