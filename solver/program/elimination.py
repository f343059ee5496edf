"""Square systems of linear equations, sparse and exact."""

from __future__ import annotations

import heapq
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

ZERO = Fraction(0)
Unknown = TypeVar("Unknown", bound="Hashable")


class SingularError(ArithmeticError):
    """A basis whose tight rows do not decide its basic variables."""


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
