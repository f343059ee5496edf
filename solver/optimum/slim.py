"""The optimal split for its amounts alone: every stage over no more than the stages before it left to choose."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.solver.optimum.objective.goals import COVERAGE, OBJECTIVES, VALUE, objectives_of
from flessenhals.solver.optimum.objective.objectives import best, free_variables, level, unreached
from flessenhals.solver.optimum.solution import Solution, settled_by
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.program.prove import prove

if TYPE_CHECKING:
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.optimum.objective.objectives import Prover, Stage
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


def is_slim(plan: Plan) -> bool:
    """Whether the stages of a plan can be taken so: they are value, shift and coverage, and leave one split."""
    found = objectives_of(plan)
    return all(each in OBJECTIVES.values() for each in found) and any(each.decides for each in found)


def slim_split(plan: Plan, ceiling: Ceiling, engine: Engine) -> Solution:
    """The split that `allocate` gives, proved as well, in about half the time.

    What every best split of a stage has in common leaves the program, so that those of later stages become small.
    Their duals then say nothing of what left: who wants prices, or follows the split, takes `allocate`.

    Args:
        plan: of which `is_slim` holds.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
        engine: who is asked for bases.

    Raises:
        NoOptimumError: if nothing fits, or the engine finds nothing.
        NotProvedError: if an answer does not hold up.
    """

    def proved(program: LinearProgram) -> Certificate:
        return prove(program, engine)

    space = splits(plan, ceiling)
    stages: list[Stage] = []
    for each in objectives_of(plan):
        if each is VALUE:
            found, space = _value(plan, space, proved)
        elif each is COVERAGE:
            found, space = _coverage(plan, space, proved)
        else:
            found, space = each.narrow(plan, space, proved)
        stages += found
    answer = Solution.of((line.id for line in plan.lines), stages)
    wrong = unreached(stages, settled_by(stages))
    if wrong:
        raise NotProvedError("; ".join(wrong))
    return answer


def _value(plan: Plan, space: LinearProgram, prover: Prover) -> tuple[list[Stage], LinearProgram]:
    weights = {line.id: line.weight for line in plan.lines if line.id in space.variables}
    return best(space.asking(VALUE.name, weights), prover, narrow=True)


def _coverage(plan: Plan, space: LinearProgram, prover: Prover) -> tuple[list[Stage], LinearProgram]:
    largest = max((line.proposed for line in plan.lines), default=ZERO)
    shares = {line.id: line.proposed / largest for line in plan.lines if line.proposed}
    stages, space = level(COVERAGE.name, space, shares, prover, lowest=True, narrow=True)
    free = free_variables(space)
    unasked = {line.id: ONE for line in plan.lines if not line.proposed and line.id in free}
    if unasked:
        total, space = best(space.asking("unasked", dict.fromkeys(unasked, -ONE)), prover, narrow=True)
        levels, space = level("unasked", space, unasked, prover, lowest=False, narrow=True)
        stages += total + levels
    return stages, space
