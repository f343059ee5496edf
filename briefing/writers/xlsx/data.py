"""Two sheets for whoever goes on with the figures: the charts with their data, and everything in long form."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from flessenhals.briefing.charts.roles import HAIR, PROGRAMMES, colour
from flessenhals.briefing.document.document import DataTable
from flessenhals.briefing.text.naming import group_name, line_name, scenario_name
from flessenhals.briefing.text.table import Row, is_number
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.xlsx.book import HATCH, as_data, decimals_form, width_for
from flessenhals.briefing.writers.xlsx.text import Spot, needed, put_table
from flessenhals.solver.optimum.allocation import Allocation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from xlsxwriter.worksheet import Worksheet

    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Chart
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Table
    from flessenhals.briefing.writers.layout import Caption
    from flessenhals.briefing.writers.xlsx.book import Book
    from flessenhals.solver.plan.plan import Line, Plan

CHART_ROWS, CHART_WIDTH, ROW_HEIGHT, LINE_HEIGHT, MOST_BARS = 22, 900, 20, 18, 2
PRECISE = decimals_form(6)
GRID = {"visible": True, "line": {"color": HAIR, "width": 0.75}}
NO_FRAME = {"border": {"none": True}}
# The columns of the chain's figures that its bars are made of, in `briefing/brief/bottle.py`.
SPLIT, LINK, THROUGH, STUCK, SPARE = 0, 1, 5, 6, 7


def figures_sheet(book: Book, charts: list[tuple[Chart, Caption]], name: str) -> None:
    """Charts of the document as charts of the workbook's own, each with the figures that it draws below it.

    Args:
        book: what to add it to.
        charts: one at least, with their captions.
        name: of the tab.
    """
    sheet = book.sheet(name)
    sheet.set_print_scale(60)  # and not to fit, because then no page would begin with a figure
    row, tops = 0, []
    widths: list[float] = []
    for chart, caption in charts:
        block = DataTable(chart.id, _named_once(chart.data) if chart.id == "bottle" else chart.data)
        sheet.write_string(row, 0, str(caption), book.format("heading", wraps=False))
        if chart.sketch is not None:
            row += 1
            sheet.write_string(row, 0, chart.sketch.under, book.format("subtitle", wraps=False))
        draw = (
            _bottle
            if chart.id == "bottle"
            else _strips
            if chart.id == "strips"
            else _lines
            if is_number(chart.data.columns[0])
            else _bars
        )
        tall = draw is _bars
        height = max(CHART_ROWS * ROW_HEIGHT, (len(chart.data.rows) * LINE_HEIGHT + 120) * tall)
        data = row + 2 + height // ROW_HEIGHT
        drawn = draw(book, sheet, chart, data)
        drawn.set_size({"width": CHART_WIDTH, "height": height})
        drawn.set_legend({"position": "bottom"})
        drawn.set_chartarea(NO_FRAME)
        sheet.insert_chart(row + 1, 0, drawn, {"description": chart.alternative, "object_position": 2})
        wide = needed(block)
        put_table(book, sheet, block, Spot(data, [(place, place) for place in range(len(wide))], wide))
        widths = [max(pair) for pair in zip_longest(widths, wide, fillvalue=0.0)]
        row = data + len(chart.data.rows) + 3
        tops.append(row)
    sheet.set_h_pagebreaks(tops[:-1])
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)


def _named_once(table: Table) -> Table:
    """A table in which a name in the first column stands once, so that the chart has it once below its rows."""
    rows: list[Row] = []
    before = None
    for row in table.rows:
        rows.append(Row(("" if row.cells[0] == before else row.cells[0], *row.cells[1:]), row.role))
        before = row.cells[0]
    return table._replace(rows=tuple(rows))


def _bottle(book: Book, sheet: Worksheet, chart: Chart, head: int) -> Any:  # noqa: ANN401 - a chart of any kind
    """A stack per link: what gets through, hatched what is stuck before it, and the room that is left."""
    drawn = book.file.add_chart({"type": "column", "subtype": "stacked"})
    name, last = sheet.get_name(), head + len(chart.data.rows)
    looks: dict[int, dict[str, Any]] = {
        THROUGH: {"fill": {"color": colour("flow")}},
        STUCK: {**HATCH, "border": {"color": colour("line"), "width": 0.75}},
        SPARE: {"fill": {"color": colour("room")}, "border": {"color": colour("line"), "width": 0.75}},
    }
    for place, look in looks.items():
        drawn.add_series(
            {
                "name": [name, head, place],
                "categories": [name, head + 1, SPLIT, last, LINK],
                "values": [name, head + 1, place, last, place],
                "gap": 40,
                **look,
            }
        )
    drawn.set_x_axis({"num_font": {"size": 8}})
    drawn.set_y_axis({"min": 0, "num_format": "#,##0", "major_gridlines": GRID, "line": {"none": True}})
    return drawn


def _strips(book: Book, sheet: Worksheet, chart: Chart, head: int) -> Any:  # noqa: ANN401 - a chart of any kind
    """A stack per proposal: what can be used, hatched what is stuck, hollow what is not given."""
    drawn = book.file.add_chart({"type": "bar", "subtype": "stacked"})
    name, last = sheet.get_name(), head + len(chart.data.rows)
    hollow = {"fill": {"none": True}, "border": {"color": colour("line"), "dash_type": "dash"}}
    looks: tuple[dict[str, Any], ...] = ({"fill": {"color": colour("flow")}}, HATCH, hollow)
    for place, look in enumerate(looks, start=1):
        drawn.add_series(
            {
                "name": [name, head, place],
                "categories": [name, head + 1, 0, last, 0],
                "values": [name, head + 1, place, last, place],
                "gap": 60,
                **look,
            }
        )
    drawn.set_y_axis({"reverse": True})
    drawn.set_x_axis({"min": 0, "num_format": "#,##0", "major_gridlines": GRID})
    return drawn


def _bars(book: Book, sheet: Worksheet, chart: Chart, head: int) -> Any:  # noqa: ANN401 - a chart of any kind
    """Bars beside each other for each row: its first two amounts; of two the first is hollow."""
    drawn = book.file.add_chart({"type": "bar"})
    name, last = sheet.get_name(), head + len(chart.data.rows)
    places = range(1, min(len(chart.data.columns), MOST_BARS + 1))
    for place in places:
        hollow = place < places[-1]
        drawn.add_series(
            {
                "name": [name, head, place],
                "categories": [name, head + 1, 0, last, 0],
                "values": [name, head + 1, place, last, place],
                "fill": {"color": colour("paper" if hollow else "brand")},
                "border": {"color": colour("line" if hollow else "brand"), "width": 1},
                "gap": 60,
            }
        )
    drawn.set_y_axis({"reverse": True, "label_position": "low", "interval_unit": 1, "num_font": {"size": 8}})
    drawn.set_x_axis({"num_format": "#,##0", "major_gridlines": GRID})
    return drawn


def _lines(book: Book, sheet: Worksheet, chart: Chart, head: int) -> Any:  # noqa: ANN401 - a chart of any kind
    """Straight lines over the first column: between two rows nothing bends. The last, which is the total, is dashed."""
    drawn = book.file.add_chart({"type": "scatter", "subtype": "straight"})
    name, last = sheet.get_name(), head + len(chart.data.rows)
    count = len(chart.data.columns)
    for place in range(1, count):
        total = place == count - 1 > 1
        look = (
            {"color": colour("ink"), "dash_type": "dash"} if total else {"color": _of_programme(place - 1, count - 2)}
        )
        drawn.add_series(
            {
                "name": [name, head, place],
                "categories": [name, head + 1, 0, last, 0],
                "values": [name, head + 1, place, last, place],
                "line": {"width": 2.25, **look},
            }
        )
    for set_axis, heading in ((drawn.set_x_axis, chart.data.columns[0].heading), (drawn.set_y_axis, "")):
        set_axis({"name": heading, "min": 0, "num_format": "#,##0", "major_gridlines": GRID})
    return drawn


def _of_programme(place: int, count: int) -> str:
    """The colour of a programme as a line: of four or more the first is told from the rest."""
    if count > len(PROGRAMMES):
        return PROGRAMMES[0] if not place else colour("line")
    return PROGRAMMES[min(place, len(PROGRAMMES) - 1)]


def data_sheet(book: Book, run: Run) -> None:
    """Every amount a row, with all that one might group it by: for pivot tables and Power BI, as a real table."""
    language = book.language
    name = say("tab of data", language)
    sheet = book.sheet(name, frozen=1)
    headings = (
        "reading of the plan",
        "ceiling",
        "id of line",
        "measure",
        "partner",
        "programme",
        "department",
        "quantity",
        "amount of it",
    )
    columns = [say(key, language) for key in headings]
    rows = list(_long(run, language))
    forms = [book.format("plain", form) if form else None for form in ("", "General", *[""] * 6, PRECISE)]
    as_data(sheet, columns, len(rows), language)
    for below, row in enumerate(rows, start=1):
        for place, (value, form) in enumerate(zip(row, forms, strict=True)):
            if isinstance(value, str):
                sheet.write_string(below, place, value)
            else:
                sheet.write_number(below, place, float(value), form)
    for place, head in enumerate(columns):
        stack = [head + " " * 3, *(each if isinstance(each := row[place], str) else " " * 12 for row in rows)]
        sheet.set_column(place, place, width_for(stack))


def _long(run: Run, language: Language) -> Iterator[tuple[str | Fraction, ...]]:
    plan, split = run.plan, run.allocation
    given: list[tuple[str | None, Fraction, str, Mapping[str, Fraction]]] = [
        (plan.scenario, split.available, "asked", {line.id: line.proposed for line in plan.lines}),
        (plan.scenario, split.available, "minimum", {line.id: line.minimum for line in plan.lines}),
        (plan.scenario, split.available, "maximum", {line.id: line.upper for line in plan.lines}),
        (plan.scenario, split.available, "proposal", run.proposal),
        (plan.scenario, split.available, "optimum", run.rounded.amounts),
        (plan.scenario, split.available, "exact", split.amounts),
    ]
    for ceiling, found, printed in run.around:
        if isinstance(found, Allocation) and printed is not None and ceiling != split.available:
            given.append((plan.scenario, ceiling, "optimum", printed.amounts))
            given.append((plan.scenario, ceiling, "exact", found.amounts))
    given += [
        (found.plan.scenario, found.available, "exact", found.amounts)
        for found in run.readings
        if isinstance(found, Allocation) and found.plan.scenario != plan.scenario
    ]
    for scenario, ceiling, quantity, amounts in given:
        reading = say("asked reading", language)
        if scenario is not None:
            reading = scenario_name(plan, scenario, language)
        for line in plan.lines:
            yield (
                reading,
                ceiling,
                *_of(plan, line, language),
                say(f"quantity {quantity}", language),
                amounts[line.id],
            )


def _of(plan: Plan, line: Line, language: Language) -> tuple[str, ...]:
    """What one might group a line by."""
    programme = "" if line.programme is None else group_name(plan, "programme", line.programme, language)
    department = "" if line.department is None else group_name(plan, "department", line.department, language)
    partner = group_name(plan, "partner", line.partner, language)
    return line.id, line_name(plan, line, language), partner, programme, department
