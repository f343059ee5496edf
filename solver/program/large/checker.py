"""Whether a certificate of a large program holds: in arrays where that is certain, and in Fractions where it is not."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from flessenhals.constraints.exact import total, weighed
from flessenhals.solver.program.large.rationals import Rationals, sums
from flessenhals.solver.program.large.rationals import total as total_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.large.integers import Integers
    from flessenhals.solver.program.linear_program import LinearProgram

ZERO = Fraction(0)


def holds(program: LinearProgram, certificate: Certificate, given: Integers) -> bool:
    """Whether a certificate with the program's variables and rows proves its optimum; exactly what `faults` finds.

    Each thing that a certificate has to show is looked at for all variables or rows at once. Whatever that leaves
    undecided, because it does not fit or two numbers are nearly equal, is decided one by one in Fractions.

    Args:
        program: what was asked.
        certificate: the claimed answer.
        given: the program in arrays, which it fits.
    """
    point = [certificate.point[label] for label in program.variables]
    costs = [certificate.reduced_cost[label] for label in program.variables]
    amounts, left = Rationals.of(point), Rationals.of(costs)
    activity, duals = Rationals.of(certificate.activity), Rationals.of(certificate.dual)
    return (
        _within(given, point, amounts)
        and _adds_up(program, certificate, given, amounts, activity)
        and _keeps_rows(program, certificate, given, activity)
        and _right_signs(program, certificate, given, duals)
        and _priced(program, certificate, given, duals, costs, left)
        and _no_gap(program, certificate, given, (point, costs), (amounts, left, duals))
    )


def _within(given: Integers, point: Sequence[Fraction], amounts: Rationals) -> bool:
    """Whether every amount lies in its interval."""
    known = amounts.reaches(given.lower) & (~given.limited | given.upper.reaches(amounts))
    return all(given.intervals[place].holds(point[place]) for place in np.flatnonzero(~known).tolist())


def _adds_up(
    program: LinearProgram, certificate: Certificate, given: Integers, amounts: Rationals, activity: Rationals
) -> bool:
    """Whether every activity is that of the point."""
    matrix = given.matrix
    known = sums(matrix.starts, matrix.values, amounts.at(matrix.columns)).same(activity.times(given.scales))
    return all(
        program.rows[row].activity(certificate.point) == certificate.activity[row]
        for row in np.flatnonzero(~known).tolist()
    )


def _keeps_rows(program: LinearProgram, certificate: Certificate, given: Integers, activity: Rationals) -> bool:
    """Whether no row is broken."""
    above, below = activity.reaches(given.side), given.side.reaches(activity)
    known = np.where(given.senses == ">=", above, np.where(given.senses == "<=", below, activity.same(given.side)))
    return all(program.rows[row].room(certificate.activity[row]) >= 0 for row in np.flatnonzero(~known).tolist())


def _right_signs(program: LinearProgram, certificate: Certificate, given: Integers, duals: Rationals) -> bool:
    """Whether every dual has the sign of its row's sense."""
    wrong = np.where(given.senses == "<=", duals.over < 0, (given.senses == ">=") & (duals.over > 0))
    for row in np.flatnonzero(~duals.fits | wrong).tolist():
        sense, dual = program.rows[row].sense, certificate.dual[row]
        if (sense == "<=" and dual < 0) or (sense == ">=" and dual > 0):
            return False
    return True


def _priced(
    program: LinearProgram,
    certificate: Certificate,
    given: Integers,
    duals: Rationals,
    costs: Sequence[Fraction],
    left: Rationals,
) -> bool:
    """Whether every reduced cost is what the duals leave of its objective coefficient."""
    priced = (duals.over != 0) | ~duals.fits
    matrix = given.by_column.only(priced[given.by_column.columns])
    prices = duals.times(Rationals(given.scales.under, given.scales.over))
    known = sums(matrix.starts, matrix.values, prices.at(matrix.columns)).same(given.gain.less(left))
    if known.all():
        return True
    labels = list(program.variables)
    exact = [dual / scale for dual, scale in zip(certificate.dual, given.scale.tolist(), strict=True)]
    for column in np.flatnonzero(~known).tolist():
        entries = slice(matrix.starts[column], matrix.starts[column + 1])
        counted = weighed(matrix.values[entries].tolist(), (exact[row] for row in matrix.columns[entries].tolist()))
        if costs[column] + counted != program.objective.get(labels[column], ZERO):
            return False
    return True


def _no_gap(
    program: LinearProgram,
    certificate: Certificate,
    given: Integers,
    exact: tuple[Sequence[Fraction], Sequence[Fraction]],
    arrays: tuple[Rationals, Rationals, Rationals],
) -> bool:
    """Whether the point reaches the optimum, and the duals bound the objective by it."""
    point, costs = exact
    amounts, left, duals = arrays
    gains = [program.objective.get(label, ZERO) for label in program.variables]
    ends = [each.upper if cost.numerator > 0 else each.lower for cost, each in zip(costs, given.intervals, strict=True)]
    rising = left.over > 0
    limited = [end for end in ends if end is not None]
    if len(limited) < len(ends):
        return False
    reached = _products((gains, point), (given.gain, amounts))
    limits = Rationals(
        np.where(rising, given.upper.over, given.lower.over), np.where(rising, given.upper.under, given.lower.under)
    )
    held = _products((costs, limited), (left, limits))
    sides = [row.right_hand_side for row in program.rows]
    return certificate.optimum == reached == held + _products((certificate.dual, sides), (duals, given.side))


def _products(exact: tuple[Sequence[Fraction], Sequence[Fraction]], arrays: tuple[Rationals, Rationals]) -> Fraction:
    """Σ left · right, exactly; both as they are, and in arrays."""
    each = arrays[0].times(arrays[1])
    beyond = np.flatnonzero(~each.fits).tolist()
    return total_of(each.at(each.fits)) + total(exact[0][place] * exact[1][place] for place in beyond)
