"""Totals that stand among the amounts of a sheet: checked and passed over, or refused with the sum."""

from pathlib import Path

import pytest
from people_sheets import CSV, PLAN, TWINS, WANTED, plan_of, read, refusal, said

from flessenhals.data.source.errors import InputError


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


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


def test_a_total_among_lines_that_does_not_add_up_is_refused() -> None:
    with pytest.raises(InputError, match="'Totaal' is called a total and says 13, where the rows add up to 12"):
        plan_of("id;partner;proposed\na;p;5\nb;p;7\nTotaal;;13\n")


def test_a_total_with_a_partner_is_a_line() -> None:
    plan, _ = plan_of("id;partner;proposed\na;p;5\ntotal;p;7\n")

    assert [line.id for line in plan.lines] == ["a", "total"]


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
