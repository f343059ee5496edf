"""What can be said of the room around the optimum, and of why one line gets no more."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.claims.claim import PROVED, ZERO, Claim, is_best, lowest, worth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan

ONE = Fraction(1)


def nearly(plan: Plan, answer: Answer, within: Fraction, *, covered: bool) -> Iterator[Row]:
    """That weighted total, and lowest coverage where it counts, are at most so much less than in the answer."""
    kept = 1 - within
    weights = {line.id: line.weight for line in plan.lines if line.weight}
    yield Row(own("worth"), "claim", weights, ">=", kept * worth(plan, answer.amounts))
    least = (lowest(plan, answer.amounts) or ZERO) if covered else ZERO
    for line in plan.lines:
        yield Row(own(line.id, "covered"), "claim", {line.id: ONE}, ">=", kept * least * line.proposed)


class Between(Claim):
    """Over all splits nearly as good, a line gets this at least and that at most, and each end is reached by one.

    Nearly as good: weighted total and lowest coverage are at most so much below those of the answer.

    Attributes:
        line: its id.
        low, high: in the plan's unit.
        within: the share that may be given up, a pure number.
    """

    line: str
    low: Fraction
    high: Fraction
    within: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether those are the smallest and the largest amount."""
        rows = tuple(nearly(plan, answer, self.within, covered=True))
        least = by.largest(plan, answer.ceiling, {self.line: -ONE}, rows)
        most = by.largest(plan, answer.ceiling, {self.line: ONE}, rows)
        return least is not None and -least == self.low and most == self.high


class Firm(Claim):
    """The smallest amounts of all lines over the splits nearly as good ask so much of the ceiling together.

    Attributes:
        total: in the plan's unit.
        within: the share that may be given up, a pure number.
        covered: whether the lowest coverage counts too; else the weighted total alone.
    """

    total: Fraction
    within: Fraction
    covered: bool

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether they add up to that."""
        rows = tuple(nearly(plan, answer, self.within, covered=self.covered))
        least = [by.largest(plan, answer.ceiling, {line.id: -ONE}, rows) for line in plan.lines]
        if None in least:
            return False
        paid = [line.charge * each for line, each in zip(plan.lines, least, strict=True) if each is not None]
        return -sum(paid, start=ZERO) == self.total


class Gets(Claim):
    """A line asks so much and gets so much.

    Attributes:
        line: its id.
        proposed, amount: in the plan's unit.
    """

    line: str
    proposed: Fraction
    amount: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether both are so."""
        return plan.line_by_id[self.line].proposed == self.proposed and answer.amounts[self.line] == self.amount


class InTheWay(Claim):
    """While no other line gives anything up, a line cannot get more, and these alone are enough to see why.

    Attributes:
        line: its id.
        rows: the ceiling, rules and bounds.
    """

    line: str
    rows: tuple[Row, ...]

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether its amount is the largest that they allow, whatever else is asked."""
        kept = [
            Row(own(line, "kept"), "claim", {line: ONE}, ">=", amount)
            for line, amount in answer.amounts.items()
            if line != self.line
        ]
        by_these = by.within((*self.rows, *kept), {self.line: ONE})
        now = by.largest(plan, answer.ceiling, {self.line: ONE}, kept)
        return now == by_these == answer.amounts[self.line]


class GivenMore(Claim):
    """Were a line to get so much, under a maximum that allows it, every amount of the best split would be this.

    Attributes:
        line: its id.
        amount: what it must get, in the plan's unit.
        amounts: line and amount then, in the plan's unit; None where nothing fits then.
    """

    line: str
    amount: Fraction
    amounts: tuple[tuple[str, Fraction], ...] | None

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether that is the best split of the plan in which it must."""
        given = tuple(
            replace(line, minimum=self.amount, maximum=max(line.upper, self.amount)) if line.id == self.line else line
            for line in plan.lines
        )
        must = replace(plan, lines=given)
        if self.amounts is None:
            return by.best(must, answer.ceiling) is None
        return is_best(must, answer.ceiling, dict(self.amounts), by)
