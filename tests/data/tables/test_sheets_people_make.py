"""Sheets as people make them: read without retyping, told in words, and refused where they can mean two things."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter
from judge import asked
from people_sheets import CSV, PLAN, WANTED, plan_of, read, refusal, said, workbook
from sheets import write_xlsx

from flessenhals.data.plans.reader import loads
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.data.sheets.pitfalls import factor_of, shown_factor
from flessenhals.data.source.errors import InputError
from flessenhals.data.source.remarks import heard
from flessenhals.solver.plan.plan import Line, Plan

WRITTEN_BY_LIBREOFFICE = Path(__file__).parent / "sheets"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("title-and-total.xlsx", {"title", "header", "column", "columns", "named", "total", "note", "unit"}),
        ("title-and-total.ods", {"title", "header", "column", "columns", "named", "total", "note", "unit"}),
        ("title-and-total.csv", {"title", "header", "column", "columns", "named", "total", "note", "unit"}),
        ("filtered.xlsx", {"hidden"}),
        ("filtered.ods", {"hidden"}),
        ("computed.xlsx", set()),
        ("computed.ods", set()),
    ],
)
def test_a_sheet_that_libreoffice_wrote(name: str, kinds: set[str]) -> None:
    with heard() as remarks:
        found = read_proposal(WRITTEN_BY_LIBREOFFICE / name, loads(PLAN))

    assert found.amounts == WANTED
    assert {remark.kind for remark in remarks} == kinds


@pytest.mark.parametrize("name", ["shown-in-thousands.xlsx", "shown-in-thousands.ods"])
def test_a_cell_shown_in_thousands_is_refused_with_both_amounts(name: str) -> None:
    with pytest.raises(InputError) as refused:
        read_proposal(WRITTEN_BY_LIBREOFFICE / name, loads(PLAN))

    assert "B2: police is shown as 27.45 and holds 27450 -> write 27.45 or 27450 in a cell that shows it whole" in str(
        refused.value
    )


@pytest.mark.parametrize(
    ("unit", "police"),
    [("EUR thousand", "27.45"), ("EUR 1.000", "27.45"), ("duizend euro", "27.45"), ("euro", "27450")],
)
@pytest.mark.parametrize("name", ["shown-in-thousands.xlsx", "shown-in-thousands.ods"])
def test_where_the_plan_says_what_it_counts_in_a_cell_shown_in_thousands_has_one_meaning(
    name: str, unit: str, police: str
) -> None:
    with heard() as remarks:
        found = read_proposal(WRITTEN_BY_LIBREOFFICE / name, loads(PLAN.replace("EUR million per year", unit)))

    assert found.amounts["police"] == Fraction(police)
    assert ("scaled", "27.45 / 27450", police) in said(list(remarks))


@pytest.mark.parametrize(
    ("code", "factor"),
    [
        ("#,##0.0,", 1_000),
        ("#,##0,", 1_000),
        ('0.0,," mln"', 1_000_000),
        ("0,.0", 1_000),
        ("#,##0", 1),
        ("General", 1),
        ('#,##0" k,"', 1),
        ("[$€-413] #,##0.00", 1),
        ('_ "€" * #,##0.00_ ;_ "€" * -#,##0.00_ ', 1),
    ],
)
def test_which_number_formats_of_excel_show_thousands(code: str, factor: int) -> None:
    assert factor_of(code) == factor


@pytest.mark.parametrize(
    ("value", "shown", "factor"),
    [("27450", "27,5", 1_000), ("27450", "27.450", 1), ("1500", "1.500", 1), ("1500", "€ 1.500,00", 1), ("0", "-", 1)],
)
def test_which_texts_of_an_ods_cell_show_thousands(value: str, shown: str, factor: int) -> None:
    assert shown_factor(value, shown) == factor


def test_a_clean_sheet_is_read_without_a_word() -> None:
    assert read(CSV) == (WANTED, [])


def test_notes_and_headings_between_the_lines_are_passed_over() -> None:
    amounts, remarks = read(
        "line;amount\nHandhaving;\npolice;27,45\nom;5,1\ncourts;3\n\n* voorlopige cijfers;\nBron: begroting 2026\n"
    )

    assert amounts == WANTED
    assert said(remarks) == [
        ("note", "Handhaving", None),
        ("note", "* voorlopige cijfers", None),
        ("note", "Bron: begroting 2026", None),
    ]


def test_a_note_with_an_amount_is_a_line_that_is_not_known() -> None:
    assert "'Handhaving' is not a line of small" in refusal(f"{CSV}Handhaving;12\n")


def test_a_misspelt_line_without_an_amount_is_no_note() -> None:
    assert "'polise' is not a line of small -> did you mean police?" in refusal(
        "line;amount\npolise;\nom;5,1\ncourts;3\n"
    )


def test_an_amount_without_a_line_is_refused() -> None:
    assert refusal(f"{CSV};35,55\n") == (
        "s.csv:5: line is missing in this row -> write the id of the line, or remove the row if it adds up others"
    )


def test_blank_rows_and_columns_and_trailing_separators_are_no_trouble() -> None:
    assert read(";;;;\n\n;line;;amount;;\n;;;;;\n;police;;27,45;;\n;om;;5,1;;\n\n;courts;;3;;\n")[0] == WANTED


@pytest.mark.parametrize("first", ["\n", "\n\n", "  \n"])
def test_the_separator_is_that_of_the_first_line_with_something_in_it(first: str) -> None:
    assert read(first + CSV) == (WANTED, [])


def test_a_title_with_a_comma_above_a_table_with_semicolons() -> None:
    assert read(f"Begroting 2026, concept, niet verspreiden\n{CSV}")[0] == WANTED


def test_a_header_that_comes_again_on_the_next_page() -> None:
    amounts, remarks = read("line;amount\npolice;27,45\nLine;Amount\nom;5,1\ncourts;3\n")

    assert amounts == WANTED
    assert said(remarks) == [("header again", "Line", None)]


def test_a_row_of_hashtags_is_passed_over() -> None:
    amounts, remarks = read("line;amount\n#activity+code;#value +eur\npolice;27,45\nom;5,1\ncourts;3\n")

    assert amounts == WANTED
    assert said(remarks) == [("hashtags", "#activity+code", None)]


@pytest.mark.parametrize("error", ["#REF!", "#VALUE!", "#N/A", "#DIV/0!"])
def test_an_error_of_a_spreadsheet_is_no_hashtag(error: str) -> None:
    assert "is an error in the spreadsheet" in refusal(CSV.replace("27,45", error))


@pytest.mark.parametrize("file", ["s.xlsx", "s.ods"])
def test_a_workbook_with_empty_rows_and_columns_around_its_table(file: str) -> None:
    rows = [[], ["", "", ""], ["", "Post", "Bedrag"], ["", "police", 27.45], [], ["", "om", 5.1], ["", "courts", 3]]

    assert workbook(rows, file)[0] == WANTED


Special = Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]


@pytest.mark.parametrize(
    "special",
    [
        lambda book, sheet: sheet.write_number("C2", 0.5, book.add_format({"num_format": "0%"})),
        lambda _, sheet: sheet.write_formula("C2", "=1/0", None, "#DIV/0!"),
        lambda _, sheet: sheet.write_boolean("C2", True),  # noqa: FBT003 - a cell
        lambda _, sheet: sheet.merge_range("C2:C4", "together"),
    ],
    ids=["percentage", "error", "boolean", "merged"],
)
def test_what_stands_in_a_column_that_nobody_needs_does_no_harm(special: Special) -> None:
    rows = [["line", "amount", "share"], ["police", 27.45], ["om", 5.1], ["courts", 3]]
    write_xlsx(Path("s.xlsx"), {"Blad1": rows}, special)

    assert read_proposal("s.xlsx", loads(PLAN)).amounts == WANTED


def test_a_merged_title_does_no_harm_and_a_merged_amount_does() -> None:
    rows = [[], ["line", "amount"], ["police", 27.45], ["om", 5.1], ["courts", 3]]
    write_xlsx(Path("s.xlsx"), {"Blad1": rows}, lambda _, sheet: sheet.merge_range("A1:B1", "Voorstel"))
    assert read_proposal("s.xlsx", loads(PLAN)).amounts == WANTED

    write_xlsx(Path("s.xlsx"), {"Blad1": rows}, lambda _, sheet: sheet.merge_range("B3:B4", 32.55))
    with pytest.raises(InputError, match="B3:B4 are merged -> undo the merge and fill every cell"):
        read_proposal("s.xlsx", loads(PLAN))


def test_a_hidden_row_and_a_hidden_column_count_and_are_told() -> None:
    def hide(_: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column("B:B", None, None, {"hidden": True})

    rows = [["line", "amount"], ["police", 27.45], ["om", 5.1], ["courts", 3]]
    write_xlsx(Path("s.xlsx"), {"Blad1": rows}, hide)

    with heard() as remarks:
        assert read_proposal("s.xlsx", loads(PLAN)).amounts == WANTED
    assert said(list(remarks)) == [("hidden", "om", None), ("hidden column", "amount", None)]


def test_lines_as_dutch_excel_saves_them() -> None:
    plan, remarks = plan_of(
        "Begroting 2026;;;\nPost;Organisatie;Gevraagd;Minimum\nWijkagenten;Nationale Politie;€ 1.012,5;50%\n"
        "OM: keten;om;7,25;1\nTotaal;;1.019,75;\n",
        "unit: EUR million\npartners: {police: Nationale Politie, om: Openbaar Ministerie}\n",
    )

    assert [(line.id, line.partner, line.proposed, line.minimum) for line in plan.lines] == [
        ("wijkagenten", "police", Fraction("1012.5"), Fraction("506.25")),
        ("om-keten", "om", Fraction("7.25"), 1),
    ]
    assert {kind for kind, _, _ in said(remarks)} == {"title", "header", "column", "named", "id", "total"}


def test_a_column_of_numbers_that_is_no_field_is_refused_and_one_of_texts_is_told() -> None:
    with pytest.raises(InputError, match="'Realisatie' is not a field of a line"):
        plan_of("id;partner;proposed;Realisatie\na;p;5;4\n")

    assert said(plan_of("id;partner;proposed;Contact\na;p;5;J. Jansen\n")[1]) == [("columns", "Contact", None)]


def test_the_command_tells_how_it_read_on_stderr_and_in_json() -> None:
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    Path("s.csv").write_text(f"{CSV}Totaal;35,55\n", encoding="utf-8")

    answer = asked(["compare", "s.csv", "--plan", "plan.yaml", "--lang", "nl", "-f", "json"])

    assert answer.err == "s.csv:5:1: 'Totaal' is een totaal, 35.55, en het klopt: overgeslagen\n"
    assert json.loads(answer.out)["read"] == [
        {
            "file": "s.csv",
            "line": 5,
            "column": 1,
            "kind": "total",
            "typed": "Totaal",
            "read_as": "35.55",
            "says": "s.csv:5:1: 'Totaal' is een totaal, 35.55, en het klopt: overgeslagen",
        }
    ]


def test_python_warns_of_how_it_read() -> None:
    import flessenhals as fh  # noqa: PLC0415 - to see where the warning points

    Path("s.csv").write_text(f"{CSV}Totaal;35,55\n", encoding="utf-8")

    with pytest.warns(fh.ReadingWarning, match="'Totaal' is a total, 35.55, and adds up") as told:
        fh.compare(loads(PLAN), "s.csv")
    assert told[0].filename == __file__


def test_columns_separated_by_tabs() -> None:
    assert read("line\tamount\npolice\t27,45\nom\t5,1\ncourts\t3\n")[0] == WANTED
    assert read("line\tname\tamount\npolice\tPolice, national\t27.45\nom\t\t5.1\ncourts\t\t3\n")[0] == WANTED


def test_a_table_of_lines_may_have_a_column_for_every_field_of_a_line() -> None:
    plan, _ = plan_of("id;partner;gevraagd;cofinanciering;stap;kleinste bedrag\na;p;10;25%;2,5;5\nb;p;5;;;\n")
    first, second = plan.lines
    assert (first.cofunded, first.step, first.smallest) == (Fraction(1, 4), Fraction(5, 2), 5)
    assert (second.cofunded, second.step, second.smallest) == (0, None, None)


@pytest.mark.parametrize(
    ("table", "amounts"),
    [
        ("line;amount\na;1.500\nb;2.000\n", {"a": 1500, "b": 2000}),
        ("line;amount\na;1.500\nb;46,5\n", {"a": 1500, "b": Fraction(93, 2)}),
        ("line;amount\na;1.500\nb;46.5\n", {"a": Fraction(3, 2), "b": Fraction(93, 2)}),
        ("line,amount\na,1.500\nb,46.5\n", {"a": Fraction(3, 2), "b": Fraction(93, 2)}),
        ("line,amount\na,1.500\nb,2.000\n", None),
    ],
)
def test_semicolons_or_another_cell_settle_what_a_point_means_and_else_both_are_asked(
    tmp_path: Path, table: str, amounts: dict[str, Fraction] | None
) -> None:
    plan = Plan(id="p", lines=tuple(Line(id=name, partner=name, proposed=Fraction(9000)) for name in "ab"))
    path = tmp_path / "ours.csv"
    path.write_text(table, encoding="utf-8")
    if amounts is None:
        with pytest.raises(InputError) as caught:
            read_proposal(str(path), plan)
        assert "1.500' is ambiguous" in str(caught.value)
        assert "1.5000 or 1500" in str(caught.value)
    else:
        assert dict(read_proposal(str(path), plan).amounts) == amounts


def test_an_exact_amount_beside_a_doubtful_number_settles_it_and_another_does_not() -> None:
    head, rest = "id,allocated,exact\n", "om,5,5\ncourts,3,3\n"
    assert read(f"{head}police,1.575,63/40\n{rest}")[0]["police"] == Fraction("1.575")
    assert read(f"{head}police,1.575,1575\n{rest}")[0]["police"] == 1575
    assert "'1.576' is ambiguous" in refusal(f"{head}police,1.576,63/40\n{rest}")
