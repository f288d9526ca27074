"""Fonts for PDF and PNG (Noto, SIL Open Font License 1.1, cut down to what names need), and what a font can write."""

import struct
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent
FAMILIES = '"Noto Sans", "Noto Sans CJK SC", sans-serif'


def characters(path: Path, index: int = 0) -> set[int]:
    """The code points that a font has a glyph for, as its table `cmap` tells; none where the file can't be read.

    Source: OpenType specification 1.9, chapters "OpenType font file" and "cmap" (formats 4 and 12).
    """
    try:
        return set(_mapped(path.read_bytes(), index))
    except (OSError, struct.error, IndexError):
        return set()


def _mapped(font: bytes, index: int) -> Iterator[int]:
    start = struct.unpack_from(">I", font, 12 + 4 * index)[0] if font[:4] == b"ttcf" else 0
    (tables,) = struct.unpack_from(">H", font, start + 4)
    records = (struct.unpack_from(">4s4xII", font, start + 12 + 16 * n) for n in range(tables))
    cmap = next((offset for tag, offset, _ in records if tag == b"cmap"), None)
    if cmap is None:
        return
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    for n in range(count):
        table = cmap + struct.unpack_from(">4xI", font, cmap + 4 + 8 * n)[0]
        (form,) = struct.unpack_from(">H", font, table)
        if form == 12:
            (groups,) = struct.unpack_from(">I", font, table + 12)
            for group in range(groups):
                first, last, _ = struct.unpack_from(">III", font, table + 16 + 12 * group)
                yield from range(first, last + 1)
        elif form == 4:
            (twice,) = struct.unpack_from(">H", font, table + 6)
            lasts = struct.unpack_from(f">{twice // 2}H", font, table + 14)
            firsts = struct.unpack_from(f">{twice // 2}H", font, table + 16 + twice)
            for first, last in zip(firsts, lasts, strict=True):
                yield from range(first, min(last, 0xFFFE) + 1)
