"""The workbook and the page of a plan with years: a wide sheet that lives, a long one, and charts with their words."""

import io
import re
from fractions import Fraction
from pathlib import Path
from zipfile import ZipFile

import pytest
from briefs import worked_out
from python_calamine import CalamineWorkbook

from flessenhals.briefing.brief.by_year.run import RunByYear
from flessenhals.briefing.briefing import Briefing
from flessenhals.constraints.constraint import in_year
from flessenhals.data.plans.reader import load
from flessenhals.data.proposals.reader import read_proposal


@pytest.fixture(scope="module")
def run() -> RunByYear:
    plan = load("pact-2021-build-up", scenario="recruitment")
    return worked_out(plan, "two-kinds")


@pytest.fixture(scope="module")
def book(run: RunByYear) -> bytes:
    return Briefing(run, "nl").written("xlsx")


def rows(book: bytes, sheet: str) -> list[list[object]]:
    return list(CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_name(sheet).to_python())


def test_the_wide_sheet_has_every_year_and_adds_up_by_itself(run: RunByYear, book: bytes) -> None:
    sheet = rows(book, "Reeks")
    place = next(number for number, row in enumerate(sheet) if row[0] == "line")
    assert sheet[place] == ["line", "Maatregel", "Partner", "Programma", "Departement", *range(2022, 2029), "Samen"]
    below = sheet[place + 1 :]
    named = {str(row[1] or row[0]): row[5:] for row in sheet}
    printed = run.printed
    for line in run.series.years.lines:
        (row,) = (each for each in below if each[0] == line.line.id)
        assert row[5:12] == [float(each) for each in printed.lines[line.line.id].values()]
        assert row[12] == pytest.approx(float(sum(printed.lines[line.line.id].values(), start=Fraction(0))))
    assert named["Structureel"][:7] == [80, 200, 300, 400, 400, 400, 400]
    assert named["Incidenteel"][:7] == [20, 0, 0, 0, 0, 0, 0]
    assert named["Besteed"] == named["Totaal"]
    assert named["Niet besteed"][:7] == [float(each) for each in printed.left.values()]
    assert named["Past in het kader"][:7] == ["ja"] * 7


def test_its_sums_are_formulas(book: bytes) -> None:
    with ZipFile(io.BytesIO(book)) as files:
        names = re.findall(r'<sheet name="([^"]+)"', files.read("xl/workbook.xml").decode())
        sheet = files.read(f"xl/worksheets/sheet{names.index('Reeks') + 1}.xml").decode()
    formulas = re.findall(r"<f>([^<]+)</f>", sheet)
    assert sum(each.startswith("SUM(") for each in formulas) > 60
    assert any(each.startswith("IF(ROUND(") for each in formulas)


def test_the_long_sheet_has_a_row_for_every_line_in_every_year_with_the_exact_amount(
    run: RunByYear, book: bytes
) -> None:
    head, *below = rows(book, "Gegevens")
    place = {str(name): number for number, name in enumerate(head)}
    assert len(below) == len(run.plan.lines)
    exact = {(row[place["line"]], row[place["Jaar"]]): Fraction(str(row[place["exact"]])) for row in below}
    assert exact == {(line.line, line.year): run.allocation.amounts[line.id] for line in run.plan.lines}


@pytest.mark.parametrize("sheet", ["Reeks", "Gegevens"])
def test_both_read_back_as_a_proposal(run: RunByYear, book: bytes, sheet: str, tmp_path: Path) -> None:
    """The wide sheet as it is printed, the long one exactly."""
    file = tmp_path / "reeks.xlsx"
    file.write_bytes(book)
    printed = {in_year(line, year): each for line, row in run.printed.lines.items() for year, each in row.items()}
    read = read_proposal(str(file), run.plan, sheet=sheet)
    assert read.amounts == (printed if sheet == "Reeks" else dict(run.allocation.amounts))


def test_its_charts_are_the_workbooks_own_and_have_words(book: bytes) -> None:
    with ZipFile(io.BytesIO(book)) as files:
        charts = [name for name in files.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
        drawings = "".join(files.read(name).decode() for name in files.namelist() if "drawings/drawing" in name)
        first = files.read("xl/charts/chart1.xml").decode()
    assert len(charts) > 1
    assert drawings.count('descr="') == len(charts)
    assert "areaChart" in first
    assert "wdUpDiag" in first


def test_the_page_draws_by_itself_and_names_no_colour_of_its_own(run: RunByYear) -> None:
    page = Briefing(run, "nl").written("html").decode()
    figures = re.findall(r'<svg class="chart sketch".*?</svg>', page, re.DOTALL)
    assert len(figures) == 2
    assert all('role="img"' in each for each in figures)
    names = re.findall(r'aria-labelledby="([a-z-]+-about)"', "".join(figures))
    assert len(names) == 2
    assert all(re.search(rf'id="{name}">[^<]+</p>', page) for name in names)
    assert not any("style=" in each or "#" in each.replace("url(#", "") for each in figures)
    assert "<script" not in page
