"""What of a split would have to be shifted between years, so that it keeps its ceilings as far as it can."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import Path
from flessenhals.constraints.constraint import Constraint
from flessenhals.solver.optimum.objective.goals import Shift
from flessenhals.solver.optimum.objective.objectives import best
from flessenhals.solver.optimum.solution import settled_by
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.program.prove import prove_solvable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.prove import Engine

ONE = Fraction(1)


def least_shift(
    plan: Plan, ceiling: Ceiling, amounts: Mapping[str, Fraction], engine: Engine = highs
) -> dict[str, Fraction]:
    """What has to move between the years of a path for a split to go over its ceilings by as little as can be.

        minimise Σ over(t)   subject to   Σ x(l, t) + e(t) - over(t) ≤ C(t) + e(t - 1),   - earlier ≤ e ≤ later
        then the least that is shifted

    Args:
        plan: for its lines and years.
        ceiling: what may be spent, in the plan's unit.
        amounts: line id → amount, in the plan's unit.
        engine: who is asked first.

    Returns:
        The ceiling's own variables → amount, in the plan's unit; none where nothing can be shifted.

    Raises:
        NotProvedError: if the answer could not be proved.
    """
    if not isinstance(ceiling, Path) or not ceiling.variables:
        return {}

    def prove(program: LinearProgram) -> Certificate:
        return prove_solvable(program, engine)

    over = {Constraint("ceiling", year=year): f"over {year}" for year in ceiling.years}
    rows = [
        row._replace(coefficients={**row.coefficients, over[row.id]: -ONE}) if row.id in over else row
        for row in ceiling.rows(plan.lines)
    ]
    variables = dict.fromkeys((*amounts, *ceiling.variables, *over.values()), Interval())
    space = LinearProgram("over", variables, tuple(rows), {}).without(amounts)
    stages, space = best(space.asking("over", dict.fromkeys(over.values(), -ONE)), prove)
    stages += Shift().narrow(plan, space, prove)[0]
    settled = settled_by(stages)
    return {label: settled[label] for label in ceiling.variables}
