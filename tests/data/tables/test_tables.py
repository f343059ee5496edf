"""Lines that come in as a table beside the plan."""

import zipfile
from fractions import Fraction

import pytest
from plan_folders import Folder

from flessenhals.data.plans.reader import load, loads
from flessenhals.data.source.errors import InputError

HEADER = ["id", "partner", "proposed", "minimum", "name.en", "name.nl", "tags"]


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


def test_a_table_in_another_alphabet_than_utf_8_and_windows_is_refused_with_its_line(folder: Folder) -> None:
    folder.csv("id,partner,proposed,name\nnfi,nfi,5,Financi\u00ebn\n", encoding="cp850")

    assert folder.refusal("lines.csv") == (
        "lines.csv:2:18: byte 0x89 is not UTF-8 -> save it as UTF-8 (in Excel: CSV UTF-8)"
    )


@pytest.mark.parametrize("kind", ["workbook", "ods"])
def test_a_spreadsheet_is_read_as_a_table(folder: Folder, kind: str) -> None:
    getattr(folder, kind)(
        [HEADER, ["nfi", "nfi", 12.5, "50%", "Lab", "Laboratorium", "forensic new"], ["om", "om", 3, 0.1]]
    )

    nfi, om = folder.plan("lines.xlsx" if kind == "workbook" else "lines.ods").lines

    assert (nfi.proposed, nfi.minimum, nfi.tags) == (Fraction(25, 2), Fraction(25, 4), ("forensic", "new"))
    assert (om.proposed, om.minimum) == (3, Fraction(1, 10))


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
