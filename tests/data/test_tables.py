"""Lines that come in as a table beside the plan."""

import datetime as dt
import zipfile
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter
import xlsxwriter.worksheet
from sheets import Rows, Special, write_ods, write_xlsx

from flessenhals.data.plans.reader import load, loads
from flessenhals.data.source.errors import InputError
from flessenhals.solver.plan.plan import Plan

HEADER = ["id", "partner", "proposed", "minimum", "name.en", "name.nl", "tags"]


class Folder:
    """A folder with a plan whose lines stand in a table beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def plan(self, lines: str) -> Plan:
        (self.path / "plan.yaml").write_text(f"schema: 1\nplan: large\nlines: {lines}\n", encoding="utf-8")
        return load("plan.yaml")

    def refusal(self, lines: str) -> str:
        with pytest.raises(InputError) as refused:
            self.plan(lines)
        return str(refused.value)

    def csv(self, text: str, encoding: str = "utf-8") -> None:
        (self.path / "lines.csv").write_text(text, encoding=encoding, newline="")

    def workbook(
        self, rows: Rows, *, more_sheets: Mapping[str, Rows] | None = None, special: Special | None = None
    ) -> None:
        sheets = {"Lines": rows, **(more_sheets or {})}
        write_xlsx(self.path / "lines.xlsx", sheets, special)

    def ods(self, rows: Rows) -> None:
        write_ods(self.path / "lines.ods", {"Lines": rows})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path)


def test_a_line_a_row_with_the_fields_as_columns(folder: Folder) -> None:
    folder.csv(
        "id,partner,proposed,minimum,name.en,name.nl,tags\n"
        "nfi,nfi,12.5,50%,Lab,Laboratorium,forensic new\nom,om,3,,,,\n"
    )

    nfi, om = folder.plan("lines.csv").lines

    assert (nfi.proposed, nfi.minimum) == (Fraction(25, 2), Fraction(25, 4))
    assert nfi.name == {"en": "Lab", "nl": "Laboratorium"}
    assert nfi.tags == ("forensic", "new")
    assert (om.minimum, om.name, om.tags) == (0, None, ())


@pytest.mark.parametrize(
    "text", ["id;partner;proposed\r\nnfi;nfi;5\r\n", "\ufeff id , partner , proposed \nnfi, nfi , 5 \n\n,,\n"]
)
def test_semicolons_byte_order_marks_spaces_and_empty_rows_do_no_harm(folder: Folder, text: str) -> None:
    folder.csv(text)

    assert [(line.id, line.proposed) for line in folder.plan("lines.csv").lines] == [("nfi", 5)]


def test_a_quoted_cell_may_hold_the_delimiter_and_a_new_line(folder: Folder) -> None:
    folder.csv('id,partner,proposed,name\nnfi,nfi,5,"Lab,\nthe ""first"""\nom,om,x,\n')

    assert folder.refusal("lines.csv") == (
        "lines.csv:4:7: proposed 'x' is not a number -> write a plain number, such as 12.5"
    )


def test_a_table_in_a_folder_below_the_plan(folder: Folder) -> None:
    (folder.path / "tables").mkdir()
    (folder.path / "tables" / "lines.csv").write_text("id,partner,proposed\nnfi,nfi,5\n", encoding="utf-8")

    assert len(folder.plan("tables/lines.csv").lines) == 1


