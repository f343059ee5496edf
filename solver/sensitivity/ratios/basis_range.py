"""How far a basis stays the optimal one when a ratio moves, and what the optimum does meanwhile."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.program.elimination import SingularError
from flessenhals.solver.program.vertex import vertex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.constraints.ratio import Ratio
    from flessenhals.solver.program.basis import Basis
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import LinearProgram

ZERO, ONE = Fraction(0), Fraction(1)
PROBES = (Fraction(1, 64), Fraction(1, 63), Fraction(1, 62))


class Hyperbola(NamedTuple):
    """A function (a + b r) / (c + d r) of a ratio r, in its one shortest form.

    Attributes:
        a, b, c, d: pure numbers, or amounts in the plan's unit for a and b; c is 1, or d is 1 where c is 0.
    """

    a: Fraction
    b: Fraction
    c: Fraction
    d: Fraction

    @classmethod
    def of(cls, a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> Hyperbola:
        """The function in its shortest form."""
        if a * d == b * c:  # a constant
            return cls(a / c if c else b / d, ZERO, ONE, ZERO)
        lead = c or d
        return cls(a / lead, b / lead, c / lead, d / lead)

    def at(self, ratio: Fraction) -> Fraction:
        """The value at a ratio."""
        return (self.a + self.b * ratio) / (self.c + self.d * ratio)


class Validity(NamedTuple):
    """Where a basis is optimal, and its optimum there.

    Attributes:
        low, high: the ratios between which it is; None where there is no end.
        optimum: as a function of the ratio.
    """

    low: Fraction | None
    high: Fraction | None
    optimum: Hyperbola


def at_ratio(program: LinearProgram, ratio: Ratio, value: Fraction) -> LinearProgram:
    """The program with another value for a ratio; the row keeps its sense, which a face may have made an equality."""
    changed = ratio.at(value).row
    rows = tuple(row._replace(coefficients=changed.coefficients) if row.id == ratio.id else row for row in program.rows)
    return replace(program, rows=rows)


def validity(program: LinearProgram, ratio: Ratio, basis: Basis, here: Fraction) -> Validity:
    """How far a basis that is optimal at one value of a ratio stays so, exactly.

    The ratio stands in one row. The determinant of the basis is therefore a straight line in the ratio, 1 - k δ if it
    is 1 here, and so is that determinant times any amount, slack, dual or reduced cost (Cramer's rule). Two vertices
    give each of these lines, and every condition of optimality ends where its line meets zero.

    Args:
        program: whose row of the ratio may have any value; `at_ratio` sets it.
        ratio: which row moves, and the lines on either side of it.
        basis: optimal at `here`.
        here: a value of the ratio.

    Returns:
        Where every condition holds: the basis is optimal at each ratio in there.

    Source: rank-one changes of a basis (Gal, Postoptimal Analyses, Parametric Programming and Related Topics, 1979,
    on parametric coefficients).
    """
    base = at_ratio(program, ratio, here)
    now = vertex(base, basis)
    bend = _bend(base, ratio, basis, now)
    then, step = _elsewhere(program, ratio, basis, here, bend)
    last = 1 - bend * step
    low = high = None
    if bend:
        low, high = (here + 1 / bend, None) if bend < 0 else (None, here + 1 / bend)
    for room, later in zip(_conditions(base, basis, now), _conditions(then[0], basis, then[1]), strict=True):
        slope = (later * last - room) / step
        if slope > 0:
            end = here - room / slope
            low = end if low is None else max(low, end)
        elif slope < 0:
            end = here - room / slope
            high = end if high is None else min(high, end)
    slope = (then[1].optimum * last - now.optimum) / step
    optimum = Hyperbola.of(now.optimum - slope * here, slope, 1 + bend * here, -bend)
    return Validity(low, high, optimum)


def _bend(base: LinearProgram, ratio: Ratio, basis: Basis, now: Certificate) -> Fraction:
    """How much of the whole one more unit on the row's right-hand side brings: the determinant falls at that rate."""
    rows = tuple(
        row._replace(right_hand_side=row.right_hand_side + 1) if row.id == ratio.id else row for row in base.rows
    )
    more = vertex(replace(base, rows=rows), basis)
    return sum((more.point[line] - now.point[line] for line in ratio.whole), start=ZERO)


def _elsewhere(
    program: LinearProgram, ratio: Ratio, basis: Basis, here: Fraction, bend: Fraction
) -> tuple[tuple[LinearProgram, Certificate], Fraction]:
    """The vertex of the same basis at another value, and how far that value is."""
    for step in PROBES:
        if bend * step != 1:
            other = at_ratio(program, ratio, here + step)
            return (other, vertex(other, basis)), step
    raise SingularError("a determinant that is a straight line vanishes once")


def _conditions(program: LinearProgram, basis: Basis, found: Certificate) -> Iterator[Fraction]:
    """What must not be below zero for the basis to be optimal."""
    for label, interval in program.variables.items():
        status = basis.variables[label]
        if status == "basic":
            yield found.point[label] - interval.lower
            if interval.upper is not None:
                yield interval.upper - found.point[label]
        elif interval.lower != interval.upper:
            yield found.reduced_cost[label] if status == "upper" else -found.reduced_cost[label]
    for position, row in enumerate(program.rows):
        if position in basis.tight:
            if row.sense != "==":
                yield found.dual[position] if row.sense == "<=" else -found.dual[position]
        else:
            room = found.activity[position] - row.right_hand_side
            if row.sense != "<=":
                yield room
            if row.sense != ">=":
                yield -room
