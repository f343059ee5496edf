"""The straight lines that the split follows from ceiling to ceiling, found by solves where nobody has looked yet."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.exact import simplest_between
from flessenhals.solver.infeasible.diagnosis import refusal
from flessenhals.solver.infeasible.irreducible import lowest_feasible_ceiling, lowest_feasible_share
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.sensitivity.ladder.ceiling_course import Course, course
from flessenhals.solver.sensitivity.ladder.steps import asked_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from flessenhals.constraints.ceiling import Path
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine


ZERO, ONE = Fraction(0), Fraction(1)
MOST_SOLVES = 100_000


def probed_lines(
    plan: Plan, engine: Engine, watch: Callable[[Fraction], object] | None = None, path: Path | None = None
) -> list[tuple[Fraction, Course]]:
    """The straight lines that the split follows, each with the ceiling at which it begins; found by probing.

    Raises:
        InfeasibleError, NotProvedError: as `ladder`.
    """
    lowest = lowest_feasible_ceiling(plan, engine) if path is None else lowest_feasible_share(plan, path, engine)
    if lowest is None:
        raise refusal(plan, path, engine) or NotProvedError("it could not be proved that no ceiling is enough")
    enough = sum((line.upper for line in plan.lines), start=Fraction(1))
    if path is not None:
        enough = enough / min((each for each in path.rates().values() if each > 0), default=ONE) + lowest + 1
    top = course(allocate(plan, asked_at(enough, path), engine, apart=False))
    last = max(lowest, top.low or ZERO)
    covered = [(last, top)]
    waiting = [(lowest, last)]
    for _ in range(MOST_SOLVES):
        if not waiting:
            break
        low, high = waiting.pop()
        if low >= high:
            continue
        between = simplest_between(low, high)
        line = course(allocate(plan, asked_at(between, path), engine, apart=False))
        start, end = max(low, line.low or low), min(high, line.high or high)
        if start < end:
            covered.append((start, line))
            waiting += [(low, start), (end, high)]
        else:
            waiting += [(low, between), (between, high)]
        if watch is not None:
            left = sum((upper - lower for lower, upper in waiting), start=ZERO)
            watch(1 - left / (last - lowest))
    else:
        raise NotProvedError(told("the ladder is not whole after {most_solves} solves", most_solves=MOST_SOLVES))
    pieces = sorted(covered, key=lambda piece: piece[0])
    if pieces[0][0] != lowest:
        raise NotProvedError("the ladder does not begin at the lowest feasible ceiling")
    return pieces
