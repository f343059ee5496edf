"""The amounts of a path in a workbook, a row a line and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.brief.table.measures import decimals_of
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.xlsx.book import as_data, as_text, decimals_form, width_for
from flessenhals.briefing.writers.xlsx.by_year import MOST, YEARS, labels_of
from flessenhals.constraints.constraint import in_year

if TYPE_CHECKING:
    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.writers.xlsx.book import Book

PRECISE = decimals_form(6)


def long_sheet(book: Book, run: RunByYear) -> None:
    """Every line in every year a row, with all that one might group it by: for pivot tables, as a real table."""
    language, plan = book.language, run.plan
    sheet = book.sheet(say("tab of data", language), frozen=1)
    keys = ("measure", "partner", "programme", "department", "year", "money kind", "asked", "minimum", "maximum")
    columns = [
        "line",
        *(say(key, language) for key in keys),
        say("quantity optimum", language),
        say("amount of it", language),
        "exact",
    ]
    rows: list[list[str | float]] = []
    for dated in run.series.years.lines:
        for year in run.series.years.all:
            if not dated.runs(year):
                continue
            line = plan.line_by_id[in_year(dated.line.id, year)]
            exact = run.allocation.amounts[line.id]
            rows.append(
                [
                    dated.line.id,
                    *labels_of(run, dated.line, language),
                    year,
                    say(f"{dated.line.money} money", language),
                    *(float(each) for each in (line.proposed, line.lower, line.upper)),
                    float(run.printed.lines[dated.line.id][year]),
                    float(exact),
                    as_text(exact, "en").replace(",", ""),
                ]
            )
    as_data(sheet, columns, len(rows), language)
    printed = decimals_form(decimals_of((run.printed.step,)))
    for below, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(below, place, value)
            else:
                form = "0" if place == YEARS else PRECISE if place == len(row) - 2 else printed
                sheet.write_number(below, place, value, book.format("plain", form))
    for place, head in enumerate(columns):
        stack = [head + " " * 3, *(str(row[place]) for row in rows)]
        sheet.set_column(place, place, width_for(stack, most=MOST))
