"""Paths of ceilings side by side, and the ladder of a path, as tables."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.allocation_by_year import Shown, shown_years
from flessenhals.briefing.results.curves.claimed import results_claims, step_claims
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import amounts_in, constraint_names, heading
from flessenhals.briefing.text.numbers import change, decimals_for, least_share, lower_limit
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import say
from flessenhals.constraints.ceiling import Path
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.dated.series import Series
from flessenhals.solver.plan.line import lowest_coverage
from flessenhals.solver.rounding.by_year import rounded_series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.optimum.whatif import Reference, WhatIf
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder

ZERO = Fraction(0)


def paths_tables(found: WhatIf, language: Language) -> list[Table]:
    """What each path has, what of it is spent, and the lowest coverage: a column a year."""
    plan, years = found.plan, found.plan.years
    if years is None:
        return []
    answers = [Series(each) for each in found.results if isinstance(each, Allocation)]
    plain = Shown(years.columns or years.all, tuple(map(str, years.columns or years.all)))
    # A column is structural where it is so for every path: the one with most columns has room for all.
    shown = max((shown_years(each, language) for each in answers), key=lambda each: len(each.years), default=plain)
    rows: list[Row] = []
    decimals = decimals_for(max((each.proposed for each in plan.lines), default=ZERO))
    for number, (ceiling, result) in enumerate(zip(found.ceilings, found.results, strict=True)):
        name = ceiling.name if isinstance(ceiling, Path) else str(ceiling)
        name = f"{name}, {result.plan.scenario}" if result.plan.scenario else name
        if not isinstance(result, Allocation):
            rows.append(Row((name, *(say("none fits", language) for _ in shown.years)), "total"))
            continue
        printed = rounded_series(result, Fraction(1, 10**decimals))
        series = printed.exact
        lowest = series.lowest_coverage
        rows.append(Row((name, *(printed.available[year] for year in shown.years)), "total"))
        rows.append(Row((say("spent", language), *(printed.total[year] for year in shown.years))))
        rows.append(Row((say("cannot be spent", language), *(printed.left[year] for year in shown.years))))
        rows.append(
            Row(
                (
                    say("lowest coverage", language),
                    *("" if (each := lowest[year]) is None else least_share(each, language) for year in shown.years),
                )
            )
        )
        if found.against:
            rows += _against(series, found.against[number], shown.years, decimals, language)
    fits = any(isinstance(each, Allocation) for each in found.results)
    proved = [tell("each proved", language, results_claims(found.results))] if fits else []
    return [
        Table(
            title=text(plan.title, language, plan.id),
            columns=(Column(say("path", language), "text"), *(Column(each, "amount") for each in shown.headings)),
            rows=tuple(rows),
            language=language,
            decimals=decimals,
            notes=(*amounts_in(plan.unit, language), *proved),
            claims=results_claims(found.results),
        )
    ]


def _against(series: Series, other: Reference, years: Sequence[int], decimals: int, language: Language) -> list[Row]:
    """How much more is spent in each year than in what an answer is held against, and the lowest coverage there."""
    name = other.ceiling.name if isinstance(other.ceiling, Path) else ""
    than = f"{name}, {other.scenario}" if other.scenario else name
    if not isinstance(other.result, Allocation):
        return [Row((say("more than", language, than=than), *(say("none fits", language) for _ in years)))]
    there = Series(other.result)
    lowest = there.lowest_coverage
    more = (change(series.total[year] - there.total[year], language, decimals=decimals) for year in years)
    covered = ("" if (each := lowest[year]) is None else least_share(each, language) for year in years)
    return [
        Row((say("more than", language, than=than), *more)),
        Row((say("lowest coverage there", language, than=than), *covered)),
    ]


def path_ladder_tables(ladder: Ladder, path: Path, language: Language) -> list[Table]:
    """The shares of a path at which the answer changes course, and what starts and stops binding at each."""
    plan = ladder.plan
    rows = []
    for step in ladder.steps:
        lowest = lowest_coverage(plan.lines, step.amounts)
        rows.append(
            Row(
                (
                    step.ceiling,
                    None if lowest is None else lower_limit(lowest),
                    plan.charged(step.amounts),
                    constraint_names(plan, step.starts, language),
                    constraint_names(plan, step.stops, language),
                )
            )
        )
    return [
        Table(
            title=heading(plan, say("ladder of path", language, name=path.name), language),
            columns=(
                Column(say("share of path", language), "share"),
                Column(say("lowest coverage", language), "share"),
                Column(say("spent", language), "amount"),
                Column(say("starts to bind", language), "text"),
                Column(say("stops binding", language), "text"),
            ),
            rows=tuple(rows),
            language=language,
            decimals=decimals_for(plan.proposed),
            notes=amounts_in(plan.unit, language),
            claims=tuple(step_claims(ladder)),
        )
    ]
