"""Square systems of linear equations with whole coefficients, sparse and exact."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import total
from flessenhals.solver.program.elimination import SingularError, eliminated, solve, subtract

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.solver.program.large.digits import Factor

LONG = 50  # unknowns of an equation that waits until the others have said what they can
# Made-up countries of 85,500 lines take 1 an entry, and by digits a system takes about as long as 20 an entry.
SMALL_WORK, MOST_WORK = 20_000, 16
WORD = 64  # bits
ZERO = Fraction(0)


class _TooMuchWorkError(ArithmeticError):
    """Elimination that takes longer than working out the digits of the solution would."""


class _Work:
    """What elimination may still do: words of numbers that are taken from others, counted and not timed."""

    def __init__(self, most: float) -> None:
        self.left = most

    def take(self, terms: int, number: int) -> None:
        """Count so many terms times a number.

        Raises:
            _TooMuchWorkError: if that is more than is left.
        """
        self.left -= terms * (1 + number.bit_length() // WORD)
        if self.left < 0:
            raise _TooMuchWorkError


class Equation(NamedTuple):
    """Σ factor · unknown = value, in whole numbers; a pivot decides one unknown from the others."""

    factors: dict[int, int]
    value: int


def solve_whole(
    equations: Sequence[Mapping[int, int]], constants: Sequence[Fraction], factor: Factor | None = None
) -> dict[int, Fraction]:
    """The one solution of a square, sparse system of linear equations with whole coefficients, exactly.

    Elimination within equations of whole numbers, the shortest first, in the order of Markowitz as in `solve`. An
    equation over very many unknowns would collect every pivot of the others in its coefficients: such a one waits, and
    is reduced to the unknowns that the others leave open, in fractions. Where that becomes long work, because equations
    fill up or numbers grow, the solution is worked out by its digits.

    Args:
        equations: unknown → coefficient, without zeros.
        constants: their right-hand sides.
        factor: what divides by a matrix in floating point, to guess digits by; None to eliminate however long it takes.

    Raises:
        SingularError: if there is no solution, or more than one.
    """
    without_end = _Work(math.inf)
    if factor is None:
        return _eliminated(equations, constants, without_end)
    try:
        return _eliminated(equations, constants, _Work(SMALL_WORK + MOST_WORK * sum(map(len, equations))))
    except _TooMuchWorkError:
        from flessenhals.solver.program.large.digits import by_digits  # noqa: PLC0415 - only hard systems need it

        return by_digits(equations, constants, factor) or _eliminated(equations, constants, without_end)


def _eliminated(
    equations: Sequence[Mapping[int, int]], constants: Sequence[Fraction], work: _Work
) -> dict[int, Fraction]:
    """The solution by elimination, which may take so much work.

    Raises:
        SingularError: as in `solve_whole`.
        _TooMuchWorkError: if it takes more.
    """
    late = [place for place, equation in enumerate(equations) if len(equation) > LONG]
    if len(late) * LONG > len(equations):
        late = []
    waiting = set(late)
    whole = [
        _whole(equation, constant)
        for place, (equation, constant) in enumerate(zip(equations, constants, strict=True))
        if place not in waiting
    ]
    pivots = _pivots(whole, work)
    left = [_reduced(equations[place], constants[place], pivots, work) for place in late]
    work.take(len(left) ** 3, max((constant.denominator for _, constant in left), default=0))
    solution = solve([equation for equation, _ in left], [constant for _, constant in left])
    for unknown, (factors, value) in reversed(pivots):
        over, under = value, factors[unknown]
        for each, factor in factors.items():
            if each == unknown:
                continue
            if each not in solution:
                raise SingularError("the basis has more basic variables than tight rows")
            # value - Σ factor · amount, over what the unknown itself is multiplied by
            above, below = solution[each].as_integer_ratio()
            work.take(1, below)
            over = over * below - factor * above * (under // factors[unknown])
            under *= below
        solution[unknown] = Fraction(over, under)
    if len(solution) != len(equations):
        raise SingularError("the basis has another number of tight rows than of basic variables")
    return solution


def _whole(equation: Mapping[int, int], constant: Fraction) -> Equation:
    """An equation with a constant that is whole too."""
    over, under = constant.as_integer_ratio()
    if under == 1:
        return Equation(dict(equation), over)
    return Equation({each: factor * under for each, factor in equation.items()}, over)


def _pivots(equations: list[Equation], work: _Work) -> list[tuple[int, Equation]]:
    """Unknowns and the equations that decide them, from those of later ones and such as no equation is left for."""
    rows = [equation.factors for equation in equations]
    values = [equation.value for equation in equations]

    def without(unknown: int, index: int, other: int) -> None:
        """Whole numbers in lowest terms stay so."""
        target, pivot = rows[other], rows[index]
        own, lead = target.pop(unknown), pivot[unknown]
        work.take(len(pivot), lead)
        common = math.gcd(own, lead)
        times, taken = lead // common, own // common
        if times != 1:
            target = {each: factor * times for each, factor in target.items()}
        for each, factor in pivot.items():
            if each != unknown:
                subtract(target, each, taken * factor)
        value = values[other] * times - values[index] * taken
        common = math.gcd(value, *target.values())
        if common > 1:
            target = {each: factor // common for each, factor in target.items()}
            value //= common
        rows[other], values[other] = target, value

    return [(unknown, Equation(rows[index], values[index])) for unknown, index in eliminated(rows, without)]


def _reduced(
    equation: Mapping[int, int], constant: Fraction, pivots: Sequence[tuple[int, Equation]], work: _Work
) -> tuple[dict[int, Fraction], Fraction]:
    """A long equation over the unknowns that the pivots leave open."""
    left = {unknown: Fraction(factor) for unknown, factor in equation.items()}
    parts = [constant]
    for unknown, pivot in pivots:
        times = left.pop(unknown, ZERO)
        if not times:
            continue
        times /= pivot.factors[unknown]
        work.take(len(pivot.factors), times.denominator)
        for each, factor in pivot.factors.items():
            if each != unknown:
                left[each] = left.get(each, ZERO) - times * factor
        parts.append(-times * pivot.value)
    return {unknown: factor for unknown, factor in left.items() if factor}, total(parts)
