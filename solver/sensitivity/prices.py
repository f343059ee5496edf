"""What a constraint costs: the change of the value when it is relaxed, and when it is tightened."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import LABEL as CEILING
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.sensitivity.curve import Tangent, first_stretch
from flessenhals.solver.sensitivity.followed_price import followed_price
from flessenhals.solver.sensitivity.price import Price, Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine

ZERO = Fraction(0)
BOUNDS = {"minimum", "maximum"}


def price(plan: Plan, ceiling: Fraction, row: Row, engine: Engine = highs) -> Price:
    """The change of the value, Σ weight · amount, when a constraint moves, on both sides and with its range, exactly.

    The value is that of the optimal split. Where value comes first it is the largest there is, a concave function of
    what the constraint asks; where coverage comes first the split is followed instead (`followed_price`).

    Args:
        plan: with a split at this ceiling.
        ceiling: the total that may be spent, in the plan's unit.
        row: the constraint, as in `Allocation.constraints`.
        engine: who is asked first.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    program = splits(plan, ceiling).asking("value", {line.id: line.weight for line in plan.lines})
    if plan.objective[0] == "coverage":
        return followed_price(plan, ceiling, row, _room(program, row, engine), engine)

    @cache
    def ask(by: Fraction) -> Tangent:
        changed = moved(program, row, by)
        return _tangent(changed, prove_solvable(changed, engine), row, by)

    return Price(_relaxed(program, row, ask, engine), _tightened(program, row, ask, engine))


def _relaxed(program: LinearProgram, row: Row, ask: Callable[[Fraction], Tangent], engine: Engine) -> Side:
    """Relaxing brings nothing beyond what the best split without the constraint breaks it by."""
    best = prove_solvable(_without(program, row), engine)
    limit = max(ZERO, -row.slack(best.point))
    if row.kind == "minimum":
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


def moved(program: LinearProgram, row: Row, by: Fraction) -> LinearProgram:
    """The program with a constraint relaxed by an amount, or tightened by it where it is below zero."""
    if row.kind in BOUNDS:
        line = next(iter(row.coefficients))
        interval = program.variables[line]
        if row.kind == "minimum":
            return program.adding(line, interval._replace(lower=interval.lower - by))
        return program.adding(line, interval._replace(upper=(interval.upper or ZERO) + by))
    rows = tuple(each.relaxed(by) if each.label == row.label else each for each in program.rows)
    return replace(program, rows=rows)


def _without(program: LinearProgram, row: Row) -> LinearProgram:
    """The program without a constraint; an amount is still never below zero, and no line gets more than the ceiling."""
    if row.kind in BOUNDS:
        line = next(iter(row.coefficients))
        interval = program.variables[line]
        if row.kind == "minimum":
            return program.adding(line, interval._replace(lower=ZERO))
        ceiling = next(each.right_hand_side for each in program.rows if each.label == CEILING)
        return program.adding(line, interval._replace(upper=max(interval.upper or ZERO, ceiling)))
    return program.leaving_out(row.label)


def _tangent(program: LinearProgram, best: Certificate, row: Row, by: Fraction) -> Tangent:
    """The best value with the constraint moved, and the rate at which its dual says that it changes there."""
    if row.kind in BOUNDS:
        cost = best.reduced_cost[next(iter(row.coefficients))]
        return Tangent(by, best.optimum, max(ZERO, cost if row.kind == "maximum" else -cost))
    duals = zip(program.rows, best.dual, strict=True)
    return Tangent(by, best.optimum, next(abs(dual) for each, dual in duals if each.label == row.label))
