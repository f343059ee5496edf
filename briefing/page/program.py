"""The plan's exact linear program as the page's own solver reads it: pure data, every number a fraction as text."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints import Proportional
from flessenhals.constraints.ceiling import EARLIER, LATER, Path
from flessenhals.constraints.rule import Share
from flessenhals.solver.optimum.objective.goals import objectives_of
from flessenhals.solver.plan.group_goal import GroupGoal, groups_by

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints import Rule
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Goal, Plan

MOST_LINES, MOST_LINE_YEARS, MOST_ROWS = 120, 200, 240
ZERO, ONE = Fraction(0), Fraction(1)
SHARE = "share"


def is_solvable(plan: Plan) -> bool:
    """Whether a page can work out the plan itself, soon enough.

    It has one best split, no amounts that cannot be split, and no more than 120 lines (200 of lines in one year) and
    240 rows.
    """
    return (
        not plan.whole
        and any(each.decides for each in objectives_of(plan))
        and len(plan.lines) <= (MOST_LINES if plan.years is None else MOST_LINE_YEARS)
        and len(plan.rule_rows) <= MOST_ROWS
    )


def program(plan: Plan, ceiling: Ceiling | None = None) -> dict[str, Any]:
    """Lines, rules with what of them can be changed, and stages; lines are told by their place in the plan.

    Args:
        plan: which can be worked out so.
        ceiling: of a plan with years the path, of which the page asks shares; a total is asked by itself.
    """
    places = {line.id: place for place, line in enumerate(plan.lines)}
    return {
        "lines": [[str(each) for each in (line.proposed, line.lower, line.upper, line.weight)] for line in plan.lines],
        "counts": [str(line.charge) for line in plan.lines],
        **(_path(ceiling, plan, places) if isinstance(ceiling, Path) else {}),
        "rules": [{"id": rule.id, "sides": _sides(rule, plan, places)} for rule in plan.constraints],
        "stages": [_stage(goal, plan, places) for goal in plan.objective],
    }


def _path(path: Path, plan: Plan, places: Mapping[str, int]) -> dict[str, Any]:
    """The rows of every year, each with what it allows at no share and at the whole path; and what can be shifted.

    What is shifted are variables behind the lines, each by `later` or `earlier` and the year whose money it is.
    """
    known = {**places, **{label: len(places) + place for place, label in enumerate(path.variables)}}
    rows = [
        {
            "id": str(row.id),
            "terms": [[known[label], str(by)] for label, by in row.coefficients.items() if label != SHARE],
            "fixed": str(row.right_hand_side),
            "rate": str(-row.coefficients.get(SHARE, ZERO)),
        }
        for row in path.share_rows(plan.lines, SHARE)
    ]
    return {"ceilings": rows, "moves": moves(path)}


def moves(path: Path) -> list[list[Any]]:
    """What can be shifted between years: `later` or `earlier`, and the year whose money it is."""
    signs = ((LATER, "later"), (EARLIER, "earlier"))
    found = ((name, label, sign) for label in path.variables for sign, name in signs if label.startswith(sign))
    return [[name, int(label.removeprefix(sign))] for name, label, sign in found]


def _sides(rule: Rule, plan: Plan, places: Mapping[str, int]) -> list[dict[str, Any]]:
    """The rows of a rule, each with the field whose value it follows."""
    ratios = {ratio.id: ratio for ratio in rule.ratios(plan.lines)}
    found = []
    for row in rule.rows(plan.lines):
        ratio = ratios.get(row.id)
        told: dict[str, Any] = {"field": field_in(rule, side_of(row), plan), "sense": row.sense}
        if plan.years is not None:
            told["row"] = str(row.id)
        if ratio is None:
            told |= _amount(rule, row, plan)
            told["part"] = [[places[line], str(by)] for line, by in row.coefficients.items()]
        else:
            told |= {"value": str(ratio.value), "rest": str(-ratio.existing)}
            told["part"] = [[places[line], str(ONE)] for line in ratio.part]
            told["whole"] = [places[line] for line in ratio.whole]
        found.append(told)
    return found


def _amount(rule: Rule, row: Row, plan: Plan) -> dict[str, str]:
    """What a row that is no ratio is held against: rest + times · value, of the number in its field."""
    path = [side_of(row)]
    number = rule.number(path)
    if number is None:
        return {"value": str(row.right_hand_side), "rest": str(ZERO)}
    value = number.fraction if isinstance(number, Share) else number
    more = next(each for each in rule.with_number(path, value + 1).rows(plan.lines) if each.id == row.id)
    times = more.right_hand_side - row.right_hand_side
    found = {"value": str(value), "rest": str(row.right_hand_side - times * value)}
    return found if times == 1 else {**found, "times": str(times)}


def side_of(row: Row) -> str:
    """Which number of its rule a row follows."""
    return "at_least" if row.sense == ">=" else "at_most"


def field_in(rule: Rule, side: str, plan: Plan) -> str:
    """Where the number of a rule stands; `at_least.2024` where it differs by year."""
    written = None if plan.years is None else next(each for each in plan.years.rules if each.rule.id == rule.id)
    if written is None or side not in written.series or rule.when is None:
        return side
    return f"{side}.{rule.when.asked if isinstance(rule, Proportional) else rule.when.year}"


def _stage(goal: Goal | GroupGoal, plan: Plan, places: Mapping[str, int]) -> dict[str, Any]:
    if not isinstance(goal, GroupGoal):
        return {"goal": goal}
    if goal.of is not None:
        return {"goal": "value", "lines": [places[line.id] for line in goal.of.select(plan.lines)]}
    groups = groups_by(plan.lines, goal.by or "partner").values()
    return {"goal": "coverage", "groups": [[places[line.id] for line in lines] for lines in groups]}
