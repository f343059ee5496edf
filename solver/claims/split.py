"""What can be said of the split itself: its totals, and how the plan's lines and constraints stand at it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from flessenhals.constraints.ceiling import size
from flessenhals.solver.claims.claim import PROVED, Claim, is_best, lowest, summed, worth

if TYPE_CHECKING:
    from flessenhals.constraints.row import Row
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan

ZERO, THOUSANDTH = Fraction(0), Fraction(1, 1000)


class Optimal(Claim):
    """No split that keeps the ceiling, the rules and the limits is better by the plan's objective."""

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the answer's split is a best one."""
        return is_best(plan, answer.ceiling, answer.amounts, by)


class Spends(Claim):
    """The split's total is so much, and so much of the ceiling is left.

    Attributes:
        total, unspent: in the plan's unit.
    """

    total: Fraction
    unspent: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether the amounts add up to the total, and total and rest to the ceiling."""
        return summed(plan, answer.amounts) == self.total and self.total + self.unspent == size(answer.ceiling)


class Asks(Claim):
    """The lines ask so much together, of which the ceiling would pay so much.

    Attributes:
        asked: in the plan's unit.
        charged: the same without what others pay.
    """

    asked: Fraction
    charged: Fraction

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether what the lines ask adds up to both."""
        asked = sum((line.proposed for line in plan.lines), start=ZERO)
        charged = sum((line.proposed * (1 - line.cofunded) for line in plan.lines), start=ZERO)
        return (asked, charged) == (self.asked, self.charged)


class OthersPay(Claim):
    """Of these amounts the ceiling pays so much, and others pay the rest, by the parts that the plan's lines say.

    Attributes:
        amounts: line and amount, in the plan's unit.
        total: what the ceiling pays, in the plan's unit.
        cofunded: what others pay, in the plan's unit.
    """

    amounts: tuple[tuple[str, Fraction], ...]
    total: Fraction
    cofunded: Fraction

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether the parts of the amounts add up to both."""
        given = dict(self.amounts)
        others = sum((line.cofunded * given[line.id] for line in plan.lines), start=self.total * 0)
        return others == self.cofunded and self.total + others == sum(given.values(), start=self.total * 0)


class IsWorth(Claim):
    """The weighted total of the split, Σ weight · amount, is so much.

    Attributes:
        value: in the plan's unit.
    """

    value: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether the weighted amounts add up to it."""
        return worth(plan, answer.amounts) == self.value


class LowestCoverage(Claim):
    """No line gets a smaller part of what it asks, and one gets exactly this; None: no line asks anything.

    Attributes:
        coverage: a pure number.
    """

    coverage: Fraction | None

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether it is the smallest amount over what is asked."""
        return lowest(plan, answer.amounts) == self.coverage


class AllAsked(Claim):
    """Every line gets at least what it asks."""

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether no amount is smaller than what is asked."""
        return all(answer.amounts[line.id] >= line.proposed for line in plan.lines)


class WithoutMoney(Claim):
    """These lines, and no others, ask something and get nothing.

    Attributes:
        lines: their ids, in the plan's order.
    """

    lines: tuple[str, ...]

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether they are those."""
        return self.lines == tuple(line.id for line in plan.lines if line.proposed and not answer.amounts[line.id])


class NoRoom(Claim):
    """The split leaves no room under these constraints: none of them could ask any more of it.

    Attributes:
        rows: the ceiling and rules.
    """

    rows: tuple[Row, ...]

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether both sides of each are equal."""
        return all(row.slack(answer.amounts) == 0 for row in self.rows)


class AtBound(Claim):
    """Each of these lines gets exactly its minimum, its maximum, or what is both; in whole amounts the next whole one.

    Attributes:
        bound: which.
        lines: their ids.
    """

    bound: Literal["minimum", "maximum", "both"]
    lines: tuple[str, ...]

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether each stands there."""
        chosen = [plan.line_by_id[line] for line in self.lines]
        low = all(answer.amounts[line.id] == line.lower for line in chosen)
        high = all(answer.amounts[line.id] == line.upper for line in chosen)
        return {"minimum": low, "maximum": high, "both": low and high}[self.bound]


class BreaksEven(Claim):
    """What is spent is no more than these parts of what the problem costs, at its most and at its least.

    Attributes:
        spent: in the plan's unit.
        low, high: what the problem costs, in the plan's unit.
        least, most: the parts of the high and of the low cost, pure numbers, rounded up to thousandths.
    """

    spent: Fraction
    low: Fraction
    high: Fraction
    least: Fraction
    most: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether they are enough, and a thousandth less would not be."""
        given = plan.charged(answer.amounts)
        parts = ((self.least, self.high), (self.most, self.low))
        return given == self.spent and all(
            (part - THOUSANDTH) * cost < self.spent <= part * cost for part, cost in parts
        )
