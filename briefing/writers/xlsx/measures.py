"""The sheet of measures, which lives: differences, parts and totals are formulas, the ceiling is a cell with a name."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.table.measures import rounded_apart, source_of
from flessenhals.briefing.charts.roles import colour
from flessenhals.briefing.results.cofunded import spent_from
from flessenhals.briefing.text.apart import MARK
from flessenhals.briefing.text.naming import group_name, line_name
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.xlsx.book import (
    area,
    as_text,
    cell,
    decimals_form,
    height_for,
    money_form,
    nothing_dashed,
    width_for,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import DataTable
    from flessenhals.briefing.writers.xlsx.book import Book
    from flessenhals.solver.plan.plan import Line

HEAD, FIRST, TALL = 5, 6, 44
NUMBER, MEASURE, PARTNER, PROGRAMME, DEPARTMENT, PROPOSAL, OPTIMUM, CHANGE, BAR, PART, EXACT, IN_FULL, SOURCE = range(
    13
)
ASKED, COFUNDED = SOURCE + 1, SOURCE + 2
HEADINGS = (
    "number",
    "measure",
    "partner",
    "programme",
    "department",
    "proposal",
    "optimum",
    "difference",
    "optimum as bar",
    "optimum over proposal",
    "optimum before rounding",
    "in full",
    "source",
)
BESIDE_NUMBERS = {MEASURE, SOURCE}
SUMMED = (PROPOSAL, OPTIMUM, EXACT)
FULL_PRECISION, BAR_WIDTH = 6, 22.0
MOST_FOR_NAME, MOST = 26.0, {MEASURE: 40.0, IN_FULL: 60.0, SOURCE: 40.0}


def measures_sheet(book: Book, run: Run, block: DataTable, name: str, caption: str) -> None:
    """Every measure with its proposal, optimum and what lies between them, in the document's order and decimals.

    Args:
        book: what to add it to.
        run: for the amounts, exact and rounded.
        block: the document's table of measures, for its decimals and notes.
        name: of the tab.
        caption: what stands above the table.
    """
    writer = _Measures(book, run, block.table.decimals, name)
    writer.summary(caption)
    writer.lines()
    for place, note in enumerate(block.table.notes, start=writer.row + 1):
        writer.sheet.write_string(place, MEASURE, note, book.format("subtitle", wraps=False))


class _Measures:
    def __init__(self, book: Book, run: Run, decimals: int, name: str) -> None:
        self.book, self.run = book, run
        self.plan, self.language = run.plan, book.language
        self.sheet = book.sheet(name)
        self.sheet.freeze_panes(FIRST, PARTNER)
        self.sheet.repeat_rows(HEAD)
        self.amount, self.proposal = decimals_form(decimals), nothing_dashed(decimals)
        self.change = decimals_form(decimals, signed=True)
        largest = max(run.allocation.available, run.plan.proposed)
        self.figures = width_for([f"{int(largest):,}" + "0" * FULL_PRECISION])
        self.apart = rounded_apart(run)
        self.wide = self.widths()
        for place, width in self.wide.items():
            self.sheet.set_column(place, place, width)
        self.rows: dict[str, int] = {}
        self.row = FIRST
        self.total = FIRST + len(self.plan.lines) + self._subtotals()

    def _subtotals(self) -> int:
        groups = self.plan.grouped("programme")
        return len(groups) if len(groups) > 1 else 0

    def summary(self, caption: str) -> None:
        """Title, the named ceiling, and what of it is used."""
        sheet, book, run = self.sheet, self.book, self.run
        ceiling, rounded = run.allocation.available, run.rounded
        name = say("name of ceiling", self.language)
        money = money_form(self.plan.unit, self.language, len(self.amount.partition(".")[2]))
        sheet.set_row(1, 26)
        sheet.set_row(3, 20)
        sheet.write_string(0, 0, book.document.eyebrow, book.format("subtitle", wraps=False))
        sheet.write_string(1, 0, book.document.title, book.format("title", wraps=False))
        spent = spent_from(self.plan)
        for place, key in ((MEASURE, "figure ceiling"), (PARTNER, spent), (PROGRAMME, "figure unspent")):
            sheet.write_string(2, place, say(key, self.language), book.format("label", right=True))
        sheet.write_number(3, MEASURE, float(ceiling), book.format("figure", money))
        book.file.define_name(name, f"={cell(3, MEASURE, fixed=True, sheet=sheet)}")
        total = cell(self.total + 2 if self.plan.is_cofunded else self.total, OPTIMUM)
        sheet.write_formula(3, PARTNER, f"={total}", book.format("figure", money), float(rounded.total))
        left = float(ceiling - rounded.total)
        sheet.write_formula(3, PROGRAMME, f"={name}-{total}", book.format("figure", money), left)
        told = say("ceiling changed", self.language).replace('"', '""')
        worked = f'=IF({name}={_plain(ceiling)},"","{told}")'
        sheet.write_formula(3, DEPARTMENT, worked, book.format("subtitle", wraps=False), "")
        sheet.set_row(4, 24)
        sheet.write_string(4, 0, caption, book.format("heading", wraps=False))

    def lines(self) -> None:
        """The header row, the measures by programme, and their totals."""
        sheet, book = self.sheet, self.book
        for place, key in enumerate(HEADINGS if self.run.compared else map(_without_proposal, HEADINGS)):
            right = place == NUMBER or (PROPOSAL <= place <= IN_FULL and place != BAR)
            heading = book.format("header", right=right, apart=place in BESIDE_NUMBERS)
            sheet.write_string(HEAD, place, say(key, self.language), heading)
        if self.run.compared:
            sheet.set_column(ASKED, ASKED, self.figures)
            sheet.write_string(HEAD, ASKED, say("asked", self.language), book.format("header", right=True))
        numbers = {line.id: number for number, line in enumerate(self.plan.lines, start=1)}
        subtotals = []
        groups = self.plan.grouped("programme")
        for group, lines in groups.items():
            if len(groups) > 1:
                subtotals.append(self.row)
                named = group_name(self.plan, "programme", group, self.language)
                self.sums(named, lines, "subtotal", [area((self.row + 1, 0), (self.row + len(lines), 0))])
            for line in lines:
                self.line(line, numbers[line.id])
        spans = [cell(row, 0) for row in subtotals] or [area((FIRST, 0), (self.row - 1, 0))]
        self.sums(say("grand total", self.language), self.plan.lines, "total", spans)
        if self.plan.is_cofunded:
            self.cofunding()
        sheet.set_row(HEAD, TALL)
        self.bars()

    def bars(self) -> None:
        """A bar for the optimum in a column of its own, and an open one behind each proposal, on one scale."""
        longest = float(max([*self.run.proposal.values(), *self.run.rounded.amounts.values()]) or 1)
        for place, fill, edge, alone in ((BAR, "brand", "brand", True), (PROPOSAL, "paper", "line", False)):
            look = {
                "type": "data_bar",
                "data_bar_2010": True,
                "bar_only": alone,
                "bar_solid": True,
                "bar_color": colour(fill),
                "bar_border_color": colour(edge),
                "bar_direction": "left",
                "min_type": "num",
                "min_value": 0,
                "max_type": "num",
                "max_value": longest,
            }
            for first, last in runs(sorted(self.rows.values())):
                self.sheet.conditional_format(first, place, last, place, look)
        self.sheet.set_column(BAR, BAR, BAR_WIDTH)

    def texts(self, line: Line) -> dict[int, str]:
        """What stands in the columns of text."""
        plan, language = self.plan, self.language
        return {
            MEASURE: line_name(plan, line, language) + MARK * (line.id in self.apart),
            PARTNER: group_name(plan, "partner", line.partner, language),
            PROGRAMME: "" if line.programme is None else group_name(plan, "programme", line.programme, language),
            DEPARTMENT: "" if line.department is None else group_name(plan, "department", line.department, language),
            IN_FULL: as_text(self.run.allocation.amounts[line.id], language),
            SOURCE: source_of(self.run, line, language) or "",
        }

    def widths(self) -> dict[int, float]:
        """How wide the columns are: names wrap, figures never do."""
        texts = [self.texts(line) for line in self.plan.lines]
        figures = dict.fromkeys(range(PROPOSAL, IN_FULL), self.figures)
        names = {
            place: width_for([each[place] for each in texts], most=MOST.get(place, MOST_FOR_NAME))
            for place in (MEASURE, PARTNER, PROGRAMME, DEPARTMENT, IN_FULL, SOURCE)
        }
        return {NUMBER: 6.0, **figures, **names, MEASURE: max(names[MEASURE], self.figures)}

    def line(self, line: Line, number: int) -> None:
        """One measure."""
        row, book = self.row, self.book
        proposal, optimum = self.run.proposal[line.id], self.run.rounded.amounts[line.id]
        exact = self.run.allocation.amounts[line.id]
        texts = self.texts(line)
        self.sheet.write_number(row, NUMBER, number, book.format("line", "0"))
        for place, text in texts.items():
            look = book.format("line", right=place == IN_FULL, apart=place in BESIDE_NUMBERS)
            self.sheet.write_string(row, place, text, look)
        self.sheet.set_row(row, height_for(list(texts.values()), [self.wide[place] for place in texts]))
        self.sheet.write_number(row, PROPOSAL, float(proposal), book.format("line", self.proposal))
        self.sheet.write_number(row, OPTIMUM, float(optimum), book.format("line", self.amount))
        self.sheet.write_number(row, EXACT, float(exact), book.format("line", decimals_form(FULL_PRECISION)))
        if self.run.compared:
            self.sheet.write_number(row, ASKED, float(self.run.asked[line.id]), book.format("line", self.amount))
        if self.plan.is_cofunded:
            self.sheet.write_number(row, COFUNDED, float(line.cofunded), book.format("line", "0.0%"))
        form = self.book.format("line", self.amount)
        self.sheet.write_formula(row, BAR, f"={cell(row, OPTIMUM)}", form, float(optimum))
        self.between(row, "line", proposal, optimum)
        self.rows[line.id] = row
        self.row += 1

    def sums(self, name: str, lines: Sequence[Line], role: str, spans: list[str]) -> None:
        """A row of totals over areas, given for column A and written for each column of amounts."""
        book, row = self.book, self.row
        amounts = (self.run.proposal, self.run.rounded.amounts, self.run.allocation.amounts)
        totals = [sum((each[line.id] for line in lines), start=Fraction(0)) for each in amounts]
        for place in range(len(HEADINGS)):
            self.sheet.write_blank(row, place, None, book.format(role))
        self.sheet.write_string(row, MEASURE, name, book.format(role, apart=True))
        self.sheet.set_row(row, height_for([name], [self.wide[MEASURE]]))
        summed = list(zip(SUMMED, totals, strict=True))
        if self.run.compared:
            summed.append((ASKED, sum((self.run.asked[line.id] for line in lines), start=Fraction(0))))
        for place, total in summed:
            column = cell(0, place).rstrip("1")
            over = ",".join(span.replace("A", column) for span in spans)
            form = {EXACT: decimals_form(FULL_PRECISION), PROPOSAL: self.proposal}.get(place, self.amount)
            self.sheet.write_formula(row, place, f"=SUM({over})", book.format(role, form), float(total))
        self.between(row, role, totals[0], totals[1])
        self.row += 1

    def cofunding(self) -> None:
        """What others pay of the totals, by the part of each line in the last column, and what the ceiling does."""
        sheet, book, plan = self.sheet, self.book, self.plan
        sheet.set_column(COFUNDED, COFUNDED, self.figures)
        sheet.write_string(HEAD, COFUNDED, say("cofunded", self.language), book.format("header", right=True))
        parts = area((FIRST, COFUNDED), (self.total - 1, COFUNDED), fixed=True)
        amounts = (self.run.proposal, self.run.rounded.amounts, self.run.allocation.amounts)
        for key, part in (("of which others pay", plan.cofunding), ("from the ceiling", plan.charged)):
            row = self.row
            for place in range(len(HEADINGS)):
                sheet.write_blank(row, place, None, book.format("subtotal"))
            sheet.write_string(row, MEASURE, say(key, self.language), book.format("subtotal", apart=True))
            for place, each in zip(SUMMED, amounts, strict=True):
                form = decimals_form(FULL_PRECISION) if place == EXACT else self.amount
                over = area((FIRST, place), (self.total - 1, place))
                worked = f"=SUMPRODUCT({over},{parts})"
                if part == plan.charged:
                    worked = f"={cell(self.total, place)}-{cell(row - 1, place)}"
                sheet.write_formula(row, place, worked, book.format("subtotal", form), float(part(each)))
            self.between(row, "subtotal", part(amounts[0]), part(amounts[1]))
            self.row += 1

    def between(self, row: int, role: str, proposal: Fraction, optimum: Fraction) -> None:
        """The difference of a row, and the part of the proposal that the optimum gives."""
        asked, given = cell(row, PROPOSAL), cell(row, OPTIMUM)
        change, part = self.book.format(role, self.change), self.book.format(role, "0.0%")
        self.sheet.write_formula(row, CHANGE, f"={given}-{asked}", change, float(optimum - proposal))
        share = float(optimum / proposal) if proposal else ""
        self.sheet.write_formula(row, PART, f'=IF({asked}=0,"",{given}/{asked})', part, share)


def _without_proposal(key: str) -> str:
    """The heading of a column where there is no proposal: the split is held against what is asked."""
    return {"proposal": "asked", "optimum over proposal": "optimum over asked"}.get(key, key)


def _plain(value: Fraction) -> str:
    """A number as formulas write it."""
    return repr(float(value)).removesuffix(".0")


def runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows in rising order as stretches without a gap, the first and the last of each."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
