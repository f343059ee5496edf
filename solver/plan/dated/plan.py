"""From a plan with years, as it is written, to the plan of line-years that is solved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flessenhals.solver.plan.dated.reduction import line_years, rule_years
from flessenhals.solver.plan.dated.soundness import dated_problems
from flessenhals.solver.plan.plan import DATED_GOALS, GOALS, Goal, Plan
from flessenhals.solver.plan.problem import InvalidPlanError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.solver.plan.dated.years import Years
    from flessenhals.solver.plan.group_goal import GroupGoal


def reduced(years: Years, objective: Sequence[Goal | GroupGoal] | None, **described: Any) -> Plan:  # noqa: ANN401 - a plan's own fields
    """The plan of line-years that a plan with years comes down to.

    Args:
        years: its years, lines and rules as written.
        objective: its stages; None for the usual ones. Where money can be shifted and no stage says so, the least
            shift comes last.
        described: the other fields of a plan.

    Raises:
        InvalidPlanError: with every problem at once, told of the plan as written.
    """
    found = dated_problems(years, objective or GOALS, described.get("totals", ()))
    if found:
        raise InvalidPlanError(found)
    movable = bool(years.shift)
    stages = tuple(objective or (DATED_GOALS if movable else GOALS))
    kept = tuple(stage for stage in stages if movable or stage != "shift")
    if movable and "shift" not in kept:
        kept = (*kept, "shift")
    return Plan(lines=line_years(years), constraints=rule_years(years), objective=kept, years=years, **described)
