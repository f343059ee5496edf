"""Presolve: a program without the variables that are settled, and without the rows that they decide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flessenhals.solver.program.linear_program import Interval

if TYPE_CHECKING:
    from flessenhals.constraints.row import Row
    from flessenhals.solver.program.linear_program import LinearProgram


def narrowed(program: LinearProgram) -> LinearProgram:
    """The program without the variables that can take one value only, and without the rows that then say nothing more.

    A variable of one value moves to the right-hand sides; a row over one variable becomes an end of its interval; a row
    over none is left out, as it holds (Andersen and Andersen, Mathematical Programming 71, 1995). What is left has the
    same splits.

    Args:
        program: with at least one split, and without an objective on the variables that leave.
    """
    while fixed := {label: each.lower for label, each in program.variables.items() if each.lower == each.upper}:
        left = program.without(fixed)
        intervals = dict(left.variables)
        for row in left.rows:
            if len(row.coefficients) == 1:
                _tighten(intervals, row)
        rows = tuple(row for row in left.rows if len(row.coefficients) > 1)
        program = replace(left, variables=intervals, rows=rows)
    return program


def _tighten(intervals: dict[str, Interval], row: Row) -> None:
    """Let a row over one variable be an end of its interval."""
    ((label, value),) = row.coefficients.items()
    lower, upper = intervals[label]
    end = row.right_hand_side / value
    if row.sense == "==" or (row.sense == ">=") == (value > 0):
        lower = max(lower, end)
    if row.sense == "==" or (row.sense == "<=") == (value > 0):
        upper = end if upper is None else min(upper, end)
    intervals[label] = Interval(lower, upper)
