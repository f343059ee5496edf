"""What a constraint costs: the change of the value when it is relaxed, and when it is tightened."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from flessenhals.solver.optimum.objective.goals import is_decided, objectives_of
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NoCurveError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.sensitivity.curve import Tangent, first_stretch
from flessenhals.solver.sensitivity.followed_price import followed_price
from flessenhals.solver.sensitivity.price import Price, Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine

ZERO = Fraction(0)


def price(plan: Plan, ceiling: Ceiling, row: Row, engine: Engine = highs) -> Price:
    """The change of the value, Σ weight · amount, when a constraint moves, on both sides and with its range, exactly.

    The value is that of the optimal split. Where value comes first it is the largest there is, a concave function of
    what the constraint asks; where coverage comes first the split is followed instead (`followed_price`).

    Args:
        plan: with a split at this ceiling.
        ceiling: the total that may be spent, in the plan's unit.
        row: the constraint, as in `Allocation.constraints`.
        engine: who is asked first.

    Raises:
        NoCurveError: if another stage comes first, and none after it leaves one split.
        NotProvedError: if an answer could not be proved.
    """
    program = splits(plan, ceiling).asking("value", {line.id: line.weight for line in plan.lines})
    first = objectives_of(plan)[0]
    if not first.is_worth:
        if not is_decided(plan):
            raise NoCurveError(
                told("objective: {stage} leaves many splits equally good, and a price needs one", stage=first.name)
            )
        return followed_price(plan, ceiling, row, _room(program, row, engine), engine)

    @cache
    def ask(by: Fraction) -> Tangent:
        changed = program.relaxed(row, by)
        best = prove_solvable(changed, engine)
        return Tangent(by, best.optimum, changed.rate(row, best))

    return Price(_relaxed(program, row, ask, engine), _tightened(program, row, ask, engine))


def _relaxed(program: LinearProgram, row: Row, ask: Callable[[Fraction], Tangent], engine: Engine) -> Side:
    """Relaxing brings nothing beyond what the best split without the constraint breaks it by."""
    best = prove_solvable(program.leaving_out(row), engine)
    limit = max(ZERO, -row.slack(best.point))
    if row.id.is_minimum:
        limit = min(limit, row.right_hand_side)
    if limit == 0 or best.optimum == ask(ZERO).value:
        return Side(ZERO, None)
    slope, end = first_stretch(ask, ZERO, limit)
    return Side(slope, end)


def _tightened(program: LinearProgram, row: Row, ask: Callable[[Fraction], Tangent], engine: Engine) -> Side | None:
    limit = _room(program, row, engine)
    if limit == 0:
        return None

    def backwards(by: Fraction) -> Tangent:
        found = ask(-by)
        return Tangent(by, found.value, -found.slope)

    slope, end = first_stretch(backwards, ZERO, limit)
    return Side(-slope, end)


def _room(program: LinearProgram, row: Row, engine: Engine) -> Fraction:
    """How far a constraint can be tightened: as far as some split leaves room under it."""
    towards = 1 if row.sense == ">=" else -1
    most = prove_solvable(
        program.asking("room", {line: towards * factor for line, factor in row.coefficients.items()}), engine
    )
    return row.slack(most.point)
