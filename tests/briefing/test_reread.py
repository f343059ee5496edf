"""Whoever reads a briefing back and adds up what is printed finds the printed totals, and every rule kept."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

import docx
import odfdo
import pytest
from briefs import briefed
from drawn.plans import random_ceiling, random_plan
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from flessenhals.solver.infeasible.error import InfeasibleError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.briefing import Briefing

FORMATS = ("md", "xlsx", "docx", "odt", "pdf")
FIGURE = r"(?:[+−]?[\d.]+(?:,\d+)?|–)"
PRINTED = re.compile(rf"^(\d+ |)(.+?) ({FIGURE}) ({FIGURE}) ({FIGURE})$", re.MULTILINE)


def random_briefings() -> Iterator[Briefing]:
    """Briefings in Dutch on random plans with something to divide."""
    seed = 0
    while True:
        random = Random(seed)
        seed += 1
        plan = random_plan(random, most_lines=8)
        try:
            yield briefed(plan, random_ceiling(random, plan))
        except InfeasibleError:
            continue


def printed(text: str) -> Fraction:
    """A figure as it stands on Dutch paper."""
    return Fraction(text.replace("–", "0").replace(".", "").replace(",", ".").replace("−", "-").replace("+", ""))


def measures(told: Briefing, form: str) -> list[tuple[str, ...]]:
    """The rows of the table of measures as a file shows them: number, name, proposal, optimum, difference."""
    file = io.BytesIO(told.written(form))
    if form == "md":
        _, _, rest = file.getvalue().decode().partition("Maatregelen, bedragen in")
        lines = [line for line in rest.partition("Zoals het hier staat")[0].splitlines() if line.startswith("|")][2:]
        return [tuple(cell.strip(" *") for cell in line.split("|")[1:6]) for line in lines]
    if form == "xlsx":
        sheet = CalamineWorkbook.from_filelike(file).get_sheet_by_name("2. Wie krijgt wat").to_python()
        shown = [row for row in sheet[6:] if row[5] != ""]
        return [tuple(as_printed(row[place]) for place in (0, 1, 5, 6, 7)) for row in shown]
    if form == "docx":
        table = next(each for each in docx.Document(file).tables if each.cell(0, 2).text == "Gevraagd")
        return [tuple(cell.text for cell in row.cells[:5]) for row in list(table.rows)[1:]]
    if form == "odt":
        table = next(
            each
            for each in odfdo.Document(file).body.get_elements("//table:table")
            if "Maatregelen" in each.get_element("table:title").text
        )
        cells = [row.get_elements("table:table-cell") for row in table.get_elements("table:table-row")]
        return [tuple(cell.inner_text.strip() for cell in row[:5]) for row in cells]
    text = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    _, rest = re.split(r"Verschil(?:\s+Departement)?(?:\s+Bron)?\n", text, maxsplit=1)
    return [found.groups() for found in PRINTED.finditer(rest.partition("Zoals het hier staat")[0])]


def as_printed(cell: object) -> str:
    """A cell of a workbook the way that Dutch paper has it."""
    return f"{cell:.10f}".replace(".", ",") if isinstance(cell, float) else str(cell)


def violations(told: Briefing, form: str) -> list[str]:
    """What does not add up in a written file, or breaks a rule."""
    plan, found, amounts = told.run.plan, [], {}
    lines = [line for group in plan.grouped("programme").values() for line in group]
    sums, totals = [Fraction(0)] * 3, [Fraction(0)] * 3
    group = ""
    above = sums  # what stands above the lines that follow, and they add up to
    rows = measures(told, form)
    if plan.is_cofunded:
        *rows, others, charged = rows
        paid = [printed(a) + printed(b) for a, b in zip(others[2:], charged[2:], strict=True)]
        found += [] if paid == [printed(each) for each in rows[-1][2:]] else ["what is paid does not add up"]
    for number, name, *figures in rows:
        read = [printed(each) for each in figures]
        if read[1] - read[0] != read[2]:
            found.append(f"{name}: the difference is not the difference")
        if number.strip():
            amounts[lines[len(amounts)].id] = read[1]
            sums = [a + b for a, b in zip(sums, read, strict=True)]
            totals = [a + b for a, b in zip(totals, read, strict=True)]
            continue
        if group and above != sums:
            found.append(f"{group}: the lines do not add up to it")
        group, above, sums = name, read, [Fraction(0)] * 3
    if above != totals:
        found.append(f"{group}: the lines do not add up to it")
    if amounts.keys() != told.run.rounded.amounts.keys():
        return [*found, "not every line is printed"]
    return found + replace(told.run.rounded, amounts=amounts).faults()


@pytest.mark.parametrize("form", FORMATS)
def test_printed_figures_add_up_and_keep_every_rule(form: str) -> None:
    for told in islice(random_briefings(), 5):
        assert violations(told, form) == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_figure_that_was_changed_is_found(form: str) -> None:
    """The check can fail: a split in which one line gets a step more no longer is what the others add up to."""
    told = next(random_briefings())
    line, amount = next(iter(told.run.rounded.amounts.items()))
    step = told.run.rounded.step
    moved = replace(told.run.rounded, amounts={**told.run.rounded.amounts, line: amount + 1000 * step})
    assert violations(type(told)(replace(told.run, rounded=moved), "nl"), form) != []


@pytest.mark.long
@pytest.mark.parametrize("form", FORMATS)
def test_printed_figures_of_a_hundred_random_plans_add_up_and_keep_every_rule(form: str) -> None:
    wrong = [violations(told, form) for told in islice(random_briefings(), 100)]
    assert [each for each in wrong if each] == []
