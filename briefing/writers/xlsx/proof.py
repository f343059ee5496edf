"""Sheets that prove an optimum by hand: what the split reaches and what the prices allow are two sums, and equal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.text.naming import constraint_name, group_name, line_name
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.xlsx.book import area, as_text, cell, decimals_form, width_for
from flessenhals.solver.optimum.objective.group_goals import GROUP_VALUE, LOWEST_GROUP
from flessenhals.solver.optimum.objective.level import HIGHEST, LEVEL, LOWEST
from flessenhals.solver.plan.plan import GROUPINGS

if TYPE_CHECKING:
    from fractions import Fraction

    from xlsxwriter.worksheet import Worksheet

    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.writers.xlsx.book import Book
    from flessenhals.constraints.row import Row
    from flessenhals.solver.optimum.objective.objectives import Stage

MOST_STAGES, MOST_ROWS, MOST_LINES = 4, 60, 400
PRECISE, NO_LIMIT = decimals_form(6), "∞"
SUMS, NAMES, SENSE, RIGHT, DUAL, DUAL_IN_FULL, PRODUCT, ACTIVITY, SLACK, HEAD, FIRST = (
    2,
    8,
    9,
    10,
    11,
    12,
    13,
    14,
    15,
    16,
    17,
)
LINE, WEIGHT, AMOUNT, AMOUNT_IN_FULL, REACHED, REDUCED, LOWER, UPPER, END, BOUND, MATRIX = range(11)
HEADINGS = (
    "variable",
    "objective coefficient",
    "amount of it",
    "in full",
    "coefficient times amount",
    "what the prices leave",
    "lower bound",
    "upper bound",
    "bound that counts",
    "left times bound",
)
OF_THE_METHOD = {
    LOWEST: "lowest coverage in money",
    HIGHEST: "highest amount unasked",
    "value": "value kept",
    "unasked": "unasked kept",
    GROUP_VALUE: "group value kept",
    LOWEST_GROUP: "lowest coverage in money",
}
SIDES = (
    (SENSE, "sense"),
    (RIGHT, "right-hand side"),
    (DUAL, "price"),
    (DUAL_IN_FULL, "in full"),
    (PRODUCT, "price times right-hand side"),
    (ACTIVITY, "activity"),
    (SLACK, "slack"),
)


class Shown(NamedTuple):
    """Which stages of a run have a sheet, and how many have none.

    Attributes:
        sheets: in the order of the stages.
        left_out: stages that are too many or too large to follow by hand.
    """

    sheets: tuple[Worksheet, ...]
    left_out: int


def proof_sheets(book: Book, run: Run) -> Shown:
    """A sheet per stage of the optimum, as far as a person can follow it."""
    readable = [
        (number, stage)
        for number, stage in enumerate(run.allocation.stages, start=1)
        if len(stage.program.rows) <= MOST_ROWS and len(stage.program.variables) <= MOST_LINES
    ][:MOST_STAGES]
    sheets = tuple(_Proof(book, run, stage, number).write() for number, stage in readable)
    return Shown(sheets, len(run.allocation.stages) - len(sheets))


class _Proof:
    """The certificate of one stage, with every step of the arithmetic as a formula."""

    def __init__(self, book: Book, run: Run, stage: Stage, number: int) -> None:
        self.book, self.run, self.stage = book, run, stage
        self.language = book.language
        self.program, self.certificate = stage.program, stage.certificate
        self.variables = list(stage.program.variables)
        # The split itself, which reaches this stage's optimum too, and not the corner at which it was proved.
        self.point = {label: run.allocation.amounts.get(label, at) for label, at in stage.certificate.point.items()}
        self.last = FIRST + len(self.variables) - 1
        self.end = MATRIX + len(stage.program.rows) - 1
        self.sheet = book.sheet(say("tab of proof", self.language, number=number))
        self.sheet.freeze_panes(FIRST, WEIGHT)
        self.sheet.repeat_rows(NAMES, HEAD)
        self.sheet.repeat_columns(LINE)
        self.sheet.set_print_scale(55)  # a proof with many rules is wider than a page

    def write(self) -> Worksheet:
        self.head()
        for place, row in enumerate(self.program.rows, start=MATRIX):
            self.constraint(place, row, self.certificate.dual[place - MATRIX])
        for place, label in enumerate(self.variables, start=FIRST):
            self.variable(place, label)
        self.sums()
        self.sheet.set_column(MATRIX, max(MATRIX, self.end), 16)
        return self.sheet

    def head(self) -> None:
        """The title, what is done here, and the headings of rows and columns."""
        sheet, book, language = self.sheet, self.book, self.language
        title = say("proof title", language, goal=say(f"goal {self.stage.goal}", language))
        sheet.write_string(0, 0, title, book.format("heading", wraps=False))
        sheet.write_string(1, 0, say("proof by hand", language), book.format("subtitle", wraps=False))
        names = [variable_name(self.run, label, language) for label in self.variables]
        texts = {LINE: names, AMOUNT_IN_FULL: [self.full(value) for value in self.point.values()]}
        for place, key in enumerate(HEADINGS):
            heading = say(key, language)
            sheet.write_string(HEAD, place, heading, book.format("header", right=place != LINE))
            sheet.set_column(place, place, width_for([*texts.get(place, []), " " * 12]))
        sheet.set_row(HEAD, 30)
        sheet.set_row(NAMES, 58)
        for place, key in SIDES:
            sheet.write_string(place, BOUND, say(key, language), book.format("strong", right=True, wraps=False))

    def full(self, value: Fraction) -> str:
        return as_text(value, self.language)

    def constraint(self, place: int, row: Row, dual: Fraction) -> None:
        """One rule as a column: its right-hand side, its price, their product, and how it stands."""
        sheet, book = self.sheet, self.book
        value = book.format("line", PRECISE)
        activity = row.activity(self.point)
        sheet.write_string(NAMES, place, row_name(self.run, row, self.language), book.format("header"))
        sheet.write_string(SENSE, place, {">=": "≥", "<=": "≤", "==": "="}[row.sense], book.format("line", right=True))
        right = float(row.right_hand_side)
        if row.id.is_ceiling:
            sheet.write_formula(RIGHT, place, f"={say('name of ceiling', self.language)}", value, right)
        else:
            sheet.write_number(RIGHT, place, right, value)
        sheet.write_number(DUAL, place, float(dual), value)
        sheet.write_string(DUAL_IN_FULL, place, self.full(dual), book.format("line", right=True))
        sheet.write_formula(
            PRODUCT, place, f"={cell(DUAL, place)}*{cell(RIGHT, place)}", value, float(dual * row.right_hand_side)
        )
        amounts = area((FIRST, AMOUNT), (self.last, AMOUNT), fixed=True)
        column = area((FIRST, place), (self.last, place))
        sheet.write_formula(ACTIVITY, place, f"=SUMPRODUCT({amounts},{column})", value, float(activity))
        at, limit = cell(ACTIVITY, place), cell(RIGHT, place)
        room = {">=": f"={at}-{limit}", "<=": f"={limit}-{at}", "==": f"=-ABS({at}-{limit})"}[row.sense]
        sheet.write_formula(SLACK, place, room, value, float(row.slack(self.point)))
        sheet.write_blank(HEAD, place, None, book.format("header"))
        for below, label in enumerate(self.variables, start=FIRST):
            coefficient = row.coefficients.get(label)
            sheet.write_number(below, place, float(coefficient or 0), book.format("line", "0.######;-0.######;"))

    def variable(self, place: int, label: str) -> None:
        """One amount as a row: what it adds to the goal, what the prices leave of that, and the bound that counts."""
        sheet, value = self.sheet, self.book.format("line", PRECISE)
        interval, certificate = self.program.variables[label], self.certificate
        factor, amount = self.program.objective.get(label), self.point[label]
        reduced = certificate.reduced_cost[label]
        end = interval.lower if reduced <= 0 or interval.upper is None else interval.upper
        sheet.write_string(place, LINE, variable_name(self.run, label, self.language), self.book.format("line"))
        sheet.write_number(place, WEIGHT, float(factor or 0), value)
        sheet.write_number(place, AMOUNT, float(amount), value)
        sheet.write_string(place, AMOUNT_IN_FULL, self.full(amount), self.book.format("line", right=True))
        reached = float((factor or 0) * amount)
        sheet.write_formula(place, REACHED, f"={cell(place, WEIGHT)}*{cell(place, AMOUNT)}", value, reached)
        prices = area((DUAL, MATRIX), (DUAL, self.end), fixed=True)
        column = area((place, MATRIX), (place, self.end))
        left = (
            f"={cell(place, WEIGHT)}-SUMPRODUCT({prices},{column})" if self.program.rows else f"={cell(place, WEIGHT)}"
        )
        sheet.write_formula(place, REDUCED, left, value, float(reduced))
        sheet.write_number(place, LOWER, float(interval.lower), value)
        if interval.upper is None:
            sheet.write_string(place, UPPER, NO_LIMIT, self.book.format("line", right=True))
            sheet.write_formula(place, END, f"={cell(place, LOWER)}", value, float(end))
        else:
            sheet.write_number(place, UPPER, float(interval.upper), value)
            counts = f"=IF({cell(place, REDUCED)}>0,{cell(place, UPPER)},{cell(place, LOWER)})"
            sheet.write_formula(place, END, counts, value, float(end))
        sheet.write_formula(place, BOUND, f"={cell(place, REDUCED)}*{cell(place, END)}", value, float(reduced * end))

    def sums(self) -> None:
        """What the split reaches, what no split can exceed, and whether the two are the same."""
        sheet, book, language = self.sheet, self.book, self.language
        value, optimum = book.format("total", PRECISE), float(self.certificate.optimum)
        reached, bound, slack = (cell(SUMS + place, WEIGHT) for place in range(3))
        over_rules = f"SUM({area((PRODUCT, MATRIX), (PRODUCT, self.end))})+" if self.program.rows else ""
        formulas = (
            ("sum reached", f"=SUM({area((FIRST, REACHED), (self.last, REACHED))})", optimum),
            ("sum allowed", f"={over_rules}SUM({area((FIRST, BOUND), (self.last, BOUND))})", optimum),
            (
                "least slack",
                f"=MIN({area((SLACK, MATRIX), (SLACK, self.end))})" if self.program.rows else "=0",
                self.slack(),
            ),
        )
        for place, (key, formula, result) in enumerate(formulas, start=SUMS):
            sheet.write_string(place, LINE, say(key, language), book.format("strong"))
            sheet.write_formula(place, WEIGHT, formula, value, result)
        sheet.write_string(SUMS + 3, LINE, say("verdict", language), book.format("strong"))
        near = f"1E-9*MAX(1,ABS({reached}))"
        checks = [f"ABS({reached}-{bound})<={near}", f"{slack}>=-{near}", *self.signs()]
        holds, fails = say("proof holds", language), say("proof fails", language)
        verdict = f'=IF(AND({",".join(checks)}),"{holds}","{fails}")'
        sheet.write_formula(SUMS + 3, WEIGHT, verdict, book.format("heading", wraps=False), holds)

    def signs(self) -> list[str]:
        """That every amount is within its bounds, and every price has the sign that its rule allows."""

        def column(place: int) -> str:
            return area((FIRST, place), (self.last, place))

        def across(place: int) -> str:
            return area((place, MATRIX), (place, self.end))

        checks = [
            f"SUMPRODUCT(--({column(AMOUNT)}<{column(LOWER)}-1E-9))=0",
            f"SUMPRODUCT(--({column(AMOUNT)}-1E-9>{column(UPPER)}))=0",
        ]
        if self.program.rows:
            checks += [
                f'SUMPRODUCT(({across(SENSE)}="≤")*({across(DUAL)}<0))=0',
                f'SUMPRODUCT(({across(SENSE)}="≥")*({across(DUAL)}>0))=0',
            ]
        return checks

    def slack(self) -> float:
        return float(min((row.slack(self.point) for row in self.program.rows), default=0))


def variable_name(run: Run, label: str, language: Language) -> str:
    """What people call a variable of a stage's program: a line, or a level."""
    line = run.plan.line_by_id.get(label)
    return say(OF_THE_METHOD[label], language) if line is None else line_name(run.plan, line, language)


def row_name(run: Run, row: Row, language: Language) -> str:
    """What people call a row of a stage's program: a constraint of the plan, or what an earlier stage reached."""
    if not row.id.is_own:
        return constraint_name(run.plan, row.id, language)
    if " " in row.id.owner and row.id.side is not None:
        by, _, group = row.id.owner.partition(" ")
        key = "level of line" if row.id.side == LEVEL else "settled group"
        called = group if by not in GROUPINGS else group_name(run.plan, by, group or None, language)
        return say(key, language, name=called)
    if row.id.side == LEVEL:
        return say("level of line", language, name=line_name(run.plan, run.plan.line_by_id[row.id.owner], language))
    return say(OF_THE_METHOD[row.id.owner], language)
