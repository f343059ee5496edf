"""Numbers as people write them in sheets: read where they have one meaning, refused with both where they have two."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from people_sheets import CSV, PLAN, WANTED, plan_of, read, refusal, said, workbook

from flessenhals.data.plans.reader import load
from flessenhals.data.source.errors import InputError
from flessenhals.terminal.language import translation


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


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
        (
            "-",
            "may stand for 0, or for an amount that is not known -> write 0 or the amount, or leave",
        ),
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


def test_a_doubtful_ask_is_refused_and_settled_by_another() -> None:
    with pytest.raises(InputError, match=r"proposed '1\.500' is ambiguous"):
        plan_of("id,partner,proposed\na,p,1.500\nb,p,7\n")

    assert plan_of("id,partner,proposed\na,p,1.500\nb,p,7.25\n")[0].lines[0].proposed == Fraction("1.5")


def test_between_tabs_nothing_settles_a_doubtful_number() -> None:
    assert "400.000" in refusal("line\tamount\npolice\t400.000\nom\t5\ncourts\t3\n")
    assert "400" in refusal("line\tamount\npolice\t400.000\nom\t5\ncourts\t3\n")


@pytest.mark.parametrize("typed", ["2,5O", "2,5 fte", "2,5%%", "2,5e0", "3,5x", "12,5e-1"])
@pytest.mark.parametrize("column", ["proposed", "minimum", "weight"])
def test_what_is_advised_in_a_table_with_commas_can_be_read_there(tmp_path: Path, typed: str, column: str) -> None:
    (tmp_path / "plan.yaml").write_text("schema: 1\nplan: p\nunit: EUR million\nlines: lines.csv\n", encoding="utf-8")
    other, asked = ("", "") if column == "proposed" else (";proposed", ";10,5")
    table = tmp_path / "lines.csv"
    table.write_text(f"id;partner;{column}{other}\na;p;{typed}{asked}\nb;p;7,5{asked}\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load(tmp_path / "plan.yaml")
    advice = str(refused.value)
    assert not re.search(r"\d\.\d", advice.partition("->")[2]), "the table's decimal sign is a comma"
    advised = re.search(r"(?:write|in full:) (\d+(?:,\d+)?)", advice)
    if advised is not None:
        table.write_text(table.read_text(encoding="utf-8").replace(typed, advised[1]), encoding="utf-8")
        assert load(tmp_path / "plan.yaml").lines


def test_advice_with_commas_is_in_dutch_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("schema: 1\nplan: p\nunit: EUR million\nlines: lines.csv\n", encoding="utf-8")
    (tmp_path / "lines.csv").write_text("id;partner;proposed\na;p;2,5O\nb;p;7,5\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load(tmp_path / "plan.yaml")
    assert "-> schrijf 2,5 als dat de eenheid van het plan is" in refused.value.said(translation("nl"))
