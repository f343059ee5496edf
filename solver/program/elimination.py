"""Square systems of linear equations, sparse and exact."""

from __future__ import annotations

import heapq
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

ZERO, ONE = Fraction(0), Fraction(1)
Unknown = TypeVar("Unknown", bound="Hashable")
Number = TypeVar("Number", int, Fraction)


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
    if len(set().union(*rows)) != len(rows):
        raise SingularError("the basis has another number of tight rows than of basic variables")

    def without(pivot: Unknown, index: int, other: int) -> None:
        target = rows[other]
        factor = target.pop(pivot) / rows[index][pivot]
        values[other] -= factor * values[index]
        for unknown, coefficient in rows[index].items():
            if unknown != pivot:
                subtract(target, unknown, factor * coefficient)

    solution: dict[Unknown, Fraction] = {}
    for pivot, index in reversed(eliminated(rows, without)):
        row = rows[index]
        rest = sum((row[unknown] * solution[unknown] for unknown in row if unknown != pivot), start=ZERO)
        solution[pivot] = (values[index] - rest) / row[pivot]
    return solution


def inverse(equations: Sequence[Mapping[Unknown, Fraction]], most: int) -> dict[Unknown, dict[int, Fraction]] | None:
    """What each unknown of a square, sparse system takes of each right-hand side; None where that is very much.

    Args:
        equations: unknown → coefficient, without zeros.
        most: so many numbers are kept, and no more.

    Raises:
        SingularError: if the equations do not decide the unknowns.
    """
    rows = [dict(equation) for equation in equations]
    values: list[dict[int, Fraction]] = [{index: ONE} for index in range(len(rows))]
    if len(set().union(*rows)) != len(rows):
        raise SingularError("there is another number of equations than of unknowns")
    left = most

    def without(pivot: Unknown, index: int, other: int) -> None:
        nonlocal left
        target = rows[other]
        factor = target.pop(pivot) / rows[index][pivot]
        left -= len(values[index])
        for place, value in values[index].items() if left > 0 else ():
            subtract(values[other], place, factor * value)
        for unknown, coefficient in rows[index].items():
            if unknown != pivot:
                subtract(target, unknown, factor * coefficient)

    found: dict[Unknown, dict[int, Fraction]] = {}
    for pivot, index in reversed(eliminated(rows, without)):
        row, own = rows[index], dict(values[index])
        for unknown in row.keys() - {pivot}:
            left -= len(found[unknown])
            for place, value in found[unknown].items() if left > 0 else ():
                subtract(own, place, row[unknown] * value)
        found[pivot] = {place: value / row[pivot] for place, value in own.items()}
    return found if left > 0 else None


def eliminated(
    rows: Sequence[dict[Unknown, Number]], without: Callable[[Unknown, int, int], None]
) -> list[tuple[Unknown, int]]:
    """Each unknown that is decided and the equation that decides it, from unknowns that come later or stay open.

    Args:
        rows: unknown → coefficient of each equation, without zeros; changed by `without`, and free of every unknown
            that an equation before it decides in the end.
        without: takes an unknown out of an equation by means of another that has it: (unknown, that one, equation).

    Raises:
        SingularError: if an equation follows from others.
    """
    shared: dict[Unknown, set[int]] = defaultdict(set)
    for index, row in enumerate(rows):
        for unknown in row:
            shared[unknown].add(index)
    waiting = [(len(row), index) for index, row in enumerate(rows)]
    heapq.heapify(waiting)
    done = bytearray(len(rows))
    pivots = []
    while waiting:
        length, index = heapq.heappop(waiting)
        row = rows[index]
        if done[index] or length != len(row):
            continue
        if not row:
            raise SingularError("the tight rows depend on each other")
        pivot = min(row, key=lambda unknown: len(shared[unknown]))
        done[index] = 1
        pivots.append((pivot, index))
        others = shared.pop(pivot) - {index}
        rest = [(unknown, shared[unknown]) for unknown in row if unknown != pivot]
        for _, sharing in rest:
            sharing.discard(index)
        for other in others:
            without(pivot, index, other)
            heapq.heappush(waiting, (len(rows[other]), other))
            for unknown, sharing in rest:
                if unknown in rows[other]:
                    sharing.add(other)
                else:
                    sharing.discard(other)
    return pivots


def subtract(target: dict[Unknown, Number], unknown: Unknown, value: Number) -> None:
    """Take a coefficient from that of an unknown in an equation, which keeps no zeros."""
    left = target.get(unknown, 0) - value
    if left:
        target[unknown] = left
    else:
        target.pop(unknown, None)
