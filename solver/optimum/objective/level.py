"""One level that no variable may fall below (or rise above), as a linear program."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.program.linear_program import Interval

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Sense
    from flessenhals.solver.program.linear_program import LinearProgram

ZERO, ONE = Fraction(0), Fraction(1)
LOWEST, HIGHEST, LEVEL = "lowest coverage", "highest amount", "level"


def level_row(variable: str) -> Constraint:
    """The row that holds a variable to its stage's level."""
    return own(variable, LEVEL)


def levelled(
    space: LinearProgram, shares: Mapping[str, Fraction], name: str, label: str = LOWEST, *, lowest: bool = True
) -> LinearProgram:
    """How far the lowest of x/share can be raised (or the highest lowered).

        maximise level   subject to   x ≥ share · level        (minimise level   subject to   x ≤ share · level)

    Args:
        space: the splits to choose from.
        shares: variable → what it is measured by, above 0; their rows are the last of the program, in this order.
        name: what is asked.
        label: of the level, a variable of the program; in money where the shares are pure numbers.
        lowest: whether the lowest is raised; else the highest is lowered.
    """
    sense: Sense = ">=" if lowest else "<="
    rows = [
        Row(level_row(variable), "stage", {variable: ONE, label: -share}, sense, ZERO)
        for variable, share in shares.items()
    ]
    return space.adding(label, Interval()).keeping(rows).asking(name, {label: ONE if lowest else -ONE})
