"""Workbooks that were made to overwhelm a reader, or that say one thing to one reader and another to the next."""

import io
import os
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from flessenhals.data.plans.reader import load
from flessenhals.data.sheets.archive import parts_of
from flessenhals.data.sheets.pitfalls import factor_of, shown_factor, xlsx_notes
from flessenhals.data.sheets.sheet_cells import MOST_COLUMNS
from flessenhals.data.source.errors import InputError

SHEET = "xl/worksheets/sheet1.xml"
FAR = "lines.xlsx: sheet 'Lines' has a cell far outside of any table of lines -> clear everything around the lines"
UNUSUAL = "lines.xlsx: is not a workbook as spreadsheet programs write it -> open it and save it again"


REPEATED = (
    '<table:table table:name="content.xml"><table:table-row table:number-rows-repeated="{rows}">'
    '<table:table-cell table:number-columns-repeated="{columns}"><text:p>x</text:p></table:table-cell>'
    "</table:table-row></table:table>"
)


@pytest.fixture
def parts() -> dict[str, bytes]:
    """The parts of a good workbook of one line."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Lines")
        sheet.write_row(0, 0, ["id", "partner", "proposed"])
        sheet.write_row(1, 0, ["nfi", "nfi", 5])
    with zipfile.ZipFile(written) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


Read = Callable[[dict[str, bytes]], str]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Writes the parts as a workbook and gives back what a plan with it is refused for; nothing where it is read."""
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text("schema: 1\nplan: large\nlines: lines.xlsx\n", encoding="utf-8")

    def refusal(parts: dict[str, bytes]) -> str:
        with zipfile.ZipFile("lines.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return refusal_of_plan()

    return refusal


def refusal_of_plan() -> str:
    try:
        load("plan.yaml")
    except InputError as refused:
        return str(refused)
    return ""


def added(parts: dict[str, bytes], rows: str) -> dict[str, bytes]:
    return parts | {SHEET: parts[SHEET].replace(b"</sheetData>", rows.encode() + b"</sheetData>")}


def test_the_workbook_that_these_are_made_from_is_read(read: Read, parts: dict[str, bytes]) -> None:
    assert read(parts) == ""


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="XFD1048576"><v>1</v></c>',
        '<c r = "XFD1048576"><v>1</v></c>',
        '<c r="xfd1048576"><v>1</v></c>',
        '<c r="XFD&#49;048576"><v>1</v></c>',
        '<c x=">" r="XFD1048576"><v>1</v></c>',
        "<c s='0'\n r='XFD1048576'><v>1</v></c>",
        "<c><v>1</v></c>",
        '<a:c xmlns:a="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="XFD1048576"><a:v>1</a:v></a:c>',
        '<c r="A1048576" t="inlineStr"><is><t>x</t></is></c>',
    ],
)
def test_a_cell_far_away_is_seen_however_it_is_written(read: Read, parts: dict[str, bytes], cell: str) -> None:
    assert read(added(parts, f'<row r="1048576">{cell}</row>')) == FAR


def test_cells_without_addresses_are_counted(read: Read, parts: dict[str, bytes]) -> None:
    assert read(added(parts, f'<row r="3">{"<c><v>1</v></c>" * 27}</row>')) == FAR


def test_a_cell_far_away_with_nothing_in_it_does_no_harm(read: Read, parts: dict[str, bytes]) -> None:
    assert read(added(parts, '<row r="1048576"><c r="XFD1048576" s="0"/></row>')) == ""


def test_a_part_that_unpacks_to_more_than_it_says_is_not_unpacked_further(read: Read, parts: dict[str, bytes]) -> None:
    read(parts)
    whole = added(parts, f'<row r="3"><c r="A3" t="inlineStr"><is><t>{" " * 50_000_000}</t></is></c></row>')[SHEET]
    with zipfile.ZipFile("lines.xlsx") as archive:
        stated = archive.getinfo(SHEET).file_size
    path = Path("lines.xlsx")
    path.write_bytes(_with_stream(path.read_bytes(), whole, stated))
    tracemalloc.start()
    assert refusal_of_plan() == UNUSUAL
    assert tracemalloc.get_traced_memory()[1] < 40_000_000
    tracemalloc.stop()


