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


def image(png):
    """Width, height and the rows of a PNG of eight bits a channel, each pixel as red, green and blue.

    Source: PNG specification, third edition, chapter 9 (filters).
    """
    place, packed = 8, b""
    while place < len(png):
        (length,), kind = struct.unpack(">I", png[place : place + 4]), png[place + 4 : place + 8]
        content = png[place + 8 : place + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", content[:10])
        packed += content if kind == b"IDAT" else b""
        place += 12 + length
    channels = {2: 3, 6: 4}[colour]
    assert depth == 8
    raw, stride = zlib.decompress(packed), width * channels
    rows, above = [], bytearray(stride)
    for at in range(height):
        start = at * (stride + 1)
        line = bytearray(raw[start + 1 : start + 1 + stride])
        for i in range(stride):
            left = line[i - channels] if i >= channels else 0
            corner = above[i - channels] if i >= channels else 0
            line[i] = (line[i] + _predicted(raw[start], left, above[i], corner)) & 255
        rows.append([tuple(line[i : i + 3]) for i in range(0, stride, channels)])
        above = line
    return width, height, rows


def _predicted(kind, left, up, corner):
    if kind == 4:
        guess = left + up - corner
        return min((left, up, corner), key=lambda one: abs(guess - one))
    return (0, left, up, (left + up) // 2)[kind]
