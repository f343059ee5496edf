"""What can be said of a constraint without room: what it is worth to relax it, and where the money then goes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import size
from flessenhals.solver.claims.claim import PROVED, ZERO, Claim, is_best, lowest, worth
from flessenhals.solver.plan.relaxed import relaxed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.constraints.row import Row
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan

PARTS = (Fraction(1, 7), Fraction(2, 3), Fraction(1))
FAR = (Fraction(1, 7), Fraction(10), Fraction(100_000))


def along(until: Fraction | None) -> Iterator[Fraction]:
    """Amounts up to an end, the end itself among them; far ones where there is none."""
    return (part for part in FAR) if until is None else (part * until for part in PARTS)


class WorthPerEuro(Claim):
    """The weighted total of the optimal split changes by so much for every euro that a constraint is relaxed by.

    That holds from nothing up to the end, which counts; where `tighter`, for every euro that it is tightened by.

    Attributes:
        row: the constraint.
        rate: the change per unit of money, a pure number.
        until: up to how much, in the plan's unit; None for without end.
        tighter: whether it is tightened.
    """

    row: Row
    rate: Fraction
    until: Fraction | None
    tighter: bool = False

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether it changes so at amounts up to the end."""
        now = worth(plan, answer.amounts)
        for amount in along(self.until):
            then = by.best(*relaxed(plan, answer.ceiling, self.row, -amount if self.tighter else amount))
            if then is None or worth(plan, then) - now != self.rate * amount:
                return False
        return True


class GoesTo(Claim):
    """As a constraint is relaxed, every line's amount changes by so much per euro, from nothing up to the end.

    Attributes:
        row: the constraint.
        rates: line and change per unit of money, a pure number; lines that are not named keep what they have.
        until: up to how much, in the plan's unit; None for without end.
    """

    row: Row
    rates: tuple[tuple[str, Fraction], ...]
    until: Fraction | None

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the optimal split is that one at amounts up to the end."""
        rates = dict(self.rates)
        for amount in along(self.until):
            then = by.best(*relaxed(plan, answer.ceiling, self.row, amount))
            moved = {line: now + amount * rates.get(line, ZERO) for line, now in answer.amounts.items()}
            if then is None or dict(then) != moved:
                return False
        return True


class Relaxed(Claim):
    """Relaxed by so much, or left out, a constraint lets weighted total and lowest coverage change by exactly this.

    Attributes:
        row: the constraint.
        amount: by how much, in the plan's unit; None where it is left out.
        value: the change of the weighted total, in the plan's unit.
        coverage: the change of the lowest coverage, a pure number; None where the objective says nothing of it.
    """

    row: Row
    amount: Fraction | None
    value: Fraction
    coverage: Fraction | None

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether both differ by that between the optimal splits."""
        freer, ceiling = relaxed(plan, answer.ceiling, self.row, self.amount)
        then = by.best(freer, ceiling)
        if then is None or worth(plan, then) - worth(plan, answer.amounts) != self.value:
            return False
        change = (lowest(plan, then) or ZERO) - (lowest(plan, answer.amounts) or ZERO)
        return self.coverage is None or change == self.coverage


class NoEffect(Claim):
    """Leaving this constraint out leaves every amount as it is.

    Attributes:
        row: the constraint.
    """

    row: Row

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the split is an optimal one without it as well."""
        return is_best(*relaxed(plan, answer.ceiling, self.row, None), answer.amounts, by)


class MovesMoney(Claim):
    """Relaxing this constraint, by however little, moves money between lines.

    Attributes:
        row: the constraint.
    """

    row: Row

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the split is no optimal one any more when it is relaxed by a little."""
        little = relaxed(plan, answer.ceiling, self.row, (size(answer.ceiling) or Fraction(1)) / 10**6)
        return not is_best(*little, answer.amounts, by)


class WouldTakeMore(Claim):
    """These lines get all that they ask, and would get more if their maximum were higher.

    Attributes:
        rows: their maximums.
    """

    rows: tuple[Row, ...]

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether each gets what it asks, and more in the optimal split without its maximum."""
        for row in self.rows:
            (line,) = row.coefficients
            then = by.best(*relaxed(plan, answer.ceiling, row, None))
            if then is None or not then[line] > answer.amounts[line] >= plan.line_by_id[line].proposed:
                return False
        return True
