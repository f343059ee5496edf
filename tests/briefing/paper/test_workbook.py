"""The workbook lives: what can be worked out is a formula, and the formulas come to what is written beside them."""

from __future__ import annotations

import io
import re
import zipfile
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

import pytest
from briefs import briefed
from documents import HOSTILE
from formulas import Workbook
from python_calamine import CalamineWorkbook

import flessenhals.briefing.writers.xlsx.proof
from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import lines
from flessenhals.solver.plan.plan import Line, Plan

if TYPE_CHECKING:
    from flessenhals.briefing.briefing import Briefing
    from flessenhals.briefing.text.language import Language

CHAIN = Proportional(id="om-follows", upstream=lines("police"), downstream=lines("om"), at_least=Fraction(1, 10))
PLAN = Plan(
    id="small",
    unit="EUR million per year",
    title={"nl": "Klein plan", "en": "Small plan"},
    lines=(
        Line(id="police", partner="police", programme="repression", proposed=Fraction(90), source="§1"),
        Line(id="om", partner="om", programme="repression", proposed=Fraction(10), minimum=Fraction(1), source="§2"),
        Line(id="school", partner="towns", programme="prevention", proposed=Fraction(25), department="bzk"),
        Line(id="idle", partner="towns", programme="prevention", proposed=Fraction(0), maximum=Fraction(5)),
    ),
    constraints=(CHAIN,),
)
TABS = {
    "nl": ["1. De boodschap", "2. Wie krijgt wat", "Gegevens"],
    "en": ["1. The message", "2. Who gets what", "Data"],
}


@cache
def made(language: Language = "nl") -> tuple[Briefing, bytes]:
    told = briefed(PLAN, Fraction(80), language)
    return told, told.written("xlsx")


def rows(written: bytes, sheet: str) -> list[list[object]]:
    """The cells of a sheet as a program reads them that works nothing out."""
    return CalamineWorkbook.from_filelike(io.BytesIO(written)).get_sheet_by_name(sheet).to_python()


def all_formulas_hold(book: Workbook) -> int:
    """Compares every formula with the value beside it; returns how many there are."""
    for (sheet, address), formula in book.formulas.items():
        worked, beside = book.value(sheet, address), book.written[sheet, address]
        if isinstance(worked, str) or isinstance(beside, str):
            assert worked == beside, (sheet, address, formula)
        else:
            assert worked == pytest.approx(beside, rel=1e-9, abs=1e-9), (sheet, address, formula)
    return len(book.formulas)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_sheet_per_section_then_the_proof_and_the_data(language: Language) -> None:
    book = Workbook(made(language)[1])
    assert [book.sheets[0], book.sheets[1], book.sheets[-1]] == TABS[language]
    assert all(len(name) <= 31 for name in book.sheets)


def test_every_formula_comes_to_the_value_beside_it() -> None:
    assert all_formulas_hold(Workbook(made()[1])) > 90


def test_differences_parts_and_totals_are_formulas() -> None:
    book = Workbook(made()[1])
    formulas = {address: text for (sheet, address), text in book.formulas.items() if sheet == "2. Wie krijgt wat"}
    assert formulas["F7"] == "SUM(F8:F9)"
    assert formulas["F13"] == "SUM(F7,F10)"
    assert formulas["H8"] == "G8-F8"
    assert formulas["I8"] == "G8"
    assert formulas["J8"] == 'IF(F8=0,"",G8/F8)'


def test_the_ceiling_is_a_cell_with_a_name_and_what_follows_from_it_moves_along() -> None:
    told, written = made()
    book = Workbook(written)
    place = book.where("plafond")
    assert book.value(*place) == 80
    sheet = place[0]
    assert book.value(sheet, "D4") == float(80 - told.run.rounded.total)
    assert book.value(sheet, "E4") == ""
    book.changed[place] = 90.0
    assert book.value(sheet, "D4") == float(90 - told.run.rounded.total)
    assert book.value(sheet, "E4").startswith("Het plafond is gewijzigd")
    assert Workbook(made("en")[1]).names["ceiling"].startswith("'2. Who gets what'!")


def test_the_measures_have_their_printed_and_exact_amounts_and_these_in_full() -> None:
    told, written = made()
    shown = {row[1]: row for row in rows(written, "2. Wie krijgt wat")[6:]}
    for line in PLAN.lines:
        row = shown[line.id]
        assert row[5:7] == [float(told.run.proposal[line.id]), float(told.run.rounded.amounts[line.id])]
        exact = told.run.allocation.amounts[line.id]
        assert row[10] == pytest.approx(float(exact), rel=1e-12)
        assert Fraction(str(row[11]).replace(",", ".")) == exact
    assert shown["om"][12] == "§2"


def test_the_two_sums_of_a_proof_are_equal_and_a_change_breaks_it() -> None:
    book = Workbook(made()[1])
    proofs = [name for name in book.sheets if name.startswith("Bewijs")]
    assert len(proofs) >= 2
    for name in proofs:
        assert book.value(name, "B3") == pytest.approx(book.value(name, "B4"), rel=1e-12)
        assert book.value(name, "B6") == "bewezen: beide zijn gelijk, en aan elke regel is voldaan"
    book.changed[book.where("plafond")] = 79.0
    assert book.value("Bewijs 1", "B6") == "geen bewijs: er is iets gewijzigd"
    del book.changed[book.where("plafond")]
    book.changed["Bewijs 1", "C18"] = book.value("Bewijs 1", "C18") + 1  # more for the police
    assert book.value("Bewijs 1", "B6") == "geen bewijs: er is iets gewijzigd"


