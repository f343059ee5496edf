"""What can be said of all ceilings: from which one something fits, and where each further euro goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.claims.claim import PROVED, ZERO, Claim, is_best

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan

FAR = (1, 1000)


class EachFurtherEuro(Claim):
    """Between two ceilings, both counted, every amount of the optimal split changes by so much per euro of ceiling.

    Attributes:
        low, high: the ceilings, in the plan's unit.
        rates: line and change per euro, a pure number; lines that are not named keep what they have.
    """

    low: Fraction
    high: Fraction
    rates: tuple[tuple[str, Fraction], ...]

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether it does, from the lower ceiling to ones above it up to the higher."""
        start, rates = by.best(plan, self.low), dict(self.rates)
        if start is None:
            return False
        for ceiling in (self.low + (self.high - self.low) / 7, self.low + (self.high - self.low) * 2 / 3, self.high):
            moved = {line: each + (ceiling - self.low) * rates.get(line, ZERO) for line, each in start.items()}
            if by.best(plan, ceiling) != moved:
                return False
        return True


class SameAbove(Claim):
    """At this ceiling and every higher one the optimal split is the same.

    Attributes:
        ceiling: in the plan's unit.
    """

    ceiling: Fraction

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether it is, at higher ceilings near and far."""
        here = by.best(plan, self.ceiling)
        return here is not None and all(is_best(plan, self.ceiling + far, here, by) for far in FAR)


class StaysShort(Claim):
    """At a ceiling these lines, and no others, get less than they ask; the lowest of them gets this part of it.

    Attributes:
        ceiling: in the plan's unit.
        lines: their ids, in the plan's order.
        lowest: a pure number; None where no line is short.
    """

    ceiling: Fraction
    lines: tuple[str, ...]
    lowest: Fraction | None

    def holds(self, plan: Plan, answer: Answer | None, by: Solves = PROVED) -> bool:  # noqa: ARG002 - at any split
        """Whether they are those in the optimal split."""
        found = by.best(plan, self.ceiling)
        if found is None:
            return False
        short = {line.id: found[line.id] / line.proposed for line in plan.lines if found[line.id] < line.proposed}
        return tuple(short) == self.lines and min(short.values(), default=None) == self.lowest
