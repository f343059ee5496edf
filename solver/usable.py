"""How much of a proposal can be used at all under the chain rules."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from solver.engine import highs
from solver.objectives import best, level
from solver.program import Interval, LinearProgram
from solver.proof import prove_solvable
from solver.solution import Solution

if TYPE_CHECKING:
    from collections.abc import Mapping

    from constraints.row import Row
    from solver.certificate import Certificate
    from solver.plan import Plan
    from solver.proof import Engine

ONE = Fraction(1)


def chain_rows(plan: Plan) -> tuple[Row, ...]:
    """The rows that say how much downstream money upstream money needs: every `proportional.at_least`."""
    return tuple(row for row in plan.rule_rows if row.kind == "proportional" and row.sense == ">=")


def usable(plan: Plan, proposed: Mapping[str, Fraction], engine: Engine = highs) -> Solution:
    """The largest part of a proposal that every chain rule lets be used.

        maximise Σ u   subject to   Σ downstream u + existing ≥ ratio · Σ upstream u,   0 ≤ u ≤ proposal
        then leximin of u / proposal

    Giving nothing keeps every such rule, so there always is an answer; the second stage makes it the only one. Other
    rules, bounds and the ceiling play no part: they say what ought to be given, not what money can do.

    Args:
        plan: for its chain rules.
        proposed: line id → amount, in the plan's unit.
        engine: who is asked first.

    Raises:
        NotProvedError: if no answer holds up.
    """
    space = LinearProgram(
        "splits", {line: Interval(upper=amount) for line, amount in proposed.items()}, chain_rows(plan), {}
    )

    def prove(program: LinearProgram) -> Certificate:
        return prove_solvable(program, engine)

    largest = max(proposed.values())
    shares = {line: amount / largest for line, amount in proposed.items() if amount}
    total, space = best(space.asking("usable", dict.fromkeys(proposed, ONE)), prove)
    levels, _ = level("usable share", space, shares, prove, lowest=True)
    stages = (*total, *levels)
    point = stages[-1].certificate.point
    return Solution({line: point[line] for line in proposed}, stages)
