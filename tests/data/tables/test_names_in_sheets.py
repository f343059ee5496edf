"""Lines by their names, in any language, and columns by what stands above them."""

from pathlib import Path

import pytest
from people_sheets import CSV, TWINS, WANTED, plan_of, read, refusal, said

from flessenhals.data.source.errors import InputError


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


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
        "s.csv:2:1: 'Information technology' is the name of 2 lines -> write its id: police-it or om-it"
    )


def test_a_partner_beside_a_name_tells_lines_apart() -> None:
    amounts, _ = read(
        "line;partner;amount\nInformation technology;National Police;4\nInformation technology;om;3\nChain;om;2\n",
        TWINS,
    )

    assert amounts == {"police-it": 4, "om-it": 3, "om-chain": 2}


def test_a_name_beside_an_id_that_is_another_lines_is_refused() -> None:
    assert refusal("line;name;amount\npolice;Prosecution;4\nom;;1\ncourts;;1\n") == (
        "s.csv:2:8: 'Prosecution' means om, and police beside it means police -> mend the one that is wrong"
    )


def test_a_column_of_names_without_a_heading() -> None:
    amounts, remarks = read(";Bedrag\nNationale Politie;27,45\nOpenbaar Ministerie;5,1\nRechtspraak;3\n")

    assert amounts == WANTED
    assert ("column", "", "line") in said(remarks)


def test_a_column_of_numbers_without_a_heading_is_refused() -> None:
    assert "a column has no name -> name it, or remove the column" in refusal(
        "line;amount;\npolice;27,45;1\nom;5,1;2\ncourts;3;3\n"
    )


def test_two_lines_whose_names_make_one_id_are_refused() -> None:
    with pytest.raises(InputError, match="'keten' stands twice"):
        plan_of("name;partner;proposed\nKeten;p;5\nketen!;p;7\n")
