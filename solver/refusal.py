"""Everything there is to say when nothing fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.conflict import conflict, lowest_feasible_ceiling
from solver.contradiction import contradiction
from solver.engine import highs
from solver.errors import InfeasibleError
from solver.program import constraints_of
from solver.repair import repairs

if TYPE_CHECKING:
    from fractions import Fraction

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
