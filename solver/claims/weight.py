"""What can be said of a line's weight: between which weights the split stays as it is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.solver.claims.claim import PROVED, ZERO, Claim, is_best

if TYPE_CHECKING:
    from flessenhals.solver.claims.claim import Answer, Solves
    from flessenhals.solver.plan.plan import Plan

FAR = Fraction(1000)


class SameSplitAtWeights(Claim):
    """At every weight of this line between two, the ends apart, the split stays as it is; a little beyond it does not.

    Where both are the line's own weight, any other weight changes the split.

    Attributes:
        line: its id.
        down: the lower weight, a pure number; None for none that is too low, 0 itself too.
        up: the higher; None for none that is too high.
    """

    line: str
    down: Fraction | None
    up: Fraction | None

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether it stays at weights inside, and changes just outside."""
        own = plan.line_by_id[self.line].weight
        low, high = self.down or ZERO, self.up if self.up is not None else own + FAR
        inside = [own, *(low + part * (high - low) for part in (Fraction(1, 100), Fraction(99, 100)) if high > low)]
        inside += [ZERO] if self.down is None else []
        outside = [] if self.down is None else [self.down * 99 / 100]
        outside += [] if self.up is None else [self.up * 101 / 100 if self.up else Fraction(1, 100)]
        return all(self._same(plan, answer, weight, by) for weight in inside) and not any(
            self._same(plan, answer, weight, by) for weight in outside if weight != own and weight >= 0
        )

    def _same(self, plan: Plan, answer: Answer, weight: Fraction, by: Solves) -> bool:
        lines = tuple(replace(line, weight=weight) if line.id == self.line else line for line in plan.lines)
        if not any(line.weight for line in lines):
            return self.down is None  # then no split is worth more than another, and the plan is refused
        return is_best(replace(plan, lines=lines), answer.ceiling, answer.amounts, by)
