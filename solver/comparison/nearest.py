"""The split that keeps every rule and is nearest to a proposal."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import shifts
from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.objective.goals import Shift
from flessenhals.solver.optimum.objective.objectives import best, level
from flessenhals.solver.optimum.solution import Solution
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import Interval, splits
from flessenhals.solver.program.prove import prove_solvable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


def nearest(plan: Plan, ceiling: Ceiling, proposed: Mapping[str, Fraction], engine: Engine = highs) -> Solution:
    """The split that keeps every rule, bound and the ceiling and moves the least money.

        minimise Σ d   subject to   the plan's rules, bounds and ceiling,   d ≥ x - proposal,   d ≥ proposal - x
        then lower the largest d / proposal as far as it goes, then the next largest, until every line is settled
        then the same with d itself for the lines to which the proposal gives nothing
        then, where money may move between years, as little as can be is shifted

    The moves are settled one by one, so there is one answer: of two splits that moved a line equally far in opposite
    directions, the split halfway between them would move less.

    Args:
        plan: with a split that keeps its rules within the ceiling.
        ceiling: the total that may be spent, in the plan's unit.
        proposed: line id → amount, in the plan's unit.
        engine: who is asked first.

    Raises:
        NotProvedError: if no answer holds up.
    """

    def prove(program: LinearProgram) -> Certificate:
        return prove_solvable(program, engine)

    space = _with_moves(splits(plan, ceiling), proposed)
    total, space = best(space.asking("moved", {_move(line): -ONE for line in proposed}), prove, narrow=True)
    stages = list(total)
    largest = max(proposed.values())
    shares = {_move(line): amount / largest for line, amount in proposed.items() if amount}
    for measured in (shares, {_move(line): ONE for line, amount in proposed.items() if not amount}):
        levels, space = level("largest move", space, measured, prove, lowest=False, narrow=True)
        stages += levels
    if shifts(ceiling):
        stages += Shift().narrow(plan, space, prove)[0]
    return Solution.of(proposed, stages)


def _with_moves(space: LinearProgram, proposed: Mapping[str, Fraction]) -> LinearProgram:
    """The splits, each line with a variable that is at least how far it is from the proposal."""
    rows = []
    for line, amount in proposed.items():
        lower, upper = space.variables[line]
        if upper is None or upper > amount:
            rows.append(Row(own(f"{line} rises"), "move", {_move(line): ONE, line: -ONE}, ">=", -amount))
        if lower < amount:
            rows.append(Row(own(f"{line} falls"), "move", {_move(line): ONE, line: ONE}, ">=", amount))
    moves = {_move(line): Interval() for line in proposed}
    return replace(space, variables={**space.variables, **moves}).keeping(rows)


def _move(line: str) -> str:
    return f"{line} move"
