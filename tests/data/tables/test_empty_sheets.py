"""Workbooks with several sheets: read without a name where one alone has something in it, and never guessed."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter
from sheets import Rows, write_ods, write_xlsx

from flessenhals.data.plans.reader import load, loads
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.data.source.errors import InputError
from flessenhals.data.source.remarks import Remark, heard
from flessenhals.terminal.reading import in_words

PLAN = """\
schema: 1
plan: small
lines:
  - {id: police, partner: police, proposed: 40}
  - {id: om, partner: om, proposed: 6}
"""
SPLIT: Rows = [["line", "amount"], ["police", 30], ["om", 5]]
WANTED = {"police": Fraction(30), "om": Fraction(5)}
FILES = ["split.xlsx", "split.ods"]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def workbook(file: str, sheets: Mapping[str, Rows]) -> None:
    (write_xlsx if file.endswith("xlsx") else write_ods)(Path(file), sheets)


def read(file: str, sheet: str | None = None) -> tuple[dict[str, Fraction], list[Remark]]:
    with heard() as remarks:
        found = dict(read_proposal(file, loads(PLAN), sheet=sheet).amounts)
    return found, list(remarks)


def refusal(file: str) -> str:
    with pytest.raises(InputError) as refused:
        read(file)
    return str(refused.value)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    "order", [["Blad1", "Blad2", "Blad3"], ["Blad2", "Blad1", "Blad3"], ["Blad3", "Blad2", "Blad1"]]
)
def test_the_only_sheet_with_something_in_it_is_read_and_told(file: str, order: list[str]) -> None:
    workbook(file, {name: SPLIT if name == "Blad1" else [] for name in order})
    empty = ", ".join(name for name in order if name != "Blad1")

    found, remarks = read(file)

    assert found == WANTED
    assert [(each.kind, each.typed, each.meant) for each in remarks] == [("sheet", "Blad1", empty)]
    assert in_words(remarks[0], "en") == f"{file}: the sheet 'Blad1' is read; all others are empty ({empty})"
    assert in_words(remarks[0], "nl") == f"{file}: het blad 'Blad1' is gelezen; alle andere zijn leeg ({empty})"


@pytest.mark.parametrize("file", FILES)
def test_cells_of_spaces_are_empty(file: str) -> None:
    workbook(file, {"Blad1": SPLIT, "Blad2": [["", " "], ["  "]]})
    assert read(file)[0] == WANTED


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("other", ["for ourselves", 0, False])
def test_a_single_cell_makes_two_sheets_of_which_one_has_to_be_named(file: str, other: object) -> None:
    workbook(file, {"Blad1": SPLIT, "Blad2": [[], ["", "", other]]})

    assert refusal(file) == f"{file}: has 2 sheets: Blad1, Blad2 -> name one: --sheet NAME"
    assert read(file, "Blad1") == (WANTED, [])


def test_a_formula_that_nobody_has_worked_out_is_something() -> None:
    with xlsxwriter.Workbook("split.xlsx") as book:
        filled = book.add_worksheet("Blad1")
        for number, row in enumerate(SPLIT):
            filled.write_row(number, 0, row)
        book.add_worksheet("Blad2").write_formula("A1", "=1+1", value="")

    assert refusal("split.xlsx") == "split.xlsx: has 2 sheets: Blad1, Blad2 -> name one: --sheet NAME"


def test_a_hidden_sheet_with_something_in_it_counts() -> None:
    with xlsxwriter.Workbook("split.xlsx") as book:
        filled = book.add_worksheet("Blad1")
        for number, row in enumerate(SPLIT):
            filled.write_row(number, 0, row)
        hidden = book.add_worksheet("Old")
        hidden.write("A1", "an older split")
        hidden.hide()

    assert refusal("split.xlsx") == "split.xlsx: has 2 sheets: Blad1, Old -> name one: --sheet NAME"


@pytest.mark.parametrize("file", FILES)
def test_where_all_are_empty_none_is_chosen(file: str) -> None:
    workbook(file, {"Blad1": [], "Blad2": []})
    assert refusal(file) == f"{file}: has 2 sheets: Blad1, Blad2 -> name one: --sheet NAME"


@pytest.mark.parametrize("file", ["lines.xlsx", "lines.ods"])
def test_the_lines_of_a_plan_are_read_so_too(file: str) -> None:
    workbook(file, {"Lines": [["id", "partner", "proposed"], ["om", "om", 6]], "Sheet2": []})
    Path("plan.yaml").write_text(f"schema: 1\nplan: small\nlines: {file}\n", encoding="utf-8")

    with heard() as remarks:
        plan = load("plan.yaml")

    assert [line.id for line in plan.lines] == ["om"]
    assert [(each.kind, each.typed, each.meant) for each in remarks] == [("sheet", "Lines", "Sheet2")]
