"""Why nothing fits in a large plan whose parts hang together by nothing but the ceiling."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints import ceiling as ceilings
from flessenhals.constraints.exact import total
from flessenhals.solver.infeasible.irreducible import conflict
from flessenhals.solver.program.components import blocks, prove_each
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.linear_program import Interval, LinearProgram, constraints_of, splits

if TYPE_CHECKING:
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

ZERO = Fraction(0)


class Apart(NamedTuple):
    """An irreducible conflict, and the lowest feasible ceiling.

    Attributes:
        lowest: the lowest feasible ceiling, in the plan's unit; None where a part contradicts itself.
        rows: constraints that cannot hold together, none of which can be left out; empty where all of them can.
    """

    lowest: Fraction | None
    rows: list[Row]


def conflict_apart(plan: Plan, ceiling: Fraction | None, engine: Engine) -> Apart | None:
    """An irreducible conflict, found part by part; None where the plan does not fall apart.

    A part that contradicts itself is a conflict by itself. Otherwise the least that the parts need adds up to more than
    the ceiling: then constraints are left out for as long as the rest still needs more. What a part needs without one
    of its constraints is a small program, and the others are not concerned (a deletion filter, as in `conflict`).

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit; None for as much as one likes.
        engine: who is asked for bases.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    parts = blocks(splits(plan, None))
    if len(parts) == 1:
        return None
    home = {line: number for number, part in enumerate(parts) for line in part.variables}
    own: dict[int, list[Row]] = defaultdict(list)
    for row in constraints_of(plan, None):
        if row.coefficients:
            own[home[next(iter(row.coefficients))]].append(row)
        elif not row.holds({}):
            return Apart(None, [row])
    try:
        needs = _least([_needing(own[number], plan) for number in range(len(parts))], engine)
    except NoOptimumError:
        for rows in own.values():
            found = conflict(rows, engine)
            if found:
                return Apart(None, found)
        raise
    lowest = total(needs)
    if ceiling is None or lowest <= ceiling:
        return Apart(lowest, [])
    left = _irreducible(plan, own, needs, lowest - ceiling, engine)
    return Apart(lowest, [*ceilings.rows(plan.lines, ceiling), *left])


def _irreducible(
    plan: Plan, own: dict[int, list[Row]], needs: list[Fraction], excess: Fraction, engine: Engine
) -> list[Row]:
    """Constraints that together need more than there is, and none of which can be left out.

    Args:
        plan: whose constraints they are.
        own: the constraints of each part.
        needs: the least that each part needs, in the plan's unit.
        excess: how much more they need together than there is.
        engine: who is asked for bases.
    """
    kept: dict[int, list[Row]] = {}
    for number, need in enumerate(needs):
        if need < excess:  # the others need more than there is without this part
            excess -= need
        else:
            kept[number] = list(own[number])
    place = dict.fromkeys(kept, 0)
    while trying := [number for number, rows in kept.items() if place[number] < len(rows)]:
        without = [kept[number][: place[number]] + kept[number][place[number] + 1 :] for number in trying]
        asked = [_needing(rows, plan) for rows in without]
        for number, rows, need in zip(trying, without, _least(asked, engine), strict=True):
            saved = needs[number] - need
            if saved < excess:
                excess, needs[number], kept[number] = excess - saved, need, rows
            else:
                place[number] += 1
    return [row for rows in kept.values() for row in rows]


def _needing(rows: list[Row], plan: Plan) -> LinearProgram:
    """The least that constraints need of the ceiling, over amounts that are not negative."""
    lines = dict.fromkeys(line for row in rows for line in row.coefficients)
    least = {line: -plan.charges[line] for line in lines if plan.charges[line]}
    return LinearProgram("need", dict.fromkeys(lines, Interval()), tuple(rows), least)


def _least(programs: list[LinearProgram], engine: Engine) -> list[Fraction]:
    asked = [program for program in programs if program.variables]
    found = iter(prove_each(asked, engine))
    return [-next(found).optimum if program.variables else ZERO for program in programs]