def _with_stream(packed: bytes, content: bytes, stated: int) -> bytes:
    """The archive with another content for the sheet, of which the stated size and checksum only cover the start."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    stream = compressor.compress(content) + compressor.flush()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        others = {name: archive.read(name) for name in archive.namelist() if name != SHEET}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, other in others.items():
            archive.writestr(name, other)
        archive.writestr("padding.bin", bytes(range(256)) * 4_000)
        archive.writestr(SHEET, stream)
    written = bytearray(made.getvalue())
    with zipfile.ZipFile(made) as archive:
        local = archive.getinfo(SHEET).header_offset
    central = written.rindex(b"PK\x01\x02")
    for method, figures in ((local + 8, local + 14), (central + 10, central + 16)):
        written[method : method + 2] = struct.pack("<H", zipfile.ZIP_DEFLATED)
        written[figures : figures + 12] = struct.pack("<III", zlib.crc32(content[:stated]), len(stream), stated)
    return bytes(written)


@pytest.mark.parametrize("first", ["1", "0", "-1", "-99999999999", "16384"])
@pytest.mark.parametrize("last", ["1", "16384", "99999999999"])
def test_hidden_columns_are_counted_within_a_table_alone(
    read: Read, parts: dict[str, bytes], first: str, last: str
) -> None:
    hidden = f'<cols><col min="{first}" max="{last}" hidden="1"/></cols><sheetData>'.encode()
    read(parts | {SHEET: parts[SHEET].replace(b"<sheetData>", hidden)})
    notes = xlsx_notes(parts_of(Path("lines.xlsx").read_bytes(), "lines.xlsx"), "lines.xlsx")("Lines")
    assert notes.hidden_columns <= set(range(MOST_COLUMNS))


@pytest.mark.parametrize("sign", ["[", '"', "_", "*", "\\\\", "0,", ",", "[]", '""'])
def test_a_number_format_without_end_is_read_once(sign: str) -> None:
    started = time.process_time()
    factor_of("0" + sign * 500_000 + "0")
    assert time.process_time() - started < 5


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/workbook.xml", SHEET])
def test_an_element_of_any_number_of_attributes_is_refused(read: Read, parts: dict[str, bytes], part: str) -> None:
    long = b"<a " + b" ".join(b'a%d=">"' % number for number in range(60_000)) + b"/>"
    crowded = parts | {part: parts[part].replace(b"</", long + b"</", 1), "padding.bin": os.urandom(250_000)}
    assert read(crowded) == (
        f"lines.xlsx: has more in it than a table of lines needs ({part}) -> save the lines as .csv"
    )


@pytest.mark.parametrize(
    "content", ["<?xml version='1.0' encoding='utf-16'?><a/>".encode("utf-16"), b"<!DOCTYPE a><a/>"]
)
def test_what_no_reader_looks_at_plays_no_part(read: Read, parts: dict[str, bytes], content: bytes) -> None:
    """Excel keeps its queries and what others put there in parts of their own, in UTF-16 too."""
    assert read(parts | {"customXml/item1.xml": content, "docProps/custom.xml": content}) == ""


def test_two_parts_of_one_name_are_refused(read: Read, parts: dict[str, bytes]) -> None:
    assert read(parts | {SHEET.upper(): parts[SHEET]}) == UNUSUAL


def test_two_sheets_of_one_name_are_refused(read: Read, parts: dict[str, bytes]) -> None:
    book = parts["xl/workbook.xml"]
    sheet = book[book.index(b"<sheet ") : book.index(b"</sheets>")]
    doubled = book.replace(sheet, sheet + sheet.replace(b'sheetId="1"', b'sheetId="2"'))
    assert "has 2 sheets: Lines, Lines" in read(parts | {"xl/workbook.xml": doubled})


def test_a_document_type_in_utf_16_is_not_missed(read: Read, parts: dict[str, bytes]) -> None:
    hidden = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><sst/>'.encode("utf-16")
    assert read(parts | {"xl/sharedStrings.xml": hidden}) == UNUSUAL


def test_thousands_of_parts_are_refused(read: Read, parts: dict[str, bytes]) -> None:
    many = {f"xl/{number}.xml": b"<a/>" for number in range(2_000)}
    assert read(parts | many) == "lines.xlsx: has more than 2000 parts -> open it and save it again"


@pytest.mark.parametrize(
    ("part", "content"),
    [("xl/workbook.xml", b""), ("xl/workbook.xml", b"<a>"), (SHEET, b""), (SHEET, b"<worksheet><sheetData><row")],
)
def test_a_part_that_is_no_xml_is_refused(read: Read, parts: dict[str, bytes], part: str, content: bytes) -> None:
    assert read(parts | {part: content}) == UNUSUAL


def test_a_sheet_whose_part_is_not_there_is_refused(read: Read, parts: dict[str, bytes]) -> None:
    del parts[SHEET]
    assert read(parts) == UNUSUAL


@pytest.mark.parametrize("number", ["1e400", "nan", "-1e400"])
def test_a_cell_that_no_spreadsheet_could_hold_is_no_amount(read: Read, parts: dict[str, bytes], number: str) -> None:
    wrong = read(parts | {SHEET: parts[SHEET].replace(b"<v>5</v>", f"<v>{number}</v>".encode())})
    assert wrong.startswith("lines.xlsx:Lines!C2: proposed '")


def test_a_name_in_the_archive_that_leads_out_of_it_writes_nothing(read: Read, parts: dict[str, bytes]) -> None:
    assert read(parts | {"../escaped.txt": b"x"}) == ""
    assert not Path("../escaped.txt").exists()


def test_a_workbook_with_a_password_is_refused(read: Read, parts: dict[str, bytes]) -> None:
    read(parts)
    written = bytearray(Path("lines.xlsx").read_bytes())
    central = written.index(b"PK\x01\x02")
    written[central + 8 : central + 10] = b"\x01\x00"  # the flag of encrypted parts
    Path("lines.xlsx").write_bytes(written)
    assert refusal_of_plan() == "lines.xlsx: has a password -> save it without a password"


def test_a_part_in_an_encoding_that_nobody_knows(parts: dict[str, bytes], read: Read) -> None:
    for name in ("xl/workbook.xml", "xl/styles.xml", SHEET):
        assert read(parts | {name: parts[name].replace(b"UTF-8", b"x", 1)}) == UNUSUAL


@pytest.mark.parametrize(
    ("part", "before", "text"),
    [
        (SHEET, b"</sheetData>", b"<row>" + b"<c/>" * 4_700_000 + b"</row>"),
        (SHEET, b"</sheetData>", (b"<row>" + b"<c/>" * 20 + b"</row>") * 20_000),
        (SHEET, b"</sheetData>", b"<row/>" * 310_000),
        (SHEET, b"</worksheet>", b'<mergeCell ref="A1:B2"/>' * 50_000),
        (SHEET, b"</worksheet>", b'<mergeCell\tref="A1:B2"/>' * 50_000),
        ("xl/workbook.xml", b"</sheets>", b'<sheet name="a"/>' * 400_000),
        ("xl/styles.xml", b"</cellXfs>", b"<x/>" * 4_800_000),
        ("xl/styles.xml", b"</cellXfs>", b"<a>" * 400_000 + b"</a>" * 400_000),
    ],
)
def test_more_than_a_table_of_lines_needs_is_refused_before_it_is_built(
    part: str, before: bytes, text: bytes, parts: dict[str, bytes], read: Read
) -> None:
    crowded = parts | {part: parts[part].replace(before, text + before), "padding.bin": os.urandom(250_000)}
    name = "Lines" if len(text) < 2_000_000 and part == SHEET and b"merge" not in text else part
    assert read(crowded) == (
        f"lines.xlsx: has more in it than a table of lines needs ({name}) -> save the lines as .csv"
    )


@pytest.mark.parametrize(
    "sheets",
    [
        "<table:table><table:table-row><table:table-cell>" * 40_000
        + "</table:table-cell></table:table-row></table:table>" * 40_000,
        "<table:table/>" * 400_000,
        f"<table:table><table:table-row>{'<table:table-cell/>' * 400_000}</table:table-row></table:table>",
        REPEATED.format(rows=100_000, columns=3),
        REPEATED.format(rows=10_000, columns=26) * 2,
        REPEATED.format(rows='1" table:number-rows-repeated="100000', columns=3).replace(
            "table:number", 'xmlns:x="urn:x" x:number', 1
        ),
        REPEATED.format(rows=1_000, columns=2).replace("x<", f"{'x' * 30_000}<"),
        REPEATED.format(rows=1, columns=1).replace("x<", "<text:s text:c='2000000000'/><"),
    ],
)
def test_an_open_document_is_held_to_the_same(sheets: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text("schema: 1\nplan: large\nlines: lines.ods\n", encoding="utf-8")
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    with zipfile.ZipFile("lines.ods", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<office:x {spaces}>{sheets}</office:x>")
        archive.writestr("padding.bin", os.urandom(200_000))
    assert refusal_of_plan() == (
        "lines.ods: has more in it than a table of lines needs (content.xml) -> save the lines as .csv"
    )


@pytest.mark.parametrize("held", [" ", "", "1 000", "abc", "1e9999", "--1", "nan", "inf", "0x10"])
def test_a_cell_that_holds_no_number_shows_none_in_thousands(held: str) -> None:
    assert shown_factor(held, "27,5") == 1
    assert shown_factor("27500", "27,5") == 1000
