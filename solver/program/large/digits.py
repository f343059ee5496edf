"""Systems whose exact solution has many digits: worked out digit after digit, from guesses in floating point."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from flessenhals.solver.program.large.shared import simplest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Protocol, TypeAlias

    from numpy.typing import NDArray

    from flessenhals.solver.program.large.rationals import Whole

    class Factors(Protocol):
        """A matrix that can be divided by in floating point, where it is known."""

        known: bool

        def solve(self, right: NDArray[np.float64]) -> NDArray[np.float64]:
            """The unknowns for a right-hand side, within rounding."""

    # starts of the rows, the columns and the values of their entries
    Factor: TypeAlias = Callable[[Whole, Whole, NDArray[np.float64]], Factors]

LENGTHS = (32, 24, 16, 8)  # bits of a digit: as many as floating point gets right of an ill-conditioned system
FIRST = 32  # digits after which a solution is looked for; half as many more each time
MOST_LEFT = 4.0  # of what rounding a digit leaves of an equation, beside the sum of the equation's coefficients
WIDEST = 2.0**62


def by_digits(
    equations: Sequence[Mapping[int, int]], constants: Sequence[Fraction], factor: Factor
) -> dict[int, Fraction] | None:
    """The one solution of a square, sparse system with whole coefficients; None where floating point is of no use.

    A long division by a matrix: what is left of the right-hand sides, times a power of two, is divided in floating
    point, and what the rounded quotients leave is worked out in whole numbers. They are the digits of the solution.
    Fractions with one denominator are read from them, and only such as meet every equation exactly are a solution.

    Args:
        equations: unknown → coefficient, without zeros.
        constants: their right-hand sides.
        factor: what divides by a matrix in floating point.

    Source: Wan, An algorithm to solve integer linear systems exactly using numerical methods, Journal of Symbolic
    Computation 41, 2006.
    """
    unknowns = sorted({unknown for equation in equations for unknown in equation})
    sums = [sum(map(abs, equation.values())) for equation in equations]
    if not len(unknowns) == len(equations) > 0 or not all(0 < each < WIDEST / MOST_LEFT for each in sums):
        return None
    division = _Division(equations, unknowns, factor)
    shared = math.lcm(*(constant.denominator for constant in constants))
    sides = [constant.numerator * (shared // constant.denominator) for constant in constants]
    if not division.matrix.known:
        return None
    for length in LENGTHS:
        try:
            found = division.solution(sides, length)
        except _GrowsError:
            continue
        if found is None:
            break
        over, under = found
        return {each: Fraction(amount, under * shared) for each, amount in zip(unknowns, over, strict=True)}
    return None


class _GrowsError(ArithmeticError):
    """What is left of the right-hand sides grows: floating point gets fewer bits of a digit right."""


class _Division:
    """A matrix of whole numbers that right-hand sides are divided by."""

    def __init__(self, equations: Sequence[Mapping[int, int]], unknowns: Sequence[int], factor: Factor) -> None:
        place = {unknown: each for each, unknown in enumerate(unknowns)}
        self.starts = np.cumsum([0, *map(len, equations)])
        self.columns = np.array([place[unknown] for equation in equations for unknown in equation], np.int64)
        self.values = np.array([factor for equation in equations for factor in equation.values()], np.int64)
        sizes = np.abs(self.values.astype(np.float64))
        self.sums = np.add.reduceat(sizes, self.starts[:-1])
        self.matrix = factor(self.starts, self.columns, self.values.astype(np.float64))
        # Hadamard: a solution is a quotient of determinants, and one is at most the product of its rows' lengths
        self.bits = float(np.log2(np.add.reduceat(sizes**2, self.starts[:-1])).sum()) / 2

    def solution(self, sides: Sequence[int], length: int) -> tuple[list[int], int] | None:
        """Numerators and their one denominator, by digits of so many bits; None where even all digits are no solution.

        Raises:
            _GrowsError: if the digits are too long.
        """
        longest = max(map(int.bit_length, sides))
        before = -(-longest // length)
        enough = 2 * (self.bits + longest) + 128
        left = np.zeros(len(sides), np.int64)
        amounts = np.zeros(len(sides), object)
        done, until = 0, before + FIRST
        while (done - before) * length < enough:
            digits = []
            for number in range(done, until):
                quotient, left = self.divided(left, length, _digit(sides, (before - 1 - number) * length, length))
                digits.append(quotient)
            amounts = (amounts << length * len(digits)) + _joined(digits, length)
            done, until = until, until * 3 // 2
            behind = np.abs(self.matrix.solve(left.astype(np.float64))).max()
            off = 2 + int(np.fmin(behind, WIDEST))
            found = simplest(amounts.tolist(), (done - before) * length, off)
            if found is not None and self.meets(*found, sides):
                return found
        return None

    def divided(self, left: Whole, length: int, digit: Whole | int) -> tuple[Whole, Whole]:
        """Quotients of what is left and the next digit, in whole numbers, and what they leave: what rounding does."""
        guess = np.rint(self.matrix.solve(np.ldexp(left.astype(np.float64), length) + digit))
        if not (np.abs(guess) < WIDEST).all():
            raise _GrowsError
        quotient = guess.astype(np.int64)
        taken = np.add.reduceat(self.values * quotient[self.columns], self.starts[:-1])
        # What does not fit on the way comes right again: all of it is modulo 2⁶⁴, and what is left is small.
        left = (left << length) + digit - taken
        if not (np.abs(left) <= MOST_LEFT * self.sums).all():
            raise _GrowsError
        return quotient, left

    def meets(self, over: Sequence[int], under: int, sides: Sequence[int]) -> bool:
        """Whether fractions with one denominator are the solution."""
        columns, values = self.columns.tolist(), self.values.tolist()
        return all(
            sum(values[each] * over[columns[each]] for each in range(first, last)) == under * side
            for (first, last), side in zip(pairwise(self.starts.tolist()), sides, strict=True)
        )


def _digit(sides: Sequence[int], place: int, length: int) -> Whole | int:
    """The bits of each number from a place on, with its sign; 0 behind the point."""
    if place < 0:
        return 0
    mask = (1 << length) - 1
    return np.array([(abs(side) >> place & mask) * (1 if side >= 0 else -1) for side in sides], np.int64)


def _joined(digits: Sequence[Whole], length: int) -> NDArray[np.object_]:
    """Digits of many numbers as the numbers: half of them at a time, so that few of the sums are long."""
    if len(digits) == 1:
        return digits[0].astype(object)
    half = len(digits) // 2
    joined: NDArray[np.object_] = (_joined(digits[:-half], length) << length * half) + _joined(digits[-half:], length)
    return joined
