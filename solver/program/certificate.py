"""Checks that an answer is optimal, in exact arithmetic and whoever found it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import combined, dot, total

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.program.linear_program import LinearProgram

ZERO = Fraction(0)


class Certificate(NamedTuple):
    """A best answer to a linear program, with the reason why no split does better.

    For every split that keeps the program's rows and bounds, and any multipliers with the right signs,

        Σ objective · x  =  Σ dual · activity + Σ reduced cost · x
                         ≤  Σ dual · right-hand side + Σ reduced cost · (upper where it is positive, else lower)

    so a split at which the two ends are equal cannot be improved (weak duality; Chvátal, Linear Programming, ch. 5).

    Attributes:
        point: variable → amount, in the plan's unit.
        activity: the left-hand side of each row at the point, in the plan's unit.
        dual: per row, the change of the optimum per unit increase of its right-hand side; a pure number.
        reduced_cost: variable → what is left of its objective coefficient after the duals; a pure number.
        optimum: the largest value that the objective can have, in the plan's unit.
    """

    point: Mapping[str, Fraction]
    activity: tuple[Fraction, ...]
    dual: tuple[Fraction, ...]
    reduced_cost: Mapping[str, Fraction]
    optimum: Fraction


def faults(program: LinearProgram, certificate: Certificate) -> list[str]:
    """Everything that keeps a certificate from proving its optimum; empty exactly for a proof.

    Args:
        program: what was asked.
        certificate: the claimed answer. Every number in it is compared exactly, without tolerance.
    """
    misshapen = _misshapen(program, certificate)
    if misshapen or _holds_in_arrays(program, certificate):
        return misshapen
    return [
        *_infeasible(program, certificate),
        *_wrong_duals(program, certificate),
        *_gap(program, certificate),
    ]


def _holds_in_arrays(program: LinearProgram, certificate: Certificate) -> bool:
    """Whether a large program's certificate is known to hold, without looking at its numbers one by one."""
    if program.integers is None:
        return False
    from flessenhals.solver.program.large.checker import holds  # noqa: PLC0415 - only large programs need it

    return holds(program, certificate, program.integers)


def _misshapen(program: LinearProgram, certificate: Certificate) -> list[str]:
    found = []
    if certificate.point.keys() != program.variables.keys():
        found.append("the point does not have the program's variables")
    if certificate.reduced_cost.keys() != program.variables.keys():
        found.append("the reduced costs do not have the program's variables")
    if not len(certificate.activity) == len(certificate.dual) == len(program.rows):
        found.append("the activities or duals do not have the program's rows")
    return found


def _infeasible(program: LinearProgram, certificate: Certificate) -> list[str]:
    found = []
    for label, interval in program.variables.items():
        if not interval.holds(certificate.point[label]):
            found.append(f"{label} is outside its bounds")
    for row, activity in zip(program.rows, certificate.activity, strict=True):
        reached = row.activity(certificate.point)
        if reached != activity:
            found.append(f"the activity of {row.label} is not that of the point")
        if row.room(reached) < 0:
            found.append(f"{row.label} is broken")
    return found


def _wrong_duals(program: LinearProgram, certificate: Certificate) -> list[str]:
    found = []
    for row, dual in zip(program.rows, certificate.dual, strict=True):
        if (row.sense == "<=" and dual < 0) or (row.sense == ">=" and dual > 0):
            found.append(f"the dual of {row.label} has the wrong sign")
    duals = zip(certificate.dual, program.rows, strict=True)
    counted = combined((dual, row.coefficients) for dual, row in duals if dual)
    for label, cost in certificate.reduced_cost.items():
        if cost + counted.get(label, ZERO) != program.objective.get(label, ZERO):
            found.append(f"the reduced cost of {label} is not what the duals leave")
    return found


def _gap(program: LinearProgram, certificate: Certificate) -> list[str]:
    reached = dot(program.objective, certificate.point)
    bounds = [dual * row.right_hand_side for dual, row in zip(certificate.dual, program.rows, strict=True) if dual]
    for label, cost in certificate.reduced_cost.items():
        if not cost:
            continue
        interval = program.variables[label]
        end = interval.upper if cost > 0 else interval.lower
        if end is None:
            return [f"{label} has no upper bound, and the duals do not hold it"]
        bounds.append(cost * end)
    return [
        *(["the optimum is not what the point reaches"] if reached != certificate.optimum else []),
        *(["the optimum is not what the duals bound"] if total(bounds) != certificate.optimum else []),
    ]
