"""A line's minimum and maximum."""

from __future__ import annotations

from fractions import Fraction

from flessenhals.constraints.constraint import maximum_of, minimum_of
from flessenhals.constraints.row import Row

ONE = Fraction(1)


def minimum(line: str, amount: Fraction) -> Row:
    """The least that a line must be given: x ≥ m, in the plan's unit; labelled `LINE.minimum`."""
    return Row(minimum_of(line), "minimum", {line: ONE}, ">=", amount)


def maximum(line: str, amount: Fraction) -> Row:
    """The most that a line may be given: x ≤ u, in the plan's unit; labelled `LINE.maximum`."""
    return Row(maximum_of(line), "maximum", {line: ONE}, "<=", amount)
