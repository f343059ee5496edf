"""What can be said of how much money can be put to work: about rules and limits, never about weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import size
from flessenhals.solver.claims.claim import PROVED, Claim, everything, given_up, summed

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.constraints.row import Row
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan


class CanBePutToWork(Claim):
    """Of all splits that keep the ceiling, the rules and the limits, the largest total is so much.

    Attributes:
        total: in the plan's unit.
    """

    total: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether that is the largest total under the answer's ceiling."""
        return by.largest(plan, answer.ceiling, everything(plan)) == self.total


class NoMoreAtAnyCeiling(Claim):
    """However high the ceiling, rules and limits let no more be put to work than so much; up to there every euro can.

    Attributes:
        total: in the plan's unit.
    """

    total: Fraction

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether that is the largest total without a ceiling, and can be reached from the answer's ceiling on."""
        del answer  # the totals of splits are an interval, so all between its ends can be reached
        return by.largest(plan, None, everything(plan)) == self.total


class HoldsBack(Claim):
    """Without this constraint, all else as it is, more money can be put to work at this ceiling.

    A maximum is taken away as far as what its line asks, the ceiling as far as every line's maximum.

    Attributes:
        row: the constraint.
    """

    row: Row

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the largest total is larger without it, and than the answer's own."""
        freer, ceiling = given_up(plan, answer.ceiling, self.row)
        now = by.largest(plan, answer.ceiling, everything(plan))
        then = by.largest(freer, ceiling, everything(freer))
        return now is not None and then is not None and then > now >= summed(plan, answer.amounts)


class CeilingsHoldBack(Claim):
    """All that the ceilings of the years leave is put to work, and under higher ones more could be."""

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the split's total is that of the path, and the largest without ceilings is larger."""
        most = by.largest(plan, None, everything(plan))
        given = summed(plan, answer.amounts)
        return given == size(answer.ceiling) and most is not None and most > given


class WouldHoldBack(Claim):
    """However high the ceiling, without this constraint more money could be put to work than with it.

    Attributes:
        row: the constraint.
    """

    row: Row

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the largest total without a ceiling is larger without it."""
        freer, _ = given_up(plan, answer.ceiling, self.row)
        now, then = (by.largest(each, None, everything(each)) for each in (plan, freer))
        return now is not None and then is not None and then > now


class NoneAlone(Claim):
    """No rule and no bound holds back more money by itself: with any one of them left out, no more can be put to work.

    The ceiling is no part of it, and a maximum is taken away as far as what its line asks.
    """

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether the largest total without a ceiling stays what it is, whichever is left out."""
        now = by.largest(plan, None, everything(plan))
        freer = (given_up(plan, answer.ceiling, row)[0] for row in (*plan.rule_rows, *plan.bound_rows))
        return all(by.largest(each, None, everything(each)) == now for each in freer)
