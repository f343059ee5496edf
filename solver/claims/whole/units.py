"""What can be said of a split in whole amounts: how many units stand, and that no more can be put to work."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.claims.claim import PROVED, ZERO, Claim, everything
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

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the largest total in whole amounts is this one."""
        return by.largest(plan, answer.ceiling, everything(plan)) == self.total


class MoreUnderAHigherCeiling(Claim):
    """Without the ceiling, a split in whole amounts that keeps every rule puts more to work than this one."""

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether one does."""
        most = by.largest(plan, None, everything(plan))
        return most is not None and most > plan.charged(answer.amounts)


class CanBeGiven(Claim):
    """Of the whole amounts that a line can be given within its bounds, these are the smallest and the largest.

    Attributes:
        line: its id.
        least, most: in the plan's unit.
    """

    line: str
    least: Fraction
    most: Fraction

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether they are: whole multiples of its unit, nothing or at least its smallest amount."""
        line = plan.line_by_id[self.line]
        highest = line.proposed if line.maximum is None else line.maximum
        if line.unit is None:
            least, most = line.smallest or ZERO, highest if highest >= (line.smallest or ZERO) else ZERO
            return (self.least, self.most) == (max(line.minimum, least) if line.minimum else ZERO, most)
        allowed = [line.unit * count for count in range(int(highest / line.unit) + 1)]
        allowed = [each for each in allowed if not each or each >= (line.smallest or ZERO)]
        enough = [each for each in allowed if each >= line.minimum]
        return bool(enough) and (self.least, self.most) == (enough[0], allowed[-1])


def _units_in(plan: Plan, amounts: Mapping[str, Fraction]) -> dict[str, Fraction | bool]:
    """What the lines that cannot be split are given; of one without a unit, whether it gets anything."""
    return {line: bool(amounts[line]) if each.unit is None else amounts[line] for line, each in plan.whole.items()}


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
    whole = plan.indivisible
    goal = Goal("moved", ({f"{line} apart": Fraction(-1) for line in proposed},))
    found = best_whole(Question(program, whole, (goal,))).answer
    return None if found is None else sum((found[f"{line} apart"] for line in proposed), start=Fraction(0))
