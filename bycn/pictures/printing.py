"""PDF and PNG without a browser: typst sets our own SVG, with fonts embedded."""

import re
import struct
import zlib
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bycn.graph_model.errors import BycnError
from bycn.pictures import fonts

if TYPE_CHECKING:
    import typst

DPI = 300
_INCH, _PIXELS = 25.4, 96
"""An inch in millimetres, and in the pixels of a drawing."""
_LESS = (1e-5, 2e-5)
"""How much less than whole pixels width and height are: typst rounds up, the height by the width."""
_SOURCE = b"""\
#set document(title: sys.inputs.title, description: sys.inputs.source, date: none)
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.title)
"""
_INVISIBLE = frozenset(range(0x21)) | {0xA0, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFE0E, 0xFE0F, 0xFEFF}


class NoPrinter(BycnError):
    """PDF and PNG need typst, which isn't installed."""


class NoGlyph(BycnError):
    """A character of the picture is in no font."""


def printed(svg: str, form: Literal["pdf", "png"], *, dpi: int = DPI, source: str = "") -> bytes:
    """A drawing as PDF or PNG: the same bytes for the same drawing and fonts.

    Raises:
        NoPrinter: typst isn't installed.
        NoGlyph: a character is in no font.

    """
    try:
        import typst
    except ImportError as error:
        raise NoPrinter(
            f"a .{form} needs typst: pip install 'bycn[print]'; or write .svg or .html, which need nothing"
        ) from error
    _check_glyphs(svg)
    title = unescape(re.search(r"<title>(.*?)</title>", svg, re.DOTALL)[1])  # type: ignore[index]
    if form == "png":
        svg = _in_whole_pixels(svg, dpi)
    made = typst.compile(
        _SOURCE,
        format=form,
        ppi=float(dpi),
        font_paths=_known_fonts(),
        sys_inputs={"svg": svg, "title": title, "source": source},
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made if form == "pdf" else _with_chunks(made, dpi, title, source)


def _in_whole_pixels(svg: str, dpi: int) -> str:
    """The drawing in a size of whole pixels: of any other typst drops or doubles rows of them, through letters too."""

    def sized(root: re.Match[str]) -> str:
        inch = _INCH if root[2] else _PIXELS
        wide, tall = (
            max(1, round(float(side) / inch * dpi)) * (1 - less) / dpi * _PIXELS
            for side, less in zip((root[1], root[3]), _LESS, strict=True)
        )
        return f'width="{wide:.5f}" height="{tall:.5f}" preserveAspectRatio="none"'

    return re.sub(r'width="([\d.]+)(mm)?" height="([\d.]+)(?:mm)?"', sized, svg, count=1)


def _check_glyphs(svg: str) -> None:
    lines = [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)", svg)]
    missing = {ord(char) for line in lines for char in line} - _INVISIBLE
    for path, index in _fonts():
        if not missing:
            return
        missing -= fonts.characters(path, index)
    if missing:
        char = chr(min(missing))
        line = next(line for line in lines if char in line)
        raise NoGlyph(
            f"no font here has '{char}' (U+{ord(char):04X}) in '{line}'; "
            "install one that has, such as Noto's for its script, or write .svg or .html"
        )


def _fonts() -> Iterator[tuple[Path, int]]:
    """The fonts that come with the package, then the system's."""
    yield from ((path, 0) for path in sorted(fonts.FOLDER.glob("*.?tf")))
    yield from sorted((Path(font.path), font.index) for font in _known_fonts().fonts() if font.path)


@cache
def _known_fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(font_paths=[fonts.FOLDER])


def _with_chunks(png: bytes, dpi: int, title: str, source: str) -> bytes:
    """A PNG with its resolution and where it comes from, behind its header.

    Source: PNG specification, third edition, 5.3, 11.3.3 and 11.3.4.3.
    """
    per_metre = round(dpi / _INCH * 1000)
    chunks = [
        (b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
        *((b"iTXt", name + b"\0\0\0\0\0" + text.encode()) for name, text in ((b"Title", title), (b"Source", source))),
    ]
    header_end = 33
    rest = re.sub(rb"\A\0\0\0\x09pHYs.{13}", b"", png[header_end:], flags=re.DOTALL)
    added = b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )
    return png[:header_end] + added + rest
