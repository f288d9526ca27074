"""The drawing in Inkscape and LibreOffice: each shows every name, in every script."""

import re
import shutil
import subprocess
from xml.etree import ElementTree as ET

import pypdfium2 as pdfium
import pytest

from bycn.loaders.opening import open_engine
from bycn.notebook import OpenGraph

COMMANDS = {
    "inkscape": ["inkscape", "drawing.svg", "--export-type=pdf", "--export-filename=drawing.pdf"],
    "soffice": ["soffice", "-env:UserInstallation=file://{home}", "--headless", "--convert-to", "pdf", "drawing.svg"],
}


@pytest.mark.parametrize("program", COMMANDS)
@pytest.mark.usefixtures("_cache_of_the_run")
def test_every_name_is_shown(program, tmp_path):
    if not shutil.which(program):
        pytest.skip(f"no {program}")
    with open_engine() as engine:
        svg = OpenGraph(engine).draw("Polotsk", languages=("en", "be", "zh")).svg
    (tmp_path / "drawing.svg").write_text(svg, encoding="utf-8")
    command = [part.format(home=tmp_path / "home") for part in COMMANDS[program]]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    pages = pdfium.PdfDocument(tmp_path / "drawing.pdf")
    said = squeezed("".join(page.get_textpage().get_text_bounded() for page in pages))
    names = [squeezed("".join(group.itertext())) for group in ET.fromstring(svg).findall(".//{*}g[@data-name]")]
    assert len(names) > 5
    assert [name for name in names if name not in said] == []


def squeezed(words):
    return re.sub(r"\s+", "", words)
