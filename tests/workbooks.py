"""Workbooks of our own making: `.xlsx` by a library, `.ods` by hand, with all that spreadsheets put into them."""

import io
import zipfile
from datetime import date, datetime
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter


class Error(NamedTuple):
    """A cell that shows an error."""

    shown: str


class Shown(NamedTuple):
    """A date in a number format of Excel."""

    day: date
    number_format: str


class Link(NamedTuple):
    """A text that leads somewhere."""

    text: str
    address: str


def xlsx(sheets: dict[str, list[list[object]]]) -> bytes:
    """An `.xlsx` of these sheets."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data)
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for line, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, Error):
                    sheet.write_formula(line, place, "=A1", None, value.shown)
                elif isinstance(value, Shown):
                    shown = book.add_format({"num_format": value.number_format})
                    sheet.write_datetime(line, place, datetime.combine(value.day, datetime.min.time()), shown)
                elif isinstance(value, Link):
                    sheet.write_url(line, place, value.address, string=value.text)
                elif isinstance(value, str):
                    sheet.write_string(line, place, value)
                elif value is not None:
                    sheet.write(line, place, value)
    book.close()
    return data.getvalue()


_STYLES = {
    "mm/yyyy": '<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>',
    "yyyy": '<number:year number:style="long"/>',
    "dd.mm.yyyy": "<number:day/><number:text>.</number:text><number:month/><number:text>.</number:text><number:year/>",
}
_SPACES = (
    "".join(
        f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("number", "datastyle"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    + ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def ods(sheets: dict[str, list[list[object]]]) -> bytes:
    """An `.ods` of these sheets, as LibreOffice writes it: empty cells and rows repeated to the end."""
    styles = "".join(
        f'<number:date-style style:name="N{n}">{parts}</number:date-style>'
        f'<style:style style:name="ce{n}" style:family="table-cell" style:data-style-name="N{n}"/>'
        for n, parts in enumerate(_STYLES.values())
    )
    tables = "".join(
        f'<table:table table:name={quoteattr(name)}><table:table-column table:number-columns-repeated="16384"/>'
        + "".join(
            "<table:table-row>"
            + "".join(map(_ods_cell, row))
            + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
            for row in rows
        )
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
        for name, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{_SPACES} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return data.getvalue()


def _ods_cell(value: object) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, Error):
        return (
            '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">'
            f"<text:p>{value.shown}</text:p></table:table-cell>"
        )
    if isinstance(value, Shown):
        style = list(_STYLES).index(value.number_format)
        return (
            f'<table:table-cell table:style-name="ce{style}" office:value-type="date" '
            f'office:date-value="{value.day}"><text:p>{value.day}</text:p></table:table-cell>'
        )
    if isinstance(value, Link):
        text = f"<text:a xlink:href={quoteattr(value.address)}>{escape(value.text)}</text:a>"
        return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    if isinstance(value, int | float):
        told = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {told}><text:p>{value}</text:p></table:table-cell>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


WRITERS = {".xlsx": xlsx, ".ods": ods}
