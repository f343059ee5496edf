"""Everything there is to say when nothing fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.conflict import conflict, lowest_feasible_ceiling
from solver.conflict_apart import conflict_apart
from solver.contradiction import contradiction
from solver.engine import highs
from solver.errors import InfeasibleError
from solver.program import constraints_of
from solver.repair import Repair, repairs
from solver.stages import MOST_AT_ONCE

if TYPE_CHECKING:
    from fractions import Fraction

    from solver.conflict_apart import Apart
    from solver.plan import Plan
    from solver.proof import Engine


def refusal(plan: Plan, ceiling: Fraction | None, engine: Engine = highs) -> InfeasibleError | None:
    """Why nothing fits, from which ceiling something does, and what would repair it; None where something fits.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit; None for as much as one likes.
        engine: who is asked first.

    Raises:
        NotProvedError: if a part of it could not be proved.
    """
    if len(plan.lines) > MOST_AT_ONCE:
        apart = conflict_apart(plan, ceiling, engine)
        if apart is not None:
            return _refusal_apart(plan, ceiling, apart, engine)
    rows = conflict(constraints_of(plan, ceiling), engine)
    if not rows:
        return None
    lowest = lowest_feasible_ceiling(plan, engine)
    if lowest is None and ceiling is not None:
        # Then the ceiling is not the reason, even where it takes part in one.
        rows = conflict(constraints_of(plan, None), engine)
    return InfeasibleError(
        plan, ceiling, lowest, rows, contradiction(rows, engine), repairs(plan, ceiling, rows, engine)
    )


def _refusal_apart(plan: Plan, ceiling: Fraction | None, apart: Apart, engine: Engine) -> InfeasibleError | None:
    """The same for a large plan, where of the repairs only the ceiling's own is worked out."""
    if not apart.rows:
        return None
    repair: tuple[Repair, ...] = ()
    if apart.lowest is not None and ceiling is not None:
        repair = (Repair(apart.rows[0], None, apart.lowest - ceiling),)
    return InfeasibleError(plan, ceiling, apart.lowest, apart.rows, contradiction(apart.rows, engine), repair)
