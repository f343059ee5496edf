"""Sheets as people make them: read without retyping, told in words, and refused where they can mean two things."""

import json
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter
from judge import asked
from sheets import write_ods, write_xlsx

from flessenhals.data.plans.reader import load, loads
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.data.sheets.pitfalls import factor_of, shown_factor
from flessenhals.data.source.errors import InputError
from flessenhals.data.source.remarks import Remark, heard
from flessenhals.solver.plan.plan import Line, Plan

WRITTEN_BY_LIBREOFFICE = Path(__file__).parent / "sheets"

PLAN = """\
schema: 1
plan: small
unit: EUR million per year
partners: {police: {en: National Police, nl: Nationale Politie}, om: Prosecution, courts: Courts}
lines:
  - {id: police, name: {en: National Police, nl: Nationale Politie}, partner: police, proposed: 40}
  - {id: om, name: {en: Prosecution, nl: Openbaar Ministerie}, partner: om, proposed: 6}
  - {id: courts, name: {en: Courts, nl: Rechtspraak}, partner: courts, proposed: 4}
"""
TWINS = """\
schema: 1
plan: twins
partners: {police: National Police, om: Prosecution}
lines:
  - {id: police-it, name: Information technology, partner: police, proposed: 40}
  - {id: om-it, name: Information technology, partner: om, proposed: 6}
  - {id: om-chain, name: Chain, partner: om, proposed: 5}
"""
WANTED = {"police": Fraction("27.45"), "om": Fraction("5.1"), "courts": Fraction(3)}
CSV = "line;amount\npolice;27,45\nom;5,1\ncourts;3\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(text: str, plan: str = PLAN) -> tuple[dict[str, Fraction], list[Remark]]:
    """What a CSV file comes to, and what is said of it."""
    Path("s.csv").write_text(text, encoding="utf-8")
    with heard() as remarks:
        amounts = read_proposal("s.csv", loads(plan)).amounts
    return dict(amounts), list(remarks)


def said(remarks: Sequence[Remark]) -> list[tuple[str, str, str | None]]:
    return [(each.kind, each.typed, each.meant) for each in remarks]


def refusal(text: str, plan: str = PLAN) -> str:
    with pytest.raises(InputError) as refused:
        read(text, plan)
    return str(refused.value)


def workbook(rows: Sequence[Sequence[object]], file: str = "s.xlsx") -> tuple[dict[str, Fraction], list[Remark]]:
    (write_xlsx if file.endswith("xlsx") else write_ods)(Path(file), {"Blad1": rows})
    with heard() as remarks:
        amounts = read_proposal(file, loads(PLAN)).amounts
    return dict(amounts), list(remarks)


def plan_of(lines: str, head: str = "unit: EUR million per year\n") -> tuple[Plan, list[Remark]]:
    """The plan whose lines stand in this CSV file."""
    Path("lines.csv").write_text(lines, encoding="utf-8")
    Path("plan.yaml").write_text(f"schema: 1\nplan: p\n{head}lines: lines.csv\n", encoding="utf-8")
    with heard() as remarks:
        found = load("plan.yaml")
    return found, list(remarks)


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


def test_a_header_below_a_title_and_columns_by_their_names() -> None:
    amounts, remarks = read("Voorstel 2026;\n;\nPost;Bedrag (€ mln)\npolice;27,45\nom;5,1\ncourts;3\n")

    assert amounts == WANTED
    assert said(remarks) == [
        ("title", "Voorstel 2026", None),
        ("header", "Post | Bedrag (€ mln)", None),
        ("column", "Post", "line"),
        ("unit", "Bedrag (€ mln)", None),
        ("column", "Bedrag (€ mln)", "amount"),
    ]


@pytest.mark.parametrize("header", ["line;amount;bedrag", "Post;Regel;Bedrag", "line;toegekend;voorstel"])
def test_two_columns_that_say_the_same_are_refused(header: str) -> None:
    assert "-> keep one of them" in refusal(f"{header}\npolice;27,45;3\n")


@pytest.mark.parametrize("header", ["Bedrag 2026", "Bedrag in € mln", "Amount (EUR million)", "bedrag x € 1.000.000"])
def test_a_heading_may_say_a_year_and_the_plans_own_unit(header: str) -> None:
    assert read(CSV.replace("amount", header))[0] == WANTED


