"""From a basis that is right within a solver's tolerance to one that is right: iterative refinement."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.program.certificate import faults
from flessenhals.solver.program.elimination import SingularError
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.vertex import vertex
from flessenhals.solver.program.warm_start import Magnified, highs_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.solver.program.basis import Basis
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import LinearProgram

ZERO, ONE = Fraction(0), Fraction(1)
MOST_ROUNDS = 12
LARGEST_SCALE = 10**15


class Violation(NamedTuple):
    """How far a basis is from proving its optimum.

    Attributes:
        primal: the furthest that its point is outside a bound or a row, in the plan's unit.
        dual: the furthest that a dual or reduced cost is on the wrong side of zero, a pure number.
    """

    primal: Fraction
    dual: Fraction


def refined(program: LinearProgram, start: Basis, found: Certificate | None = None) -> tuple[Basis, Certificate] | None:
    """The basis next to a given one that proves its optimum, with its certificate; None where none is found.

    What is wrong with a basis is too small for a solver to see: less than its tolerance. So it is asked again for the
    difference to the exact vertex alone, magnified until what is wrong is about one, and with what the exact duals
    leave of the objective in the objective's place. It begins at the same basis, and a few steps are enough.

    Args:
        program: what is asked.
        start: a basis that is nearly optimal.
        found: its vertex where that is known already, and known to prove nothing.

    Raises:
        NoOptimumError: if the solver finds no split that keeps every row, once it sees more of the digits. Nothing is
            proved by that.

    Source: Gleixner, Steffy and Wolter, Iterative refinement for linear programming, INFORMS Journal on Computing 28,
    2016.
    """
    basis = start
    for _ in range(MOST_ROUNDS):
        if found is None:
            try:
                found = vertex(program, basis)
            except SingularError:
                return None
            if not faults(program, found):
                return basis, found
        wrong = _violation(program, basis, found)
        nearer = highs_from(_magnified(program, found, wrong), basis)
        if nearer is None:
            raise NoOptimumError(f"no optimum found for {program.name}")
        if nearer == basis:
            return None
        basis, found = nearer, None
    return None


def _violation(program: LinearProgram, basis: Basis, found: Certificate) -> Violation:
    primal, dual = [ZERO], [ZERO]
    for label, interval in program.variables.items():
        amount, cost = found.point[label], found.reduced_cost[label]
        primal.append(interval.lower - amount)
        if interval.upper is not None:
            primal.append(amount - interval.upper)
        if interval.lower != interval.upper and basis.variables[label] != "basic":
            dual.append(-cost if basis.variables[label] == "upper" else cost)
    for row, activity, multiplier in zip(program.rows, found.activity, found.dual, strict=True):
        primal.append(-row.room(activity))
        if row.sense != "==":
            dual.append(-multiplier if row.sense == "<=" else multiplier)
    return Violation(max(primal), max(dual))


def _magnified(program: LinearProgram, found: Certificate, wrong: Violation) -> Magnified:
    """The program of the differences to a point, in the order of its variables and then of its rows."""
    amounts, costs = _scale(wrong.primal), _scale(wrong.dual)

    def ends(low: Iterable[Fraction | None]) -> list[float | None]:
        return [None if each is None else float(each * amounts) for each in low]

    intervals = program.variables.items()
    sides = list(zip(program.rows, found.activity, strict=True))
    return Magnified(
        program=program,
        gain=[float(found.reduced_cost[label] * costs) for label in program.variables],
        gain_of_row=[float(each * costs) for each in found.dual],
        lower=ends(each.lower - found.point[label] for label, each in intervals),
        upper=ends(None if each.upper is None else each.upper - found.point[label] for label, each in intervals),
        row_lower=ends(None if row.sense == "<=" else row.right_hand_side - at for row, at in sides),
        row_upper=ends(None if row.sense == ">=" else row.right_hand_side - at for row, at in sides),
    )


def _scale(wrong: Fraction) -> Fraction:
    """By how much something is magnified: until what is wrong is one, and not at all where nothing is."""
    return min(max(ONE, 1 / wrong), Fraction(LARGEST_SCALE)) if wrong else ONE
