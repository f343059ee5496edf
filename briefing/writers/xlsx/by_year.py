"""The sheets of a plan with years: the series as a wide sheet that lives, its charts, and a row per line and year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.brief.measures import decimals_of
from flessenhals.briefing.charts.partners_chart import panels_of
from flessenhals.briefing.charts.roles import EDGE, FLOW, PROGRAMMES, STUCK, STUCK_PAPER
from flessenhals.briefing.text.naming import group_name, line_name
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.xlsx.book import area, as_text, cell, decimals_form, width_for
from flessenhals.constraints.constraint import in_year
from flessenhals.solver.rounding.by_year import lines_by_group, over_years

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from xlsxwriter.worksheet import Worksheet

    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.document.document import Chart
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.writers.xlsx.book import Book
    from flessenhals.solver.plan.line import Line

HEAD, FIRST = 3, 4
ID, MEASURE, PARTNER, PROGRAMME, DEPARTMENT, YEARS = range(6)
MOST, NARROW, PANELS, ACROSS = 44.0, 26.0, 8, 2
WIDE, TALL, SMALL_WIDE, SMALL_TALL, ROW_HEIGHT, COLUMN = 900, 420, 440, 210, 20, 7


class WideSheet(NamedTuple):
    """Where the wide sheet has what its chart draws.

    Attributes:
        sheet: the sheet.
        groups: the row of each programme, by its name.
        left: the row of what is left.
        years: how many columns of years it has.
    """

    sheet: Worksheet
    groups: Mapping[str, int]
    left: int
    years: int


def wide_sheet(book: Book, run: RunByYear, name: str) -> WideSheet:
    """Every line a row and every year a column, with sums that are formulas; it reads back as a proposal.

    Args:
        book: what to add it to.
        run: for the amounts, as printed.
        name: of the tab.
    """
    return _Wide(book, run, name).written()


class _Wide:
    def __init__(self, book: Book, run: RunByYear, name: str) -> None:
        self.book, self.run, self.language = book, run, book.language
        self.sheet = book.sheet(name)
        self.sheet.freeze_panes(FIRST, PARTNER)
        self.sheet.repeat_rows(HEAD)
        self.years = run.series.years.all
        self.form = decimals_form(decimals_of((run.printed.step,)))
        self.row = FIRST

    def written(self) -> WideSheet:
        """All of it: lines by programme, what is spent, what there is, what is left, and the check."""
        self._head()
        printed, plan = self.run.printed, self.run.plan
        groups: dict[str, int] = {}
        for group, ids in lines_by_group(self.run.series).items():
            first = self.row
            for line in ids:
                self._line(line)
            named = said = say("total", self.language)
            if group is not None:
                named = group_name(plan, "programme", group, self.language)
                said = say("total of", self.language, name=named)
            groups[named] = self.row
            self._formula(said, printed.groups[group], "subtotal", [(first, self.row - 1)])
        spent = self.row
        self._added(say("spent", self.language), printed.total, list(groups.values()))
        self.row += 1
        first = self.row
        if printed.kinds:
            for kind, amounts in printed.kinds.items():
                self._given(say(f"{kind} money", self.language), amounts)
        else:
            self._given(say("figure ceiling", self.language), printed.ceiling)
        if any(printed.shifted.values()):
            self._given(say("shifted in", self.language), printed.shifted)
        available = self.row
        self._formula(say("available", self.language), printed.available, "total", [(first, self.row - 1)])
        left = self.row
        self._difference(say("figure unspent", self.language), printed.left, available, spent)
        self._check(available, spent)
        return WideSheet(self.sheet, groups, left, len(self.years))

    def _head(self) -> None:
        book, sheet, language = self.book, self.sheet, self.language
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, book.document.title, book.format("title", wraps=False))
        sheet.write_string(1, 0, book.document.subtitle, book.format("subtitle", wraps=False))
        for place, key in enumerate(("line", "measure", "partner", "programme", "department")):
            head = key if place == ID else say(key, language)
            sheet.write_string(HEAD, place, head, book.format("header"))
        for place, year in enumerate(self.years, start=YEARS):
            sheet.write_number(HEAD, place, year, book.format("header", "0", right=True))
        sheet.write_string(HEAD, self._together, say("all years", language), book.format("header", right=True))
        lines = self.run.series.years.lines
        texts = [[each.line.id, *_of(self.run, each.line, language)] for each in lines]
        for place in range(YEARS):
            stack = [self._text(place), *(each[place] for each in texts)]
            sheet.set_column(place, place, width_for(stack, most=MOST if place == MEASURE else NARROW))
        sheet.set_column(YEARS, self._together, 11)

    def _text(self, place: int) -> str:
        return say(("id of line", "measure", "partner", "programme", "department")[place], self.language)

    @property
    def _together(self) -> int:
        return YEARS + len(self.years)

    def _line(self, line: str) -> None:
        dated = next(each for each in self.run.series.years.lines if each.line.id == line)
        for place, text in enumerate([line, *_of(self.run, dated.line, self.language)]):
            self.sheet.write_string(self.row, place, text, self.book.format("line"))
        amounts = self.run.printed.lines[line]
        for place, year in enumerate(self.years, start=YEARS):
            self.sheet.write_number(self.row, place, float(amounts[year]), self.book.format("line", self.form))
        self._across(amounts, "line")

    def _given(self, name: str, amounts: Mapping[int, Fraction]) -> None:
        self._named(name, "line")
        for place, year in enumerate(self.years, start=YEARS):
            self.sheet.write_number(self.row, place, float(amounts[year]), self.book.format("line", self.form))
        self._across(amounts, "line")

    def _formula(self, name: str, amounts: Mapping[int, Fraction], role: str, spans: Sequence[tuple[int, int]]) -> None:
        self._named(name, role)
        for place, year in enumerate(self.years, start=YEARS):
            over = ",".join(area((first, place), (last, place)) for first, last in spans)
            self._write(place, f"=SUM({over})", amounts[year], role)
        self._across(amounts, role)

    def _added(self, name: str, amounts: Mapping[int, Fraction], rows: Sequence[int]) -> None:
        self._named(name, "total")
        for place, year in enumerate(self.years, start=YEARS):
            self._write(place, "=" + "+".join(cell(row, place) for row in rows), amounts[year], "total")
        self._across(amounts, "total")

    def _difference(self, name: str, amounts: Mapping[int, Fraction], one: int, other: int) -> None:
        self._named(name, "total")
        for place, year in enumerate(self.years, start=YEARS):
            self._write(place, f"={cell(one, place)}-{cell(other, place)}", amounts[year], "total")
        self._across(amounts, "total")

    def _check(self, available: int, spent: int) -> None:
        """Whether what is spent stays within what there is, worked out by the sheet itself."""
        self._named(say("frame check", self.language), "line")
        yes, no = say("within frame", self.language), say("outside frame", self.language)
        for place in range(YEARS, self._together):
            fits = f'=IF(ROUND({cell(spent, place)}-{cell(available, place)},6)<=0,"{yes}","{no}")'
            self.sheet.write_formula(self.row, place, fits, self.book.format("line", right=True), yes)
        self.row += 1

    def _named(self, name: str, role: str) -> None:
        for place in range(self._together + 1):
            self.sheet.write_blank(self.row, place, None, self.book.format(role))
        self.sheet.write_string(self.row, MEASURE, name, self.book.format(role, wraps=False))

    def _across(self, amounts: Mapping[int, Fraction], role: str) -> None:
        over = area((self.row, YEARS), (self.row, self._together - 1))
        self._write(self._together, f"=SUM({over})", over_years(dict(amounts)), role)
        self.row += 1

    def _write(self, place: int, formula: str, value: Fraction, role: str) -> None:
        self.sheet.write_formula(self.row, place, formula, self.book.format(role, self.form), float(value))


def year_charts(book: Book, run: RunByYear, wide: WideSheet, charts: Sequence[Chart]) -> None:
    """The series as stacked areas over the wide sheet, and the partners as small charts over a table of parts."""
    sheet = book.sheet(say("tab of figures", book.language))
    about = {chart.id: chart for chart in charts}
    sheet.write_string(0, 0, about["years"].caption, book.format("heading", wraps=False))
    drawn = book.file.add_chart({"type": "area" if wide.years > 1 else "column", "subtype": "stacked"})
    colours = list(PROGRAMMES) if len(wide.groups) <= len(PROGRAMMES) else [PROGRAMMES[0], *[EDGE] * len(wide.groups)]
    named = zip(wide.groups.items(), colours, strict=False)
    stack = [(said, row, {"fill": {"color": colour}}) for (said, row), colour in named]
    hatch = {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": STUCK, "bg_color": STUCK_PAPER}}
    stack = [*reversed(stack), (say("figure unspent", book.language), wide.left, hatch)]
    name = wide.sheet.get_name()
    for said, row, look in stack:
        drawn.add_series(
            {
                "name": said,
                "categories": [name, HEAD, YEARS, HEAD, YEARS + wide.years - 1],
                "values": [name, row, YEARS, row, YEARS + wide.years - 1],
                "border": {"color": "#FFFFFF", "width": 1.5},
                **look,
            }
        )
    drawn.set_legend({"position": "right"})
    grid = {"visible": True, "line": {"color": "#D5DCE3"}}
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
                sheet.write_number(below, place, float(part), book.format("line", "0.0%"))
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


def long_sheet(book: Book, run: RunByYear) -> None:
    """Every line in every year a row, with all that one might group it by: for pivot tables, as a real table."""
    language, plan = book.language, run.plan
    sheet = book.sheet(say("tab of data", language), frozen=1)
    keys = ("measure", "partner", "programme", "department", "year", "money kind", "asked", "minimum", "maximum")
    columns = ["line", *(say(key, language) for key in keys), say("quantity optimum", language), "exact"]
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
                    *_of(run, dated.line, language),
                    year,
                    say(f"{dated.line.money} money", language),
                    *(float(each) for each in (line.proposed, line.lower, line.upper)),
                    float(run.printed.lines[dated.line.id][year]),
                    as_text(exact, "en").replace(",", ""),
                ]
            )
    sheet.add_table(
        0,
        0,
        max(1, len(rows)),
        len(columns) - 1,
        {
            "name": say("name of data", language),
            "columns": [{"header": head} for head in columns],
            "style": "Table Style Light 9",
        },
    )
    for below, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(below, place, value)
            else:
                form = "0" if place == YEARS else decimals_form(decimals_of((run.printed.step,)))
                sheet.write_number(below, place, value, book.format("plain", form))
    for place, head in enumerate(columns):
        stack = [head + " " * 3, *(str(row[place]) for row in rows)]
        sheet.set_column(place, place, width_for(stack, most=MOST))


def _of(run: RunByYear, line: Line, language: Language) -> tuple[str, str, str, str]:
    """Its name, and what one might group it by."""
    plan = run.plan
    return (
        line_name(plan, line, language),
        group_name(plan, "partner", line.partner, language),
        "" if line.programme is None else group_name(plan, "programme", line.programme, language),
        "" if line.department is None else group_name(plan, "department", line.department, language),
    )
