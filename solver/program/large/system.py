"""Square systems of linear equations with whole coefficients, sparse and exact."""

from __future__ import annotations

import heapq
from collections import defaultdict
from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import total
from flessenhals.solver.program.elimination import SingularError, solve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONG = 50  # unknowns of an equation that waits until the others have said what they can
ZERO = Fraction(0)


class Equation(NamedTuple):
    """Σ factor · unknown = value, in whole numbers; a pivot decides one unknown from the others."""

    factors: dict[int, int]
    value: int


def solve_whole(equations: Sequence[Mapping[int, int]], constants: Sequence[Fraction]) -> dict[int, Fraction]:
    """The one solution of a square, sparse system of linear equations with whole coefficients, exactly.

    Elimination within equations of whole numbers, the shortest first, in the order of Markowitz as in `solve`. An
    equation over very many unknowns would collect every pivot of the others in its coefficients: such a one waits, and
    is reduced to the unknowns that the others leave open, in fractions.

    Args:
        equations: unknown → coefficient, without zeros.
        constants: their right-hand sides.

    Raises:
        SingularError: if there is no solution, or more than one.
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
    pivots = _eliminated(whole)
    left = [_reduced(equations[place], constants[place], pivots) for place in late]
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


def _eliminated(equations: list[Equation]) -> list[tuple[int, Equation]]:
    """Unknowns and the equations that decide them, from those of later ones and such as no equation is left for."""
    shared: dict[int, set[int]] = defaultdict(set)
    for index, equation in enumerate(equations):
        for unknown in equation.factors:
            shared[unknown].add(index)
    heap = [(len(equation.factors), index) for index, equation in enumerate(equations)]
    heapq.heapify(heap)
    done = bytearray(len(equations))
    pivots = []
    while heap:
        length, index = heapq.heappop(heap)
        equation = equations[index]
        if done[index] or length != len(equation.factors):
            continue
        if not length:
            raise SingularError("the tight rows depend on each other")
        unknown = min(equation.factors, key=lambda each: len(shared[each]))
        done[index] = 1
        pivots.append((unknown, equation))
        for each in equation.factors:
            shared[each].discard(index)
        for other in shared.pop(unknown):
            equations[other] = _without(unknown, equations[other], equation, other, shared)
            heapq.heappush(heap, (len(equations[other].factors), other))
    return pivots


def _without(unknown: int, target: Equation, pivot: Equation, index: int, shared: Mapping[int, set[int]]) -> Equation:
    """An equation less as much of a pivot as makes it free of its unknown, in lowest terms."""
    factors = target.factors
    own, lead = factors.pop(unknown), pivot.factors[unknown]
    common = gcd(own, lead)
    times, taken = lead // common, own // common
    if times != 1:
        factors = {each: factor * times for each, factor in factors.items()}
    for each, factor in pivot.factors.items():
        if each == unknown:
            continue
        left = factors.get(each, 0) - taken * factor
        if left:
            factors[each] = left
            shared[each].add(index)
        else:
            del factors[each]
            shared[each].discard(index)
    value = target.value * times - pivot.value * taken
    common = gcd(value, *factors.values())
    if common > 1:
        factors = {each: factor // common for each, factor in factors.items()}
        value //= common
    return Equation(factors, value)


def _reduced(
    equation: Mapping[int, int], constant: Fraction, pivots: Sequence[tuple[int, Equation]]
) -> tuple[dict[int, Fraction], Fraction]:
    """A long equation over the unknowns that the pivots leave open."""
    left = {unknown: Fraction(factor) for unknown, factor in equation.items()}
    parts = [constant]
    for unknown, pivot in pivots:
        times = left.pop(unknown, ZERO)
        if not times:
            continue
        times /= pivot.factors[unknown]
        for each, factor in pivot.factors.items():
            if each != unknown:
                left[each] = left.get(each, ZERO) - times * factor
        parts.append(-times * pivot.value)
    return {unknown: factor for unknown, factor in left.items() if factor}, total(parts)
