"""Everything there is to say when nothing fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import Path
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.farkas import contradiction
from flessenhals.solver.infeasible.irreducible import conflict, lowest_feasible_ceiling, lowest_feasible_share
from flessenhals.solver.infeasible.irreducible_by_part import conflict_apart
from flessenhals.solver.infeasible.repair import Repair, repairs
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import MOST_AT_ONCE, constraints_of

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.infeasible.irreducible_by_part import Apart
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine


def refusal(plan: Plan, ceiling: Ceiling | None, engine: Engine = highs) -> InfeasibleError | None:
    """Why nothing fits, from which ceiling something does, and what would repair it; None where something fits.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit, or a path by year; None for as much as one likes.
        engine: who is asked first.

    Raises:
        NotProvedError: if a part of it could not be proved.
    """
    if len(plan.lines) > MOST_AT_ONCE and not isinstance(ceiling, Path):
        apart = conflict_apart(plan, ceiling, engine)
        if apart is not None:
            return _refusal_apart(plan, ceiling, apart, engine)
    rows = conflict(constraints_of(plan, ceiling), engine)
    if not rows:
        return None
    if isinstance(ceiling, Path):
        lowest = lowest_feasible_share(plan, ceiling, engine)
    else:
        lowest = lowest_feasible_ceiling(plan, engine)
    if lowest is None and ceiling is not None:
        # Then the ceiling is not the reason, even where it takes part in one.
        rows = conflict(constraints_of(plan, None), engine)
    return InfeasibleError(
        plan, ceiling, lowest, rows, contradiction(rows, engine), repairs(plan, ceiling, rows, engine)
    )


def _refusal_apart(plan: Plan, ceiling: Fraction | None, apart: Apart, engine: Engine) -> InfeasibleError | None:
    """Why a large plan that falls apart fits nowhere; of the repairs only the ceiling's own is worked out."""
    if not apart.rows:
        return None
    repair: tuple[Repair, ...] = ()
    if apart.lowest is not None and ceiling is not None:
        repair = (Repair(apart.rows[0], None, apart.lowest - ceiling),)
    return InfeasibleError(plan, ceiling, apart.lowest, apart.rows, contradiction(apart.rows, engine), repair)
