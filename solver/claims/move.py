"""What can be said of a move of money on the way from one split to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.constraints import ceiling as ceilings
from flessenhals.constraints.constraint import Constraint
from flessenhals.solver.claims.claim import PROVED, Claim, lowest
from flessenhals.solver.optimum.objective.goals import better
from flessenhals.solver.plan.undone import undone

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan


class AskedBy(Claim):
    """Without this move, all else as it is, a constraint would not hold; or the split would be worse by a goal.

    Worse by a goal: of the goals the first that tells the two splits apart is this one. Where whole amounts ask for it,
    some line would not have one; where it is a tie, nothing would be broken and no goal tells the splits apart.

    Attributes:
        ceiling: in the plan's unit, or a path by year.
        after: line and amount where the moves lead, and what is shifted between years, in the plan's unit.
        giver, taker: the lines; None for money that is given to none.
        amount: in the plan's unit.
        because: the constraint, or the name of the goal.
        lowest: whether the lowest coverage of all would be lower; None where that is not said.
    """

    ceiling: Ceiling
    after: tuple[tuple[str, Fraction], ...]
    giver: str | None
    taker: str | None
    amount: Fraction
    because: Constraint | str
    lowest: bool | None = None

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether it is so."""
        after = dict(self.after)
        without = undone(after, self.giver, self.taker, self.amount)
        rows = (*ceilings.rows(plan.lines, self.ceiling), *plan.rule_rows, *plan.bound_rows)
        broken = {row.id for row in rows if not row.holds(without)}
        if any(not row.holds(after) for row in rows):
            return False
        if isinstance(self.because, Constraint):
            return self.because in broken
        split = any(not line.whole.allows(without[line.id]) for line in plan.lines if line.whole is not None)
        goal = better(plan, without, after)
        if self.because == "units":
            return split
        if self.because == "tie":
            return goal is None and not broken and not split
        lower = (lowest(plan, without) or 0) < (lowest(plan, after) or 0)
        return goal == self.because and self.lowest in {None, lower}
