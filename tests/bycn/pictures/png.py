"""What a PNG holds, read off its bytes."""

import struct
import zlib


def pixels(png):
    """Width, height, dots per metre and how many different rows a PNG has."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    place, found, packed = 8, {}, b""
    while place < len(png):
        (length,), kind = struct.unpack(">I", png[place : place + 4]), png[place + 4 : place + 8]
        content = png[place + 8 : place + 8 + length]
        assert struct.unpack(">I", png[place + 8 + length : place + 12 + length])[0] == zlib.crc32(kind + content)
        found[kind] = content
        packed += content if kind == b"IDAT" else b""
        place += 12 + length
    width, height = struct.unpack(">II", found[b"IHDR"][:8])
    rows = zlib.decompress(packed)
    stride = len(rows) // height
    return (
        width,
        height,
        struct.unpack(">IIB", found[b"pHYs"]),
        len({rows[i * stride : (i + 1) * stride] for i in range(height)}),
    )
