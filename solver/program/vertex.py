"""From a basis to the exact vertex that it stands for, with its duals."""

from __future__ import annotations

import heapq
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from flessenhals.constraints.exact import combined, dot
from flessenhals.solver.program.certificate import Certificate

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from flessenhals.solver.program.basis import Basis
    from flessenhals.solver.program.linear_program import LinearProgram

ZERO = Fraction(0)
Unknown = TypeVar("Unknown", bound="Hashable")


class SingularError(ArithmeticError):
    """A basis whose tight rows do not decide its basic variables."""


def vertex(program: LinearProgram, basis: Basis) -> Certificate:
    """The point and duals of a basis in exact arithmetic: a certificate still to be checked.

    The nonbasic variables stand on their bounds; the tight rows then decide the basic ones (B x = b - N x). The duals
    make the reduced cost of every basic variable zero (B' y = c).

    Args:
        program: of any size; the work grows with the number of tight rows.
        basis: of this program, from any solver.

    Raises:
        SingularError: if the basis decides nothing.
    """
    point: dict[str, Fraction] = {}
    for label, interval in program.variables.items():
        if basis.variables[label] != "basic":
            upper = interval.upper if basis.variables[label] == "upper" else None
            point[label] = interval.lower if upper is None else upper

    equations, constants = [], []
    columns: dict[str, dict[int, Fraction]] = {label: {} for label in program.variables if label not in point}
    for position in sorted(basis.tight):
        row = program.rows[position]
        equation, constant = {}, row.right_hand_side
        for label, coefficient in row.coefficients.items():
            if label in columns:
                equation[label] = coefficient
                columns[label][position] = coefficient
            else:
                constant -= coefficient * point[label]
        equations.append(equation)
        constants.append(constant)
    point |= solve(equations, constants)

    multipliers = solve(list(columns.values()), [program.objective.get(label, ZERO) for label in columns])
    counted = combined((each, program.rows[position].coefficients) for position, each in multipliers.items() if each)
    reduced_cost = {label: program.objective.get(label, ZERO) - counted.get(label, ZERO) for label in program.variables}
    return Certificate(
        point=point,
        activity=tuple(row.activity(point) for row in program.rows),
        dual=tuple(multipliers.get(position, ZERO) for position in range(len(program.rows))),
        reduced_cost=reduced_cost,
        optimum=dot(program.objective, point),
    )


def solve(equations: Sequence[Mapping[Unknown, Fraction]], constants: Sequence[Fraction]) -> dict[Unknown, Fraction]:
    """The one solution of a square, sparse system of linear equations, exactly.

    Gaussian elimination that takes the shortest equation first and in it the unknown that fewest others share
    (Markowitz, Management Science 3, 1957), so that the nearly triangular systems of budget plans stay sparse.

    Args:
        equations: unknown → coefficient, without zeros.
        constants: their right-hand sides.

    Raises:
        SingularError: if there is no solution, or more than one.
    """
    rows = [dict(equation) for equation in equations]
    values = list(constants)
    shared: dict[Unknown, set[int]] = defaultdict(set)
    for index, row in enumerate(rows):
        for unknown in row:
            shared[unknown].add(index)
    if len(shared) != len(rows):
        raise SingularError("the basis has another number of tight rows than of basic variables")

    waiting = [(len(row), index) for index, row in enumerate(rows)]
    heapq.heapify(waiting)
    done: set[int] = set()
    pivots: list[tuple[int, Unknown]] = []
    while waiting:
        length, index = heapq.heappop(waiting)
        row = rows[index]
        if index in done or length != len(row):
            continue
        if not row:
            raise SingularError("the tight rows depend on each other")
        pivot = min(row, key=lambda unknown: len(shared[unknown]))
        done.add(index)
        pivots.append((index, pivot))
        for unknown in row:
            shared[unknown].discard(index)
        for other in shared.pop(pivot):
            factor = rows[other].pop(pivot) / row[pivot]
            values[other] -= factor * values[index]
            _subtract(rows[other], factor, row, pivot, other, shared)
            heapq.heappush(waiting, (len(rows[other]), other))

    solution: dict[Unknown, Fraction] = {}
    for index, pivot in reversed(pivots):
        row = rows[index]
        rest = sum((row[unknown] * solution[unknown] for unknown in row if unknown != pivot), start=ZERO)
        solution[pivot] = (values[index] - rest) / row[pivot]
    return solution


def _subtract(
    target: dict[Unknown, Fraction],
    factor: Fraction,
    row: Mapping[Unknown, Fraction],
    pivot: Unknown,
    index: int,
    shared: Mapping[Unknown, set[int]],
) -> None:
    """Take factor times the pivot's row from another, and keep count of which equations share an unknown."""
    for unknown, coefficient in row.items():
        if unknown == pivot:
            continue
        value = target.get(unknown, ZERO) - factor * coefficient
        if value:
            target[unknown] = value
            shared[unknown].add(index)
        elif unknown in target:
            del target[unknown]
            shared[unknown].discard(index)
