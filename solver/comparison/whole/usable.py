"""How much of a proposal can be used where amounts cannot be split."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.solver.comparison.stranded import traced
from flessenhals.solver.comparison.usable import chain_rows, within_maximum
from flessenhals.solver.comparison.whole.answered import WholeSolution, answered, in_order
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.units.question import Goal, Question
from flessenhals.solver.units.search import best_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.row import Row
    from flessenhals.solver.comparison.stranded import Trace
    from flessenhals.solver.plan.plan import Plan

ZERO, ONE = Fraction(0), Fraction(1)


def within_whole(plan: Plan, proposed: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """What of a proposal each line can take by itself, line id → amount in the plan's unit.

    That is the largest of its whole amounts that is neither above the proposal nor above its maximum.
    """
    whole = plan.indivisible
    return {
        line: whole[line].at_most(amount) if line in whole else amount
        for line, amount in within_maximum(plan, proposed).items()
    }


def whole_usable(plan: Plan, proposed: Mapping[str, Fraction]) -> WholeSolution:
    """The largest part of a proposal that can be used in whole amounts.

        maximise Σ u   subject to   every chain rule,   0 ≤ u ≤ proposal, maximum,   u a whole amount of its line
        then leximin of u / proposal
        then as much as it can for the line that stands first in the plan, and so on

    Giving nothing is a whole amount and keeps every chain rule but a build-up that asks lines to shrink; where no whole
    amounts keep those either, they are left out. So there always is an answer, and only one.

    Args:
        plan: for its chain rules and what its lines can be given.
        proposed: line id → amount, in the plan's unit.

    Raises:
        NotProvedError: if no proof was found.
    """
    limits = {line: Interval(upper=amount) for line, amount in within_whole(plan, proposed).items()}
    shares = tuple({line: ONE / amount} for line, amount in proposed.items() if amount)
    goals = (Goal("usable", (dict.fromkeys(limits, ONE),)), *([Goal("coverage", shares)] if shares else []))
    program = LinearProgram("uses", limits, chain_rows(plan), {})
    question = Question(program, plan.indivisible, (*goals, *in_order(plan)))
    shrinking = [row for row in program.rows if row.right_hand_side > 0]
    if shrinking and best_whole(question._replace(goals=())).answer is None:
        rows = tuple(row for row in program.rows if row not in shrinking)
        question = question._replace(program=replace(program, rows=rows))
    return answered(question, limits)


def whole_traces(plan: Plan, proposed: Mapping[str, Fraction], used: WholeSolution) -> tuple[Trace, ...]:
    """The stranded euros within what each line can take by itself, traced along the chain to their root.

    A rule holds a line that is upstream in it where the line's next amount would break it while all others keep what is
    used of them: its next whole amount, or any euro more of a line that can be split. Every stranded line is held by
    one at least, for else more could be used.

    Args:
        plan: for its chain rules.
        proposed: line id → amount, in the plan's unit.
        used: from `whole_usable`.
    """
    whole, within = plan.indivisible, within_whole(plan, proposed)
    holds: dict[str, list[Row]] = {line: [] for line in proposed}
    for row in chain_rows(plan):
        room = row.slack(used.amounts)
        for line, coefficient in row.coefficients.items():
            if coefficient < 0 and used.amounts[line] < within[line]:
                now = used.amounts[line]
                more = whole[line].after(now) - now if line in whole else ZERO
                if room + coefficient * more < 0 or (not more and not room):
                    holds[line].append(row)
    return traced(within, used.amounts, holds)
