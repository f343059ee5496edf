"""What a split comes to by each stage of an objective, and the split that one move less would leave."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.solver.plan.group_goal import GroupGoal, groups_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)
UNASKED = "unasked"


def outcomes(plan: Plan, amounts: Mapping[str, Fraction]) -> Iterator[tuple[str, list[Fraction]]]:
    """Per stage its name and what a split comes to; of two the larger list is better, first difference first.

    A weighted total in the plan's unit, or coverages from the lowest up, pure numbers, and then how little lines that
    ask nothing get. What is shifted between years is not looked at.
    """
    for goal in plan.objective:
        if isinstance(goal, GroupGoal) and goal.of is None:
            groups = groups_by(plan.lines, goal.by or "partner").values()
            shares = (
                sum(amounts[it.id] for it in its) / sum((it.proposed for it in its), start=ZERO) for its in groups
            )
            yield "group coverage", sorted(shares)
        elif goal == "coverage":
            yield "coverage", sorted(amounts[line.id] / line.proposed for line in plan.lines if line.proposed)
            yield UNASKED, [-sum((amounts[line.id] for line in plan.lines if not line.proposed), start=ZERO)]
        elif goal != "shift":
            first = isinstance(goal, GroupGoal) and goal.of is not None
            lines = goal.of.select(plan.lines) if isinstance(goal, GroupGoal) and goal.of else plan.lines
            worth = sum((line.weight * amounts[line.id] for line in lines), start=ZERO)
            yield "group value" if first else "value", [worth]


def better(plan: Plan, than: Mapping[str, Fraction], split: Mapping[str, Fraction]) -> str | None:
    """The first stage by which one split is better than another; None where there is none before it is worse."""
    for (name, one), (_, other) in zip(outcomes(plan, than), outcomes(plan, split), strict=True):
        if one != other:
            return name if other > one else None
    return None


def undone(
    after: Mapping[str, Fraction], giver: str | None, taker: str | None, amount: Fraction
) -> dict[str, Fraction]:
    """The split without one of the moves that led to it, in the plan's unit; all else as it is."""
    back = {giver: amount, taker: -amount}
    return {line: now + back.get(line, ZERO) for line, now in after.items()}
