"""What can be said of amounts as they are printed: whole steps that add up, and what rounding cost."""

from __future__ import annotations

from itertools import product
from math import ceil, floor
from typing import TYPE_CHECKING

from flessenhals.solver.claims.claim import PROVED, ZERO, Claim, keeps, lowest, summed
from flessenhals.solver.plan.plan import GROUPINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan

    Amounts = tuple[tuple[str, Fraction], ...]

MOST_CHOICES = 20_000


class InWholeSteps(Claim):
    """The printed amounts are whole steps, and keep the ceiling, every rule and every bound.

    Attributes:
        step: in the plan's unit.
        printed: line and amount, in the plan's unit.
    """

    step: Fraction
    printed: Amounts

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether they are and do."""
        whole = all((amount / self.step).denominator == 1 for _, amount in self.printed)
        return whole and keeps(plan, answer.ceiling, dict(self.printed))


class NextToExact(Claim):
    """The printed amounts are whole steps, each within one of its exact amount, and keep the ceiling.

    Attributes:
        ceiling: in the plan's unit.
        step: in the plan's unit.
        exact, printed: line and amount, in the plan's unit.
    """

    ceiling: Fraction
    step: Fraction
    exact: Amounts
    printed: Amounts

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether they are and do."""
        exact, printed = dict(self.exact), dict(self.printed)
        if self.ceiling == answer.ceiling and exact != dict(answer.amounts):
            return False
        near = all(
            (amount / self.step).denominator == 1 and abs(amount - exact[line]) <= self.step
            for line, amount in printed.items()
        )
        return near and plan.charged(printed) <= self.ceiling


class RoundingCost(Claim):
    """Rounding moved one line furthest, by so much; total and lowest coverage differ from the exact ones by so much.

    Attributes:
        printed: line and amount, in the plan's unit.
        largest: the largest change of a line, in the plan's unit.
        total: printed minus exact, in the plan's unit.
        coverage: exact minus printed, a pure number; None where no line asks anything.
    """

    printed: Amounts
    largest: Fraction
    total: Fraction
    coverage: Fraction | None

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether they do."""
        printed = dict(self.printed)
        furthest = max(abs(amount - answer.amounts[line]) for line, amount in printed.items())
        before, after = lowest(plan, answer.amounts), lowest(plan, printed)
        lost = None if before is None or after is None else before - after
        return (furthest, summed(plan, printed) - summed(plan, answer.amounts), lost) == (
            self.largest,
            self.total,
            self.coverage,
        )


class NoneNearer(Claim):
    """Of all choices of whole steps with every amount so near to its exact one, none that keeps everything is nearer.

    Nearer: by the grand total, then by the total of a programme, partner or department that is furthest off, then by
    the deviations of all lines together.

    Attributes:
        step: in the plan's unit.
        printed: line and amount, in the plan's unit.
        reach: how many steps an amount may differ from its exact one.
    """

    step: Fraction
    printed: Amounts
    reach: int

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - every choice is tried
        """Whether none does, by trying every choice where they are not too many to try."""
        printed = dict(self.printed)
        here = _apart(plan, answer.amounts, printed)
        return all(
            _apart(plan, answer.amounts, other) >= here
            for other in _choices(plan, answer.amounts, self.step, self.reach)
            if keeps(plan, answer.ceiling, other)
        )


class NoneInSteps(Claim):
    """No choice of the whole steps next to the exact amounts keeps everything.

    Attributes:
        step: in the plan's unit.
    """

    step: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - every choice is tried
        """Whether none does, by trying every choice where they are not too many to try."""
        return not any(keeps(plan, answer.ceiling, other) for other in _choices(plan, answer.amounts, self.step, 1))


class LargestShift(Claim):
    """Of all lines, as printed, none differs more from the proposal than one does, which goes from here to there.

    Attributes:
        proposal, printed: line and amount, in the plan's unit.
        line: its id; None where no line differs.
    """

    proposal: Amounts
    printed: Amounts
    line: str | None

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:  # noqa: ARG002 - it takes no solve
        """Whether none does."""
        before, after = dict(self.proposal), dict(self.printed)
        apart = {line: abs(after[line] - before[line]) for line in before}
        return max(apart.values()) == (ZERO if self.line is None else apart[self.line])


def _choices(plan: Plan, exact: Mapping[str, Fraction], step: Fraction, reach: int) -> Iterator[dict[str, Fraction]]:
    """Every choice of whole steps of 0 or more that differ so many at most from each exact amount; none if too many.

    What is printed of a line that cannot be split is its exact amount, or a step that is next to it.
    """
    steps = {
        line: range(floor(amount / step), ceil(amount / step) + 1)
        if line in plan.whole
        else range(max(0, ceil(amount / step - reach)), floor(amount / step + reach) + 1)
        for line, amount in exact.items()
    }
    count = 1
    for each in steps.values():
        count *= len(each)
    for chosen in product(*steps.values()) if count <= MOST_CHOICES else ():
        yield {line: number * step for line, number in zip(steps, chosen, strict=True)}


def _apart(plan: Plan, exact: Mapping[str, Fraction], printed: Mapping[str, Fraction]) -> tuple[Fraction, ...]:
    shift = {line: printed[line] - exact[line] for line in exact}
    groups = [lines for grouping in GROUPINGS for lines in plan.grouped(grouping).values()]
    totals = [abs(sum((shift[line.id] for line in lines), start=ZERO)) for lines in groups]
    return abs(sum(shift.values(), start=ZERO)), max(totals), sum(map(abs, shift.values()), start=ZERO)
