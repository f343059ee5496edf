"""The charts of a path in a workbook, drawn from its wide sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.charts.partners_chart import panels_of
from flessenhals.briefing.charts.roles import EDGE, FLOW, HAIR, PAPER, PROGRAMMES
from flessenhals.briefing.text.numbers import lower_limit
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.xlsx.book import HATCH
from flessenhals.briefing.writers.xlsx.by_year import YEARS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.document.document import Chart
    from flessenhals.briefing.writers.xlsx.book import Book
    from flessenhals.briefing.writers.xlsx.by_year import WideSheet

PANELS, ACROSS = 8, 2
WIDE, TALL, SMALL_WIDE, SMALL_TALL, ROW_HEIGHT, COLUMN = 900, 420, 440, 210, 20, 7


def year_charts(book: Book, run: RunByYear, wide: WideSheet, charts: Sequence[Chart]) -> None:
    """The series as stacked areas over the wide sheet, and the partners as small charts over a table of parts."""
    sheet = book.sheet(say("tab of figures", book.language))
    about = {chart.id: chart for chart in charts}
    sheet.write_string(0, 0, about["years"].caption, book.format("heading", wraps=False))
    drawn = book.file.add_chart({"type": "area" if wide.years > 1 else "column", "subtype": "stacked"})
    colours = list(PROGRAMMES) if len(wide.groups) <= len(PROGRAMMES) else [PROGRAMMES[0], *[EDGE] * len(wide.groups)]
    named = zip(wide.groups.items(), colours, strict=False)
    stack = [(said, row, {"fill": {"color": colour}}) for (said, row), colour in named]
    stack = [*reversed(stack), (say("figure unspent", book.language), wide.left, HATCH)]
    name = wide.sheet.get_name()
    for said, row, look in stack:
        drawn.add_series(
            {
                "name": said,
                "categories": [name, wide.head, YEARS, wide.head, YEARS + wide.years - 1],
                "values": [name, row, YEARS, row, YEARS + wide.years - 1],
                "border": {"color": PAPER, "width": 1.5},
                **look,
            }
        )
    drawn.set_legend({"position": "right"})
    grid = {"visible": True, "line": {"color": HAIR}}
    drawn.set_y_axis({"min": 0, "num_format": "#,##0", "major_gridlines": grid})
    drawn.set_size({"width": WIDE, "height": TALL})
    sheet.insert_chart(1, 0, drawn, {"description": about["years"].alternative, "object_position": 2})
    _small_charts(book, run, sheet, about["partners"], 3 + TALL // ROW_HEIGHT)


def _small_charts(book: Book, run: RunByYear, sheet: Worksheet, chart: Chart, top: int) -> None:
    """A small chart a partner, on one scale, and below them the table that they draw."""
    years = run.series.years.all
    panels = panels_of(run.printed, book.language)[:PANELS]
    sheet.write_string(top, 0, chart.caption, book.format("heading", wraps=False))
    rows = -(-len(panels) // ACROSS)
    data = top + 2 + rows * (SMALL_TALL // ROW_HEIGHT + 1)
    sheet.write_string(data, 0, say("partner", book.language), book.format("header"))
    for place, year in enumerate(years, start=1):
        sheet.write_number(data, place, year, book.format("header", "0", right=True))
    for below, panel in enumerate(panels, start=data + 1):
        sheet.write_string(below, 0, ", ".join(panel.partners), book.format("line", wraps=False))
        for place, part in enumerate(panel.course, start=1):
            if part is not None:
                sheet.write_number(below, place, float(lower_limit(part)), book.format("line", "0.0%"))
        drawn = book.file.add_chart({"type": "area" if len(years) > 1 else "column"})
        name = sheet.get_name()
        drawn.add_series(
            {
                "categories": [name, data, 1, data, len(years)],
                "values": [name, below, 1, below, len(years)],
                "fill": {"color": FLOW},
            }
        )
        drawn.set_title({"name": ", ".join(panel.partners)[:80], "name_font": {"size": 10}, "overlay": False})
        drawn.set_legend({"none": True})
        most = max(1.0, *map(float, panel.parts))
        drawn.set_y_axis({"min": 0, "max": most, "num_format": "0%", "major_gridlines": {"visible": False}})
        drawn.set_size({"width": SMALL_WIDE, "height": SMALL_TALL})
        place = below - data - 1
        at = top + 1 + (place // ACROSS) * (SMALL_TALL // ROW_HEIGHT + 1)
        told = {"description": f"{chart.caption}. {', '.join(panel.partners)}", "object_position": 2}
        sheet.insert_chart(at, (place % ACROSS) * COLUMN, drawn, told)
    sheet.set_column(0, 0, 30)
