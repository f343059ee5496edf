"""The split in whole amounts at every ceiling, as a table: where which unit stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.results.units import standing
from flessenhals.briefing.results.whole.bottlenecks import exact_share
from flessenhals.briefing.text.naming import amounts_in, heading
from flessenhals.briefing.text.numbers import least_share, money
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import say
from flessenhals.solver.claims.whole.further import StraightBetweenJumps
from flessenhals.solver.plan.line import lowest_coverage

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Line
    from flessenhals.solver.sensitivity.whole.ladder import WholeLadder, WholeStep

EXACT = 6


def whole_ladder_tables(ladder: WholeLadder, language: Language) -> list[Table]:
    """A row per step: the ceiling, the side of it, the lowest coverage and what changed at the lines in units."""
    plan = ladder.plan
    rows = []
    before: WholeStep | None = None
    for step in ladder.steps:
        lowest = lowest_coverage(plan.lines, step.amounts)
        changed = [
            standing(plan, line, step.amounts[line.id], language)
            for line in plan.lines
            if line.id in plan.whole and (before is None or _differs(line, before, step))
        ]
        rows.append(
            Row(
                (
                    money(step.ceiling, plan.unit, language, most=EXACT)
                    if ladder.path is None
                    else exact_share(step.ceiling, language),
                    say(f"side {step.side}", language),
                    "" if lowest is None else least_share(lowest, language),
                    "; ".join(changed),
                )
            )
        )
        before = step
    return [
        Table(
            title=heading(plan, say("ladder in units", language), language),
            columns=(
                Column(say("ceiling" if ladder.path is None else "share of path", language), "figure"),
                Column(say("side", language), "text"),
                Column(say("lowest coverage", language), "figure"),
                Column(say("units that change", language), "text"),
            ),
            rows=tuple(rows),
            language=language,
            notes=(
                tell("straight between", language, [straight_between(ladder)]),
                say("coverage may fall", language),
                *amounts_in(plan.unit, language),
            ),
        )
    ]


def straight_between(ladder: WholeLadder) -> StraightBetweenJumps:
    """That the steps of a ladder are the split there, and straight lines between them."""
    steps = ((step.ceiling, step.side == "at", tuple(step.amounts.items())) for step in ladder.steps)
    return StraightBetweenJumps(ladder.path, tuple(steps))


def _differs(line: Line, before: WholeStep, step: WholeStep) -> bool:
    """Whether a line has another number of units; without a unit, whether it stands where it fell, or falls."""
    was, now = before.amounts[line.id], step.amounts[line.id]
    return was != now if line.unit else bool(was) != bool(now)
