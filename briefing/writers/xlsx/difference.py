"""A difference as a workbook that lives: what the changes do adds up by formulas, and a chart goes from old to new."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from flessenhals.briefing.charts.roles import LIGHT
from flessenhals.briefing.results.comparison.causes import cause_name
from flessenhals.briefing.text.naming import line_name
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.xlsx.book import area, cell, height_for
from flessenhals.briefing.writers.xlsx.table import write_records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.difference.difference import Difference

HEAD, FIRST = 0, 1
WHAT, TOTAL, COVERAGE, UNDER, ENDS, MORE, LESS = range(7)
MONEY, CHANGE, POINTS = "#,##0.00", "+#,##0.00;−#,##0.00;0.00", "0.0%"
WIDE, NARROW, CHART = 60, 16, {"width": 900, "height": 420}
A4 = 9  # as Excel counts sizes of paper


def difference_workbook(found: Difference, language: Language) -> bytes:
    """Two splits and what makes the difference between them, with sums that add up by themselves.

    The first sheet has a row for what was, one for each change and one for what is now, which is their sum; a chart
    beside it goes from the one to the other. The second has the same for every line. The last has the records of the
    CSV file.

    Args:
        found: the two splits and the effects of the changes, which add up exactly.
        language: of the headings.
    """
    import xlsxwriter  # noqa: PLC0415 - for workbooks alone

    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False})
    _Sheets(book, found, language).write()
    write_records(book, found.records(), type(found).__name__)
    book.close()
    return written.getvalue()


class _Sheets:
    def __init__(self, book: Workbook, found: Difference, language: Language) -> None:
        self.book, self.found, self.language = book, found, language
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.names = [cause_name(found, cause, language) for cause in found.causes]

    def write(self) -> None:
        """The sheet of causes with its chart, and the sheet of lines."""
        self.causes(self.sheet("tab of causes"))
        self.lines(self.sheet("tab of lines"))

    def sheet(self, key: str) -> Worksheet:
        """A new sheet, printed as wide as a page."""
        made = self.book.add_worksheet(self.said(key))
        made.set_landscape()
        made.set_paper(A4)
        made.fit_to_pages(1, 0)
        return made

    def said(self, key: str) -> str:
        """Words in the reader's language."""
        return say(key, self.language)

    def format(self, number: str, *, strong: bool = False) -> Format:
        """How a number looks."""
        return self.book.add_format({"num_format": number, "bold": strong, **({"top": 1} if strong else {})})

    def causes(self, sheet: Worksheet) -> None:
        """A row for what was, for each change and for what is now, and where the chart has its bars."""
        found = self.found
        keys = ("change of", "effect on total", "lowest coverage", "bar under", "bar ends", "bar more", "bar less")
        for place, key in enumerate(keys):
            sheet.write_string(HEAD, place, self.said(key), self.head)
        last = FIRST + len(found.causes) + 1
        before, now = self.said("before"), self.said("after")
        effects: list[tuple[str, Fraction, Fraction | None]] = [
            (before, found.before.total, found.before.lowest_coverage),
            *((name, each.total, each.lowest_coverage) for name, each in zip(self.names, found.causes, strict=True)),
        ]
        money, change, points = (self.format(each) for each in (MONEY, CHANGE, POINTS))
        for row, (name, total, coverage) in enumerate(effects, start=FIRST):
            sheet.write_string(row, WHAT, name)
            sheet.write_number(row, TOTAL, float(total), money if row == FIRST else change)
            if coverage is not None:
                sheet.write_number(row, COVERAGE, float(coverage), points)
        sheet.write_string(last, WHAT, now, self.format("@", strong=True))
        self.sum(sheet, last, TOTAL, float(found.after.total), self.format(MONEY, strong=True))
        if all(coverage is not None for _, _, coverage in effects):
            lowest = float(found.after.lowest_coverage or 0)
            self.sum(sheet, last, COVERAGE, lowest, self.format(POINTS, strong=True))
        self.bars(sheet, [float(total) for _, total, _ in effects], money)
        sheet.set_column(WHAT, WHAT, WIDE)
        sheet.set_column(TOTAL, LESS, NARROW)
        sheet.freeze_panes(FIRST, TOTAL)
        sheet.insert_chart(last + 2, 0, self.chart(sheet, last), {"description": self.said("since chart")})

    @staticmethod
    def sum(sheet: Worksheet, row: int, column: int, value: float, look: Format) -> None:
        """A cell that adds up all above it."""
        sheet.write_formula(row, column, f"=SUM({area((FIRST, column), (row - 1, column))})", look, value)

    def bars(self, sheet: Worksheet, effects: Sequence[float], look: Format) -> None:
        """Where each bar of the chart begins and how far it goes, worked out from the effects."""
        reached = 0.0
        for row, effect in enumerate([*effects, 0.0], start=FIRST):
            total, sofar = cell(row, TOTAL), f"SUM({cell(FIRST, TOTAL, fixed=True)}:{cell(row, TOTAL)})"
            is_end = row in {FIRST, FIRST + len(effects)}
            formulas: dict[int, tuple[str, float]] = {
                UNDER: (f"=MIN({sofar},{sofar}-{total})", min(reached, reached + effect)),
                MORE: (f"=MAX({total},0)", max(effect, 0.0)),
                LESS: (f"=MAX(-{total},0)", max(-effect, 0.0)),
            }
            if is_end:
                formulas = {ENDS: (f"={total}", reached + effect)}
            for place, (formula, value) in formulas.items():
                sheet.write_formula(row, place, formula, look, value)
            reached += effect

    def chart(self, sheet: Worksheet, last: int) -> Any:  # noqa: ANN401 - a chart of any kind
        """Columns from what was to what is now, each change from where the one before it ends."""
        drawn = self.book.add_chart({"type": "column", "subtype": "stacked"})
        name = sheet.get_name()
        looks: dict[int, dict[str, Any]] = {
            UNDER: {"fill": {"none": True}, "border": {"none": True}},
            ENDS: {"fill": {"color": LIGHT["brand"]}},
            MORE: {"fill": {"color": LIGHT["flow"]}},
            LESS: {"fill": {"color": LIGHT["paper"]}, "border": {"color": LIGHT["line"], "width": 1.5}},
        }
        for place, look in looks.items():
            drawn.add_series(
                {
                    "name": [name, HEAD, place],
                    "categories": [name, FIRST, WHAT, last, WHAT],
                    "values": [name, FIRST, place, last, place],
                    "gap": 40,
                    **look,
                }
            )
        drawn.set_legend({"none": True})
        drawn.set_title({"name": self.said("since chart"), "name_font": {"size": 12}})
        grid = {"visible": True, "line": {"color": LIGHT["hair"]}}
        drawn.set_y_axis({"min": 0, "num_format": "#,##0", "major_gridlines": grid})
        drawn.set_size(CHART)
        return drawn

    def lines(self, sheet: Worksheet) -> None:
        """A line a row: what it got, what each change gives it more or less, and what it gets now: their sum."""
        found = self.found
        headings = [self.said("line"), self.said("before"), *self.names, self.said("after")]
        for place, heading in enumerate(headings):
            sheet.write_string(HEAD, place, heading, self.head)
        sheet.set_row(HEAD, height_for(headings, [WIDE, *[NARROW] * (len(headings) - 1)]))
        money, change = self.format(MONEY), self.format(CHANGE)
        end = len(headings) - 1
        plans = (found.after.plan, found.before.plan)
        known = {line.id: (plan, line) for plan in reversed(plans) for line in plan.lines}
        for row, line in enumerate(found.lines, start=FIRST):
            sheet.write_string(row, 0, line_name(*known[line], self.language))
            sheet.write_number(row, 1, float(found.before.amounts.get(line, 0)), money)
            for place, cause in enumerate(found.causes, start=2):
                sheet.write_number(row, place, float(cause.lines[line]), change)
            worked = f"=SUM({area((row, 1), (row, end - 1))})"
            sheet.write_formula(row, end, worked, money, float(found.after.amounts.get(line, 0)))
        last = FIRST + len(found.lines)
        sheet.write_string(last, 0, self.said("grand total"), self.format("@", strong=True))
        sums = [found.before.amounts, *(cause.lines for cause in found.causes), found.after.amounts]
        for place, amounts in enumerate(sums, start=1):
            form = self.format(MONEY if place in {1, end} else CHANGE, strong=True)
            self.sum(sheet, last, place, float(sum(amounts.values())), form)
        sheet.set_column(0, 0, WIDE)
        sheet.set_column(1, end, NARROW)
        sheet.freeze_panes(FIRST, 1)
