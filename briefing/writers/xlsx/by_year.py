"""The series of a plan with years in a workbook: a wide sheet whose sums are formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.brief.table.measures import decimals_of
from flessenhals.briefing.text.naming import group_name, line_name
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.xlsx.book import area, cell, decimals_form, width_for
from flessenhals.solver.rounding.by_year import lines_by_group, over_years

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from xlsxwriter.worksheet import Worksheet

    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.writers.xlsx.book import Book
    from flessenhals.solver.plan.line import Line

FRAME = 4
ID, MEASURE, PARTNER, PROGRAMME, DEPARTMENT, YEARS = range(6)
MOST, NARROW = 44.0, 26.0


class WideSheet(NamedTuple):
    """Where the wide sheet has what its chart draws.

    Attributes:
        sheet: the sheet.
        head: the row of its years.
        groups: the row of each programme, by its name.
        left: the row of what is left.
        years: how many columns of years it has.
    """

    sheet: Worksheet
    head: int
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
        self.years = run.series.years.all
        self.form = decimals_form(decimals_of((run.printed.step,)))
        printed = run.printed
        given = dict(printed.kinds) or {"figure ceiling": printed.ceiling}
        self.given = {say(f"{key} money" if printed.kinds else key, self.language): each for key, each in given.items()}
        if any(printed.shifted.values()):
            self.given[say("shifted in", self.language)] = printed.shifted
        groups = lines_by_group(run.series)
        rows = ("available", "spent", "left", "check", "blank", *(("others",) if run.plan.is_cofunded else ()))
        self.head = FRAME + len(self.given) + len(rows)
        self.total = self.head + 1 + len(run.series.years.lines) + (len(groups) if len(groups) > 1 else 0)
        self.sheet.freeze_panes(self.head + 1, PARTNER)
        self.row = FRAME

    def written(self) -> WideSheet:
        """All of it: what there is, is spent and is left, with the check; below that the lines by programme."""
        self._title()
        printed, language = self.run.printed, self.language
        for name, amounts in self.given.items():
            self._given(name, amounts)
        available = self.row
        self._formula(say("available", language), printed.available, "total", [(FRAME, self.row - 1)])
        others = self.row
        if self.run.plan.is_cofunded:
            self._given(say("of which others pay", language), printed.cofunded)
        spent = self.row
        if self.run.plan.is_cofunded:
            self._difference(say("spent", language), printed.total, self.total, others)
        else:
            self._referring(say("spent", language), printed.total, self.total)
        left = self.row
        self._difference(say("figure unspent", language), printed.left, available, spent)
        self._check(available, spent)
        self.row = self.head
        groups = self._lines()
        return WideSheet(self.sheet, self.head, groups, left, len(self.years))

    def _lines(self) -> dict[str, int]:
        """The lines with sums per programme and of all; which row each programme's sum is, or that of all alone."""
        self._header()
        printed, plan, found = self.run.printed, self.run.plan, {}
        groups = lines_by_group(self.run.series)
        spans = []
        for group, ids in groups.items():
            first = self.row + (len(groups) > 1)
            spans.append((first, first + len(ids) - 1))
            if len(groups) > 1:
                name = group_name(plan, "programme", group, self.language)
                found[name] = self.row
                said = say("total of", self.language, name=name)  # whoever reads the sheet again knows it by that
                self._formula(said, printed.groups[group], "subtotal", spans[-1:])
            for line in ids:
                self._line(line)
        self._formula(say("grand total", self.language), printed.given, "total", spans)
        return found or {say("total", self.language): self.row - 1}

    def _title(self) -> None:
        book, sheet = self.book, self.sheet
        sheet.set_row(1, 26)
        sheet.write_string(0, 0, book.document.eyebrow, book.format("subtitle", wraps=False))
        sheet.write_string(1, 0, book.document.title, book.format("title", wraps=False))
        self._years(FRAME - 1)
        self.sheet.write_string(FRAME - 1, ID, say("frame", self.language), book.format("header"))

    def _years(self, row: int) -> None:
        for place in range(YEARS):
            self.sheet.write_blank(row, place, None, self.book.format("header"))
        for place, year in enumerate(self.years, start=YEARS):
            self.sheet.write_number(row, place, year, self.book.format("header", "0", right=True))
        together = say("all years", self.language)
        self.sheet.write_string(row, self._together, together, self.book.format("header", right=True))

    def _header(self) -> None:
        sheet, language = self.sheet, self.language
        self._years(self.row)
        for place in range(YEARS):
            head = "line" if place == ID else self._text(place)
            sheet.write_string(self.row, place, head, self.book.format("header"))
        texts = [[each.line.id, *labels_of(self.run, each.line, language)] for each in self.run.series.years.lines]
        for place in range(YEARS):
            stack = [self._text(place), *(each[place] for each in texts)]
            sheet.set_column(place, place, width_for(stack, most=MOST if place == MEASURE else NARROW))
        sheet.set_column(YEARS, self._together, 11)
        self.row += 1

    def _text(self, place: int) -> str:
        return say(("id of line", "measure", "partner", "programme", "department")[place], self.language)

    @property
    def _together(self) -> int:
        return YEARS + len(self.years)

    def _line(self, line: str) -> None:
        dated = next(each for each in self.run.series.years.lines if each.line.id == line)
        for place, text in enumerate([line, *labels_of(self.run, dated.line, self.language)]):
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

    def _referring(self, name: str, amounts: Mapping[int, Fraction], row: int) -> None:
        self._named(name, "total")
        for place, year in enumerate(self.years, start=YEARS):
            self._write(place, f"={cell(row, place)}", amounts[year], "total")
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
        place = ID if self.row < self.head else MEASURE
        self.sheet.write_string(self.row, place, name, self.book.format(role, wraps=False))

    def _across(self, amounts: Mapping[int, Fraction], role: str) -> None:
        over = area((self.row, YEARS), (self.row, self._together - 1))
        self._write(self._together, f"=SUM({over})", over_years(dict(amounts)), role)
        self.row += 1

    def _write(self, place: int, formula: str, value: Fraction, role: str) -> None:
        self.sheet.write_formula(self.row, place, formula, self.book.format(role, self.form), float(value))


def labels_of(run: RunByYear, line: Line, language: Language) -> tuple[str, str, str, str]:
    """The name of a line, and of the partner, programme and department that it can be grouped by."""
    plan = run.plan
    return (
        line_name(plan, line, language),
        group_name(plan, "partner", line.partner, language),
        "" if line.programme is None else group_name(plan, "programme", line.programme, language),
        "" if line.department is None else group_name(plan, "department", line.department, language),
    )
