"""Why nothing fits, in words and sums, and what would repair it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.infeasible.reason import EXACT, reason, start_of, wish, wished_by
from flessenhals.briefing.results.large import MOST, rows_left_out
from flessenhals.briefing.text.naming import ceiling_name, constraint_name, heading, kind_name, measured_in
from flessenhals.briefing.text.numbers import FINE, MOST_DECIMALS, amount, enough, money, places_of, share
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import Told, tell
from flessenhals.briefing.text.words import say
from flessenhals.constraints.ceiling import Path
from flessenhals.solver.claims.fit import (
    LowestCeiling,
    NothingFits,
    Repairs,
)

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints.row import Row as Constraint
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.infeasible.repair import Repair
    from flessenhals.solver.plan.plan import Plan


def infeasible_tables(refused: InfeasibleError, language: Language) -> list[Table]:
    """Why nothing fits with its sum, the ceiling that would be enough, and what else would repair it."""
    plan, unit = refused.plan, refused.plan.unit
    if refused.ceiling is None:
        said = say("nothing fits at all", language)
    else:
        said = say("nothing fits", language, ceiling=ceiling_name(refused.ceiling, unit, language))
    notes = (*reason(refused, language), lowest_ceiling(refused, language))
    return [
        Table(heading(plan, said, language), (), (), language, notes=notes),
        repairs_table(refused, language),
    ]


def lowest_ceiling(refused: InfeasibleError, language: Language) -> Told:
    """From which ceiling something fits, in one sentence."""
    lowest = refused.lowest_feasible_ceiling
    if lowest is None or refused.ceiling is None:
        return tell("no ceiling", language, [NothingFits(None)])
    unit = refused.plan.unit
    if isinstance(refused.ceiling, Path):
        return tell("lowest share", language, [], share=share(enough(lowest, up=True, decimals=3), language))
    places = max(MOST_DECIMALS, places_of(lowest, refused.ceiling))
    shown = enough(lowest, up=True, decimals=places)
    enough_is, short = (money(each, unit, language, most=places) for each in (shown, shown - refused.ceiling))
    return tell("lowest ceiling", language, [LowestCeiling(lowest)], lowest=enough_is, short=short)


def repairs_table(refused: InfeasibleError, language: Language) -> Table:
    """For each constraint in the way the least change that repairs the plan, those easiest to give up first."""
    plan = refused.plan
    shown = refused.repairs
    if len(shown) > MOST:
        shown = tuple(each for each in shown if each.change is not None)[:MOST]
    in_vain = sum(each.change is None for each in refused.repairs) - sum(each.change is None for each in shown)
    rows = [
        Row(
            (
                constraint_name(plan, each.row.id, language),
                _kind(plan, each.row, language),
                "" if each.nature is None else say(each.nature, language),
                *_change(plan, each, language),
            )
        )
        for each in shown
    ]
    headings = ("constraint", "kind", "nature"), ("now", "becomes", "difference")
    return Table(
        title=say("repairs", language),
        columns=(
            *(Column(say(name, language), "text") for name in headings[0]),
            *(Column(say(name, language), "figure") for name in headings[1]),
        ),
        rows=tuple(rows),
        language=language,
        notes=(
            *([say("given up first", language)] if any(each.nature for each in shown) else []),
            *rows_left_out(len(refused.repairs) - len(shown) - in_vain, language),
            *([say("in vain alone", language, count=in_vain)] if in_vain else []),
            tell("each exact", language, [claim_of(refused, each) for each in refused.repairs]),
        ),
    )


def _kind(plan: Plan, row: Constraint, language: Language) -> str:
    """What a constraint is: what was wished of a line, or what the plan has."""
    wished = wish(plan, row)
    if wished is None:
        return kind_name(row, language).lower()
    kind, by = say(f"{wished} kind", language), wished_by(plan, row, language)
    return say("kind with maker", language, kind=kind, by=by) if by else kind


def claim_of(refused: InfeasibleError, repair: Repair) -> Repairs:
    """What is claimed of a repair: that it is enough, and that less is not."""
    ratio = next((each for each in refused.plan.ratios if each.label == repair.row.label), None)
    return Repairs(refused.ceiling, repair.row, repair.change, ratio, repair.becomes)


def _change(plan: Plan, repair: Repair, language: Language) -> tuple[str, str, str]:
    """What it asks now, what it would have to ask, and by how much money that differs."""
    less, unit = repair.row.sense == ">=", measured_in(plan, repair.row)
    by = None if repair.change is None else enough(repair.change, up=True)
    places = MOST_DECIMALS
    if repair.ratio is None:
        begins = start_of(plan, repair.row) or Fraction(0)  # the plan says by how much it grows from there
        asked = repair.row.right_hand_side - begins
        now = money(asked, unit, language, most=EXACT)
        becomes = None
        if repair.limit is not None:
            limit = repair.limit - begins
            places = max(MOST_DECIMALS, places_of(asked, limit))
            limit = enough(limit, up=not less, decimals=places)
            becomes, by = money(limit, unit, language, most=places), abs(limit - asked)
    else:
        now, becomes = _percent(repair.ratio, language, MOST_DECIMALS), None
        if repair.becomes is not None:
            apart = abs(repair.becomes - repair.ratio)
            fine = next((each for each in range(MOST_DECIMALS, FINE) if apart * 10**each >= 1), FINE)
            now = _percent(repair.ratio, language, fine)
            becomes = _percent(enough(100 * repair.becomes, up=not less, decimals=fine) / 100, language, fine)
    key = "asks less" if less or repair.ratio is not None else "allows more"
    change = "" if by is None else say(key, language, amount=money(by, unit, language, most=places))
    return now, becomes or say("not by itself", language), change


def repair_in_words(plan: Plan, repair: Repair, language: Language) -> str:
    """One change that would be enough by itself: the constraint, what it becomes and by how much that differs."""
    now, becomes, difference = _change(plan, repair, language)
    name = constraint_name(plan, repair.row.id, language)
    kind = _kind(plan, repair.row, language)
    told = f"{name} ({kind})" if repair.row.id.is_bound else name
    return say("repair told", language, name=told, now=now, becomes=becomes, difference=difference)


def _percent(ratio: Fraction, language: Language, most: int) -> str:
    return f"{amount(100 * ratio, language, most=most)}%"
