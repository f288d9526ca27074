"""The drawing in three renderers that are none of ours: each shows every name, in every script."""

import re
from xml.etree import ElementTree as ET

import pytest

from bycn.loaders.opening import open_engine
from bycn.notebook import OpenGraph


@pytest.fixture(scope="module")
def text(_cache_of_the_run):
    with open_engine() as engine:
        return OpenGraph(engine).draw("Vitebsk", languages=("en", "be", "zh")).svg


def names_in(svg):
    names = ["".join(t.text for t in group) for group in ET.fromstring(svg).findall(".//{*}g[@data-name]")]
    assert len(names) > 60
    return {squeezed(name) for name in names}


def squeezed(words):
    return re.sub(r"\s+", "", words)


def test_chromium_shows_every_name(tab, text, tmp_path):
    path = tmp_path / "drawing.svg"
    path.write_text(text, encoding="utf-8")
    tab.page.goto(path.as_uri())
    shown = tab.ask("""() => [...document.querySelectorAll(".names text")].filter((text) => text.getBBox().width > 4)
      .map((text) => text.parentElement.textContent)""")
    assert names_in(text) <= {squeezed(name) for name in shown}


def test_mupdf_shows_every_name(text):
    mupdf = pytest.importorskip("pymupdf")
    said = squeezed(mupdf.open(stream=text.encode(), filetype="svg")[0].get_text())
    assert [name for name in names_in(text) if name not in said] == []


def test_cairo_shows_every_name(text):
    mupdf = pytest.importorskip("pymupdf")
    try:
        import cairosvg
    except (ImportError, OSError) as why:  # it needs the system's cairo
        pytest.skip(str(why))
    pdf = cairosvg.svg2pdf(bytestring=text.encode())
    said = squeezed(mupdf.open(stream=pdf, filetype="pdf")[0].get_text())
    assert [name for name in names_in(text) if name not in said] == []
