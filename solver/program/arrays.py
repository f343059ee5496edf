"""A linear program as the arrays that a solver takes whole, without a model in between: for large programs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.solver.program.linear_program import LinearProgram

INFINITY = math.inf


class Arrays(NamedTuple):
    """Minimise cost · x subject to row_lower ≤ A x ≤ row_upper and lower ≤ x ≤ upper, in floating point.

    Attributes:
        unit: what every amount was divided by, in the plan's unit.
        cost, lower, upper: per variable, in the program's order; the cost is the negated objective.
        row_lower, row_upper: per row.
        starts, columns, values: A by rows: row r has columns[starts[r]:starts[r + 1]] with these values.
    """

    unit: float
    cost: list[float]
    lower: list[float]
    upper: list[float]
    row_lower: list[float]
    row_upper: list[float]
    starts: list[int]
    columns: list[int]
    values: list[float]


def arrays(program: LinearProgram, size: float) -> Arrays:
    """The program in floating point, all bounds and right-hand sides divided by one number.

    Args:
        program: what is asked.
        size: what the largest bound or right-hand side becomes, so that absolute tolerances mean the same in every
            unit.
    """
    lower = [_float(each.lower) for each in program.variables.values()]
    upper = [INFINITY if each.upper is None else _float(each.upper) for each in program.variables.values()]
    sides = [_float(row.right_hand_side) for row in program.rows]
    largest = max((abs(end) for ends in (lower, upper, sides) for end in ends if end != INFINITY), default=0.0)
    unit = largest / size or 1.0
    column = {label: place for place, label in enumerate(program.variables)}
    starts = [0]
    columns: list[int] = []
    values: list[float] = []
    for row in program.rows:
        columns += [column[label] for label in row.coefficients]
        values += [_float(factor) for factor in row.coefficients.values()]
        starts.append(len(columns))
    return Arrays(
        unit=unit,
        cost=[-_float(program.objective[label]) if label in program.objective else 0.0 for label in program.variables],
        lower=[end / unit for end in lower],
        upper=[end / unit for end in upper],
        row_lower=[
            -INFINITY if row.sense == "<=" else side / unit for row, side in zip(program.rows, sides, strict=True)
        ],
        row_upper=[
            INFINITY if row.sense == ">=" else side / unit for row, side in zip(program.rows, sides, strict=True)
        ],
        starts=starts,
        columns=columns,
        values=values,
    )


def _float(number: Fraction) -> float:
    return number.numerator / number.denominator
