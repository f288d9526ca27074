"""`bycn draw` for print: fonts, sizes, resolutions, captions, and what fits a page."""

import re
import sys
from xml.etree import ElementTree as ET

import pytest

from bycn.notebook import OpenGraph
from bycn.pictures.printing import NoGlyph

from .png import pixels


def test_a_pdf_has_its_fonts_in_it_and_every_name_as_text(bycn, tmp_path):
    path = tmp_path / "fig.pdf"
    assert bycn("draw", "Vitebsk", "--languages", "be,zh", "-o", str(path)).code == 0
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"NotoSans-Regular" in content
    assert b"NotoSansCJK" in content
    again = tmp_path / "again.pdf"
    assert bycn("draw", "Vitebsk", "--languages", "be,zh", "-o", str(again)).code == 0
    assert again.read_bytes() == content


def test_a_png_is_as_wide_as_asked_for_at_300_dpi_and_says_where_it_comes_from(bycn, tmp_path):
    path = tmp_path / "fig.png"
    assert bycn("draw", "Orsha", "--width", "85mm", "-o", str(path)).code == 0
    width, height, density, rows = pixels(path.read_bytes())
    assert abs(width - 85 / 25.4 * 300) <= 1
    assert density == (11811, 11811, 1)
    assert rows > height / 2
    assert b"bycn draw Orsha --width 85mm" in path.read_bytes()


def test_type_that_gets_too_small_is_warned_of(bycn, tmp_path):
    said = bycn("draw", "Minsk", "--width", "50mm", "-o", str(tmp_path / "fig.svg"))
    assert said.code == 0
    assert re.search(r"at 50 mm the smallest type is \d\.\d pt, less than 7", said.err)


def test_a_caption_with_the_sources_goes_beside_the_figure(bycn, tmp_path):
    assert bycn("draw", "Orsha", "--caption", "-o", str(tmp_path / "fig.svg")).code == 0
    told = (tmp_path / "fig.txt").read_text(encoding="utf-8")
    assert told.startswith("Orsha and its ties. ")
    assert "\n\nFacts after Zalesskij" in told
    assert "drawn by: bycn draw Orsha --caption -o figure.svg\n" in told
    assert "- zalesskij-2024/fn-16: " in told


def test_a_character_that_no_font_has_is_refused_by_name(engine, tmp_path):
    with pytest.raises(NoGlyph, match=r"no font here has '\U0001e900' \(U\+1E900\) in 'A\U0001e900'"):
        OpenGraph(engine).draw("Orsha", title="A\U0001e900").save(tmp_path / "fig.pdf")
    assert list(tmp_path.iterdir()) == []


def test_without_typst_the_remedy_is_told(bycn, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    said = bycn("draw", "Orsha", "-o", str(tmp_path / "fig.pdf"))
    assert said.code == 1
    assert "pip install 'bycn[print]'" in said.err


def test_a_figure_that_is_taller_than_a_page_says_so(bycn, tmp_path):
    said = bycn("draw", "Vitebsk", "--width", "85mm", "-o", str(tmp_path / "fig.svg"))
    assert re.search(r"at 85 mm the figure is \d{3} mm tall, more than a page has", said.err)
    assert "pt, less than" not in said.err


@pytest.mark.parametrize("width", ["85mm", "170mm"])
def test_regions_in_print_have_type_of_seven_points_in_every_cell(bycn, tmp_path, width):
    path = tmp_path / "fig.svg"
    assert "pt, less than" not in bycn("draw", "--width", width, "-o", str(path)).err
    root = ET.parse(path).getroot()
    assert min(float(one.get("font-size")) for one in root.iter() if one.get("font-size")) * 0.75 >= 7
    for cell in root.findall(".//{*}g[@class='matrix']/{*}g[@data-by]"):
        firm, plans = cell.get("data-firm"), cell.get("data-plans")
        assert "".join(text.text for text in cell.findall("{*}text")) == firm + (f"+{plans}" if plans != "0" else "")


@pytest.mark.parametrize("width", [170, 180])
def test_the_whole_by_region_fits_a_page(engine, width):
    assert OpenGraph(engine).draw(width=width).remarks == []
