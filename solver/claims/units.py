"""What can be said of a split in whole amounts: how many units stand, and that no more can be put to work."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.claims.claim import PROVED, Claim
from flessenhals.solver.optimum.whole_allocation import most_in_whole
from flessenhals.solver.program.linear_program import Interval, splits
from flessenhals.solver.units.question import Goal, Question
from flessenhals.solver.units.search import best_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan


class StandsInUnits(Claim):
    """A line is given so many whole units of so many that it asks.

    Attributes:
        line: its id.
        count, asked: whole numbers.
    """

    line: str
    count: int
    asked: int

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether that many units are what it is given, and what fits in what it asks."""
        line = plan.line_by_id[self.line]
        unit = line.unit
        return (
            unit is not None and answer.amounts[self.line] == self.count * unit and self.asked == line.proposed // unit
        )


class StandsOrFalls(Claim):
    """A line that gets nothing or at least its smallest amount gets one of the two.

    Attributes:
        line: its id.
        stands: whether it gets something.
    """

    line: str
    stands: bool

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether that is what it is given."""
        amount, smallest = answer.amounts[self.line], plan.line_by_id[self.line].smallest
        return smallest is not None and (amount >= smallest if self.stands else amount == 0)


class MostInWholeAmounts(Claim):
    """No split in whole amounts that keeps every rule and the ceiling puts more to work.

    Attributes:
        total: in the plan's unit.
    """

    total: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it has a search of its own
        """Whether the largest total in whole amounts is this one."""
        return most_in_whole(plan, answer.ceiling) == self.total


def least_moved(plan: Plan, ceiling: Ceiling, proposed: Mapping[str, Fraction]) -> Fraction | None:
    """The least Σ |x - proposal| of all splits in whole amounts that keep everything, in the plan's unit; None if none.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
        proposed: line id → amount, in the plan's unit.

    Raises:
        NotProvedError: if it could not be proved.
    """
    program = splits(plan, ceiling)
    for line, amount in proposed.items():
        apart = f"{line} apart"
        one = Fraction(1)
        rises = Row(own(line, "rises"), "claim", {line: one, apart: -one}, "<=", amount)
        falls = Row(own(line, "falls"), "claim", {line: one, apart: one}, ">=", amount)
        program = program.adding(apart, Interval()).keeping([rises, falls])
    whole = {line.id: line.whole for line in plan.lines if line.whole is not None}
    goal = Goal("moved", ({f"{line} apart": Fraction(-1) for line in proposed},))
    found = best_whole(Question(program, whole, (goal,))).answer
    return None if found is None else sum((found[f"{line} apart"] for line in proposed), start=Fraction(0))