def test_amounts_of_two_years_are_not_chosen_from() -> None:
    assert "says the same as 'Bedrag 2025' beside it" in refusal("line;Bedrag 2025;Bedrag 2026\npolice;1;2\n")


@pytest.mark.parametrize("header", ["Bedrag x € 1.000", "Bedrag (in duizenden euro's)", "Amount (EUR billion)"])
def test_a_heading_that_says_another_unit_than_the_plan_is_refused(header: str) -> None:
    assert "says that the amounts are in another unit than the plan's" in refusal(CSV.replace("amount", header))


def test_a_title_that_says_another_unit_than_the_plan_is_refused() -> None:
    assert refusal(f"Bedragen x € 1.000;\n{CSV}") == (
        "s.csv:1:1: 'Bedragen x € 1.000' says that the amounts are in another unit than the plan's"
        " -> write them in the plan's unit, and say so here"
    )


def test_capitals_do_not_matter_and_are_not_worth_a_word() -> None:
    assert read(CSV.replace("line;amount", "Line;AMOUNT")) == (WANTED, [])


def test_lines_by_their_names_in_any_language() -> None:
    amounts, remarks = read("line;amount\nNationale politie;27,45\nPROSECUTION;5,1\nRechtspraak ;3\n")

    assert amounts == WANTED
    assert said(remarks) == [
        ("named", "Nationale politie", "police"),
        ("named", "PROSECUTION", "om"),
        ("named", "Rechtspraak", "courts"),
    ]


def test_a_name_that_two_lines_have_is_refused_with_both() -> None:
    assert refusal("line;amount\nInformation technology;4\nChain;2\n", TWINS).splitlines()[0] == (
        "s.csv:2:1: 'Information technology' is what 2 lines are called -> write its id: police-it or om-it"
    )


def test_a_partner_beside_a_name_tells_lines_apart() -> None:
    amounts, _ = read(
        "line;partner;amount\nInformation technology;National Police;4\nInformation technology;om;3\nChain;om;2\n",
        TWINS,
    )

    assert amounts == {"police-it": 4, "om-it": 3, "om-chain": 2}


def test_a_name_beside_an_id_that_is_another_lines_is_refused() -> None:
    assert refusal("line;name;amount\npolice;Prosecution;4\nom;;1\ncourts;;1\n") == (
        "s.csv:2:8: 'Prosecution' is om, and police beside it is police -> mend the one that is wrong"
    )


def test_a_column_of_names_without_a_heading() -> None:
    amounts, remarks = read(";Bedrag\nNationale Politie;27,45\nOpenbaar Ministerie;5,1\nRechtspraak;3\n")

    assert amounts == WANTED
    assert ("column", "", "line") in said(remarks)


def test_a_column_of_numbers_without_a_heading_is_refused() -> None:
    assert "a column has no name -> name it, or remove the column" in refusal(
        "line;amount;\npolice;27,45;1\nom;5,1;2\ncourts;3;3\n"
    )


@pytest.mark.parametrize(
    "rows",
    [
        "police;27,45\nom;5,1\ncourts;3\nTotaal;35,55",
        "police;27,45\nom;5,1\nSubtotaal;32,55\ncourts;3\nTotaal generaal;35,55",
        "Total;35,55\npolice;27,45\nom;5,1\ncourts;3",
        "Eindtotaal;€ 35,55\npolice;27,45\nom;5,1\ncourts;3",
    ],
)
def test_totals_are_checked_and_passed_over(rows: str) -> None:
    amounts, remarks = read(f"line;amount\n{rows}\n")

    assert amounts == WANTED
    assert ("total", "35.55") in [(each.kind, each.meant) for each in remarks]


def test_a_total_that_does_not_add_up_is_refused_with_the_sum() -> None:
    assert refusal(f"{CSV}Totaal;36,55\n") == (
        "s.csv:5:1: 'Totaal' is called a total and says 36.55, where the rows add up to 35.55"
        " -> correct it, or remove this row"
    )


