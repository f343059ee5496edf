"""The total that may be spent."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import CEILING
from flessenhals.constraints.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterable


def ceiling(lines: Iterable[str], amount: Fraction) -> Row:
    """All lines together stay within the ceiling: Σ x ≤ C, in the plan's unit; labelled `ceiling`."""
    return Row(CEILING, "ceiling", dict.fromkeys(lines, Fraction(1)), "<=", amount)
