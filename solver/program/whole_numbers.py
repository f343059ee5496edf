"""A linear program with whole numbers in it, for solvers that know those: lines that cannot be split."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.program.linear_program import Interval, LinearProgram

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.plan.whole import Whole

ZERO, ONE = Fraction(0), Fraction(1)


class WithWholeNumbers(NamedTuple):
    """A program some variables of which must be whole numbers.

    Attributes:
        program: the variables, those whole ones among them, and the rows.
        whole: their labels: `LINE units`, how many units a line gets, and `LINE stands`, 1 where it gets anything.
    """

    program: LinearProgram
    whole: tuple[str, ...]


def with_whole_numbers(program: LinearProgram, whole: Mapping[str, Whole]) -> WithWholeNumbers:
    """The program in which lines that cannot be split are tied to whole numbers.

        x = unit · units,   units whole            for a line with a unit
        least · stands ≤ x ≤ upper · stands        for one with a smallest amount above its unit; stands is 0 or 1

    Args:
        program: over the lines; one of them that cannot be split has an upper bound.
        whole: line id → the amounts that it can be given.
    """
    labels: list[str] = []
    for line, each in whole.items():
        interval = program.variables[line]
        upper = interval.upper if interval.upper is not None else each.least
        if each.unit is not None:
            units = f"{line} units"
            tied = Row(own(line, "units"), "whole", {line: ONE, units: -each.unit}, "==", ZERO)
            program = program.adding(units, Interval(interval.lower / each.unit, upper / each.unit)).keeping([tied])
            labels.append(units)
        if each.unit is None or each.least > each.unit:
            stands = f"{line} stands"
            at_least = Row(own(line, "at least"), "whole", {line: ONE, stands: -each.least}, ">=", ZERO)
            at_most = Row(own(line, "at most"), "whole", {line: ONE, stands: -upper}, "<=", ZERO)
            program = program.adding(stands, Interval(ZERO, ONE)).keeping([at_least, at_most])
            labels.append(stands)
    return WithWholeNumbers(program, tuple(labels))
