"""Cells of workbooks that hold a line's figures: exact, or refused where they are not certain."""

import datetime as dt
import zipfile
from fractions import Fraction

import pytest
import xlsxwriter
import xlsxwriter.worksheet
from plan_folders import Folder
from sheets import Special

HEADER = ["id", "partner", "proposed", "minimum", "name.en", "name.nl", "tags"]


def test_the_number_in_a_cell_is_never_ambiguous(folder: Folder) -> None:
    folder.workbook([HEADER[:3], ["nfi", "nfi", 1.234]])

    assert folder.plan("lines.xlsx").lines[0].proposed == Fraction(617, 500)


def test_a_number_that_is_text_is_read_as_text_and_advice_has_its_decimal_comma(folder: Folder) -> None:
    folder.workbook([HEADER[:3], ["nfi", "nfi", "400,5"], ["om", "om", "twelve"]])

    assert folder.refusal("lines.xlsx") == (
        "lines.xlsx:Lines!C3: proposed 'twelve' is not a number -> write a plain number, such as 12,5"
    )


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        (True, "'True' is a yes or no, not a number or text -> write a number or text in this cell"),
        (-5, "proposed '-5' is below 0 -> write 0 or more"),
        (1e20, "proposed '100000000000000000000' has more than 15 digits -> write it in a larger unit"),
    ],
)
def test_a_cell_that_is_no_amount(folder: Folder, value: object, wrong: str) -> None:
    folder.workbook([HEADER[:3], ["nfi", "nfi", value]])

    assert folder.refusal("lines.xlsx") == f"lines.xlsx:Lines!C2: {wrong}"


def a_date(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.write_datetime("D2", dt.date(2026, 1, 1), book.add_format({"num_format": "yyyy-mm-dd"}))


def a_percentage(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.write_number("D2", 0.5, book.add_format({"num_format": "0%"}))


@pytest.mark.parametrize(
    ("special", "wrong"),
    [
        (
            a_date,
            "'2026-01-01' is a date or time, not a number or text"
            " -> format the cell as a number, and check the amount in it",
        ),
        (
            lambda _, sheet: sheet.write_formula("D2", "=1+1", None, ""),
            "has a formula that was never calculated -> open the workbook, save it, and try again",
        ),
        (
            lambda _, sheet: sheet.write_formula("D2", "=1+1"),
            "has a formula that was never calculated -> open the workbook, save it, and try again",
        ),
        (
            lambda _, sheet: sheet.write_formula("D2", "=1/0", None, "#DIV/0!"),
            "is an error in the spreadsheet -> mend its formula",
        ),
        (a_percentage, "is formatted as a percentage -> write a share as text, '50%, or format the cell as a number"),
        (
            lambda _, sheet: sheet.merge_range("D2:D3", 1),
            "D2:D3 are merged -> undo the merge and fill every cell",
        ),
    ],
    ids=["date", "without a value", "with the value of a writer", "error", "percentage", "merged"],
)
def test_a_cell_that_cannot_be_read_with_certainty(folder: Folder, special: Special, wrong: str) -> None:
    folder.workbook([HEADER[:4], ["nfi", "nfi", 5]], special=special)

    assert folder.refusal("lines.xlsx") == f"lines.xlsx:Lines!D2: {wrong}"


def test_a_cell_beside_the_columns(folder: Folder) -> None:
    folder.workbook([HEADER[:3], ["nfi", "nfi", 5, 6]])

    assert folder.refusal("lines.xlsx") == (
        "lines.xlsx:Lines!D2: stands beside the columns of the header -> clear this cell"
    )


def test_a_cell_far_away_does_not_fill_memory(folder: Folder) -> None:
    folder.workbook([HEADER[:3], ["nfi", "nfi", 5]], special=lambda _, sheet: sheet.write("XFD1048576", 1))

    assert "has a cell far outside of any table of lines" in folder.refusal("lines.xlsx")


ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="Lines">
<table:table-row>{header}</table:table-row>
<table:table-row>{cells}</table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


MANIFEST = """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
</manifest:manifest>"""


def ods_text(word: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{word}</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("attributes", "wrong"),
    [
        ('table:formula="of:=1+1"', "C2: has a formula that was never calculated"),
        ('office:value-type="percentage" office:value="0.5"', "C2: is formatted as a percentage"),
        (
            'office:value-type="float" office:value="5" table:number-columns-spanned="2"',
            "C2: is merged with its neighbours",
        ),
        (
            'office:value-type="float" office:value="5" table:number-columns-repeated="16384"',
            "far outside of any table",
        ),
        (
            'office:value-type="float" office:value="5" table:number-columns-repeated="+16384"',
            "far outside of any table",
        ),
    ],
    ids=["never calculated", "percentage", "merged", "far away", "far away by an odd number"],
)
def test_an_ods_cell_that_cannot_be_read_with_certainty(folder: Folder, attributes: str, wrong: str) -> None:
    header = "".join(map(ods_text, HEADER[:3]))
    cells = f"{ods_text('nfi')}{ods_text('nfi')}<table:table-cell {attributes}><text:p>5</text:p></table:table-cell>"
    with zipfile.ZipFile(folder.path / "lines.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", ODS.format(header=header, cells=cells))

    assert wrong in folder.refusal("lines.ods")


def test_an_ods_cell_far_away_counts_without_a_text_too(folder: Folder) -> None:
    header = "".join(map(ods_text, HEADER[:3]))
    cell = '<table:table-cell office:value-type="float" office:value="5" table:number-columns-repeated="16384"/>'
    with zipfile.ZipFile(folder.path / "lines.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", ODS.format(header=header, cells=cell))

    assert "far outside of any table" in folder.refusal("lines.ods")
