"""Linear programs over whole numbers: the engine points at an answer, exact bounds say whether one is better."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.highs import highs_in_a_row, highs_whole
from flessenhals.solver.program.linear_program import Interval
from flessenhals.solver.program.prove import prove, prove_solvable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import LinearProgram

HALF, ONE = Fraction(1, 2), Fraction(1)
MOST_PROGRAMS = 100


class Incumbent(NamedTuple):
    """The best answer in whole numbers that was found.

    Attributes:
        point: variable → value; it keeps every row and bound exactly.
        optimum: what the objective is there.
        proved: whether bounds in exact arithmetic show that no answer in whole numbers is better. If not, a solver's
            word is all there is for that.
    """

    point: Mapping[str, Fraction]
    optimum: Fraction
    proved: bool


class NoWholeError(Exception):
    """No answer in whole numbers was found.

    Attributes:
        proved: whether exact arithmetic shows that there is none.
    """

    def __init__(self, name: str, *, proved: bool) -> None:
        super().__init__(f"no answer in whole numbers {'exists' if proved else 'was found'} for {name}")
        self.proved = proved


def best_whole(program: LinearProgram, whole: Collection[str], most_programs: int = MOST_PROGRAMS) -> Incumbent:
    """The best answer to a program in which some variables are whole numbers.

    Branch and bound, depth first (Land and Doig, Econometrica 28, 1960). Each part of the choices is bounded by its
    linear program, with a certificate checked in exact arithmetic; a part without an answer is put aside on a proof by
    Farkas. HiGHS is asked once, for a good answer to begin from. That bounds the rest and is trusted for nothing else.

    Args:
        program: bounded, with no variable below 0, and with figures of ordinary size.
        whole: the variables that must be whole numbers.
        most_programs: after so many linear programs the best answer so far is given, as one that is not proved.

    Raises:
        NoWholeError: if no answer was found.
        NotProvedError: if one of the linear programs could not be answered.
    """
    if not program.variables:
        return Incumbent({}, Fraction(0), proved=True)
    best: Certificate | None = None
    waiting, solved, asked = [program], 0, False
    while waiting and solved < most_programs:
        part = waiting.pop()
        solved += 1
        bound = _bound(part)
        if bound is None or (best is not None and bound.optimum <= best.optimum):
            continue
        broken = [label for label in program.variables if label in whole and bound.point[label].denominator != 1]
        if broken and not asked:
            best, asked = _pointed_at(program, whole), True
            if best is not None and bound.optimum <= best.optimum:
                continue
        if not broken:
            best = bound
            continue
        label = min(broken, key=lambda each: abs(bound.point[each] % 1 - HALF))
        below = Fraction(bound.point[label].numerator // bound.point[label].denominator)
        interval = part.variables[label]
        parts = [
            part.adding(label, Interval(interval.lower, below)),
            part.adding(label, Interval(below + 1, interval.upper)),
        ]
        waiting += parts if bound.point[label] - below > HALF else reversed(parts)
    if best is None:
        raise NoWholeError(program.name, proved=not waiting)
    return Incumbent(best.point, best.optimum, proved=not waiting)


def _bound(part: LinearProgram) -> Certificate | None:
    """The proved optimum of a part without regard to whole numbers; None where it has no answer, proved too."""
    try:
        return prove(part, highs_in_a_row)
    except NoOptimumError:
        if shortage(_rows(part), highs_in_a_row).optimum < 0:
            return None
    return prove_solvable(part, highs_in_a_row)


def _pointed_at(program: LinearProgram, whole: Collection[str]) -> Certificate | None:
    """The answer that HiGHS points at, worked out exactly; None where it gives none that keeps every row."""
    found = highs_whole(program, whole)
    if found is None or not all(program.variables[label].holds(value) for label, value in found.items()):
        return None
    try:
        return prove(program.fixing(found), highs_in_a_row)
    except (NoOptimumError, NotProvedError):
        return None


def _rows(program: LinearProgram) -> list[Row]:
    """The program's rows, with its bounds as rows among them."""
    bounds = [
        Row(own(f"{label} {end}"), "stage", {label: ONE}, ">=" if end == "lower" else "<=", value)
        for label, interval in program.variables.items()
        for end, value in (("lower", interval.lower), ("upper", interval.upper))
        if value is not None and (value or end == "upper")
    ]
    return [*program.rows, *bounds]
