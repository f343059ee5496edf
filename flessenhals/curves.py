"""What is so at every ceiling, for a page that a reader moves: stretch by stretch of a plan's ladder."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.run import Curve, Stretch
from flessenhals.briefing.page.program import is_solvable
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.sensitivity.prices import price

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder

MOST_PRICED = 12


def curve(ladder: Ladder) -> Curve:
    """What is so at each step of a ladder, and between it and the next, where a page cannot work it out itself."""
    if is_solvable(ladder.plan):
        return Curve(ladder, (), ())
    starts = [step.ceiling for step in ladder.steps]
    between = [(low + high) / 2 for low, high in pairwise(starts)] + [starts[-1] + 1]
    at, above = (tuple(stretch(ladder.plan, each) for each in ceilings) for ceilings in (starts, between))
    return Curve(ladder, at, above)


def stretch(plan: Plan, ceiling: Fraction) -> Stretch:
    """The split, what binds and the prices at a ceiling, which hold on its whole stretch of the plan's ladder.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    split = fully_known(allocate(plan, ceiling, highs_in_a_row))
    binding = tuple(each.row for each in split.constraints if each.binding and each.row.id.is_rule)
    return Stretch(
        split, binding, tuple(price(plan, ceiling, row, highs_in_a_row).relax.price for row in binding[:MOST_PRICED])
    )


def fully_known(split: Allocation) -> Allocation:
    """A split of which everything is known that else is worked out when it is first asked."""
    for each in ("possible", "held_by_ceiling", "reach"):
        getattr(split, each)
    return split
