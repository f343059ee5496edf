"""What asks for a move of money: what would be broken, or worse, without it, all else as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.optimum.objective.goals import better
from flessenhals.solver.plan.undone import undone
from flessenhals.solver.plan.violations import violations

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.comparison.moves import Cause, Reasons
    from flessenhals.solver.plan.plan import Plan

UNITS, TIE = "units", "tie"


def held_to(plan: Plan, ceiling: Ceiling, after: Mapping[str, Fraction], reasons: Reasons) -> Reasons:
    """What asks for each move to a split: the reason that is known, where that is one; else the first that is.

    Without the move the constraint would not hold, a line would have no whole amount, or the split would be worse by
    the goal, and by none before it. Where nothing of this is so, the move is between splits that are as good.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
        after: line id → amount where the moves lead, and what is shifted between years, in the plan's unit.
        reasons: giver and taker → what a proof says of the move between them.
    """
    whole = plan.indivisible

    def reason(giver: str | None, taker: str | None, amount: Fraction | None = None) -> Cause:
        known = reasons(giver, taker)
        if amount is None:
            return known
        before = undone(after, giver, taker, amount)
        broken = [each.row.id for each in violations(plan, ceiling, before)]
        split = any(not each.allows(before[line]) for line, each in whole.items())
        goal = better(plan, before, after)
        rules_first = sorted(broken, key=lambda each: (each.is_bound, not each.is_rule))
        found: list[Cause] = [*rules_first, *([UNITS] if split else [])]
        found += [] if goal is None else [goal]
        return known if known in found else next(iter(found), TIE)

    return reason