def test_an_amount_behind_a_partners_name_is_held_against_its_lines() -> None:
    rows = "line;amount\nPolice;4\npolice-it;4\nProsecution;{}\nom-it;3\nom-chain;2\n"

    assert read(rows.format(5), TWINS.replace("National Police", "Police"))[0]["om-it"] == 3
    assert "'Prosecution' is a partner and no line, and its lines add up to 5" in refusal(
        rows.format(6), TWINS.replace("National Police", "Police")
    )


def test_a_line_that_is_called_a_total_is_a_line() -> None:
    plan = PLAN.replace("id: courts, name: {en: Courts, nl: Rechtspraak}", "id: courts, name: Total care")

    assert read("line;amount\npolice;27,45\nom;5,1\nTotal care;3\n", plan)[0] == WANTED


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


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("€ 1.500", 1500),
        ("€1.500,00", 1500),
        ("1.500,-", 1500),
        ("€ 1.500,--", 1500),
        ("EUR 1500", 1500),
        ("1.500 EUR", 1500),
        ("1 500", 1500),
        ("1\u00a0500", 1500),
        ("1'500", 1500),
        ("1.500.000", 1_500_000),
        ("46,50", Fraction("46.5")),
        ("46,50 mln", Fraction("46.5")),
        ("1,250", Fraction("1.25")),
        ("0,125", Fraction("0.125")),
    ],
)
def test_amounts_as_dutch_people_write_them_between_semicolons(typed: str, amount: Fraction) -> None:
    assert read(CSV.replace("27,45", typed))[0]["police"] == amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("€1,500", 1500),
        ("€ 1,500.00", 1500),
        ("46.50", Fraction("46.5")),
        ("1.250", Fraction("1.25")),
    ],
)
def test_amounts_as_english_people_write_them_beside_a_decimal_point(typed: str, amount: Fraction) -> None:
    text = f'line,amount\npolice,"{typed}"\nom,5.1\ncourts,3\n'

    assert read(text)[0]["police"] == amount


def test_what_settles_a_doubtful_number_is_said() -> None:
    assert said(read(CSV.replace("27,45", "1.500"))[1]) == [("number", "1.500", "1500")]


@pytest.mark.parametrize(
    ("typed", "both"), [("400.000", "400 or 400000"), ("1,234", "1.2340 or 1234"), ("€ 1.500", "1.5000 or 1500")]
)
def test_a_doubtful_number_that_nothing_settles_is_refused_with_both(typed: str, both: str) -> None:
    found = refusal(f'line,amount\npolice,"{typed}"\nom,5\ncourts,3\n')

    assert f"is ambiguous: its {'comma' if ',' in typed else 'point'} may stand for thousands -> write {both}" in found


def test_a_doubtful_text_in_a_workbook_is_refused_and_settled_by_another() -> None:
    rows = [["line", "amount"], ["police", "1.500"], ["om", 5], ["courts", 3]]
    with pytest.raises(InputError, match=r"is ambiguous: its point may stand for thousands -> write 1.5000 or 1500"):
        workbook(rows)

    assert workbook([*rows[:2], ["om", "5,10"], ["courts", 3]])[0]["police"] == 1500


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("-", "may stand for 0, or for an amount that is not known -> write 0, or leave the cell empty"),
        ("€ -", "may stand for 0, or for an amount that is not known"),
        ("p.m.", "stands for an amount that is not known"),
        ("n.v.t.", "stands for an amount that is not known"),
        ("$ 5", "is in $, and the plan is not"),
        ("500 k", "is in k, and the plan is not"),
        ("2 mld", "is in mld, and the plan is not"),
    ],
)
def test_what_can_mean_two_things_is_refused(typed: str, wrong: str) -> None:
    assert f"police '{typed}' {wrong}" in refusal(CSV.replace("27,45", typed))


def test_a_scale_behind_an_amount_says_nothing_where_the_plan_has_no_unit() -> None:
    assert "is in mln, and the plan has no unit" in refusal(
        CSV.replace("27,45", "27,45 mln"), PLAN.replace("unit: EUR million per year\n", "")
    )


def test_computed_numbers_count_to_fifteen_digits_and_that_is_said_once() -> None:
    amounts, remarks = read("line,amount\npolice,27.450000000000003\nom,5.1000000000000005\ncourts,3\n")

    assert amounts == WANTED
    assert said(remarks) == [("digits", "27.450000000000003", "27.45")]