def test_the_proof_shows_the_split_itself() -> None:
    told, written = made()
    book = Workbook(written)
    for number, line in enumerate(PLAN.lines, start=18):
        assert book.value("Bewijs 1", f"A{number}") == line.id
        assert book.value("Bewijs 1", f"C{number}") == pytest.approx(float(told.run.allocation.amounts[line.id]))


def test_stages_that_nobody_can_follow_by_hand_are_counted_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flessenhals.briefing.writers.xlsx.proof, "MOST_STAGES", 1)
    told, _ = made()
    book = Workbook(told.written("xlsx"))
    assert [name for name in book.sheets if name.startswith("Bewijs")] == ["Bewijs 1"]
    left = len(told.run.allocation.stages) - 1
    assert str(book.value("Bewijs 1", "A7")).endswith(f"bewezen zijn: {left}")
    monkeypatch.setattr(flessenhals.briefing.writers.xlsx.proof, "MOST_ROWS", 0)
    book = Workbook(told.written("xlsx"))
    assert str(book.value("Bewijs 1", "A7")).endswith(f"bewezen zijn: {left + 1}")


def test_the_data_are_a_table_in_long_form_with_every_amount_once() -> None:
    told, written = made()
    archive = zipfile.ZipFile(io.BytesIO(written))
    table = archive.read("xl/tables/table1.xml").decode()
    head, *data = rows(written, "Gegevens")
    assert 'displayName="gegevens"' in table
    assert re.findall(r'<tableColumn id="\d+" name="([^"]+)"', table) == head
    assert f'ref="A1:I{len(data) + 1}"' in table
    printed = {row[2]: row[8] for row in data if row[7] == "optimum, afgerond" and row[1] == 80}
    assert printed == {line: float(amount) for line, amount in told.run.rounded.amounts.items()}
    assert len({tuple(row[:8]) for row in data}) == len(data)


def test_what_looks_like_a_formula_stays_text() -> None:
    names = [name for name in HOSTILE if not name.startswith("Heel")]
    plan = Plan(
        id="hostile",
        title="=1+1",
        lines=tuple(
            Line(id=f"l{place}", partner="p", proposed=Fraction(10), name=name, source=name, programme=name)
            for place, name in enumerate(names)
        ),
        programmes={name: name for name in names},
        partners={"p": "@SUM(A1)"},
    )
    written = briefed(plan, Fraction(60)).written("xlsx")
    shown = [str(row[1]).removesuffix(" *") for row in rows(written, "2. Wie krijgt wat")]
    assert [name for name in names if name not in shown] == []
    book = Workbook(written)
    assert all_formulas_hold(book)
    links = [name for name in zipfile.ZipFile(io.BytesIO(written)).namelist() if "hyperlink" in name]
    assert links == []
    assert not any(text in formula for formula in book.formulas.values() for text in ("1+1", "CMD"))


def test_the_same_run_gives_the_same_bytes() -> None:
    told, written = made()
    assert told.written("xlsx") == written


def test_sheets_print_across_a_page_with_their_heads_repeated_and_are_described() -> None:
    archive = zipfile.ZipFile(io.BytesIO(made()[1]))
    measures = archive.read("xl/worksheets/sheet2.xml").decode()
    assert 'orientation="landscape"' in measures
    assert 'paperSize="9"' in measures
    assert '<pane xSplit="2" ySplit="6"' in measures
    assert "Print_Titles" in archive.read("xl/workbook.xml").decode()
    core = archive.read("docProps/core.xml").decode()
    assert f"<dc:title>{made()[0].document.title}</dc:title>" in core
    assert "2026-03-02T09:30:00Z" in core
    drawings = [archive.read(name).decode() for name in archive.namelist() if "drawings/drawing" in name]
    assert all('descr="' in drawing for drawing in drawings)


@pytest.mark.parametrize("ceiling", [Fraction(11), Fraction(18)])
def test_equal_claims_that_are_printed_differently_carry_a_mark(ceiling: Fraction) -> None:
    plan = Plan(
        id="three",
        lines=tuple(Line(id=name, partner=name, proposed=Fraction(10 if name != "d" else 6)) for name in "abcd"),
    )
    told = briefed(plan, ceiling, "en")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(told.written("xlsx"))).get_sheet_by_name("2. Who gets what")
    rows = {str(row[1]): row for row in sheet.to_python() if isinstance(row[0], float)}
    marked = [name.removesuffix(" *") for name in rows if name.endswith(" *")]
    assert marked == (["a", "b", "c"] if ceiling == 11 else [])
    assert len({row[6] for name, row in rows.items() if name[0] in "abc"}) == (2 if marked else 1)
    assert any(str(cell).startswith("* Asks as much") for row in sheet.to_python() for cell in row) == bool(marked)
