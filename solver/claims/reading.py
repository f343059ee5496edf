"""What can be said of the same question under another reading of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.claims.claim import PROVED, ZERO, Claim

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan


class UnderReading(Claim):
    """Under another reading of the plan, something else that is claimed is true.

    Attributes:
        reading: the plan as it is read then.
        name: of its scenario; None for the plan as it stands.
        claim: what is true of it.
    """

    reading: Plan
    name: str | None
    claim: Claim

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it names its own
        """Whether it holds there."""
        return self.claim.holds(self.reading, answer, by)  # type: ignore[arg-type]  # of claims that look at no answer


class FurthestApart(Claim):
    """Of all lines, none differs more between the optimal splits of two readings than one does, by so much.

    Attributes:
        reading: the other reading of the plan.
        name: of its scenario; None for the plan as it stands.
        ceiling: the total that may be spent, in the plan's unit.
        line: its id.
        by_amount: what it gets more under the other reading, in the plan's unit; 0 where no line differs.
    """

    reading: Plan
    name: str | None
    ceiling: Ceiling
    line: str
    by_amount: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether that is the largest difference, and that line's."""
        other = by.best(self.reading, self.ceiling)
        if other is None:
            return False
        moved = {line.id: other[line.id] - answer.amounts[line.id] for line in plan.lines}
        return moved[self.line] == self.by_amount and max(map(abs, moved.values()), default=ZERO) == abs(self.by_amount)
