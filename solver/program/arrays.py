"""A linear program as the arrays that a solver takes whole, without a model in between: for large programs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from fractions import Fraction

    from numpy.typing import NDArray

    from flessenhals.solver.program.large.integers import Integers
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
    cost: list[float] | NDArray[np.float64]
    lower: list[float] | NDArray[np.float64]
    upper: list[float] | NDArray[np.float64]
    row_lower: list[float] | NDArray[np.float64]
    row_upper: list[float] | NDArray[np.float64]
    starts: list[int] | NDArray[np.int64]
    columns: list[int] | NDArray[np.int64]
    values: list[float] | NDArray[np.float64]


def arrays(program: LinearProgram, size: float) -> Arrays:
    """The program in floating point, all bounds and right-hand sides divided by one number.

    Args:
        program: what is asked.
        size: what the largest bound or right-hand side becomes, so that absolute tolerances mean the same in every
            unit.
    """
    if program.integers is not None and program.integers.narrow:
        return _of_integers(program.integers, size)
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


def _of_integers(given: Integers, size: float) -> Arrays:
    lower, sides = given.lower.floats, given.side.floats
    upper = np.where(given.limited, given.upper.floats, INFINITY)
    ends = np.abs(np.concatenate((lower, upper[given.limited], sides)))
    unit = float(ends.max(initial=0.0)) / size or 1.0
    return Arrays(
        unit=unit,
        cost=-given.gain.floats,
        lower=lower / unit,
        upper=upper / unit,
        row_lower=np.where(given.senses == "<=", -INFINITY, sides / unit),
        row_upper=np.where(given.senses == ">=", INFINITY, sides / unit),
        starts=given.matrix.starts,
        columns=given.matrix.columns,
        values=given.matrix.values / given.scale[given.matrix.rows],
    )


def _float(number: Fraction) -> float:
    return number.numerator / number.denominator
