"""What asks for a move of money where amounts cannot be split: there are no prices to read it from."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import maximum_of, minimum_of
from flessenhals.solver.units.checker import outcome
from flessenhals.solver.units.divide import question_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.comparison.moves import Cause, Reasons
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.plan.violations import Shortfall

ZERO = Fraction(0)
UNITS, TIE = "units", "tie"


def whole_reasons_to_nearest(plan: Plan, proposed: Mapping[str, Fraction], broken: Sequence[Shortfall]) -> Reasons:
    """What asks for a move to the nearest split in whole amounts.

    For whoever gets more, or else for whoever gives: its own bound that the proposal breaks; or else that the proposal
    gives it no whole amount; or else the first rule that the proposal breaks and that the move mends; or else that the
    whole amounts of other lines leave that much.

    Args:
        plan: the lines and rules.
        proposed: line id → amount, in the plan's unit.
        broken: what the proposal breaks.
    """
    whole = plan.indivisible

    def reason(giver: str | None, taker: str | None, _: Fraction | None = None) -> Cause:
        line, sign = (giver or "", -1) if taker is None else (taker, 1)
        bound = minimum_of(line) if sign > 0 else maximum_of(line)
        if any(each.row.id == bound for each in broken):
            return bound
        if line in whole and not whole[line].allows(proposed[line]):
            return UNITS
        for each in broken:
            mends = each.row.coefficients.get(line, 0) * (1 if each.row.sense == ">=" else -1)
            if not each.row.id.is_bound and mends * sign > 0:
                return each.row.id
        return UNITS

    return reason


def whole_reasons_to_optimum(
    plan: Plan, ceiling: Ceiling, nearest: Mapping[str, Fraction], optimal: Mapping[str, Fraction]
) -> Reasons:
    """What asks for the moves from the nearest split to the optimal one: the first goal by which that is better.

    Where that is the value, it asks only for moves to money that was not spent or to a line of more weight; the others
    are for what comes after it.

    Args:
        plan: for its objective and weights.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
        nearest: line id → amount, and what is shifted between years, in the plan's unit.
        optimal: the same of the optimal split.
    """
    question = question_of(plan, ceiling)
    pairs = zip(question.goals, outcome(question, nearest), outcome(question, optimal), strict=True)
    better = [goal.name for goal, near, best in pairs if near != best] or [TIE]
    after = next((goal.name for goal in question.goals if goal.name not in {"value", "order"}), TIE)
    weight = {line.id: line.weight for line in plan.lines}

    def reason(giver: str | None, taker: str | None, _: Fraction | None = None) -> Cause:
        if better[0] == "value" and taker is not None and giver is not None and weight[taker] <= weight[giver]:
            return after
        return TIE if better[0] == "order" else better[0]

    return reason
