"""A small exact simplex on dictionaries, for second opinions: slow, simple, and nothing like the one that is judged.

Source: Chvátal, Linear Programming, chapters 2 and 3 (the two phases, and Bland's rule against cycling).
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ZERO, ONE = Fraction(0), Fraction(1)


class Dictionary:
    """Basic variables, and what is to be made large, in terms of the nonbasic ones, which are all 0.

    Attributes:
        rows: basic variable → [constant, factor of each nonbasic variable].
        nonbasic: the variables that stand at 0.
        goal: [value, factor of each nonbasic variable].
    """

    def __init__(self, matrix: Sequence[Sequence[Fraction]], limits: Sequence[Fraction]) -> None:
        width = len(matrix[0])
        self.nonbasic = list(range(width))
        self.rows = {
            width + number: [limit, *(-factor for factor in row)]
            for number, (row, limit) in enumerate(zip(matrix, limits, strict=True))
        }
        self.goal = [ZERO] * (width + 1)

    def pivot(self, leaving: int, column: int) -> None:
        """Exchange a basic variable for a nonbasic one."""
        row = self.rows.pop(leaving)
        factor = row[column]
        solved = [-each / factor for each in row]
        solved[column] = ONE / factor
        entering, self.nonbasic[column - 1] = self.nonbasic[column - 1], leaving
        for other in [*self.rows.values(), self.goal]:
            share = other[column]
            if share:
                other[column] = ZERO
                for place, each in enumerate(solved):
                    if each:
                        other[place] += share * each
        self.rows[entering] = solved

    def climb(self) -> None:
        """Raise the goal as far as it goes (it has an end), by Bland's rule."""
        while True:
            rising = [column for column in range(1, len(self.goal)) if self.goal[column] > 0]
            if not rising:
                return
            column = min(rising, key=lambda each: self.nonbasic[each - 1])
            held = [(row[0] / -row[column], basic) for basic, row in self.rows.items() if row[column] < 0]
            self.pivot(min(held)[1], column)


class Solved(NamedTuple):
    """The largest value there is, where it is reached, and the limits that carry the proof.

    Attributes:
        value: the largest Σ objective · x.
        point: variable → its value there.
        carrying: the places of the limits that every best point meets: those with a multiplier other than 0.
    """

    value: Fraction
    point: dict[str, Fraction]
    carrying: frozenset[int]


def solved(
    objective: Mapping[str, Fraction],
    limits: Sequence[tuple[Mapping[str, Fraction], Fraction]],
    bounds: Mapping[str, tuple[Fraction, Fraction | None]],
) -> Solved | None:
    """The largest Σ objective · x with every Σ coefficient · x ≤ limit within the bounds; None where nothing fits.

    Args:
        objective: variable → factor.
        limits: pairs of coefficients and a right-hand side.
        bounds: variable → its least and its most, the least no more than the most; None for as much as one likes, where
            the objective cannot rise without end by it.
    """
    names = list(bounds)
    lows = [bounds[name][0] for name in names]
    matrix, right = [], []
    for place, (low, high) in enumerate(bounds.values()):
        if high is not None:
            matrix.append([ONE if other == place else ZERO for other in range(len(names))])
            right.append(high - low)
    first = len(names) + len(matrix)
    for coefficients, limit in limits:
        row = [coefficients.get(name, ZERO) for name in names]
        matrix.append(row)
        right.append(limit - sum((factor * low for factor, low in zip(row, lows, strict=True)), ZERO))
    found = _feasible(matrix, right)
    if found is None:
        return None
    goal = [objective.get(name, ZERO) for name in names]
    found.goal = [sum((factor * low for factor, low in zip(goal, lows, strict=True)), ZERO)] + [ZERO] * len(names)
    for place, factor in enumerate(goal):
        if place in found.rows:
            for column, each in enumerate(found.rows[place]):
                found.goal[column] += factor * each
        else:
            found.goal[found.nonbasic.index(place) + 1] += factor
    found.climb()
    values = {name: found.rows[place][0] if place in found.rows else ZERO for place, name in enumerate(names)}
    carried = (basic for column, basic in enumerate(found.nonbasic, start=1) if found.goal[column])
    return Solved(
        found.goal[0],
        {name: low + value for low, (name, value) in zip(lows, values.items(), strict=True)},
        frozenset(basic - first for basic in carried if basic >= first),
    )


def largest(
    objective: Mapping[str, Fraction],
    limits: Sequence[tuple[Mapping[str, Fraction], Fraction]],
    bounds: Mapping[str, tuple[Fraction, Fraction | None]],
) -> Fraction | None:
    """The largest value alone, as in `solved`; None where nothing fits."""
    found = solved(objective, limits, bounds)
    return None if found is None else found.value


def _feasible(matrix: list[list[Fraction]], right: list[Fraction]) -> Dictionary | None:
    """A dictionary whose constants are all 0 or more; None where there is none (the first phase)."""
    if min(right) >= 0:
        return Dictionary(matrix, right)
    width = len(matrix[0])
    # The variable behind all others is how much every limit is moved outward.
    found = Dictionary([[*row, -ONE] for row in matrix], right)
    found.goal = [ZERO] * (width + 1) + [-ONE]
    # In a dictionary with it, the row variables are numbered one further.
    found.pivot(min(found.rows, key=lambda basic: (found.rows[basic][0], basic)), width + 1)
    found.climb()
    if found.goal[0] < 0:
        return None
    if width in found.rows:
        row = found.rows[width]
        found.pivot(width, next(column for column in range(1, width + 2) if row[column]))
    column = found.nonbasic.index(width) + 1
    found.nonbasic.pop(column - 1)
    for each in [*found.rows.values(), found.goal]:
        each.pop(column)
    found.nonbasic = [name - (name > width) for name in found.nonbasic]
    found.rows = {name - (name > width): row for name, row in found.rows.items()}
    return found
