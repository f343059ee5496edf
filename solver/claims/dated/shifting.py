"""What can be said of money that is shifted between years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import EARLIER, LATER, Path
from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.claims.claim import ONE, PROVED, ZERO, Claim

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.claims.dated.spending import Amounts
    from flessenhals.solver.plan.plan import Plan


class FreeShiftBrings(Claim):
    """If all money could be used in any year, or in any later one, the largest weighted total would be so much more.

    Attributes:
        gain: in the plan's unit; 0 where shifting brings nothing.
        later: whether only what is kept for later years is meant.
    """

    gain: Fraction
    later: bool = False

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether that is the difference between the two."""
        if not isinstance(answer.ceiling, Path):
            return False
        weights = {line.id: line.weight for line in plan.lines}
        now = by.largest(plan, answer.ceiling, weights)
        path = answer.ceiling.freely_kept() if self.later else answer.ceiling.freely_shifted()
        free = by.largest(plan, path, weights)
        return now is not None and free is not None and free - now == self.gain


class ShiftsTo(Claim):
    """Of the money of a year so much is used in the next; below 0, of that of the next in this one.

    Attributes:
        year: which.
        amount: in the plan's unit.
    """

    year: int
    amount: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether the split with what it shifts keeps every year's ceiling, and shifts that."""
        shifts: Mapping[str, Fraction] = getattr(answer, "shifts", {})
        if not isinstance(answer.ceiling, Path) or answer.ceiling.shifted(shifts)[self.year] != self.amount:
            return False
        point = {**answer.amounts, **shifts}
        return all(row.slack(point) >= 0 for row in answer.ceiling.rows(plan.lines))


class LeastMoved(Claim):
    """So much money is moved from year to year, and the same amounts cannot be had by moving less.

    Attributes:
        shifted: year and what is shifted from it to the next, in the plan's unit; below 0 for money of the next.
    """

    shifted: Amounts

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the amounts keep the path's rows with these moves, and with none that are smaller together."""
        if not isinstance(answer.ceiling, Path):
            return False
        moved: dict[str, Fraction] = dict.fromkeys(answer.ceiling.variables, ZERO)
        for year, amount in self.shifted:
            if amount:
                moved[f"{LATER}{year}" if amount > 0 else f"{EARLIER}{year + 1}"] = abs(amount)
        if not all(row.holds({**answer.amounts, **moved}) for row in answer.ceiling.rows(plan.lines)):
            return False
        if not moved:
            return True
        given = answer.amounts.items()
        fixed = [Row(own(line, "given"), "claim", {line: ONE}, "==", amount) for line, amount in given]
        least = by.largest(plan, answer.ceiling, dict.fromkeys(moved, -ONE), fixed)
        return least == -sum(moved.values(), start=ZERO)
