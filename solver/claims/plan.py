"""What can be said of a plan by itself, whatever the ceiling."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from flessenhals.solver.claims.claim import PROVED, ZERO, Claim
from flessenhals.solver.plan.relaxed import altered
from flessenhals.solver.rounding.printed import printed_figures

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.constraints.row import Row
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Grouping, Plan
    from flessenhals.solver.rounding.printed import PrintedFigure


class CanNeverBind(Claim):
    """Whatever a split adds up to, if it keeps everything else it leaves room under this row of a rule.

    Attributes:
        row: of a rule.
    """

    row: Row

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether no split that keeps the others comes up against it."""
        towards = -1 if self.row.sense == ">=" else 1
        objective = {line: towards * factor for line, factor in self.row.coefficients.items()}
        most = by.largest(altered(plan, self.row.id, None), None, objective)
        return (most is not None and self.row.room(towards * most) > 0) or not self.row.coefficients


class AddsUpTo(Claim):
    """The plan's lines, so many, ask so much together, and their minimums come to so much.

    Attributes:
        lines: how many.
        proposed, minimum: in the plan's unit.
    """

    lines: int
    proposed: Fraction
    minimum: Fraction

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether they do."""
        minimum = sum((line.minimum for line in plan.lines), start=ZERO)
        proposed = sum((line.proposed for line in plan.lines), start=ZERO)
        return (len({line.line for line in plan.lines}), proposed, minimum) == (self.lines, self.proposed, self.minimum)


class NeverFits(Claim):
    """Under another reading of the plan no ceiling is enough.

    Attributes:
        reading: the plan as it is read then.
    """

    reading: Plan

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it names its own
        """Whether no split keeps its rules, whatever the ceiling."""
        return by.largest(self.reading, None, {}) is None


class CannotBePrinted(Claim):
    """No amounts there are can be rounded to all of these printed figures.

    Attributes:
        figures: totals that are printed to a step, and lines.
    """

    figures: tuple[PrintedFigure, ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - figures alone
        """Whether any amounts are further than half a step from one of them."""
        return by.within([row for figure in self.figures for row in figure.rows], {}) is None


class NoFewerContradict(Claim):
    """These printed figures contradict each other, and no fewer printed figures of the plan do.

    Attributes:
        count: how many they are.
    """

    count: int

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:
        """Whether every smaller set of figures can be the rounding of some amounts."""
        return all(
            not CannotBePrinted(smaller).holds(plan, answer, by)
            for smaller in combinations(printed_figures(plan), self.count - 1)
        )


class GroupAsks(Claim):
    """The lines of a programme, partner or department, so many, ask so much together; so much are their minimums.

    Attributes:
        by: what makes the group.
        group: its id; None for the lines that name none.
        lines: how many.
        proposed, minimum: in the plan's unit.
    """

    by: Grouping
    group: str | None
    lines: int
    proposed: Fraction
    minimum: Fraction

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether they do."""
        chosen = [line for line in plan.lines if getattr(line, self.by) == self.group]
        proposed = sum((line.proposed for line in chosen), start=ZERO)
        minimum = sum((line.minimum for line in chosen), start=ZERO)
        count = len({line.line for line in chosen})  # with years a line is one in all of them
        return (count, proposed, minimum) == (self.lines, self.proposed, self.minimum)