def test_a_link_out_of_the_folder_is_not_followed(folder: Folder, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "lines.csv"
    elsewhere.write_text("id,partner,proposed\nnfi,nfi,5\n", encoding="utf-8")
    (folder.path / "lines.csv").symlink_to(elsewhere)

    assert "a table stands beside the plan" in folder.refusal("lines.csv")


def test_a_text_has_no_table_beside_it() -> None:
    with pytest.raises(InputError, match="a plan that is not in a file has no table beside it"):
        loads("schema: 1\nplan: p\nlines: lines.csv\n")


def test_scenarios_and_changes_reach_into_a_table(folder: Folder) -> None:
    folder.csv("id,partner,proposed\nnfi,nfi,5\nom,om,3\n")
    folder.plan("lines.csv\nscenarios: {other: {lines: [{of: nfi, weight: 2}]}}")

    plan = load("plan.yaml", scenario="other", changes=["lines.om.minimum=1"])

    assert [(line.weight, line.minimum) for line in plan.lines] == [(2, 0), (1, 1)]


def test_more_than_two_hundred_faulty_lines_are_not_all_looked_at(folder: Folder) -> None:
    folder.csv("id,partner,proposed\n" + "nfi,nfi,x\n" * 300)

    with pytest.raises(InputError) as refused:
        folder.plan("lines.csv")

    assert refused.value.faults[-1].place.line == 301
    assert any(fault.wrong == "was read no further" for fault in refused.value.faults)


def test_at_most_a_hundred_thousand_lines(folder: Folder) -> None:
    folder.csv("id,partner,proposed\n" + "".join(f"l{number},p,1\n" for number in range(100_001)))

    assert folder.refusal("lines.csv") == (
        "lines.csv:100002: there are more than 100000 lines, of which a proof would take minutes and a gigabyte"
        " -> split the plan"
    )


def test_a_latin_1_table_is_refused_with_its_line(folder: Folder) -> None:
    folder.csv("id,partner,proposed,name\nnfi,nfi,5,Financi\u00ebn\n", encoding="latin-1")

    assert folder.refusal("lines.csv") == (
        "lines.csv:2:18: byte 0xEB is not UTF-8 -> save it as UTF-8 (in Excel: CSV UTF-8)"
    )


@pytest.mark.parametrize("kind", ["workbook", "ods"])
def test_a_spreadsheet_is_read_as_a_table(folder: Folder, kind: str) -> None:
    getattr(folder, kind)(
        [HEADER, ["nfi", "nfi", 12.5, "50%", "Lab", "Laboratorium", "forensic new"], ["om", "om", 3, 0.1]]
    )

    nfi, om = folder.plan("lines.xlsx" if kind == "workbook" else "lines.ods").lines

    assert (nfi.proposed, nfi.minimum, nfi.tags) == (Fraction(25, 2), Fraction(25, 4), ("forensic", "new"))
    assert (om.proposed, om.minimum) == (3, Fraction(1, 10))


def test_the_number_in_a_cell_is_never_ambiguous(folder: Folder) -> None:
    folder.workbook([HEADER[:3], ["nfi", "nfi", 1.234]])

    assert folder.plan("lines.xlsx").lines[0].proposed == Fraction(617, 500)


def test_a_number_that_is_text_is_read_as_text(folder: Folder) -> None:
    folder.workbook([HEADER[:3], ["nfi", "nfi", "400,5"], ["om", "om", "twelve"]])

    assert folder.refusal("lines.xlsx") == (
        "lines.xlsx:Lines!C3: proposed 'twelve' is not a number -> write a plain number, such as 12.5"
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
        (a_date, "'2026-01-01' is a date or time, not a number or text -> write a number or text in this cell"),
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


def test_one_of_several_sheets_has_to_be_named(folder: Folder) -> None:
    folder.workbook([HEADER[:3], ["nfi", "nfi", 5]], more_sheets={"Notes": [["for ourselves"]]})

    assert folder.refusal("lines.xlsx") == (
        "lines.xlsx: has 2 sheets: Lines, Notes -> name one: lines: {table: ..., sheet: ...}"
    )
    assert len(folder.plan("{table: lines.xlsx, sheet: Lines}").lines) == 1


def test_a_sheet_that_is_not_there(folder: Folder) -> None:
    folder.workbook([HEADER[:3], ["nfi", "nfi", 5]], more_sheets={"Notes": [["for ourselves"]]})

    assert (
        folder.refusal("{table: lines.xlsx, sheet: Line}") == "lines.xlsx: has no sheet 'Line' -> did you mean Lines?"
    )


def test_a_cell_beside_the_columns(folder: Folder) -> None:
    folder.workbook([HEADER[:3], ["nfi", "nfi", 5, 6]])

    assert folder.refusal("lines.xlsx") == (
        "lines.xlsx:Lines!D2: stands beside the columns of the header -> clear this cell"
    )


def test_a_cell_far_away_does_not_fill_memory(folder: Folder) -> None:
    folder.workbook([HEADER[:3], ["nfi", "nfi", 5]], special=lambda _, sheet: sheet.write("XFD1048576", 1))

    assert "has a cell far outside of any table of lines" in folder.refusal("lines.xlsx")


def test_an_empty_sheet(folder: Folder) -> None:
    folder.workbook([])

    assert folder.refusal("lines.xlsx") == (
        "plan.yaml:3:8: lines.xlsx is empty -> write the names of the fields in its first row"
    )


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"id,partner,proposed\n", "is not a workbook, whatever its name says -> save it as .xlsx, .ods or .csv"),
        (b"", "is not a workbook, whatever its name says -> save it as .xlsx, .ods or .csv"),
        (
            b"\xd0\xcf\x11\xe0" + bytes(600),
            "is an old .xls workbook, or one with a password -> save it as .xlsx without a password",
        ),
        (b"PK\x03\x04" + bytes(600), "is damaged or cut off -> fetch it again, or open it and save it again"),
    ],
    ids=["csv", "empty", "xls", "cut off"],
)
@pytest.mark.parametrize("name", ["lines.xlsx", "lines.ods"])
def test_a_file_that_is_no_workbook(folder: Folder, name: str, content: bytes, wrong: str) -> None:
    (folder.path / name).write_bytes(content)

    assert folder.refusal(name) == f"{name}: {wrong}"


@pytest.mark.parametrize("cut", [100, 1000, 3000])
def test_a_workbook_that_was_cut_off(folder: Folder, cut: int) -> None:
    folder.workbook([HEADER[:3], ["nfi", "nfi", 5]])
    path = folder.path / "lines.xlsx"
    path.write_bytes(path.read_bytes()[:cut])

    assert folder.refusal("lines.xlsx").startswith("lines.xlsx: is damaged or cut off")


@pytest.mark.parametrize(
    ("size", "wrong"),
    [(5_000_000, "unpacks to more than 100 times its size"), (21_000_000, "unpacks to more than 20 MB")],
)
def test_a_zip_bomb_is_not_opened(folder: Folder, size: int, wrong: str) -> None:
    with zipfile.ZipFile(folder.path / "lines.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(size))

    assert wrong in folder.refusal("lines.xlsx")


@pytest.mark.parametrize("name", ["lines.xlsx", "lines.ods"])
def test_a_zip_that_is_no_workbook(folder: Folder, name: str) -> None:
    with zipfile.ZipFile(folder.path / name, "w") as archive:
        archive.writestr("readme.txt", "hello")

    assert folder.refusal(name).startswith(f"{name}: is not a workbook as spreadsheet programs write it")


def test_a_document_type_is_refused(folder: Folder) -> None:
    with zipfile.ZipFile(folder.path / "lines.ods", "w") as archive:
        archive.writestr("content.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")

    assert "has a document type in it (content.xml)" in folder.refusal("lines.ods")


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
