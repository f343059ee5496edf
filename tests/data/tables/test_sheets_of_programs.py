"""Sheets as Excel and LibreOffice write them, each made by `sheets/make.py`: read with a word, or refused."""

from fractions import Fraction
from pathlib import Path

import pytest
from people_sheets import PLAN, WANTED
from sheets import write_xlsx

from flessenhals.data.plans.reader import load, loads
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.data.source.errors import InputError
from flessenhals.data.source.remarks import Remark, heard

SHEETS = Path(__file__).parent / "sheets"
WITH_YEARS = PLAN.replace("lines:", "years: {first: 2024, last: 2026}\nlines:")
NAMES = {"column", "named"}


def read(name: str, plan: str = PLAN, sheet: str | None = None) -> tuple[dict[str, Fraction], list[Remark]]:
    with heard() as remarks:
        found = read_proposal(SHEETS / name, loads(plan), sheet=sheet)
    return dict(found.amounts), list(remarks)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("excel-currency.xlsx", NAMES | {"total"}),
        ("libreoffice-currency.ods", NAMES | {"total"}),
        ("libreoffice-currency.csv", NAMES | {"total"}),
        ("excel-title.xlsx", NAMES | {"unit", "title", "header", "note"}),
        ("libreoffice-title.xlsx", NAMES | {"unit", "title", "header", "note"}),
        ("excel-formulas.xlsx", NAMES),
        ("libreoffice-formulas.xlsx", NAMES),
        ("excel-texts.xlsx", NAMES),
        ("excel-no-break-spaces.xlsx", NAMES | {"unit"}),
        ("libreoffice-no-break-spaces.ods", NAMES | {"unit"}),
        ("excel-hidden.xlsx", NAMES | {"hidden", "hidden column"}),
        ("libreoffice-hidden.xlsx", NAMES | {"hidden", "hidden column"}),
        ("excel-subtotals.xlsx", {"column", "total"}),
        ("excel-as-table.xlsx", NAMES | {"total"}),
        ("libreoffice-as-table.xlsx", NAMES | {"total"}),
        ("excel-approvals.xlsx", NAMES | {"columns"}),
        ("libreoffice-approvals.ods", NAMES | {"columns"}),
    ],
)
def test_a_sheet_that_has_one_meaning_is_read_and_what_was_made_of_it_is_said(name: str, kinds: set[str]) -> None:
    amounts, remarks = read(name)
    assert amounts == WANTED
    assert {remark.kind for remark in remarks} == kinds


def test_a_zero_that_is_shown_as_a_dash_is_a_zero() -> None:
    assert read("excel-dashes.xlsx")[0] == {**WANTED, "courts": 0}


@pytest.mark.parametrize("name", ["excel-years.xlsx", "libreoffice-years.xlsx"])
def test_a_column_a_year_with_the_structural_one_and_a_total_for_each(name: str) -> None:
    amounts, remarks = read(name, WITH_YEARS)
    assert [amounts[f"police@{year}"] for year in (2024, 2025, 2026)] == [10, 20, Fraction("27.45")]
    assert [remark.meant for remark in remarks if remark.kind == "total"] == ["12", "23", "35.55"]
    assert ("unit", "Reeks, x € 1 mln") in {(remark.kind, remark.typed) for remark in remarks}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("excel-uncalculated.xlsx", "Blad1!B6: has a formula that was never calculated -> open the workbook, save it"),
        ("excel-merged-amount.xlsx", "Blad1!B3: B3:B4 are merged -> undo the merge and fill every cell"),
        ("libreoffice-merged-amount.ods", "Blad1!B3: is merged with its neighbours -> undo the merge"),
        ("excel-percentages.xlsx", "Blad1!B2: is formatted as a percentage -> write a share as text"),
        ("libreoffice-percentages.ods", "Blad1!B2: is formatted as a percentage -> write a share as text"),
        ("excel-dates.xlsx", "Blad1!B3: '2026-01-05' is a date or time, not a number or text -> format the cell"),
        ("libreoffice-dates.xlsx", "Blad1!B3: '2026-01-05' is a date or time, not a number or text -> format the cell"),
        ("excel-errors.xlsx", "Blad1!B3: is an error in the spreadsheet -> mend its formula"),
        ("libreoffice-errors.ods", "Blad1!B3: is an error in the spreadsheet -> mend its formula"),
        ("excel-placeholders.xlsx", "B2: police 'n.v.t.' stands for an amount that is not known -> write the amount"),
        ("excel-placeholders.xlsx", "B4: courts '-' may stand for 0, or for an amount that is not known -> write 0"),
        ("excel-brackets.xlsx", "B3: om '(5,10)' is below 0, as accountants write it"),
        ("excel-thousands.xlsx", "B2: police is shown as 27.45 and holds 27450 -> write 27.45 or 27450"),
        ("excel-several.xlsx", "has 2 sheets: Blad1, Bedragen -> name one: --sheet NAME"),
    ],
)
def test_a_sheet_in_which_something_can_mean_two_things_is_refused_at_its_cell(name: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        read(name)
    assert said in str(refused.value)


def test_the_sheet_that_is_named_is_read() -> None:
    assert read("excel-several.xlsx", sheet="Bedragen")[0] == WANTED


def test_a_total_that_cannot_be_read_is_refused_among_lines_too(tmp_path: Path) -> None:
    rows = [["id", "partner", "proposed"], ["a", "p", 1], ["Totaal", None, "=SUM(C2:C2)"]]
    write_xlsx(tmp_path / "lines.xlsx", {"Blad1": rows})
    (tmp_path / "plan.yaml").write_text("schema: 1\nplan: p\nlines: lines.xlsx\n", encoding="utf-8")
    with pytest.raises(InputError, match="Blad1!C3: has a formula that was never calculated"):
        load(tmp_path / "plan.yaml")


def test_every_sheet_that_is_here_is_read_by_a_test() -> None:
    tests = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    assert [path.name for path in SHEETS.iterdir() if path.suffix != ".py" and path.name not in tests] == []
