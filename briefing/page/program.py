"""The plan's exact linear program as the page's own solver reads it: pure data, every number a fraction as text."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints import ceiling as ceilings
from flessenhals.solver.optimum.objective.goals import objectives_of
from flessenhals.solver.plan.group_goal import GroupGoal, groups_by

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints import Rule
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Goal, Plan

MOST_LINES, MOST_ROWS = 120, 240
ZERO, ONE = Fraction(0), Fraction(1)


def is_solvable(plan: Plan) -> bool:
    """Whether a page can work out the plan itself, soon enough.

    It has one best split, no years and no amounts that cannot be split, and no more than 120 lines and 240 rows.
    """
    return (
        not plan.whole
        and plan.years is None
        and any(each.decides for each in objectives_of(plan))
        and len(plan.lines) <= MOST_LINES
        and len(plan.rule_rows) <= MOST_ROWS
    )


def program(plan: Plan) -> dict[str, Any]:
    """Lines, rules with what of them can be changed, and stages; lines are told by their place in the plan."""
    places = {line.id: place for place, line in enumerate(plan.lines)}
    (ceiling,) = ceilings.rows(plan.lines, ZERO)
    return {
        "lines": [[str(each) for each in (line.proposed, line.lower, line.upper, line.weight)] for line in plan.lines],
        "counts": [str(ceiling.coefficients.get(line.id, ZERO)) for line in plan.lines],
        "rules": [{"id": rule.id, "sides": _sides(rule, plan, places)} for rule in plan.constraints],
        "stages": [_stage(goal, plan, places) for goal in plan.objective],
    }


def _sides(rule: Rule, plan: Plan, places: Mapping[str, int]) -> list[dict[str, Any]]:
    """The rows of a rule, each with the field whose value it follows."""
    ratios = {ratio.id: ratio for ratio in rule.ratios(plan.lines)}
    found = []
    for row in rule.rows(plan.lines):
        ratio = ratios.get(row.id)
        told: dict[str, Any] = {
            "field": _field(row),
            "sense": row.sense,
            "value": str(row.right_hand_side if ratio is None else ratio.value),
            "rest": str(ZERO if ratio is None else -ratio.existing),
        }
        if ratio is None:
            told["part"] = [[places[line], str(by)] for line, by in row.coefficients.items()]
        else:
            told["part"] = [[places[line], str(ONE)] for line in ratio.part]
            told["whole"] = [places[line] for line in ratio.whole]
        found.append(told)
    return found


def _field(row: Row) -> str:
    """Where the value of a row stands in its rule."""
    return "at_least" if row.sense == ">=" else "at_most"


def _stage(goal: Goal | GroupGoal, plan: Plan, places: Mapping[str, int]) -> dict[str, Any]:
    if not isinstance(goal, GroupGoal):
        return {"goal": goal}
    if goal.of is not None:
        return {"goal": "value", "lines": [places[line.id] for line in goal.of.select(plan.lines)]}
    groups = groups_by(plan.lines, goal.by or "partner").values()
    return {"goal": "coverage", "groups": [[places[line.id] for line in lines] for lines in groups]}