def test_digits_that_no_computer_wrote_are_refused() -> None:
    assert "has more than 12 decimals" in refusal("line,amount\npolice,0.1000000000000000055\nom,5.1\ncourts,3\n")


def test_computed_cells_count_to_fifteen_digits_too() -> None:
    amounts, remarks = workbook([["line", "amount"], ["police", 9.15 * 3], ["om", 0.1 + 5], ["courts", 1 / 3]])

    assert amounts == {"police": Fraction("27.45"), "om": Fraction("5.1"), "courts": Fraction("0.333333333333333")}
    assert [each.kind for each in remarks] == ["digits"]


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


def test_a_total_among_lines_that_does_not_add_up_is_refused() -> None:
    with pytest.raises(InputError, match="'Totaal' is called a total and says 13, where the rows add up to 12"):
        plan_of("id;partner;proposed\na;p;5\nb;p;7\nTotaal;;13\n")


def test_a_total_with_a_partner_is_a_line() -> None:
    plan, _ = plan_of("id;partner;proposed\na;p;5\ntotal;p;7\n")

    assert [line.id for line in plan.lines] == ["a", "total"]


def test_a_column_of_numbers_that_is_no_field_is_refused_and_one_of_texts_is_told() -> None:
    with pytest.raises(InputError, match="'Realisatie' is not a field of a line"):
        plan_of("id;partner;proposed;Realisatie\na;p;5;4\n")

    assert said(plan_of("id;partner;proposed;Contact\na;p;5;J. Jansen\n")[1]) == [("columns", "Contact", None)]


def test_two_lines_whose_names_make_one_id_are_refused() -> None:
    with pytest.raises(InputError, match="'keten' stands twice"):
        plan_of("name;partner;proposed\nKeten;p;5\nketen!;p;7\n")


def test_a_doubtful_ask_is_refused_and_settled_by_another() -> None:
    with pytest.raises(InputError, match=r"proposed '1\.500' is ambiguous"):
        plan_of("id,partner,proposed\na,p,1.500\nb,p,7\n")

    assert plan_of("id,partner,proposed\na,p,1.500\nb,p,7.25\n")[0].lines[0].proposed == Fraction("1.5")


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


@pytest.mark.parametrize(
    "called", ["Tot.", "Subtot.", "Som", "Generaal totaal", "Totaal-generaal", "Hoofdtotaal", "Eindtotaal", "Sum total"]
)
def test_a_total_by_any_of_its_names_is_checked_and_passed_over(called: str) -> None:
    amounts, remarks = read(f"{CSV}{called};35,55\n")
    assert amounts == WANTED
    assert ("total", called, "35.55") in said(remarks)
    assert "is called a total and says 36, where the rows add up to 35.55" in refusal(f"{CSV}{called};36\n")


def test_a_total_whose_name_stands_in_another_column_is_one() -> None:
    sheet = (
        "partner;line;amount\npolice;police;27,45\nSubtotaal politie;;27,45\nom;om;5,1\ncourts;courts;3\nTotaal;;{}\n"
    )
    amounts, remarks = read(sheet.format("35,55"))
    assert amounts == WANTED
    assert [each[:2] for each in said(remarks)] == [("total", "Subtotaal politie"), ("total", "Totaal")]
    assert "is called a total and says 36" in refusal(sheet.format("36"))


def test_a_total_among_lines_may_be_called_so_in_another_column() -> None:
    plan, _ = plan_of("id,partner,proposed\na,p,10\nb,p,5\n,Totaal,15\n")
    assert [line.id for line in plan.lines] == ["a", "b"]


def test_columns_separated_by_tabs() -> None:
    assert read("line\tamount\npolice\t27,45\nom\t5,1\ncourts\t3\n")[0] == WANTED
    assert read("line\tname\tamount\npolice\tPolice, national\t27.45\nom\t\t5.1\ncourts\t\t3\n")[0] == WANTED


def test_between_tabs_nothing_settles_a_doubtful_number() -> None:
    assert "400.000" in refusal("line\tamount\npolice\t400.000\nom\t5\ncourts\t3\n")
    assert "400" in refusal("line\tamount\npolice\t400.000\nom\t5\ncourts\t3\n")


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
