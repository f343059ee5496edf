"""The lines of a series that cannot be split: in what each is given, and how many of that stand in each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import DataTable
from flessenhals.briefing.results.allocation_by_year import shown_years
from flessenhals.briefing.results.units import counted, given_in
from flessenhals.briefing.text.naming import line_name
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say
from flessenhals.constraints.constraint import in_year

if TYPE_CHECKING:
    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.text.language import Language

NAME, GIVEN, COUNT = 28.0, 24.0, 9.0


def units_by_year(run: RunByYear, language: Language) -> list[DataTable]:
    """A line that cannot be split a row, a year a column; none where every amount can be split."""
    plan, shown, rows = run.plan, shown_years(run.series, language), []
    for dated in run.series.years.lines:
        runs = [
            (year, plan.line_by_id[in_year(dated.line.id, year)])
            for year in shown.years
            if dated.first <= year <= dated.last
        ]
        whole = {year: line for year, line in runs if line.whole is not None and not line.dropped and line.upper}
        if not whole:
            continue
        given = dict.fromkeys(given_in(plan, line, language) for line in whole.values())
        stands = (
            counted(whole[year], run.allocation.amounts[whole[year].id], language) if year in whole else ""
            for year in shown.years
        )
        rows.append(Row((line_name(plan, dated.line, language), "; ".join(given), *stands)))
    if not rows:
        return []
    heads = say("measure", language), say("given in", language), *shown.headings
    columns = tuple(Column(head, "text" if place < 2 else "figure") for place, head in enumerate(heads))  # noqa: PLR2004 - two that are no years
    table = Table(say("years units caption", language), columns, tuple(rows), language)
    return [DataTable("units", table, (NAME, GIVEN, *(COUNT for _ in shown.years)))]
