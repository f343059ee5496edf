"""What can be said of whether anything fits: the lowest ceiling, what contradicts what, and what would repair it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.claims.claim import ONE, PROVED, Claim, everything
from flessenhals.solver.plan.relaxed import altered, relaxed
from flessenhals.solver.program.linear_program import constraints_of

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling, Path
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.constraints.row import Row
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan


def fits(plan: Plan, ceiling: Ceiling | None, by: Solves) -> bool:
    """Whether any split keeps the ceiling, the rules and the limits."""
    return by.largest(plan, ceiling, {}) is not None


class NothingFits(Claim):
    """No split keeps every rule and limit within this ceiling.

    Attributes:
        ceiling: in the plan's unit; None for any ceiling.
    """

    ceiling: Ceiling | None

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - there is no split
        """Whether there is none."""
        return not fits(plan, self.ceiling, by)


class LowestCeiling(Claim):
    """Every rule and limit can be kept within this ceiling, and within no lower one.

    Attributes:
        ceiling: in the plan's unit.
    """

    ceiling: Ceiling

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether it is the smallest total of a split."""
        least = by.largest(plan, None, {line: -one for line, one in everything(plan).items()})
        return least is not None and -least == self.ceiling


class LowestShare(Claim):
    """Every rule and limit can be kept within this share of a path, and within no lower one.

    Attributes:
        path: the ceilings by year.
        share: of the path, years and kinds scaled together, a pure number.
    """

    path: Path
    share: Fraction

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether something fits there, and nothing fits a millionth lower."""
        if by.largest(plan, self.path.scaled(self.share), {}) is None:
            return False
        lower = self.share - self.share / 10**6
        return not self.share or by.largest(plan, self.path.scaled(lower), {}) is None


class PlanAsks(Claim):
    """The plan, or the ceiling, asks exactly this.

    Attributes:
        ceiling: the total that may be spent, in the plan's unit; None where there is none.
        rows: what is asked.
    """

    ceiling: Ceiling | None
    rows: tuple[Row, ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether these are among the plan's constraints."""
        asked = constraints_of(plan, self.ceiling)
        return all(row in asked for row in self.rows)


class CannotHoldTogether(Claim):
    """No amounts of 0 or more keep all of these constraints, and some keep all but any one of them.

    Attributes:
        rows: the constraints.
    """

    rows: tuple[Row, ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether they contradict each other, and no fewer of them do."""
        fewer = [self.rows[:place] + self.rows[place + 1 :] for place in range(len(self.rows))]
        return by.within(self.rows, {}) is None and all(by.within(rows, {}) is not None for rows in fewer)


class Needs(Claim):
    """Whatever amounts of 0 or more keep these constraints, these lines get so much together at least.

    Attributes:
        lines: their ids.
        amount: in the plan's unit.
        rows: the constraints that it follows from.
    """

    lines: tuple[str, ...]
    amount: Fraction
    rows: tuple[Row, ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether no such amounts give them less."""
        least = by.within(self.rows, {line.id: -ONE for line in plan.lines if line.id in self.lines})
        return least is None or -least >= self.amount


class ShortBy(Claim):
    """More is needed than there is: whatever keeps the first constraints needs so much more than the others leave.

    Attributes:
        lines: on which it is needed.
        short: by how much, in the plan's unit, above 0.
        needing: the constraints that ask it.
        limits: the ceiling, cap or maximums that these lines have together.
    """

    lines: tuple[str, ...]
    short: Fraction
    needing: tuple[Row, ...]
    limits: tuple[Row, ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:
        """Whether the least that is needed exceeds what there is by so much, or by more."""
        there = sum((row.right_hand_side for row in self.limits), start=self.short * 0)
        limited = {line for row in self.limits for line in row.coefficients}
        needed = Needs(self.lines, there + self.short, self.needing).holds(plan, answer, by)
        return self.short > 0 and needed and limited >= set(self.lines)


class AddsUp(Claim):
    """Each counted so often, these constraints ask more than there is: no amounts of 0 or more can make their sum true.

    Attributes:
        parts: how often, above 0, and the constraint.
        short: by how much the sum exceeds 0, in the plan's unit.
    """

    parts: tuple[tuple[Fraction, Row], ...]
    short: Fraction

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether the sum, written as ≥, has no coefficient above 0 and this right-hand side."""
        left: dict[str, Fraction] = {}
        right = self.short * 0
        for times, row in self.parts:
            signed = times if row.sense == ">=" else -times
            right += signed * row.right_hand_side
            for line, factor in row.coefficients.items():
                left[line] = left.get(line, right * 0) + signed * factor
        return right == self.short > 0 and all(times > 0 for times, _ in self.parts) and max(left.values()) <= 0


class Repairs(Claim):
    """With this constraint relaxed by so much, all else as it is, something fits; with less nothing does.

    Attributes:
        ceiling: the total that may be spent, in the plan's unit; None for as much as one likes.
        row: the constraint.
        change: in the plan's unit; None where nothing fits however far it is relaxed.
        ratio: which of the plan's ratios it is, where it is one.
        becomes: the nearest ratio at which something fits, a pure number; None where it is an amount, or none does.
    """

    ceiling: Ceiling | None
    row: Row
    change: Fraction | None
    ratio: Ratio | None = None
    becomes: Fraction | None = None

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - there is no split
        """Whether something fits then, and nothing where it is relaxed by a little less."""
        ceiling = plan.proposed if self.ceiling is None else self.ceiling
        free = 0 if self.ceiling is None else 1

        def fit(by_much: Fraction | None) -> bool:
            relaxed_plan, relaxed_ceiling = relaxed(plan, ceiling, self.row, by_much)
            return fits(relaxed_plan, relaxed_ceiling if free else None, by)

        if self.change is None:
            return not fit(None)
        if not fit(self.change) or fit(self.change * 999 / 1000):
            return False
        if self.becomes is None or self.ratio is None:
            return True
        nearly = self.becomes + (self.ratio.value - self.becomes) / 1000
        at, beside = (altered(plan, self.row.id, self.ratio.at(value).row) for value in (self.becomes, nearly))
        return fits(at, self.ceiling, by) and not fits(beside, self.ceiling, by)
