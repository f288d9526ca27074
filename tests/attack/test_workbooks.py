"""Workbooks that no spreadsheet wrote: refused in words, in the time and memory that their bytes deserve."""

import io
import os
import random
import re
import zipfile

import pytest

from bycn.loaders.workbooks.sheets import NotASpreadsheet, sheets
from tests.workbooks import Error, Link, ods, xlsx

from .test_fuzz import SEED, within

RUNS = int(os.environ.get("BYCN_ATTACK", "300"))
SECONDS = 20
SHEET = "xl/worksheets/sheet1.xml"
CELLS = {"city": [["id", "name", "country"], ["city/x", Link("X", "https://example.org"), Error("#N/A")], [1.5, True]]}
SOUND = {".xlsx": xlsx(CELLS), ".ods": ods(CELLS)}
FAR = '<row r="{}"><c r="{}" t="inlineStr"><is><t>x</t></is></c></row>'
ROWS = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
VALUES = ("99999999999", "-1", "", "ZZZZZZZ9999999999", "<", "&#0;", "1e999", "0", "unheard-of")


def with_member(book: bytes, name: str, change) -> bytes:
    """A workbook in which one part is another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        for member in archive.namelist():
            content = archive.read(member)
            changed.writestr(member, change(content) if member == name else content)
    return out.getvalue()


@pytest.mark.parametrize(
    "rows",
    [
        FAR.format(1, "A1") + FAR.format(1048576, "XFD1048576"),
        FAR.format(1, "A1") + FAR.format(1, "XFD1048576"),
        FAR.format(1, "a1") + FAR.format(1, "xfd1048576"),
        FAR.format(1, "A1") + FAR.format(4294967295, "ZZZZZZ4294967295"),
        (FAR.format(1, "A1") + FAR.format(1, "XFD1048576")).replace('r="', 'r = "'),
        (FAR.format(1, "A1") + FAR.format(1, "XFD1048576")).replace('"', "'"),
        FAR.format(1, "A1") + FAR.format(1, "A" + "9" * 5_000),
    ],
    ids=["a row", "a cell", "small letters", "no cell of a sheet", "blanks", "other marks", "no number"],
)
def test_cells_that_are_far_apart_are_not_filled_in(rows):
    book = with_member(SOUND[".xlsx"], SHEET, lambda _: f"{ROWS}{rows}</sheetData></worksheet>".encode())
    with within(SECONDS), pytest.raises(NotASpreadsheet):
        list(sheets(book, ".xlsx"))


@pytest.mark.parametrize("encoding", ["no-such", "UTF-1e9", "zlib", "idna"])
def test_an_encoding_that_there_is_none_of_is_told(encoding):
    head = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
    book = with_member(SOUND[".xlsx"], "xl/workbook.xml", lambda content: re.sub(rb"<\?xml.*?\?>", head, content))
    with within(SECONDS), pytest.raises(NotASpreadsheet):
        list(sheets(book, ".xlsx"))


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/styles.xml"])
@pytest.mark.parametrize("claimed", ["99999999999", "18446744073709551615", "4000000000"])
def test_a_count_that_nothing_holds_takes_no_memory(part, claimed):
    book = with_member(
        SOUND[".xlsx"], part, lambda data: re.sub(rb'ount="[0-9]+"', b'ount="%s"' % claimed.encode(), data)
    )
    with within(SECONDS), pytest.raises(NotASpreadsheet, match="claims to list more than it holds"):
        list(sheets(book, ".xlsx"))


def harmed(chance: random.Random, suffix: str) -> bytes:
    """A workbook with a few changes in one of its parts, or in the bytes of the whole."""
    book = SOUND[suffix]
    if chance.random() < 0.2:
        changed = bytearray(book)
        for _ in range(chance.randrange(1, 6)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        name = chance.choice([member for member in archive.namelist() if member.endswith((".xml", ".rels"))])

    def change(content: bytes) -> bytes:
        text = content.decode()
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(text) + 1)
            values = list(re.finditer(r'"([^"]*)"', text))
            first, last = chance.choice(
                [(place, place), (place, place + chance.randrange(30)), chance.choice(values).span(1)]
                if values
                else [(place, place)]
            )
            text = text[:first] + chance.choice(VALUES) + text[last:]
        return text.encode()

    return with_member(book, name, change)


@pytest.mark.parametrize("suffix", SOUND)
def test_any_change_is_read_or_told(suffix):
    failures = []
    for number in range(RUNS):
        with within(SECONDS):
            try:
                list(sheets(harmed(random.Random(f"{SEED}:{number}"), suffix), suffix))
            except NotASpreadsheet as told:
                if not str(told):
                    failures.append(f"{SEED}:{number}: no word")
            except BaseException as error:
                failures.append(f"{SEED}:{number}: {error!r}")
    assert not failures, "\n".join(failures)
