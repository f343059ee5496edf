"""Plans and tables of the kinds that people sent, each with what used to be said wrongly about it."""

import re
from pathlib import Path

import pytest
from judge import asked


def said(folder: Path, plan: str, *words: str, table: str = "") -> str:
    (folder / "plan.yaml").write_text(f"schema: 1\nplan: sent\n{plan}", encoding="utf-8")
    if table:
        (folder / "lines.csv").write_text(table, encoding="utf-8")
    return asked([*words, "--plan", str(folder / "plan.yaml")]).out


@pytest.mark.parametrize("unit", ["GBP million per year", "EUR mln per jaar", "USD per year", "CHF million a year"])
def test_a_unit_with_its_period_says_it_once(tmp_path: Path, unit: str) -> None:
    out = said(tmp_path, f"unit: {unit}\nlines: [{{id: a, partner: p, proposed: 30}}]\n", "allocate", "20")
    assert not re.search(r"(per|a) (year|jaar) (per|a) (year|jaar)", out)


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("form", ["table", "markdown", "csv"])
def test_a_line_break_in_a_name_of_a_table_leaves_every_row_whole(tmp_path: Path, break_: str, form: str) -> None:
    table = f'id,name,partner,proposed\na,"Police{break_}street and online",p,10\nb,Second,p,20\n'
    out = said(tmp_path, "lines: lines.csv\n", "allocate", "20", "-f", form, table=table)
    (row,) = [line for line in out.splitlines() if ("Police street and online" if form != "csv" else "a,p") in line]
    assert "6.67" in row or "6.666" in row


@pytest.mark.parametrize(("text", "shown"), [("7.222223", "7.23"), ("1.9999", "1.9999"), ("12.5", "12.5")])
def test_the_lowest_ceiling_is_said_in_one_way_and_is_enough(tmp_path: Path, text: str, shown: str) -> None:
    plan = f"unit: EUR million per year\nlines: [{{id: a, partner: p, proposed: 30, minimum: {text}}}]\n"
    lowest = rf"lowest ceiling .* is € {re.escape(shown)} million"
    assert re.search(lowest, " ".join(said(tmp_path, plan, "allocate", "0").split()))
    assert re.search(lowest, " ".join(said(tmp_path, plan, "check").split()))
    assert asked(["allocate", shown, "--plan", str(tmp_path / "plan.yaml")]).code == 0


def test_only_lines_that_ask_something_are_without_money(tmp_path: Path) -> None:
    idle = "".join(f"  - {{id: idle{number}, name: Idle {number}, partner: q, proposed: 0}}\n" for number in range(14))
    plan = (
        f"lines:\n{idle}  - {{id: police, name: Police, partner: p, proposed: 50}}\n"
        "  - {id: roads, name: Roads, partner: q, proposed: 30}\n"
        "  - {id: court, name: Courts, partner: c, proposed: 0}\n"
        "constraints: [{id: r, proportional: {upstream: police, downstream: court, at_least: 0.1}}]\n"
    )
    out = said(tmp_path, plan, "allocate", "60")
    assert "Without money: Police\n" in out
    assert "Police gets nothing" in out
    assert "15 lines ask nothing and get nothing." in out


@pytest.mark.parametrize("name", ["Total", "Totaal", "Subtotal", "Totaal generaal"])
def test_a_total_among_the_lines_is_remarked_upon(tmp_path: Path, name: str) -> None:
    plan = (
        "lines:\n  - {id: a, partner: p, proposed: 10}\n  - {id: b, partner: p, proposed: 20}\n"
        f"  - {{id: t, name: {name}, partner: p, proposed: 30}}\n  - {{id: c, partner: q, proposed: 9}}\n"
    )
    assert "and is called a total" in " ".join(said(tmp_path, plan, "check").split())


@pytest.mark.parametrize(("language", "words"), [("en", "what tells them apart"), ("nl", "het verschil staat")])
def test_two_lines_of_one_name_are_told_apart_and_said_to_be(tmp_path: Path, language: str, words: str) -> None:
    plan = "lines:\n" + "".join(
        f"  - {{id: {id_}, name: Apparaat, partner: {id_}, proposed: 10}}\n" for id_ in ("fin", "def")
    )
    assert words in " ".join(said(tmp_path, plan, "check", "--lang", language).split())
    out = said(tmp_path, plan, "allocate", "10", "--lang", language)
    assert len({line.split("  ")[0] for line in out.splitlines() if line.startswith("Apparaat")}) == 2
