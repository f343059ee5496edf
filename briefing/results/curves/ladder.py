"""The ladder as a table, and as a story."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from flessenhals.briefing.results.cofunded import with_others
from flessenhals.briefing.results.curves.claimed import course_claims, step_claims
from flessenhals.briefing.text.naming import constraint_names, heading, line_name
from flessenhals.briefing.text.numbers import (
    amount,
    at_least,
    decimals_for,
    enough,
    least_share,
    lower_limit,
    not_as_nothing,
    places_of,
    stretch,
)
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.units import is_euro
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.claims.course import SameAbove, StaysShort
from flessenhals.solver.claims.fit import LowestCeiling
from flessenhals.solver.plan.line import lowest_coverage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder
    from flessenhals.solver.sensitivity.ladder.steps import Step

NAMED = 4


def ladder_tables(ladder: Ladder, language: Language) -> list[Table]:
    """The steps, what starts and stops binding at each, and below them the story of what money buys."""
    plan = ladder.plan
    if ladder.path is not None:
        from flessenhals.briefing.results.curves.paths import path_ladder_tables  # noqa: PLC0415 - few plans have years

        return path_ladder_tables(ladder, ladder.path, language)
    if ladder.is_large:
        return [_changes(ladder, language)]
    first = ladder.lowest_feasible_ceiling
    decimals = max(decimals_for(plan.proposed), places_of(first))
    rows = []
    for step in ladder.steps:
        lowest = lowest_coverage(plan.lines, step.amounts)
        rows.append(
            Row(
                (
                    enough(first, up=True, decimals=decimals) if step.ceiling == first else step.ceiling,
                    None if lowest is None else lower_limit(lowest),
                    constraint_names(plan, step.starts, language),
                    constraint_names(plan, step.stops, language),
                )
            )
        )
    return [
        Table(
            title=heading(plan, say("ladder", language), language),
            columns=(
                Column(say("ceiling", language), "amount"),
                Column(say("lowest coverage", language), "share"),
                Column(say("starts to bind", language), "text"),
                Column(say("stops binding", language), "text"),
            ),
            rows=tuple(rows),
            language=language,
            decimals=decimals,
            notes=tuple(story(ladder, language)),
            claims=tuple(step_claims(ladder)),
        )
    ]


def _changes(ladder: Ladder, language: Language) -> Table:
    """What starts and stops binding at each ceiling at which the split changes course, of a large plan."""
    plan, found = ladder.plan, list(ladder.changes())
    last = found[-1].ceiling
    return Table(
        title=heading(plan, say("ladder", language), language),
        columns=(
            Column(say("ceiling", language), "amount"),
            Column(say("starts to bind", language), "text"),
            Column(say("stops binding", language), "text"),
        ),
        rows=tuple(
            Row(
                (
                    change.ceiling,
                    constraint_names(plan, change.starts, language),
                    constraint_names(plan, change.stops, language),
                )
            )
            for change in found
        ),
        language=language,
        decimals=decimals_for(plan.proposed),
        notes=(tell("no change above", language, [SameAbove(last)], ceiling=at_least(last, plan.unit, language)),),
    )


def story(ladder: Ladder, language: Language) -> list[Told]:
    """What the ceiling buys from the bottom up, a sentence a stretch."""
    plan, steps = ladder.plan, ladder.steps
    unit = plan.unit
    told = []
    if ladder.lowest_feasible_ceiling > 0:
        lowest = LowestCeiling(ladder.lowest_feasible_ceiling)
        told.append(
            tell("nothing below", language, [lowest], ceiling=at_least(ladder.lowest_feasible_ceiling, unit, language))
        )
    for (step, following), euro in zip(pairwise(steps), course_claims(ladder), strict=False):
        low, high = stretch(step.ceiling, following.ceiling, unit, language)
        told.append(
            tell(
                with_others(plan, "spread"),
                language,
                [euro],
                low=low,
                high=high,
                one=say("euro" if is_euro(unit) else "unit of money", language),
                bundle=bundle(ladder.plan, step.next_euro, language),
            )
        )
    last = steps[-1].ceiling
    told.append(tell("no change above", language, [SameAbove(last)], ceiling=at_least(last, unit, language)))
    told.append(_end(ladder, steps[-1], language))
    return told


def _end(ladder: Ladder, last: Step, language: Language) -> Told:
    plan = ladder.plan
    short = [line for line in plan.lines if last.amounts[line.id] < line.proposed]
    covered = min((last.amounts[line.id] / line.proposed for line in short), default=None)
    claim = StaysShort(last.ceiling, tuple(line.id for line in short), covered)
    if covered is None:
        return tell("all asked", language, [claim])
    return tell(
        "not all asked",
        language,
        [claim],
        names=listed([line_name(plan, line, language) for line in short], language),
        lowest=least_share(covered, language),
    )


def bundle(plan: Plan, rates: Mapping[str, Fraction], language: Language) -> str:
    """The lines that gain most of a unit, what all others gain together, and the lines that pay for it."""
    names = {line.id: line_name(plan, line, language) for line in plan.lines}

    def told(one: str, others: str, shares: list[tuple[Fraction, str]]) -> str:
        shares = sorted(shares, key=lambda each: -each[0])
        shown, rest = (shares, []) if len(shares) <= NAMED + 1 else (shares[:NAMED], shares[NAMED:])
        left = sum((rate for rate, _ in rest), start=Fraction(0))
        places = not_as_nothing([*(rate for rate, _ in shown), *([left] if rest else [])])
        parts = [
            say(one, language, amount=amount(rate, language, decimals=places), name=names[line]) for rate, line in shown
        ]
        if rest:
            parts.append(say(others, language, amount=amount(left, language, decimals=places), count=len(rest)))
        return listed(parts, language)

    gaining = told("to", "others", [(rate, line) for line, rate in rates.items() if rate > 0])
    paying = told("from", "from others", [(-rate, line) for line, rate in rates.items() if rate < 0])
    return (gaining or say("nobody", language)) + (say("paid by", language, names=paying) if paying else "")
