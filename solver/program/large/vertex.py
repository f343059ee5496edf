"""From a basis to its exact vertex, for a large program: arrays, and Fractions for what does not fit them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from flessenhals.constraints.exact import total, weighed
from flessenhals.solver.program.elimination import SingularError
from flessenhals.solver.program.large.rationals import Rationals, sums
from flessenhals.solver.program.large.rationals import total as total_of
from flessenhals.solver.program.large.system import solve_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flessenhals.solver.program.basis import Basis
    from flessenhals.solver.program.large.digits import Factor
    from flessenhals.solver.program.large.integers import Integers, Sparse
    from flessenhals.solver.program.linear_program import LinearProgram

ZERO = Fraction(0)


def vertex_in_arrays(
    program: LinearProgram, basis: Basis, given: Integers, factor: Factor | None = None
) -> tuple[object, ...]:
    """The point and duals of a basis in exact arithmetic, as `vertex` finds them: what a certificate is made of.

    Args:
        program: what is asked.
        basis: of this program, from any solver.
        given: the program in arrays, which it fits.
        factor: what divides by a matrix in floating point, for systems that take long to eliminate; None for none.

    Raises:
        SingularError: if the basis decides nothing.
    """
    statuses = [basis.variables[label] for label in program.variables]
    basic = np.array([status == "basic" for status in statuses], bool)
    tight = np.zeros(len(program.rows), bool)
    tight[list(basis.tight)] = True
    decided, places = np.flatnonzero(basic).tolist(), np.flatnonzero(tight).tolist()
    if len(decided) != len(places):
        raise SingularError("the basis has another number of tight rows than of basic variables")
    entries, in_tight = given.matrix, tight[given.matrix.rows]
    inside = in_tight & basic[entries.columns]
    square = entries.only(inside)
    scale, sides = given.scale.tolist(), [row.right_hand_side for row in program.rows]

    point = [
        each.lower if status != "upper" or each.upper is None else each.upper
        for each, status in zip(given.intervals, statuses, strict=True)
    ]
    settled = entries.only(in_tight & ~inside)
    constants = _fractions(
        given.side.times(given.scales).less(_sums(settled, point)),
        lambda row: sides[row] * scale[row] - _sum(settled, row, point),
        places,
    )
    for column, amount in solve_whole(_equations(square, places), constants, factor).items():
        point[column] = amount

    gains = [program.objective.get(label, ZERO) for label in program.variables]
    multipliers = solve_whole(
        _equations(square.transposed(len(point)), decided), [gains[each] for each in decided], factor
    )
    prices = [multipliers.get(row, ZERO) for row in range(len(sides))]
    priced = np.zeros(len(sides), bool)
    priced[list(multipliers)] = True
    counted = given.by_column.only(priced[given.by_column.columns] & ~basic[given.by_column.rows])
    others = np.flatnonzero(~basic).tolist()
    reduced_cost = [ZERO] * len(point)
    left = given.gain.less(_sums(counted, prices))
    for column, cost in zip(
        others, _fractions(left, lambda each: gains[each] - _sum(counted, each, prices), others), strict=True
    ):
        reduced_cost[column] = cost

    loose = entries.only(~in_tight)
    activity, slack = sides, np.flatnonzero(~tight).tolist()
    reached = _sums(loose, point).times(Rationals(given.scales.under, given.scales.over))
    for row, amount in zip(
        slack, _fractions(reached, lambda each: _sum(loose, each, point) / scale[each], slack), strict=True
    ):
        activity[row] = amount
    return (
        dict(zip(program.variables, point, strict=True)),
        tuple(activity),
        tuple(price * scale[row] if price else ZERO for row, price in enumerate(prices)),
        dict(zip(program.variables, reduced_cost, strict=True)),
        products(given.gain, gains, point),
    )


def products(factors: Rationals, exact_factors: Sequence[Fraction], amounts: Sequence[Fraction]) -> Fraction:
    """Σ factor · amount, exactly; the factors both in arrays and as they are."""
    each = factors.times(Rationals.of(amounts))
    beyond = np.flatnonzero(~each.fits).tolist()
    return total_of(each.at(each.fits)) + total(exact_factors[place] * amounts[place] for place in beyond)


def _sums(matrix: Sparse, amounts: Sequence[Fraction]) -> Rationals:
    """Σ coefficient · amount of each row, where it fits."""
    return sums(matrix.starts, matrix.values, Rationals.of(amounts).at(matrix.columns))


def _sum(matrix: Sparse, row: int, amounts: Sequence[Fraction]) -> Fraction:
    """Σ coefficient · amount of one row, which need not fit."""
    first, last = matrix.starts[row], matrix.starts[row + 1]
    columns = matrix.columns[first:last].tolist()
    return weighed(matrix.values[first:last].tolist(), (amounts[column] for column in columns))


def _fractions(found: Rationals, otherwise: Callable[[int], Fraction], places: Sequence[int]) -> list[Fraction]:
    """What was found at some places; where it does not fit, what it is otherwise."""
    made: dict[tuple[int, int], Fraction] = {}
    result = []
    for place, over, under in zip(places, found.over[places].tolist(), found.under[places].tolist(), strict=True):
        if not under:
            result.append(otherwise(place))
            continue
        each = made.get((over, under))
        if each is None:
            made[over, under] = each = Fraction(over, under)
        result.append(each)
    return result


def _equations(square: Sparse, rows: Sequence[int]) -> list[dict[int, int]]:
    """Some rows as mappings."""
    starts, columns, values = square.starts.tolist(), square.columns.tolist(), square.values.tolist()
    return [
        dict(zip(columns[starts[row] : starts[row + 1]], values[starts[row] : starts[row + 1]], strict=True))
        for row in rows
    ]
