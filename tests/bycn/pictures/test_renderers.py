"""The drawing in three renderers that are none of ours: each shows every name, in every script."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pypdfium2 as pdfium
import pytest

from bycn.loaders.opening import open_engine
from bycn.notebook import OpenGraph
from bycn.pictures import printing

from .png import image


@pytest.fixture(scope="module")
def picture(_cache_of_the_run):
    with open_engine() as engine:
        return OpenGraph(engine).draw("Vitebsk", languages=("en", "be", "zh"))


def names_in(svg):
    names = ["".join(t.text for t in group) for group in ET.fromstring(svg).findall(".//{*}g[@data-name]")]
    assert len(names) > 60
    return {squeezed(name) for name in names}


def squeezed(words):
    return re.sub(r"\s+", "", words)


def test_chromium_shows_every_name(tab, picture, tmp_path):
    path = tmp_path / "drawing.svg"
    path.write_text(picture.svg, encoding="utf-8")
    tab.page.goto(path.as_uri())
    shown = tab.ask("""() => [...document.querySelectorAll(".names text")].filter((text) => text.getBBox().width > 4)
      .map((text) => text.parentElement.textContent)""")
    assert names_in(picture.svg) <= {squeezed(name) for name in shown}


def words_in(pdf):
    """What a reader finds in a PDF, without its blanks."""
    pages = pdfium.PdfDocument(pdf)
    return squeezed("".join(page.get_textpage().get_text_bounded() for page in pages))


def test_typst_shows_every_name(picture):
    said = words_in(picture.written("pdf"))
    lines = ET.fromstring(picture.svg).findall(".//{*}g[@data-name]/{*}text")
    assert len(lines) > 60
    # Line by line: names side by side are read across.
    assert [line.text for line in lines if squeezed(line.text) not in said] == []


def test_a_png_drops_no_row_of_pixels():
    tall = 335.6
    ramp = f'<rect width="100" height="{tall}" fill="#fff"/><path d="M0 0L100 0L0 {tall}Z"/>'
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="{tall}"><title>A ramp</title>{ramp}</svg>'
    for dpi in (72, 110, 150):
        _, _, rows = image(printing.printed(drawn, "png", dpi=dpi))
        dark = [sum(255 - red for red, _, _ in row) for row in rows]
        steps = [above - below for above, below in pairwise(dark)][2:-2]
        assert max(steps) < 1.3 * sum(steps) / len(steps)


def test_cairo_shows_every_name(picture):
    try:
        import cairosvg
    except (ImportError, OSError) as why:  # it needs the system's cairo
        pytest.skip(str(why))
    said = words_in(cairosvg.svg2pdf(bytestring=picture.svg.encode()))
    assert [name for name in names_in(picture.svg) if name not in said] == []
