"""The split in whole amounts that keeps every rule and is nearest to a proposal."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.comparison.whole.answered import WholeSolution, answered, in_order
from flessenhals.solver.program.linear_program import Interval, splits
from flessenhals.solver.units.question import Goal, Question, shift_goals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.linear_program import LinearProgram

ZERO, ONE = Fraction(0), Fraction(1)


def whole_nearest(plan: Plan, ceiling: Ceiling, proposed: Mapping[str, Fraction]) -> WholeSolution:
    """The split in whole amounts that keeps every rule, bound and the ceiling and moves the least money.

        minimise Σ |x - proposal|
        then lower the largest |x - proposal| / proposal as far as it goes, then the next largest, and so on
        then the same with x for the lines to which the proposal gives nothing
        then as little shifted between years as can be
        then as much as it can for the line that stands first in the plan, and so on

    Whole amounts lie on both sides of a proposal, so several splits may move the same; the plan's order leaves one.

    Args:
        plan: with a split in whole amounts that keeps its rules within the ceiling.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
        proposed: line id → amount, in the plan's unit.

    Raises:
        NotProvedError: if no proof was found.
    """
    space = splits(plan, ceiling)
    given = {line: amount for line, amount in proposed.items() if amount}
    new = [line for line, amount in proposed.items() if not amount]
    furthest = max((_furthest(space, line, amount) / amount for line, amount in given.items()), default=ZERO)
    highest = max((_furthest(space, line, ZERO) for line in new), default=ZERO)
    program = replace(
        space,
        variables={
            **space.variables,
            **{_near(line): Interval(upper=furthest * amount) for line, amount in given.items()},
            **{_near(line): Interval(upper=highest) for line in new},
        },
    ).keeping(
        row
        for line, amount in proposed.items()
        for row in _rows(line, amount, furthest * amount if amount else highest)
    )
    goals = [Goal("moved", ({_near(line): ONE for line in proposed},))]
    goals += [Goal("coverage", tuple({_near(line): ONE / amount} for line, amount in given.items()))] if given else []
    goals += [Goal("coverage", tuple({_near(line): ONE} for line in new))] if new else []
    goals += shift_goals(program.variables)
    return answered(Question(program, plan.indivisible, (*goals, *in_order(plan))), proposed)


def _furthest(space: LinearProgram, line: str, amount: Fraction) -> Fraction:
    """How far from an amount a line can be given at all."""
    lower, upper = space.variables[line]
    return max(abs(lower - amount), ZERO if upper is None else abs(upper - amount))


def _rows(line: str, amount: Fraction, furthest: Fraction) -> tuple[Row, Row]:
    """How near a line stays: at most the furthest it can be, less what it rises or falls from an amount."""
    return (
        Row(own(f"{line} rises"), "move", {line: ONE, _near(line): ONE}, "<=", amount + furthest),
        Row(own(f"{line} falls"), "move", {line: -ONE, _near(line): ONE}, "<=", furthest - amount),
    )


def _near(line: str) -> str:
    return f"{line} near"
